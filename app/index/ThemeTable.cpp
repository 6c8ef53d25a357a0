#include "index/ThemeTable.h"

#include <array>
#include <utility>

namespace tidemark {

namespace {

constexpr std::array<std::pair<TableBy, const char *>, 5> keys{{
    {TableBy::Theme, "theme"},
    {TableBy::Voice, "voice"},
    {TableBy::Platform, "platform"},
    {TableBy::Language, "language"},
    {TableBy::Month, "month"},
}};

} // namespace

std::optional<Facet> facetOf(TableBy by)
{
    switch (by) {
    case TableBy::Theme:
        return Facet::Theme;
    case TableBy::Voice:
        return Facet::Voice;
    case TableBy::Platform:
        return Facet::Platform;
    case TableBy::Language:
        return Facet::Language;
    case TableBy::Month:
        break;
    }
    return std::nullopt;
}

QString tableByKey(TableBy by)
{
    return QString::fromLatin1(keys.at(static_cast<size_t>(by)).second);
}

std::optional<TableBy> tableByFromKey(QStringView key)
{
    for (const auto &[by, name] : keys) {
        if (key == QLatin1String(name))
            return by;
    }
    return std::nullopt;
}

qint64 ThemeTable::count(qsizetype row, qsizetype column) const
{
    if (column == all)
        return row == all ? stories : rows.at(row).stories;
    return row == all ? columns.at(column).stories : columns.at(column).counts.at(row);
}

double ThemeTable::share(TableCells cells, qsizetype row, qsizetype column) const
{
    const qint64 of
        = count(cells == TableCells::ShareOfTheme ? row : all, cells == TableCells::ShareOfColumn ? column : all);
    return of == 0 ? 0 : static_cast<double>(count(row, column)) / static_cast<double>(of);
}

} // namespace tidemark
