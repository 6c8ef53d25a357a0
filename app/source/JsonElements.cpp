#include "source/JsonElements.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr qsizetype piece = 256 * 1024;
constexpr qsizetype deepestIndent = 64;

/// Between a bracket and the value under the first id stand no more bytes than these.
constexpr qsizetype longestWayToValue = 512;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The digits of a number, a fullname of Reddit's, or an address.
bool isPostId(QByteArrayView name)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return name.startsWith("t1_") || name.startsWith("t3_") || name.startsWith("at://") || name.startsWith("http")
        || (!name.isEmpty() && std::all_of(name.begin(), name.end(), isDigit));
}

qsizetype behindBlanks(QByteArrayView json, qsizetype place)
{
    while (place < json.size() && isBlank(json[place]))
        ++place;
    return place;
}

/// The name of a member that begins at `place`, and where its value does; -1: no name stands there.
struct Member
{
    QByteArrayView name;
    qsizetype value = -1;
};

Member memberAt(QByteArrayView json, qsizetype place)
{
    const qsizetype end = place < json.size() && json[place] == '"' ? json.indexOf('"', place + 1) : -1;
    const qsizetype colon = end < 0 ? json.size() : behindBlanks(json, end + 1);
    if (colon == json.size() || json[colon] != ':')
        return {};
    return {json.sliced(place + 1, end - place - 1), behindBlanks(json, colon + 1)};
}

} // namespace

qsizetype firstValueUnderId(QByteArrayView json)
{
    const qsizetype open = behindBlanks(json, 0);
    if (open == json.size() || json[open] != '{')
        return -1;
    const Member first = memberAt(json, behindBlanks(json, open + 1));
    return first.value >= 0 && first.value < json.size() && json[first.value] == '{' && isPostId(first.name)
        ? first.value
        : -1;
}

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
        if (m_listEnd != '\0' && c == m_listEnd)
            m_listEnd = '\0';
        else if (m_listEnd == '\0' && c == '[')
            m_listEnd = ']';
        else if (m_listEnd == '\0' && c == '{' && startsIds())
            m_listEnd = '}';
        else if (m_listEnd != '}' || !passName())
            return true;
    }
    return false;
}

/// Whether the object at m_place is one whose members are called by ids.
bool JsonElements::startsIds()
{
    (void)fill(m_place + longestWayToValue);
    return firstValueUnderId(QByteArrayView(m_buffer).sliced(m_place)) > 0;
}

/// Goes from a member's name to before its value; false: none stands here.
bool JsonElements::passName()
{
    if (m_buffer[m_place] != '"')
        return false;
    (void)fill(m_place + longestWayToValue);
    const qsizetype value = memberAt(m_buffer, m_place).value;
    if (value > 0)
        m_place = value - 1;
    return value > 0;
}

/// The place behind the value that begins at m_place; -1 if it has no end.
qsizetype JsonElements::endOfValue()
{
    const qsizetype most = m_place + (m_listEnd != '\0' ? longestRecord : longestDocument);
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
        const qsizetype begin = m_listEnd == '}' ? behindBlanks(m_buffer, m_lineStart) : m_place;
        const QByteArray lineBegin = '\n' + m_buffer.mid(m_lineStart, begin - m_lineStart + 1);
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
