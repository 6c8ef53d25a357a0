#include "timeline/LineWithin.h"
#include "timeline/ShownSeries.h"
#include "timeline/TimelineAxis.h"
#include "timeline/TimelineGeometry.h"

#include <QDateTime>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

Instant at(int year, int month, int dayOfMonth, int hour = 0)
{
    return QDateTime(QDate(year, month, dayOfMonth), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// Ten days from an instant, 100 pixels wide, 60 high, at (40, 10).
TimelineGeometry tenDays(Instant from, qint64 most)
{
    QVector<Instant> starts;
    for (int i = 0; i < 10; ++i)
        starts.append(from + i * day);
    return {starts, from + 10 * day, from, from + 10 * day, QRectF(40, 10, 100, 60), CountScale(most)};
}

} // namespace

class TimelineGeometryTest : public QObject
{
    Q_OBJECT

private slots:
    void timeAndPlaceAgree();
    void timeRunsTheOtherWayWherePeopleReadSo();
    void findsTheBucket_data();
    void findsTheBucket();
    void barsTouchWhenNarrow();
    void wideBarsLeaveAGap();
    void stacksBars();
    void showsEvenTheSmallestBar();
    void figuresAreRound_data();
    void figuresAreRound();
    void zoomKeepsThePointersInstant();
    void zoomStaysWithin();
    void movesWithin();
    void labelsSayWhatChanges_data();
    void labelsSayWhatChanges();
    void labelsNeverOverlap();
    void labelsStandEvenly();
    void gathersSmallSeries();
    void barsEndWithThePlot();
    void cutsLines_data();
    void cutsLines();
};

void TimelineGeometryTest::timeAndPlaceAgree()
{
    const TimelineGeometry geometry = tenDays(at(2017, 10, 15), 30);
    QCOMPARE(geometry.xOf(at(2017, 10, 15)), 40.0);
    QCOMPARE(geometry.xOf(at(2017, 10, 20)), 90.0);
    QCOMPARE(geometry.xOf(at(2017, 10, 25)), 140.0);
    QCOMPARE(geometry.instantAt(90), at(2017, 10, 20));
    QCOMPARE(geometry.instantAt(95), at(2017, 10, 20, 12));
    QCOMPARE(geometry.instantAt(-5), at(2017, 10, 15));
    QCOMPARE(geometry.instantAt(999), at(2017, 10, 25) - 1);
}

void TimelineGeometryTest::timeRunsTheOtherWayWherePeopleReadSo()
{
    const TimelineGeometry straight = tenDays(0, 30);
    QVector<Instant> starts;
    for (int i = 0; i < straight.bucketCount(); ++i)
        starts.append(straight.startOf(i));
    const TimelineGeometry geometry(starts, 10 * day, 0, 10 * day, straight.plot(), CountScale(30),
                                    Qt::RightToLeft);
    QCOMPARE(geometry.xOf(0), 140.0);
    QCOMPARE(geometry.xOf(10 * day), 40.0);
    QCOMPARE(geometry.instantAt(135), day / 2);
    QCOMPARE(geometry.bucketAt(41), 9);
    QCOMPARE(geometry.passedAt(130), 10.0);
    QCOMPARE(geometry.bar(0, 0, 30), QRectF(130, 10, 9, 60));
    QCOMPARE(geometry.between(day, 3 * day), QRectF(110, 10, 20, 60));
    QCOMPARE(geometry.between(-day, 20 * day), geometry.plot());

    const TimeSpan closer = geometry.zoomed(0.5, 115, 0, 10 * day, day); // a quarter of the way, from the right
    QCOMPARE(*closer.from, day * 5 / 4);
    const TimelineGeometry near(starts, 10 * day, day, 6 * day, straight.plot(), CountScale(30), Qt::RightToLeft);
    QCOMPARE(*near.moved(-20, 0, 10 * day).from, 2 * day); // to the left is later
    const auto width = [](const QString &text) { return 6.0 * static_cast<double>(text.size()); };
    const QVector<AxisLabel> labels = axisLabels(geometry, QTimeZone::utc(), width);
    QVERIFY(!labels.isEmpty());
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QVERIFY(labels.at(i).x - labels.at(i).width >= 40);
        QVERIFY(i == 0 || labels.at(i).x <= labels.at(i - 1).x - labels.at(i - 1).width);
    }
}

