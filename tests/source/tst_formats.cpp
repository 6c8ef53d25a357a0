#include "source/Dates.h"
#include "source/Detection.h"
#include "source/Reader.h"
#include "support/ReadAll.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// What expected_readers.py says of the samples, one object a file.
QVector<QJsonObject> expectedOfSamples()
{
    QVector<QJsonObject> files;
    const QString samples = test::sharedFile(u"samples"_s);
    if (samples.isEmpty())
        return files;
    QProcess python;
    python.start(u"python3"_s, {test::sourceRoot() + u"/tests/source/expected_readers.py"_s, samples});
    if (!python.waitForFinished(-1))
        return files;
    const auto lines = python.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            files << QJsonDocument::fromJson(line).object();
    }
    return files;
}

/// A sample as its reader gets it: recorded answers without the header of the recording.
test::Everything readSample(const QString &path)
{
    const QString file = test::sharedFile(u"samples/"_s + path);
    if (!path.endsWith(".http"_L1))
        return test::readAll(openReader(file));
    QFile recorded(file);
    if (!recorded.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = recorded.readAll();
    return test::readAll(openReader(bytes.mid(bytes.indexOf("\r\n\r\n") + 4), file));
}

QString relationOf(const Story &story, Relation::Kind kind)
{
    for (const Relation &relation : story.relations) {
        if (relation.kind == kind)
            return relation.nativeId;
    }
    return {};
}

/// The fields of a story under the names and in the shapes of the script.
QJsonObject fieldsOf(const Story &story, const QStringList &wanted)
{
    const QJsonObject all{
        {u"time"_s, story.postedAt ? QJsonValue(double(*story.postedAt)) : QJsonValue(QJsonValue::Null)},
        {u"handle"_s, story.author.handle},
        {u"text"_s, story.text},
        {u"reply"_s, relationOf(story, Relation::Kind::Reply)},
        {u"quote"_s, relationOf(story, Relation::Kind::Quote)}};
    QJsonObject some;
    for (const QString &name : wanted)
        some.insert(name, all.value(name));
    return some;
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatPythonReadsInTheSamples_data();
    void givesWhatPythonReadsInTheSamples();
    void readsInventedRecords_data();
    void readsInventedRecords();
    void oldCapturesOfXHaveTheirAccount();
    void fourCatTellsPostsOfBlueskyByTheirAddresses();
    void fourCatsAnswersAreNamedOnce();
    void fourCatsPostsOfBlueskyAreThoseOfTheNetwork();
    void fourCatsOldRepostsHaveNoColon();
    void takesTheZoneThatCrowdTangleWasSetTo();
    void aPostsOwnAddressIsNoLinkOfIt();
    void takesTheIdOutOfCrowdTanglesAddress_data();
    void takesTheIdOutOfCrowdTanglesAddress();
    void takesTheHashtagsOfOlderTwarcTables();
    void takesWhatAPageOfXShowsAsQuotedForTheQuote();
    void whatATableCallsByShortenedNumbersIsNamedByNothing();
    void followsACommentTree();
    void keepsTheRestOfADamagedList();
    void saysHowManyTextsAreCut();
    void asksBeforeItTakesMuchMemory();
    void namesWhatItKnowsAndDoesNotRead_data();
    void namesWhatItKnowsAndDoesNotRead();
    void whatOnlyBeginsLikeAListIsNotCalledOne_data();
    void whatOnlyBeginsLikeAListIsNotCalledOne();
    void privateContentIsNeverRead_data();
    void privateContentIsNeverRead();
    void aMessageAmongPostsIsPassedOver_data();
    void aMessageAmongPostsIsPassedOver();
    void whatSaysThatItIsForFewIsLeftOut_data();
    void whatSaysThatItIsForFewIsLeftOut();
    void aQuoteForFewIsNotKept();
    void whatIsForMembersOnlyIsNotQuoted();
    void whatAProtectedAccountWroteIsNotQuoted();
    void aProtectedAccountOfXsPagesIsLeftOut_data();
    void aProtectedAccountOfXsPagesIsLeftOut();
    void rowsForFewAreLeftOut_data();
    void rowsForFewAreLeftOut();
    void oneFileOfAnArchiveMayBeNamedAsTheArchive();
    void whatDecidesMayComeLate();
    void aKnownTableIsFoundBelowATitle();
};

void TestFormats::givesWhatPythonReadsInTheSamples_data()
{
    QTest::addColumn<QJsonObject>("expected");
    const auto files = expectedOfSamples();
    for (const QJsonObject &file : files)
        QTest::newRow(file[u"path"].toString().toUtf8().constData()) << file;
    if (files.isEmpty())
        QTest::newRow("no samples") << QJsonObject();
}

void TestFormats::givesWhatPythonReadsInTheSamples()
{
    QFETCH(QJsonObject, expected);
    if (expected.isEmpty())
        QSKIP("the shared samples or python3 are not here");
    const test::Everything all = readSample(expected[u"path"].toString());
    QCOMPARE(all.error, QString());
    const QJsonObject stories = expected[u"stories"].toObject();
    const QJsonObject reposts = expected[u"reposts"].toObject();
    QCOMPARE(all.counts(),
             u"%1 %2 %3 %4 %5"_s.arg(stories.size())
                 .arg(reposts.size())
                 .arg(expected[u"withdrawn"].toArray().size())
                 .arg(expected[u"skipped"].toInt())
                 .arg(expected[u"rejected"].toInt()));
    for (const Story &story : all.stories()) {
        // Facebook's archives have no ids: the script names stories by their second.
        const QString key = stories.contains(story.nativeId) ? story.nativeId : story.postedAtText;
        QVERIFY2(stories.contains(key), qPrintable(story.nativeId));
        const QJsonObject fields = stories[key].toObject();
        QCOMPARE(fieldsOf(story, fields.keys()), fields);
    }
    for (const Repost &repost : all.reposts())
        QCOMPARE(repost.originalNativeId, reposts[repost.nativeId].toString(u"not there"_s));
}

void TestFormats::readsInventedRecords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QString>("text");
    QTest::newRow("v2 compliance stream") << R"({"data":{"delete":{"tweet":{"id":"5","author_id":"6"}}}})"_ba
                                          << u"twitter-v2"_s << u"0 0 1 0 0"_s << QString();
    QTest::newRow("v1 deletion") << R"({"delete":{"status":{"id_str":"5"}}})"_ba << u"twitter-v1"_s
                                 << u"0 0 1 0 0"_s << QString();
    QTest::newRow("v1 array on one line")
        << R"([{"id_str":"1","full_text":"one","user":{"id":1}},{"id_str":"2","full_text":"two","user":{"id":1}}])"_ba
        << u"twitter-v1"_s << u"2 0 0 0 0"_s << u"one"_s;
    QTest::newRow("v1 error among tweets") << R"({"id_str":"1","full_text":"one","user":{"id":1}})"
                                              "\n{\"errors\":[{\"code\":88}]}\n"_ba
                                           << u"twitter-v1"_s << u"1 0 0 1 0"_s << u"one"_s;
    QTest::newRow("4CAT lines")
        << R"({"id":"1","text":"one","author_user":{"id":"2","username":"anna"},"attachments":{"media_keys":[{"alt_text":"seen"}]}})"_ba
        << u"twitter-v2"_s << u"1 0 0 0 0"_s << u"one"_s;
    QTest::newRow("Zeeschuimer of others")
        << R"({"nav_index":"1","source_platform":"tiktok.com","data":{"desc":"x"}})"
           "\n"
           R"({"nav_index":"2","source_platform":"x.com","data":{"rest_id":"3","legacy":{"full_text":"short","created_at":"Tue Oct 10 07:57:53 +0000 2023"},"note_tweet":{"note_tweet_results":{"result":{"text":"the long text"}}}}})"_ba
        << u"zeeschuimer"_s << u"1 0 0 1 0"_s << u"the long text"_s;
    QTest::newRow("4CAT's copy of Zeeschuimer")
        << R"({"rest_id":"3","legacy":{"full_text":"one"},"__import_meta":{"source_platform":"twitter.com"}})"_ba
        << u"zeeschuimer"_s << u"1 0 0 0 0"_s << u"one"_s;
    QTest::newRow("Reddit, deleted and removed")
        << R"({"id":"a","subreddit":"s","body":"[deleted]","author":"[deleted]","created_utc":"1474842336"})"
           "\n"
           R"({"id":"b","subreddit":"s","body":"[removed]","author":"x","created_utc":1474842336})"
           "\n"
           R"({"id":"c","subreddit":"s","body":"a &lt; b","author":"[deleted]","created_utc":1474842336})"_ba
        << u"reddit"_s << u"1 0 2 0 0"_s << u"a < b"_s;
    QTest::newRow("Reddit, deleted later")
        << R"({"id":"a","subreddit":"s","title":"t","selftext":"x","_meta":{"was_deleted_later":true}})"_ba
        << u"reddit"_s << u"0 0 1 0 0"_s << QString();
    QTest::newRow("4CAT table") << "id,thread_id,timestamp,link,body,author,is_retweet\n"
                                   "1,1,2022-10-03 17:57:01,https://x.com/anna/status/1,one,anna,no\n"
                                   "2,2,2022-10-03 17:57:01,https://x.com/anna/status/2,RT @bea: two,anna,yes\n"
                                   "1.5E+18,2,2022-10-03 17:57:01,https://x.com/anna/status/2,three,anna,no\n"_ba
                                << u"4cat-csv"_s << u"1 1 0 0 1"_s << u"one"_s;
    QTest::newRow("4CAT table of Bluesky, hidden from search")
        << "id,thread_id,timestamp,created_at,body,author,author_id,labels\n"
           "at://did:plc:a/app.bsky.feed.post/1,x,1700000000,2023-11-14T22:13:20Z,one,anna,did:plc:a,\n"
           "at://did:plc:a/app.bsky.feed.post/2,x,1700000000,2023-11-14T22:13:20Z,two,anna,did:plc:a,!no-unauthenticated\n"_ba
        << u"4cat-csv"_s << u"1 0 0 1 0"_s << u"one"_s;
    QTest::newRow("Zeeschuimer of 2022")
        << R"({"source_platform":"twitter.com","data":{"type":"adaptive","id":3,"legacy":{"id_str":"3","full_text":"one"},"user":{"id_str":"9","screen_name":"anna"}}})"
           "\n"
           R"({"source_platform":"twitter.com","data":{"type":"adaptive","id":4,"legacy":{"id_str":"4","full_text":"RT @bea: tw","retweeted_status_id_str":"2"},"user":{"id_str":"9","screen_name":"anna"}}})"_ba
        << u"zeeschuimer"_s << u"1 1 0 0 0"_s << u"one"_s;
    QTest::newRow("accounts of Twitter")
        << R"([{"id_str":"9","screen_name":"anna","description":"invented","followers_count":1,"status":{"text":"one"}}])"_ba
        << u"twitter-v1"_s << u"0 0 0 1 0"_s << QString();
    QTest::newRow("a page of accounts of Twitter")
        << R"({"users":[{"id_str":"9","screen_name":"anna","description":"invented"}],"next_cursor":0})"_ba
        << u"twitter-v1"_s << u"0 0 0 1 0"_s << QString();
    QTest::newRow("a list of accounts of Twitter")
        << R"({"id_str":"9","description":"invented","subscriber_count":1,"member_count":2,"user":{"id_str":"1"}})"_ba
        << u"twitter-v1"_s << u"0 0 0 1 0"_s << QString();
    QTest::newRow("lists and live conversations of API v2")
        << R"({"data":[{"id":"1","name":"invented"},{"id":"2","state":"live"}],"meta":{"result_count":2}})"_ba
        << u"twitter-v2"_s << u"0 0 0 2 0"_s << QString();
    QTest::newRow("CrowdTangle of Instagram")
        << "Account,User Name,Post Created,Total Interactions,Likes,Comments,URL,Link,Description,Image Text\n"
           "Anna,anna,2021-07-05 18:02:45 CST,\"1,234\",1200,34,https://www.instagram.com/p/AbC/,,one,seen\n"_ba
        << u"crowdtangle"_s << u"1 0 0 0 0"_s << u"one"_s;
    QTest::newRow("Content Library, shared without a word")
        << "id,creation_time,mcl_url,post_owner.name,shared_post_id,text\n"
           "12,2024-05-01T12:34:56+00:00,https://example.org/?id=12,Anna,11,\n13,2024-05-01T12:34:56+00:00,,Anna,11,one\n"_ba
        << u"meta-content-library"_s << u"1 1 0 0 0"_s << u"one"_s;
}

