// Feeds what recognises files, takes archives apart and undoes compression.
#include "ReadThrough.h"

using namespace tidemark;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    constexpr qint64 room = 16 * 1024 * 1024;
    fuzz::readThrough(openReader(bytes, QStringLiteral("fuzzed"), {.format = {}, .mapping = {}, .room = room}));
    return 0;
}
