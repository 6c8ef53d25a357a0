#include "source/Formats.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

Format unread(const QString &name, bool (*fits)(const JsonShape &))
{
    return {.key = {}, .name = name, .fitsJson = fits};
}

} // namespace

const QVector<Format> &formats()
{
    static const QVector<Format> table{
        tidemarkFormat(),     jsonFeedFormat(), activityPubFormat(),   mastodonFormat(),    blueskyFormat(),
        zeeschuimerFormat(),  redditFormat(),   facebookPostsFormat(), twitterV2Format(),   twitterV1Format(),
        xArchivePartFormat(), feedFormat(),     twarcCsvFormat(),      crowdTangleFormat(), contentLibraryFormat(),
        fourCatCsvFormat(),   jsonFormat(),     csvFormat(),
    };
    return table;
}

const QVector<SetFormat> &setFormats()
{
    static const QVector<SetFormat> table{xArchiveFormat(), facebookArchiveFormat(), mastodonArchiveFormat()};
    return table;
}

const QVector<Format> &unreadFormats()
{
    using Shape = const JsonShape &;
    static const QVector<Format> table{
        unread(Words::tr("Gnip Activity Streams"),
               [](Shape s) {
                   return s.hasAll({"verb", "actor", "objectType"});
               }),
        unread(Words::tr("posts of Weibo, as its API gives them or Zeeschuimer or a scraper keeps them"),
               [](Shape s) {
                   return s.hasAny(
                       {"mblogid", "mblog.mblogid", "mblog.id", "attitudes_count", "statuses.attitudes_count"});
               }),
        unread(Words::tr("posts of TikTok"),
               [](Shape s) {
                   return s.hasAll({"desc", "createTime", "author.uniqueId"});
               }),
        unread(Words::tr("posts of Instagram as its pages hold them"),
               [](Shape s) {
                   return s.hasAny({"shortcode", "taken_at_timestamp"}) || s.hasAll({"taken_at", "caption"});
               }),
        unread(Words::tr("posts of Telegram as its program exports them"),
               [](Shape s) {
                   return s.hasAll({"messages.date_unixtime"}) || s.hasAll({"type", "messages.text"});
               }),
        unread(Words::tr("an answer of YouTube's API"),
               [](Shape s) {
                   return s.hasAny({"items.snippet", "snippet.textDisplay"});
               }),
        unread(Words::tr("a recording of what a browser loaded (HAR)"),
               [](Shape s) {
                   return s.hasAll({"log.creator", "log.entries"});
               }),
        unread(Words::tr("the included part of a Twitter answer, without its tweets"),
               [](Shape s) {
                   return s.hasAll({"users", "tweets"});
               }),
    };
    return table;
}

const Format *formatOf(const QString &key)
{
    const auto &table = formats();
    const auto found = std::find_if(table.cbegin(), table.cend(), [&](const Format &f) { return f.key == key; });
    return found == table.cend() ? nullptr : &*found;
}

QString keyForOneFile(const QString &key)
{
    const auto &sets = setFormats();
    const auto set = std::find_if(sets.cbegin(), sets.cend(), [&](const SetFormat &f) { return f.key == key; });
    return set == sets.cend() ? key : set->ofOneFile;
}

QString formatName(const QString &key)
{
    if (const Format *format = formatOf(key))
        return format->name;
    const auto &sets = setFormats();
    const auto set = std::find_if(sets.cbegin(), sets.cend(), [&](const SetFormat &f) { return f.key == key; });
    return set == sets.cend() ? key : set->name;
}

QString formatKeys()
{
    QStringList keys;
    for (const Format &format : formats())
        keys << format.key;
    for (const SetFormat &set : setFormats())
        keys << set.key;
    keys.removeDuplicates();
    return keys.join(", "_L1);
}

} // namespace tidemark
