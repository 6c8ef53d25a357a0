#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace tidemark {

/// The words of times, in many languages. All of them are asked for in lower case.

/// The number of the month that a word names, whole or shortened; 0 if it names none.
int monthNamed(const QString &word);

/// Whether a word may stand in a date and says nothing that is needed: weekdays, articles, ordinals.
bool isDateFiller(const QString &word);

/// Minutes east of Greenwich.
std::optional<int> zoneOffset(const QString &word);

enum class HalfOfDay : quint8 { Morning, Afternoon };

/// Chinese and Korean signs: they follow each other and their numbers without a blank, so each is read by itself.
bool isEastAsian(QChar sign);

/// Whether a sign makes the number before it an hour.
bool isEastAsianHour(QChar sign);

/// Whether a sign only says what the number before it counts, or stands in the name of a weekday.
bool isEastAsianFiller(QChar sign);

/// Which half of the day two signs name, if any.
std::optional<HalfOfDay> eastAsianHalf(QStringView signs);

} // namespace tidemark
