#include "command/ThemesCommand.h"
#include "export/CsvFormat.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// Counts by theme (a row) and something else (a column). Themes overlap, so nothing adds up.
struct Table
{
    QStringList columns;
    QVector<QPair<QString, QVector<qint64>>> rows;
};

std::optional<Facet> facetNamed(const QString &name)
{
    static const QHash<QString, Facet> facets{{u"theme"_s, Facet::Theme},
                                              {u"voice"_s, Facet::Voice},
                                              {u"platform"_s, Facet::Platform},
                                              {u"language"_s, Facet::Language}};
    const auto found = facets.constFind(name);
    return found == facets.cend() ? std::nullopt : std::optional(*found);
}

/// The filter, and this theme besides.
Filter withTheme(Filter filter, const QString &theme)
{
    FacetTerm term;
    term.facet = Facet::Theme;
    term.values = {theme};
    filter.facets.append(term);
    return filter;
}

void addRow(Table &table, const QString &theme, const QVector<FacetValue> &values)
{
    QVector<qint64> counts(table.columns.size());
    for (const FacetValue &value : values) {
        qsizetype column = table.columns.indexOf(value.key);
        if (column < 0) {
            column = table.columns.size();
            table.columns.append(value.key);
            counts.append(0);
        }
        counts[column] = value.count;
    }
    table.rows.append({theme, counts});
}

Result<Table> tableByFacet(Collection &collection, const Filter &filter, Facet by)
{
    Table table;
    const Codebook codebook = collection.facts().codebook;
    for (const Theme &theme : codebook.themes) {
        const auto selection
            = collection.select({.filter = withTheme(filter, theme.id), .timeline = {}, .facets = true}).result();
        if (!selection)
            return selection.error();
        const auto counts = std::find_if(selection->facets.cbegin(), selection->facets.cend(),
                                         [by](const FacetCounts &facet) { return facet.facet == by; });
        if (counts != selection->facets.cend())
            addRow(table, theme.id, counts->values);
    }
    return table;
}

Result<Table> tableByMonth(Collection &collection, const Filter &filter)
{
    TimelineQuestion question;
    question.by = Granularity::Month;
    question.split = Facet::Theme;
    question.zone = collection.facts().zone;
    const auto selection = collection.select({.filter = filter, .timeline = question, .facets = false}).result();
    if (!selection)
        return selection.error();
    Table table;
    const Timeline &timeline = selection->timeline;
    for (const Instant start : timeline.starts)
        table.columns.append(QDateTime::fromMSecsSinceEpoch(start, question.zone).toString(u"yyyy-MM"_s));
    for (const TimelineSeries &series : timeline.series)
        table.rows.append({series.key, series.counts});
    return table;
}

void printTable(const Table &table)
{
    const CsvFormat format(ExportReader::Analysis, u',');
    QByteArray lines;
    format.appendText(lines, u"theme"_s);
    for (const QString &column : table.columns) {
        format.appendSeparator(lines);
        format.appendText(lines, column);
    }
    format.endLine(lines);
    for (const auto &[theme, counts] : table.rows) {
        format.appendText(lines, theme);
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            format.appendSeparator(lines);
            format.appendValue(lines, QString::number(counts.value(column)));
        }
        format.endLine(lines);
    }
    printLine(lines.chopped(2));
}

} // namespace

int printThemesTable(Collection &collection, const Invocation &invocation)
{
    const QString by = invocation.value(u"by"_s, u"theme"_s);
    const auto facet = facetNamed(by);
    if (!facet && by != "month"_L1)
        return fail(Error{Error::Kind::Usage,
                          Words::tr("--by is theme, voice, platform, language or month, not “%1”.").arg(by)});
    const QString text = invocation.value(u"filter"_s);
    auto parsed = parseFilter(text, collection.names());
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, text);
    const Filter filter = std::get<Filter>(std::move(parsed));
    const auto table = facet ? tableByFacet(collection, filter, *facet) : tableByMonth(collection, filter);
    if (!table)
        return fail(table.error());
    printTable(*table);
    return finished(Done);
}

} // namespace tidemark
