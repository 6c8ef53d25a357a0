#pragma once

#include "story/TimeSpan.h"

#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace tidemark {

/// How times that could be read in several ways are meant.
struct TimeReading
{
    bool dayFirst = false;     ///< 3/4/2018 is the third of April
    bool partial = false;      ///< a year, or year and month, is its first day
    bool excelSerials = false; ///< a number under 100,000 counts days since 1899-12-30
    QTimeZone zone{};          ///< of times without one; invalid: unknown, read as UTC
};

struct ParsedTime
{
    Instant instant = 0;
    bool zoneKnown = true;

    friend bool operator==(const ParsedTime &, const ParsedTime &) = default;
};

/// A time in any of the forms that files bring: ISO 8601 (basic, extended, date only), RFC 2822 with named zones
/// and two-digit years, Twitter's, D.M.Y, D/M/Y, M/D/Y, month names in eight languages of Western Europe,
/// seconds, milliseconds or microseconds since 1970 by their size. 24:00 is the next midnight, second 60 the next
/// minute; a wrong weekday doesn't matter. Nothing if it is none of these or no such day exists. Linear; any
/// thread.
std::optional<ParsedTime> parseTime(QStringView text, const TimeReading &reading = {});

/// What a numeric date like 16/10/2017 says about the order of day and month in its column.
enum class DayOrder { NotNumeric, DayFirst, MonthFirst, Ambiguous };
DayOrder dayOrder(QStringView text);

/// Years from 1 up to a day after now: anything else is a slip, and the story undated.
bool isPlausible(Instant instant, Instant now);

/// Whole seconds since 1970, of any size, as an instant; nothing if that isn't plausible.
std::optional<Instant> plausibleSeconds(double seconds, Instant now);

} // namespace tidemark