void TestFormats::readsInventedRecords()
{
    QFETCH(QByteArray, bytes);
    auto reader = openReader(bytes, u"invented"_s);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
    QTEST((*reader)->format(), "format");
    const auto all = test::readAll(std::move(reader));
    QCOMPARE(all.error, QString());
    QTEST(all.counts(), "counts");
    QTEST(all.stories().isEmpty() ? QString() : all.stories().constFirst().text, "text");
    for (const Story &story : all.stories()) {
        if (story.postedAtText.contains("CST"_L1))
            QVERIFY(!story.zoneKnown);
    }
}

void TestFormats::oldCapturesOfXHaveTheirAccount()
{
    const auto stories
        = test::readAll(
              openReader(
                  R"({"source_platform":"twitter.com","data":{"type":"adaptive","legacy":{"id_str":"3","full_text":"one"},)"
                  R"("user":{"id_str":"9","screen_name":"anna","name":"Anna"}}})"_ba,
                  u"invented.ndjson"_s))
              .stories();
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.constFirst().author.nativeId, u"9"_s);
    QCOMPARE(stories.constFirst().author.handle, u"anna"_s);
}

void TestFormats::fourCatTellsPostsOfBlueskyByTheirAddresses()
{
    const auto stories
        = test::readAll(openReader("id,thread_id,timestamp,created_at,body,author,author_id,tags,quoted_post,"
                                   "replied_to_post,languages\n"
                                   "at://did:plc:a/app.bsky.feed.post/"
                                   "1,x,1700000000.5,2023-11-14T22:13:20+00:00,one,anna.example,did:plc:a,"
                                   "\"MeToo,other\",https://bsky.app/profile/did:plc:b/post/2,https://bsky.app/"
                                   "profile/bea.example/post/3,N/A\n"
                                   "at://did:plc:a/app.bsky.feed.post/"
                                   "4,x,1700000000.5,2023-11-14T22:13:20+00:00,two,anna.example,did:plc:a,"
                                   ",DELETED,,de\n"_ba,
                                   u"invented.csv"_s))
              .stories();
    QCOMPARE(stories.size(), 2);
    const Story first = stories.constFirst();
    QCOMPARE(first.hashtags, (QStringList{u"MeToo"_s, u"other"_s}));
    QCOMPARE(first.language, QString());
    QCOMPARE(relationOf(first, Relation::Kind::Quote), u"at://did:plc:b/app.bsky.feed.post/2"_s);
    QCOMPARE(first.relations.size(), 2);
    QCOMPARE(first.relations.constFirst().permalink, u"https://bsky.app/profile/bea.example/post/3"_s);
    QCOMPARE(stories.at(1).relations.size(), 1);
}

