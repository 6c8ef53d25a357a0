#pragma once

#include "theme/Figures.h"

#include <QString>
#include <QVector>

namespace tidemark {

/// What one coder said of one story.
struct CoderAnswer
{
    qint64 unit = 0; ///< the story
    int coder = 0;   ///< numbered from 0
    int answer = 0;  ///< 0 absent, 1 present; or any other nominal value

    friend bool operator==(const CoderAnswer &, const CoderAnswer &) = default;
};

/// How far coders agree, over the stories that at least two of them coded. Shares and coefficients; absent where
/// they are not defined, that is where all answers are the same.
struct Agreement
{
    qint64 units = 0; ///< coded by at least two
    int coders = 0;
    double percent = 0;          ///< share of agreeing pairs of answers, between 0 and 1
    std::optional<double> kappa; ///< of two coders Cohen's (1960); of more Fleiss' (1971), which is Gwet's (2014)
                                 ///< where not all coded each story
    std::optional<double> alpha; ///< Krippendorff's, for nominal data with gaps ("Computing Krippendorff's
                                 ///< Alpha-Reliability", 2011)
    std::optional<Interval> alphaInterval; ///< 95 percent, by drawing the stories anew (percentile bootstrap)

    [[nodiscard]] bool isFleissKappa() const { return coders > 2; } ///< else Cohen's
};

Agreement agreement(const QVector<CoderAnswer> &answers, quint32 seed, int draws = 1000);

/// The stories on which two coders differ, ascending.
QVector<qint64> disagreements(const QVector<CoderAnswer> &answers);

} // namespace tidemark
