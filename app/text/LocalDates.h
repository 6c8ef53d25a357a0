#pragma once

#include <QString>

namespace tidemark {

/// How the reader's language writes these parts of a date, as a pattern of QLocale: parts as ICU names them
/// ("yMMMd", "MMMd", "yMMMM"), patterns such as "d MMM yyyy", "MMM d, yyyy" or "d. MMM yyyy". Always Gregorian;
/// where no language is chosen, as in Britain.
QString localDatePattern(const QString &parts);

/// The locale's name for ICU, with what the above says of calendar and of no language.
QByteArray dateLocaleName();

} // namespace tidemark