void TimelineGeometryTest::findsTheBucket_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<int>("bucket");
    QTest::newRow("left of all") << 0.0 << 0;
    QTest::newRow("first pixel") << 40.0 << 0;
    QTest::newRow("end of the first") << 49.9 << 0;
    QTest::newRow("start of the second") << 50.0 << 1;
    QTest::newRow("last pixel") << 139.9 << 9;
    QTest::newRow("right of all") << 500.0 << 9;
}

void TimelineGeometryTest::findsTheBucket()
{
    QFETCH(double, x);
    QFETCH(int, bucket);
    QCOMPARE(tenDays(at(2017, 10, 15), 30).bucketAt(x), bucket);
    QCOMPARE(TimelineGeometry().bucketAt(x), -1);
}

void TimelineGeometryTest::barsTouchWhenNarrow()
{
    QVector<Instant> starts;
    for (int i = 0; i < 30; ++i)
        starts.append(i * day);
    const TimelineGeometry geometry(starts, 30 * day, 0, 30 * day, QRectF(0, 0, 100, 60), CountScale(3));
    for (int i = 0; i + 1 < 30; ++i)
        QCOMPARE(geometry.bar(i, 0, 3).right(), geometry.bar(i + 1, 0, 3).left());
}

void TimelineGeometryTest::wideBarsLeaveAGap()
{
    const TimelineGeometry geometry = tenDays(0, 30);
    QCOMPARE(geometry.bar(0, 0, 30), QRectF(40, 10, 9, 60));
    QCOMPARE(geometry.bar(1, 0, 15), QRectF(50, 40, 9, 30));
}

void TimelineGeometryTest::stacksBars()
{
    const TimelineGeometry geometry = tenDays(0, 30);
    QCOMPARE(geometry.bar(3, 0, 10).top(), geometry.bar(3, 10, 30).bottom());
    QCOMPARE(geometry.bar(3, 10, 30).height(), 40.0);
}

void TimelineGeometryTest::showsEvenTheSmallestBar()
{
    const TimelineGeometry geometry = tenDays(0, 1'000'000);
    QCOMPARE(geometry.bar(0, 0, 1).height(), 1.0);
    QVERIFY(geometry.bar(0, 0, 0).isEmpty());
}

void TimelineGeometryTest::figuresAreRound_data()
{
    QTest::addColumn<qint64>("most");
    QTest::addColumn<qint64>("step");
    QTest::newRow("nothing") << qint64(0) << qint64(1);
    QTest::newRow("one") << qint64(1) << qint64(1);
    QTest::newRow("three") << qint64(3) << qint64(1);
    QTest::newRow("four") << qint64(4) << qint64(2);
    QTest::newRow("exactly") << qint64(30) << qint64(10);
    QTest::newRow("one more") << qint64(31) << qint64(12);
    QTest::newRow("hundreds") << qint64(1204) << qint64(500);
    QTest::newRow("millions") << qint64(9'000'000) << qint64(3'000'000);
}

void TimelineGeometryTest::figuresAreRound()
{
    QFETCH(qint64, most);
    QFETCH(qint64, step);
    QCOMPARE(CountScale::roundStep(most), step);
}

void TimelineGeometryTest::zoomKeepsThePointersInstant()
{
    const TimelineGeometry geometry = tenDays(0, 30);
    const TimeSpan closer = geometry.zoomed(0.5, 65, 0, 10 * day, day); // a quarter of the way: 2.5 days
    QCOMPARE(*closer.until - *closer.from, 5 * day);
    QCOMPARE(*closer.from, day * 5 / 4);
    const TimelineGeometry after({0}, 10 * day, *closer.from, *closer.until, geometry.plot(), CountScale(30));
    QCOMPARE(after.xOf(day * 5 / 2), 65.0);
}

