#pragma once

#include "source/JsonFollower.h"
#include "source/LineReader.h"

#include <array>
#include <optional>

namespace tidemark {

/// Where the first value begins of an object whose members are called by the ids of posts, {"920...": {...}, ...}:
/// its values are records as those of a list are. -1: the text begins with something else.
qsizetype firstValueUnderId(QByteArrayView json);

/// What servers and archives call the list of records that an object holds.
inline constexpr std::array recordLists{"statuses", "orderedItems", "posts", "feed", "records"};

/// The name of the member in which a post has such an id: "id", "uri" or "name". Empty for a short number, which
/// only counts the rows of a table.
QByteArray memberForId(QByteArrayView id);

/// The id that the first value of such an object stands under; empty where the text begins with something else.
QByteArray firstId(QByteArrayView json);

/// Cuts a stream into the JSON values in it without understanding them: the elements of lists at the top and of
/// objects whose members are called by ids, and what stands beside them, one after another. At most longestRecord
/// bytes an element, longestDocument a value beside lists.
///
/// An object around a list of records (an outbox, a search's answer) is one value, unless it is longer than that or
/// has no end: then the elements of its list are given instead.
///
/// Of a longer value only the beginning is given, and the rest goes on behind it. Where a value has no end, by
/// damage or because the file breaks off, it is given as incomplete, and the rest goes on at the next line that
/// begins as the value's own did (same indent, same bracket). Where many have none, a value is no longer followed
/// beyond such a line: the work grows with the file's length, not with its square.
class JsonElements
{
public:
    static constexpr qsizetype longestDocument = 64 * 1024 * 1024;
    static constexpr char recordSeparator = '\x1e'; ///< stands before each value in a text sequence, RFC 7464

    explicit JsonElements(std::unique_ptr<ByteStream> bytes);

    /// The next value, numbered from 1; nothing at the end. An Error of the stream comes after the values before
    /// it.
    Result<std::optional<Line>> next();

    /// Goes into the object that comes next, if it is one around a list of records.
    bool enterEnvelope();

    /// Whether no value follows.
    [[nodiscard]] bool isAtEnd() { return !findStart(); }

    [[nodiscard]] qint64 consumed() const { return m_bytes->consumed(); }
    [[nodiscard]] qint64 size() const { return m_bytes->size(); }

private:
    bool fill(qsizetype place);
    bool findStart();
    bool startsIds();
    bool passName();
    [[nodiscard]] bool holdsRecords(qsizetype known) const;
    bool enterEnvelope(qsizetype known);
    bool stepInEnvelope();
    qsizetype endOfValue(JsonFollower &reached, qsizetype &followed);
    [[nodiscard]] QByteArray similarBeginning() const;
    void passOver(JsonFollower follower, qsizetype followed);
    void countLines(qsizetype end);
    void dropPassed();
    Line take(qsizetype length);
    Line takeEndless(const JsonFollower &follower, qsizetype followed);

    std::unique_ptr<ByteStream> m_bytes;
    QByteArray m_buffer;
    qsizetype m_place = 0;
    qsizetype m_lineStart = 0; ///< of that line; negative: not in the buffer any more
    qint64 m_number = 0;
    qint64 m_inVain = 0;         ///< bytes of values without end that were followed
    qint64 m_line = 1;           ///< that m_place is in
    QByteArray m_id;             ///< see Line
    char m_listEnd = '\0';       ///< of the list, or object with ids, that m_place is in; 0: it is in none
    bool m_isInEnvelope = false; ///< m_place is in an object around lists of records
    bool m_ended = false;
    std::optional<Error> m_failure;
};

} // namespace tidemark
