#include "source/JsonElements.h"

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype piece = 256 * 1024;
constexpr qsizetype deepestIndent = 64;

/// Between a bracket and the value under the first id stand no more bytes than these.
constexpr qsizetype longestWayToValue = 512;

/// When so many bytes were followed in vain, values are taken to end before the next line that begins as they do.
constexpr qint64 mostInVain = 256 * 1024 * 1024;

constexpr qsizetype longestRowNumber = 9; ///< in digits

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNumber(QByteArrayView name)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isDigit);
}

/// The digits of a number, a fullname of Reddit's, or an address.
bool isPostId(QByteArrayView name)
{
    return name.startsWith("t1_") || name.startsWith("t3_") || name.startsWith("at://") || name.startsWith("http")
        || isNumber(name);
}

bool isRecordList(QByteArrayView name)
{
    return name == "items" || std::ranges::any_of(recordLists, [&](const char *list) { return name == list; });
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

QByteArray memberForId(QByteArrayView id)
{
    if (!isPostId(id) || (isNumber(id) && id.size() <= longestRowNumber))
        return {};
    if (isNumber(id))
        return "id";
    return id.startsWith("t") ? "name" : "uri";
}

QByteArray firstId(QByteArrayView json)
{
    if (firstValueUnderId(json) < 0)
        return {};
    const qsizetype open = behindBlanks(json, 0);
    return memberAt(json, behindBlanks(json, open + 1)).name.toByteArray();
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
        const auto count = appendNext(*m_bytes, m_buffer, piece);
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
        if (c == '\n') {
            m_lineStart = m_place + 1;
            ++m_line;
        }
        // X's scripts may end in a semicolon.
        if (isBlank(c) || c == ',' || c == ';' || c == recordSeparator)
            continue;
        if (m_listEnd != '\0' && c == m_listEnd) {
            m_listEnd = '\0';
            m_id.clear();
        } else if (m_listEnd == '\0' && m_isInEnvelope) {
            m_isInEnvelope = stepInEnvelope();
            if (!m_isInEnvelope && c != '}')
                --m_place; // no member of the envelope: what stands behind a damaged one
        } else if (m_listEnd == '\0' && c == '[') {
            m_listEnd = ']';
        } else if (m_listEnd == '\0' && c == '{' && startsIds()) {
            m_listEnd = '}';
        } else if (m_listEnd != '}' || !passName()) {
            return true;
        }
    }
    return false;
}

/// Whether the object at m_place is one whose members are called by ids.
bool JsonElements::startsIds()
{
    (void)fill(m_place + longestWayToValue);
    return firstValueUnderId(QByteArrayView(m_buffer).sliced(m_place)) > 0;
}

/// Whether the object at m_place, as far as it is known, has a list of records.
bool JsonElements::holdsRecords(qsizetype known) const
{
    const QByteArrayView json = QByteArrayView(m_buffer).first(known);
    if (m_listEnd != '\0' || m_isInEnvelope || m_place >= known || json[m_place] != '{')
        return false;
    for (qsizetype place = m_place + 1; place < known; ++place) {
        if (isBlank(json[place]) || json[place] == ',')
            continue;
        const Member member = memberAt(json, place);
        if (member.value <= 0 || member.value >= known)
            return false;
        if (json[member.value] == '[' && isRecordList(member.name))
            return true;
        JsonFollower follower;
        auto step = JsonFollower::Step::Inside;
        for (place = member.value; place < known && step == JsonFollower::Step::Inside; ++place)
            step = follower.take(json[place]);
        place -= step == JsonFollower::Step::Behind ? 2 : 1;
    }
    return false;
}

bool JsonElements::enterEnvelope()
{
    return findStart() && enterEnvelope(m_buffer.size());
}

bool JsonElements::enterEnvelope(qsizetype known)
{
    if (!holdsRecords(known))
        return false;
    m_isInEnvelope = true;
    ++m_place;
    return true;
}

/// From a member of the envelope to the end of its value, or into its list; false: the envelope ends here.
bool JsonElements::stepInEnvelope()
{
    (void)fill(m_place + longestWayToValue);
    const Member member = memberAt(m_buffer, m_place);
    if (member.value <= 0 || !fill(member.value))
        return false;
    const bool isList = m_buffer[member.value] == '[' && isRecordList(member.name);
    countLines(member.value);
    m_place = member.value;
    if (isList) {
        m_listEnd = ']';
    } else {
        passOver({}, m_place);
        --m_place;
    }
    return true;
}

