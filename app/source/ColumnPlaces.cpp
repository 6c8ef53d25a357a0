#include "source/ColumnPlaces.h"

#include "source/HeaderGuess.h"
#include "source/TableCells.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

} // namespace

ColumnPlaces::ColumnPlaces(const Table &table, const ColumnMapping &mapping, bool isOwn)
    : m_header(table.header()), m_isOwn(isOwn)
{
    placeFields(mapping);
    placeAttributes(table, mapping);
    chooseDayOrder(table, mapping);
}

void ColumnPlaces::placeFields(const ColumnMapping &mapping)
{
    QStringList understood;
    for (const StoryField field : allStoryFields()) {
        if (!mapping.columns.contains(field))
            continue;
        const QString column = mapping.columns.value(field);
        m_columns.insert(field, m_header.indexOf(column));
        understood << u"%1 = %2"_s.arg(storyFieldName(field), column);
    }
    m_notes << Words::tr("Columns were understood as: %1.").arg(understood.join(u", "_s));
    if (!m_isOwn)
        m_timeColumn = timeColumnBeside(m_header, mapping.columns.value(StoryField::PostedAt));
    if (m_timeColumn >= 0) {
        m_notes << Words::tr("The columns “%1” and “%2” together are the time.")
                       .arg(mapping.columns.value(StoryField::PostedAt), m_header.at(m_timeColumn));
    }
    if (!mapping.timeZone.isEmpty())
        m_reading.zone = QTimeZone(mapping.timeZone.toUtf8());
    m_reading.excelSerials = mapping.excelSerials;
}

void ColumnPlaces::placeAttributes(const Table &table, const ColumnMapping &mapping)
{
    const QStringList personal = personalColumns(m_header, table.cellsAhead(rowsForPersonal));
    QStringList keptApart;
    for (qsizetype column = 0; column < m_header.size(); ++column) {
        const QString &name = m_header.at(column);
        const bool wanted
            = mapping.attributes ? mapping.attributes->contains(name) : !mapping.ignored.contains(name);
        const bool isMapped = std::find(m_columns.cbegin(), m_columns.cend(), column) != m_columns.cend();
        const bool isLabel = std::any_of(mapping.labels.cbegin(), mapping.labels.cend(),
                                         [&](const LabelColumn &label) { return label.column == name; });
        if (!wanted || column == m_timeColumn || isMapped || isLabel)
            continue;
        const bool isPersonal = personal.contains(name) && !mapping.ticked.contains(name);
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

void ColumnPlaces::chooseDayOrder(const Table &table, const ColumnMapping &mapping)
{
    if (mapping.dayFirst) {
        m_reading.dayFirst = *mapping.dayFirst;
        return;
    }
    bool dayFirst = false;
    bool monthFirst = false;
    bool ambiguous = false;
    for (const CsvRow &row : table.rowsAhead()) {
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

QString ColumnPlaces::cell(StoryField field, const QStringList &cells) const
{
    const auto column = m_columns.constFind(field);
    const QString said = column == m_columns.constEnd() ? QString() : cells.value(*column);
    if (field == StoryField::Text)
        return said;
    if (field == StoryField::AuthorHandle || field == StoryField::AuthorName)
        return said == "NA"_L1 ? QString() : said; // somebody may be called None
    return saysNothing(said) ? QString() : said;
}

QString ColumnPlaces::timeCell(const QStringList &cells) const
{
    const QString date = cell(StoryField::PostedAt, cells).trimmed();
    const QString time = cells.value(m_timeColumn).trimmed();
    return date.isEmpty() || time.isEmpty() ? date : date + u' ' + time;
}

void ColumnPlaces::addAttributes(Story &story, const QStringList &cells) const
{
    for (const AttributeColumn &column : m_attributes) {
        const QString &value = cells.at(column.column);
        if (!value.isEmpty())
            story.attributes << Attribute{column.name, value, column.personal};
    }
    // Cells beyond the header: nobody can tell what they are about, so they stay out of sight.
    for (qsizetype column = m_header.size(); column < cells.size(); ++column) {
        if (!cells.at(column).isEmpty())
            story.attributes << Attribute{Words::tr("column %1").arg(column + 1), cells.at(column), true};
    }
}

} // namespace tidemark