void TestFormats::fourCatsAnswersAreNamedOnce()
{
    const auto stories
        = test::readAll(openReader("id,thread_id,timestamp,link,body,author,is_retweet,is_reply,replied_to_post\n"
                                   "1,1,2022-10-03 17:57:01,,one,anna,no,yes,https://forum.example/9\n"
                                   "2,2,2022-10-03 17:57:01,,two,anna,no,yes,\n"
                                   "3,3,2022-10-03 17:57:01,,three,anna,no,no,\n"_ba,
                                   u"invented.csv"_s))
              .stories();
    QCOMPARE(stories.size(), 3);
    QCOMPARE(stories.at(0).relations.size(), 1);
    QCOMPARE(stories.at(0).relations.constFirst().permalink, u"https://forum.example/9"_s);
    QCOMPARE(stories.at(1).relations.size(), 1);
    QVERIFY(stories.at(2).relations.isEmpty());
}

void TestFormats::fourCatsPostsOfBlueskyAreThoseOfTheNetwork()
{
    const QByteArray line
        = R"({"author":{"did":"did:plc:a","handle":"a.example","display_name":"A"},"record":{"created_at":)"
          R"("2024-11-01T09:59:59.000Z","text":"see this","facets":[{"features":[{"uri":"https://b.example/"}],"index":)"
          R"({"byte_end":8,"byte_start":4}}],"langs":["en"],"py_type":"app.bsky.feed.post"},)"
          R"("uri":"at://did:plc:a/app.bsky.feed.post/1","4CAT_metadata":{"rank":0}})";
    const Story story = test::readAll(openReader(line, u"invented.ndjson"_s)).stories().value(0);
    QCOMPARE(story.platform, Platform::Bluesky);
    QCOMPARE(story.nativeId, u"at://did:plc:a/app.bsky.feed.post/1"_s);
    QCOMPARE(story.author.name, u"A"_s);
    QCOMPARE(story.text, u"see this (https://b.example/)"_s);
    QCOMPARE(story.postedAt, std::optional<Instant>(1730455199000));
}

void TestFormats::fourCatsOldRepostsHaveNoColon()
{
    const auto reposts
        = test::readAll(openReader("id,thread_id,timestamp,link,body,author,is_retweet\n"
                                   "2,2,2022-10-03 17:57:01,https://x.com/anna/status/2,RT @bea two,anna,yes\n"_ba,
                                   u"invented.csv"_s))
              .reposts();
    QCOMPARE(reposts.size(), 1);
    QVERIFY(reposts.constFirst().original);
    QCOMPARE(reposts.constFirst().original->text, u"two"_s);
}

void TestFormats::takesTheZoneThatCrowdTangleWasSetTo()
{
    const QByteArray table = "Account,User Name,Post Created,Total Interactions,URL,Description\n"
                             "Anna,anna,2021-07-05 18:02:45 CST,3,https://www.instagram.com/p/AbC/,one\n"
                             "Anna,anna,2021-07-05 18:02:45 EDT,3,https://www.instagram.com/p/AbD/,two\n"_ba;
    ColumnMapping zone = parseMapping(u"zone=Asia/Shanghai"_s).value();
    auto reader = openReader(table, u"crowdtangle.csv"_s, {.format = {}, .mapping = zone});
    QVERIFY(reader);
    QCOMPARE((*reader)->format(), u"crowdtangle"_s);
    const auto stories = test::readAll(std::move(reader)).stories();
    QCOMPARE(stories.size(), 2);
    // Two past six in the evening in China is eight hours earlier by UTC; what is certain stays.
    QVERIFY(stories.at(0).zoneKnown);
    QCOMPARE(stories.at(0).postedAt, parseTime(u"2021-07-05T10:02:45Z"_s)->instant);
    QCOMPARE(stories.at(1).postedAt, parseTime(u"2021-07-05T22:02:45Z"_s)->instant);
}

