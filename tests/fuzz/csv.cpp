// Feeds the table of a CSV file, as found and as a user could say that it is written, and the guess of what its
// columns mean.
#include "source/CsvTable.h"
#include "source/HeaderGuess.h"

using namespace tidemark;

namespace {

void readTable(const QByteArray &bytes, const TableForm &form)
{
    auto table = CsvTable::open(openBytes(bytes), QStringLiteral("fuzzed"), form);
    if (!table)
        return;
    const auto rows = (*table)->cellsAhead(50);
    (void)guessMapping((*table)->header(), rows);
    (void)personalColumns((*table)->header(), rows);
    for (auto row = (*table)->next(); row && *row; row = (*table)->next()) {}
    (void)(*table)->notes();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    readTable(bytes, {});
    readTable(bytes, {.encoding = "Shift_JIS", .delimiter = ';', .quoting = Quoting::Backslashes});
    return 0;
}
