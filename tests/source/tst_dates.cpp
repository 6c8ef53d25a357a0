#include "source/Dates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Expected instants come from Python's datetime.
class tst_dates : public QObject
{
    Q_OBJECT

private slots:
    void readsOneMomentInManyForms_data();
    void readsOneMomentInManyForms();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void takesTheFirstDayOfAPartWhereAsked();
    void tellsTheOrderOfDayAndMonth();
    void takesOnlyPlausibleSeconds();
};

void tst_dates::readsOneMomentInManyForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("instant");
    QTest::addColumn<bool>("zoneKnown");
    constexpr qint64 moment = 1508116860000; // 2017-10-16T01:21:00Z
    constexpr qint64 midnight = 1508112000000;
    const auto row = [](const char *text, qint64 instant, bool zoneKnown) {
        QTest::newRow(text) << QString::fromUtf8(text) << instant << zoneKnown;
    };
    row("2017-10-16T01:21:00Z", moment, true);
    row("2017-10-16 01:21:00", moment, false);
    row("2017-10-16 01:21", moment, false);
    row("2017-10-16", midnight, false);
    row("16/10/2017 01.21", moment, false);
    row("16.10.2017 01.21.00", moment, false);
    row("16 ottobre 2017 01.21", moment, false);
    row("16 de outubro de 2017", midnight, false);
    row("16 oktober 2017", midnight, false);
    row("2017-10-16T01:21:00.250Z", moment + 250, true);
    row("2017-10-16T01:21:00,25Z", moment + 250, true);
    row("2017-10-16T01:21:00.25Z", moment + 250, true);
    row("2017-10-16T01:21:00z", moment, true);
    row("2017-10-16T03:21:00+02:00", moment, true);
    row("2017-10-15T20:21:00-0500", moment, true);
    row("2017-10-16 01:21:00 UTC", moment, true);
    row("20171016T012100Z", moment, true);
    row("20171016012100", moment, false);
    row("2017-10-15T24:00:00Z", midnight, true);
    row("2017-10-16T01:20:60Z", moment, true);
    row("Mon Oct 16 01:21:00 +0000 2017", moment, true);
    row("Fri Oct 16 01:21:00 +0000 2017", moment, true);
    row("Mon, 16 Oct 2017 01:21:00 GMT", moment, true);
    row("Sun, 15 Oct 17 20:21:00 EST", moment, true);
    row("1508116860", moment, true);
    row("1508116860.0", moment, true);
    row("1508116860000", moment, true);
    row("16.10.2017 01:21", moment, false);
    row("16/10/2017 01:21", moment, false);
    row("10/16/2017 1:21 AM", moment, false);
    row("16. Oktober 2017, 01:21 Uhr", moment, false);
    row("16 octobre 2017 01h21", moment, false);
    row("16 de octubre de 2017 1:21", moment, false);
    row("October 16, 2017 1:21 AM", moment, false);
    // What feeds hold.
    row("16 Oct 2017 01:21 GMT", moment, true);
    row("2017-10-16 T 01:21:00Z", moment, true);
    row("2017-10-15T20:21:00 -05:00", moment, true);
    row("2017-10-15T182100-07:00", moment, true);
    row("20171016T01:21:00.00Z", moment, true);
    row("15 Oct 2017 18:21:00 PDT", moment, true);
    row("15 Oct 2017 20:21 CDT", moment, true);
    row("15 Oct 2017 18:21:00 MST", moment, true);
    // What feedparser's suite holds besides, and other languages.
    row("Mon, 16 Oct 2017 02:21:00 MET", moment, true);
    row("Mon, 16 Oct 2017 03:21:00 MEST", moment, true);
    row("Mon, 16 Oct 2017 01:21:00 Etc/GMT", moment, true);
    row("Sun, 15 October 2017 21:21:00 AT", moment, true);
    row("Sun, 15 October 2017 20:21:00 ET", moment, true);
    row("Sun, 15 October 2017 17:21:00 PT", moment, true);
    row("October 16, 2017 at 01:21", moment, false);
    row("01:21 at 16 October 2017", moment, false);
    row("01:21 pt., 16.10.2017", moment, false);
    row("16.10.2017 01:21 pt.", moment, false);
    row("pt 16.10.2017 01:21", moment, false);
    row("Κυρ, 15 Οκτ 2017 20:21:00 EST", moment, true);
    row("16 Οκτωβρίου 2017 01:21", moment, false);
    row("2017-október-15T20:21-05:00", moment, true);
    row("2017. október 16. 1:21", moment, false);
    row("16 октября 2017 г. 1:21", moment, false);
    row("16 жовтня 2017 01:21", moment, false);
    row("16 października 2017 o 01:21", moment, false);
    row("16. října 2017 01:21", moment, false);
    row("16 Ekim 2017 Pazartesi 01:21", moment, false);
    row("16. oktober 2017 kl. 01.21", moment, false);
    row("16 okt 2017 01:21", moment, false);
    row("2017年10月16日 01時21分", moment, false);
    row("2017年10月16日(月) 1:21", moment, false);
    row("2017年10月16日上午1点21分0秒", moment, false);
    row("2017-10-16 午前1:21", moment, false);
    row("2017년 10월 16일 오전 1시 21분", moment, false);
    row("2017. 10. 16. 오전 1:21:00", moment, false);
    row("2017-10-15 오후 12:00:00", midnight - 43'200'000, false);
    row("2017-10-15 下午 6:21", midnight - 20'340'000, false);
    row("Mon (a day), 16(th) Oct(ober) 2017 01:21 +0000 (GMT or so)", moment, true);
}

