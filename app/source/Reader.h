#pragma once

#include "source/ByteStream.h"
#include "source/ColumnMapping.h"
#include "source/Record.h"
#include "source/TableForm.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace tidemark {

/// Turns the bytes of one source into records, one format a class. Pure: no SQL, no network, no files of its
/// own. Not shared between threads; any number may run side by side.
class Reader
{
public:
    virtual ~Reader() = default;

    /// The format's key, see Formats.h: "twitter-v1", "csv" ... Of several files: that of the first.
    [[nodiscard]] virtual QString format() const = 0;

    /// The next record, or nothing at the end. A bad record comes as Rejected and the rest goes on; an Error
    /// ends the reading (the stream broke).
    virtual Result<std::optional<Record>> next() = 0;

    /// What was understood, sentences for the report: encoding, delimiter, mapping, what was left out.
    [[nodiscard]] virtual QStringList notes() const { return {}; }

    /// What has to stand before a record's bytes for it to be read by itself: the line of a table's names. Known at
    /// once.
    [[nodiscard]] virtual QByteArray preamble() const { return {}; }

    [[nodiscard]] virtual qint64 consumed() const = 0; ///< see ByteStream
    [[nodiscard]] virtual qint64 size() const = 0;
};

struct ReaderOptions
{
    QString format;                         ///< a format key, or empty: recognised from content
    std::optional<ColumnMapping> mapping{}; ///< for CSV; absent: guessed from the header
    std::optional<qint64> room{};           ///< bytes that an archive may unpack to; absent: any
    ZstdWindow window = ZstdWindow::Usual;  ///< Large: the user agreed to the memory that it takes
    /// The program asked a server for this: stories whose authors don't want to be found by searching stay there.
    bool isFetched = false;
    QString server{}; ///< that was asked, see serverOf() in fetch/Addresses.h: posts are numbered by it
    QString feed{};   ///< that was asked, by its address: it numbers its entries; empty: not known
    TableForm form{}; ///< of delimited files
    /// One file of several: known forms stay what they are, and the mapping holds where its columns are.
    bool isPart = false;
};

/// Opens a file, an archive or a folder with the reader its content asks for; the files in an archive or folder
/// come as one source. The Error names the file, what it was taken for, and the way out (a spreadsheet file, a list
/// of bare ids, an empty or binary file ...).
Result<std::unique_ptr<Reader>> openReader(const QString &path, const ReaderOptions &options = {});

/// The same over bytes in memory; name is used in sentences.
Result<std::unique_ptr<Reader>> openReader(QByteArray bytes, const QString &name,
                                           const ReaderOptions &options = {});

} // namespace tidemark
