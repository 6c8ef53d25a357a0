#pragma once

#include "theme/Colours.h"

#include <QPen>
#include <QRectF>

class QPainter;

namespace tidemark {

// The signs of the eight series: a colour, and a second sign for eyes that don't tell the colours apart.

/// An area in a series' colour and pattern.
void fillSeries(QPainter &painter, const QRectF &rect, int series, const Colours &colours);

/// A line in a series' colour and dashes.
QPen penOfSeries(int series, const Colours &colours);

} // namespace tidemark