void TimelineGeometryTest::zoomStaysWithin()
{
    const TimelineGeometry geometry = tenDays(0, 30);
    QCOMPARE(geometry.zoomed(100, 65, 0, 10 * day, day), (TimeSpan{0, 10 * day}));
    const TimeSpan closest = geometry.zoomed(0.0001, 140, 0, 10 * day, day);
    QCOMPARE(closest, (TimeSpan{9 * day, 10 * day}));
}

void TimelineGeometryTest::movesWithin()
{
    const TimelineGeometry geometry({0}, 10 * day, 2 * day, 4 * day, QRectF(0, 0, 100, 10), CountScale(1));
    QCOMPARE(geometry.moved(50, 0, 10 * day), (TimeSpan{3 * day, 5 * day}));
    QCOMPARE(geometry.moved(-500, 0, 10 * day), (TimeSpan{0, 2 * day}));
    QCOMPARE(geometry.moved(5000, 0, 10 * day), (TimeSpan{8 * day, 10 * day}));
}

void TimelineGeometryTest::labelsSayWhatChanges_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<QString>("labels");
    QTest::newRow("days over a new month") << at(2017, 10, 30) << at(2017, 11, 3) << u"30 Oct 2017|31|1 Nov|2"_s;
    QTest::newRow("days over a new year") << at(2017, 12, 31) << at(2018, 1, 3) << u"31 Dec 2017|1 Jan 2018|2"_s;
    QTest::newRow("months over a new year")
        << at(2017, 10, 1) << at(2018, 3, 1) << u"Oct 2017|Nov|Dec|Jan 2018|Feb"_s;
    QTest::newRow("years") << at(2014, 1, 1) << at(2018, 1, 1) << u"2014|2015|2016|2017"_s;
    QTest::newRow("hours over midnight")
        << at(2017, 10, 15, 22) << at(2017, 10, 16, 2) << u"15 Oct 2017 22:00|23:00|16 Oct 00:00|01:00"_s;
}

void TimelineGeometryTest::labelsSayWhatChanges()
{
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(QString, labels);
    // So narrow letters on so wide a plot that every label of the finest fitting step finds its place: steps are
    // counted by the labels expected.
    const auto expected = labels.split(u'|');
    const double plotWidth = 1000;
    const double step = plotWidth / static_cast<double>(expected.size());
    const TimelineGeometry geometry({from}, until, from, until, QRectF(0, 0, plotWidth, 50), CountScale(1));
    QStringList said;
    const auto width = [&](const QString &text) {
        const bool shortest = text == "00"_L1 || text == "0000"_L1 || text == "00:00"_L1;
        return shortest ? step * 0.5 : step * 0.8; // what decides the step, and what must fit
    };
    const QVector<AxisLabel> found = axisLabels(
        geometry, QTimeZone::utc(), [&](const QString &text) { return text == "0"_L1 ? 1.0 : width(text); });
    for (const AxisLabel &label : found)
        said.append(label.text);
    QCOMPARE(said.join(u'|'), labels);
}

void TimelineGeometryTest::labelsNeverOverlap()
{
    const auto width = [](const QString &text) { return 7.0 * static_cast<double>(text.size()); };
    for (qint64 length = 60'000; length < 400 * 365 * day; length = length * 3 / 2) {
        const Instant from = at(2017, 10, 15, 13) + 12'345;
        const TimelineGeometry geometry({from}, from + length, from, from + length, QRectF(40, 0, 420, 50),
                                        CountScale(1));
        const QVector<AxisLabel> labels = axisLabels(geometry, QTimeZone("Europe/Berlin"), width);
        double free = 40;
        for (const AxisLabel &label : labels) {
            QVERIFY(label.x >= free);
            free = label.x + label.width;
            QVERIFY(free <= 460);
        }
    }
}

