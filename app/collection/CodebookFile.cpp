#include "collection/CodebookFile.h"

#include "source/CsvTable.h"
#include "store/Store.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

constexpr qint64 mostBytes = 16 * 1024 * 1024;

bool endsWith(const QString &path, QLatin1String ending)
{
    return path.endsWith(ending, Qt::CaseInsensitive);
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, Words::tr("It can't be read: %1").arg(file.errorString())};
    const QByteArray bytes = file.read(mostBytes + 1);
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
    QVector<QStringList> rows;
    while (true) {
        auto row = (*table)->next();
        if (!row)
            return row.error();
        if (!row.value())
            return themesFromTable((*table)->header(), rows);
        rows.append((*row)->cells);
    }
}

Result<Codebook> ofForeign(const Result<QVector<ForeignTheme>> &themes)
{
    return themes ? mergedCodebook(Codebook(), themes.value()) : Result<Codebook>(themes.error());
}

Result<Codebook> ofCollection(const QString &path)
{
    const auto store = Store::open(path, Store::Missing::Fail);
    if (!store)
        return store.error();
    const auto reader = store.value()->reader();
    return reader ? reader.value()->codebook() : Result<Codebook>(reader.error());
}

/// A theme's id stands in filters, in headings and in lists of ids.
bool isPlainId(const QString &id)
{
    return std::ranges::all_of(id, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'-';
    });
}

Result<Codebook> ofJson(const QByteArray &json)
{
    auto codebook = codebookFromJson(json);
    if (!codebook)
        return codebook;
    for (const Theme &theme : codebook->themes) {
        if (theme.id.startsWith(u'-') || !isPlainId(theme.id))
            return Error{Error::Kind::Damaged,
                         Words::tr("A theme's id is made of letters, digits, _ and -, unlike “%1”.").arg(theme.id)};
    }
    return codebook;
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
    return ofJson(*bytes);
}

} // namespace

Result<Codebook> codebookOfFile(const QString &path)
{
    auto codebook = read(path);
    return codebook ? codebook : Error{codebook.error().kind, u"%1: %2"_s.arg(path, codebook.error().message)};
}

} // namespace tidemark
