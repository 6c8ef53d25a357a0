#include "jobs/ProgressSentence.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_progresssentence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void saysHowFarItIs_data();
    void saysHowFarItIs();
    void aShareIsOnlyKnownWithTheWhole();
};

void tst_progresssentence::saysHowFarItIs_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("items");
    QTest::addColumn<qint64>("elapsed");
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const char *name, qint64 done, qint64 total, qint64 items, qint64 elapsed, const QString &sentence) {
              QTest::newRow(name) << done << total << items << elapsed << sentence;
          };
    row("nothing yet", 0, -1, 0, 50, u""_s);
    row("too early for an estimate", 10, 100, 500, 100, u"500"_s);
    // 412,000 of 41.2 % is a million; 4.2 s so far and 58.8 % to go is 6.0 s more.
    row("halfway", 412, 1000, 412'000, 4200, u"412,000 of about 1,000,000 \u00B7 98,000/s \u00B7 6 s left"_s);
    row("the whole is unknown", 412, -1, 8000, 2000, u"8,000 \u00B7 4,000/s"_s);
    row("counts no items", 42, 100, 0, 4200, u"42 % \u00B7 6 s left"_s);
    row("minutes", 1, 100, 0, 6000, u"1 % \u00B7 10 min left"_s);
    row("through", 100, 100, 300, 3000, u"300 of about 300 \u00B7 100/s"_s);
}

void tst_progresssentence::saysHowFarItIs()
{
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    QFETCH(qint64, items);
    QFETCH(qint64, elapsed);
    QTEST(progressSentence({done, total, items, elapsed}), "sentence");
}

void tst_progresssentence::aShareIsOnlyKnownWithTheWhole()
{
    QCOMPARE(progressShare({5, -1, 0, 0}), -1);
    QCOMPARE(progressShare({5, 10, 0, 0}), 500);
    QCOMPARE(progressShare({11, 10, 0, 0}), 1000);
}

QTEST_APPLESS_MAIN(tst_progresssentence)
#include "tst_progresssentence.moc"
