#include "source/Reader.h"
#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::Everything;
using test::readAll;

namespace {

Everything readBytes(const QByteArray &bytes)
{
    return readAll(openReader(bytes, u"invented.csv"_s));
}

} // namespace

class tst_readers : public QObject
{
    Q_OBJECT

private slots:
    void countsRecordsOfRealFiles_data();
    void countsRecordsOfRealFiles();
    void flattenedAndPagedCopiesAgree();
    void keepsNeighboursOfABadLine();
    void countsBadLinesBehindAList();
    void keepsQuotedLineEnds();
    void apostrophesQuoteWhereRowsComeOutRightWithThem_data();
    void apostrophesQuoteWhereRowsComeOutRightWithThem();
    void takesTheGuardOff();
    void keepsTheApostrophesOfOthers();
    void namesWhatIsNoStories_data();
    void namesWhatIsNoStories();
    void returnsNaughtyStringsUnchanged();
    void survivesTruncationAtEveryByte();
    void refusesDeepJson();
};

void tst_readers::countsRecordsOfRealFiles_data()
{
    // Counted with Python's csv and json modules.
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("counts");
    QTest::newRow("page") << u"twitter-v2/twarc-csv/test-data/kpop_kept.jsonl"_s << u"12 76 0 0 0"_s;
    QTest::newRow("twarc-csv") << u"twarc-csv/twarc-csv/test-data/kpop_kept.csv"_s << u"12 76 0 0 0"_s;
    QTest::newRow("v1") << u"twitter-v1/tweet_parser/test/tweet_payload_examples/"
                           "broken_and_unsupported_payloads/public_api_sample.json"_s
                        << u"17 3 0 0 0"_s;
    QTest::newRow("compliance") << u"twitter-v2/twarc-csv/test-data/tweets_compliance.jsonl"_s << u"0 0 2 0 0"_s;
    QTest::newRow("array") << u"twitter-v1/twitter-to-sqlite/tests/tweets.json"_s << u"2 1 0 0 0"_s;
    QTest::newRow("lists") << u"twitter-v2/twarc-csv/test-data/lists.jsonl"_s << u"0 0 0 6 0"_s;
}

void tst_readers::countsRecordsOfRealFiles()
{
    QFETCH(QString, path);
    const QString file = test::sharedFile(u"samples/"_s + path);
    if (file.isEmpty())
        QSKIP("the shared samples are not here");
    const Everything all = readAll(openReader(file));
    QCOMPARE(all.error, QString());
    QTEST(all.counts(), "counts");
}

void tst_readers::flattenedAndPagedCopiesAgree()
{
    const QString folder = test::sharedFile(u"samples/twitter-v2/twarc-csv/test-data"_s);
    if (folder.isEmpty())
        QSKIP("the shared samples are not here");
    const Everything paged = readAll(openReader(folder + u"/kpop_kept.jsonl"_s));
    const Everything flat = readAll(openReader(folder + u"/kpop_kept.flat.jsonl"_s));
    QVERIFY(flat.records.size() > 30);
    QHash<QString, const Record *> byId;
    for (const Record &record : paged.records) {
        if (const auto *repost = std::get_if<Repost>(&record.content))
            byId.insert(repost->nativeId, &record);
        if (const auto *story = std::get_if<Story>(&record.content))
            byId.insert(story->nativeId, &record);
    }
    for (const Record &record : flat.records) {
        if (const auto *story = std::get_if<Story>(&record.content)) {
            QVERIFY(byId.contains(story->nativeId));
            QCOMPARE(std::get<Story>(byId.value(story->nativeId)->content), *story);
        } else if (const auto *repost = std::get_if<Repost>(&record.content)) {
            QVERIFY(byId.contains(repost->nativeId));
            QVERIFY(std::get<Repost>(byId.value(repost->nativeId)->content).original == repost->original);
        }
    }
}

void tst_readers::keepsNeighboursOfABadLine()
{
    const QByteArray good = R"({"id_str":"1","text":"invented","user":{"screen_name":"a"}})";
    const Everything all = readBytes(good + "\n{\"id\": nonsense\n" + good + "\n{\"id_str\":\"2\",\"te");
    QCOMPARE(all.counts(), u"2 0 0 0 2"_s);
    QCOMPARE(all.records.at(1).number, 2);
    QCOMPARE(all.records.at(3).number, 4);
}

void tst_readers::countsBadLinesBehindAList()
{
    const QByteArray tweet = R"({"id_str":"%1","full_text":"invented","user":{"screen_name":"a"}})";
    const QByteArray first = QByteArray(tweet).replace("%1", "1");
    const QByteArray second = QByteArray(tweet).replace("%1", "2");
    const Everything all = readBytes(first + "\n[1,2]\nnull\n\"text\"\n{broken\n" + second + "\n");
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"2 0 0 0 5"_s);
}

void tst_readers::keepsQuotedLineEnds()
{
    const auto stories = readBytes("text;lang\r\n\"a \"\"b\"\";\nc\";en\r\nd;de\r\n").stories();
    QCOMPARE(stories.size(), 2);
    QCOMPARE(stories.at(0).text, u"a \"b\";\nc"_s);
    QCOMPARE(stories.at(1).language, u"de"_s);
}