void TestFormats::aPostsOwnAddressIsNoLinkOfIt()
{
    const auto stories
        = test::readAll(openReader("Page Name,Facebook Id,Post Created,Total Interactions,URL,Link,Message\n"
                                   "A,7,2021-07-05 18:02:45 EDT,0,https://a.example/1,https://a.example/1,one\n"
                                   "A,7,2021-07-05 18:02:45 EDT,0,https://a.example/2,https://b.example/,two\n"_ba,
                                   u"invented.csv"_s))
              .stories();
    QCOMPARE(stories.size(), 2);
    QVERIFY(!stories.at(0).attributes.contains({u"Link"_s, u"https://a.example/1"_s, false}));
    QVERIFY(stories.at(1).attributes.contains({u"Link"_s, u"https://b.example/"_s, false}));
}

void TestFormats::takesTheIdOutOfCrowdTanglesAddress_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << "https://www.facebook.com/7/posts/12"_ba << u"7_12"_s;
    QTest::newRow("with a slash behind") << "https://www.facebook.com/7/posts/12/"_ba << u"7_12"_s;
    QTest::newRow("with a question") << "https://www.facebook.com/7/posts/12?comment=/3"_ba << u"7_12"_s;
    QTest::newRow("with a fragment") << "https://www.facebook.com/7/posts/12#/3"_ba << u"7_12"_s;
    QTest::newRow("without https") << "www.facebook.com/7/posts/12"_ba << u"7_12"_s;
    QTest::newRow("without either") << "//www.facebook.com/7/posts/12"_ba << u"7_12"_s;
    QTest::newRow("in percents") << "https://www.facebook.com/7/posts/1%32"_ba << u"7_12"_s;
    QTest::newRow("of a script") << "https://www.facebook.com/permalink.php?story_fbid=12&id=7"_ba << u"7_12"_s;
    QTest::newRow("of a film") << "https://www.facebook.com/watch/?v=12"_ba << u"7_12"_s;
    QTest::newRow("of a script without a number") << "https://www.facebook.com/story.php"_ba << QString();
    QTest::newRow("of the page alone") << "https://www.facebook.com"_ba << QString();
    QTest::newRow("none") << ""_ba << QString();
}

void TestFormats::takesTheIdOutOfCrowdTanglesAddress()
{
    QFETCH(QByteArray, address);
    const QByteArray table
        = "Page Name,Facebook Id,Post Created,Total Interactions,URL,Message\nInvented,7,2021-07-05 18:02:45 EDT,3,"
        + address + ",invented\n";
    const auto all = test::readAll(openReader(table, u"invented.csv"_s));
    QCOMPARE(all.stories().size(), 1);
    QTEST(all.stories().constFirst().nativeId, "id");
}

void TestFormats::takesTheHashtagsOfOlderTwarcTables()
{
    const auto all = test::readAll(openReader("id,text,author_id,author.username,public_metrics.like_count,"
                                              "entities.hashtags\n"
                                              "920000000000000001,invented,7,anna,0,"
                                              "\"[{\"\"start\"\": 0, \"\"tag\"\": \"\"MeToo\"\"}]\"\n"
                                              "920000000000000002,invented,7,anna,0,\"[\"\"#MeToo\"\"]\"\n"_ba,
                                              u"twarc.csv"_s));
    QCOMPARE(all.stories().size(), 2);
    for (const Story &story : all.stories())
        QCOMPARE(story.hashtags, QStringList{u"MeToo"_s});
}

void TestFormats::takesWhatAPageOfXShowsAsQuotedForTheQuote()
{
    const auto all = test::readAll(openReader(
        R"({"source_platform":"x.com","data":{"rest_id":"3","legacy":{"full_text":"invented","is_quote_status":true},)"
        R"("quoted_status_result":{"result":{"tweet":{"rest_id":"2","legacy":{"full_text":"what is quoted"},)"
        R"("core":{"user_results":{"result":{"rest_id":"9","core":{"screen_name":"bea"}}}}}}}}})"_ba,
        u"invented"_s));
    QCOMPARE(all.stories().size(), 1);
    const QVector<Relation> relations = all.stories().constFirst().relations;
    QCOMPARE(relations.size(), 1);
    QCOMPARE(relations.constFirst().nativeId, u"2"_s);
    QCOMPARE(relations.constFirst().text, u"what is quoted"_s);
    QCOMPARE(relations.constFirst().permalink, u"https://twitter.com/bea/status/2"_s);
}

/// Programs that hold columns with gaps as floating numbers write them so.
void TestFormats::whatATableCallsByShortenedNumbersIsNamedByNothing()
{
    const auto twarc = test::readAll(
        openReader("id,text,author_id,author.username,public_metrics.like_count,referenced_tweets.retweeted.id,"
                   "referenced_tweets.quoted.id,referenced_tweets.replied_to.id\n"
                   "920000000000000001,one,1.58e+18,anna,0,1.58968e+18,,\n"
                   "920000000000000002,two,12.0,anna,0,,1.58968e+18,34.0\n"_ba,
                   u"twarc.csv"_s));
    QCOMPARE(twarc.counts(), u"1 1 0 0 0"_s);
    const Repost repost = twarc.reposts().constFirst();
    QCOMPARE(repost.originalNativeId, QString());
    QCOMPARE(repost.original->nativeId, QString());
    QCOMPARE(repost.original->permalink, QString());
    QCOMPARE(repost.author.nativeId, QString());
    const Story story = twarc.stories().constFirst();
    QCOMPARE(story.author.nativeId, u"12"_s);
    QCOMPARE(story.relations.size(), 1);
    QCOMPARE(story.relations.constFirst().nativeId, u"34"_s);

    const auto library = test::readAll(openReader("id,creation_time,mcl_url,post_owner.name,shared_post_id,text\n"
                                                  "12,2024-05-01T12:34:56+00:00,,Anna,11.0,\n"
                                                  "13,2024-05-01T12:34:56+00:00,,Anna,1.02E+15,\n"_ba,
                                                  u"library.csv"_s))
                             .reposts();
    const auto quoting = test::readAll(openReader("id,creation_time,mcl_url,post_owner.name,shared_post_id,text\n"
                                                  "14,2024-05-01T12:34:56+00:00,,Anna,1.02E+15,invented\n"_ba,
                                                  u"library.csv"_s))
                             .stories();
    QVERIFY(quoting.constFirst().relations.isEmpty());
    QCOMPARE(library.size(), 2);
    QCOMPARE(library.at(0).originalNativeId, u"11"_s);
    QCOMPARE(library.at(1).originalNativeId, QString());

    const auto posts
        = test::readAll(
              openReader("Page Name,Facebook Id,Post Created,Total Interactions,URL,Message\n"
                         "A,1.00012E+14,2021-07-05 18:02:45 EDT,0,https://www.facebook.com/7/posts/12,one\n"
                         "A,7.0,2021-07-05 18:02:45 EDT,0,https://www.facebook.com/7/posts/13,two\n"_ba,
                         u"crowdtangle.csv"_s))
              .stories();
    QCOMPARE(posts.at(0).nativeId, u"12"_s);
    QCOMPARE(posts.at(0).author.nativeId, QString());
    QCOMPARE(posts.at(1).nativeId, u"7_13"_s);
}

