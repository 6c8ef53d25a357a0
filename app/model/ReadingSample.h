#pragma once

#include "index/Selection.h"

#include <QTimeZone>
#include <QVector>

namespace tidemark {

/// By what a sample is stratified: each stratum is drawn from by itself.
enum class Strata : quint8 {
    None,
    Month, ///< of the zone; undated stories are one of their own
    Theme, ///< a story with several counts for the first of them in the codebook; those without are one of their
           ///< own
    Platform
};

struct SampleQuestion
{
    Strata strata = Strata::None;
    qint64 size = 100;
    quint32 seed = 1; ///< the same seed draws the same stories from the same selection

    friend bool operator==(const SampleQuestion &, const SampleQuestion &) = default;
};

/// Stories drawn at random and without replacement, ascending; all of them where there are no more. The selection's
/// facets have to be counted. Any thread; a question over the index for each stratum.
QVector<StoryId> readingSample(const Selection &from, const SampleQuestion &question, const QTimeZone &zone);

/// How many to draw from strata of these sizes: in proportion (largest remainders), but one at least from each
/// where so many are wanted, and never more than there are.
QVector<qint64> sharesOf(const QVector<qint64> &sizes, qint64 wanted);

/// How far the reading of a sample has come.
struct SampleProgress
{
    qint64 read = 0;
    qint64 coded = 0; ///< by hand

    friend bool operator==(const SampleProgress &, const SampleProgress &) = default;
};
SampleProgress progressOf(const Selection &sample);

} // namespace tidemark
