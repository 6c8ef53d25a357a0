#pragma once

#include "model/EarlierSpan.h"
#include "timeline/CountScale.h"

namespace tidemark {

/// How a timeline is shown, whatever it shows.
struct TimelineLook
{
    enum class Shape : quint8 { Bars, Lines };
    enum class Places : quint8 {
        Together,  ///< the parts of a split in one plot: bars on one another, lines over one another
        SideBySide ///< a plot for each, all with the same scale and the same time
    };

    Shape shape = Shape::Bars;
    Places places = Places::Together;
    CountScale::Kind scale = CountScale::Kind::Linear;
    int averaged = 0; ///< buckets in a moving average; 0: none
    Earlier earlier = Earlier::None;
    double burstRatio = 0; ///< of BurstSettings; 0: bursts aren't marked
    bool events = true;

    friend bool operator==(const TimelineLook &, const TimelineLook &) = default;
};

} // namespace tidemark
