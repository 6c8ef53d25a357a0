#pragma once

#include "source/Labels.h"

namespace tidemark {

/// A theme that a column may be about, as the codebook calls it.
struct KnownTheme
{
    QString key;
    QString name;
};

/// In which columns of a table people seem to have coded its rows by hand.
struct LabelGuess
{
    QVector<LabelColumn> labels; ///< columns of yes and no that are called as a theme is, and such that list themes
    QStringList unclear; ///< further columns of yes and no, or called "codes": which theme they mean nobody knows
};

/// By names of columns and a look at the first rows. A theme is given one column at most: the first. What is only
/// likely is not done unasked: the guess is for being shown, and corrected by hand.
LabelGuess guessLabels(const QStringList &header, const QVector<QStringList> &firstRows,
                       const QVector<KnownTheme> &themes);

} // namespace tidemark
