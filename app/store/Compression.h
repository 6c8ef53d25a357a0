#pragma once

#include <QByteArray>

namespace tidemark {

/// zstd, one frame, for the raw records. Empty stays empty.
QByteArray compressed(const QByteArray &bytes);

/// The bytes again; empty for what is not such a frame or claims more than 64 MiB.
QByteArray decompressed(const QByteArray &frame);

} // namespace tidemark
