#include "index/ThemeTableMaker.h"

#include "index/BitWords.h"
#include "index/Timeline.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

ThemeTableMaker::ThemeTableMaker(const StoryIndex::Data &data, const ThemeTableQuestion &question)
    : m_data(data), m_question(question), m_themes(data.values(Facet::Theme))
{
    m_table.by = question.by;
    for (const FacetSets &theme : m_themes)
        m_table.rows.append({theme.key, 0});
}

ThemeTable ThemeTableMaker::make(const Bitset &stories)
{
    if (const auto facet = facetOf(m_question.by))
        addValues(*facet);
    else
        addMonths(stories);
    const std::span<const quint64> words(stories.words());
    for (size_t from = 0; from < words.size(); from += BlockSet::blockWords)
        countBlock(words.subspan(from, std::min(BlockSet::blockWords, words.size() - from)),
                   from / BlockSet::blockWords);
    arrange();
    return std::move(m_table);
}

void ThemeTableMaker::addValues(Facet facet)
{
    for (const FacetSets &value : m_data.values(facet)) {
        m_places.push_back({value.sets, 0, 0});
        m_table.columns.append({value.key, {}, 0, QVector<qint64>(m_table.rows.size())});
    }
}

/// From the first story's month to the last one's.
void ThemeTableMaker::addMonths(const Bitset &stories)
{
    const TimeColumn &times = m_data.columns->times;
    qint64 first = -1;
    qint64 last = -1;
    stories.forEach(0, m_data.dated(), [&](qint64 ordinal) {
        first = first < 0 ? ordinal : first;
        last = ordinal;
    });
    if (first < 0)
        return;
    const Instant until = times.at(last) + 1;
    const Granularity by
        = fittingGranularity(times.at(first), until, m_question.mostMonths, m_question.zone, Granularity::Month);
    Instant end = 0;
    QVector<Instant> edges = bucketStarts(by, times.at(first), until, m_question.zone, &end);
    edges.append(end);
    const QString form = by == Granularity::Month ? u"yyyy-MM"_s : u"yyyy"_s;
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        const TimeSpan span{edges.at(i), edges.at(i + 1)};
        const QString key = QDateTime::fromMSecsSinceEpoch(edges.at(i), m_question.zone).toString(form);
        m_places.push_back({{}, times.firstNotBefore(*span.from), times.firstNotBefore(*span.until)});
        m_table.columns.append({key, span, 0, QVector<qint64>(m_table.rows.size())});
    }
}

void ThemeTableMaker::countBlock(std::span<const quint64> stories, size_t number)
{
    const BitWords &loops = BitWords::loops();
    const size_t size = stories.size();
    const qint64 all = loops.count(stories.data(), size);
    if (all == 0)
        return;
    m_table.stories += all;
    std::vector<std::vector<quint64>> rows(m_themes.size(), std::vector<quint64>(size));
    for (size_t row = 0; row < rows.size(); ++row) {
        for (const BlockSet *set : m_themes[row].sets)
            set->uniteInto(rows[row], number);
        loops.intersect(rows[row].data(), stories.data(), size);
        m_table.rows[static_cast<qsizetype>(row)].stories += loops.count(rows[row].data(), size);
    }
    std::vector<quint64> words(size);
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (!gather(m_places[i], number, words))
            continue;
        ThemeTable::Column &column = m_table.columns[static_cast<qsizetype>(i)];
        column.stories += loops.countBoth(words.data(), stories.data(), size);
        for (size_t row = 0; row < rows.size(); ++row)
            column.counts[static_cast<qsizetype>(row)] += loops.countBoth(words.data(), rows[row].data(), size);
    }
}

/// False: the column has no story in the block.
bool ThemeTableMaker::gather(const Place &place, size_t number, std::span<quint64> words) const
{
    const qint64 start = static_cast<qint64>(number) * BlockSet::blockSize;
    const qint64 from = std::max<qint64>(place.from - start, 0);
    const qint64 until = std::min(place.until - start, static_cast<qint64>(words.size()) * 64);
    const bool isThere = from < until
        || std::ranges::any_of(place.sets, [number](const BlockSet *set) { return set->block(number) != nullptr; });
    if (!isThere)
        return false;
    std::ranges::fill(words, 0);
    if (from < until)
        fillBits(words.data(), from, until);
    for (const BlockSet *set : place.sets)
        set->uniteInto(words, number);
    return true;
}

void ThemeTableMaker::arrange()
{
    if (m_question.by == TableBy::Theme || m_question.by == TableBy::Month)
        return;
    m_table.columns.removeIf([](const ThemeTable::Column &column) { return column.stories == 0; });
    std::ranges::sort(m_table.columns, [](const ThemeTable::Column &a, const ThemeTable::Column &b) {
        return FacetValue::comesFirst({a.key, a.stories}, {b.key, b.stories});
    });
}

} // namespace tidemark