void TestFormats::followsACommentTree()
{
    const auto all = test::readAll(openReader(
        R"([{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p","title":"Post","subreddit":"s"}}]}},
            {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","body":"First","subreddit":"s",
             "parent_id":"t3_p","link_id":"t3_p","replies":{"kind":"Listing","data":{"children":[
             {"kind":"t1","data":{"id":"b","body":"Answer","subreddit":"s","parent_id":"t1_a","link_id":"t3_p","replies":""}},
             {"kind":"more","data":{"count":3}}]}}}}]}}])"_ba,
        u"tree.json"_s));
    QCOMPARE(all.counts(), u"3 0 0 1 0"_s);
    const auto stories = all.stories();
    QCOMPARE(stories.at(1).nativeId, u"t1_a"_s);
    QCOMPARE(stories.at(2).relations, (QVector<Relation>{{Relation::Kind::Reply, u"t1_a"_s, {}, {}}}));
    QCOMPARE(stories.at(2).permalink, u"https://www.reddit.com/r/s/comments/p/_/b/"_s);
}

void TestFormats::keepsTheRestOfADamagedList()
{
    const auto element = [](int id) {
        return R"(  {"id_str": "%", "full_text": "invented",
    "user": {"id_str": "9"}})"_ba.replace('%', QByteArray::number(id));
    };
    const QByteArray damaged = element(2).replace(R"("invented")", R"("invented)");
    const QByteArray list = "[\n" + element(1) + ",\n" + damaged + ",\n" + element(3) + ",\n" + element(4).left(30);
    const auto all = test::readAll(openReader(list, u"damaged.json"_s));
    QCOMPARE(all.counts(), u"2 0 0 0 2"_s);
    QCOMPARE(all.stories().constLast().nativeId, u"3"_s);
}

void TestFormats::saysHowManyTextsAreCut()
{
    const auto all = test::readAll(
        openReader(R"({"id_str":"1","text":"An invented beginning\u2026","truncated":true,"user":{"id":1}})"_ba,
                   u"cut.jsonl"_s));
    QVERIFY(all.stories().constFirst().textCut);
    QVERIFY2(all.notes.join(u' ').contains("only the beginning"_L1), qPrintable(all.notes.join(u' ')));
}

void TestFormats::asksBeforeItTakesMuchMemory()
{
    const QString dump = test::sharedFile(u"samples/reddit/dump-shape/RC_sample_a.zst"_s);
    if (dump.isEmpty())
        QSKIP("the shared samples are not here");
    QCOMPARE(memoryNeeded(dump).value_or(0), qint64(1) << 31);
    const auto refused = test::readAll(openReader(dump));
    QVERIFY2(refused.error.contains("2 GiB"_L1) && refused.error.contains("--large-window"_L1),
             qPrintable(refused.error));
    const auto allowed = test::readAll(openReader(dump, {.format = {}, .window = ZstdWindow::Large}));
    QCOMPARE(allowed.counts(), u"11 0 0 0 0"_s);
    QTemporaryDir folder;
    QVERIFY(QFile::copy(dump, folder.filePath(u"RC.zst"_s)));
    QCOMPARE(test::readAll(openReader(folder.path(), {.format = {}, .window = ZstdWindow::Large})).counts(),
             u"11 0 0 0 0"_s);
}

void TestFormats::namesWhatItKnowsAndDoesNotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("a list of one text") << "[\"invented\"]\n"_ba << u"bare texts"_s;
    QTest::newRow("a list of a long text") << "[\"" + QByteArray(2000, 'x') + "\",\n\"b\"]" << u"bare texts"_s;
    QTest::newRow("Gnip") << R"({"verb":"post","actor":{},"objectType":"activity"})"_ba << u"Gnip"_s;
    QTest::newRow("Weibo") << R"({"mblogid":"x","text":"y"})"_ba << u"Weibo"_s;
    QTest::newRow("Weibo's API")
        << R"({"mid":"1","id":1,"idstr":"1","text":"y","user":{"id":9,"screen_name":"a"},"attitudes_count":1})"_ba
        << u"Weibo"_s;
    QTest::newRow("an answer of Weibo's API")
        << R"({"statuses":[{"mid":"1","text":"y","retweeted_status":{"mid":"2"},"attitudes_count":1}]})"_ba
        << u"Weibo"_s;
    QTest::newRow("HAR") << R"({"log":{"version":"1.2","creator":{"name":"x"},"entries":[{"request":{}}]}})"_ba
                         << u"HAR"_s;
    QTest::newRow("WARC") << "WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"_ba << u"WARC"_s;
    QTest::newRow("an answer with its headers")
        << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{\"text\":\"y\"}]"_ba << u"HTTP"_s;
    QTest::newRow("a list of texts") << R"(["invented, too","more"])"_ba << u"bare texts"_s;
    QTest::newRow("a list of numbers") << "[ 1.5, 2 ]"_ba << u"bare texts"_s;
    QTest::newRow("a list of ids") << "[\n\"920000000000000001\",\n\"920000000000000002\"\n]"_ba << u"bare ids"_s;
    QTest::newRow("TikTok") << R"({"desc":"x","createTime":1,"author":{"uniqueId":"a"}})"_ba << u"TikTok"_s;
}

void TestFormats::namesWhatItKnowsAndDoesNotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const auto all = test::readAll(openReader(bytes, u"invented.json"_s));
    QVERIFY2(all.error.contains(name) && all.error.contains("invented.json"_L1), qPrintable(all.error));
}

void TestFormats::whatOnlyBeginsLikeAListIsNotCalledOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a chat") << "[15.10.17, 12:03:11] Anna: hi\n[15.10.17, 12:04:02] Ben: hello\n"_ba;
    QTest::newRow("a chat with slashes") << "[15/10/2017, 12:03] Anna: hi\n"_ba;
    QTest::newRow("a log") << "[2017-10-15, 12:03] started\n"_ba;
    QTest::newRow("a footnote") << "[1] This is invented, all of it.\n"_ba;
}

