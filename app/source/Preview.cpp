#include "source/Preview.h"

#include "source/CsvTable.h"
#include "source/Decompression.h"
#include "source/Detection.h"
#include "source/HeaderGuess.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype previewed = 50;
constexpr qsizetype rowsForGuess = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Preview)
};

QString formatName(const QString &format)
{
    if (format == "twitter-v1"_L1)
        return Words::tr("Twitter API v1.1, JSON Lines");
    if (format == "twitter-v2"_L1)
        return Words::tr("Twitter API v2, JSON Lines");
    if (format == "twarc-csv"_L1)
        return Words::tr("Twitter API v2, CSV by twarc");
    if (format == "tidemark"_L1)
        return Words::tr("Tidemark's own JSON Lines");
    return Words::tr("CSV with a first line of column names");
}

/// The rows as they stand and what they could mean; readable also where no column looks like the text.
Result<> addTable(Preview &preview, const QString &path, const ReaderOptions &options)
{
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    auto table = CsvTable::open(std::move(*bytes), path);
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

Result<QString> formatOf(const QString &path, const ReaderOptions &options)
{
    if (!options.format.isEmpty())
        return options.format;
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    const QByteArray head = readHead(**bytes, detectionSize);
    return detectFormat(head, path);
}

} // namespace

Result<Preview> previewFile(const QString &path, const ReaderOptions &options)
{
    const auto format = formatOf(path, options);
    if (!format)
        return format.error();
    Preview preview;
    preview.format = *format;
    ReaderOptions used = options;
    if (*format == "csv"_L1) {
        if (auto added = addTable(preview, path, options); !added)
            return added.error();
        used.mapping = preview.mapping;
    }
    auto reader = openReader(path, used);
    if (reader) {
        preview.format = (*reader)->format();
        while (preview.records.size() < previewed) {
            auto record = (*reader)->next();
            if (!record || !*record)
                break;
            preview.records << std::move(**record);
        }
        preview.notes = (*reader)->notes();
    } else if (preview.header.isEmpty()) {
        return reader.error();
    } else {
        preview.notes << reader.error().message;
    }
    preview.formatName = formatName(preview.format);
    return preview;
}

} // namespace tidemark
