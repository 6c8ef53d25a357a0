#pragma once

#include "source/ColumnMapping.h"

#include <QStringList>

namespace tidemark {

/// Which columns are which fields, by common names in several spellings and languages and by a look at the first
/// rows. A column becomes one field at most, and a field takes one column.
///
/// A column that is only called `id` and holds short numbers is a row number of that one file, not an id that the
/// platform gave: it isn't mapped, or the rows of two files would be taken for the same stories.
ColumnMapping guessMapping(const QStringList &header, const QVector<QStringList> &firstRows);

/// Fills the fields that `given` doesn't name.
ColumnMapping completedMapping(ColumnMapping given, const QStringList &header,
                               const QVector<QStringList> &firstRows);

/// The mapping that a file is read with: the given one, completed where it asks for it, or the guess.
ColumnMapping mappingFor(const QStringList &header, const QVector<QStringList> &firstRows,
                         const std::optional<ColumnMapping> &given);

/// The column with the time of day beside a column with only the date; -1 if there is none.
qsizetype timeColumnBeside(const QStringList &header, const QString &dateColumn);

/// Whether the header is that of Tidemark's own export, and whether that was written for a spreadsheet: then cells
/// carry the guard against formulas.
bool isOwnExport(const QStringList &header);
bool isOwnSpreadsheetExport(const QStringList &header);

/// Whether a header has a name that is hardly anybody else's: with a byte-order mark before it, the file may be an
/// export of chosen columns for a spreadsheet. Others write the mark, too.
bool namesOwnColumns(const QStringList &header);

/// The mapping of such a file: its columns without a field stay in the raw record, attributes keep their names.
ColumnMapping ownMapping(const QStringList &header, const QVector<QStringList> &firstRows);

/// The words of a column's name in lower case: "AuthorMail", "author.mail" and "author_mail" are author and mail.
QStringList nameWords(const QString &name);

/// Columns that look as if they were about people: by name, or because most values of the first rows are handles or
/// mail addresses.
QStringList personalColumns(const QStringList &header, const QVector<QStringList> &firstRows);

} // namespace tidemark
