#include "source/JsonSigns.h"

#include "source/JsonRecords.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int decidingLines = 50;
constexpr size_t deepestPath = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonSigns)
};

struct Level
{
    bool isObject = false;
    QByteArray key;
};

QByteArray pathOf(const std::vector<Level> &levels)
{
    QByteArrayList keys;
    for (const Level &level : levels) {
        if (level.isObject)
            keys << level.key;
    }
    return size_t(keys.size()) <= deepestPath ? keys.join('.') : QByteArray();
}

/// The end of the text that begins at a quotation mark (the place of its closing one, or the end of all).
qsizetype endOfText(QByteArrayView json, qsizetype place)
{
    for (++place; place < json.size() && json[place] != '"'; ++place)
        place += json[place] == '\\';
    return std::min(place, json.size());
}

using Paths = QSet<QByteArray>;

bool hasAll(const Paths &paths, std::initializer_list<const char *> wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const char *path) { return paths.contains(path); });
}

bool hasAny(const Paths &paths, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const char *path) { return paths.contains(path); });
}

bool isTwitterV1(const Paths &paths)
{
    const bool hasText = hasAny(paths, {"full_text", "text", "extended_tweet"});
    return (hasText && hasAny(paths, {"user.screen_name", "user.id", "user.id_str", "id_str", "retweeted_status"}))
        || hasAny(paths, {"delete.status", "statuses", "retweeted_status"});
}

bool isTwitterV2(const Paths &paths)
{
    const bool isPage = paths.contains("data")
        && hasAny(paths, {"meta", "includes", "errors", "__twarc", "data.text", "data.edit_history_tweet_ids"});
    const bool isFlat = hasAll(paths, {"id", "text"})
        && hasAny(paths,
                  {"author_id", "public_metrics", "edit_history_tweet_ids", "author.username", "conversation_id",
                   "__twarc"});
    const bool isCompliance = hasAll(paths, {"id", "action"}) && hasAny(paths, {"reason", "redacted_at"});
    const bool isEmptyPage = paths.contains("meta.result_count");
    return isPage || isFlat || isCompliance || isEmptyPage;
}

/// Forms that are known and not read; the first that fits counts.
QString unsupportedForm(const Paths &paths)
{
    if (hasAll(paths, {"verb", "actor", "objectType"}))
        return Words::tr("Gnip Activity Streams");
    if (hasAll(paths, {"nav_index", "source_platform"}) || hasAll(paths, {"source_platform", "data"}))
        return Words::tr("a Zeeschuimer capture");
    if (paths.contains("author_user"))
        return Words::tr("a 4CAT export as JSON lines");
    if (paths.contains("subreddit") || hasAll(paths, {"kind", "data.children"}))
        return Words::tr("Reddit data");
    if (paths.contains("orderedItems"))
        return Words::tr("an ActivityPub archive, as Mastodon writes it");
    if (hasAny(paths, {"posts.uri", "feed.post"}))
        return Words::tr("an answer of Bluesky");
    if (hasAll(paths, {"account.acct", "content"}))
        return Words::tr("Mastodon posts");
    if (hasAll(paths, {"version", "items"}))
        return Words::tr("a JSON feed");
    if (hasAny(paths, {"tweet.full_text", "tweet.id_str"}))
        return Words::tr("an X archive");
    if (paths.contains("timestamp") && hasAny(paths, {"data.post", "attachments"}))
        return Words::tr("a Facebook archive");
    if (hasAll(paths, {"users", "tweets"}))
        return Words::tr("the included part of a Twitter answer, without its tweets");
    return {};
}

QString formatOf(const Paths &paths, QByteArrayView line)
{
    if (paths.contains("format") && line.contains("\"tidemark-stories\""))
        return u"tidemark"_s;
    if (paths.contains("author_user"))
        return {};
    if (isTwitterV2(paths))
        return u"twitter-v2"_s;
    return isTwitterV1(paths) ? u"twitter-v1"_s : QString();
}

} // namespace

QSet<QByteArray> memberPaths(QByteArrayView json)
{
    Paths paths;
    std::vector<Level> levels;
    bool keyComes = false;
    for (qsizetype place = 0; place < json.size(); ++place) {
        const char c = json[place];
        if (c == '"') {
            const qsizetype end = endOfText(json, place);
            if (keyComes && end < json.size()) {
                levels.back().key = json.sliced(place + 1, end - place - 1).toByteArray();
                if (levels.size() <= 2 * deepestPath)
                    paths.insert(pathOf(levels));
            }
            keyComes = false;
            place = end;
        } else if (c == '{' || c == '[') {
            levels.push_back({c == '{', {}});
            keyComes = c == '{';
        } else if (c == ',') {
            keyComes = !levels.empty() && levels.back().isObject;
        } else if (c == '}' || c == ']') {
            keyComes = false;
            if (levels.size() <= 1)
                break;
            levels.pop_back();
        }
    }
    paths.remove({});
    return paths;
}

JsonSigns jsonSigns(QByteArrayView head)
{
    JsonSigns signs;
    const bool oneDocument = isOneDocument(head);
    bool sawErrors = false;
    for (int line = 0; line < decidingLines && !head.isEmpty(); ++line) {
        const qsizetype end = oneDocument ? -1 : head.indexOf('\n');
        const auto value = end < 0 ? head : head.first(end);
        head = end < 0 ? QByteArrayView() : head.sliced(end + 1);
        const Paths paths = memberPaths(value);
        signs.format = formatOf(paths, value);
        if (!signs.format.isEmpty())
            return signs;
        if (signs.unsupported.isEmpty())
            signs.unsupported = unsupportedForm(paths);
        sawErrors |= hasAny(paths, {"errors", "error"});
    }
    // Nothing but error messages: the v2 reader says so record by record.
    if (signs.unsupported.isEmpty() && sawErrors)
        signs.format = u"twitter-v2"_s;
    return signs;
}

} // namespace tidemark
