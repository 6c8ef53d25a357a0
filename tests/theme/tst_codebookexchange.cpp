#include "export/CodebookExport.h"
#include "theme/CodebookExchange.h"
#include "theme/CodebookGuid.h"
#include "theme/ThemeColours.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Codebook smallCodebook()
{
    Codebook codebook;
    codebook.groups = {{u"forms"_s, u"Form"_s}};
    codebook.themes = {{0, u"staring"_s, u"Ogling & <staring>"_s, u"forms"_s, u"Looks.\nLong ones."_s, u"stare*"_s},
                       {1, u"silence"_s, u"Silence"_s, {}, {}, {}}};
    return codebook;
}

/// Each code with its GUID and its depth.
QStringList codesOf(const QByteArray &qdc)
{
    QXmlStreamReader xml(qdc);
    QStringList codes;
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (xml.name() != u"Code")
            continue;
        if (token == QXmlStreamReader::StartElement)
            codes << u"%1 %2 %3"_s.arg(QString::number(depth++), xml.attributes().value(u"name"_s),
                                       xml.attributes().value(u"guid"_s));
        else if (token == QXmlStreamReader::EndElement)
            --depth;
    }
    return codes;
}

// As another program might write it: other attributes, deeper nesting, a code that holds others and is one.
const QByteArray foreignQdc = R"(<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program">
 <Codes>
  <Code guid="a" name="Harm" isCodable="false" color="#FF0000">
   <Code guid="b" name="Staring" isCodable="true"><Description>Looks that
    last.</Description><Code guid="c" name="In the bus" isCodable="true"/></Code>
  </Code>
  <Code guid="d" name="Alone" isCodable="true"/>
 </Codes>
 <Sets><Set guid="e" name="ignored"/></Sets>
</CodeBook>)";

} // namespace

/// Codebooks as other programs write and read them. All of it is invented.
class TestCodebookExchange : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAnotherProgramWrote();
    void readsWhatItWrote();
    void writesWellFormedXml();
    void anEmptyCodebookIsNoQdc();
    void guidsComeBackAsTheyWere();
    void aThemeIsKnownByItsGuid();
    void itsOwnFilesBringNoGuids();
    void refusesHostileXml_data();
    void refusesHostileXml();
    void readsATable();
    void aTableHoldsAllOfATheme();
    void aBrokenRuleInATableIsASentence();
    void aFileUncoversNothingAndTakesNoKey();
    void coloursAreThoseMostAlike_data();
    void coloursAreThoseMostAlike();
    void aThemeOfAnUnknownGroupIsWritten();
    void refusesTablesItCantRead();
    void mergesByIdThenByName();
    void keepsWhatIsThere();
    void aRetiredThemeMayShareItsName();
    void raisesTheVersionWithARule();
    void refusesTooManyThemes();
};

void TestCodebookExchange::readsWhatAnotherProgramWrote()
{
    const auto themes = themesFromQdc(foreignQdc);
    QVERIFY2(themes.has_value(), "the file can't be read");
    const QVector<ForeignTheme> expected{{u"staring"_s, u"Staring"_s, u"Harm"_s, u"Looks that\n    last."_s},
                                         {u"in_the_bus"_s, u"In the bus"_s, u"Harm"_s, {}},
                                         {u"alone"_s, u"Alone"_s, {}, {}}};
    QCOMPARE(themes.value(), expected);
}

void TestCodebookExchange::readsWhatItWrote()
{
    const auto themes = themesFromQdc(codebookToQdc(smallCodebook()));
    QVERIFY(themes.has_value());
    QVector<ForeignTheme> expected{
        {u"ogling_staring"_s, u"Ogling & <staring>"_s, u"Form"_s, u"Looks.\nLong ones."_s},
        {u"silence"_s, u"Silence"_s, {}, {}}};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        expected[i].guid = guidOf(smallCodebook().themes.at(i));
        expected[i].groupGuid = i == 0 ? guidOf(smallCodebook().groups.at(0)) : QString();
    }
    QCOMPARE(themes.value(), expected);
}

void TestCodebookExchange::writesWellFormedXml()
{
    const QByteArray bytes = codebookToQdc(smallCodebook());
    QXmlStreamReader xml(bytes);
    QStringList guids;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QCOMPARE(xml.namespaceUri(), u"urn:QDA-XML:codebook:1.0");
        if (xml.name() == u"Code")
            guids << xml.attributes().value(u"guid"_s).toString();
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(guids.size(), 3);
    QCOMPARE(guids.removeDuplicates(), 0);
    QCOMPARE(codebookToQdc(smallCodebook()), bytes); // the same theme, the same GUID
}

