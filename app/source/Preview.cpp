#include "source/Preview.h"

#include "source/ColumnCheck.h"
#include "source/Container.h"
#include "source/CsvTable.h"
#include "source/Decompression.h"
#include "source/Detection.h"
#include "source/Formats.h"
#include "source/HeaderGuess.h"
#include "source/MappingMemory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype previewed = 50;
constexpr qsizetype rowsForGuess = 200;

/// The rows as they stand and what they could mean; readable also where no column looks like the text.
Result<> addTable(Preview &preview, std::unique_ptr<ByteStream> bytes, const QString &name,
                  const ReaderOptions &options)
{
    auto table = openTable(preview.format, std::move(bytes), name, options.form);
    if (!table)
        return table.error();
    const QVector<QStringList> rows = (*table)->cellsAhead(rowsForGuess);
    preview.header = (*table)->header();
    preview.rows = rows.first(std::min(previewed, rows.size()));
    preview.mapping = mappingFor(preview.header, rows, options.mapping);
    const bool isGuess = !options.mapping || !options.mapping->columns.contains(StoryField::Text);
    if (isGuess && !isOwnExport(preview.header) && checkColumns(preview.mapping, **table, preview.format)) {
        if (const auto checked = checkGuess(preview.mapping, **table, preview.format); !checked)
            preview.doubt = checked.error().message;
    }
    preview.mapping.guessRest = false;
    preview.personal = personalColumns(preview.header, rows);
    preview.notes = (*table)->notes();
    return {};
}

bool isTable(const QString &format)
{
    return format == "csv"_L1 || format == "json"_L1;
}

bool isDelimited(const QString &key)
{
    const Format *format = formatOf(key);
    return key == "csv"_L1 || (format && format->fitsHeader);
}

QString formKeyOf(const QByteArray &head, const QString &name)
{
    const auto table = CsvTable::open(openBytes(head), name);
    return table ? tableFormKey((*table)->header()) : QString();
}

/// What an ordinary file is; gives its bytes.
Result<std::unique_ptr<ByteStream>> addForm(Preview &preview, const QString &path, const ReaderOptions &options)
{
    auto bytes = openFile(path, options.window);
    if (!bytes)
        return bytes.error();
    const QByteArray head = readHead(**bytes, detectionSize);
    const auto format = options.format.isEmpty() ? detectFormat(head, path) : Result<QString>(options.format);
    if (!format)
        return format.error();
    preview.format = *format;
    if (isDelimited(*format))
        preview.formKey = formKeyOf(head, path);
    return withHead(head, std::move(*bytes));
}

/// The same, and its rows if it is a table.
Result<> addFile(Preview &preview, const QString &path, const ReaderOptions &options)
{
    auto bytes = addForm(preview, path, options);
    if (!bytes)
        return bytes.error();
    return isTable(preview.format) ? addTable(preview, std::move(*bytes), path, options) : Result<>();
}

/// The rows of the first table in a folder or archive; where its reader found nothing to read, of any.
void addTableWithin(Preview &preview, const QString &path, const ReaderOptions &options)
{
    ContainerLimits limits;
    limits.window = options.window;
    const auto container = openContainer(path, limits);
    if (!container || !*container)
        return;
    for (qsizetype entry = 0; entry < (*container)->names().size(); ++entry) {
        auto bytes = (*container)->open(entry);
        if (!bytes)
            return;
        const QString &name = (*container)->names().at(entry);
        const QByteArray head = readHead(**bytes, detectionSize);
        const auto format = detectFormat(head, name);
        if (!format || !isTable(*format) || (!preview.format.isEmpty() && *format != preview.format))
            continue;
        preview.format = *format;
        if (isDelimited(*format))
            preview.formKey = formKeyOf(head, name);
        const QStringList notes = preview.notes;
        if (addTable(preview, withHead(head, std::move(*bytes)), name, options) && !notes.isEmpty())
            preview.notes = notes;
        return;
    }
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

TableKeys keysOf(const Preview &preview)
{
    return {preview.formKey, preview.header.isEmpty() ? QString() : mappingKey(preview.header)};
}

} // namespace

TableKeys tableKeys(const QString &path, const ReaderOptions &options)
{
    if (holdsFiles(path)) {
        const auto preview = previewFile(path, options);
        return preview ? keysOf(*preview) : TableKeys();
    }
    if (options.window == ZstdWindow::Usual && memoryNeeded(path))
        return {};
    Preview preview;
    auto bytes = addForm(preview, path, options);
    if (bytes && isTable(preview.format)) {
        if (const auto table = openTable(preview.format, std::move(*bytes), path, options.form))
            preview.header = (*table)->header();
    }
    return keysOf(preview);
}

Result<Preview> previewFile(const QString &path, const ReaderOptions &options)
{
    Preview preview;
    if (options.window == ZstdWindow::Usual) {
        preview.memoryNeeded = memoryNeeded(path);
        if (preview.memoryNeeded)
            return preview;
    }
    ReaderOptions used = options;
    const bool isContainer = holdsFiles(path);
    if (!isContainer) {
        if (auto added = addFile(preview, path, options); !added)
            return added.error();
        if (isTable(preview.format))
            used.mapping = preview.mapping;
    }
    auto reader = openReader(path, used);
    if (reader)
        addRecords(preview, **reader);
    if (isContainer && (!reader || isTable(preview.format)))
        addTableWithin(preview, path, options);
    if (!reader && preview.header.isEmpty())
        return reader.error();
    if (!reader)
        preview.notes << reader.error().message;
    preview.isDelimited = isDelimited(preview.format);
    preview.formatName = formatName(preview.format);
    return preview;
}

} // namespace tidemark
