#pragma once

#include <QHash>
#include <QString>
#include <QVector>

namespace tidemark {

/// A word that sets one group of stories apart from the others.
struct ContrastWord
{
    QString word;
    qint64 inside = 0;  ///< how often it is said in the group
    qint64 outside = 0; ///< and in the others
    double z = 0;       ///< log-odds ratio over its standard error: above 0, said more in the group

    friend bool operator==(const ContrastWord &, const ContrastWord &) = default;
};

using WordCounts = QHash<QString, qint64>;

/// The words with the highest z, at most so many: log-odds ratio with an informative Dirichlet prior (Monroe,
/// Colaresi and Quinn 2008, "Fightin' Words"). The prior is all stories together, as strong as priorWords words.
QVector<ContrastWord> contrastWords(const WordCounts &inside, const WordCounts &outside, qsizetype most,
                                    double priorWords = 500);

} // namespace tidemark