/// From another program's file through a collection's codebook and a file of ours into one for the other program.
void TestCodebookExchange::guidsComeBackAsTheyWere()
{
    const QByteArray foreign = R"(<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program"><Codes>
 <Code guid="8E0B6F0A-7B19-4C6A-8E39-11C4F7D5A001" name="Ways" isCodable="false">
  <Code guid="{8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a002}" name="Staring" isCodable="true"/>
 </Code>
 <Code guid="8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a003" name="Places" isCodable="true"><Description>Where.</Description>
  <Code guid="8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a004" name="In the bus" isCodable="true"/>
 </Code>
</Codes></CodeBook>)";
    const auto read = themesFromQdc(foreign);
    QVERIFY(read);
    const auto made = mergedCodebook(Codebook(), read.value());
    QVERIFY(made);
    const auto kept = codebookFromJson(codebookToJson(*made));
    QVERIFY(kept);
    QCOMPARE(kept.value(), made.value());
    QCOMPARE(codesOf(codebookToQdc(*kept)), codesOf(foreign));
    QCOMPARE(themesFromQdc(codebookToQdc(*kept)).value(), read.value());

    const auto twice = themesFromQdc(QByteArray(foreign).replace("d5a004", "d5a003"));
    QVERIFY(twice);
    QVERIFY(twice->at(2).guid.isEmpty()); // it has one of its own from us
}

void TestCodebookExchange::aThemeIsKnownByItsGuid()
{
    Codebook here = smallCodebook();
    here.themes[1].guid = u"8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a002"_s;
    here.groups[0].guid = u"8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a001"_s;
    ForeignTheme renamed{u"not_told"_s, u"Not told"_s, u"Ways"_s, {}};
    renamed.guid = u"{8E0B6F0A-7B19-4C6A-8E39-11C4F7D5A002}"_s;
    renamed.groupGuid = here.groups.at(0).guid;
    const auto merged = mergedCodebook(here, QVector<ForeignTheme>{renamed});
    QVERIFY(merged);
    QCOMPARE(merged->themes.size(), 2);
    QCOMPARE(merged->themes.at(1).id, u"silence"_s);
    QCOMPARE(merged->themes.at(1).name, u"Not told"_s);
    QCOMPARE(merged->themes.at(1).guid, here.themes.at(1).guid);
    QCOMPARE(merged->groups.size(), 1);
    QCOMPARE(merged->groups.at(0).name, u"Ways"_s);
}

/// They have GUIDs that are made from ids, so that a theme is found again that was called otherwise meanwhile.
void TestCodebookExchange::itsOwnFilesBringNoGuids()
{
    Codebook here = smallCodebook();
    const auto written = themesFromQdc(codebookToQdc(here));
    QVERIFY(written);
    QCOMPARE(mergedCodebook(here, written.value()).value(), here);
    here.themes[0].name = u"Looks"_s;
    const auto merged = mergedCodebook(here, written.value());
    QVERIFY(merged);
    QCOMPARE(merged->themes, smallCodebook().themes);
}

/// Its schema asks for a code, and programs that check files by it refuse one without.
void TestCodebookExchange::anEmptyCodebookIsNoQdc()
{
    const auto refused = codebookToBytes(Codebook(), u"Book.QDC"_s);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"no theme"_s), qPrintable(refused.error().message));
    QVERIFY(codebookToBytes(Codebook(), u"book.json"_s));
    QVERIFY(codebookToBytes(Codebook(), u"book.csv"_s));
    QVERIFY(codebookToBytes(smallCodebook(), u"book.qdc"_s));
}

void TestCodebookExchange::refusesHostileXml_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no XML") << QByteArray("name,definition\na,b\n");
    QTest::addRow("another XML") << QByteArray("<html><body/></html>");
    QTest::addRow("cut off") << foreignQdc.left(300);
    QTest::addRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><CodeBook>&b;</CodeBook>");
    QTest::addRow("nested too deeply") << "<CodeBook>" + QByteArray("<Code name=\"a\">").repeated(100000);
    QTest::addRow("a tag without end") << "<CodeBook><Code " + QByteArray(100000, 'a');
    QTest::addRow("no codes") << QByteArray("<CodeBook><Codes/></CodeBook>");
}

