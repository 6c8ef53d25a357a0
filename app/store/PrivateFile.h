#pragma once

#include "story/Result.h"

#include <QString>

namespace tidemark {

/// Makes an empty file that only its owner can read and write, whatever the umask; a file that is there stays as
/// it is. Missing folders are made for the owner only.
Result<> makePrivateFile(const QString &path);

/// Takes group's and others' rights from a file; a missing file is no error.
void makePrivate(const QString &path);

} // namespace tidemark
