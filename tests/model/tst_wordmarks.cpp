#include "model/WordMarks.h"

#include "filter/FilterText.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

class tst_wordmarks : public QObject
{
    Q_OBJECT

private slots:
    void marksWordsEachByItself_data();
    void marksWordsEachByItself();
    void marksNothingWithoutASearch();
    void beginsNearAMarkThatIsFar();
    void whatStandsBeforeAnOpeningStays();
};

void tst_wordmarks::marksWordsEachByItself_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("marked");
    QTest::newRow("a word") << u"boss"_s << QStringList{u"Boss"_s, u"boss"_s, u"boss"_s};
    QTest::newRow("the other stands elsewhere") << u"office elsewhere"_s << QStringList{u"office"_s};
    QTest::newRow("none under NOT") << u"office -boss"_s << QStringList{u"office"_s};
    QTest::newRow("phrases that overlap") << u"\"boss and\" OR \"and boss\""_s << QStringList{u"Boss and boss"_s};
}

void tst_wordmarks::marksWordsEachByItself()
{
    QFETCH(QString, query);
    QFETCH(QStringList, marked);
    const QString opening = u"Boss and boss in the office, my boss (invented)"_s;
    const auto parsed = parseWords(query);
    QVERIFY(std::holds_alternative<WordQuery>(parsed));
    QStringList words;
    const QVector<MarkedPart> parts = WordMarks(std::get<WordQuery>(parsed)).in(opening);
    for (const MarkedPart &part : parts)
        words.append(opening.mid(part.start, part.length));
    QCOMPARE(words, marked);
}

void tst_wordmarks::marksNothingWithoutASearch()
{
    QVERIFY(WordMarks().isEmpty());
    QVERIFY(WordMarks(WordQuery()).in(u"boss"_s).isEmpty());
    QVERIFY(WordMarks(WordQuery::phrase(u"boss"_s)).in({}).isEmpty());
}

void tst_wordmarks::beginsNearAMarkThatIsFar()
{
    const QString opening = u"One two three four five six seven eight boss ten (invented)"_s;
    const QVector<MarkedPart> boss{{opening.indexOf(u"boss"_s), 4}};
    QCOMPARE(openingWithMark(opening, boss, 60), (MarkedOpening{opening, boss}));
    const MarkedOpening shown = openingWithMark(opening, boss, 30);
    QCOMPARE(shown.text, u"\u2026 six seven eight boss ten (invented)"_s);
    QCOMPARE(shown.text.mid(shown.parts.constFirst().start, 4), u"boss"_s);
    QCOMPARE(openingWithMark(opening, {}, 5).text, opening);
    const QString endless = u"x"_s.repeated(200);
    QCOMPARE(openingWithMark(endless, {{150, 4}}, 30).text, endless);
}

void tst_wordmarks::whatStandsBeforeAnOpeningStays()
{
    const QString opening = u"One two three four five six seven eight boss ten (invented)"_s;
    const QVector<MarkedPart> boss{{opening.indexOf(u"boss"_s), 4}};
    const QString copies = u"+2 copies \u00b7 "_s;
    for (const qsizetype fitting : {80, 45, 30}) {
        const MarkedOpening shown = openingWithMark(opening, boss, fitting, copies);
        QVERIFY(shown.text.startsWith(copies));
        QCOMPARE(shown.text.mid(shown.parts.constFirst().start, 4), u"boss"_s);
        QCOMPARE(shown.text.contains(u'\u2026'), fitting < 80);
    }
}

QTEST_APPLESS_MAIN(tst_wordmarks)
#include "tst_wordmarks.moc"
