#pragma once

#include "source/ByteStream.h"

namespace tidemark {

/// Undoes one kind of compression of the stream beneath. What came before a break is given first, then an Error.
/// name is the file's, for sentences.
std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed, const QString &name);
std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed, const QString &name,
                                   ZstdWindow window = ZstdWindow::Usual);
std::unique_ptr<ByteStream> unbzip2(std::unique_ptr<ByteStream> compressed, const QString &name);
std::unique_ptr<ByteStream> unxz(std::unique_ptr<ByteStream> compressed, const QString &name);

/// The bytes of `head` and then the rest of the stream: for streams of which the beginning was looked at.
std::unique_ptr<ByteStream> withHead(QByteArray head, std::unique_ptr<ByteStream> rest);

/// Undoes whatever compression the first bytes show, or gives the stream back as it is.
std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> stream, const QString &name,
                                         ZstdWindow window = ZstdWindow::Usual);

/// The window in bytes that the first frame of a zstd stream asks for (RFC 8878, section 3.1.1.1.2); 0 if the head
/// shows none.
qint64 zstdWindowSize(QByteArrayView head);
inline constexpr qint64 usualZstdWindow = 128 * 1024 * 1024;

/// Fills at most `size` bytes, fewer only at the end of the stream or before an Error.
QByteArray readHead(ByteStream &stream, qint64 size);

} // namespace tidemark
