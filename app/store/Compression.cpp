#include "store/Compression.h"

#include <QFile>

#include <memory>
#include <vector>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int level = 1; // with a dictionary, higher ones save little of a short record
constexpr unsigned long long mostBytes = 64ULL * 1024 * 1024;
constexpr unsigned presentDictionary = 1;

struct Free
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

/// The dictionary, made ready for both directions. Never changes, so that threads share it.
struct Dictionary
{
    std::unique_ptr<ZSTD_CDict, Free> packing;
    std::unique_ptr<ZSTD_DDict, Free> unpacking;

    Dictionary()
    {
        QFile file(u":/records/%1.zstd-dictionary"_s.arg(presentDictionary));
        if (!file.open(QIODevice::ReadOnly))
            return; // frames are larger then
        const QByteArray bytes = file.readAll();
        packing.reset(ZSTD_createCDict(bytes.constData(), static_cast<size_t>(bytes.size()), level));
        unpacking.reset(ZSTD_createDDict(bytes.constData(), static_cast<size_t>(bytes.size())));
    }
};

const Dictionary &dictionary()
{
    static const Dictionary made;
    return made;
}

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return bytes;
    // To make a context costs more than a record.
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    const auto length = static_cast<size_t>(bytes.size());
    thread_local std::vector<char> frame;
    const size_t room = ZSTD_compressBound(length);
    if (frame.size() < room)
        frame.resize(room);
    const ZSTD_CDict *with = dictionary().packing.get();
    const size_t written = with
        ? ZSTD_compress_usingCDict(context.get(), frame.data(), room, bytes.constData(), length, with)
        : ZSTD_compressCCtx(context.get(), frame.data(), room, bytes.constData(), length, level);
    return ZSTD_isError(written) != 0 ? QByteArray() : QByteArray(frame.data(), static_cast<qsizetype>(written));
}

QByteArray decompressed(const QByteArray &frame)
{
    const auto size = static_cast<size_t>(frame.size());
    const auto length = ZSTD_getFrameContentSize(frame.constData(), size);
    if (frame.isEmpty() || length > mostBytes) // the codes for "unknown" and "error" are larger, too
        return {};
    const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    const auto room = static_cast<size_t>(bytes.size());
    const ZSTD_DDict *with = dictionary().unpacking.get();
    const size_t read = ZSTD_getDictID_fromFrame(frame.constData(), size) == presentDictionary && with
        ? ZSTD_decompress_usingDDict(context.get(), bytes.data(), room, frame.constData(), size, with)
        : ZSTD_decompressDCtx(context.get(), bytes.data(), room, frame.constData(), size);
    return ZSTD_isError(read) != 0 ? QByteArray() : bytes;
}

} // namespace tidemark
