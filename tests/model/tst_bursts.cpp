#include "model/Bursts.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace tidemark;

namespace {

/// What a sequence of states costs after Kleinberg, from the densities as he writes them: a gap x has the density
/// a e^-ax; within one bucket the gaps of its arrivals add up to 1.
double costOf(const QVector<qint64> &counts, unsigned states, const BurstSettings &settings)
{
    const auto all = static_cast<double>(std::accumulate(counts.cbegin(), counts.cend(), qint64(0)));
    const double mean = all / static_cast<double>(counts.size());
    double cost = 0;
    bool wasFast = false;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const bool isFast = (states >> i & 1U) != 0;
        const double rate = isFast ? mean * settings.ratio : mean;
        cost += rate - static_cast<double>(counts.at(i)) * std::log(rate);
        if (isFast && !wasFast)
            cost += settings.price * std::log(static_cast<double>(counts.size()));
        wasFast = isFast;
    }
    return cost;
}

unsigned statesOf(const QVector<Burst> &found)
{
    unsigned states = 0;
    for (const Burst &burst : found) {
        for (int i = burst.first; i <= burst.last; ++i)
            states |= 1U << i;
    }
    return states;
}

} // namespace

class tst_bursts : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatWasPutIn();
    void passesOverWhatIsNotWorthAChange();
    void bridgesAShortLull();
    void nothingComesOfNothing();
    void costsLeastOfAllSequences();
    void weighsWhatTheRateExplains();
};

void tst_bursts::findsWhatWasPutIn()
{
    // Mean 550 / 45 = 12.2; in the burst each bucket gains 30 ln 2 - 12.2 = 8.6, more than ln 45 = 3.8 in all;
    // outside it loses 12.2 - 10 ln 2 = 5.3.
    QVector<qint64> counts(45, 10);
    std::fill(counts.begin() + 20, counts.begin() + 25, 30);
    const QVector<Burst> found = bursts(counts);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().first, 20);
    QCOMPARE(found.constFirst().last, 24);
}

void tst_bursts::passesOverWhatIsNotWorthAChange()
{
    // One bucket of 22 in a mean of 10.3 gains 22 ln 2 - 10.3 = 4.96; the change costs 1 * ln 45 = 3.8, or 2 * 3.8.
    QVector<qint64> counts(45, 10);
    counts[20] = 22;
    QCOMPARE(bursts(counts).size(), 1);
    QVERIFY(bursts(counts, {.ratio = 2, .price = 2}).isEmpty());
}

void tst_bursts::bridgesAShortLull()
{
    // Going on through the lull costs 8.2 - 5 ln 2 = 4.7 with a mean of 8.2; ending and beginning anew costs ln 60
    // = 4.1 at the price of 1, so there are two bursts, and 8.2 at the price of 2, so there is one.
    QVector<qint64> counts(60, 6);
    std::fill(counts.begin() + 20, counts.begin() + 30, 20);
    counts[25] = 5;
    QCOMPARE(bursts(counts).size(), 2);
    const QVector<Burst> one = bursts(counts, {.ratio = 2, .price = 2});
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.constFirst().first, 20);
    QCOMPARE(one.constFirst().last, 29);
}

void tst_bursts::nothingComesOfNothing()
{
    QVERIFY(bursts({}).isEmpty());
    QVERIFY(bursts({0, 0, 0}).isEmpty());
    QVERIFY(bursts(QVector<qint64>(100, 7)).isEmpty());
    QVERIFY(bursts({1, 100, 1}, {.ratio = 1}).isEmpty());
}

void tst_bursts::costsLeastOfAllSequences()
{
    QRandomGenerator random(20171015);
    constexpr int buckets = 10;
    for (int round = 0; round < 200; ++round) {
        QVector<qint64> counts;
        for (int i = 0; i < buckets; ++i)
            counts.append(random.bounded(4) == 0 ? random.bounded(60) : random.bounded(8));
        const BurstSettings settings{.ratio = 1.5 + random.bounded(3), .price = 0.5 * random.bounded(1, 5)};
        double least = std::numeric_limits<double>::infinity();
        if (std::ranges::count(counts, 0) == buckets)
            continue;
        for (unsigned states = 0; states < 1U << buckets; ++states)
            least = std::min(least, costOf(counts, states, settings));
        const double cost = costOf(counts, statesOf(bursts(counts, settings)), settings);
        QVERIFY2(std::abs(cost - least) < 1e-9, qPrintable(QString::number(round)));
    }
}

void tst_bursts::weighsWhatTheRateExplains()
{
    const QVector<Burst> found = bursts({1, 1, 40, 40, 1, 1, 1, 1, 1, 1});
    const double mean = 88 / 10.0;
    QCOMPARE(found.size(), 1);
    QVERIFY(std::abs(found.constFirst().weight - 2 * (40 * std::log(2.0) - mean)) < 1e-9);
}

QTEST_APPLESS_MAIN(tst_bursts)
#include "tst_bursts.moc"
