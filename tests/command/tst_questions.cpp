#include "command/Program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestQuestions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countPrintsOneNumber_data();
    void countPrintsOneNumber();
    void facetsCountEveryValue();
    void facetsFollowTheWholeFilter();
    void facetsCountAnAttribute();
    void timelineHasEmptyBucketsInBetween();
    void timelineReachesAsFarAsTheStoriesAskedFor();
    void timelineSplitsAndCountsPeople();
    void timelineInStoriesAndUndatedMakeTheCount_data();
    void timelineInStoriesAndUndatedMakeTheCount();
    void listPrintsOneStoryALine();
    void listKeepsToItsLimitAndOrder();
    void relevanceOrdersListAndExport();
    void listNamesNobodyUnlessAsked();
    void showTellsEverything();
    void showNamesTheStoryThatIsNotThere();
    void themesListsTheCodebook();
    void themesTakesAnotherRule();
    void checkSaysThatTheCollectionIsWhole();
    void showHidesNamesInAWarning();
    void forgetLeavesNoWordBehind();
    void whatWasForgottenStaysAwayFromAGrownFile();
    void equalBareTagsStayAsManyAsTheyAre();
    void commandsThatTakeNoNamesSaySo_data();
    void commandsThatTakeNoNamesSaySo();
    void hidesWhatTheExportHides();
    void facetsHidePeopleInValues();
    void facetsCountFewValuesOnly();
    void showHeedsTickedColumns();
    void controlCharactersStayOffTheTerminal();
    void aLanguageThatNobodyKnowsCanBeAskedFor();
    void aStoryNamedTwiceIsForgottenOnce();
    void startsKeepTheirSeconds();

private:
    test::Program m_program;
};

void TestQuestions::initTestCase()
{
    const QString csv = m_program.write(u"invented.csv"_s, test::inventedCsv());
    const test::Run run = m_program.ask(u"import"_s, {csv});
    QVERIFY2(run.code == 0, run.errors.constData());
}

void TestQuestions::countPrintsOneNumber_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QByteArray>("number");
    QTest::addRow("everything") << QString() << "6\n"_ba;
    QTest::addRow("a word") << u"boss"_s << "1\n"_ba;
    QTest::addRow("two words") << u"invented date"_s << "1\n"_ba;
    QTest::addRow("a phrase") << u"\"every one of you\""_s << "1\n"_ba;
    QTest::addRow("the beginning of a word") << u"invent*"_s << "5\n"_ba;
    QTest::addRow("without a word") << u"-invented"_s << "2\n"_ba;
    QTest::addRow("a hashtag") << u"#metoo"_s << "1\n"_ba;
    QTest::addRow("a platform") << u"platform:twitter"_s << "3\n"_ba;
    QTest::addRow("a language") << u"lang:es"_s << "1\n"_ba;
    QTest::addRow("an attribute") << u"attr:sector=health"_s << "2\n"_ba;
    QTest::addRow("days, both included") << u"since:2017-10-15 until:2017-10-17"_s << "3\n"_ba;
    QTest::addRow("undated") << u"is:undated"_s << "1\n"_ba;
    QTest::addRow("a source") << u"source:\"invented.csv\""_s << "6\n"_ba;
    QTest::addRow("nothing") << u"nowhere"_s << "0\n"_ba;
}

void TestQuestions::countPrintsOneNumber()
{
    QFETCH(QString, filter);
    QFETCH(QByteArray, number);
    const test::Run run = m_program.ask(u"count"_s, filter.isEmpty() ? QStringList() : QStringList{filter});
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.code, 0);
    QCOMPARE(run.output, number);
}

