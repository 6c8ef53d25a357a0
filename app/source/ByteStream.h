#pragma once

#include "story/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>

namespace tidemark {

/// Bytes in order, decompressed on the way (gzip, zstd and what else libarchive's filters read). Not shared
/// between threads.
class ByteStream
{
public:
    virtual ~ByteStream() = default;

    /// Fills at most buffer.size() bytes; 0 at the end; an Error if the rest can't be read.
    virtual Result<qint64> read(std::span<char> buffer) = 0;

    /// Bytes of the underlying file consumed so far, and in all (-1: unknown): what progress is measured in.
    [[nodiscard]] virtual qint64 consumed() const = 0;
    [[nodiscard]] virtual qint64 size() const = 0;
};

/// Appends what comes next to a buffer, at most so many bytes, and tells how many: 0 at the end.
Result<qint64> appendNext(ByteStream &bytes, QByteArray &buffer, qint64 most);

/// How much of what was unpacked a zstd stream may look back to: 128 MiB, or 2 GiB, all of it in memory.
enum class ZstdWindow { Usual, Large };

/// The file's bytes, decompressed if its content says that it is compressed.
Result<std::unique_ptr<ByteStream>> openFile(const QString &path, ZstdWindow window = ZstdWindow::Usual);

/// The memory in bytes that unpacking a file takes where that is more than ZstdWindow::Usual allows; else nothing.
std::optional<qint64> memoryNeeded(const QString &path);

/// The same over bytes in memory.
std::unique_ptr<ByteStream> openBytes(QByteArray bytes);

} // namespace tidemark
