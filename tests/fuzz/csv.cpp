// Feeds the table of a CSV file and the guess of what its columns mean.
#include "source/CsvTable.h"
#include "source/HeaderGuess.h"

using namespace tidemark;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    auto table = CsvTable::open(openBytes(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))),
                                QStringLiteral("fuzzed"));
    if (!table)
        return 0;
    const auto rows = (*table)->cellsAhead(50);
    (void)guessMapping((*table)->header(), rows);
    (void)personalColumns((*table)->header(), rows);
    for (auto row = (*table)->next(); row && *row; row = (*table)->next()) {}
    return 0;
}