/// Goes from a member's name to before its value; false: none stands here.
bool JsonElements::passName()
{
    if (m_buffer[m_place] != '"')
        return false;
    (void)fill(m_place + longestWayToValue);
    const Member member = memberAt(m_buffer, m_place);
    if (member.value <= 0)
        return false;
    m_id = member.name.toByteArray();
    countLines(member.value);
    m_place = member.value - 1;
    return true;
}

/// The place behind the value that begins at m_place. -1 if it has no end, or is longer than what is taken: then a
/// follower has reached `followed`.
qsizetype JsonElements::endOfValue(JsonFollower &reached, qsizetype &followed)
{
    const qsizetype most = m_place + (m_listEnd != '\0' ? longestRecord : longestDocument);
    const QByteArray limit = m_inVain > mostInVain ? similarBeginning() : QByteArray();
    JsonFollower follower; // here, for a loop over all bytes of a file
    for (followed = m_place; followed < most && fill(followed);) {
        if (!limit.isEmpty() && followed > m_place
            && QByteArrayView(m_buffer).sliced(followed - 1).startsWith(limit))
            break;
        const qsizetype lineEnd = limit.isEmpty() ? -1 : m_buffer.indexOf('\n', followed);
        const char *bytes = m_buffer.constData();
        for (const qsizetype end = std::min(most, lineEnd < 0 ? m_buffer.size() : lineEnd + 1); followed < end;
             ++followed) {
            const auto step = follower.take(bytes[followed]);
            if (step != JsonFollower::Step::Inside)
                return step == JsonFollower::Step::End ? followed + 1 : followed;
        }
    }
    reached = follower;
    return follower.mayEndAnywhere() && m_ended ? m_buffer.size() : -1;
}

/// Counts the lines that end between m_place and another one.
void JsonElements::countLines(qsizetype end)
{
    const QByteArrayView passed = QByteArrayView(m_buffer).sliced(m_place, end - m_place);
    const qsizetype last = passed.lastIndexOf('\n');
    if (last < 0)
        return;
    m_line += std::count(passed.cbegin(), passed.cend(), '\n');
    m_lineStart = m_place + last + 1;
}

Line JsonElements::take(qsizetype length)
{
    Line value{++m_number, m_buffer.mid(m_place, length), false, true, m_line, std::exchange(m_id, {})};
    countLines(m_place + length);
    m_place += length;
    dropPassed();
    return value;
}

/// Elements are taken off the front in one go, not one by one.
void JsonElements::dropPassed()
{
    if (m_place <= piece)
        return;
    m_buffer.remove(0, m_place);
    m_lineStart -= m_place;
    m_place = 0;
}

/// A line's end and the beginning of a line that begins as that of the present value does; empty: none is known.
QByteArray JsonElements::similarBeginning() const
{
    if (m_lineStart < 0 || m_place - m_lineStart > deepestIndent)
        return {};
    const qsizetype begin = m_listEnd == '}' ? behindBlanks(m_buffer, m_lineStart) : m_place;
    return '\n' + m_buffer.mid(m_lineStart, begin - m_lineStart + 1);
}

/// Goes behind a value that isn't kept, without holding it.
void JsonElements::passOver(JsonFollower follower, qsizetype followed)
{
    auto step = JsonFollower::Step::Inside;
    while (step == JsonFollower::Step::Inside && fill(followed)) {
        step = follower.take(m_buffer[followed]);
        followed += step == JsonFollower::Step::Behind ? 0 : 1;
        if (followed == m_buffer.size()) {
            countLines(followed);
            m_lineStart -= followed;
            m_buffer.clear();
            m_place = followed = 0;
        }
    }
    countLines(followed);
    m_place = followed;
}

Line JsonElements::takeEndless(const JsonFollower &follower, qsizetype followed)
{
    m_id.clear();
    const QByteArray similar = similarBeginning();
    const qsizetype end = similar.isEmpty() ? -1 : m_buffer.indexOf(similar, m_place);
    const bool isOverlong = (end < 0 ? m_buffer.size() : end) - m_place > longestRecord;
    Line value{++m_number, m_buffer.mid(m_place, end < 0 ? piece : std::min(piece, end - m_place)), isOverlong,
               false, m_line};
    if (end >= 0) {
        countLines(end);
        m_place = end;
        dropPassed();
    } else {
        passOver(follower, followed);
    }
    return value;
}

Result<std::optional<Line>> JsonElements::next()
{
    if (!findStart()) {
        if (m_failure)
            return *m_failure;
        return std::optional<Line>();
    }
    JsonFollower follower;
    qsizetype followed = m_place;
    const qsizetype end = endOfValue(follower, followed);
    if (end >= 0)
        return std::optional(take(end - m_place));
    m_inVain += followed - m_place;
    if (enterEnvelope(followed))
        return next();
    return std::optional(takeEndless(follower, followed));
}

} // namespace tidemark
