#include "reading/Excerpts.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

class ExcerptsTest : public QObject
{
    Q_OBJECT

private slots:
    void quotesOnOneLine_data();
    void quotesOnOneLine();
    void findsWhatANoteQuotes();
    void takesAnExcerptAsWordsAndNotAsAPattern();
};

void ExcerptsTest::quotesOnOneLine_data()
{
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("words") << u"I was  there\nand saw"_s << u"> I was there and saw"_s;
    QTest::newRow("nothing") << u" \n "_s << QString();
    QTest::newRow("long") << u"word "_s.repeated(100) << u"> "_s + u"word "_s.repeated(59) + u"word"_s;
    QTest::newRow("endless") << u"x"_s.repeated(900) << u"> "_s + u"x"_s.repeated(150);
}

void ExcerptsTest::quotesOnOneLine()
{
    QFETCH(QString, selected);
    QFETCH(QString, excerpt);
    QCOMPARE(asExcerpt(selected), excerpt);
}

void ExcerptsTest::findsWhatANoteQuotes()
{
    const QString text = u"One day (invented)\nI told  them. I told them again."_s;
    const QString note = u"My own words: One day\n\n> I told them\nwhy twice?\n>One day\n> not there\n>"_s;
    const QVector<ShownRange> expected{{text.indexOf(u"I told  them"_s), 12}, {0, 7}};
    QCOMPARE(Excerpts(note).in(text), expected);
    QVERIFY(Excerpts({}).in(text).isEmpty());
}

void ExcerptsTest::takesAnExcerptAsWordsAndNotAsAPattern()
{
    QVERIFY(Excerpts(u"> a.c"_s).in(u"abc"_s).isEmpty());
    QCOMPARE(Excerpts(u"> (a+)+ ?"_s).in(u"(a+)+ ?"_s), (QVector<ShownRange>{{0, 7}}));
}

QTEST_APPLESS_MAIN(ExcerptsTest)
#include "tst_excerpts.moc"