void TestQuestions::facetsCountEveryValue()
{
    const test::Run run = m_program.ask(u"facets"_s, {u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject answer = run.json();
    QCOMPARE(answer[u"count"].toInt(), 6);
    QCOMPARE(answer[u"platform"][u"twitter"].toInt(), 3);
    QCOMPARE(answer[u"platform"][u"mastodon"].toInt(), 1);
    QCOMPARE(answer[u"platform"][u"facebook"].toInt(), 1);
    QCOMPARE(answer[u"platform"][u"other"].toInt(), 1);
    QCOMPARE(answer[u"language"][u"en"].toInt(), 5);
    QCOMPARE(answer[u"language"][u"es"].toInt(), 1);
    QCOMPARE(answer[u"source"][u"invented.csv"].toInt(), 6);
    QCOMPARE(answer[u"theme"][u"workplace"].toInt(), 1);
    QVERIFY(answer[u"theme"].toObject().contains(u"none"_s));
    qint64 voices = 0;
    const QJsonObject byVoice = answer[u"voice"].toObject();
    for (const QJsonValue &count : byVoice)
        voices += count.toInteger();
    QCOMPARE(voices, 6);
    QCOMPARE(byVoice[u"solidarity"].toInt(), 1);
}

void TestQuestions::facetsFollowTheWholeFilter()
{
    const QJsonObject answer = m_program.ask(u"facets"_s, {u"--json"_s, u"platform:twitter"_s}).json();
    QCOMPARE(answer[u"count"].toInt(), 3);
    QCOMPARE(answer[u"platform"][u"twitter"].toInt(), 3);
    QCOMPARE(answer[u"platform"][u"mastodon"].toInt(), 0);
    QCOMPARE(answer[u"language"][u"en"].toInt(), 3);
}

void TestQuestions::facetsCountAnAttribute()
{
    const QJsonObject answer = m_program.ask(u"facets"_s, {u"--json"_s, u"--attribute"_s, u"sector"_s}).json();
    QCOMPARE(answer[u"attribute"][u"sector"][u"press"].toInt(), 3);
    QCOMPARE(answer[u"attribute"][u"sector"][u"health"].toInt(), 2);
    QCOMPARE(m_program.ask(u"facets"_s, {u"--attribute"_s, u"nothing"_s}).code, 2);
}

void TestQuestions::timelineHasEmptyBucketsInBetween()
{
    const test::Run run = m_program.ask(u"timeline"_s, {u"--by"_s, u"day"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject answer = run.json();
    QCOMPARE(answer[u"by"].toString(), u"day"_s);
    QCOMPARE(answer[u"time_zone"].toString(), u"UTC"_s);
    QCOMPARE(answer[u"undated"].toInt(-1), 1);
    const QJsonArray buckets = answer[u"buckets"].toArray();
    const QVector<int> counts{2, 0, 1, 2};
    QCOMPARE(buckets.size(), counts.size());
    for (qsizetype i = 0; i < counts.size(); ++i) {
        QCOMPARE(buckets[i][u"count"].toInt(-1), counts.at(i));
        QVERIFY(buckets[i][u"start"].toString().startsWith(u"2017-10-%1T00:00:00"_s.arg(15 + i)));
    }
}

void TestQuestions::timelineReachesAsFarAsTheStoriesAskedFor()
{
    const auto buckets = [this](const QString &filter) {
        return m_program.ask(u"timeline"_s, {u"--by"_s, u"day"_s, u"--json"_s, filter})
            .json()[u"buckets"]
            .toArray();
    };
    const QJsonObject first = m_program.ask(u"list"_s, {u"--json"_s, u"--limit"_s, u"1"_s}).json();
    QCOMPARE(buckets(u"id:%1"_s.arg(first[u"id"].toInteger())).size(), 1);
    QCOMPARE(buckets(u"is:undated"_s).size(), 0);
    QCOMPARE(buckets(u"since:2017-10-10 until:2017-10-20"_s).size(), 11);
}

void TestQuestions::timelineSplitsAndCountsPeople()
{
    const QJsonObject split
        = m_program.ask(u"timeline"_s, {u"--by"_s, u"month"_s, u"--json"_s, u"--split"_s, u"platform"_s}).json();
    QCOMPARE(split[u"buckets"].toArray().size(), 1);
    QCOMPARE(split[u"buckets"][0][u"count"].toInt(), 5);
    QCOMPARE(split[u"buckets"][0][u"split"][u"twitter"].toInt(), 3);
    const QJsonObject people
        = m_program.ask(u"timeline"_s, {u"--by"_s, u"month"_s, u"--json"_s, u"--count"_s, u"accounts"_s}).json();
    // anna is on two platforms, and an account is of one.
    QCOMPARE(people[u"buckets"][0][u"count"].toInt(), 5);
    const QJsonObject posts
        = m_program.ask(u"timeline"_s, {u"--by"_s, u"month"_s, u"--json"_s, u"--count"_s, u"posts"_s}).json();
    QCOMPARE(posts[u"buckets"][0][u"count"].toInt(), 5);
}

void TestQuestions::timelineInStoriesAndUndatedMakeTheCount_data()
{
    QTest::addColumn<QString>("by");
    for (const QString &by : {u"minute"_s, u"hour"_s, u"day"_s, u"week"_s, u"month"_s, u"year"_s})
        QTest::addRow("%s", qPrintable(by)) << by;
}

void TestQuestions::timelineInStoriesAndUndatedMakeTheCount()
{
    QFETCH(QString, by);
    const QJsonObject answer = m_program.ask(u"timeline"_s, {u"--by"_s, by, u"--json"_s}).json();
    qint64 sum = answer[u"undated"].toInteger();
    const QJsonArray buckets = answer[u"buckets"].toArray();
    for (const QJsonValue &bucket : buckets)
        sum += bucket[u"count"].toInteger();
    QCOMPARE(sum, 6);
    QCOMPARE(answer[u"by"].toString(), by);
}

void TestQuestions::listPrintsOneStoryALine()
{
    const test::Run run = m_program.ask(u"list"_s, {u"--limit"_s, u"10"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    const auto stories = run.jsonLines();
    QCOMPARE(stories.size(), 6);
    for (const QJsonObject &story : stories) {
        QCOMPARE(story.keys(),
                 (QStringList{u"id"_s, u"language"_s, u"platform"_s, u"posted_at"_s, u"text"_s, u"themes"_s,
                              u"voice"_s}));
        QVERIFY(story[u"id"].toInteger() > 0);
        QVERIFY(story[u"themes"].isArray());
    }
    QCOMPARE(stories.constFirst()[u"posted_at"].toString(), u"2017-10-18T12:00:00Z"_s);
    QCOMPARE(stories.constFirst()[u"text"].toString(), u"=1+1 is invented, too"_s);
    QVERIFY(stories.constLast()[u"posted_at"].isNull());
}

void TestQuestions::listKeepsToItsLimitAndOrder()
{
    const auto oldest
        = m_program.ask(u"list"_s, {u"--limit=2"_s, u"--json"_s, u"--order"_s, u"oldest"_s}).jsonLines();
    QCOMPARE(oldest.size(), 2);
    QCOMPARE(oldest.at(0)[u"posted_at"].toString(), u"2017-10-15T20:21:00Z"_s);
    QCOMPARE(oldest.at(1)[u"posted_at"].toString(), u"2017-10-15T23:59:59Z"_s);
    QCOMPARE(m_program.ask(u"list"_s, {u"--limit=0"_s, u"--json"_s}).output, QByteArray());
}

/// The word three times, once among few words, once among many; not as new as that, and not as stored.
void TestQuestions::relevanceOrdersListAndExport()
{
    const QByteArray csv = "text,posted_at\r\n"
                           "kitchen boss garden lake (invented),2017-10-16T10:00:00Z\r\n"
                           "boss among so many other words that tell of rain and snow and roads (invented),"
                           "2017-10-18T10:00:00Z\r\n"
                           "boss boss boss lake (invented),2017-10-15T10:00:00Z\r\n"
                           "garden lake kitchen path (invented),2017-10-19T10:00:00Z\r\n"
                           "snow lake rain path (invented),2017-10-20T10:00:00Z\r\n"
                           "road path snow rain (invented),2017-10-21T10:00:00Z\r\n"
                           "path garden road sea (invented),2017-10-22T10:00:00Z\r\n";
    const test::Program program;
    const test::Run imported = program.ask(u"import"_s, {program.write(u"ranked.csv"_s, csv)});
    QVERIFY2(imported.code == 0, imported.errors.constData());
    const QStringList expected{u"boss boss boss"_s, u"kitchen boss garden"_s, u"boss among so"_s};

    const test::Run listed = program.ask(u"list"_s, {u"--json"_s, u"--order"_s, u"relevance"_s, u"boss"_s});
    QVERIFY2(listed.code == 0, listed.errors.constData());
    QStringList openings;
    for (const QJsonObject &story : listed.jsonLines())
        openings.append(story[u"text"].toString().section(u' ', 0, 2));
    QCOMPARE(openings, expected);

    const test::Run exported = program.ask(
        u"export"_s, {u"--output"_s, u"-"_s, u"--columns"_s, u"text"_s, u"--order"_s, u"relevance"_s, u"boss"_s});
    QVERIFY2(exported.code == 0, exported.errors.constData());
    QCOMPARE(exported.output.count("boss"), 5);
    QVERIFY(exported.output.indexOf("boss boss boss") < exported.output.indexOf("kitchen boss"));
    QVERIFY(exported.output.indexOf("kitchen boss") < exported.output.indexOf("boss among"));

    // Without words nothing is more relevant than anything else.
    const test::Run all = program.ask(u"list"_s, {u"--json"_s, u"--order"_s, u"relevance"_s});
    const test::Run newest = program.ask(u"list"_s, {u"--json"_s, u"--order"_s, u"newest"_s});
    QCOMPARE(all.code, 0);
    QCOMPARE(all.output, newest.output);
}

void TestQuestions::listNamesNobodyUnlessAsked()
{
    const QByteArray hidden = m_program.ask(u"list"_s, {u"--json"_s}).output + m_program.ask(u"list"_s).output;
    QVERIFY(hidden.contains("person-1"));
    QVERIFY(hidden.contains("[mail address]"));
    QVERIFY(!hidden.contains("carla"));
    QVERIFY(!hidden.contains("berta"));
    const QByteArray full = m_program.ask(u"list"_s, {u"--json"_s, u"--profile"_s, u"full"_s}).output;
    QVERIFY(full.contains("@carla"));
    QVERIFY(full.contains("berta@example.org"));
}

void TestQuestions::showTellsEverything()
{
    const QJsonObject brief = m_program.ask(u"list"_s, {u"--json"_s, u"boss"_s}).json();
    const QString id = QString::number(brief[u"id"].toInteger());
    const QJsonObject story = m_program.ask(u"show"_s, {u"--json"_s, id}).json();
    QCOMPARE(story[u"id"].toInteger(), brief[u"id"].toInteger());
    QCOMPARE(story[u"attributes"][u"sector"].toString(), u"press"_s);
    QCOMPARE(story[u"provenance"][0][u"source"].toString(), u"invented.csv"_s);
    QCOMPARE(story[u"coded_by"][0][u"theme"].toString(), u"workplace"_s);
    QVERIFY(!story.contains(u"author"_s));
    QVERIFY(!m_program.ask(u"show"_s, {id}).output.contains("anna"));
    const QJsonObject full = m_program.ask(u"show"_s, {u"--json"_s, u"--profile"_s, u"full"_s, id}).json();
    QCOMPARE(full[u"author"][u"handle"].toString(), u"anna"_s);
    QVERIFY(full[u"text"].toString().contains("@carla"_L1));
}

void TestQuestions::showNamesTheStoryThatIsNotThere()
{
    const test::Run run = m_program.ask(u"show"_s, {u"4711"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"4711"_s), run.errors.constData());
}

void TestQuestions::themesListsTheCodebook()
{
    const auto themes = m_program.ask(u"themes"_s, {u"list"_s, u"--json"_s}).jsonLines();
    QCOMPARE(themes.size(), 16);
    for (const QJsonObject &theme : themes) {
        if (theme[u"id"] == u"workplace"_s)
            QCOMPARE(theme[u"count"].toInt(), 1);
    }
    QVERIFY(m_program.ask(u"themes"_s, {u"show"_s, u"workplace"_s}).output.contains("supervisor"));
    QCOMPARE(m_program.ask(u"themes"_s, {u"show"_s, u"nothing"_s}).code, 2);
}

void TestQuestions::themesTakesAnotherRule()
{
    test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    QCOMPARE(program.ask(u"count"_s, {u"theme:workplace"_s}).output, "1\n"_ba);
    const test::Run run = program.ask(u"themes"_s, {u"rule"_s, u"workplace"_s, u"\"every one\" OR too"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    QCOMPARE(program.ask(u"count"_s, {u"theme:workplace"_s}).output, "2\n"_ba);
    const test::Run wrong = program.ask(u"themes"_s, {u"rule"_s, u"workplace"_s, u"(boss"_s});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.errors.contains('^'));
    QCOMPARE(program.ask(u"count"_s, {u"theme:workplace"_s}).output, "2\n"_ba);
}

void TestQuestions::checkSaysThatTheCollectionIsWhole()
{
    const test::Run run = m_program.ask(u"check"_s);
    QCOMPARE(run.code, 0);
    QVERIFY(run.output.contains("6 stories"));
}

void TestQuestions::showHidesNamesInAWarning()
{
    test::Program program;
    const QByteArray rows = "text,content_warning\nAn invented line.,about @jane_example\n"_ba;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, rows)}).code, 0);
    const QJsonObject story = program.ask(u"list"_s, {u"--json"_s}).json();
    const QString id = QString::number(story[u"id"].toInteger());
    QCOMPARE(program.ask(u"show"_s, {u"--json"_s, id}).json()[u"content_warning"].toString(), u"about person-1"_s);
}

void TestQuestions::forgetLeavesNoWordBehind()
{
    test::Program program;
    const QString csv = program.write(u"a.csv"_s, test::inventedCsv());
    QCOMPARE(program.ask(u"import"_s, {csv}).code, 0);
    const QJsonObject story = program.ask(u"list"_s, {u"--json"_s, u"boss"_s}).json();
    const test::Run run = program.ask(u"forget"_s, {QString::number(story[u"id"].toInteger())});
    QVERIFY2(run.code == 0, run.errors.constData());
    QCOMPARE(program.ask(u"count"_s).output, "5\n"_ba);
    QCOMPARE(program.ask(u"count"_s, {u"boss"_s}).output, "0\n"_ba);
    for (const auto *name : {"c.tidemark", "c.tidemark-wal"}) {
        const QByteArray bytes = program.read(QLatin1String(name));
        QVERIFY2(!bytes.contains("quincunx"), name);
    }
    const QJsonObject again = program.ask(u"import"_s, {u"--json"_s, csv}).json();
    QCOMPARE(again[u"stories"].toInt(), 5);
    QCOMPARE(again[u"added"].toInt(-1), 0);
    QCOMPARE(program.ask(u"check"_s).code, 0);
    QCOMPARE(program.ask(u"forget"_s, {u"4711"_s}).code, 1);
    QCOMPARE(program.ask(u"forget"_s, {u"anna"_s}).code, 2);
}

/// A story that has no other identity than its place in a file is known again by what it says.
void TestQuestions::whatWasForgottenStaysAwayFromAGrownFile()
{
    test::Program program;
    const QByteArray first = "text\n\"An invented line about a quincunx, a boss and a locked door.\"\nMe too\n"_ba;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, first)}).code, 0);
    for (const QString &words : {u"quincunx"_s, u"-quincunx"_s}) {
        const QJsonObject story = program.ask(u"list"_s, {u"--json"_s, words}).json();
        QCOMPARE(program.ask(u"forget"_s, {QString::number(story[u"id"].toInteger())}).code, 0);
    }
    const QString grown = program.write(u"b.csv"_s, first + "One more invented line that nobody wrote.\n"_ba);
    const QJsonObject report = program.ask(u"import"_s, {u"--json"_s, grown}).json();
    QCOMPARE(report[u"withdrawn"].toInt(-1), 1);
    QCOMPARE(report[u"added"].toInt(-1), 2); // "Me too" may be anybody's
    QCOMPARE(program.ask(u"count"_s, {u"quincunx"_s}).output, "0\n"_ba);
}