void TestFormats::whatOnlyBeginsLikeAListIsNotCalledOne()
{
    QFETCH(QByteArray, bytes);
    const auto all = test::readAll(openReader(bytes, u"invented.txt"_s));
    QVERIFY2(!all.error.contains("bare"_L1), qPrintable(all.error));
}

void TestFormats::privateContentIsNeverRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("what");
    const QString messages = u"direct messages"_s;
    QTest::newRow("Facebook and Instagram")
        << R"({"participants":[{"name":"a"}],"messages":[{"sender_name":"a","timestamp_ms":1,"content":"invented"}]})"_ba
        << messages;
    QTest::newRow("Twitter's events")
        << R"({"events":[{"type":"message_create","id":"1","message_create":{"message_data":{"text":"invented"}}}]})"_ba
        << messages;
    QTest::newRow("one event of Twitter's")
        << R"({"event":{"type":"message_create","id":"1","message_create":{"message_data":{"text":"invented"}}}})"_ba
        << messages;
    QTest::newRow("to Reddit's moderators")
        << R"({"conversation":{"isInternal":false,"subject":"x"},"messages":{"a1":{"body":"invented"}},"modActions":{}})"_ba
        << messages;
    QTest::newRow("all to Reddit's moderators")
        << R"({"conversations":{"a1":{"subject":"x","isInternal":false}},"messages":{"b1":{"body":"invented"}}})"_ba
        << messages;
    QTest::newRow("to Reddit's moderators, somebody muted")
        << R"({"conversations":{"isInternal":false},"messages":{"b1":{"body":"invented"}},"modActions":{}})"_ba
        << messages;
    QTest::newRow("Twitter's older ones")
        << R"([{"id_str":"1","text":"invented","sender_screen_name":"a","recipient_screen_name":"b"}])"_ba
        << messages;
    QTest::newRow("Twitter API v2")
        << R"({"data":[{"id":"1","text":"invented","dm_conversation_id":"1-2"}],"meta":{"result_count":1}})"_ba
        << messages;
    QTest::newRow("X's archive")
        << R"(window.YTD.direct_messages.part0 = [{"dmConversation":{"messages":[{"messageCreate":{"text":"x"}}]}}])"_ba
        << messages;
    QTest::newRow("X's archive, of groups")
        << R"(window.YTD.direct_messages_group.part0 = [{"dmConversation":{"messages":[]}}])"_ba << messages;
    QTest::newRow("likes in X's archive")
        << R"(window.YTD.like.part0 = [{"like":{"tweetId":"1","fullText":"invented"}}])"_ba << u"likes"_s;
    QTest::newRow("Mastodon")
        << R"([{"id":"1","accounts":[],"last_status":{"visibility":"direct","content":"invented"}}])"_ba
        << messages;
    QTest::newRow("Mastodon's drafts")
        << R"([{"id":"1","scheduled_at":"2030-01-01","params":{"text":"invented"}}])"_ba << u"drafts"_s;
    QTest::newRow("Bluesky") << R"({"messages":[{"id":"1","text":"invented","sender":{},"sentAt":"2024"}]})"_ba
                             << messages;
    QTest::newRow("Reddit") << "id,permalink,thread_id,date,ip,from,to,subject,body\n1,x,1,x,x,a,b,c,invented\n"_ba
                            << messages;
    QTest::newRow("a chosen circle in X's archive")
        << R"(window.YTD.twitter_circle_tweet.part0 = [{"tweet":{"id":"1","full_text":"invented"}}])"_ba
        << u"chosen circle"_s;
    QTest::newRow("older Facebook groups")
        << R"({"group_posts":{"activity_log_data":[{"timestamp":1,"data":[{"post":"invented"}]}]}})"_ba
        << u"group posts"_s;
    QTest::newRow("older Facebook comments")
        << R"({"comments":[{"timestamp":1,"data":[{"comment":{"comment":"invented"}}]}]})"_ba << u"comments"_s;
    QTest::newRow("Facebook comments alone")
        << R"([{"timestamp":1,"data":[{"comment":{"comment":"invented"}}],"title":"x"}])"_ba << u"comments"_s;
    QTest::newRow("Facebook messages alone")
        << R"([{"sender_name":"a","timestamp_ms":1,"content":"invented"}])"_ba << messages;
    QTest::newRow("likes without the name of the part")
        << R"([{"like":{"tweetId":"1","fullText":"invented"}}])"_ba << u"likes"_s;
    QTest::newRow("Facebook searches")
        << R"({"searches_v2":[{"timestamp":1,"attachments":[{"data":[{"text":"invented"}]}],"title":"x"}]})"_ba
        << u"searches"_s;
    QTest::newRow("a chat of Discord")
        << R"({"guild":{"id":"0","name":"x"},"channel":{"id":"1"},"messages":[{"id":"2","timestamp":"2020-01-01T00:00:00Z","content":"invented"}]})"_ba
        << u"chat"_s;
    QTest::newRow("a chat of Slack")
        << R"([{"client_msg_id":"a","type":"message","text":"invented","user":"U1","ts":"1500000000.000100"}])"_ba
        << u"chat"_s;
    QTest::newRow("a chat of Slack that a bot opens")
        << R"([{"type":"message","bot_id":"B1","team":"T1","text":"invented","user":"U1","ts":"1500000000.000100"}])"_ba
        << u"chat"_s;
    QTest::newRow("a chat of Google")
        << R"({"messages":[{"creator":{"name":"a","email":"a@b.example"},"created_date":"x","text":"invented","topic_id":"1"}]})"_ba
        << u"chat"_s;
    QTest::newRow("Reddit's drafts")
        << "id,title,body,kind,created,send_replies,subreddit,is_public_link\n1,x,invented,markdown,x,True,a,False\n"_ba
        << u"drafts"_s;
    QTest::newRow("comments in Facebook groups")
        << R"({"group_comments_v2":[{"timestamp":1,"data":[{"comment":{"comment":"invented"}}]}]})"_ba
        << u"comments"_s;
    QTest::newRow("comments in Facebook groups, older")
        << R"({"group_comments":[{"timestamp":1,"data":[{"comment":{"comment":"invented"}}]}]})"_ba
        << u"comments"_s;
    QTest::newRow("Facebook groups") << R"({"group_posts_v2":[{"timestamp":1}]})"_ba << u"group posts"_s;
}

