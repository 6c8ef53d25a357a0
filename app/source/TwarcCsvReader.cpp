#include "source/Dates.h"
#include "source/Formats.h"
#include "source/Json.h"
#include "source/TableReader.h"
#include "source/TweetText.h"

#include "text/Language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwarcCsvReader)
};

/// twarc-csv writes a line end as a backslash and an n, and no other escape.
QString withLineEnds(QString text)
{
    return text.replace("\\n"_L1, "\n"_L1);
}

/// twarc-csv's 84 columns. What no field of a story holds stays in the raw record.
class TwarcCsvReader final : public TableReader
{
public:
    explicit TwarcCsvReader(std::unique_ptr<CsvTable> table) : TableReader(u"twarc-csv"_s, std::move(table)) {}

    static QStringList neededColumns() { return {u"id"_s, u"text"_s}; }

private:
    QStringList listIn(const QString &column, std::string_view member = {})
    {
        const QString cellText = cell(column);
        const auto list = cellText.isEmpty() ? std::nullopt : m_json.parse(cellText.toUtf8());
        QStringList values;
        if (list && !member.empty())
            return membersOf(*list, member);
        if (list)
            list->forEach([&](Json entry) { values << entry.text(); });
        return values;
    }

    /// Older versions kept the whole objects of the API in the cell.
    QStringList hashtags()
    {
        QStringList tags = listIn(u"entities.hashtags"_s) + listIn(u"entities.hashtags"_s, "tag");
        tags.removeAll(QString());
        for (QString &tag : tags) {
            if (tag.startsWith(u'#'))
                tag.remove(0, 1);
        }
        return tags;
    }

    Content content() override
    {
        const QString id = cell(u"id"_s);
        if (!isWholeId(id))
            return shortenedId(id);
        Story story = storyInRow();
        if (cell(u"referenced_tweets.retweeted.id"_s).isEmpty())
            return checkedStory(std::move(story));
        return repost(std::move(story), idCell(u"referenced_tweets.retweeted.id"_s));
    }

    Story storyInRow()
    {
        Story story;
        story.platform = Platform::Twitter;
        story.nativeId = cell(u"id"_s);
        story.author = {idCell(u"author_id"_s), cell(u"author.username"_s), cell(u"author.name"_s), {}};
        if (!story.author.handle.isEmpty())
            story.author.link = u"https://twitter.com/"_s + story.author.handle;
        story.permalink = tweetLink(story.author.handle, story.nativeId);
        story.postedAtText = cell(u"created_at"_s);
        if (const auto time = parseTime(story.postedAtText); time && isPlausible(time->instant, m_now)) {
            story.postedAt = time->instant;
            story.zoneKnown = time->zoneKnown;
        }
        const QString urls = cell(u"entities.urls"_s);
        const auto links = urls.isEmpty() ? std::nullopt : m_json.parse(urls.toUtf8());
        story.text = tweetText(withLineEnds(cell(u"text"_s)), {}, links.value_or(Json()), {});
        story.language = languageCode(cell(u"lang"_s));
        const QString sensitive = cell(u"possibly_sensitive"_s).toLower();
        if (sensitive == "true"_L1 || sensitive == "false"_L1)
            story.sensitive = sensitive == "true"_L1;
        story.hashtags = hashtags();
        story.mediaDescriptions = listIn(u"attachments.media"_s, "alt_text");
        story.withheldIn = listIn(u"withheld.country_codes"_s);
        if (cell(u"withheld.copyright"_s) == "True"_L1)
            story.withheldIn << withheldForCopyright();
        story.editIds = listIn(u"edit_history_tweet_ids"_s);
        if (story.editIds.size() < 2)
            story.editIds.clear();
        addRelation(story, Relation::Kind::Reply, idCell(u"referenced_tweets.replied_to.id"_s),
                    cell(u"in_reply_to_username"_s));
        addRelation(story, Relation::Kind::Quote, idCell(u"referenced_tweets.quoted.id"_s),
                    cell(u"quoted_username"_s));
        return story;
    }

    static void addRelation(Story &story, Relation::Kind kind, const QString &id, const QString &handle)
    {
        if (!id.isEmpty())
            story.relations << Relation{kind, id, tweetLink(handle, id), {}};
    }

    /// The row has the original's text under the id, author and time of who passed it on. When the original was
    /// shared is not known.
    [[nodiscard]] Content repost(Story row, const QString &originalId) const
    {
        Repost repost{Platform::Twitter, row.nativeId, originalId, {}, row.postedAt, row.author};
        Story original = std::move(row);
        original.nativeId = originalId;
        original.author = {idCell(u"retweeted_user_id"_s), cell(u"retweeted_username"_s), {}, {}};
        if (!original.author.handle.isEmpty())
            original.author.link = u"https://twitter.com/"_s + original.author.handle;
        original.permalink = tweetLink(original.author.handle, originalId);
        original.postedAt.reset();
        original.postedAtText.clear();
        original.zoneKnown = true;
        original.editIds.clear();
        return checkedRepost(std::move(repost), std::move(original));
    }

    JsonParser m_json;
};

bool fits(const QStringList &header)
{
    return header.contains("author.username"_L1) && header.contains("public_metrics.like_count"_L1);
}

} // namespace

Format twarcCsvFormat()
{
    return {.key = u"twarc-csv"_s,
            .name = Words::tr("Twitter API v2, CSV by twarc"),
            .fitsHeader = fits,
            .make = makeTableReader<TwarcCsvReader>};
}

} // namespace tidemark