void tst_dates::readsOneMomentInManyForms()
{
    QFETCH(QString, text);
    const auto time = parseTime(text);
    QVERIFY(time.has_value());
    QTEST(time->instant, "instant");
    QTEST(time->zoneKnown, "zoneKnown");
}

void tst_dates::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "yesterday",
                             "2017-13-01",
                             "2017-02-30",
                             "0000-01-01",
                             "25:00",
                             "42",
                             "2017",
                             "12.5",
                             "10/10/10/10",
                             "2017-10-16T25:00:00Z",
                             "2017-02-29T01:21:00Z",
                             "2017-10-16T01:60:00Z",
                             "0000-01-01T01:21:00.250Z",
                             "2003-07-32T15:51:30-05:00",
                             "07-01T01:55:07-05:00",
                             "2003-07-01T01:55:61-05:00",
                             "2017-10",
                             "2017年10月16日 25時21分",
                             "오후",
                             "2017-10-16 午後 1:2:3:4"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_dates::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!parseTime(text).has_value());
}

void tst_dates::takesTheFirstDayOfAPartWhereAsked()
{
    const TimeReading partial{.partial = true};
    QCOMPARE(parseTime(u"2017-10", partial), std::optional(ParsedTime{1506816000000, false}));
    QCOMPARE(parseTime(u"2017", partial), std::optional(ParsedTime{1483228800000, false}));
    QCOMPARE(parseTime(u"2017-10-16", partial), std::optional(ParsedTime{1508112000000, false}));
    QVERIFY(!parseTime(u"2017-13", partial));
}

void tst_dates::tellsTheOrderOfDayAndMonth()
{
    QCOMPARE(dayOrder(u"16/10/2017"), DayOrder::DayFirst);
    QCOMPARE(dayOrder(u"10/16/2017"), DayOrder::MonthFirst);
    QCOMPARE(dayOrder(u"3/4/2018"), DayOrder::Ambiguous);
    QCOMPARE(dayOrder(u"2018-03-04"), DayOrder::NotNumeric);
}

void tst_dates::takesOnlyPlausibleSeconds()
{
    constexpr Instant now = 1508116860000; // 2017-10-16T01:21:00Z
    QCOMPARE(plausibleSeconds(1508098860, now), std::optional(Instant(1508098860000)));
    QCOMPARE(plausibleSeconds(-1, now), std::optional(Instant(-1000)));
    for (const double seconds : {170000001700000100.0, -170000001700000100.0, 1e300, 1508203261.0 + 86400, qQNaN()})
        QVERIFY(!plausibleSeconds(seconds, now));
}

QTEST_APPLESS_MAIN(tst_dates)
#include "tst_dates.moc"
