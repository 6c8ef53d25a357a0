#include "collection/CodebookFile.h"

#include "collection/LookedAt.h"
#include "source/CsvTable.h"
#include "store/CodebookTables.h"
#include "store/Connection.h"
#include "store/FileHeader.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

constexpr int standardInput = 0; ///< its descriptor
constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr qsizetype mostRows = 4096; ///< of a table; most of them may be empty

bool endsWith(const QString &path, QLatin1String ending)
{
    return path.endsWith(ending, Qt::CaseInsensitive);
}

/// A pipe gives what is in it at that moment: only a read that gives nothing is its end.
Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    const QIODevice::OpenMode mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    const bool isOpen = path == "-"_L1 ? file.open(standardInput, mode) : file.open(mode);
    QByteArray bytes;
    QByteArray more;
    do {
        more = isOpen ? file.read(mostBytes + 1 - bytes.size()) : QByteArray();
        bytes += more;
    } while (!more.isEmpty() && bytes.size() <= mostBytes);
    if (!isOpen || file.error() != QFile::NoError)
        return Error{Error::Kind::NotFound, Words::tr("It can't be read: %1").arg(file.errorString())};
    if (bytes.size() > mostBytes)
        return Error{Error::Kind::Damaged, Words::tr("It is larger than a codebook can be (16 MiB).")};
    return bytes;
}

Result<QVector<ForeignTheme>> readTable(const QString &path)
{
    auto bytes = openFile(path);
    if (!bytes)
        return bytes.error();
    auto table = CsvTable::open(std::move(bytes).value(), path);
    if (!table)
        return table.error();
    if (auto checked = checkTableHeader((*table)->header()); !checked)
        return checked.error();
    QVector<QStringList> rows;
    while (rows.size() <= mostRows) {
        auto row = (*table)->next();
        if (!row)
            return row.error();
        if (!row.value())
            return themesFromTable((*table)->header(), rows);
        rows.append((*row)->cells);
    }
    return Error{Error::Kind::Damaged,
                 Words::tr("It has more than %1 rows, so it is no codebook: one has at most %2 themes.")
                     .arg(QString::number(mostRows), QString::number(ThemeSet::capacity))};
}

/// A collection that is only looked at: it isn't opened, brought up to date or purged.
Result<Codebook> ofCollection(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return Error{Error::Kind::NotFound, Words::tr("There is no such file.")};
    const auto schema = schemaInHeader(path);
    if (!schema)
        return schema.error();
    if (schema.value() == 0)
        return Error{Error::Kind::Damaged, Words::tr("It is empty.")};
    const auto connection = connectionToLook(path);
    return connection ? readCodebook(**connection) : Result<Codebook>(connection.error());
}

/// A theme's id stands in filters, in headings and in lists of ids.
bool isPlainId(const QString &id)
{
    return !id.startsWith(u'-') && std::ranges::all_of(id, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'-';
    });
}

Result<Codebook> withPlainIds(const Result<Codebook> &codebook)
{
    if (!codebook)
        return codebook;
    for (const Theme &theme : codebook->themes) {
        if (!isPlainId(theme.id))
            return Error{Error::Kind::Damaged,
                         Words::tr("A theme's id is made of letters, digits, _ and -, unlike “%1”.").arg(theme.id)};
    }
    return codebook;
}

Result<Codebook> ofForeign(const Result<QVector<ForeignTheme>> &themes)
{
    return themes ? withPlainIds(mergedCodebook(Codebook(), themes.value())) : Result<Codebook>(themes.error());
}

Result<Codebook> read(const QString &path)
{
    if (endsWith(path, ".tidemark"_L1))
        return ofCollection(path);
    if (endsWith(path, ".csv"_L1) || endsWith(path, ".tsv"_L1))
        return ofForeign(readTable(path));
    const auto bytes = contentsOf(path);
    if (!bytes)
        return bytes.error();
    if (bytes->trimmed().startsWith('<') || endsWith(path, ".qdc"_L1))
        return ofForeign(themesFromQdc(*bytes));
    return withPlainIds(codebookFromJson(*bytes));
}

} // namespace

Result<Codebook> codebookOfFile(const QString &path)
{
    auto codebook = read(path);
    return codebook ? codebook : Error{codebook.error().kind, u"%1: %2"_s.arg(path, codebook.error().message)};
}

} // namespace tidemark
