#pragma once

#include "index/Timeline.h"
#include "story/TimeSpan.h"

#include <optional>

namespace tidemark {

/// With which earlier span of the same length the selected one is compared.
enum class Earlier : quint8 { None, Before, YearBefore };

/// Buckets of a timeline, and as many earlier ones beside them.
struct ComparedBuckets
{
    int first = 0; ///< of the selected span
    int last = 0;
    int shift = 0; ///< so many buckets earlier begins the other span; its first buckets may lie before the timeline

    [[nodiscard]] int earlierOf(int bucket) const { return bucket - shift; }
    friend bool operator==(const ComparedBuckets &, const ComparedBuckets &) = default;
};

/// Before: the span that ends where the selected one begins. YearBefore: the one that begins in the bucket of the
/// same day and time of the year before. Of the same number of buckets in either case: those of the selected span
/// that the timeline has. Nothing where no span is selected, or the whole earlier one lies before the timeline.
std::optional<ComparedBuckets> comparedBuckets(const Timeline &timeline, const TimeSpan &selected, Earlier earlier,
                                               const QTimeZone &zone);

/// The sum of counts over buckets first to last; those outside are none.
qint64 sumOf(const QVector<qint64> &counts, int first, int last);

} // namespace tidemark
