#include "filter/FilterText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A tree as a Lisp-like text, written independently of WordQuery::toText().
QString tree(const WordQuery &query)
{
    if (query.isEmpty())
        return u"()"_s;
    const WordQuery::Node &node = query.node();
    const QString star = node.prefix ? u"*"_s : QString();
    QStringList parts;
    for (const WordQuery &operand : node.operands)
        parts.append(tree(operand));
    const QString inside = parts.join(u' ');
    switch (node.kind) {
    case WordQuery::Kind::Phrase:
        return u'[' + node.text + u']' + star;
    case WordQuery::Kind::Tag:
        return u"#["_s + node.text + u']' + star;
    case WordQuery::Kind::Near:
        return u"(near"_s + QString::number(node.distance) + u' ' + inside + u')';
    case WordQuery::Kind::And:
        return u"(and "_s + inside + u')';
    case WordQuery::Kind::Or:
        return u"(or "_s + inside + u')';
    case WordQuery::Kind::Not:
        return u"(not "_s + inside + u')';
    }
    return {};
}

} // namespace

class tst_wordquery : public QObject
{
    Q_OBJECT

private slots:
    void readsTheGrammar_data();
    void readsTheGrammar();
    void namesMistakesWithTheirPlace_data();
    void namesMistakesWithTheirPlace();
    void boundsDepth();
    void staysLinearOnHostileText();
    void flattensAndCancels();
};

void tst_wordquery::readsTheGrammar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char16_t *text, const char16_t *expected) {
        QTest::addRow("%s", qPrintable(QString::fromUtf16(text)))
            << QString::fromUtf16(text) << QString::fromUtf16(expected);
    };
    row(u"", u"()");
    row(u"  \t\n ", u"()");
    row(u"boss", u"[boss]");
    row(u"boss office", u"(and [boss] [office])");
    row(u"boss AND office", u"(and [boss] [office])");
    row(u"a b OR c d", u"(or (and [a] [b]) (and [c] [d]))");
    row(u"a (b OR c) d", u"(and [a] (or [b] [c]) [d])");
    row(u"a OR b OR c", u"(or [a] [b] [c])");
    row(u"a OR (b OR c)", u"(or [a] [b] [c])");
    row(u"NOT a b", u"(and (not [a]) [b])");
    row(u"a NOT b", u"(and [a] (not [b]))");
    row(u"-a", u"(not [a])");
    row(u"-(a b)", u"(not (and [a] [b]))");
    row(u"NOT -a", u"[a]");
    row(u"and or not near", u"(and [and] [or] [not] [near])");
    row(u"\"AND\"", u"[AND]");
    row(u"NEAR", u"[NEAR]");
    row(u"\"a phrase\"", u"[a phrase]");
    row(u"\"say \"\"no\"\" loud\"", u"[say \"no\" loud]");
    row(u"pre*", u"[pre]*");
    row(u"\"his off\"*", u"[his off]*");
    row(u"\"his off\" *", u"[his off]*");
    row(u"f*ck", u"[f*ck]");
    row(u"NEAR(a b, 5)", u"(near5 [a] [b])");
    row(u"NEAR(a b)", u"(near10 [a] [b])");
    row(u"NEAR (\"his office\" boss* , 3 )", u"(near3 [his office] [boss]*)");
    row(u"NEAR(\"his off\" *, 3)", u"[his off]*");
    row(u"NEAR(boss \"his off\" *, 3)", u"(near3 [boss] [his off]*)");
    row(u"NEAR(\"his off\" * boss, 3)", u"(near3 [his off]* [boss])");
    row(u"NEAR(boss \"his off\" *)", u"(near10 [boss] [his off]*)");
    row(u"NEAR(a)", u"[a]");
    row(u"#MeToo", u"#[MeToo]");
    row(u"#me*", u"#[me]*");
    row(u"#metoo#timesup", u"(and #[metoo] #[timesup])");
    row(u"\uff03metoo", u"#[metoo]");
    row(u"didn't", u"[didn't]");
    row(u"didn\u2019t", u"[didn\u2019t]");
    row(u"co-worker", u"[co-worker]");
    row(u"U.S.A.", u"[U.S.A.]");
    row(u"12:30", u"[12:30]");
    row(u"said: no", u"(and [said:] [no])");
    row(u"\u201cme too\u201d", u"[me too]");
    row(u"no\U0001F600", u"[no\U0001F600]");
    row(u"\u6211\u4e5f\u662f", u"[\u6211\u4e5f\u662f]");
    row(u"a\"b c\"d", u"(and [a] [b c] [d])");
}

