#include "model/QueryCompletion.h"
#include "model/QueryStyle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// What the search box does with a text while it is typed.
class tst_querytyping : public QObject
{
    Q_OBJECT

private slots:
    void setsPartsApart_data();
    void setsPartsApart();
    void offersKeysAndValues_data();
    void offersKeysAndValues();
    void valuesAreFoundByTheirMeaning();
    void namesWithSpacesAreQuoted();
    void aCommaInQuotesEndsNoValue();
};

namespace {

KnownNames names()
{
    KnownNames known;
    known.themes = {{u"workplace"_s, u"Workplace harassment"_s}, {u"groping"_s, u"Groping"_s}};
    known.sources = {u"my posts.csv"_s, u"sample.jsonl"_s};
    known.attributes = {u"sector"_s};
    return known;
}

QVector<FacetCounts> facets()
{
    return {{Facet::Language, {}, {{u"en"_s, 4}, {u"es"_s, 1}, {u"unknown"_s, 0}}},
            {Facet::Attribute, u"sector"_s, {{u"health"_s, 2}, {u"law, order"_s, 1}}}};
}

/// A letter for each character's kind: Key, Value, Operator, Tag, Quoted, or a dot.
QString drawn(const QString &text)
{
    QString kinds(text.size(), u'.');
    const QVector<StyledPart> parts = styledParts(text);
    for (const StyledPart &part : parts) {
        for (qsizetype i = 0; i < part.place.length; ++i)
            kinds[part.place.position + i] = u"KVOTQ"[static_cast<int>(part.part)];
    }
    return kinds;
}

QString offered(const QString &text)
{
    QStringList texts;
    const Completions completions = completionsAt(text, text.size(), names(), facets());
    for (const Completion &offer : completions.offers)
        texts.append(offer.text);
    return u"%1 %2"_s.arg(completions.start).arg(texts.join(u' '));
}

} // namespace

void tst_querytyping::setsPartsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("words") << u"boss office"_s << u"..........."_s;
    QTest::newRow("term") << u"a theme:x,yz"_s << u"..KKKKKKV.VV"_s;
    QTest::newRow("attribute") << u"attr:a=b"_s << u"KKKKKKKV"_s;
    QTest::newRow("operators") << u"(a OR -b)"_s << u"O..OO.O.O"_s;
    QTest::newRow("tag") << u"#MeToo x"_s << u"TTTTTT.."_s;
    QTest::newRow("phrase") << u"\"a b\" c"_s << u"QQQQQ.."_s;
    QTest::newRow("up to a mistake") << u"#a theme: x"_s << u"TT........."_s;
}

void tst_querytyping::setsPartsApart()
{
    QFETCH(const QString, text);
    QTEST(drawn(text), "kinds");
}

void tst_querytyping::offersKeysAndValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("offers");
    QTest::newRow("keys") << u"boss s"_s << u"5 source: since:"_s;
    QTest::newRow("behind a minus") << u"-th"_s << u"1 theme:"_s;
    QTest::newRow("behind a space") << u"boss "_s << u"5 "_s;
    QTest::newRow("all values") << u"theme:"_s << u"6 groping workplace none"_s;
    QTest::newRow("a second value") << u"theme:groping,wo"_s << u"14 workplace"_s;
    QTest::newRow("what is there") << u"theme:workplace"_s << u"6 "_s;
    QTest::newRow("properties") << u"has:n"_s << u"4 note warning"_s;
    QTest::newRow("attributes") << u"attr:"_s << u"5 sector="_s;
    QTest::newRow("languages") << u"lang:"_s << u"5 en es unknown"_s;
    QTest::newRow("values of an attribute") << u"attr:sector=h"_s << u"12 health"_s;
    QTest::newRow("of a quoted one") << u"attr:\"sector\"=health,"_s << u"21 health \"law, order\""_s;
    QTest::newRow("of one that is folded") << u"attr:town="_s << u"10 "_s;
    QTest::newRow("no key") << u"nonsense:"_s << u"9 "_s;
}

void tst_querytyping::offersKeysAndValues()
{
    QFETCH(const QString, text);
    QTEST(offered(text), "offers");
}

void tst_querytyping::valuesAreFoundByTheirMeaning()
{
    QCOMPARE(offered(u"theme:harass"_s), u"6 workplace"_s);
    QCOMPARE(offered(u"lang:span"_s), u"5 es"_s);
}

void tst_querytyping::namesWithSpacesAreQuoted()
{
    QCOMPARE(offered(u"source:my"_s), u"7 \"my posts.csv\""_s);
    QCOMPARE(offered(u"source:\"my po"_s), u"7 \"my posts.csv\""_s);
}

void tst_querytyping::aCommaInQuotesEndsNoValue()
{
    QCOMPARE(offered(u"attr:sector=\"law, or"_s), u"12 \"law, order\""_s);
}

QTEST_GUILESS_MAIN(tst_querytyping)
#include "tst_querytyping.moc"