void TestCodebookExchange::refusesHostileXml()
{
    QFETCH(const QByteArray, xml);
    const auto themes = themesFromQdc(xml);
    QVERIFY(!themes);
    QVERIFY(themes.error().message.startsWith(u"The file is no REFI-QDA codebook that can be read: "_s));
    QVERIFY2(!themes.error().message.contains(u".."_s), qPrintable(themes.error().message));
}

void TestCodebookExchange::readsATable()
{
    const auto themes = themesFromTable({u"Definition"_s, u"Name"_s},
                                        {{u"Looks."_s, u"Staring"_s}, {{}, {}}, {{}, u"Ärger & mehr"_s}});
    QVERIFY(themes.has_value());
    const QVector<ForeignTheme> expected{{u"staring"_s, u"Staring"_s, {}, u"Looks."_s},
                                         {u"arger_mehr"_s, u"Ärger & mehr"_s, {}, {}}};
    QCOMPARE(themes.value(), expected);
}

void TestCodebookExchange::aTableHoldsAllOfATheme()
{
    Codebook codebook = smallCodebook();
    codebook.themes[0].examples = {u"Invented: he stared."_s, u"Invented, \"quoted\"; and more."_s};
    codebook.themes[0].colour = 4;
    codebook.themes[0].key = 7;
    codebook.themes[0].isCoveredFirst = true;
    codebook.themes[1].rule = u"\"never told\" OR silent*"_s;
    codebook.themes[1].isRetired = true;
    codebook.themes[1].guid = u"8e0b6f0a-7b19-4c6a-8e39-11c4f7d5a002"_s;
    QVector<QStringList> rows;
    for (const Theme &theme : codebook.themes)
        rows.append(codebookTableRow(codebook, theme));
    const auto read = themesFromTable(codebookTableHeader(), rows);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    const auto made = mergedCodebook(Codebook(), read.value());
    QVERIFY(made);
    for (qsizetype i = 0; i < codebook.themes.size(); ++i) {
        Theme expected = codebook.themes.at(i);
        expected.group = i == 0 ? u"form"_s : QString(); // its key is made from its name
        QCOMPARE(made->themes.at(i), expected);
    }
    QCOMPARE(mergedCodebook(codebook, read.value())->themes, codebook.themes); // it brings itself nothing
}

void TestCodebookExchange::aBrokenRuleInATableIsASentence()
{
    const auto broken = themesFromTable({u"name"_s, u"rule"_s}, {{u"Staring"_s, u"stare* OR (look"_s}});
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.startsWith(u"The rule of the theme Staring has a mistake at character 11"_s),
             qPrintable(broken.error().message));
}

void TestCodebookExchange::aFileUncoversNothingAndTakesNoKey()
{
    Codebook here = smallCodebook();
    here.themes[0].isCoveredFirst = true;
    here.themes[0].key = 1;
    ForeignTheme same{u"staring"_s, u"Staring"_s, {}, {}};
    same.key = 3;
    ForeignTheme taken{u"bus"_s, u"Bus"_s, {}, {}};
    taken.key = 1;
    ForeignTheme fresh{u"train"_s, u"Train"_s, {}, {}};
    fresh.key = 2;
    const auto merged = mergedCodebook(here, QVector<ForeignTheme>{same, taken, fresh});
    QVERIFY(merged);
    QVERIFY(merged->themes.at(0).isCoveredFirst);
    QCOMPARE(merged->themes.at(0).key, 1);
    QCOMPARE(merged->themes.at(2).key, 0);
    QCOMPARE(merged->themes.at(3).key, 2);
}

void TestCodebookExchange::coloursAreThoseMostAlike_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("colour");
    for (int colour = 1; colour <= 8; ++colour)
        QTest::addRow("our own %d", colour) << colourCode(colour) << colour;
    QTest::addRow("blue") << u"#0000FF"_s << 1;
    QTest::addRow("orange") << u"#FF6600"_s << 2;
    QTest::addRow("green") << u"#008000"_s << 3;
    QTest::addRow("grey") << u"#707070"_s << 8;
    QTest::addRow("none") << QString() << 0;
    QTest::addRow("a word") << u"crimson"_s << 0;
    QTest::addRow("no number") << u"#12345z"_s << 0;
}

void TestCodebookExchange::coloursAreThoseMostAlike()
{
    QFETCH(const QString, code);
    QTEST(colourLike(code), "colour");
    Codebook codebook = smallCodebook();
    codebook.themes[0].colour = colourLike(code);
    QCOMPARE(themesFromQdc(codebookToQdc(codebook))->constFirst().colour, codebook.themes.at(0).colour);
}

