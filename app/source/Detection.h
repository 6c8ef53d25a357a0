#pragma once

#include "story/Result.h"

#include <QByteArray>
#include <QString>

namespace tidemark {

/// How much of a file is looked at.
inline constexpr qint64 detectionSize = 64 * 1024;

/// The key of the reader for a file that begins with `head`, found from content alone. The Error says what the file
/// is instead and what can be done with it; name is the file's.
Result<QString> detectFormat(const QByteArray &head, const QString &name);

} // namespace tidemark
