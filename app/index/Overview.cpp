// One file, for writing and reading have to agree.

#include "index/Overview.h"

#include "index/Selection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int form = 1; ///< raised when it gets another one

template<typename Number>
QJsonArray packed(const QVector<Number> &numbers)
{
    QJsonArray array;
    for (const Number number : numbers)
        array.append(static_cast<qint64>(number));
    return array;
}

template<typename Number>
QVector<Number> unpacked(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    QVector<Number> numbers;
    for (const QJsonValue &number : array)
        numbers.append(static_cast<Number>(number.toInteger()));
    return numbers;
}

/// Different ones, in an order of their own.
QStringList sorted(QStringList names)
{
    names.removeDuplicates();
    names.sort();
    return names;
}

QStringList keysOf(const FacetCounts &counts)
{
    QStringList keys;
    for (const FacetValue &value : counts.values)
        keys.append(value.key);
    return keys;
}

/// Of a source, its place among the names stands for its name.
QJsonArray packed(const FacetCounts &counts)
{
    const bool isNamed = counts.facet == Facet::Source;
    const QStringList names = isNamed ? sorted(keysOf(counts)) : QStringList();
    QJsonArray values;
    for (const FacetValue &value : counts.values) {
        const QJsonValue key = isNamed ? QJsonValue(names.indexOf(value.key)) : QJsonValue(value.key);
        values.append(QJsonArray{key, value.count});
    }
    return values;
}

std::optional<FacetCounts> unpacked(Facet facet, const QJsonArray &values, const IndexNames &names)
{
    const bool isNamed = facet == Facet::Source;
    const QStringList sources = isNamed ? sorted(names.sources.values()) : QStringList();
    FacetCounts counts{facet, {}, {}};
    for (const QJsonValue &value : values) {
        const QString key = isNamed ? sources.value(value[0].toInteger(-1)) : value[0].toString();
        counts.values.append({key, value[1].toInteger()});
    }
    QStringList expected = keysOf(counts);
    expected = isNamed ? sources : facet == Facet::Theme ? names.themes + QStringList(u"none"_s) : sorted(expected);
    const bool isWhole = counts.values.size() == expected.size() && sorted(keysOf(counts)) == sorted(expected);
    return isWhole ? std::optional(counts) : std::nullopt;
}

Timeline unpackedTimeline(const QJsonObject &object)
{
    Timeline timeline;
    timeline.by = granularityFromKey(object.value("by"_L1).toString()).value_or(timeline.by);
    timeline.starts = unpacked<Instant>(object.value("starts"_L1));
    timeline.end = object.value("end"_L1).toInteger();
    timeline.counts = unpacked<qint64>(object.value("counts"_L1));
    timeline.whole = timeline.counts;
    timeline.undated = object.value("undated"_L1).toInteger();
    return timeline;
}

bool isSound(const Timeline &timeline, qint64 stories, const QTimeZone &zone)
{
    const QVector<Instant> &starts = timeline.starts;
    const auto isCount = [stories](qint64 count) { return count >= 0 && count <= stories; };
    if (!zone.isValid() || starts.size() != timeline.counts.size() || starts.size() > mostBucketsAsked
        || !isCount(timeline.undated) || !std::all_of(timeline.counts.cbegin(), timeline.counts.cend(), isCount)
        || std::accumulate(timeline.counts.cbegin(), timeline.counts.cend(), timeline.undated) != stories)
        return false;
    if (starts.isEmpty())
        return true;
    if (timeline.end <= starts.first()
        || fittingGranularity(starts.first(), timeline.end, mostBucketsAsked, zone, timeline.by) != timeline.by)
        return false;
    Instant end = 0;
    return bucketStarts(timeline.by, starts.first(), timeline.end, zone, &end) == starts && end == timeline.end;
}

QJsonArray packed(const QVector<Overview::Rows> &all)
{
    QJsonArray array;
    for (const Overview::Rows &rows : all)
        array.append(QJsonArray{rows.first, packed(rows.stories)});
    return array;
}

QVector<Overview::Rows> unpackedRows(const QJsonValue &packed)
{
    const QJsonArray array = packed.toArray();
    QVector<Overview::Rows> all;
    for (const QJsonValue &rows : array)
        all.append({rows[0].toInteger(-1), unpacked<StoryId>(rows[1])});
    return all;
}

bool areSound(const QVector<Overview::Rows> &all, qint64 count)
{
    const auto isSound = [count](const Overview::Rows &rows) {
        return rows.first >= 0 && rows.first <= count && rows.stories.size() <= count - rows.first
            && !rows.stories.contains(noStory);
    };
    return !all.isEmpty() && std::all_of(all.cbegin(), all.cend(), isSound) && all.constFirst().first == 0
        && all.constFirst().stories.size() == std::min(count, Overview::rowsTogether);
}

bool isSound(const Overview &overview)
{
    return overview.count >= 0 && overview.count <= std::numeric_limits<quint32>::max()
        && areSound(overview.newest, overview.count) && areSound(overview.oldest, overview.count)
        && isSound(overview.timeline, overview.count, overview.zone);
}

