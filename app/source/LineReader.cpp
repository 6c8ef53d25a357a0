#include "source/LineReader.h"

namespace tidemark {

namespace {

constexpr qsizetype piece = 256 * 1024;

} // namespace

LineReader::LineReader(std::unique_ptr<ByteStream> bytes) : m_bytes(std::move(bytes))
{
    refill();
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_place = 3;
}

Result<std::optional<Line>> LineReader::next()
{
    qsizetype searched = 0;
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', m_place + searched);
        if (end >= 0 && end - m_place <= longestRecord)
            return std::optional(take(end - m_place, true));
        searched = m_buffer.size() - m_place;
        if (end >= 0 || searched > longestRecord)
            return std::optional(takeOverlong());
        if (m_ended)
            break;
        refill();
    }
    if (searched > 0)
        return std::optional(take(searched, false));
    if (m_failure)
        return *m_failure;
    return std::optional<Line>();
}

bool LineReader::isAtEnd()
{
    while (true) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_place);
        if (!rest.trimmed().isEmpty())
            return false;
        if (m_ended)
            return true;
        refill();
    }
}

void LineReader::refill()
{
    m_buffer.remove(0, m_place);
    m_place = 0;
    const auto count = appendNext(*m_bytes, m_buffer, piece);
    if (!count)
        m_failure = count.error();
    m_ended = !count || *count == 0;
}

Line LineReader::take(qsizetype length, bool complete)
{
    ++m_number;
    Line line{m_number, m_buffer.mid(m_place, length), false, complete, m_number};
    m_place += length + (complete ? 1 : 0);
    if (line.bytes.endsWith('\r'))
        line.bytes.chop(1);
    return line;
}

Line LineReader::takeOverlong()
{
    ++m_number;
    Line line{m_number, m_buffer.mid(m_place, piece), true, true, m_number};
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', m_place);
        m_place = end < 0 ? m_buffer.size() : end + 1;
        if (end >= 0 || m_ended)
            return line;
        refill();
    }
}

} // namespace tidemark