/// Bare tags whose author nobody knows are as many stories as there are, and none more when they come again.
void TestQuestions::equalBareTagsStayAsManyAsTheyAre()
{
    test::Program program;
    QByteArray rows = "text,date\n"_ba;
    for (int i = 0; i < 40; ++i)
        rows += i % 2 == 0 ? "#MeToo,2017-10-16\n" : "Me too.,2017-10-17\n";
    const QByteArray longer = "\"An invented line that is long enough to be of one person alone.\",2017-10-16\n"_ba;
    const QString file = program.write(u"a.csv"_s, rows + longer + longer);
    const QJsonObject report = program.ask(u"import"_s, {u"--json"_s, file}).json();
    QCOMPARE(report[u"added"].toInt(-1), 41);
    QCOMPARE(report[u"duplicates"].toInt(-1), 1);
    const QJsonObject again = program.ask(u"import"_s, {u"--json"_s, file}).json();
    QCOMPARE(again[u"added"].toInt(-1), 0);
    const QJsonObject story = program.ask(u"list"_s, {u"--json"_s, u"--limit"_s, u"1"_s, u"#MeToo"_s}).json();
    QCOMPARE(program.ask(u"forget"_s, {QString::number(story[u"id"].toInteger())}).code, 0);
    const QString grown = program.write(u"b.csv"_s, rows + longer + "#MeToo,2017-10-16\n");
    const QJsonObject more = program.ask(u"import"_s, {u"--json"_s, grown}).json();
    QCOMPARE(more[u"added"].toInt(-1), 1);
    QCOMPARE(more[u"withdrawn"].toInt(-1), 1);
    QCOMPARE(more[u"stories"].toInt(), 41);
}

