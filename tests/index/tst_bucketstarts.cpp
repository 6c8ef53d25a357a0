#include "index/Timeline.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Instant utc(const QString &text)
{
    return QDateTime::fromString(text + u":00Z"_s, Qt::ISODate).toMSecsSinceEpoch();
}

QString shown(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm"_s);
}

} // namespace

class tst_bucketstarts : public QObject
{
    Q_OBJECT

private slots:
    void layOutBuckets_data();
    void layOutBuckets();
    void coverEverySpanWithoutGaps_data();
    void coverEverySpanWithoutGaps();
    void fitTheirNumber();
    void keysReadBack();
};

void tst_bucketstarts::layOutBuckets_data()
{
    QTest::addColumn<Granularity>("by");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QStringList>("starts");
    QTest::addColumn<QString>("end");
    const QByteArray berlin = "Europe/Berlin";
    const QByteArray newYork = "America/New_York";
    // Made by hand from the published rules: Berlin changes at 01:00 UTC, New York at 02:00 of its own clock.
    QTest::addRow("days, 23 hours in Berlin")
        << Granularity::Day << berlin << u"2017-03-25T12:00"_s << u"2017-03-27T12:00"_s
        << QStringList{u"2017-03-24T23:00"_s, u"2017-03-25T23:00"_s, u"2017-03-26T22:00"_s}
        << u"2017-03-27T22:00"_s;
    QTest::addRow("days, 25 hours in Berlin")
        << Granularity::Day << berlin << u"2017-10-28T22:00"_s << u"2017-10-30T00:00"_s
        << QStringList{u"2017-10-28T22:00"_s, u"2017-10-29T23:00"_s} << u"2017-10-30T23:00"_s;
    QTest::addRow("days, 23 hours in New York")
        << Granularity::Day << newYork << u"2017-03-12T06:00"_s << u"2017-03-13T05:00"_s
        << QStringList{u"2017-03-12T05:00"_s, u"2017-03-13T04:00"_s} << u"2017-03-14T04:00"_s;
    QTest::addRow("days, 25 hours in New York")
        << Granularity::Day << newYork << u"2017-11-05T04:00"_s << u"2017-11-06T05:00"_s
        << QStringList{u"2017-11-05T04:00"_s} << u"2017-11-06T05:00"_s;
    QTest::addRow("hours, one of them twice")
        << Granularity::Hour << berlin << u"2017-10-29T00:10"_s << u"2017-10-29T02:30"_s
        << QStringList{u"2017-10-29T00:00"_s, u"2017-10-29T01:00"_s, u"2017-10-29T02:00"_s}
        << u"2017-10-29T03:00"_s;
    QTest::addRow("hours of a clock with half hours")
        << Granularity::Hour << QByteArray("Asia/Kolkata") << u"2017-10-15T00:00"_s << u"2017-10-15T01:00"_s
        << QStringList{u"2017-10-14T23:30"_s, u"2017-10-15T00:30"_s} << u"2017-10-15T01:30"_s;
    QTest::addRow("minutes") << Granularity::Minute << QByteArray("UTC") << u"2017-10-15T00:00"_s
                             << u"2017-10-15T00:02"_s << QStringList{u"2017-10-15T00:00"_s, u"2017-10-15T00:01"_s}
                             << u"2017-10-15T00:02"_s;
    QTest::addRow("weeks begin on Monday")
        << Granularity::Week << QByteArray("UTC") << u"2017-10-15T10:00"_s << u"2017-10-17T00:00"_s
        << QStringList{u"2017-10-09T00:00"_s, u"2017-10-16T00:00"_s} << u"2017-10-23T00:00"_s;
    QTest::addRow("a week with a change")
        << Granularity::Week << berlin << u"2017-10-24T00:00"_s << u"2017-10-30T00:00"_s
        << QStringList{u"2017-10-22T22:00"_s, u"2017-10-29T23:00"_s} << u"2017-11-05T23:00"_s;
    QTest::addRow("months") << Granularity::Month << berlin << u"2016-02-10T00:00"_s << u"2016-04-01T00:00"_s
                            << QStringList{u"2016-01-31T23:00"_s, u"2016-02-29T23:00"_s, u"2016-03-31T22:00"_s}
                            << u"2016-04-30T22:00"_s;
    QTest::addRow("years before 1970") << Granularity::Year << QByteArray("UTC") << u"1959-06-01T00:00"_s
                                       << u"1961-01-01T00:00"_s
                                       << QStringList{u"1959-01-01T00:00"_s, u"1960-01-01T00:00"_s}
                                       << u"1961-01-01T00:00"_s;
    QTest::addRow("days after 2100") << Granularity::Day << QByteArray("UTC") << u"2150-02-28T01:00"_s
                                     << u"2150-03-01T00:01"_s
                                     << QStringList{u"2150-02-28T00:00"_s, u"2150-03-01T00:00"_s}
                                     << u"2150-03-02T00:00"_s;
    // Samoa went over the date line: its calendar has no 30 December 2011.
    QTest::addRow("a day that was skipped")
        << Granularity::Day << QByteArray("Pacific/Apia") << u"2011-12-29T12:00"_s << u"2011-12-30T12:00"_s
        << QStringList{u"2011-12-29T10:00"_s, u"2011-12-30T10:00"_s} << u"2011-12-31T10:00"_s;
    QTest::addRow("nothing") << Granularity::Day << QByteArray("UTC") << u"2017-10-15T00:00"_s
                             << u"2017-10-15T00:00"_s << QStringList() << u"2017-10-15T00:00"_s;
}

