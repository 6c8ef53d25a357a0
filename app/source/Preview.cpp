#include "source/Preview.h"

#include "source/Container.h"
#include "source/Decompression.h"
#include "source/Detection.h"
#include "source/Formats.h"
#include "source/HeaderGuess.h"
#include "source/Table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype previewed = 50;
constexpr qsizetype rowsForGuess = 200;

/// The rows as they stand and what they could mean; readable also where no column looks like the text.
Result<> addTable(Preview &preview, const QString &path, const ReaderOptions &options)
{
    auto bytes = openFile(path, options.window);
    if (!bytes)
        return bytes.error();
    auto table = openTable(preview.format, std::move(*bytes), path);
    if (!table)
        return table.error();
    const QVector<QStringList> rows = (*table)->cellsAhead(rowsForGuess);
    preview.header = (*table)->header();
    preview.rows = rows.first(std::min(previewed, rows.size()));
    preview.mapping = mappingFor(preview.header, rows, options.mapping);
    preview.mapping.guessRest = false;
    preview.personal = personalColumns(preview.header, rows);
    preview.notes = (*table)->notes();
    return {};
}

Result<QString> formatOfFile(const QString &path, const ReaderOptions &options)
{
    if (!options.format.isEmpty())
        return options.format;
    auto bytes = openFile(path, options.window);
    if (!bytes)
        return bytes.error();
    const QByteArray head = readHead(**bytes, detectionSize);
    return detectFormat(head, path);
}

/// The first records of a reader.
void addRecords(Preview &preview, Reader &reader)
{
    preview.format = reader.format();
    while (preview.records.size() < previewed) {
        auto record = reader.next();
        if (!record || !*record)
            break;
        preview.records << std::move(**record);
    }
    preview.notes = reader.notes();
}

} // namespace

Result<Preview> previewFile(const QString &path, const ReaderOptions &options)
{
    Preview preview;
    if (options.window == ZstdWindow::Usual) {
        preview.memoryNeeded = memoryNeeded(path);
        if (preview.memoryNeeded)
            return preview;
    }
    ReaderOptions used = options;
    if (!holdsFiles(path)) {
        const auto format = formatOfFile(path, options);
        if (!format)
            return format.error();
        preview.format = *format;
        if (*format == "csv"_L1 || *format == "json"_L1) {
            if (auto added = addTable(preview, path, options); !added)
                return added.error();
            used.mapping = preview.mapping;
        }
    }
    auto reader = openReader(path, used);
    if (reader)
        addRecords(preview, **reader);
    else if (preview.header.isEmpty())
        return reader.error();
    else
        preview.notes << reader.error().message;
    preview.formatName = formatName(preview.format);
    return preview;
}

} // namespace tidemark
