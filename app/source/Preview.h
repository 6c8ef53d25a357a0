#pragma once

#include "source/ColumnMapping.h"
#include "source/Reader.h"

#include <QVector>

namespace tidemark {

/// What a file looks like before it is imported: for the import dialog and --dry-run.
struct Preview
{
    QString format;            ///< the reader's key
    QString formatName;        ///< for people: "Twitter API v2, JSON Lines"
    QStringList notes;         ///< what was understood: "UTF-16, separated by semicolons"
    QString doubt;             ///< why the guess may be wrong, so that an import without more ado refuses the file
    QStringList header;        ///< tables (CSV, JSON of any shape) only; of several files: of the first one
    bool isDelimited = false;  ///< the file, or the first of several, is one that ReaderOptions::form is about
    QString formKey;           ///< see tableFormKey(); empty where the form isn't about the file
    QVector<QStringList> rows; ///< CSV only: the first rows as they stand, at most 50
    ColumnMapping mapping;     ///< CSV only: as guessed
    QStringList personal;      ///< CSV only: columns that look as if they were about people
    QVector<Record> records;   ///< the first records as the reader gives them, at most 50
    /// Bytes of memory that reading takes and that the user has not agreed to (ReaderOptions::window): then all
    /// else is empty.
    std::optional<qint64> memoryNeeded;
};

/// Reads the first records only. mapping overrides the guess.
Result<Preview> previewFile(const QString &path, const ReaderOptions &options = {});

/// Under what the form and the mapping of a table are remembered (MappingMemory.h); empty where it isn't about the
/// file. Of a file that is no archive only the beginning is read, and much less done than for a preview.
struct TableKeys
{
    QString form;
    QString mapping;
};
TableKeys tableKeys(const QString &path, const ReaderOptions &options = {});

} // namespace tidemark