void TestQuestions::commandsThatTakeNoNamesSaySo_data()
{
    QTest::addColumn<QStringList>("words");
    for (const QString &words : {u"check broken.tidemark"_s, u"recheck nosuch"_s, u"fetch nosuch"_s,
                                 u"sources opml out.opml"_s, u"sources list nosuch"_s, u"sources add a b"_s})
        QTest::addRow("%s", qPrintable(words)) << words.split(u' ');
}

void TestQuestions::commandsThatTakeNoNamesSaySo()
{
    QFETCH(const QStringList, words);
    const test::Run run = m_program.ask(words.constFirst(), words.mid(1));
    QCOMPARE(run.code, 2);
    QCOMPARE(run.output, QByteArray());
    QVERIFY(run.errors.startsWith("tidemark: "));
}

void TestQuestions::hidesWhatTheExportHides()
{
    const test::Program program;
    const QByteArray json = R"({"text":"Invented, see https://example.org/anna_b and wait","author":"anna_b",)"
                            R"("permalink":"https://example.org/anna_b","hashtags":["metoo@anna_b"]})";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"@anna_b.jsonl"_s, json + '\n')}).code, 0);
    for (const QStringList &question :
         {QStringList{u"list"_s}, QStringList{u"list"_s, u"--json"_s}, QStringList{u"show"_s, u"--json"_s, u"1"_s},
          QStringList{u"show"_s, u"1"_s}, QStringList{u"facets"_s}, QStringList{u"facets"_s, u"--json"_s}}) {
        const test::Run run = program.ask(question.constFirst(), question.mid(1));
        QCOMPARE(run.code, 0);
        QVERIFY2(!run.output.contains("anna_b"), run.output.constData());
        const test::Run full
            = program.ask(question.constFirst(), question.mid(1) + QStringList{u"--profile"_s, u"full"_s});
        QVERIFY2(full.output.contains("anna_b"), full.output.constData());
    }
}

