#pragma once

#include "index/Timeline.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace tidemark {

/// A day as patterns of QLocale have it: "d" or, where the language counts its days ("22. Okt. 2017"), "d.".
QString dayPattern();

/// "22 Oct 2017 14:03" in the zone, the day as the reader's language writes it; "Undated" without a time.
QString timeText(std::optional<Instant> instant, const QTimeZone &zone);

/// A bucket by its beginning: "2017", "October 2017", "22 Oct 2017", "22 Oct 2017 14:00"; a week by its Monday.
QString bucketText(Granularity by, Instant start, const QTimeZone &zone);

} // namespace tidemark
