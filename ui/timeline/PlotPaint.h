#pragma once

#include "theme/Colours.h"
#include "timeline/TimelineScene.h"

class QPainter;

namespace tidemark {

/// The counts of one plot: the whole collection faintly behind them, bars or lines, their moving average, and what
/// an earlier span had in its place. What isn't selected is dimmed.
void paintPlot(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours);

} // namespace tidemark
