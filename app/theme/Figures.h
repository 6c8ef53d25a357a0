#pragma once

#include "theme/CodedText.h"

#include <QVector>

#include <optional>
#include <span>
#include <vector>

namespace tidemark {

/// A share and where it may lie.
struct Interval
{
    double from = 0;
    double to = 0;
};

/// Wilson's score interval of 95 percent for so many out of so many; from 0 to 1 where there are none.
Interval wilsonInterval(qint64 hits, qint64 of);

/// How decisions stand to the truth, in stories.
struct Confusion
{
    qint64 hits = 0;        ///< present, and said so
    qint64 falseAlarms = 0; ///< absent, and said present
    qint64 misses = 0;      ///< present, and said absent
    qint64 rightlyNot = 0;

    void add(bool truth, bool said) { ++(truth ? (said ? hits : misses) : (said ? falseAlarms : rightlyNot)); }

    [[nodiscard]] qint64 stories() const { return hits + falseAlarms + misses + rightlyNot; }
    [[nodiscard]] qint64 support() const { return hits + misses; } ///< stories that have it
    // Shares between 0 and 1; 0 where there is nothing to share.
    [[nodiscard]] double accuracy() const;
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    friend bool operator==(const Confusion &, const Confusion &) = default;
};

/// Where the F1 may lie, 95 percent: stories drawn anew a thousand times (percentile bootstrap).
Interval f1Interval(const Confusion &confusion, quint32 seed);

/// Which cut is wanted between present and absent.
struct CutWish
{
    enum class For {
        Accuracy,  ///< fewest errors: the middle, or another one where that is better by more than chance
        F1,        ///< the best mean of precision and recall
        Precision, ///< the lowest cut that reaches the precision wished
    };
    For best = For::Accuracy;
    double precision = 0.9;
};

/// The probability from which on a story is said to have the label. Probabilities must be of stories that the
/// learner did not learn from. Where no cut reaches a wished precision, the one with the highest.
double chooseCut(std::span<const double> probabilities, const std::vector<bool> &truth, const CutWish &wish);

/// One bin of a calibration: the stories whose probability lies in [from, to).
struct CalibrationBin
{
    double from = 0;
    double to = 0;
    qint64 stories = 0;
    double said = 0;    ///< mean probability
    double present = 0; ///< share that has it
};
QVector<CalibrationBin> calibration(std::span<const double> probabilities, const std::vector<bool> &truth);

} // namespace tidemark