/// The first rows, and those around some stories.
QVector<Overview::Rows> rowsOf(const Selection &all, Order order, const QVector<StoryId> &places)
{
    QVector<Overview::Rows> rows{{0, all.ids(0, Overview::rowsTogether, order)}};
    for (const StoryId place : places) {
        const qint64 row = all.rowOf(place, order);
        const auto isKnown = [row](const Overview::Rows &known) {
            return row >= known.first + Overview::rowsTogether / 4
                && row < known.first + Overview::rowsTogether * 3 / 4;
        };
        if (row < Overview::rowsTogether / 2 || std::any_of(rows.cbegin(), rows.cend(), isKnown))
            continue;
        const qint64 before = row - Overview::rowsTogether / 2;
        const qint64 first = before - before % (Overview::rowsTogether / 4);
        rows.append({first, all.ids(first, Overview::rowsTogether, order)});
    }
    return rows;
}

} // namespace

TimelineQuestion Overview::timelineQuestion() const
{
    TimelineQuestion question;
    question.zone = zone;
    return question;
}

QVector<StoryId> Overview::ids(qint64 first, qint64 most, Order order) const
{
    const qint64 rows = std::clamp<qint64>(count - first, 0, std::max<qint64>(most, 0));
    for (const Rows &known : order == Order::OldestFirst ? oldest : newest) {
        if (first >= known.first && first + rows <= known.first + known.stories.size())
            return known.stories.mid(first - known.first, rows);
    }
    return {};
}

qint64 Overview::rowOf(StoryId id, Order order) const
{
    for (const Rows &known : order == Order::OldestFirst ? oldest : newest) {
        if (const qsizetype row = known.stories.indexOf(id); row >= 0)
            return known.first + row;
    }
    return -1;
}

Overview overviewOf(const StoryIndex &index, const QTimeZone &zone, const QVector<StoryId> &places)
{
    IndexQuestion question;
    question.facets = QVector<Facet>(countedFacets.begin(), countedFacets.end());
    IndexAnswer answer = index.answer(question);
    const Selection all(std::make_shared<const StoryIndex>(index), {}, std::move(answer.stories));
    Overview overview;
    overview.count = all.count();
    overview.newest = rowsOf(all, Order::NewestFirst, places);
    overview.oldest = rowsOf(all, Order::OldestFirst, places);
    overview.facets = std::move(answer.facets);
    overview.zone = zone;
    overview.timeline = index.timeline(overview.timelineQuestion(), all.stories(), {});
    const QList<qint64> sources = index.names().sources.keys();
    for (const qint64 source : sources)
        overview.fromSource.insert(source, index.countFrom(source));
    return overview;
}

QByteArray packOverview(const Overview &overview)
{
    QJsonArray facets;
    for (const FacetCounts &counts : overview.facets)
        facets.append(packed(counts));
    QJsonArray sources;
    for (auto source = overview.fromSource.cbegin(); source != overview.fromSource.cend(); ++source)
        sources.append(QJsonArray{source.key(), source.value()});
    const Timeline &timeline = overview.timeline;
    const QJsonObject packedTimeline{{u"by"_s, granularityKey(timeline.by)},
                                     {u"starts"_s, packed(timeline.starts)},
                                     {u"end"_s, timeline.end},
                                     {u"counts"_s, packed(timeline.counts)},
                                     {u"undated"_s, timeline.undated}};
    return QJsonDocument(QJsonObject{{u"form"_s, form},
                                     {u"count"_s, overview.count},
                                     {u"newest"_s, packed(overview.newest)},
                                     {u"oldest"_s, packed(overview.oldest)},
                                     {u"facets"_s, facets},
                                     {u"sources"_s, sources},
                                     {u"zone"_s, QString::fromLatin1(overview.zone.id())},
                                     {u"timeline"_s, packedTimeline}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Overview> unpackOverview(const QByteArray &bytes, const IndexNames &names)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QJsonArray facets = object.value("facets"_L1).toArray();
    if (object.value("form"_L1).toInt() != form || facets.size() != qsizetype(countedFacets.size()))
        return std::nullopt;
    Overview overview;
    overview.count = object.value("count"_L1).toInteger(-1);
    overview.newest = unpackedRows(object.value("newest"_L1));
    overview.oldest = unpackedRows(object.value("oldest"_L1));
    for (qsizetype i = 0; i < facets.size(); ++i) {
        const auto counts = unpacked(countedFacets.at(static_cast<size_t>(i)), facets.at(i).toArray(), names);
        if (!counts)
            return std::nullopt;
        overview.facets.append(*counts);
    }
    const QJsonArray sources = object.value("sources"_L1).toArray();
    for (const QJsonValue &source : sources)
        overview.fromSource.insert(source[0].toInteger(), source[1].toInteger());
    overview.zone = QTimeZone(object.value("zone"_L1).toString().toLatin1());
    overview.timeline = unpackedTimeline(object.value("timeline"_L1).toObject());
    return isSound(overview) ? std::optional(overview) : std::nullopt;
}

} // namespace tidemark
