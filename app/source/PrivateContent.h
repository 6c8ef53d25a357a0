#pragma once

#include <QByteArray>
#include <QString>

namespace tidemark {

/// What the beginning of a file (decompressed, UTF-8) holds where it was never public, or never sent: "direct
/// messages". Such a file isn't read, whatever format is named. Empty: nothing of the kind.
QString privateContentOf(const QByteArray &head);

} // namespace tidemark
