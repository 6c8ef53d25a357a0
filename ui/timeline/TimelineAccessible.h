#pragma once

#include <QString>

class QWidget;

namespace tidemark {

/// Makes timelines known to screen readers as charts whose value is what spokenValue() says. Once is enough.
void installTimelineAccessibility();

/// Says that the value is another one now.
void tellAccessibleValue(QWidget *timeline, const QString &value);

} // namespace tidemark
