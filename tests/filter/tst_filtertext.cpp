#include "FilterNames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_filtertext : public QObject
{
    Q_OBJECT

private slots:
    void readsTermsInOrder();
    void readsEveryProperty_data();
    void readsEveryProperty();
    void readsNumbersOfCopies_data();
    void readsNumbersOfCopies();
    void refusesOtherNumbersOfCopies_data();
    void refusesOtherNumbersOfCopies();
    void readsValues_data();
    void readsValues();
    void joinsWordsApartFromTerms_data();
    void joinsWordsApartFromTerms();
    void bothEndsBelongToTheSpan();
    void namesMistakesWithTheirPlace_data();
    void namesMistakesWithTheirPlace();
    void suggestsTheNearestName();
};

void tst_filtertext::readsTermsInOrder()
{
    const auto parsed = parseFilter(
        u"boss -theme:public_figures theme:workplace,groping id:15,12,15 \"his office\" is:read voice:testimony",
        filterTestNames());
    const Filter filter = std::get<Filter>(parsed);
    Filter expected;
    expected.words = WordQuery::all({WordQuery::phrase(u"boss"_s), WordQuery::phrase(u"his office"_s)});
    expected.facets = {{Facet::Theme, {}, {u"public_figures"_s}, true},
                       {Facet::Theme, {}, {u"workplace"_s, u"groping"_s}, false},
                       {Facet::Voice, {}, {u"testimony"_s}, false}};
    expected.properties = {{Property::Unread, true}};
    expected.ids = {StoryId(15), StoryId(12)};
    QVERIFY(filter == expected);
}

void tst_filtertext::readsEveryProperty_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Property>("property");
    QTest::addColumn<bool>("excluded");
    QTest::addRow("unread") << u"is:unread"_s << Property::Unread << false;
    QTest::addRow("read") << u"is:read"_s << Property::Unread << true;
    QTest::addRow("not read") << u"-is:read"_s << Property::Unread << false;
    QTest::addRow("starred") << u"IS:Starred"_s << Property::Starred << false;
    QTest::addRow("do not quote") << u"is:do-not-quote"_s << Property::DoNotQuote << false;
    QTest::addRow("undated") << u"NOT is:undated"_s << Property::Undated << true;
    QTest::addRow("note") << u"has:note"_s << Property::HasNote << false;
    QTest::addRow("theme") << u"-has:theme"_s << Property::HasTheme << true;
    QTest::addRow("warning") << u"has:warning"_s << Property::HasWarning << false;
    QTest::addRow("original") << u"is:original"_s << Property::Original << false;
    QTest::addRow("copy") << u"is:copy"_s << Property::Original << true;
    QTest::addRow("hand") << u"coded:hand"_s << Property::CodedByHand << false;
}

void tst_filtertext::readsEveryProperty()
{
    QFETCH(QString, text);
    QFETCH(Property, property);
    QFETCH(bool, excluded);
    const Filter filter = std::get<Filter>(parseFilter(text, filterTestNames()));
    QCOMPARE(filter.properties.size(), 1);
    QCOMPARE(filter.properties.constFirst().property, property);
    QCOMPARE(filter.properties.constFirst().excluded, excluded);
}

void tst_filtertext::readsNumbersOfCopies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<std::optional<qint64>>("most");
    QTest::addColumn<bool>("excluded");
    using Most = std::optional<qint64>;
    QTest::addRow("exactly") << u"copies:2"_s << qint64(2) << Most(2) << false;
    QTest::addRow("more") << u"copies:>10"_s << qint64(11) << Most() << false;
    QTest::addRow("fewer") << u"-copies:<3"_s << qint64(0) << Most(2) << true;
    QTest::addRow("sixteen digits") << u"copies:<1000000000000000"_s << qint64(0) << Most(999'999'999'999'999)
                                    << false;
    QTest::addRow("between") << u"copies:2..10"_s << qint64(2) << Most(10) << false;
}

void tst_filtertext::readsNumbersOfCopies()
{
    QFETCH(QString, text);
    QFETCH(qint64, least);
    QFETCH(std::optional<qint64>, most);
    QFETCH(bool, excluded);
    const Filter filter = std::get<Filter>(parseFilter(text, filterTestNames()));
    QCOMPARE(filter.copies, (QVector<CopiesTerm>{{least, most, excluded}}));
    QCOMPARE(filterToText(filter, filterTestNames()), text);
}

