#pragma once

#include "filter/Filter.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

namespace tidemark {

/// What themes are counted by.
enum class TableBy : quint8 { Theme, Voice, Platform, Language, Month };

/// What a table's cells say: how many stories, which share of the theme's stories, or of the column's.
enum class TableCells : quint8 { Stories, ShareOfTheme, ShareOfColumn };

struct ThemeTableQuestion
{
    TableBy by = TableBy::Theme;
    QTimeZone zone = QTimeZone::utc(); ///< in which months begin
    int mostMonths = 240;              ///< a longer time is counted by years

    friend bool operator==(const ThemeTableQuestion &, const ThemeTableQuestion &) = default;
};

/// How many stories of a set have a theme (a row) and something else (a column). Themes overlap, so rows don't add
/// up to the stories, and neither do columns of themes; undated stories are in no month.
struct ThemeTable
{
    struct Row
    {
        QString theme; ///< by id, in codebook order, then `none`
        qint64 stories = 0;
    };
    struct Column
    {
        QString key;            ///< the facet value's, or 2017-10, or 2017
        TimeSpan span;          ///< of a month or year; else open
        qint64 stories = 0;     ///< of the set, whatever their themes
        QVector<qint64> counts; ///< by row
    };

    TableBy by = TableBy::Theme;
    qint64 stories = 0; ///< of the set
    QVector<Row> rows;
    /// Themes in codebook order, months in order of time, other values by count; of these only those that the set
    /// has.
    QVector<Column> columns;

    static constexpr qsizetype all = -1; ///< the row, or the column, of all stories

    [[nodiscard]] qint64 count(qsizetype row, qsizetype column) const;
    /// Between 0 and 1; 0 where there is nothing to share. Of cells that say stories: of the set.
    [[nodiscard]] double share(TableCells cells, qsizetype row, qsizetype column) const;
};

/// The facet that columns are values of; none for months.
std::optional<Facet> facetOf(TableBy by);
QString tableByKey(TableBy by); ///< "theme", "voice", "platform", "language", "month"
std::optional<TableBy> tableByFromKey(QStringView key);

} // namespace tidemark
