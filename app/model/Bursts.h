#pragma once

#include <QVector>

namespace tidemark {

/// What makes a burst: at a burst's rate stories come `ratio` times as fast as over the whole time, and each change
/// into it costs `price` times the logarithm of the number of buckets.
struct BurstSettings
{
    double ratio = 2;
    double price = 1;

    friend bool operator==(const BurstSettings &, const BurstSettings &) = default;
};

/// Buckets first to last, in which stories came faster.
struct Burst
{
    int first = 0;
    int last = 0;
    double weight = 0; ///< by how much the burst's rate explains the counts better, in natural logarithms

    friend bool operator==(const Burst &, const Burst &) = default;
};

/// The bursts in a series of counts, by the two-state automaton of Kleinberg, "Bursty and Hierarchical Structure in
/// Streams" (KDD 2002), section 2: gaps between arrivals are exponential, at the mean rate or at `ratio` times it;
/// entering the faster state costs price * ln(n), leaving it nothing; the sequence of states that costs least is
/// found by dynamic programming. As arrivals are known by bucket only, the state changes at buckets' edges alone,
/// and n is the number of buckets; all buckets count as equally long.
QVector<Burst> bursts(const QVector<qint64> &counts, const BurstSettings &settings = {});

} // namespace tidemark
