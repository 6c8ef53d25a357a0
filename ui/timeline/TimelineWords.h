#pragma once

#include "index/Timeline.h"
#include "timeline/TimelineScene.h"

#include <QString>
#include <QStringList>

namespace tidemark {

/// "24 Oct 2017: 31 of 120 stories", with the parts of a split and what else is marked there behind it.
QString bucketSentence(const TimelineScene &scene, int bucket);

/// Of the bucket under the cursor, or of the whole: what a screen reader says.
QString spokenValue(const TimelineScene &scene);

/// What has to be known to read the picture rightly, a sentence each: what could not be shown as it was asked for,
/// what is counted twice, what is marked by which method, what the compared spans hold.
QStringList timelineNotes(const TimelineScene &scene, const TimelineQuestion &asked);

/// What there is still to do for a picture that was asked for; empty: nothing.
QString timelineHint(const TimelineScene &scene);

/// "minutes", "hours", ...
QString stepsName(Granularity by);

} // namespace tidemark
