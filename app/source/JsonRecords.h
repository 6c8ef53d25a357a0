#pragma once

#include "source/Json.h"
#include "source/JsonElements.h"
#include "source/LineReader.h"
#include "source/Record.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// One JSON value of a file, or why there is none.
struct JsonRecord
{
    qint64 number
        = 0; ///< grows from one to the next: the line, more where several values came in one line or document
    QByteArray raw;
    std::optional<Json> value; ///< valid until the next call
    QString problem;           ///< a sentence, where there is no value
    qint64 line = 0;           ///< in which it begins; 0: not known
};

/// The values of a JSON file: one or several a line, in a list, or over many lines each; between them may stand
/// commas, semicolons and the record separator of RFC 7464. A value that is a list, or an object whose member
/// `statuses`, `orderedItems`, `posts`, `feed` or `records` is one, gives its elements instead.
class JsonRecords
{
public:
    /// What the only value of a file is unwrapped to, if that is a list; null: it stays as it is.
    using Unwrap = Json (*)(const Json &only);
    /// Adds what a value of one form wraps besides, in order.
    using Elements = void (*)(const Json &value, QVector<Json> &elements);
    explicit JsonRecords(std::unique_ptr<ByteStream> bytes, Unwrap unwrap = nullptr, Elements elements = nullptr);

    /// The next value, or nothing at the end. Blank lines are passed over.
    Result<std::optional<JsonRecord>> next();

    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] qint64 consumed() const;
    [[nodiscard]] qint64 size() const;

private:
    Result<std::optional<Line>> nextValue();
    void takeElements(const Json &root);
    [[nodiscard]] bool isAtEnd();
    JsonRecord fromLine(Line line);
    void nameById(JsonRecord &record, const QByteArray &id);
    bool takesApart(const Line &line);
    [[nodiscard]] QString brokenOff() const;

    Unwrap m_unwrap;
    Elements m_elementsOf;
    JsonParser m_parser;
    std::unique_ptr<LineReader> m_lines;      ///< where a line is a value
    std::unique_ptr<JsonElements> m_inLine;   ///< of a line that holds several values: those still to come
    std::unique_ptr<JsonElements> m_document; ///< otherwise
    QVector<Json> m_elements;                 ///< of the present value
    qsizetype m_nextElement = 0;
    qint64 m_number = 0;
    qint64 m_lineOfElements = 0; ///< 0: not known
    qint64 m_outerLine = 0;      ///< that m_inLine is of
};

/// Whether the beginning of a file is that of values that are lists, take several lines, or share one, rather than
/// of an object a line.
bool isOneDocument(QByteArrayView head);

} // namespace tidemark
