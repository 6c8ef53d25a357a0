#pragma once

#include "timeline/TimelineGeometry.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

#include <functional>

namespace tidemark {

/// A mark on the time axis.
struct AxisLabel
{
    double x = 0; ///< of the instant that it names
    QString text;
    double width = 0; ///< of the text, which begins at x (in a mirrored chart: ends there)

    friend bool operator==(const AxisLabel &, const AxisLabel &) = default;
};

/// The width of a text in pixels.
using TextWidth = std::function<double(const QString &)>;

/// The labels of what is visible, at round times of the zone (hours, midnights, Mondays, firsts of a month or
/// year), that say year, month and day only where they change; the first says all. None overlap, and all stand
/// within the plot.
QVector<AxisLabel> axisLabels(const TimelineGeometry &geometry, const QTimeZone &zone, const TextWidth &width);

} // namespace tidemark
