// Feeds one format's reader, which TIDEMARK_FUZZ_FORMAT names. With TIDEMARK_FUZZ_FORMAT=list it names the formats.
#include "ReadThrough.h"

#include "source/Formats.h"

#include <cstdio>
#include <cstdlib>

using namespace tidemark;

namespace {

QString format;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    format = qEnvironmentVariable("TIDEMARK_FUZZ_FORMAT");
    if (format == QLatin1StringView("list")) {
        for (const Format &known : formats())
            std::puts(qPrintable(known.key));
        std::exit(0);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    fuzz::readThrough(openReader(bytes, QStringLiteral("fuzzed"), {.format = format, .mapping = {}, .room = {}}));
    return 0;
}
