#include "store/Compression.h"

#include <zstd.h>

namespace tidemark {

namespace {

constexpr int level = 3;
constexpr unsigned long long mostBytes = 64ULL * 1024 * 1024;

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return bytes;
    const auto length = static_cast<size_t>(bytes.size());
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(length)), Qt::Uninitialized);
    const size_t written
        = ZSTD_compress(frame.data(), static_cast<size_t>(frame.size()), bytes.constData(), length, level);
    if (ZSTD_isError(written) != 0)
        return {};
    frame.resize(static_cast<qsizetype>(written));
    return frame;
}

QByteArray decompressed(const QByteArray &frame)
{
    const auto length = ZSTD_getFrameContentSize(frame.constData(), static_cast<size_t>(frame.size()));
    if (frame.isEmpty() || length > mostBytes) // the codes for "unknown" and "error" are larger, too
        return {};
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    const size_t read = ZSTD_decompress(bytes.data(), static_cast<size_t>(bytes.size()), frame.constData(),
                                        static_cast<size_t>(frame.size()));
    return ZSTD_isError(read) != 0 ? QByteArray() : bytes;
}

} // namespace tidemark
