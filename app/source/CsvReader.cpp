// One reader, whose columns, dates and labels are placed once from the header and then read row by row.
#include "source/AudienceColumns.h"
#include "source/ColumnCheck.h"
#include "source/Dates.h"
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

constexpr qsizetype rowsForPersonal = 200;

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
    void placeColumns();
    void chooseDayOrder();
    void placeAttributes();
    [[nodiscard]] QString cell(StoryField field, const QStringList &cells) const;
    [[nodiscard]] QString timeCell(const QStringList &cells) const;
    void readTime(Story &story, const QString &text) const;
    [[nodiscard]] Author author(const QStringList &cells) const;
    void addRelation(Story &story, Relation::Kind kind, QString other) const;
    void addAttributes(Story &story, const QStringList &cells) const;
    [[nodiscard]] QVector<StoryLabel> labels(const QStringList &cells);
    std::variant<Story, Repost, Withdrawal, Skipped, Rejected> content(QStringList cells);
    void takeGuardsOff(QStringList &cells);

    struct AttributeColumn
    {
        qsizetype column = 0;
        QString name;
        bool personal = false;
    };

    QString m_format;
    std::unique_ptr<Table> m_table;
    ColumnMapping m_mapping;
    QHash<StoryField, qsizetype> m_columns;
    qsizetype m_timeColumn = -1;
    QVector<AttributeColumn> m_attributes;
    AudienceColumns m_audience;
    LabelReading m_labels;
    TimeReading m_reading;
    bool m_isOwn = false;
    bool m_isGuarded = false;
    bool m_hadGuards = false;
    QStringList m_notes;
    qint64 m_unreadableTimes = 0;
    qint64 m_lostIds = 0;
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

CsvReader::CsvReader(const QString &format, std::unique_ptr<Table> table, ColumnMapping mapping, bool isOwn)
    : m_format(format),
      m_table(std::move(table)),
      m_mapping(std::move(mapping)),
      m_audience(m_table->header(), m_mapping.labels),
      m_isOwn(isOwn),
      m_isGuarded((m_table->hadMark() && namesOwnColumns(m_table->header()))
                  || (isOwn && isOwnSpreadsheetExport(m_table->header())))
{
    placeColumns();
    placeAttributes();
    chooseDayOrder();
}

void CsvReader::placeColumns()
{
    QStringList understood;
    for (const StoryField field : allStoryFields()) {
        if (!m_mapping.columns.contains(field))
            continue;
        const QString column = m_mapping.columns.value(field);
        m_columns.insert(field, m_table->header().indexOf(column));
        understood << u"%1 = %2"_s.arg(storyFieldName(field), column);
    }
    m_notes << Words::tr("Columns were understood as: %1.").arg(understood.join(u", "_s));
    if (!m_isOwn)
        m_timeColumn = timeColumnBeside(m_table->header(), m_mapping.columns.value(StoryField::PostedAt));
    if (m_timeColumn >= 0) {
        m_notes << Words::tr("The columns “%1” and “%2” together are the time.")
                       .arg(m_mapping.columns.value(StoryField::PostedAt), m_table->header().at(m_timeColumn));
    }
    if (!m_mapping.timeZone.isEmpty())
        m_reading.zone = QTimeZone(m_mapping.timeZone.toUtf8());
    m_reading.excelSerials = m_mapping.excelSerials;
}

void CsvReader::placeAttributes()
{
    const QStringList personal = personalColumns(m_table->header(), m_table->cellsAhead(rowsForPersonal));
    QStringList keptApart;
    for (qsizetype column = 0; column < m_table->header().size(); ++column) {
        const QString &name = m_table->header().at(column);
        const bool wanted
            = m_mapping.attributes ? m_mapping.attributes->contains(name) : !m_mapping.ignored.contains(name);
        const bool isMapped = std::find(m_columns.cbegin(), m_columns.cend(), column) != m_columns.cend();
        const bool isLabel = std::any_of(m_mapping.labels.cbegin(), m_mapping.labels.cend(),
                                         [&](const LabelColumn &label) { return label.column == name; });
        if (!wanted || column == m_timeColumn || isMapped || isLabel)
            continue;
        const bool isPersonal = personal.contains(name) && !m_mapping.ticked.contains(name);
        if (isPersonal)
            keptApart << name;
        const bool isPrefixed = m_isOwn && name.startsWith("attr:"_L1);
        m_attributes << AttributeColumn{column, isPrefixed ? name.mid(5) : name, isPersonal};
    }
    if (!keptApart.isEmpty()) {
        m_notes << Words::tr("Columns that look as if they were about people are kept out of sight: %1.")
                       .arg(keptApart.join(u", "_s));
    }
}

