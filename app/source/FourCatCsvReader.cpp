#include "source/Dates.h"
#include "source/Formats.h"
#include "source/TableReader.h"
#include "source/TweetText.h"

#include "text/Language.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FourCatCsvReader)
};

bool isYes(const QString &cell)
{
    return cell == "yes"_L1 || cell == "True"_L1 || cell == "1"_L1;
}

Platform platformOf(const QString &id, const QString &link)
{
    const QString host = QUrl(link).host();
    if (id.startsWith("at://"_L1) || host.endsWith("bsky.app"_L1))
        return Platform::Bluesky;
    if (host.endsWith("twitter.com"_L1) || host == "x.com"_L1 || host == "www.x.com"_L1)
        return Platform::Twitter;
    if (host.endsWith("reddit.com"_L1))
        return Platform::Reddit;
    if (host.endsWith("instagram.com"_L1))
        return Platform::Instagram;
    if (host.endsWith("facebook.com"_L1))
        return Platform::Facebook;
    return host.endsWith("tumblr.com"_L1) ? Platform::Tumblr : Platform::Other;
}

/// Columns that are fields of a story, or are about a person.
bool isField(const QString &column)
{
    static const QSet<QString> fields{
        u"id"_s,          u"thread_id"_s,      u"timestamp"_s,       u"unix_timestamp"_s,     u"link"_s,
        u"subject"_s,     u"body"_s,           u"author"_s,          u"author_fullname"_s,    u"author_id"_s,
        u"created_at"_s,  u"language_guess"_s, u"languages"_s,       u"possibly_sensitive"_s, u"hashtags"_s,
        u"tags"_s,        u"is_retweet"_s,     u"is_quote_tweet"_s,  u"is_reply"_s,           u"retweeted_user"_s,
        u"quoted_user"_s, u"replied_user"_s,   u"mentions"_s,        u"quoted_post"_s,        u"replied_to_post"_s,
        u"labels"_s,      u"long_lat"_s,       u"author_followers"_s};
    return fields.contains(column) || column.startsWith("author_"_L1) || column.startsWith("user_"_L1);
}

/// What 4CAT maps every source to: an item a row, with columns of the source's own behind the common ones.
class FourCatCsvReader final : public TableReader
{
public:
    explicit FourCatCsvReader(std::unique_ptr<CsvTable> table) : TableReader(u"4cat-csv"_s, std::move(table)) {}

    static QStringList neededColumns() { return {u"id"_s, u"body"_s}; }

private:
    Content content() override
    {
        const Platform platform = platformOf(cell(u"id"_s), cell(u"link"_s));
        const QString id = nativeId(platform);
        if (platform == Platform::Twitter && !isWholeId(id))
            return shortenedId(id);
        if (cell(u"labels"_s).contains("!no-unauthenticated"_L1))
            return Skipped{Words::tr("the author asks not to be shown to people who aren't logged in")};
        Story story = storyInRow(platform, id);
        return isYes(cell(u"is_retweet"_s)) ? repost(std::move(story)) : checkedStory(std::move(story));
    }

    [[nodiscard]] QString nativeId(Platform platform) const
    {
        const QString id = cell(u"id"_s);
        if (platform != Platform::Reddit || id.startsWith("t1_"_L1) || id.startsWith("t3_"_L1))
            return id;
        return (id == cell(u"thread_id"_s) ? u"t3_"_s : u"t1_"_s) + id;
    }

    Story storyInRow(Platform platform, const QString &id)
    {
        Story story;
        story.platform = platform;
        story.nativeId = id;
        story.author = {idCell(u"author_id"_s), cell(u"author"_s), cell(u"author_fullname"_s), {}};
        story.permalink = permalink(story);
        readTime(story);
        story.text = cell(u"body"_s);
        if (const QString subject = cell(u"subject"_s); !subject.isEmpty())
            story.text = story.text.isEmpty() ? subject : subject + u"\n\n"_s + story.text;
        const QString language = cell(u"language_guess"_s);
        story.language = languageCode((language.isEmpty() ? cell(u"languages"_s) : language).section(u',', 0, 0));
        if (const QString sensitive = cell(u"possibly_sensitive"_s); !sensitive.isEmpty())
            story.sensitive = isYes(sensitive);
        const QString tags = cell(u"hashtags"_s);
        story.hashtags = (tags.isEmpty() ? cell(u"tags"_s) : tags).split(u',', Qt::SkipEmptyParts);
        for (QString &tag : story.hashtags)
            tag = tag.trimmed().remove(u'#');
        addRelations(story);
        for (const QString &column : header()) {
            if (!isField(column) && !cell(column).isEmpty())
                story.attributes << Attribute{column, cell(column), false};
        }
        return story;
    }

