#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QVector>

namespace tidemark::test {

enum class Packing { Zip, Tar, TarGzip, TarZstd, TarXz, TarBzip2 };

using Files = QVector<QPair<QString, QByteArray>>; ///< name, content
using Links = QVector<QPair<QString, QString>>;    ///< name, where it leads

/// An archive in memory, written with libarchive.
QByteArray archive(Packing packing, const Files &files, const Links &links = {});

/// The files in a folder and those within it, sorted by name.
Files filesUnder(const QString &folder);

/// The same files in a folder, with the folders that their names ask for.
void write(const QString &folder, const Files &files);

} // namespace tidemark::test

Q_DECLARE_METATYPE(tidemark::test::Packing)
