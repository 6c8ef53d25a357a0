#include "text/LocalDates.h"

#include <QDate>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class LocalDatesTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void areWrittenAsTheLanguageDoes_data();
    void areWrittenAsTheLanguageDoes();
};

void LocalDatesTest::areWrittenAsTheLanguageDoes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("parts");
    QTest::addColumn<QString>("text"); // as Unicode's CLDR has it
    QTest::newRow("no language") << u"C"_s << u"yMMMd"_s << u"9 Mar 2018"_s;
    QTest::newRow("United States") << u"en_US"_s << u"yMMMd"_s << u"Mar 9, 2018"_s;
    QTest::newRow("United States, without the year") << u"en_US"_s << u"MMMd"_s << u"Mar 9"_s;
    QTest::newRow("Britain") << u"en_GB"_s << u"yMMMd"_s << u"9 Mar 2018"_s;
    QTest::newRow("German") << u"de_DE"_s << u"yMMMd"_s << u"9. März 2018"_s;
    QTest::newRow("German month") << u"de_DE"_s << u"yMMMM"_s << u"März 2018"_s;
    QTest::newRow("Spanish month, with a word that is quoted") << u"es_ES"_s << u"yMMMM"_s << u"marzo de 2018"_s;
    QTest::newRow("Japanese") << u"ja_JP"_s << u"yMMMd"_s << u"2018年3月9日"_s;
    QTest::newRow("Thai, whose calendar counts other years") << u"th_TH"_s << u"yMMM"_s << u"มี.ค. 2018"_s;
}

void LocalDatesTest::areWrittenAsTheLanguageDoes()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, parts);
    QLocale::setDefault(QLocale(locale));
    const QDate date(2018, 3, 9);
    QTEST(QLocale().toString(date, localDatePattern(parts)), "text");
}

QTEST_APPLESS_MAIN(LocalDatesTest)
#include "tst_localdates.moc"
