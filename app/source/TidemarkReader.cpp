#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TidemarkReader)
};

QStringList textsOf(const Json &list)
{
    QStringList texts;
    list.forEach([&](Json entry) { texts << entry.text(); });
    return texts;
}

Story storyOf(const Json &record, Instant now)
{
    Story story;
    story.platform = platformFromKey(record["platform"].text()).value_or(Platform::Other);
    story.nativeId = record["id"].text();
    story.permalink = record["permalink"].text();
    story.author.handle = record["author"].text();
    story.author.name = record["author_name"].text();
    story.postedAtText = record["posted_at"].text();
    if (const auto time = parseTime(story.postedAtText); time && isPlausible(time->instant, now)) {
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
    }
    story.text = record["text"].text();
    story.language = record["language"].text();
    story.contentWarning = record["content_warning"].text();
    story.mediaDescriptions = textsOf(record["media_descriptions"]);
    story.hashtags = textsOf(record["hashtags"]);
    story.sensitive = record["sensitive"].boolean();
    if (record.has("reply_to"))
        story.relations << Relation{Relation::Kind::Reply, record["reply_to"].text(), {}, {}};
    if (record.has("quote_of"))
        story.relations << Relation{Relation::Kind::Quote, record["quote_of"].text(), {}, {}};
    record["attributes"].forEachMember([&](const QString &name, const Json &value) {
        story.attributes << Attribute{name, value.text(), false};
    });
    return story;
}

/// Our own plain form: a first line that names it, then one story a line.
class TidemarkReader final : public JsonReader
{
public:
    TidemarkReader(std::unique_ptr<JsonRecords> records, QStringList notes)
        : JsonReader(u"tidemark"_s, std::move(records)), m_notes(std::move(notes))
    {
    }

    [[nodiscard]] QStringList notes() const override { return m_notes + JsonReader::notes(); }

private:
    Content content(const Json &record) override
    {
        if (!record.isObject())
            return Rejected{Words::tr("It is not a JSON object.")};
        Story story = storyOf(record, m_now);
        if (!record.has("repost_of"))
            return checkedStory(std::move(story));
        return checkedRepost(
            {story.platform, story.nativeId, record["repost_of"].text(), {}, story.postedAt, story.author});
    }

    QStringList m_notes;
};

Result<std::unique_ptr<Reader>> make(std::unique_ptr<ByteStream> bytes, const QString &name, const ReaderOptions &)
{
    auto records = std::make_unique<JsonRecords>(std::move(bytes));
    auto first = records->next();
    if (!first)
        return first.error();
    if (!*first || !(*first)->value || (*(*first)->value)["format"].text() != "tidemark-stories"_L1) {
        return Error{
            Error::Kind::Damaged,
            Words::tr("%1 does not begin with the line {\"format\":\"tidemark-stories\",\"version\":1} that "
                      "this form needs.")
                .arg(name)};
    }
    const Json header = *(*first)->value;
    if (header["version"].integer().value_or(0) > 1) {
        return Error{Error::Kind::Other,
                     Words::tr("%1 was written by a newer Tidemark. Update Tidemark to read it.").arg(name)};
    }
    QStringList notes;
    if (header["invented"].boolean().value_or(false))
        notes << Words::tr("All stories in this file are invented.");
    if (header.has("note"))
        notes << header["note"].text();
    return std::unique_ptr<Reader>(std::make_unique<TidemarkReader>(std::move(records), std::move(notes)));
}

bool fits(const JsonShape &value)
{
    return value.has("format") && value.contains("\"tidemark-stories\"");
}

} // namespace

Format tidemarkFormat()
{
    return {.key = u"tidemark"_s, .name = Words::tr("Tidemark's own JSON Lines"), .fitsJson = fits, .make = make};
}

} // namespace tidemark