void TestFormats::privateContentIsNeverRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, what);
    for (const auto &format : {QString(), u"json"_s, u"csv"_s, u"x-archive"_s, u"twitter-v1"_s}) {
        const auto all = test::readAll(openReader(bytes, u"invented.json"_s, {.format = format}));
        QVERIFY2(all.error.contains(what) && all.error.contains("never imported"_L1), qPrintable(all.error));
        QVERIFY(all.records.isEmpty());
    }
}

void TestFormats::aMessageAmongPostsIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("post");
    const QByteArray v1 = R"({"id_str":"2","text":"a post","user":{"screen_name":"a","id_str":"9"}})";
    QTest::newRow("a stream of v1.1") << R"({"direct_message":{"id_str":"1","text":"invented"}})"_ba << v1;
    QTest::newRow("v1.1")
        << R"({"id_str":"1","text":"invented","recipient_screen_name":"b","sender_screen_name":"a"})"_ba << v1;
    QTest::newRow("Reddit's inbox")
        << R"({"name":"t4_1","id":"1","subject":"x","subreddit":null,"body":"invented","dest":"b"})"_ba
        << R"({"name":"t1_2","id":"2","subreddit":"s","body":"a post","dest":"b","was_comment":true})"_ba;
    QTest::newRow("v2") << R"({"id":"1","text":"invented","dm_conversation_id":"1-2"})"_ba
                        << R"({"id":"2","text":"a post","author_id":"9"})"_ba;
}

void TestFormats::aMessageAmongPostsIsPassedOver()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, post);
    for (const QByteArray &bytes : {post + '\n' + message + '\n', '[' + post + ',' + message + ']'}) {
        const auto all = test::readAll(openReader(bytes, u"invented.json"_s));
        QCOMPARE(all.counts(), u"1 0 0 1 0"_s);
        QCOMPARE(all.stories().constFirst().text, u"a post"_s);
    }
}

void TestFormats::whatSaysThatItIsForFewIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("format");
    const QString json = u"json"_s;
    QTest::newRow("Mastodon, for followers")
        << R"({"id":"2","created_at":"2026-01-01T00:00:00Z","visibility":"private","text":"invented"})"_ba << json;
    QTest::newRow("Mastodon's notifications")
        << R"({"id":"2","type":"mention","text":"x","status":{"visibility":"direct","content":"invented"}})"_ba
        << json;
    QTest::newRow("ActivityPub, for followers")
        << R"({"id":"2","type":"Note","to":["https://a.example/followers"],"text":"invented"})"_ba << json;
    const QByteArray tweet = R"({"id_str":"2","text":"invented","user":{"id_str":"9","protected":true}})";
    QTest::newRow("a protected account, v1.1") << tweet << u"twitter-v1"_s;
    QTest::newRow("a protected account, v1.1, as JSON") << tweet << json;
    QTest::newRow("what a protected account passed on")
        << R"({"id_str":"2","text":"RT","user":{"id_str":"9","protected":true},"retweeted_status":)"
           R"({"id_str":"3","text":"x","user":{"id_str":"8"}}})"_ba
        << u"twitter-v1"_s;
    QTest::newRow("a protected account, v2, flattened")
        << R"({"id":"2","text":"invented","author_id":"9","author":{"id":"9","protected":true}})"_ba
        << u"twitter-v2"_s;
    QTest::newRow("a protected account, a page of v2")
        << R"({"data":[{"id":"2","text":"invented","author_id":"9"}],"includes":{"users":[{"id":"9","protected":true}]}})"_ba
        << u"twitter-v2"_s;
    QTest::newRow("a private subreddit") << R"({"id":"2","subreddit_type":"private","text":"invented"})"_ba << json;
}

void TestFormats::whatSaysThatItIsForFewIsLeftOut()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, format);
    const QByteArray open
        = R"({"id":"1","id_str":"1","created_at":"2026-01-01T00:00:00Z","text":"a post","user":{"id_str":"7"}})";
    const auto all = test::readAll(openReader(record + '\n' + open + '\n', u"invented.json"_s, {.format = format}));
    QCOMPARE(all.stories().size(), 1);
    QCOMPARE(all.stories().constFirst().text, u"a post"_s);
    for (const auto &each : all.records)
        QVERIFY(!std::holds_alternative<Rejected>(each.content));
}

void TestFormats::aQuoteForFewIsNotKept()
{
    const QByteArray status
        = R"({"id":"1","uri":"https://a.example/1","content":"<p>a post</p>","visibility":"public",)"
          R"("created_at":"2026-01-01T00:00:00Z","account":{"acct":"a"},"quote":{"state":"accepted",)"
          R"("quoted_status":{"uri":"https://a.example/2","content":"secret","visibility":"private"}}})";
    const auto all = test::readAll(openReader(status, u"invented.json"_s, {.format = u"mastodon"_s}));
    QCOMPARE(all.stories().size(), 1);
    QVERIFY(all.stories().constFirst().relations.isEmpty());
}

void TestFormats::whatIsForMembersOnlyIsNotQuoted()
{
    const QByteArray post
        = R"({"uri":"at://did:plc:a/app.bsky.feed.post/1","author":{"did":"did:plc:a"},"record":{"$type":)"
          R"("app.bsky.feed.post","text":"a post","createdAt":"2026-01-01T00:00:00Z"},"embed":{"$type":)"
          R"("app.bsky.embed.record#view","record":{"uri":"at://did:plc:b/app.bsky.feed.post/2","author":{"did":)"
          R"("did:plc:b","labels":[{"val":"!no-unauthenticated"}]},"value":{"text":"secret"}}}})";
    const auto stories = test::readAll(openReader(post, u"invented.json"_s)).stories();
    QCOMPARE(stories.size(), 1);
    QCOMPARE(relationOf(stories.constFirst(), Relation::Kind::Quote), u"at://did:plc:b/app.bsky.feed.post/2"_s);
    QCOMPARE(stories.constFirst().relations.constFirst().text, QString());
}