void CsvReader::chooseDayOrder()
{
    if (m_mapping.dayFirst) {
        m_reading.dayFirst = *m_mapping.dayFirst;
        return;
    }
    bool dayFirst = false;
    bool monthFirst = false;
    bool ambiguous = false;
    for (const CsvRow &row : m_table->rowsAhead()) {
        const QString text = row.cells.value(m_columns.value(StoryField::PostedAt, -1));
        const DayOrder order = dayOrder(text);
        dayFirst |= order == DayOrder::DayFirst;
        monthFirst |= order == DayOrder::MonthFirst;
        ambiguous |= order == DayOrder::Ambiguous;
    }
    m_reading.dayFirst = dayFirst && !monthFirst;
    if (ambiguous && dayFirst == monthFirst) {
        m_notes << Words::tr(
            "Dates like 3/4/2018 can be read in two ways; the month was taken to come first. If it "
            "is the day, say so and import again.");
    } else if (dayFirst != monthFirst) {
        m_notes << (dayFirst ? Words::tr("Dates were read with the day first.")
                             : Words::tr("Dates were read with the month first."));
    }
}

QString CsvReader::cell(StoryField field, const QStringList &cells) const
{
    const auto column = m_columns.constFind(field);
    const QString said = column == m_columns.constEnd() ? QString() : cells.value(*column);
    if (field == StoryField::Text)
        return said;
    if (field == StoryField::AuthorHandle || field == StoryField::AuthorName)
        return said == "NA"_L1 ? QString() : said; // somebody may be called None
    return saysNothing(said) ? QString() : said;
}

QString CsvReader::timeCell(const QStringList &cells) const
{
    const QString date = cell(StoryField::PostedAt, cells).trimmed();
    const QString time = cells.value(m_timeColumn).trimmed();
    return date.isEmpty() || time.isEmpty() ? date : date + u' ' + time;
}

void CsvReader::readTime(Story &story, const QString &text) const
{
    story.postedAtText = text;
    const auto time = parseTime(text, m_reading);
    if (time && isPlausible(time->instant, m_now)) {
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
    }
}

Author CsvReader::author(const QStringList &cells) const
{
    Author author;
    author.nativeId = cell(StoryField::AuthorId, cells).trimmed();
    (void)damagedId(author.nativeId);
    author.handle = cell(StoryField::AuthorHandle, cells).trimmed();
    author.name = cell(StoryField::AuthorName, cells).trimmed();
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

void CsvReader::addAttributes(Story &story, const QStringList &cells) const
{
    for (const AttributeColumn &column : m_attributes) {
        const QString &value = cells.at(column.column);
        if (!value.isEmpty())
            story.attributes << Attribute{column.name, value, column.personal};
    }
    // Cells beyond the header: nobody can tell what they are about, so they stay out of sight.
    for (qsizetype column = m_table->header().size(); column < cells.size(); ++column) {
        if (!cells.at(column).isEmpty())
            story.attributes << Attribute{Words::tr("column %1").arg(column + 1), cells.at(column), true};
    }
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
    story.platform = platformOf(cell(StoryField::Platform, cells), m_mapping.platform);
    story.nativeId = cell(StoryField::NativeId, cells).trimmed();
    const auto damaged = damagedId(story.nativeId);
    if (damaged)
        story.attributes << Attribute{u"rounded_id"_s, *damaged, false};
    story.permalink = cell(StoryField::Permalink, cells).trimmed();
    story.author = author(cells);
    readTime(story, timeCell(cells));
    story.text = cell(StoryField::Text, cells);
    story.contentWarning = cell(StoryField::ContentWarning, cells);
    story.mediaDescriptions = cell(StoryField::MediaDescriptions, cells).split(u'\n', Qt::SkipEmptyParts);
    story.hashtags = splitTags(cell(StoryField::Hashtags, cells));
    story.language = languageCode(cell(StoryField::Language, cells));
    story.sensitive = yesOrNo(cell(StoryField::Sensitive, cells));
    addRelation(story, Relation::Kind::Reply, cell(StoryField::ReplyTo, cells).trimmed());
    addRelation(story, Relation::Kind::Quote, cell(StoryField::QuoteOf, cells).trimmed());
    addAttributes(story, cells);
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
    QStringList notes = m_table->notes() + m_notes + m_labels.notes();
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
