#include "export/CsvLines.h"

#include "text/ExactText.h"

#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype longestSpreadsheetCell = 32767; ///< UTF-16 units

} // namespace

void CsvLines::addText(QByteArrayView text)
{
    beginCell(text);
    m_format.appendText(m_block.bytes, text);
}

void CsvLines::addValue(QByteArrayView value)
{
    beginCell(value);
    m_format.appendValue(m_block.bytes, value);
}

void CsvLines::endLine()
{
    if (m_block.bytes.size() == m_lineStart)
        m_block.bytes += "\"\""; // a line with nothing on it reads as no story
    m_format.endLine(m_block.bytes);
    m_isFirst = true;
    m_lineStart = m_block.bytes.size();
}

void CsvLines::beginCell(QByteArrayView content)
{
    if (!std::exchange(m_isFirst, false))
        m_format.appendSeparator(m_block.bytes);
    if (m_format.isForSpreadsheet() && content.size() > longestSpreadsheetCell
        && textFromUtf8(content).size() > longestSpreadsheetCell)
        ++m_block.longCells;
}

} // namespace tidemark
