#include "source/AudienceColumns.h"
#include "source/ColumnCheck.h"
#include "source/ColumnPlaces.h"
#include "source/Formats.h"
#include "source/HeaderGuess.h"
#include "source/SpreadsheetGuard.h"
#include "source/Table.h"
#include "source/TableCells.h"
#include "text/Language.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

/// Rows of a table with a mapping become stories.
class CsvReader final : public Reader
{
public:
    CsvReader(const QString &format, std::unique_ptr<Table> table, ColumnMapping mapping, bool isOwn);

    [[nodiscard]] QString format() const override { return m_format; }
    Result<std::optional<Record>> next() override;
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] QByteArray preamble() const override { return m_table->preamble(); }
    [[nodiscard]] qint64 consumed() const override { return m_table->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_table->size(); }

private:
    void readTime(Story &story, const QString &text) const;
    [[nodiscard]] Author author(const QStringList &cells) const;
    void addRelation(Story &story, Relation::Kind kind, QString other) const;
    [[nodiscard]] QVector<StoryLabel> labels(const QStringList &cells);
    std::variant<Story, Repost, Withdrawal, Skipped, Rejected> content(QStringList cells);
    void takeGuardsOff(QStringList &cells);

    QString m_format;
    std::unique_ptr<Table> m_table;
    ColumnMapping m_mapping;
    ColumnPlaces m_places;
    AudienceColumns m_audience;
    LabelReading m_labels;
    bool m_isGuarded = false;
    bool m_hadGuards = false;
    qint64 m_unreadableTimes = 0;
    qint64 m_lostIds = 0;
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

CsvReader::CsvReader(const QString &format, std::unique_ptr<Table> table, ColumnMapping mapping, bool isOwn)
    : m_format(format),
      m_table(std::move(table)),
      m_mapping(std::move(mapping)),
      m_places(*m_table, m_mapping, isOwn),
      m_audience(m_table->header(), m_mapping.labels),
      m_isGuarded((m_table->hadMark() && namesOwnColumns(m_table->header()))
                  || (isOwn && isOwnSpreadsheetExport(m_table->header())))
{
}

void CsvReader::readTime(Story &story, const QString &text) const
{
    story.postedAtText = text;
    const auto time = parseTime(text, m_places.timeReading());
    if (time && isPlausible(time->instant, m_now)) {
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
    }
}

Author CsvReader::author(const QStringList &cells) const
{
    Author author;
    author.nativeId = m_places.cell(StoryField::AuthorId, cells).trimmed();
    (void)damagedId(author.nativeId);
    author.handle = m_places.cell(StoryField::AuthorHandle, cells).trimmed();
    author.name = m_places.cell(StoryField::AuthorName, cells).trimmed();
    if (author.handle.startsWith(u'@'))
        author.handle.remove(0, 1);
    return author;
}

void CsvReader::addRelation(Story &story, Relation::Kind kind, QString other) const
{
    (void)damagedId(other);
    if (other.isEmpty())
        return;
    Relation relation;
    relation.kind = kind;
    (other.startsWith("http"_L1) ? relation.permalink : relation.nativeId) = other;
    story.relations << relation;
}

QVector<StoryLabel> CsvReader::labels(const QStringList &cells)
{
    QVector<StoryLabel> labels;
    for (const LabelColumn &label : std::as_const(m_mapping.labels))
        m_labels.read(label, cells.value(m_table->header().indexOf(label.column)), labels);
    return labels;
}

void CsvReader::takeGuardsOff(QStringList &cells)
{
    for (QString &cell : cells) {
        const qsizetype before = cell.size();
        cell = withoutGuard(cell);
        m_hadGuards = m_hadGuards || cell.size() != before;
    }
}

