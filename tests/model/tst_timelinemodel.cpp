#include "model/TimelineModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr Instant day = 86'400'000;
constexpr Instant october15 = 1'508'025'600'000; // 2017-10-15T00:00:00Z

/// Three days, with a split by voice.
Timeline threeDays()
{
    Timeline timeline;
    timeline.starts = {october15, october15 + day, october15 + 2 * day};
    timeline.end = october15 + 3 * day;
    timeline.counts = {1, 0, 1234};
    timeline.whole = {2, 0, 5000};
    timeline.series = {{u"testimony"_s, {1, 0, 1000}}, {u"support"_s, {0, 0, 234}}};
    return timeline;
}

} // namespace

class tst_timelinemodel : public QObject
{
    Q_OBJECT

private slots:
    void isATableOfBuckets();
    void findsTheBucketOfAnInstant_data();
    void findsTheBucketOfAnInstant();
    void namesBucketsByGranularity_data();
    void namesBucketsByGranularity();
    void emptyHasNoRows();
    void otherFiguresAreNoReset();
    void derivedFiguresAreColumnsBehind();
    void eventsAreWords();
};

void tst_timelinemodel::isATableOfBuckets()
{
    TimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTimeline(threeDays(), Facet::Voice);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 5);
    QCOMPARE(model.index(2, TimelineModel::CountColumn).data(TimelineModel::RawRole).toLongLong(), 1234);
    QCOMPARE(model.index(2, TimelineModel::WholeColumn).data(TimelineModel::RawRole).toLongLong(), 5000);
    QCOMPARE(model.index(2, TimelineModel::FixedColumns + 1).data(TimelineModel::RawRole).toLongLong(), 234);
    QCOMPARE(model.headerData(TimelineModel::FixedColumns + 1, Qt::Horizontal).toString(), u"Support"_s);
    QCOMPARE(model.headerData(TimelineModel::FixedColumns, Qt::Horizontal, TimelineModel::SeriesKeyRole).toString(),
             u"testimony"_s);
    QCOMPARE(model.index(1, 0).data(TimelineModel::StartRole).toLongLong(), october15 + day);
    QCOMPARE(model.index(2, 0).data(TimelineModel::EndRole).toLongLong(), october15 + 3 * day);
}

void tst_timelinemodel::findsTheBucketOfAnInstant_data()
{
    QTest::addColumn<qint64>("instant");
    QTest::addColumn<int>("row");
    QTest::addRow("before") << october15 - 1 << -1;
    QTest::addRow("first instant") << october15 << 0;
    QTest::addRow("last of the first") << october15 + day - 1 << 0;
    QTest::addRow("first of the second") << october15 + day << 1;
    QTest::addRow("last instant") << october15 + 3 * day - 1 << 2;
    QTest::addRow("behind") << october15 + 3 * day << -1;
}

void tst_timelinemodel::findsTheBucketOfAnInstant()
{
    QFETCH(qint64, instant);
    QFETCH(int, row);
    TimelineModel model;
    model.setTimeline(threeDays());
    QCOMPARE(model.rowAt(instant), row);
}

void tst_timelinemodel::namesBucketsByGranularity_data()
{
    QTest::addColumn<Granularity>("by");
    QTest::addColumn<QString>("name");
    QTest::addRow("year") << Granularity::Year << u"2017"_s;
    QTest::addRow("month") << Granularity::Month << u"October 2017"_s;
    QTest::addRow("day") << Granularity::Day << u"15 Oct 2017"_s;
    QTest::addRow("hour") << Granularity::Hour << u"15 Oct 2017 00:00"_s;
}

void tst_timelinemodel::namesBucketsByGranularity()
{
    QFETCH(Granularity, by);
    QFETCH(QString, name);
    QLocale::setDefault(QLocale::c());
    Timeline timeline = threeDays();
    timeline.by = by;
    TimelineModel model;
    model.setTimeline(timeline);
    QCOMPARE(model.bucketName(0), name);
}

void tst_timelinemodel::emptyHasNoRows()
{
    TimelineModel model;
    model.setTimeline({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowAt(0), -1);
}

void tst_timelinemodel::otherFiguresAreNoReset()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTimeline(threeDays(), Facet::Voice);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    Timeline more = threeDays();
    more.counts[1] = 7;
    model.setTimeline(more, Facet::Voice);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(1, TimelineModel::CountColumn).data().toString(), u"7"_s);
    more.series.removeLast();
    model.setTimeline(more, Facet::Voice);
    QCOMPARE(resets.size(), 1);
    more.end += day;
    model.setTimeline(more, Facet::Voice);
    QCOMPARE(resets.size(), 2);
}

void tst_timelinemodel::derivedFiguresAreColumnsBehind()
{
    QLocale::setDefault(QLocale::c());
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTimeline(threeDays(), Facet::Voice);
    const int first = model.columnCount();
    const Derivation derivation{
        .averaged = 3, .compares = true, .compared = ComparedBuckets{2, 2, 1}, .bursts = QVector<Burst>{{2, 2, 9}}};
    model.setDerivation(derivation);
    const auto heading = [&](int column) { return model.headerData(column, Qt::Horizontal).toString(); };
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(model.columnCount(), first + 7); // two of all, two of each part, the bursts
    QCOMPARE(heading(first - 1), u"Support"_s);
    QCOMPARE(heading(first), u"Mean of 3"_s);
    QCOMPARE(heading(first + 1), u"Earlier span"_s);
    QCOMPARE(heading(first + 2), u"Testimony, mean of 3"_s);
    QCOMPARE(heading(first + 6), u"Burst"_s);
    QCOMPARE(text(0, first), u"0.5"_s);
    QCOMPARE(text(2, first), u"617.0"_s);
    QCOMPARE(text(1, first + 1), QString());
    QCOMPARE(text(2, first + 1), u"0"_s);
    QCOMPARE(text(2, first + 6), u"1"_s);
    QCOMPARE(model.index(2, first).data(TimelineModel::RawRole).toDouble(), 617.0);
    QVERIFY(!model.headerData(first, Qt::Horizontal, TimelineModel::SeriesKeyRole).isValid());

    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Timeline more = threeDays();
    more.counts[1] = 3;
    model.setTimeline(more, Facet::Voice);
    model.setDerivation(derivation);
    QCOMPARE(text(0, first), u"2.0"_s);
    QCOMPARE(resets.size(), 0);
    Derivation withoutSpan = derivation;
    withoutSpan.compared.reset();
    model.setDerivation(withoutSpan);
    QCOMPARE(text(2, first + 1), QString());
    QCOMPARE(resets.size(), 0); // whoever stands in the table stays there
    model.setDerivation({});
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.columnCount(), first);
}

void tst_timelinemodel::eventsAreWords()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTimeline(threeDays());
    const QDate second = QDateTime::fromMSecsSinceEpoch(model.timeline().starts.at(1), QTimeZone::utc()).date();
    model.setDerivation({.events = {{second, u"An invented event"_s, {}}}});
    const int column = model.columnCount() - 1;
    QCOMPARE(model.headerData(column, Qt::Horizontal).toString(), u"Events"_s);
    QCOMPARE(model.index(0, column).data().toString(), QString());
    QCOMPARE(model.index(1, column).data().toString(), u"An invented event"_s);
    QVERIFY(model.index(1, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    QVERIFY(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
}

QTEST_GUILESS_MAIN(tst_timelinemodel)
#include "tst_timelinemodel.moc"
