#include "export/CsvChunk.h"

#include <algorithm>
#include <utility>

namespace tidemark {

CsvChunk::CsvChunk(const CsvFormat &format, const ExportColumns &columns, Write write)
    : m_format(format), m_columns(columns), m_write(std::move(write))
{
}

void CsvChunk::add(const StoredStory &story, qsizetype place)
{
    const qsizetype start = m_block.bytes.size();
    CsvLines lines(m_format, m_block);
    m_columns.write(story, lines);
    m_lines.push_back({place, start, m_block.bytes.size() - start});
    ++m_block.rows;
    if (story.attributesDamaged)
        ++m_block.damaged;
}

Result<> CsvChunk::write()
{
    putInOrder();
    const auto done = m_write(m_block);
    m_block.clear();
    m_lines.clear();
    return done;
}

/// The stories came as they lie in the store.
void CsvChunk::putInOrder()
{
    const auto before = [](const Line &a, const Line &b) { return a.place < b.place; };
    if (std::is_sorted(m_lines.begin(), m_lines.end(), before))
        return;
    std::sort(m_lines.begin(), m_lines.end(), before);
    QByteArray ordered;
    ordered.reserve(m_block.bytes.size());
    for (const Line &line : m_lines)
        ordered.append(QByteArrayView(m_block.bytes).sliced(line.start, line.size));
    m_block.bytes = std::move(ordered);
}

} // namespace tidemark
