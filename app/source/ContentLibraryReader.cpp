#include "source/Dates.h"
#include "source/Formats.h"
#include "source/TableReader.h"

#include "text/Language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ContentLibraryReader)
};

/// Whether a column is neither a field of ours nor about a person.
bool isKept(const QString &column)
{
    return column.startsWith("statistics."_L1) || column.startsWith("link_attachment."_L1)
        || column == "content_type"_L1 || column == "post_owner.type"_L1 || column == "surface.type"_L1
        || column == "is_branded_content"_L1 || column == "match_type"_L1
        || column == "views_date_last_refreshed"_L1 || column == "mcl_url"_L1;
}

/// Posts of Facebook and Instagram as Meta's Content Library exports them. The ids are the library's own, and its
/// addresses open for its users only: there is no permalink.
class ContentLibraryReader final : public TableReader
{
public:
    explicit ContentLibraryReader(std::unique_ptr<CsvTable> table)
        : TableReader(u"meta-content-library"_s, std::move(table))
    {
    }

    static QStringList neededColumns() { return {u"id"_s, u"text"_s}; }

    [[nodiscard]] QStringList notes() const override
    {
        return TableReader::notes() << Words::tr(
                   "The research terms of Meta's Content Library govern this file: keep to them.");
    }

private:
    Content content() override
    {
        Story story;
        story.platform = platform();
        story.nativeId = cell(u"id"_s);
        if (!isWholeId(story.nativeId))
            return shortenedId(story.nativeId);
        story.author = {idCell(u"post_owner.id"_s), cell(u"post_owner.username"_s), cell(u"post_owner.name"_s), {}};
        story.postedAtText = cell(u"creation_time"_s);
        if (const auto time = parseTime(story.postedAtText); time && isPlausible(time->instant, m_now)) {
            story.postedAt = time->instant;
            story.zoneKnown = time->zoneKnown;
        }
        if (const auto time = parseTime(cell(u"modified_time"_s));
            time && time->instant > story.postedAt.value_or(0))
            story.editedAt = time->instant;
        story.text = cell(u"text"_s);
        story.language = languageCode(cell(u"lang"_s));
        for (const QString &column : header()) {
            if (isKept(column) && !cell(column).isEmpty())
                story.attributes << Attribute{column, cell(column), false};
        }
        const QString shared = idCell(u"shared_post_id"_s);
        if (cell(u"shared_post_id"_s).isEmpty())
            return checkedStory(std::move(story));
        if (story.text.trimmed().isEmpty())
            return checkedRepost({story.platform, story.nativeId, shared, {}, story.postedAt, story.author});
        if (!shared.isEmpty())
            story.relations << Relation{Relation::Kind::Quote, shared, {}, {}};
        return checkedStory(std::move(story));
    }

    [[nodiscard]] Platform platform() const
    {
        const QString where = cell(u"mcl_url"_s) + cell(u"post_owner.type"_s) + cell(u"surface.type"_s);
        return where.contains("instagram"_L1, Qt::CaseInsensitive) ? Platform::Instagram : Platform::Facebook;
    }
};

bool fits(const QStringList &header)
{
    return header.contains("mcl_url"_L1) || header.contains("post_owner.name"_L1);
}

} // namespace

Format contentLibraryFormat()
{
    return {.key = u"meta-content-library"_s,
            .name = Words::tr("Meta Content Library, CSV"),
            .fitsHeader = fits,
            .make = makeTableReader<ContentLibraryReader>};
}

} // namespace tidemark
