#include "source/Decompression.h"
#include "source/Detection.h"
#include "source/Formats.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Error unknownFormat(const QString &format)
{
    return {Error::Kind::Usage,
            QCoreApplication::translate("Reader",
                                        "There is no format “%1”. The formats are csv, twarc-csv, "
                                        "twitter-v1, twitter-v2 and tidemark.")
                .arg(format)};
}

Result<std::unique_ptr<Reader>> makeReader(const QString &format, std::unique_ptr<ByteStream> bytes,
                                           const QString &name, const ReaderOptions &options)
{
    if (format == "csv"_L1)
        return makeCsvReader(std::move(bytes), name, options);
    if (format == "twarc-csv"_L1)
        return makeTwarcCsvReader(std::move(bytes), name);
    if (format == "twitter-v1"_L1)
        return makeTwitterV1Reader(std::move(bytes), name);
    if (format == "twitter-v2"_L1)
        return makeTwitterV2Reader(std::move(bytes), name);
    if (format == "tidemark"_L1)
        return makeTidemarkReader(std::move(bytes), name);
    return unknownFormat(format);
}

/// A mapping by hand makes a CSV file of a known form an ordinary one.
bool isMapped(const ReaderOptions &options)
{
    return options.mapping && (options.mapping->guessRest || !options.mapping->columns.isEmpty());
}

Result<std::unique_ptr<Reader>> openStream(std::unique_ptr<ByteStream> bytes, const QString &name,
                                           const ReaderOptions &options)
{
    const QByteArray head = readHead(*bytes, detectionSize);
    if (head.isEmpty()) {
        std::array<char, 1> byte{};
        if (auto broken = bytes->read(byte); !broken)
            return broken.error();
    }
    QString format = options.format;
    if (format.isEmpty()) {
        auto detected = detectFormat(head, name);
        if (!detected)
            return detected.error();
        format = *detected;
    }
    if (format == "twarc-csv"_L1 && options.format.isEmpty() && isMapped(options))
        format = u"csv"_s;
    ReaderOptions used = options;
    if (!isMapped(options))
        used.mapping.reset();
    return makeReader(format, withHead(head, std::move(bytes)), name, used);
}

} // namespace

Result<std::unique_ptr<Reader>> openReader(const QString &path, const ReaderOptions &options)
{
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    return openStream(std::move(*bytes), path, options);
}

Result<std::unique_ptr<Reader>> openReader(QByteArray bytes, const QString &name, const ReaderOptions &options)
{
    return openStream(openBytes(std::move(bytes)), name, options);
}

} // namespace tidemark
