#include "export/CsvLines.h"

#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype usualLine = 512; ///< bytes
constexpr qsizetype longestSpreadsheetCell = 32767;

} // namespace

CsvLines::CsvLines(const ExportSettings &settings, ExportColumns columns)
    : m_format(settings.reader, settings.separator), m_columns(std::move(columns)), m_reader(settings.reader)
{
}

CsvBlock CsvLines::beginning() const
{
    CsvBlock block;
    block.bytes = m_format.beginning();
    QVector<Cell> cells;
    const QStringList names = headings();
    for (const QString &heading : names)
        cells.append({heading, true});
    append(block, cells);
    return block;
}

CsvBlock CsvLines::of(const QVector<StoryPage> &stories) const
{
    CsvBlock block;
    block.bytes.reserve(stories.size() * usualLine);
    for (const StoryPage &story : stories)
        append(block, m_columns.cells(story, block.replaced));
    block.rows = stories.size();
    return block;
}

void CsvLines::append(CsvBlock &block, const QVector<Cell> &cells) const
{
    bool first = true;
    for (const Cell &cell : cells) {
        if (!std::exchange(first, false))
            m_format.appendSeparator(block.bytes);
        if (cell.isText)
            m_format.appendText(block.bytes, cell.text);
        else
            m_format.appendValue(block.bytes, cell.text);
        if (m_reader == ExportReader::Spreadsheet && cell.text.size() > longestSpreadsheetCell)
            ++block.longCells;
    }
    m_format.endLine(block.bytes);
}

} // namespace tidemark
