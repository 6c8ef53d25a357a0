#pragma once

#include "story/Result.h"

#include <QByteArray>

namespace tidemark {

/// The first hundred bytes of a file, or as many as there are; empty where it can't be read. Read through SQLite's
/// own file interface, without any lock or side file: opening and closing a database any other way would take the
/// locks away that this process holds on it (sqlite.org/howtocorrupt.html, section 2.2). Any thread.
QByteArray fileHeader(const QString &path);

/// The version of the schema of the collection at this path, as SQLite's file format gives it
/// (sqlite.org/fileformat.html, section 1.3); 0: an empty file, which may become a collection. Sound where a
/// process or a full disk ended a checkpoint half-way, when the file can't be read without its write-ahead log. An
/// Error where the file is not a collection.
Result<int> schemaInHeader(const QString &path);

/// Whether it is a database of any program, or what SQLite keeps beside one. Any thread.
bool isDatabaseFile(const QString &path);

} // namespace tidemark
