#pragma once

#include "filter/Filter.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace tidemark {

enum class Granularity : quint8 { Minute, Hour, Day, Week, Month, Year };

/// "minute", "hour", "day", "week" (from Monday), "month", "year".
QString granularityKey(Granularity granularity);
std::optional<Granularity> granularityFromKey(QStringView key);

/// What the volume is counted in.
enum class Counting : quint8 {
    Stories,
    Posts,    ///< stories and reposts of the selected stories, each at its own time
    Accounts, ///< distinct accounts of those posts per bucket; buckets don't add up
};
QString countingKey(Counting counting); ///< "stories", "posts", "accounts"
std::optional<Counting> countingFromKey(QStringView key);

/// A timeline never has more buckets than this, except in years.
inline constexpr int mostBucketsAsked = 100'000;

struct TimelineQuestion
{
    /// Absent: the finest with at most mostBuckets buckets over the span (years, where nothing is coarse enough).
    /// Given: as asked, but coarser where it would make more than mostBucketsAsked.
    std::optional<Granularity> by;
    Counting counting = Counting::Stories;
    std::optional<Facet> split; ///< Theme, Voice, Platform or Language
    QTimeZone zone = QTimeZone(QByteArrayLiteral("UTC"));
    int mostBuckets = 400;
    TimeSpan within; ///< buckets are laid out over this part of the span alone; open: over all of it

    friend bool operator==(const TimelineQuestion &, const TimelineQuestion &) = default;
};

struct TimelineSeries
{
    QString key; ///< the facet value's key
    QVector<qint64> counts;
};

/// Volume over time. Bucket i covers [starts[i], starts[i + 1]) and the last one [starts.last(), end).
struct Timeline
{
    Granularity by = Granularity::Day;
    Counting counting = Counting::Stories;
    QVector<Instant> starts;
    Instant end = 0;
    QVector<qint64> counts;         ///< of the selection, empty buckets in between included
    QVector<qint64> whole;          ///< of the whole collection, in the same buckets
    QVector<TimelineSeries> series; ///< with a split: a value's counts, largest first. Themes overlap
    qint64 undated = 0;             ///< stories of the selection without a date: counts + undated = count
};

/// The bucket starts that cover [from, until) in zone, and the end of the last. Handles daylight saving: a day
/// has 23 to 25 hours, an hour that the clock shows twice is two buckets, one that it skips is none. Weeks begin
/// on Monday. Empty if from >= until. Instants outside the years 1 to 9999 are taken for the nearest inside.
QVector<Instant> bucketStarts(Granularity by, Instant from, Instant until, const QTimeZone &zone, Instant *end);

/// The finest granularity that covers [from, until) in at most mostBuckets buckets; years, where none does.
Granularity fittingGranularity(Instant from, Instant until, int mostBuckets,
                               const QTimeZone &zone = QTimeZone(QByteArrayLiteral("UTC")),
                               Granularity finest = Granularity::Minute);

} // namespace tidemark