void tst_bucketstarts::layOutBuckets()
{
    QFETCH(Granularity, by);
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(QStringList, starts);
    QFETCH(QString, end);
    Instant madeEnd = 0;
    QStringList made;
    for (const Instant start : bucketStarts(by, utc(from), utc(until), QTimeZone(zone), &madeEnd))
        made.append(shown(start));
    QCOMPARE(made, starts);
    QCOMPARE(shown(madeEnd), end);
}

void tst_bucketstarts::coverEverySpanWithoutGaps_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "America/Havana",
                             "Asia/Kathmandu", "Pacific/Apia"})
        QTest::addRow("%s", zone) << QByteArray(zone);
}

void tst_bucketstarts::coverEverySpanWithoutGaps()
{
    QFETCH(QByteArray, zone);
    const QTimeZone timeZone(zone);
    for (Granularity by : {Granularity::Hour, Granularity::Day, Granularity::Week, Granularity::Month}) {
        for (Instant from = utc(u"2011-01-01T00:17"_s); from < utc(u"2012-06-01T00:00"_s); from += 8'123'456'789) {
            const Instant until = from + 5'000'000'000;
            Instant end = 0;
            const auto starts = bucketStarts(by, from, until, timeZone, &end);
            QVERIFY(starts.constFirst() <= from);
            QVERIFY(end >= until);
            QVERIFY(starts.constLast() < until);
            for (qsizetype i = 1; i < starts.size(); ++i)
                QVERIFY(starts[i - 1] < starts[i]);
            for (const Instant start : starts) {
                const QTime time = QDateTime::fromMSecsSinceEpoch(start, timeZone).time();
                QVERIFY(time.second() == 0);
            }
        }
    }
}

void tst_bucketstarts::fitTheirNumber()
{
    const Instant from = utc(u"2017-10-15T00:00"_s);
    const qint64 minute = 60'000;
    QCOMPARE(fittingGranularity(from, from + 400 * minute, 400), Granularity::Minute);
    QCOMPARE(fittingGranularity(from, from + 401 * minute, 400), Granularity::Hour);
    QCOMPARE(fittingGranularity(from, from + 400 * 60 * minute, 400), Granularity::Hour);
    QCOMPARE(fittingGranularity(from, from + 400 * 60 * minute + 1, 400), Granularity::Day);
    QCOMPARE(fittingGranularity(from, from + 400 * 1440 * minute, 400), Granularity::Day);
    QCOMPARE(fittingGranularity(from, from + 401 * 1440 * minute, 400), Granularity::Week);
    QCOMPARE(fittingGranularity(utc(u"1900-01-01T00:00"_s), utc(u"2150-01-01T00:00"_s), 400), Granularity::Year);
    QCOMPARE(fittingGranularity(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 400),
             Granularity::Year);
}

void tst_bucketstarts::keysReadBack()
{
    for (const QString &key : {u"minute"_s, u"hour"_s, u"day"_s, u"week"_s, u"month"_s, u"year"_s})
        QCOMPARE(granularityKey(granularityFromKey(key).value()), key);
    for (const QString &key : {u"stories"_s, u"posts"_s, u"accounts"_s})
        QCOMPARE(countingKey(countingFromKey(key).value()), key);
    QVERIFY(!granularityFromKey(u"fortnight"));
    QVERIFY(!countingFromKey(u""));
}

QTEST_APPLESS_MAIN(tst_bucketstarts)
#include "tst_bucketstarts.moc"
