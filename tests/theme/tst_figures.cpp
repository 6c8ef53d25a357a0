#include "theme/Figures.h"

#include <QTest>

#include <cmath>

using namespace tidemark;

/// Figures against values worked out by hand.
class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void sharesFollowTheirDefinitions();
    void nothingToShareIsNought();
    void wilsonAsPublished();
    void cutForF1();
    void cutForAPrecision();
    void cutForAccuracyIsEven();
    void cutForAccuracyMovesForMoreThanChance_data();
    void cutForAccuracyMovesForMoreThanChance();
    void calibrationCountsInBins();
};

void TestFigures::sharesFollowTheirDefinitions()
{
    const Confusion confusion{6, 2, 4, 8};
    QCOMPARE(confusion.support(), 10);
    QCOMPARE(confusion.accuracy(), 14.0 / 20);
    QCOMPARE(confusion.precision(), 6.0 / 8);
    QCOMPARE(confusion.recall(), 6.0 / 10);
    QCOMPARE(confusion.f1(), 2 * 0.75 * 0.6 / (0.75 + 0.6));
}

void TestFigures::nothingToShareIsNought()
{
    QCOMPARE(Confusion{}.accuracy(), 0.0);
    QCOMPARE(Confusion{}.precision(), 0.0);
    QCOMPARE(Confusion{}.f1(), 0.0);
}

void TestFigures::wilsonAsPublished()
{
    // 81 of 263 (Newcombe 1998, method 3): 0.2553 to 0.3662.
    const Interval interval = wilsonInterval(81, 263);
    QVERIFY(std::abs(interval.from - 0.2553) < 5e-5);
    QVERIFY(std::abs(interval.to - 0.3662) < 5e-5);
    const Interval none = wilsonInterval(0, 0);
    QCOMPARE(none.from, 0.0);
    QCOMPARE(none.to, 1.0);
}

namespace {

const std::vector<double> probabilities{0.9, 0.8, 0.7, 0.4, 0.3, 0.1};
const std::vector<bool> isPresent{true, false, true, true, false, false};

} // namespace

void TestFigures::cutForF1()
{
    // From the top: 2/4, 2/5, 4/6, 6/7, 6/8, 6/9. The best is behind 0.4.
    QVERIFY(std::abs(chooseCut(probabilities, isPresent, {CutWish::For::F1, 0}) - 0.35) < 1e-12);
}

void TestFigures::cutForAPrecision()
{
    // Precisions: 1, 1/2, 2/3, 3/4, 3/5, 1/2.
    QVERIFY(std::abs(chooseCut(probabilities, isPresent, {CutWish::For::Precision, 0.7}) - 0.35) < 1e-12);
    QVERIFY(std::abs(chooseCut(probabilities, isPresent, {CutWish::For::Precision, 0.9}) - 0.85) < 1e-12);
}

void TestFigures::cutForAccuracyIsEven()
{
    QCOMPARE(chooseCut(probabilities, isPresent, {}), 0.5);
}

void TestFigures::cutForAccuracyMovesForMoreThanChance_data()
{
    QTest::addColumn<double>("said");
    QTest::addColumn<int>("stories"); // of which each was held so likely
    QTest::addColumn<int>("present");
    QTest::addColumn<double>("from"); // the cut lies between
    QTest::addColumn<double>("to");
    QTest::addRow("as likely as said") << 0.4 << 100 << 40 << 0.5 << 0.5;
    QTest::addRow("a little likelier, as chance has it") << 0.4 << 100 << 58 << 0.5 << 0.5;
    QTest::addRow("few, however likely") << 0.4 << 4 << 4 << 0.5 << 0.5;
    QTest::addRow("far likelier") << 0.4 << 100 << 70 << 0.1 << 0.4;
    QTest::addRow("far less likely") << 0.6 << 100 << 30 << 0.6 << 0.9;
}

void TestFigures::cutForAccuracyMovesForMoreThanChance()
{
    QFETCH(const double, said);
    QFETCH(const int, stories);
    QFETCH(const int, present);
    QFETCH(const double, from);
    QFETCH(const double, to);
    std::vector<double> likely{0.1, 0.9}; // well known
    std::vector<bool> truth{false, true};
    for (int i = 0; i < stories; ++i) {
        likely.push_back(said);
        truth.push_back(i < present);
    }
    const double cut = chooseCut(likely, truth, {});
    QVERIFY2(cut >= from && cut <= to, qPrintable(QString::number(cut)));
}

void TestFigures::calibrationCountsInBins()
{
    const auto bins = calibration(std::vector<double>{0.05, 0.52, 0.58, 1.0}, {false, true, false, true});
    QCOMPARE(bins.size(), 10);
    QCOMPARE(bins.at(0).stories, 1);
    QCOMPARE(bins.at(5).stories, 2);
    QVERIFY(std::abs(bins.at(5).said - 0.55) < 1e-12);
    QCOMPARE(bins.at(5).present, 0.5);
    QCOMPARE(bins.at(9).stories, 1);
}

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