void tst_readers::apostrophesQuoteWhereRowsComeOutRightWithThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("quoted") << QByteArray(
        "id,text,date\n1,'one, invented',2017-10-15\n2,'it''s another',2017-10-16\n")
                            << QStringList{u"one, invented"_s, u"it's another"_s};
    QTest::newRow("at the beginning of words")
        << QByteArray("id,text,date\n1,'tis invented,2017-10-15\n2,'twas too,2017-10-16\n3,'cause,2017-10-17\n")
        << QStringList{u"'tis invented"_s, u"'twas too"_s, u"'cause"_s};
}

void tst_readers::apostrophesQuoteWhereRowsComeOutRightWithThem()
{
    QFETCH(QByteArray, bytes);
    const Everything all = readBytes(bytes);
    QStringList texts;
    for (const Story &story : all.stories())
        texts.append(story.text);
    QTEST(texts, "texts");
}

void tst_readers::takesTheGuardOff()
{
    const auto stories = readBytes("\xEF\xBB\xBFstory,posted_at,date,time,platform,text,'=sum\r\n"
                                   "1,2017-10-15T20:21:00Z,2017-10-15,20:21:00,twitter,'=1+1,a\r\n"
                                   "2,,,,twitter,''tis me,\r\n3,,,,twitter,plain,\r\n")
                             .stories();
    QCOMPARE(stories.size(), 3);
    QCOMPARE(stories.at(0).text, u"=1+1"_s);
    QCOMPARE(stories.at(1).text, u"'tis me"_s);
    QCOMPARE(stories.at(2).text, u"plain"_s);
    QCOMPARE(stories.at(0).attributes.size(), 1);
    QCOMPARE(stories.at(0).attributes.constFirst().name, u"=sum"_s);
}

/// Excel's "CSV UTF-8" has the mark as well.
void tst_readers::keepsTheApostrophesOfOthers()
{
    const auto stories = readBytes("\xEF\xBB\xBFtext,date\r\n'=1 is invented,2017-10-15\r\n''tis,2017-10-16\r\n"
                                   "'@boss said',2017-10-16\r\n")
                             .stories();
    QCOMPARE(stories.size(), 3);
    QCOMPARE(stories.at(0).text, u"'=1 is invented"_s);
    QCOMPARE(stories.at(1).text, u"''tis"_s);
    QCOMPARE(stories.at(2).text, u"'@boss said'"_s);
}

void tst_readers::namesWhatIsNoStories_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("ids") << QByteArray("919999999999999999\n919999999999999998\n") << u"twarc"_s;
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>") << u"web page"_s;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
    QTest::newRow("half a zip") << QByteArray("PK\x03\x04......[Content_Types].xml") << u"archive"_s;
    QTest::newRow("database") << "SQLite format 3\0......"_ba << u"database"_s;
    QTest::newRow("gnip") << QByteArray(R"({"verb":"post","actor":{},"objectType":"activity"})") << u"Gnip"_s;
    QTest::newRow("json") << QByteArray(R"({"a":1})") << u"which one"_s;
    QTest::newRow("settings") << QByteArray(R"([{"key":"font","description":"Size of the font","default":12},
                                                {"key":"wrap","description":"Whether lines wrap","default":true}])")
                              << u"file of settings"_s;
    QTest::newRow("one object of settings")
        << QByteArray(R"({"editor":{"text":"Sans 11"},"window":{"width":800}})") << u"file of settings"_s;
    QTest::newRow("package") << QByteArray(
        R"({"name":"invented","version":"1.0","description":"An invented package"})")
                             << u"file of settings"_s;
}

void tst_readers::namesWhatIsNoStories()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const Everything all = readBytes(bytes);
    QVERIFY2(all.error.contains(word), qPrintable(all.error));
    QVERIFY(all.error.contains(u"invented.csv"_s));
}

void tst_readers::returnsNaughtyStringsUnchanged()
{
    QFile file(test::sharedFile(u"samples/text/big-list-of-naughty-strings/blns.json"_s));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("the shared samples are not here");
    QStringList strings;
    QByteArray csv = "text,lang\n";
    for (const auto value : QJsonDocument::fromJson(file.readAll()).array()) {
        QString text = value.toString();
        if (text.trimmed().isEmpty())
            continue;
        strings << text;
        csv += '"' + text.replace(u'"', u"\"\""_s).toUtf8() + "\",en\n";
    }
    const auto stories = readBytes(csv).stories();
    QCOMPARE(stories.size(), strings.size());
    for (qsizetype place = 0; place < strings.size(); ++place)
        QCOMPARE(stories.at(place).text, strings.at(place));
}

void tst_readers::survivesTruncationAtEveryByte()
{
    const QByteArray csv = "text,date\n\"a \"\"b\"\"\nc\",2017-10-15\nd\xC3\xA9,x\n";
    const QByteArray json = R"({"id":"1","text":"a\ud83d\ude00b","author_id":"2"})"
                            "\n";
    for (const QByteArray &whole : {csv, json}) {
        for (qsizetype length = 0; length <= whole.size(); ++length)
            QVERIFY(readBytes(whole.left(length)).records.size() <= 2);
    }
}

void tst_readers::refusesDeepJson()
{
    const auto nested = [](int depth) {
        return R"({"id":"1","text":"a","author_id":"2","x":)" + QByteArray(depth, '[') + QByteArray(depth, ']')
            + "}\n";
    };
    QCOMPARE(readBytes(nested(60)).counts(), u"1 0 0 0 0"_s);
    QCOMPARE(readBytes(nested(2000)).counts(), u"0 0 0 0 1"_s);
}

QTEST_APPLESS_MAIN(tst_readers)
#include "tst_readers.moc"
