#pragma once

#include "source/ByteStream.h"

#include <optional>

namespace tidemark {

/// The longest record (a line, or a field of a CSV file) that is taken.
inline constexpr qsizetype longestRecord = 16 * 1024 * 1024;

struct Line
{
    qint64 number = 0;     ///< from 1, blank lines counted
    QByteArray bytes;      ///< without LF or CRLF; of an overlong line only the beginning
    bool overlong = false; ///< longer than longestRecord; the rest of the line was passed over
    bool complete = true;  ///< false: the stream ended, or broke, before the line did
    qint64 line = 0;       ///< in which it begins, from 1
    QByteArray id = {};    ///< of a JSON value: the name it stands under, where that is a post's id
};

/// Cuts a stream into lines in constant memory. A byte-order mark at the start is dropped.
class LineReader
{
public:
    explicit LineReader(std::unique_ptr<ByteStream> bytes);

    /// The next line, or nothing at the end. An Error of the stream comes after the lines before it.
    Result<std::optional<Line>> next();

    /// Whether nothing but blanks follows.
    [[nodiscard]] bool isAtEnd();

    [[nodiscard]] qint64 consumed() const { return m_bytes->consumed(); }
    [[nodiscard]] qint64 size() const { return m_bytes->size(); }

private:
    void refill();
    Line take(qsizetype length, bool complete);
    Line takeOverlong();

    std::unique_ptr<ByteStream> m_bytes;
    QByteArray m_buffer;
    qsizetype m_place = 0;
    qint64 m_number = 0;
    bool m_ended = false;
    std::optional<Error> m_failure;
};

} // namespace tidemark