void TestFormats::whatAProtectedAccountWroteIsNotQuoted()
{
    const QByteArray v1 = R"({"id_str":"1","text":"a post","user":{"id_str":"9"},"quoted_status":{"id_str":"2",)"
                          R"("text":"secret","user":{"id_str":"8","protected":true}}})";
    const QByteArray v2
        = R"({"data":[{"id":"1","text":"a post","author_id":"9","referenced_tweets":[{"type":"quoted",)"
          R"("id":"2"}]}],"includes":{"tweets":[{"id":"2","text":"secret","author_id":"8"}],"users":[)"
          R"({"id":"8","protected":true}]}})";
    for (const QByteArray &bytes : {v1, v2}) {
        const auto all = test::readAll(openReader(bytes, u"invented.json"_s));
        QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
        QCOMPARE(relationOf(all.stories().constFirst(), Relation::Kind::Quote), u"2"_s);
        QCOMPARE(all.stories().constFirst().relations.constFirst().text, QString());
    }
}

void TestFormats::aProtectedAccountOfXsPagesIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("counts");
    QTest::newRow("open") << R"("legacy":{"screen_name":"a"})"_ba << u"1 0 0 0 0"_s;
    QTest::newRow("older pages") << R"("legacy":{"screen_name":"a","protected":true})"_ba << u"0 0 0 1 0"_s;
    QTest::newRow("newer pages") << R"("core":{"screen_name":"a"},"privacy":{"protected":true})"_ba
                                 << u"0 0 0 1 0"_s;
}

void TestFormats::aProtectedAccountOfXsPagesIsLeftOut()
{
    QFETCH(QByteArray, user);
    const QByteArray line
        = R"({"source_platform":"twitter.com","data":{"rest_id":"1","legacy":{"full_text":"invented","id_str":"1"},)"
          R"("core":{"user_results":{"result":{"rest_id":"9",)"
        + user + "}}}}}\n";
    QTEST(test::readAll(openReader(line, u"invented.ndjson"_s)).counts(), "counts");
}

void TestFormats::rowsForFewAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("counts");
    QTest::newRow("visibility")
        << "text,visibility\na,public\nb,private\nc,unlisted\nd,followers\ne,direct\nf,\n"_ba << u"3 0 0 3 0"_s;
    QTest::newRow("as people write it")
        << "text,Visibility\na,Followers-only\nb,Public\nc,Only me\n"_ba << u"1 0 0 2 0"_s;
    QTest::newRow("Facebook's privacy")
        << "text,post.privacy\na,EVERYONE\nb,ALL_FRIENDS\nc,SELF\n"_ba << u"1 0 0 2 0"_s;
    QTest::newRow("protected") << "text,user_protected\na,False\nb,True\n"_ba << u"1 0 0 1 0"_s;
    QTest::newRow("a theme of that name") << "text,private,scope\na,1,limited\nb,0,custom\n"_ba << u"2 0 0 0 0"_s;
    QTest::newRow("JSON") << R"([{"text":"a","visibility":"public"},{"text":"b","visibility":"private"}])"_ba
                          << u"1 0 0 1 0"_s;
    QTest::newRow("other languages")
        << "text,Sichtbarkeit\na,öffentlich\nb,privat\nc,Nur Freunde\nd,Nicht gelistet\n"_ba << u"2 0 0 2 0"_s;
    QTest::newRow("accents apart") << "text,visibilidad\na,pu\u0301blico\nb,solo yo\n"_ba << u"1 0 0 1 0"_s;
    QTest::newRow("words that nobody foresaw") << "text,audience\na,Your friends\nb,CLOSE_FRIENDS\nc,"
                                                  "\"Friends, except\"\nd,connections\ne,Public\nf,\n"_ba
                                               << u"2 0 0 4 0"_s;
    QTest::newRow("a number") << "text,visibility\na,7.5\nb,0\n"_ba << u"2 0 0 0 0"_s;
    QTest::newRow("of what is quoted")
        << R"([{"text":"a","visibility":"public","quoted":{"visibility":"private"}}])"_ba << u"1 0 0 0 0"_s;
    QTest::newRow("a target group") << "text,audience\na,teachers\nb,women at work\nc,Privé\nd,Nur Freunde\ne,\n"_ba
                                    << u"3 0 0 2 0"_s;
    QTest::newRow("circles in words") << "text,audience\na,Mentioned people only\nb,Mitglieder\nc,Nur ich\n"
                                         "d,Members of the group\ne,Me Too participants\n"_ba
                                      << u"1 0 0 4 0"_s;
    QTest::newRow("nothing is said") << "text,visibility\na,NA\nb,None\nc,private\n"_ba << u"2 0 0 1 0"_s;
    QTest::newRow("whom it is meant for") << "text,target_audience\na,members\n"_ba << u"1 0 0 0 0"_s;
    QTest::newRow("twarc")
        << "id,text,author.username,public_metrics.like_count,author.protected\n1,a,x,0,False\n2,b,y,0,True\n"_ba
        << u"1 0 0 1 0"_s;
}

void TestFormats::rowsForFewAreLeftOut()
{
    QFETCH(QByteArray, table);
    QTEST(test::readAll(openReader(table, u"invented"_s)).counts(), "counts");
}

void TestFormats::oneFileOfAnArchiveMayBeNamedAsTheArchive()
{
    const QByteArray outbox
        = R"({"type":"OrderedCollection","orderedItems":[{"type":"Create","actor":"https://a.example/u/anna","object":)"
          R"({"type":"Note","id":"https://a.example/1","to":"as:Public","content":"invented"}}]})";
    const auto all = test::readAll(openReader(outbox, u"outbox.json"_s, {.format = u"mastodon-archive"_s}));
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
}

void TestFormats::whatDecidesMayComeLate()
{
    QByteArray page = R"({"includes":{"users":[)";
    for (int number = 0; number < 2000; ++number)
        page += R"({"id":")" + QByteArray::number(number)
            + R"(","username":"invented","description":"nobody at all"},)";
    page.chop(1);
    page += R"(]},"data":[{"id":"1","text":"a post","author_id":"7","created_at":"2026-01-01T00:00:00Z"}]})";
    const auto all = test::readAll(openReader(page, u"invented.json"_s));
    QCOMPARE(all.stories().size(), 1);
    QCOMPARE(all.stories().constFirst().platform, Platform::Twitter);
    QCOMPARE(all.stories().constFirst().author.handle, u"invented"_s);
}

void TestFormats::aKnownTableIsFoundBelowATitle()
{
    QFile file(test::sourceRoot() + u"/tests/data/posts/crowdtangle.csv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray table = file.readAll();
    for (const char *above : {"", "\n", "Invented posts\n", "Invented posts\n\n"})
        QCOMPARE(detectFormat(above + table, u"invented.csv"_s).value(), u"crowdtangle"_s);
}

QTEST_APPLESS_MAIN(TestFormats)
#include "tst_formats.moc"
