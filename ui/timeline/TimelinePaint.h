#pragma once

#include "theme/Colours.h"
#include "timeline/TimelineScene.h"

class QPainter;

namespace tidemark {

/// Paints a scene that was laid out, with the painter's font, on whatever ground is there.
void paintTimeline(QPainter &painter, const TimelineScene &scene, const Colours &colours);

} // namespace tidemark
