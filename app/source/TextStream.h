#pragma once

#include "source/ByteStream.h"
#include "source/Utf8.h"

#include <QStringList>

#include <deque>
#include <memory>

struct UConverter;

namespace tidemark {

/// Text of any encoding as valid UTF-8.
///
/// A byte-order mark or the zeros of UTF-16 and UTF-32 decide at once, then what the text itself declares (UTF-8
/// must prove true). Otherwise nothing is decided while all is ASCII; at the first other byte the next 64 KiB
/// decide between UTF-8 (also a slightly broken one, whose bad bytes become U+FFFD), old Mac and DOS encodings by
/// their letters, and what uchardet says, for which short or doubtful samples mean Windows-1252.
class TextStream final : public ByteStream
{
public:
    /// declared: the encoding that the text names, in capitals; empty or unknown: none. given: the encoding that
    /// the user names, which counts whatever the text looks like; empty: none.
    explicit TextStream(std::unique_ptr<ByteStream> bytes, QByteArray declared = {}, QByteArray given = {});
    ~TextStream() override;
    Q_DISABLE_COPY_MOVE(TextStream)

    Result<qint64> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 consumed() const override;
    [[nodiscard]] qint64 size() const override;

    /// Sentences: the encoding if it isn't UTF-8, and how many characters couldn't be read.
    [[nodiscard]] QStringList notes() const;

    /// The bytes that a stretch of the given text came from, its place counted from the text's beginning. Stretches
    /// are asked for in order, each once. Exact for UTF-8, bad bytes included, and for what the encoding can hold.
    [[nodiscard]] QByteArray asItCame(qint64 place, QByteArray text);

    /// Whether the text began with the byte-order mark of UTF-8. Known after the first read.
    [[nodiscard]] bool hadMark() const { return m_hadMark; }

private:
    enum class Encoding { Unknown, Utf8, Other };

    void refill();
    void recogniseMark();
    void decideEncoding(QByteArrayView fromFirstForeignByte);
    void useConverter(const QByteArray &name);
    QByteArray converted(QByteArrayView bytes, bool atEnd);
    QByteArray repaired(QByteArrayView bytes);

    std::unique_ptr<ByteStream> m_bytes;
    QByteArray m_declared;
    QByteArray m_givenEncoding;
    Encoding m_encoding = Encoding::Unknown;
    std::unique_ptr<UConverter, void (*)(UConverter *)> m_converter;
    QByteArray m_converterName;
    bool m_guessed = false;    ///< by uchardet or as Windows-1252, not by a mark
    QByteArray m_pending;      ///< bytes that were read and not converted yet
    QByteArray m_text;         ///< UTF-8 that was not given yet
    qsizetype m_textPlace = 0; ///< how much of m_text was given
    QChar m_highSurrogate;     ///< waits for its second half
    qint64 m_repaired = 0;
    qint64 m_given = 0;               ///< how much UTF-8 was given before m_text
    std::deque<Utf8Repair> m_repairs; ///< those behind the last stretch that was asked for
    bool m_hadMark = false;
    bool m_started = false;
    bool m_atEnd = false;
    std::optional<Error> m_failure;
};

} // namespace tidemark
