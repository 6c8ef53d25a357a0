#pragma once

#include "source/EntriesReader.h"
#include "source/JsonSigns.h"
#include "source/Reader.h"

#include <QVector>

namespace tidemark {

/// One form of file: how it is told from others by its content, and what reads it.
struct Format
{
    QString key;  ///< "twitter-v1"; empty for a form that is known and not read
    QString name; ///< for people: "Twitter API v1.1, JSON Lines"

    /// Whether one JSON value (a line, or the beginning of a document) is of this form.
    bool (*fitsJson)(const JsonShape &value) = nullptr;
    /// Whether these names of columns are those of this form.
    bool (*fitsHeader)(const QStringList &header) = nullptr;
    /// Whether a text that is neither JSON nor a table begins like this form. Trimmed, at most 4,096 characters.
    bool (*fitsText)(QStringView start) = nullptr;

    /// Makes the reader. Bytes are decompressed; name is the file's, for sentences. Null: known and not read.
    Result<std::unique_ptr<Reader>> (*make)(std::unique_ptr<ByteStream> bytes, const QString &name,
                                            const ReaderOptions &options)
        = nullptr;
};

/// A form whose stories lie in several files that belong together, such as a platform's archive of one account.
struct SetFormat
{
    QString key;
    QString name;
    QString ofOneFile; ///< the key of the form that such a file has by itself

    /// The files that hold stories, in the order to read them; empty: these names are of another form.
    QVector<qsizetype> (*storiesIn)(const QStringList &names) = nullptr;
    /// Whether the first of them begins (4,096 bytes) as it must.
    bool (*confirms)(QByteArrayView start) = nullptr;
    /// What opens each of those files, with what others in the container say about it.
    EntryOpener (*opener)(Container &container, const QVector<qsizetype> &entries, const ReaderOptions &options)
        = nullptr;
};

} // namespace tidemark
