#pragma once

#include "story/Result.h"

namespace tidemark {

/// The version of the schema of the collection at this path, from the first hundred bytes of the file as SQLite
/// lays them out (sqlite.org/fileformat.html, section 1.3); 0: an empty file, which may become a collection. No
/// lock, no side file, no other trace; and sound where a process or a full disk ended a checkpoint half-way, when
/// the file can't be read without its write-ahead log. An Error where the file is not a collection.
Result<int> schemaInHeader(const QString &path);

} // namespace tidemark