void tst_filtertext::refusesOtherNumbersOfCopies_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"copies:many", "copies:-1", "copies:<0", "copies:5..2", "copies:1,2", "copies:>=2",
                             "copies:99999999999999999999"})
        QTest::addRow("%s", text) << QString::fromLatin1(text);
}

void tst_filtertext::refusesOtherNumbersOfCopies()
{
    QFETCH(QString, text);
    QCOMPARE(parseFilter(text, filterTestNames()).index(), 1U);
}

void tst_filtertext::readsValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QStringList>("values");
    const QString none;
    QTest::addRow("theme by its name") << u"theme:\"workplace HARASSMENT\""_s << Facet::Theme << none
                                       << QStringList{u"workplace"_s};
    QTest::addRow("no theme") << u"theme:none"_s << Facet::Theme << none << QStringList{u"none"_s};
    QTest::addRow("platform") << u"platform:Mastodon"_s << Facet::Platform << none << QStringList{u"mastodon"_s};
    QTest::addRow("languages") << u"lang:es,pt-BR,iw,unknown"_s << Facet::Language << none
                               << QStringList{u"es"_s, u"pt"_s, u"he"_s, u"unknown"_s};
    QTest::addRow("source with quotes inside") << u"source:\"my file (1), \"\"old\"\".csv\""_s << Facet::Source
                                               << none << QStringList{u"my file (1), \"old\".csv"_s};
    QTest::addRow("source in another case")
        << u"source:TWEETS.jsonl"_s << Facet::Source << none << QStringList{u"tweets.jsonl"_s};
    QTest::addRow("attribute") << u"attr:sector=health"_s << Facet::Attribute << u"sector"_s
                               << QStringList{u"health"_s};
    QTest::addRow("attribute with spaces") << u"attr:\"sector\"=\"public health\",law"_s << Facet::Attribute
                                           << u"sector"_s << QStringList{u"public health"_s, u"law"_s};
    QTest::addRow("odd attribute") << u"attr:\"odd name=\"\"x\"\", (y)\"=1=2"_s << Facet::Attribute
                                   << u"odd name=\"x\", (y)"_s << QStringList{u"1=2"_s};
}

void tst_filtertext::readsValues()
{
    QFETCH(QString, text);
    QFETCH(Facet, facet);
    QFETCH(QString, attribute);
    QFETCH(QStringList, values);
    const auto parsed = parseFilter(text, filterTestNames());
    QVERIFY2(parsed.index() == 0, qPrintable(parsed.index() == 1 ? std::get<Mistake>(parsed).message : QString()));
    const Filter filter = std::get<Filter>(parsed);
    QCOMPARE(filter.facets.size(), 1);
    QCOMPARE(filter.facets.constFirst().facet, facet);
    QCOMPARE(filter.facets.constFirst().attribute, attribute);
    QCOMPARE(filter.facets.constFirst().values, values);
}

void tst_filtertext::joinsWordsApartFromTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addRow("or with a term behind") << u"a OR b theme:groping"_s << u"(a OR b) theme:groping"_s;
    QTest::addRow("or with a term before") << u"theme:groping a OR b"_s << u"(a OR b) theme:groping"_s;
    QTest::addRow("term between") << u"a theme:groping b"_s << u"a b theme:groping"_s;
    QTest::addRow("and with a term") << u"a AND theme:groping AND b"_s << u"a b theme:groping"_s;
    QTest::addRow("negated group") << u"-(a b) is:starred"_s << u"-(a b) is:starred"_s;
}

void tst_filtertext::joinsWordsApartFromTerms()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const KnownNames names = filterTestNames();
    QCOMPARE(filterToText(std::get<Filter>(parseFilter(text, names)), names), expected);
}

void tst_filtertext::bothEndsBelongToTheSpan()
{
    // By hand: 2017-10-15T00:00Z is 1508025600; the 22nd ends at 1508716800.
    const Filter days = std::get<Filter>(parseFilter(u"since:2017-10-15 until:2017-10-22", filterTestNames()));
    QCOMPARE(*days.span.from, 1'508'025'600'000);
    QCOMPARE(*days.span.until, 1'508'716'800'000);
    // Berlin is two hours ahead then.
    const Filter berlin
        = std::get<Filter>(parseFilter(u"since:2017-10-15T06:30 until:2017", filterTestNames("Europe/Berlin")));
    QCOMPARE(*berlin.span.from, 1'508'041'800'000);
    QCOMPARE(*berlin.span.until, 1'514'761'200'000);
}

