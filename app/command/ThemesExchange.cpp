#include "command/ThemesCommand.h"
#include "export/CsvFormat.h"
#include "source/CsvTable.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

constexpr qint64 mostBytes = 16 * 1024 * 1024;

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, Words::tr("%1 can't be read: %2").arg(path, file.errorString())};
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return Error{Error::Kind::Damaged, Words::tr("%1 is larger than a codebook can be (16 MiB).").arg(path)};
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

/// The codebook as it is with what the file brings, whatever its format.
Result<Codebook> mergedWith(const QString &path, const Codebook &here)
{
    const auto merged = [&](const auto &other) -> Result<Codebook> {
        return other ? mergedCodebook(here, other.value()) : Result<Codebook>(other.error());
    };
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive) || path.endsWith(".tsv"_L1, Qt::CaseInsensitive))
        return merged(readTable(path));
    const auto bytes = contentsOf(path);
    if (!bytes)
        return bytes.error();
    if (bytes->trimmed().startsWith('<') || path.endsWith(".qdc"_L1, Qt::CaseInsensitive))
        return merged(themesFromQdc(*bytes));
    return merged(codebookFromJson(*bytes));
}

QString groupName(const Codebook &codebook, const QString &key)
{
    for (const ThemeGroup &group : codebook.groups) {
        if (group.key == key)
            return group.name;
    }
    return {};
}

QByteArray codebookToTable(const Codebook &codebook)
{
    const CsvFormat format(ExportReader::Analysis, u',');
    QByteArray lines = format.beginning();
    const auto addLine = [&](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                format.appendSeparator(lines);
            format.appendText(lines, cells.at(i));
        }
        format.endLine(lines);
    };
    addLine({u"name"_s, u"definition"_s, u"id"_s, u"group"_s});
    for (const Theme &theme : codebook.themes)
        addLine({theme.name, theme.definition, theme.id, groupName(codebook, theme.group)});
    return lines;
}

} // namespace

int importCodebook(Collection &collection, const Invocation &invocation)
{
    const QString path = invocation.positional().value(1);
    const Codebook before = collection.facts().codebook;
    const auto after = mergedWith(path, before);
    if (!after)
        return fail({after.error().kind, u"%1: %2"_s.arg(path, after.error().message)});
    for (const QString &change : codebookChanges(before, *after))
        printLine(change);
    if (*after == before) {
        printLine(Words::tr("Nothing is new in it."));
    } else if (!invocation.has(u"dry-run"_s)) {
        const auto done = waitFor(collection.setCodebook(*after), Words::tr("Coding"));
        if (!done)
            return fail(done.error());
    }
    return finished(Done);
}

int exportCodebook(Collection &collection, const Invocation &invocation)
{
    const QString path = invocation.positional().value(1);
    const Codebook codebook = collection.facts().codebook;
    const QByteArray bytes = path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? codebookToTable(codebook)
        : path.endsWith(".qdc"_L1, Qt::CaseInsensitive)                    ? codebookToQdc(codebook)
                                                                           : codebookToJson(codebook);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{Error::Kind::Denied, Words::tr("%1 can't be written: %2").arg(path, file.errorString())});
    return finished(Done);
}

} // namespace tidemark
