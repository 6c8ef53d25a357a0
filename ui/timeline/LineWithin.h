#pragma once

#include <QPolygonF>

namespace tidemark {

/// The part of a line between two places, left to right, cut exactly there; a line goes in one direction only, or
/// straight up and down. Painters can clip, but what writes SVG does not.
QPolygonF lineWithin(const QPolygonF &line, double left, double right);

} // namespace tidemark
