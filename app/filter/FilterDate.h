#pragma once

#include "story/TimeSpan.h"

#include <QString>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace tidemark {

/// The span that a date of the query language names, both ends given: `2017`, `2017-10`, `2017-10-15`,
/// `2017-10-15T06:30`, `...:59`, `...:59.125`, each possibly with `Z` or `+02:00` behind a time. Years 1 to 9999.
/// Nothing for what is no date, and for a time that the zone's clock skips.
std::optional<TimeSpan> readFilterDate(QStringView text, const QTimeZone &zone);

/// The shortest text whose span begins at an instant, or ends at it. An hour that the clock shows twice is
/// told apart by its offset.
QString dateBeginningAt(Instant instant, const QTimeZone &zone);
QString dateEndingAt(Instant instant, const QTimeZone &zone);

/// A span in the locale's form: "15\u201322 Oct 2017", with times where it isn't whole days.
QString spanForPeople(const TimeSpan &span, const QTimeZone &zone);

} // namespace tidemark
