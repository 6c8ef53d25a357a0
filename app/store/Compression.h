#pragma once

#include <QByteArray>

namespace tidemark {

/// zstd, one frame, for the raw records, with the dictionary that resources/records/train made from the invented
/// sample: a record is too short to teach a compressor anything. Empty stays empty. Any thread.
QByteArray compressed(const QByteArray &bytes);

/// The bytes again, of frames with and without it; empty for what is not such a frame or claims more than 64 MiB.
QByteArray decompressed(const QByteArray &frame);

} // namespace tidemark