void TestQuestions::controlCharactersStayOffTheTerminal()
{
    const test::Program program;
    const QByteArray csv = "text,posted_at,place\n\"Invented \x1b[2J story\",2017-10-15,\x1b]0;here\x07\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, csv)}).code, 0);
    for (const QStringList &question : {QStringList{u"list"_s}, QStringList{u"show"_s, u"1"_s},
                                        QStringList{u"facets"_s, u"--attribute"_s, u"place"_s}}) {
        const QByteArray output = program.ask(question.constFirst(), question.mid(1)).output;
        QVERIFY2(output.contains("\xef\xbf\xbd") && !output.contains('\x1b') && !output.contains('\x07'),
                 output.constData());
    }
    // 98 letters before a pair that the line's end would split
    const QByteArray longText = "text\n" + QByteArray(98, 'x') + "\xf0\x9f\x98\xa2 and more\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"b.csv"_s, longText)}).code, 0);
    QVERIFY(program.ask(u"list"_s, {u"is:undated"_s}).output.contains(QByteArray(98, 'x') + "\xe2\x80\xa6"));
}

void TestQuestions::aLanguageThatNobodyKnowsCanBeAskedFor()
{
    const test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, "text,language\nAn invented story,zz\n")}).code,
             0);
    QVERIFY(program.ask(u"facets"_s).output.contains("1  zz\n"));
    QCOMPARE(program.ask(u"count"_s, {u"lang:zz"_s}).output, "1\n"_ba);
}

