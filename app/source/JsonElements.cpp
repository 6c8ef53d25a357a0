#include "source/JsonElements.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr qsizetype piece = 256 * 1024;
constexpr qsizetype deepestIndent = 64;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

JsonElements::JsonElements(std::unique_ptr<ByteStream> bytes) : m_bytes(std::move(bytes))
{
    fill(3);
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_place = 3;
}

/// Whether there is a byte at a place.
bool JsonElements::fill(qsizetype place)
{
    while (place >= m_buffer.size() && !m_ended) {
        const qsizetype had = m_buffer.size();
        m_buffer.resize(had + piece);
        const auto count = m_bytes->read({m_buffer.data() + had, size_t(piece)});
        m_buffer.resize(had + qsizetype(count ? *count : 0));
        if (!count)
            m_failure = count.error();
        m_ended = !count || *count == 0;
    }
    return place < m_buffer.size();
}

/// Goes to the first byte of the next value; false at the end.
bool JsonElements::findStart()
{
    for (; fill(m_place); ++m_place) {
        const char c = m_buffer[m_place];
        if (c == '\n')
            m_lineStart = m_place + 1;
        // X's scripts may end in a semicolon.
        if (isBlank(c) || c == ',' || c == ';' || c == recordSeparator)
            continue;
        if (c == (m_inList ? ']' : '['))
            m_inList = !m_inList;
        else
            return true;
    }
    return false;
}

/// The place behind the value that begins at m_place; -1 if it has no end.
qsizetype JsonElements::endOfValue()
{
    const qsizetype most = m_place + (m_inList ? longestRecord : longestDocument);
    const char first = m_buffer[m_place];
    const bool isNested = first == '{' || first == '[';
    qsizetype depth = 0;
    bool inText = false;
    for (qsizetype place = m_place; place <= most && fill(place); ++place) {
        const char c = m_buffer[place];
        if (inText) {
            place += c == '\\';
            inText = c != '"';
            if (!inText && depth == 0)
                return place + 1;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return place == m_place ? place + 1 : place;
            if (--depth == 0)
                return place + 1;
        } else if (!isNested && depth == 0 && (c == ',' || isBlank(c))) {
            return place;
        }
    }
    return !isNested && !inText && m_ended ? m_buffer.size() : -1;
}

Line JsonElements::take(qsizetype length)
{
    Line value{++m_number, m_buffer.mid(m_place, length), false, true};
    m_place += length;
    // Elements are taken off the front in one go, not one by one.
    if (m_place > piece) {
        m_buffer.remove(0, m_place);
        m_lineStart -= m_place;
        m_place = 0;
    }
    return value;
}

Line JsonElements::takeEndless()
{
    const bool isOverlong = m_buffer.size() - m_place > longestRecord;
    const bool hasLine = m_lineStart >= 0 && m_place - m_lineStart <= deepestIndent;
    qsizetype end = -1;
    if (hasLine) {
        const QByteArray lineBegin = '\n' + m_buffer.mid(m_lineStart, m_place - m_lineStart + 1);
        end = m_buffer.indexOf(lineBegin, m_place);
    }
    Line value{++m_number, m_buffer.mid(m_place, end < 0 ? piece : std::min(piece, end - m_place)), isOverlong,
               false};
    if (end >= 0) {
        m_place = end;
        return value;
    }
    while (fill(m_buffer.size()))
        m_buffer.clear();
    m_place = m_buffer.size();
    return value;
}

Result<std::optional<Line>> JsonElements::next()
{
    if (!findStart()) {
        if (m_failure)
            return *m_failure;
        return std::optional<Line>();
    }
    const qsizetype end = endOfValue();
    return std::optional(end < 0 ? takeEndless() : take(end - m_place));
}

} // namespace tidemark
