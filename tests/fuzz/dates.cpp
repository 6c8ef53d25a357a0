#include "source/Dates.h"

#include <QString>

using namespace tidemark;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto time = parseTime(text);
    (void)parseTime(text, {.dayFirst = true, .partial = true, .excelSerials = true});
    (void)dayOrder(text);
    if (time)
        (void)isPlausible(time->instant, 0);
    return 0;
}
