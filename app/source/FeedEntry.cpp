#include "source/FeedEntry.h"

#include "source/Dates.h"

#include "text/Language.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// "me@example.com (A Name)" and "A Name <me@example.com>" are A Name.
QString nameOf(const QString &author)
{
    static const QRegularExpression mail(u"<?[^\\s<>()@]+@[^\\s<>()@]+>?"_s);
    QString name = author;
    if (name.contains(u'@') && !name.startsWith(u'@')) {
        name.remove(mail);
        name = name.trimmed();
        if (name.startsWith(u'(') && name.endsWith(u')'))
            name = name.mid(1, name.size() - 2);
    }
    return name.simplified();
}

/// Many short posts repeat their beginning as title.
bool repeats(const QString &title, const QString &text)
{
    QString start = title.simplified();
    while (start.endsWith(u'\u2026') || start.endsWith(u'.'))
        start.chop(1);
    return text.simplified().startsWith(start);
}

std::optional<ParsedTime> plausible(const QString &written, Instant now)
{
    const auto time = parseTime(written, {.partial = true});
    return time && isPlausible(time->instant, now) ? time : std::nullopt;
}

bool isAddress(const QString &id)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]+:\\S+$"_s);
    return scheme.match(id).hasMatch();
}

/// What the ids of a feed's entries count within. Its address may hold what only the user should know, and ids are
/// passed on.
QString idOf(const FeedFacts &feed)
{
    if (feed.address.isEmpty())
        return feed.link.isEmpty() ? feed.title : feed.link;
    const QByteArray digest = QCryptographicHash::hash(feed.address.toUtf8(), QCryptographicHash::Sha256);
    return u"feed:"_s + QString::fromLatin1(digest.toHex().left(16));
}

void setTimes(Story &story, const FeedEntry &entry, Instant now)
{
    const auto published = plausible(entry.published, now);
    const auto updated = plausible(entry.updated, now);
    const auto &time = published ? published : updated;
    story.postedAtText = entry.published.isEmpty() ? entry.updated : entry.published;
    if (time) {
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
    }
    if (published && updated && updated->instant > published->instant)
        story.editedAt = updated->instant;
}

} // namespace

QString feedName(const XmlElement &element)
{
    static const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 9> modules{{
        {"http://purl.org/dc/"_L1, "dc:"_L1},
        {"http://purl.org/rss/1.0/modules/content"_L1, "content:"_L1},
        {"http://search.yahoo.com/mrss"_L1, "media:"_L1},
        {"http://www.w3.org/2005/Atom"_L1, "atom:"_L1},
        {"http://purl.org/atom/"_L1, "atom:"_L1},
        {"http://www.itunes.com/"_L1, "itunes:"_L1},
        {"http://purl.org/syndication/thread"_L1, "thr:"_L1},
        {"http://www.w3.org/1999/xhtml"_L1, "xhtml:"_L1},
        {"http://www.w3.org/1999/02/22-rdf"_L1, "rdf:"_L1},
    }};
    for (const auto &[start, module] : modules) {
        if (element.space.startsWith(start))
            return module + element.name;
    }
    // What is left is RSS under one of its many addresses, a prefix that nobody declared, or a module unknown here.
    const bool isOwn = element.space.isEmpty() || element.space.contains("rss"_L1, Qt::CaseInsensitive)
        || element.space.contains("netscape"_L1);
    const bool isModule = element.space.contains("/modules/"_L1);
    return isOwn && !isModule ? element.name : element.space + u':' + element.name;
}

ReadableText readMarkup(const QString &markup, const QUrl &base)
{
    if (looksLikeHtml(markup))
        return readHtml(markup, {.base = base});
    return {markup.trimmed(), {}};
}

Story storyOf(const FeedEntry &entry, const FeedFacts &feed, Instant now)
{
    Story story;
    story.platform = Platform::Blog;
    story.permalink = entry.link.isEmpty() && entry.idIsLink ? entry.id : entry.link;
    if (isAddress(entry.id))
        story.nativeId = entry.id;
    else if (const QString feedId = idOf(feed); !entry.id.isEmpty() && !feedId.isEmpty())
        story.nativeId = feedId + u' ' + entry.id;
    story.author.name = nameOf(entry.author.isEmpty() ? feed.author : entry.author);
    story.author.link = entry.authorLink;
    setTimes(story, entry, now);
    story.text = entry.content.text;
    if (!entry.title.isEmpty() && !repeats(entry.title, story.text))
        story.text = story.text.isEmpty() ? entry.title : entry.title + u"\n\n"_s + story.text;
    story.mediaDescriptions = entry.content.pictures;
    for (const QString &description : entry.mediaDescriptions) {
        if (!description.isEmpty())
            story.mediaDescriptions << description;
    }
    story.mediaDescriptions.removeDuplicates();
    for (const QString &category : entry.categories) {
        const QString tag = category.startsWith(u'#') ? category.mid(1).trimmed() : category.trimmed();
        if (!tag.isEmpty())
            story.hashtags << tag;
    }
    story.hashtags.removeDuplicates();
    story.language = languageCode(entry.language.isEmpty() ? feed.language : entry.language);
    if (!entry.replyTo.isEmpty())
        story.relations << Relation{Relation::Kind::Reply, {}, entry.replyTo, {}};
    if (!feed.title.isEmpty())
        story.attributes << Attribute{u"feed"_s, feed.title, true}; // many blogs are called after a person
    return story;
}

} // namespace tidemark