void tst_wordquery::readsTheGrammar()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto parsed = parseWords(text);
    QVERIFY2(std::holds_alternative<WordQuery>(parsed),
             qPrintable(std::holds_alternative<Mistake>(parsed) ? std::get<Mistake>(parsed).message : QString()));
    const WordQuery query = std::get<WordQuery>(parsed);
    QCOMPARE(tree(query), expected);
    const auto again = parseWords(query.toText());
    QVERIFY(std::holds_alternative<WordQuery>(again));
    QCOMPARE(tree(std::get<WordQuery>(again)), expected);
}

void tst_wordquery::namesMistakesWithTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    const auto row = [](const char16_t *text, qsizetype position, qsizetype length) {
        QTest::addRow("%s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << position << length;
    };
    row(u"a \"b c", 2, 4);
    row(u"a (b c", 2, 1);
    row(u"a b) c", 3, 1);
    row(u"a () b", 2, 2);
    row(u"a OR", 2, 2);
    row(u"OR a", 0, 2);
    row(u"a OR OR b", 2, 2);
    row(u"AND a", 0, 3);
    row(u"a AND", 2, 3);
    row(u"a AND OR b", 2, 3);
    row(u"a NOT", 2, 3);
    row(u"(a NOT) b", 3, 3);
    row(u"a \U0001F600 b", 2, 2);
    row(u"a - b", 2, 1);
    row(u"a & b", 2, 1);
    row(u"*", 0, 1);
    row(u"a \"...\"", 2, 5);
    row(u"#!", 0, 2);
    row(u"NEAR()", 0, 6);
    row(u"NEAR(a b", 0, 8);
    row(u"NEAR(a b, x)", 10, 1);
    row(u"NEAR(a b, 5", 10, 1);
    row(u"NEAR(a b, -5)", 10, 2);
    row(u"NEAR(a OR b)", 7, 2);
    row(u"NEAR(a #b)", 7, 2);
    row(u"NEAR(a (b))", 7, 1);
    row(u"NEAR(a b, 5, 6)", 10, 1);
    row(u"a theme:x", 2, 7);
    row(u"a foo:bar", 2, 4);
}

void tst_wordquery::namesMistakesWithTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, position);
    QFETCH(qsizetype, length);
    const auto parsed = parseWords(text);
    QVERIFY(std::holds_alternative<Mistake>(parsed));
    const Mistake mistake = std::get<Mistake>(parsed);
    QVERIFY(mistake.message.endsWith(u'.') || mistake.message.endsWith(u'?'));
    QCOMPARE(mistake.position, position);
    QCOMPARE(mistake.length, length);
}

void tst_wordquery::boundsDepth()
{
    const auto nested = [](int depth) { return QString(depth, u'(') + u'a' + QString(depth, u')'); };
    QVERIFY(std::holds_alternative<WordQuery>(parseWords(nested(64))));
    QCOMPARE(std::get<Mistake>(parseWords(nested(65))).position, 64);
}

void tst_wordquery::staysLinearOnHostileText()
{
    // Quadratic work on these would not end within the test's time.
    const qsizetype many = 190'000;
    for (const QString &piece : {u"("_s, u"-"_s, u"\""_s, u"NEAR("_s, u"a OR "_s, u"#"_s, u"\"a\" "_s, u":"_s,
                                 u"a* "_s, u"NOT "_s, u"a:"_s}) {
        const auto parsed = parseWords(piece.repeated(many / piece.size()));
        QVERIFY(parsed.index() == 0 || !std::get<Mistake>(parsed).message.isEmpty());
    }
    const auto tooLong = parseWords(u"a "_s.repeated(200'000));
    QCOMPARE(std::get<Mistake>(tooLong).position, 200'000);
}

void tst_wordquery::flattensAndCancels()
{
    const WordQuery a = WordQuery::phrase(u"a"_s);
    const WordQuery b = WordQuery::phrase(u"b"_s);
    const WordQuery c = WordQuery::phrase(u"c"_s);
    QCOMPARE(tree(WordQuery::all({WordQuery::all({a, b}), c})), u"(and [a] [b] [c])"_s);
    QCOMPARE(tree(WordQuery::all({a})), u"[a]"_s);
    QVERIFY(WordQuery::all({}).isEmpty());
    QVERIFY(WordQuery::any({a, WordQuery()}).isEmpty());
    QCOMPARE(tree(WordQuery::all({a, WordQuery()})), u"[a]"_s);
    QCOMPARE(tree(WordQuery::negation(WordQuery::negation(a))), u"[a]"_s);
    QVERIFY(WordQuery::all({a, b}) == WordQuery::all({a, b}));
    QVERIFY(!(WordQuery::all({a, b}) == WordQuery::all({b, a})));
}

QTEST_APPLESS_MAIN(tst_wordquery)
#include "tst_wordquery.moc"