void TestQuestions::aStoryNamedTwiceIsForgottenOnce()
{
    const test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    const test::Run run = program.ask(u"forget"_s, {u"3"_s, u"3"_s});
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.code, 0);
    QCOMPARE(program.ask(u"count"_s).output, "5\n"_ba);
}

/// Liberia's clock was 44 minutes and 30 seconds behind until 1972, which no ISO 8601 offset says.
void TestQuestions::startsKeepTheirSeconds()
{
    const test::Program program;
    const QByteArray csv = "text,posted_at\nAn invented story,1971-06-01T12:00:00Z\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, csv)}).code, 0);
    QCOMPARE(program.ask(u"settings"_s, {u"time-zone"_s, u"Africa/Monrovia"_s}).code, 0);
    const QJsonObject timeline = program.ask(u"timeline"_s, {u"--json"_s, u"--by"_s, u"day"_s}).json();
    QCOMPARE(timeline[u"buckets"].toArray().at(0)[u"start"].toString(), u"1971-06-01T00:44:30Z"_s);
}

void TestQuestions::facetsHidePeopleInValues()
{
    const test::Program program;
    const QByteArray csv = "text,author,town\nInvented one,anna_b,ask @anna_b about it\n"
                           "Invented two,anna_b,ask @anna_b about it\nInvented three,berta_c,Nowhere\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"towns.csv"_s, csv)}).code, 0);
    const test::Run run = program.ask(u"facets"_s, {u"--json"_s, u"--attribute"_s, u"town"_s});
    QVERIFY2(!run.output.contains("anna_b"), run.output.constData());
    const QJsonObject towns = run.json()[u"attribute"][u"town"].toObject();
    QCOMPARE(towns.size(), 2);
    QCOMPARE(towns[u"Nowhere"].toInt(), 1);
    QVERIFY(!program.ask(u"facets"_s, {u"--attribute"_s, u"town"_s}).output.contains("anna_b"));
    const test::Run full
        = program.ask(u"facets"_s, {u"--json"_s, u"--attribute"_s, u"town"_s, u"--profile"_s, u"full"_s});
    QCOMPARE(full.json()[u"attribute"][u"town"][u"ask @anna_b about it"].toInt(), 2);
}

