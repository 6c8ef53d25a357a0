#pragma once

#include "index/Timeline.h"
#include "model/Bursts.h"
#include "model/EarlierSpan.h"
#include "story/DatedEvent.h"

#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace tidemark {

/// What a timeline is shown with besides its counts.
struct Derivation
{
    int averaged = 0;                          ///< buckets in a moving average; 0: none
    bool compares = false;                     ///< with an earlier span
    std::optional<ComparedBuckets> compared{}; ///< absent: there is nothing to compare with
    std::optional<QVector<Burst>> bursts{};    ///< absent: nobody asked for them
    QVector<DatedEvent> events{};              ///< empty: there are none, or they aren't shown
    QTimeZone zone = QTimeZone::utc();         ///< on whose clock their days begin

    friend bool operator==(const Derivation &, const Derivation &) = default;
};

/// Figures that follow from the counts of a timeline, a value a bucket.
struct DerivedFigures
{
    enum class Kind : quint8 {
        Mean,    ///< of the bucket's count with its neighbours
        Earlier, ///< what the earlier span has in the bucket that this one is compared with
        Burst,   ///< the number of the burst that the bucket belongs to, from 1
        Events   ///< the labels of the events that begin in it
    };

    Kind kind = Kind::Mean;
    int series = -1;                       ///< of the timeline's split; -1: of the selection
    QVector<std::optional<double>> values; ///< absent: there is none in that bucket
    QStringList words{};                   ///< instead of values, where they are no figures; empty: there are none

    friend bool operator==(const DerivedFigures &, const DerivedFigures &) = default;
};

/// Means and the earlier span's counts of the selection and of each series, the selection's bursts,
/// and the events.
QVector<DerivedFigures> derivedFigures(const Timeline &timeline, const Derivation &derivation);

} // namespace tidemark
