#pragma once

#include <QDateTime>
#include <QString>

namespace tidemark {

/// How the reader's language writes these parts of a date, as a pattern of QLocale: parts as ICU names them
/// ("yMMMd", "MMMd", "yMMMM"), patterns such as "d MMM yyyy", "MMM d, yyyy" or "d. MMM yyyy". Always Gregorian;
/// where no language is chosen, as in Britain.
QString localDatePattern(const QString &parts);

/// A moment to the minute as the reader's language writes it, in the moment's own time zone.
QString localMinute(const QDateTime &moment);

/// The locale's name for ICU, with what the above says of calendar and of no language.
QByteArray dateLocaleName();

} // namespace tidemark