    [[nodiscard]] QString permalink(const Story &story) const
    {
        if (story.platform == Platform::Twitter)
            return tweetLink(story.author.handle, story.nativeId);
        if (story.platform == Platform::Bluesky && !story.author.nativeId.isEmpty()) {
            return u"https://bsky.app/profile/%1/post/%2"_s.arg(story.author.nativeId,
                                                                story.nativeId.section(u'/', -1));
        }
        return cell(u"link"_s);
    }

    /// 4CAT writes `timestamp` in UTC for Twitter without saying so; for Bluesky it is a number beside
    /// `created_at`.
    void readTime(Story &story) const
    {
        const QString created = cell(u"created_at"_s);
        story.postedAtText = created.isEmpty() ? cell(u"timestamp"_s) : created;
        const auto time = parseTime(story.postedAtText);
        if (!time || !isPlausible(time->instant, m_now))
            return;
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown || story.platform == Platform::Twitter;
    }

    /// Of most sources 4CAT tells that a post answers or quotes, not which one.
    void addRelations(Story &story) const
    {
        if (!addPost(story, Relation::Kind::Reply, cell(u"replied_to_post"_s)) && isYes(cell(u"is_reply"_s)))
            story.relations << Relation{Relation::Kind::Reply, {}, {}, {}};
        const QString quoted = cell(u"quoted_post"_s);
        if (!addPost(story, Relation::Kind::Quote, quoted)
            && (!quoted.isEmpty() || isYes(cell(u"is_quote_tweet"_s))))
            story.relations << Relation{Relation::Kind::Quote, {}, {}, {}};
    }

    /// Posts of Bluesky are named by their uri or by their address.
    static bool addPost(Story &story, Relation::Kind kind, const QString &other)
    {
        static const QRegularExpression address(u"^https://bsky\\.app/profile/(did:[^/]+)/post/([^/]+)$"_s);
        if (other.startsWith("at://"_L1))
            story.relations << Relation{kind, other, {}, {}};
        else if (const auto match = address.match(other); match.hasMatch())
            story.relations << Relation{
                kind, u"at://%1/app.bsky.feed.post/%2"_s.arg(match.captured(1), match.captured(2)), other, {}};
        else if (other.startsWith("https://"_L1))
            story.relations << Relation{kind, {}, other, {}};
        else
            return false;
        return true;
    }

    /// The row has the original's text behind "RT @handle: " under the id, author and time of who passed it on; the
    /// original's own id and time are not there.
    static Content repost(Story row)
    {
        static const QRegularExpression prefix(u"^RT @(\\w+):? "_s);
        Repost repost{row.platform, row.nativeId, {}, {}, row.postedAt, row.author};
        const auto match = prefix.match(row.text);
        if (!match.hasMatch())
            return checkedRepost(std::move(repost));
        Story original;
        original.platform = row.platform;
        original.author.handle = match.captured(1);
        original.author.link = u"https://twitter.com/"_s + original.author.handle;
        original.text = row.text.mid(match.capturedLength());
        original.language = row.language;
        original.hashtags = row.hashtags;
        original.sensitive = row.sensitive;
        return checkedRepost(std::move(repost), std::move(original));
    }
};

bool fits(const QStringList &header)
{
    return header.contains("thread_id"_L1) && header.contains("body"_L1) && header.contains("author"_L1)
        && header.contains("timestamp"_L1);
}

} // namespace

Format fourCatCsvFormat()
{
    return {.key = u"4cat-csv"_s,
            .name = Words::tr("4CAT's export, CSV"),
            .fitsHeader = fits,
            .make = makeTableReader<FourCatCsvReader>};
}

} // namespace tidemark
