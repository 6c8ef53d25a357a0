#pragma once

#include "story/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark {

/// How much of a file is looked at: a page of an API's answer may name a hundred accounts before its first post.
inline constexpr qint64 detectionSize = 1024 * 1024;

/// The refusal of a file that begins with what was never public, see PrivateContent.h; nothing for all others.
std::optional<Error> privateError(const QByteArray &head, const QString &name);

/// The key of the reader for a file that begins with `head`, found from content alone. The Error says what the file
/// is instead and what can be done with it, or is the refusal from above; name is the file's.
Result<QString> detectFormat(const QByteArray &head, const QString &name);

} // namespace tidemark
