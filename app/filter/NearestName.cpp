#include "filter/NearestName.h"

#include "filter/Quotation.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

namespace tidemark {

namespace {

constexpr qsizetype longestCompared = 64;
constexpr qsizetype mostCompared = 10'000;

/// Levenshtein's distance, one row at a time.
qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype exchanged = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &mistyped, const QStringList &known)
{
    const QString wanted = mistyped.toCaseFolded();
    if (wanted.isEmpty() || wanted.size() > longestCompared)
        return {};
    QString nearest;
    qsizetype least = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    for (const QString &name : known.first(std::min(known.size(), mostCompared))) {
        const QString folded = name.left(longestCompared).toCaseFolded();
        const bool beginsAlike = wanted.size() >= 3 && folded.startsWith(wanted);
        const qsizetype distance = beginsAlike ? 1 : editDistance(wanted, folded);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

QString didYouMean(const QString &mistyped, const QStringList &known, const QString &behind)
{
    const QString nearest = nearestName(mistyped, known);
    if (nearest.isEmpty())
        return {};
    return u' '
        + QCoreApplication::translate("Filter", "Did you mean %1?").arg(quotedForPeople(QString(nearest + behind)));
}

} // namespace tidemark