void tst_filtertext::namesMistakesWithTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row
        = [](const QString &text, const QString &part) { QTest::addRow("%s", qPrintable(text)) << text << part; };
    row(u"boss OR theme:groping"_s, u"theme:groping"_s);
    row(u"theme:groping OR boss"_s, u"theme:groping"_s);
    row(u"a OR -is:starred"_s, u"is:starred"_s);
    row(u"(a is:starred)"_s, u"is:starred"_s);
    row(u"a foo:bar"_s, u"foo:"_s);
    row(u"foo:\"bar\""_s, u"foo:"_s);
    row(u"user_email:x"_s, u"user_email:"_s);
    row(u"start-date:2017"_s, u"start-date:"_s);
    row(u"a theme:grobing b"_s, u"grobing"_s);
    row(u"theme:groping,wrkplace"_s, u"wrkplace"_s);
    row(u"voice:loud"_s, u"loud"_s);
    row(u"platform:myspace"_s, u"myspace"_s);
    row(u"lang:english"_s, u"english"_s);
    row(u"lang:es,q1"_s, u"q1"_s);
    row(u"source:\"no such\""_s, u"\"no such\""_s);
    row(u"attr:secter=x"_s, u"secter"_s);
    row(u"attr:sector"_s, u"attr:sector"_s);
    row(u"theme:"_s, u":"_s);
    row(u"theme:groping, workplace"_s, u","_s);
    row(u"attr:sector="_s, u"="_s);
    row(u"id:0"_s, u"0"_s);
    row(u"id:12,x"_s, u"x"_s);
    row(u"id:99999999999999999999"_s, u"99999999999999999999"_s);
    row(u"-id:3"_s, u"id:3"_s);
    row(u"since:2017-02-30"_s, u"2017-02-30"_s);
    row(u"since:2017-13"_s, u"2017-13"_s);
    row(u"since:yesterday"_s, u"yesterday"_s);
    row(u"since:0000"_s, u"0000"_s);
    row(u"since:2017-10-15T24:00"_s, u"2017-10-15T24:00"_s);
    row(u"since:2018 until:2017"_s, u"until:2017"_s);
    row(u"boss *work"_s, u"*"_s);
    row(u"#me*too"_s, u"*"_s);
    row(u"NEAR(*ss office, 5)"_s, u"*"_s);
    row(u"since:2018 until:2019 since:2017"_s, u"since:2017"_s);
    row(u"is:happy"_s, u"happy"_s);
    row(u"is:unread,starred"_s, u"starred"_s);
    row(u"coded:rule"_s, u"rule"_s);
    row(u"source:\"open"_s, u"\"open"_s);
}

void tst_filtertext::namesMistakesWithTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto parsed = parseFilter(text, filterTestNames());
    QVERIFY(std::holds_alternative<Mistake>(parsed));
    const Mistake mistake = std::get<Mistake>(parsed);
    QCOMPARE(text.mid(mistake.position, mistake.length), part);
    QVERIFY2(mistake.message.endsWith(u'.') || mistake.message.endsWith(u'?'), qPrintable(mistake.message));
    QVERIFY(!mistake.message.contains(u'%'));
}

void tst_filtertext::suggestsTheNearestName()
{
    const auto message
        = [](QStringView text) { return std::get<Mistake>(parseFilter(text, filterTestNames())).message; };
    QVERIFY(message(u"theme:workplce").contains(u"Did you mean \u201c\u2068workplace\u2069\u201d?"_s));
    QVERIFY(message(u"them:groping").contains(u"Did you mean \u201c\u2068theme:\u2069\u201d?"_s));
    QVERIFY(message(u"attr:secter=x").contains(u"\u2068sector\u2069"_s));
    QVERIFY(!message(u"theme:zzzzzzzz").contains(u"Did you mean"_s));
}

QTEST_APPLESS_MAIN(tst_filtertext)
#include "tst_filtertext.moc"
