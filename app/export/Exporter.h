#pragma once

#include "collection/Collection.h"
#include "export/ExportSettings.h"
#include "index/Selection.h"

#include <QMap>
#include <QString>

namespace tidemark {

/// What an export wrote.
struct ExportReport
{
    QString path;         ///< empty: standard output
    QString manifestPath; ///< empty: none was asked for
    qint64 rows = 0;
    QByteArray sha256; ///< of the CSV's bytes, in hexadecimal; empty where no manifest wants it
    QMap<QString, qint64>
        replaced;             ///< "handles", "mail_addresses", "phone_numbers", "profile_links", "story_links"
    qint64 longCells = 0;     ///< cells of more than 32,767 characters, which a spreadsheet cuts
    qint64 damaged = 0;       ///< stories whose attributes can't be read: these cells are empty
    bool tooManyRows = false; ///< more than a spreadsheet's 1,048,576
    QStringList leftOut;      ///< columns about people that were asked for and that the profile leaves out
};

/// The manifest's path beside a CSV file: NAME.manifest.json for NAME.csv.
QString manifestPath(const QString &csvPath);

/// The files that an export to a path makes or replaces.
QStringList writtenFiles(const QString &csvPath, const ExportSettings &settings);

/// Writes exactly the stories of a selection, in one pass, off the caller's thread. The file is whole or isn't
/// there: an existing one stays untouched until the new one is complete. An empty path writes to standard output
/// (then no manifest). The number of rows is the selection's count, or the job ends with an Error and no file.
Job<ExportReport> exportSelection(Collection &collection, const Selection &selection,
                                  const ExportSettings &settings, const QString &path);

} // namespace tidemark