std::variant<Story, Repost, Withdrawal, Skipped, Rejected> CsvReader::content(QStringList cells)
{
    if (m_isGuarded)
        takeGuardsOff(cells);
    Story story;
    story.platform = platformOf(m_places.cell(StoryField::Platform, cells), m_mapping.platform);
    story.nativeId = m_places.cell(StoryField::NativeId, cells).trimmed();
    const auto damaged = damagedId(story.nativeId);
    if (damaged)
        story.attributes << Attribute{u"rounded_id"_s, *damaged, false};
    story.permalink = m_places.cell(StoryField::Permalink, cells).trimmed();
    story.author = author(cells);
    readTime(story, m_places.timeCell(cells));
    story.text = m_places.cell(StoryField::Text, cells);
    story.contentWarning = m_places.cell(StoryField::ContentWarning, cells);
    story.mediaDescriptions = m_places.cell(StoryField::MediaDescriptions, cells).split(u'\n', Qt::SkipEmptyParts);
    story.hashtags = splitTags(m_places.cell(StoryField::Hashtags, cells));
    story.language = languageCode(m_places.cell(StoryField::Language, cells));
    story.sensitive = yesOrNo(m_places.cell(StoryField::Sensitive, cells));
    addRelation(story, Relation::Kind::Reply, m_places.cell(StoryField::ReplyTo, cells).trimmed());
    addRelation(story, Relation::Kind::Quote, m_places.cell(StoryField::QuoteOf, cells).trimmed());
    m_places.addAttributes(story, cells);
    auto checked = checkedStory(std::move(story));
    if (const auto *taken = std::get_if<Story>(&checked)) {
        m_lostIds += damaged && taken->nativeId.isEmpty();
        m_unreadableTimes += !taken->postedAt && !taken->postedAtText.isEmpty();
    }
    return checked;
}

Result<std::optional<Record>> CsvReader::next()
{
    auto row = m_table->next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Record>();
    const qint64 line = (*row)->line;
    Record record{(*row)->number > 0 ? (*row)->number : line, (*row)->raw, {}, {}, {}, line};
    if (!(*row)->problem.isEmpty())
        record.content = Rejected{(*row)->problem};
    else if (m_table->repeatsHeader(**row))
        record.content = Skipped{Words::tr("the line of column names once more")};
    else if ((*row)->isForFew || m_audience.sayForFew((*row)->cells))
        record.content = Skipped{Words::tr("not public")};
    else {
        record.labels = labels((*row)->cells);
        record.content = content(std::move((*row)->cells));
    }
    return std::optional(std::move(record));
}

QStringList CsvReader::notes() const
{
    QStringList notes = m_table->notes() + m_places.notes() + m_labels.notes();
    if (m_hadGuards)
        notes << Words::tr(
            "The file was written for a spreadsheet: the apostrophes that guard cells were taken off.");
    if (m_lostIds > 0) {
        notes << Words::tr(
            "The ids of %n stories were shortened by a spreadsheet (1.23E+17), so their last digits are "
            "lost. These stories are told apart by link, or by time, author and text. If you have the "
            "file as it was before it was opened there, import that instead.",
            nullptr, int(m_lostIds));
    }
    if (m_unreadableTimes > 0) {
        notes << Words::tr("%n times could not be read; those stories are undated.", nullptr,
                           int(m_unreadableTimes));
    }
    return notes;
}

Result<std::unique_ptr<Reader>> make(const QString &format, std::unique_ptr<ByteStream> bytes, const QString &name,
                                     const ReaderOptions &options)
{
    auto table = openTable(format, std::move(bytes), name, options.form);
    if (!table)
        return table.error();
    const QVector<QStringList> firstRows = (*table)->cellsAhead(rowsForPersonal);
    ColumnMapping mapping = mappingFor((*table)->header(), firstRows, options.mapping);
    if (options.isPart && !checkColumns(mapping, **table, format))
        mapping = mappingFor((*table)->header(), firstRows, {});
    if (auto checked = checkColumns(mapping, **table, format); !checked)
        return checked.error();
    const bool isOwn = isOwnExport((*table)->header());
    const bool isGuess = !isOwn && !(options.mapping && options.mapping->columns.contains(StoryField::Text));
    if (auto checked = isGuess ? checkGuess(mapping, **table, format) : Result<>(); !checked)
        return checked.error();
    return std::unique_ptr<Reader>(
        std::make_unique<CsvReader>(format, std::move(*table), std::move(mapping), isOwn));
}

} // namespace

Format csvFormat()
{
    return {.key = u"csv"_s,
            .name = Words::tr("CSV with a first line of column names"),
            .make = [](std::unique_ptr<ByteStream> bytes, const QString &name, const ReaderOptions &options) {
                return make(u"csv"_s, std::move(bytes), name, options);
            }};
}

Format jsonFormat()
{
    return {.key = u"json"_s,
            .name = Words::tr("JSON of any shape"),
            .make = [](std::unique_ptr<ByteStream> bytes, const QString &name, const ReaderOptions &options) {
                return make(u"json"_s, std::move(bytes), name, options);
            }};
}

} // namespace tidemark