/// As the window does: a column of free words is no facet, and one about people has to be ticked first.
void TestQuestions::facetsCountFewValuesOnly()
{
    const test::Program program;
    QByteArray csv = "text,motto,respondent\n";
    for (int i = 0; i < 51; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "Invented story " + number + ",motto " + number + ",person" + number + "@example.org\n";
    }
    QCOMPARE(program.ask(u"import"_s, {program.write(u"mottos.csv"_s, csv)}).code, 0);
    const test::Run run = program.ask(u"facets"_s, {u"--attribute"_s, u"motto"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.says(u"51"_s), run.errors.constData());
    QCOMPARE(run.output, QByteArray());
    QCOMPARE(program.ask(u"facets"_s, {u"--attribute"_s, u"respondent"_s}).code, 2);
}

void TestQuestions::showHeedsTickedColumns()
{
    const test::Program program;
    const QByteArray csv = "text,contact\nInvented one,somebody at example.org\nInvented two,nobody@example.org\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"contacts.csv"_s, csv)}).code, 0);
    const auto attributes = [&program] {
        return program.ask(u"show"_s, {u"--json"_s, u"1"_s}).json()[u"attributes"].toObject();
    };
    QVERIFY(!attributes().contains(u"contact"_s));
    QCOMPARE(program.ask(u"settings"_s, {u"shown-columns"_s, u"contact"_s}).code, 0);
    QVERIFY(attributes().contains(u"contact"_s));
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
