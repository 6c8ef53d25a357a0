#include "export/CsvLines.h"

#include "text/ExactText.h"

#include <array>
#include <charconv>
#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype longestSpreadsheetCell = 32767; ///< UTF-16 units

} // namespace

void CsvBlock::clear()
{
    bytes.resize(0);
    rows = 0;
    longCells = 0;
    damaged = 0;
    replaced.clear();
}

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

void CsvLines::addNumber(qint64 number)
{
    std::array<char, 20> digits; // the least has a sign and nineteen
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    addValue(QByteArrayView(digits.begin(), end));
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
