#pragma once

#include "source/Json.h"
#include "source/LineReader.h"
#include "source/Record.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// One JSON value of a file, or why there is none.
struct JsonRecord
{
    qint64 number = 0; ///< the line; more where several values came in one line or document
    QByteArray raw;
    std::optional<Json> value; ///< valid until the next call
    QString problem;           ///< a sentence, where there is no value
};

/// The values of a JSON file: one a line, or the elements of one document of at most 64 MiB (an array, or an object
/// whose member `statuses` is one). A line that holds such a list gives its elements too.
class JsonRecords
{
public:
    static Result<std::unique_ptr<JsonRecords>> open(std::unique_ptr<ByteStream> bytes, const QString &name);

    /// The next value, or nothing at the end. Blank lines are passed over.
    Result<std::optional<JsonRecord>> next();

    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] qint64 consumed() const;
    [[nodiscard]] qint64 size() const;

private:
    JsonRecords() = default;
    Result<> readDocument(std::unique_ptr<ByteStream> bytes, const QString &name);
    void takeElements(const Json &root);
    JsonRecord fromLine(Line line);

    JsonParser m_parser;
    std::unique_ptr<LineReader> m_lines; ///< null: one document
    QVector<Json> m_elements;            ///< of the document, or of the present line
    qsizetype m_nextElement = 0;
    qint64 m_number = 0;
    qint64 m_documentSize = 0;
};

/// Whether the beginning of a file is that of a document over several lines rather than of a value a line.
bool isOneDocument(QByteArrayView head);

} // namespace tidemark