/// Of a step whose labels mostly name the month, too, those that don't would stand between others now and then.
void TimelineGeometryTest::labelsStandEvenly()
{
    const auto width = [](const QString &text) { return 7.0 * static_cast<double>(text.size()); };
    const Instant from = at(2017, 11, 13);
    const Instant until = at(2018, 9, 10);
    const TimelineGeometry geometry({from}, until, from, until, QRectF(40, 0, 675, 50), CountScale(1));
    const QVector<AxisLabel> labels = axisLabels(geometry, QTimeZone::utc(), width);
    QVERIFY(labels.size() > 4);
    double least = 675;
    double most = 0;
    for (qsizetype i = 1; i + 1 < labels.size(); ++i) {
        const double distance = labels.at(i + 1).x - labels.at(i).x;
        least = std::min(least, distance);
        most = std::max(most, distance);
    }
    QVERIFY2(most < 1.5 * least, qPrintable(u"%1 to %2"_s.arg(least).arg(most)));
}

void TimelineGeometryTest::gathersSmallSeries()
{
    Timeline timeline;
    timeline.counts = {100, 100};
    for (int i = 0; i < 10; ++i)
        timeline.series.append({QString::number(i), {i, 10}});
    const auto shown = shownSeries(timeline, {u"zero"_s}, u"Others"_s);
    QCOMPARE(shown.size(), 8);
    QCOMPARE(shown.constFirst().name, u"zero"_s);
    QCOMPARE(shown.constLast(), (ShownSeries{u"Others"_s, {7 + 8 + 9, 30}}));
    timeline.series.resize(8);
    QCOMPARE(shownSeries(timeline, {}, u"Others"_s).constLast().name, u"7"_s);
}

/// Pictures whose painter doesn't clip show no more than the plot either.
void TimelineGeometryTest::barsEndWithThePlot()
{
    const TimelineGeometry whole = tenDays(0, 30);
    QVector<Instant> starts;
    for (int i = 0; i < whole.bucketCount(); ++i)
        starts.append(whole.startOf(i));
    const TimelineGeometry zoomed(starts, 10 * day, 2 * day + day / 2, 4 * day + day / 2, whole.plot(),
                                  CountScale(30));
    QCOMPARE(zoomed.bar(2, 0, 30).left(), 40.0);
    QCOMPARE(zoomed.bar(4, 0, 30).right(), 139.0);
}

void TimelineGeometryTest::cutsLines_data()
{
    QTest::addColumn<QPolygonF>("line");
    QTest::addColumn<QPolygonF>("within");
    const auto row = [](const char *name, const QPolygonF &line, const QPolygonF &within) {
        QTest::newRow(name) << line << within;
    };
    row("inside", {{12, 1}, {18, 3}}, {{12, 1}, {18, 3}});
    row("over both edges", {{0, 0}, {40, 40}}, {{10, 10}, {20, 20}});
    row("to the left", {{40, 40}, {0, 0}}, {{20, 20}, {10, 10}});
    row("several points", {{0, 0}, {15, 30}, {30, 0}}, {{10, 20}, {15, 30}, {20, 20}});
    row("before", {{0, 0}, {9, 9}}, {});
    row("behind", {{21, 0}, {30, 9}}, {});
    row("a bracket that begins before", {{5, 4}, {5, 0}, {15, 0}, {15, 4}}, {{10, 0}, {15, 0}, {15, 4}});
    row("a point", {{15, 4}}, {{15, 4}});
    row("a point behind", {{25, 4}}, {});
    row("nothing", {}, {});
}

void TimelineGeometryTest::cutsLines()
{
    QFETCH(QPolygonF, line);
    QFETCH(QPolygonF, within);
    QCOMPARE(lineWithin(line, 10, 20), within);
}

QTEST_APPLESS_MAIN(TimelineGeometryTest)
#include "tst_timeline_geometry.moc"
