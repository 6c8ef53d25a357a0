#include "command/ThemesCommand.h"
#include "export/ThemeTableCsv.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<TableCells> cellsOf(const Invocation &invocation)
{
    const QString share = invocation.value(u"share"_s);
    if (share.isEmpty())
        return TableCells::Stories;
    if (share == "row"_L1)
        return TableCells::ShareOfTheme;
    if (share == "column"_L1)
        return TableCells::ShareOfColumn;
    return Error{Error::Kind::Usage, Words::tr("--share is row or column, not “%1”.").arg(share)};
}

} // namespace

int printThemesTable(Collection &collection, const Invocation &invocation)
{
    const QString by = invocation.value(u"by"_s, u"theme"_s);
    const auto columns = tableByFromKey(by);
    if (!columns)
        return fail(Error{Error::Kind::Usage,
                          Words::tr("--by is theme, voice, platform, language or month, not “%1”.").arg(by)});
    const auto cells = cellsOf(invocation);
    if (!cells)
        return fail(cells.error());
    const QString text = invocation.value(u"filter"_s);
    auto parsed = parseFilter(text, collection.names());
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, text);
    const ThemeTableQuestion question{
        .by = *columns, .zone = collection.facts().zone, .mostMonths = mostBucketsAsked};
    const auto table = collection.tableThemes(std::get<Filter>(std::move(parsed)), question).answer.result();
    if (!table)
        return fail(table.error());
    printLine(themeTableCsv(*table, *cells, {}, ExportReader::Analysis).chopped(1)); // CR stays
    return finished(Done);
}

} // namespace tidemark