void TestCodebookExchange::aThemeOfAnUnknownGroupIsWritten()
{
    Codebook codebook = smallCodebook();
    codebook.groups.clear();
    QCOMPARE(themesFromQdc(codebookToQdc(codebook))->size(), 2);
}

void TestCodebookExchange::refusesTablesItCantRead()
{
    QVERIFY(!themesFromTable({u"a"_s}, {{u"b"_s}}));
    QVERIFY(!themesFromTable({u"name"_s}, {}));
    const auto twice = themesFromTable({u"name"_s}, {{u"Staring"_s}, {u"STARING"_s}});
    QVERIFY(!twice);
    QVERIFY(twice.error().message.contains(u"Two themes are named"_s));
}

void TestCodebookExchange::mergesByIdThenByName()
{
    const auto merged = mergedCodebook(smallCodebook(),
                                       QVector<ForeignTheme>{{u"staring"_s, u"Ogling"_s, u"Harm"_s, u"New."_s},
                                                             {u"quiet"_s, u"silence"_s, {}, u"Not told."_s},
                                                             {u"bus"_s, u"Bus"_s, u"form"_s, {}}});
    QVERIFY(merged.has_value());
    QCOMPARE(merged->themes.size(), 3);
    QCOMPARE(merged->themes.at(0).name, u"Ogling"_s);
    QCOMPARE(merged->themes.at(0).group, u"harm"_s);
    QCOMPARE(merged->themes.at(1).id, u"silence"_s);
    QCOMPARE(merged->themes.at(1).definition, u"Not told."_s);
    QCOMPARE(merged->themes.at(2), (Theme{2, u"bus"_s, u"Bus"_s, u"forms"_s, {}, {}}));
    QCOMPARE(codebookChanges(smallCodebook(), *merged), (QStringList{u"~ staring"_s, u"~ silence"_s, u"+ bus"_s}));
}

void TestCodebookExchange::keepsWhatIsThere()
{
    const auto merged = mergedCodebook(smallCodebook(), QVector<ForeignTheme>{{u"new"_s, u"New"_s, {}, {}}});
    QVERIFY(merged.has_value());
    QCOMPARE(merged->themes.at(0), smallCodebook().themes.at(0)); // its rule, too
    QCOMPARE(merged->version, smallCodebook().version);
}

void TestCodebookExchange::raisesTheVersionWithARule()
{
    Codebook other = smallCodebook();
    other.themes[1].rule = u"\"never told\""_s;
    const auto merged = mergedCodebook(smallCodebook(), other);
    QVERIFY(merged.has_value());
    QCOMPARE(merged->themes.at(1).rule, u"\"never told\""_s);
    QCOMPARE(merged->version, smallCodebook().version + 1);
}

void TestCodebookExchange::refusesTooManyThemes()
{
    QVector<ForeignTheme> many;
    for (int i = 0; i < 63; ++i)
        many.append({u"t%1"_s.arg(i), u"T%1"_s.arg(i), {}, {}});
    QVERIFY(!mergedCodebook(smallCodebook(), many));
    many.removeLast();
    QVERIFY(mergedCodebook(smallCodebook(), many).has_value());
}

void TestCodebookExchange::aRetiredThemeMayShareItsName()
{
    Codebook here = smallCodebook();
    Theme old = here.themes.at(0);
    old.number = 2;
    old.id = u"old"_s;
    old.isRetired = true;
    here.themes.append(old);
    std::swap(here.themes[0].id, here.themes[2].id); // the retired one stands first
    std::swap(here.themes[0].isRetired, here.themes[2].isRetired);
    const auto merged = mergedCodebook(
        here, QVector<ForeignTheme>{{u"elsewhere"_s, here.themes.at(0).name, {}, u"Meant for the one in use."_s}});
    QVERIFY2(merged, merged ? "" : qPrintable(merged.error().message));
    QCOMPARE(merged->themes.size(), 3);
    QVERIFY(merged->themes.at(0).isRetired);
    QCOMPARE(merged->themes.at(2).definition, u"Meant for the one in use."_s);
    QCOMPARE(mergedCodebook(Codebook(), here)->themes.size(), 3); // and so it comes back from a file
    QCOMPARE(themesFromTable(codebookTableHeader(),
                             {codebookTableRow(here, here.themes.at(0)), codebookTableRow(here, here.themes.at(2))})
                 ->size(),
             2);
}

QTEST_APPLESS_MAIN(TestCodebookExchange)
#include "tst_codebookexchange.moc"
