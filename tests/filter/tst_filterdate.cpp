#include "filter/FilterDate.h"
#include "filter/LocalClock.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Instant utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class tst_filterdate : public QObject
{
    Q_OBJECT

private slots:
    void readsDates_data();
    void readsDates();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void writesTheShortestDate();
    void saysSpansInTheLocalesForm();
};

void tst_filterdate::readsDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    const auto row = [](const QString &text, const QByteArray &zone, const QString &from, const QString &until) {
        QTest::addRow("%s %s", qPrintable(text), zone.constData()) << text << zone << from << until;
    };
    const QByteArray berlin = "Europe/Berlin";
    row(u"2017"_s, "UTC", u"2017-01-01T00:00:00"_s, u"2018-01-01T00:00:00"_s);
    row(u"2016-02"_s, "UTC", u"2016-02-01T00:00:00"_s, u"2016-03-01T00:00:00"_s);
    row(u"2017-10-15T06:30"_s, "UTC", u"2017-10-15T06:30:00"_s, u"2017-10-15T06:31:00"_s);
    row(u"2017-10-15T06:30:59"_s, "UTC", u"2017-10-15T06:30:59"_s, u"2017-10-15T06:31:00"_s);
    row(u"2017-10-15T06:30:59.125"_s, "UTC", u"2017-10-15T06:30:59.125"_s, u"2017-10-15T06:30:59.126"_s);
    // 23 hours and 25 hours.
    row(u"2017-03-26"_s, berlin, u"2017-03-25T23:00:00"_s, u"2017-03-26T22:00:00"_s);
    row(u"2017-10-29"_s, berlin, u"2017-10-28T22:00:00"_s, u"2017-10-29T23:00:00"_s);
    // The clock shows 02:30 twice; without an offset the first one is meant.
    row(u"2017-10-29T02:30"_s, berlin, u"2017-10-29T00:30:00"_s, u"2017-10-29T00:31:00"_s);
    row(u"2017-10-29T02:30+01:00"_s, berlin, u"2017-10-29T01:30:00"_s, u"2017-10-29T01:31:00"_s);
    row(u"2017-10-29T02:30Z"_s, berlin, u"2017-10-29T02:30:00"_s, u"2017-10-29T02:31:00"_s);
    // On the very day of #MeToo São Paulo's clock went from 00:00 to 01:00: the day begins at 03:00 UTC.
    row(u"2017-10-15"_s, "America/Sao_Paulo", u"2017-10-15T03:00:00"_s, u"2017-10-16T02:00:00"_s);
}

void tst_filterdate::readsDates()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const auto span = readFilterDate(text, QTimeZone(zone));
    QVERIFY(span);
    QCOMPARE(*span->from, utc(from));
    QCOMPARE(*span->until, utc(until));
}

void tst_filterdate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u""_s, u"17"_s, u"2017-"_s, u"2017-1"_s, u"2017-00"_s, u"2017-10-32"_s, u"2017-02-29"_s, u"2017-10-15T"_s,
          u"2017-10-15T6:30"_s, u"2017-10-15T06"_s, u"2017-10-15T06:60"_s, u"2017-10-15T06:30:60"_s,
          u"2017-10-15 06:30"_s, u"15.10.2017"_s, u"2017-10-15T06:30:00.1"_s, u"\u0662\u0660\u0661\u0667"_s,
          u"2017-10-15Z"_s, u"2017-03-26T02:30"_s, u"2017\n"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void tst_filterdate::refusesWhatIsNoDate()
{
    QFETCH(QString, text);
    QVERIFY(!readFilterDate(text, QTimeZone("Europe/Berlin")));
}

void tst_filterdate::writesTheShortestDate()
{
    const QTimeZone berlin("Europe/Berlin");
    QCOMPARE(dateBeginningAt(utc(u"2016-12-31T23:00:00"_s), berlin), u"2017"_s);
    QCOMPARE(dateBeginningAt(utc(u"2017-09-30T22:00:00"_s), berlin), u"2017-10"_s);
    QCOMPARE(dateBeginningAt(utc(u"2017-10-14T22:00:00"_s), berlin), u"2017-10-15"_s);
    QCOMPARE(dateBeginningAt(utc(u"2017-10-15T22:01:00"_s), berlin), u"2017-10-16T00:01"_s);
    QCOMPARE(dateEndingAt(utc(u"2017-12-31T23:00:00"_s), berlin), u"2017"_s);
    QCOMPARE(dateEndingAt(utc(u"2017-10-22T22:00:00"_s), berlin), u"2017-10-22"_s);
    QCOMPARE(dateEndingAt(utc(u"2017-10-29T01:31:00"_s), berlin), u"2017-10-29T02:30:59.999+01:00"_s);
}

void tst_filterdate::saysSpansInTheLocalesForm()
{
    const QTimeZone zone("Europe/Berlin");
    const auto days = [&](const QString &first, const QString &last) {
        return TimeSpan{readFilterDate(first, zone)->from, readFilterDate(last, zone)->until};
    };
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(spanForPeople(days(u"2017-10-15"_s, u"2017-10-22"_s), zone), u"15\u201322 Oct 2017"_s);
    QCOMPARE(spanForPeople(days(u"2017-10-15"_s, u"2017-10-15"_s), zone), u"15 Oct 2017"_s);
    QCOMPARE(spanForPeople({days(u"2017-10-15"_s, u"2017-10-22"_s).from, {}}, zone), u"since 15 Oct 2017"_s);
    QCOMPARE(spanForPeople({{}, days(u"2017-10-15"_s, u"2017-10-22"_s).until}, zone), u"until 22 Oct 2017"_s);
    QVERIFY(spanForPeople(days(u"2017-10-15T06:30"_s, u"2017-10-15T07:44"_s), zone).contains(u"07:45"_s));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(spanForPeople(days(u"2017-10-15"_s, u"2017-10-22"_s), zone).contains(u"Okt"_s));
    QLocale::setDefault(QLocale::c());
}

QTEST_APPLESS_MAIN(tst_filterdate)
#include "tst_filterdate.moc"
