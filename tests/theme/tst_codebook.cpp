#include "theme/Codebook.h"
#include "theme/RuleText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QByteArray codebookWith(const QByteArray &themes, const QByteArray &voices = "[]")
{
    return R"({"format":"story-codebook","format_version":1,"title":"Invented","language":"en",
               "macros":{"AGE":["4","5"]},"groups":{"z":"Last","a":"First"},"themes":)"
        + themes + R"(,"voices":)" + voices + "}";
}

} // namespace

class tst_codebook : public QObject
{
    Q_OBJECT

private slots:
    void readsTheShippedCodebook();
    void writesWhatItReads();
    void expandsMacros_data();
    void expandsMacros();
    void makesRulesFromTerms();
    void keepsGroupsInTheThemesOrder();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void tst_codebook::readsTheShippedCodebook()
{
    const Codebook &codebook = shippedCodebook();
    QCOMPARE(codebook.themes.size(), 16);
    QCOMPARE(codebook.language, u"en"_s);
    QCOMPARE(codebook.themes.at(7).id, u"workplace"_s);
    QCOMPARE(codebook.themes.at(7).number, 7);
    QCOMPARE(codebook.theme(u"groping")->name, u"Groping & unwanted touching"_s);
    QVERIFY(!codebook.theme(u"nonesuch"));
    QStringList groups;
    for (const ThemeGroup &group : codebook.groups)
        groups.append(group.key);
    QCOMPARE(groups, (QStringList{u"forms"_s, u"people"_s, u"places"_s, u"power"_s, u"aftermath"_s, u"public"_s}));
    QVector<Voice> voices;
    for (const VoiceDefinition &definition : codebook.voices)
        voices.append(definition.voice);
    QCOMPARE(voices, (QVector<Voice>{Voice::Solidarity, Voice::Testimony, Voice::Support, Voice::Commentary}));
    QCOMPARE(codebook.voices.at(0).anyOf.size(), 3);
    QCOMPARE(codebook.voices.at(0).anyOf.at(0).maxResidualWords, 3);
    QCOMPARE(codebook.voices.at(0).anyOf.at(1).outsideTags, u"me too"_s);
    QVERIFY(codebook.voices.at(3).otherwise);
}

void tst_codebook::writesWhatItReads()
{
    Codebook codebook = shippedCodebook();
    codebook.version = 7;
    codebook.themes[2].rule = u"\"made up\" OR other*"_s;
    codebook.groups.swapItemsAt(0, 3);
    const Result<Codebook> again = codebookFromJson(codebookToJson(codebook));
    QVERIFY(again.has_value());
    QVERIFY(*again == codebook);
}

void tst_codebook::expandsMacros_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("expanded");

    QTest::newRow("phrase") << u"a OR \"i was {AGE}\""_s << u"a OR (\"i was 4\" OR \"i was 5\")"_s;
    QTest::newRow("open phrase") << u"\"age {AGE}\" * OR b"_s << u"(\"age 4\" * OR \"age 5\" *) OR b"_s;
    QTest::newRow("word") << u"(x {AGE})"_s << u"(x (4 OR 5))"_s;
    QTest::newRow("unknown") << u"\"{NO}\""_s << u"\"{NO}\""_s;
    QTest::newRow("unclosed") << u"\"{AGE}"_s << u"(\"4 OR \"5)"_s;
}

void tst_codebook::expandsMacros()
{
    QFETCH(QString, rule);
    QTEST(expandMacros(rule, {{u"AGE"_s, {u"4"_s, u"5"_s}}}), "expanded");
}

void tst_codebook::makesRulesFromTerms()
{
    QCOMPARE(ruleFromTerms({u"catcall*"_s, u"cat call*"_s, u"hey baby"_s, u"NEAR(a b, 3)"_s}, {}),
             u"catcall* OR \"cat call\" * OR \"hey baby\" OR NEAR(a b, 3)"_s);
    QCOMPARE(ruleFromTerms({u"a"_s, u"b"_s}, {u"c d"_s}), u"(a OR b) AND (\"c d\")"_s);
}

void tst_codebook::keepsGroupsInTheThemesOrder()
{
    const auto book = codebookFromJson(codebookWith(R"([{"id":"one","group":"z","terms":["i was {AGE}"]}])"));
    QVERIFY(book.has_value());
    QCOMPARE(book->groups, (QVector<ThemeGroup>{{u"z"_s, u"Last"_s}, {u"a"_s, u"First"_s}}));
    QCOMPARE(book->themes.at(0).rule, u"(\"i was 4\" OR \"i was 5\")"_s);
    QCOMPARE(book->themes.at(0).name, u"one"_s);
}

void tst_codebook::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");

    QTest::newRow("no JSON") << QByteArray("{") << u"JSON"_s;
    QTest::newRow("another format") << QByteArray(R"({"format":"x"})") << u"story-codebook"_s;
    QTest::newRow("a rule") << codebookWith(R"([{"id":"one","query":"a OR ("}])") << u"\"one\""_s;
    QTest::newRow("a voice's rule") << codebookWith("[]", R"([{"id":"support","rule":{"query":"\"open"}}])")
                                    << u"\"support\""_s;
    QTest::newRow("a voice") << codebookWith("[]", R"([{"id":"choir","rule":{}}])") << u"\"choir\""_s;
    QTest::newRow("no id") << codebookWith(R"([{"query":"a"}])") << u"id"_s;
    QTest::newRow("the same id twice") << codebookWith(R"([{"id":"a"},{"id":"a"}])") << u"Theme 2"_s;
    QTest::newRow("reserved id") << codebookWith(R"([{"id":"none"}])") << u"none"_s;
    QTest::newRow("unnamed group") << codebookWith(R"([{"id":"a","group":"q"}])") << u"\"q\""_s;
    QByteArray many;
    for (int i = 0; i < 65; ++i)
        many += (i ? "," : "") + QByteArray(R"({"id":"t)") + QByteArray::number(i) + R"("})";
    QTest::newRow("too many") << codebookWith('[' + many + ']') << u"64"_s;
}

void tst_codebook::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const Result<Codebook> read = codebookFromJson(json);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

QTEST_APPLESS_MAIN(tst_codebook)
#include "tst_codebook.moc"
