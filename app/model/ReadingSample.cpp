#include "model/ReadingSample.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Bitset having(const StoryIndex &index, Facet facet, const QString &key)
{
    Filter filter;
    filter.facets.append({facet, {}, {key}, false});
    return index.select(filter, {});
}

/// Takes the stories of each value out of what is left, in the order of the facet's values.
QVector<Bitset> byFacet(const Selection &from, Facet facet)
{
    QVector<Bitset> strata;
    Bitset left = from.stories();
    for (const FacetCounts &counts : from.facets) {
        if (counts.facet != facet || !counts.attribute.isEmpty())
            continue;
        for (const FacetValue &value : counts.values) {
            if (value.count == 0)
                continue;
            Bitset stratum = having(from.index(), facet, value.key);
            stratum &= left;
            left.subtract(stratum);
            strata.append(std::move(stratum));
        }
    }
    strata.append(std::move(left));
    return strata;
}

QVector<Bitset> byMonth(const Selection &from, const QTimeZone &zone)
{
    QVector<Bitset> strata;
    const StoryIndex &index = from.index();
    Bitset left = from.stories();
    const TimeSpan span = index.span();
    if (span.from && span.until) {
        Instant end = 0;
        const QVector<Instant> months = bucketStarts(Granularity::Month, *span.from, *span.until, zone, &end);
        for (qsizetype i = 0; i < months.size(); ++i) {
            Filter filter;
            filter.span = {months.at(i), months.value(i + 1, end)};
            Bitset month = index.select(filter, {});
            month &= from.stories();
            left.subtract(month);
            strata.append(std::move(month));
        }
    }
    strata.append(std::move(left));
    return strata;
}

QVector<Bitset> strataOf(const Selection &from, Strata strata, const QTimeZone &zone)
{
    switch (strata) {
    case Strata::Month:
        return byMonth(from, zone);
    case Strata::Theme:
        return byFacet(from, Facet::Theme);
    case Strata::Platform:
        return byFacet(from, Facet::Platform);
    case Strata::None:
        break;
    }
    return {from.stories()};
}

/// Some of the numbers below count, each with the same chance: Floyd's algorithm (Bentley, "Programming Pearls: A
/// Sample of Brilliance", 1987).
std::set<qint64> draw(qint64 some, qint64 count, QRandomGenerator &random)
{
    std::set<qint64> drawn;
    for (qint64 last = count - some; last < count; ++last) {
        const qint64 number = random.bounded(last + 1);
        drawn.insert(drawn.contains(number) ? last : number);
    }
    return drawn;
}

} // namespace

QVector<qint64> sharesOf(const QVector<qint64> &sizes, qint64 wanted)
{
    const qint64 all = std::accumulate(sizes.cbegin(), sizes.cend(), qint64(0));
    if (wanted >= all)
        return sizes;
    const auto filled = std::ranges::count_if(sizes, [](qint64 size) { return size > 0; });
    const qint64 least = wanted >= filled ? 1 : 0;
    const qint64 shared = wanted - least * filled;

    // What is left after one from each is shared out among what is left of each.
    const auto rest = [&](qint64 size) { return std::max<qint64>(0, size - least); };
    const qint64 restOfAll = all - least * filled;
    QVector<qint64> shares;
    QVector<std::pair<qint64, qsizetype>> remainders; // negative, so that the largest come first
    qint64 given = 0;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        const qint64 part = restOfAll > 0 ? shared * rest(sizes.at(i)) / restOfAll : 0;
        remainders.append({-(restOfAll > 0 ? shared * rest(sizes.at(i)) % restOfAll : 0), i});
        shares.append(part + (sizes.at(i) > 0 ? least : 0));
        given += part;
    }
    std::ranges::sort(remainders);
    for (qsizetype i = 0; i < remainders.size() && given < shared; ++i, ++given)
        ++shares[remainders.at(i).second];
    return shares;
}

QVector<StoryId> readingSample(const Selection &from, const SampleQuestion &question, const QTimeZone &zone)
{
    QVector<Selection> strata;
    QVector<qint64> sizes;
    const std::shared_ptr<const StoryIndex> index(std::make_shared<const Selection>(from), &from.index());
    QVector<Bitset> sets = strataOf(from, question.strata, zone);
    for (Bitset &set : sets) {
        strata.append(Selection(index, {}, std::move(set)));
        sizes.append(strata.constLast().count());
    }
    const QVector<qint64> shares = sharesOf(sizes, std::max<qint64>(0, question.size));
    QRandomGenerator random(question.seed);
    QVector<StoryId> sample;
    for (qsizetype i = 0; i < strata.size(); ++i) {
        const std::set<qint64> ranks = draw(shares.at(i), sizes.at(i), random);
        for (const qint64 rank : ranks)
            sample += strata.at(i).ids(rank, 1, Order::OldestFirst);
    }
    std::ranges::sort(sample);
    return sample;
}

SampleProgress progressOf(const Selection &sample)
{
    SampleProgress progress;
    const StoryIndex &index = sample.index();
    sample.stories().forEach([&](qint64 ordinal) {
        const IndexedStory story = index.story(ordinal);
        progress.read += story.read ? 1 : 0;
        progress.coded += story.codedByHand ? 1 : 0;
    });
    return progress;
}

} // namespace tidemark
