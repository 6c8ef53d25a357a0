#pragma once

#include "story/Result.h"

#include <QByteArray>
#include <QString>

namespace tidemark {

/// Writes a file that the user chose, whole or not at all; what was there stays until the new one is complete. It
/// never replaces a collection or another database. Not for the window's thread, for it waits for the disk.
Result<> saveBytes(const QString &path, const QByteArray &bytes);

/// A sentence with the system's reason (errno), or fallback where it gives none.
Error cannotWrite(const QString &path, const QString &fallback);

/// Why an export doesn't go there.
Error isDatabaseError(const QString &path);

} // namespace tidemark
