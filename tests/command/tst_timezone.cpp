#include "command/Program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// A collection whose zone was set to Europe/Berlin, over the night of 29 October 2017 in which clocks went back:
/// local days of 25 hours. Expected values from the zone's own rules: UTC+2 until 2017-10-29T01:00Z, then UTC+1.
class TestTimeZone : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isUtcAtFirst();
    void countsLocalDays_data();
    void countsLocalDays();
    void drawsTheLongDayAsOneBucket();
    void writesLocalDatesForSpreadsheets();
    void refusesAZoneThatIsNone();

private:
    test::Program m_program;
};

void TestTimeZone::initTestCase()
{
    const QByteArray csv = "text,posted_at\n"
                           "invented one,2017-10-27T22:30:00Z\n"   // 28th 00:30 in Berlin
                           "invented two,2017-10-28T21:59:59Z\n"   // 28th 23:59:59
                           "invented three,2017-10-28T22:00:00Z\n" // 29th 00:00
                           "invented four,2017-10-29T00:30:00Z\n"  // 29th 02:30, summer time
                           "invented five,2017-10-29T01:30:00Z\n"  // 29th 02:30, winter time
                           "invented six,2017-10-29T22:59:59Z\n"   // 29th 23:59:59
                           "invented seven,2017-10-29T23:00:00Z\n" // 30th 00:00
                           "invented eight,\n";
    QCOMPARE(m_program.ask(u"import"_s, {m_program.write(u"a.csv"_s, csv)}).code, 0);
}

void TestTimeZone::isUtcAtFirst()
{
    QCOMPARE(m_program.ask(u"settings"_s, {u"--json"_s}).json()[u"time_zone"].toString(), u"UTC"_s);
    QCOMPARE(m_program.ask(u"count"_s, {u"since:2017-10-29"_s, u"until:2017-10-29"_s}).output, "4\n"_ba);
    const test::Run set = m_program.ask(u"settings"_s, {u"time-zone"_s, u"Europe/Berlin"_s});
    QVERIFY2(set.code == 0, set.errors.constData());
    QCOMPARE(m_program.ask(u"settings"_s, {u"--json"_s}).json()[u"time_zone"].toString(), u"Europe/Berlin"_s);
}

void TestTimeZone::countsLocalDays_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::addRow("the day before") << u"since:2017-10-28 until:2017-10-28"_s << 2;
    QTest::addRow("the day of 25 hours") << u"since:2017-10-29 until:2017-10-29"_s << 4;
    QTest::addRow("the day after") << u"since:2017-10-30 until:2017-10-30"_s << 1;
    QTest::addRow("from a local time on") << u"since:2017-10-29T00:00"_s << 5;
    QTest::addRow("from a time in UTC on") << u"since:2017-10-29T01:00Z"_s << 3;
    QTest::addRow("from a time of another zone on") << u"since:2017-10-29T03:00+02:00"_s << 3;
}

void TestTimeZone::countsLocalDays()
{
    QFETCH(QString, filter);
    QFETCH(int, count);
    const test::Run run = m_program.ask(u"count"_s, {filter});
    QVERIFY2(run.code == 0, run.errors.constData());
    QCOMPARE(run.output.trimmed().toInt(), count);
}

void TestTimeZone::drawsTheLongDayAsOneBucket()
{
    const QJsonObject timeline = m_program.ask(u"timeline"_s, {u"--by"_s, u"day"_s, u"--json"_s}).json();
    QCOMPARE(timeline[u"by"].toString(), u"day"_s);
    QCOMPARE(timeline[u"time_zone"].toString(), u"Europe/Berlin"_s);
    QCOMPARE(timeline[u"undated"].toInt(), 1);
    const QJsonArray buckets = timeline[u"buckets"].toArray();
    QCOMPARE(buckets.size(), 3);
    const QStringList starts{u"2017-10-28T00:00:00+02:00"_s, u"2017-10-29T00:00:00+02:00"_s,
                             u"2017-10-30T00:00:00+01:00"_s};
    const QVector<int> counts{2, 4, 1};
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        QCOMPARE(buckets.at(i)[u"start"].toString(), starts.at(i));
        QCOMPARE(buckets.at(i)[u"count"].toInt(), counts.at(i));
    }
    // The hour that came twice is two buckets.
    const QJsonArray hours = m_program
                                 .ask(u"timeline"_s,
                                      {u"--by"_s, u"hour"_s, u"--json"_s, u"since:2017-10-29T02:00+02:00"_s,
                                       u"until:2017-10-29T02:59+01:00"_s})
                                 .json()[u"buckets"]
                                 .toArray();
    QCOMPARE(hours.size(), 2);
    QCOMPARE(hours.at(0)[u"start"].toString(), u"2017-10-29T02:00:00+02:00"_s);
    QCOMPARE(hours.at(1)[u"start"].toString(), u"2017-10-29T02:00:00+01:00"_s);
}

void TestTimeZone::writesLocalDatesForSpreadsheets()
{
    const test::Run run = m_program.ask(
        u"export"_s,
        {u"--output"_s, u"-"_s, u"--for"_s, u"spreadsheet"_s, u"--columns"_s, u"posted_at,text"_s, u"five"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    QVERIFY2(run.output.contains("2017-10-29T01:30:00Z,2017-10-29,02:30:00,invented five"), run.output.constData());
}

void TestTimeZone::refusesAZoneThatIsNone()
{
    for (const QStringList &words : {QStringList{u"time-zone"_s, u"Europe/Atlantis"_s}, QStringList{u"time-zone"_s},
                                     QStringList{u"colour"_s, u"blue"_s}}) {
        const test::Run run = m_program.ask(u"settings"_s, words);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.errors.startsWith("tidemark: "), run.errors.constData());
    }
    QCOMPARE(m_program.ask(u"settings"_s, {u"--json"_s}).json()[u"time_zone"].toString(), u"Europe/Berlin"_s);
}

QTEST_GUILESS_MAIN(TestTimeZone)
#include "tst_timezone.moc"
