#pragma once

#include <QLocale>
#include <QString>

namespace tidemark {

/// A share of 1 in hundredths, as the user's locale writes numbers: "82.0" of 0.82 with one decimal.
inline QString localHundredths(double share, int decimals)
{
    return QLocale().toString(100 * share, 'f', decimals);
}

/// The same with the locale's sign: "82.0%".
inline QString localPercent(double share, int decimals)
{
    return localHundredths(share, decimals) + QLocale().percent();
}

} // namespace tidemark
