#include "source/JsonMending.h"
#include "source/Reader.h"
#include "support/ReadAll.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// How JSON lies in files: what stands between its values and around them. All texts are invented.
class tst_jsonforms final : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreTakenApart_data();
    void valuesAreTakenApart();
    void badPartsOfALineAreSetAside();
    void aBrokenLineOfManyRecordsCostsNoOther();
    void recordsTellTheirLine_data();
    void recordsTellTheirLine();
    void objectsKeyedByIdAreLists_data();
    void objectsKeyedByIdAreLists();
    void anEnvelopeGivesWhatIsWholeInIt_data();
    void anEnvelopeGivesWhatIsWholeInIt();
    void oneLongLineIsADocument();
    void anIdThatLostDigitsNamesNothing();
    void anIdThatLostDigitsNamesNothingInV2Either();
    void aQuoteMayBeNamedByItsNumber();
    void whatStandsUnderAnIdHasIt_data();
    void whatStandsUnderAnIdHasIt();
    void aDamagedValueUnderAnIdCostsNoOther();
    void rowsKeyedByNumberAreATable();
    void wrappingsAreOpened_data();
    void wrappingsAreOpened();
    void onlyCommasBeforeBracketsAreForgiven_data();
    void onlyCommasBeforeBracketsAreForgiven();
    void onlyNumbersThatNothingHoldsBecomeTexts_data();
    void onlyNumbersThatNothingHoldsBecomeTexts();
    void aNumberThatNothingHoldsCostsNoRecord();
    void severalFaultsCostNoRecord_data();
    void severalFaultsCostNoRecord();
    void longTextsBringTheirHashtags_data();
    void longTextsBringTheirHashtags();
};

namespace {

QByteArray tweet(int id)
{
    return R"({"id_str":"#","full_text":"invented #","user":{"id_str":"9"}})"_ba.replace('#',
                                                                                         QByteArray::number(id));
}

test::Everything readBytes(const QByteArray &bytes)
{
    return test::readAll(openReader(bytes, u"invented.json"_s));
}

} // namespace

void tst_jsonforms::valuesAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray one = tweet(1);
    const QByteArray two = tweet(2);
    const QByteArray three = tweet(3);
    QTest::newRow("two on the first line") << one + ' ' + two + '\n' + three + '\n';
    QTest::newRow("two on a later line") << one + '\n' + two + three + '\n';
    QTest::newRow("all on one line") << one + two + three;
    QTest::newRow("a comma behind each line") << one + ",\n" + two + ",\n" + three + ",\n";
    QTest::newRow("lines of old Macs") << one + '\r' + two + '\r' + three + '\r';
    QTest::newRow("a text sequence") << '\x1e' + one + "\n\x1e" + two + "\n\x1e" + three + '\n';
    QTest::newRow("a text sequence without line ends") << '\x1e' + one + '\x1e' + two + '\x1e' + three;
    QTest::newRow("a text sequence over several lines")
        << '\x1e' + QByteArray(one).replace(",", ",\n ") + "\n\x1e" + two + "\n\x1e" + three + '\n';
    QTest::newRow("a list with a comma too many") << "[\n" + one + ",\n" + two + ",\n" + three + ",\n]";
}

void tst_jsonforms::valuesAreTakenApart()
{
    QFETCH(QByteArray, bytes);
    const test::Everything all = readBytes(bytes);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"3 0 0 0 0"_s);
    for (int id = 1; id <= 3; ++id) {
        QCOMPARE(all.stories().at(id - 1).nativeId, QString::number(id));
        QCOMPARE(all.records.at(id - 1).raw.simplified().replace(", ", ","), tweet(id));
    }
}

void tst_jsonforms::badPartsOfALineAreSetAside()
{
    const test::Everything all
        = readBytes(tweet(1) + '\n' + tweet(2) + "{broken}" + tweet(3) + '\n' + tweet(4) + '\n');
    QCOMPARE(all.counts(), u"4 0 0 0 1"_s);
    QCOMPARE(all.records.at(2).raw, "{broken}"_ba);
    QCOMPARE(all.records.at(1).number, 2);
}

/// However long the lines are, each is read by itself.
void tst_jsonforms::aBrokenLineOfManyRecordsCostsNoOther()
{
    const auto page = [](int number) {
        QByteArray tweets;
        for (int id = number * 1000; id < number * 1000 + 800; ++id) {
            tweets += R"({"id":")" + QByteArray::number(id) + R"(","author_id":"9","text":"an \"invented\" text",)"
                + R"("context":"what nobody reads and makes the line long"},)";
        }
        tweets.chop(1);
        return R"({"data":[)" + tweets + R"(],"meta":{"result_count":800}})";
    };
    QByteArray pages;
    for (int number = 1; number <= 6; ++number)
        pages += (number == 3 ? page(3).left(page(3).indexOf("invented", 50'000)) : page(number)) + '\n';
    QVERIFY(pages.indexOf('\n') > 64 * 1024);
    QCOMPARE(readBytes(pages).counts(), u"4000 0 0 0 1"_s);
}

void tst_jsonforms::recordsTellTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QVector<qint64>>("lines");
    const QByteArray one = tweet(1);
    const QByteArray two = tweet(2);
    QTest::newRow("a line each") << one + "\n\n" + two + "\n{broken\n" << QVector<qint64>{1, 3, 4};
    QTest::newRow("several on a line") << one + two + "{broken}\n" + two + '\n' << QVector<qint64>{1, 1, 1, 2};
    QTest::newRow("a list") << "[\n" + one + ",\n\n" + two + ", {broken},\n{\"a\":\n1}\n]"
                            << QVector<qint64>{2, 4, 4, 5};
    QTest::newRow("a list of long values")
        << "[" + QByteArray(one).replace(",", ",\n ") + ",\n" + QByteArray(two).replace(",", ",\n ") + "]"
        << QVector<qint64>{1, 4};
    QTest::newRow("under ids") << "{\n\"1\": " + one + ",\n\"2\":\n" + two + "\n}" << QVector<qint64>{2, 4};
    QTest::newRow("damaged in a list") << "[\n" + one + ",\n{\"id_str\": \"2\n,\n" + two + "\n]"
                                       << QVector<qint64>{2, 3, 5};
    QTest::newRow("an answer on one line") << one + "\n{\"statuses\":[" + one + ',' + two + "]}\n"
                                           << QVector<qint64>{1, 2, 2};
    QTest::newRow("an answer over several lines") << "{\n\"statuses\":[\n" + one + ",\n" + two + "]}\n"
                                                  << QVector<qint64>{0, 0};
    const QByteArray page = R"({"data":[{"id":"1","text":"invented"},{"id":"2"}],"meta":{}})";
    QTest::newRow("pages of API v2") << page + '\n' + page + '\n' << QVector<qint64>{1, 1, 2, 2};
    QTest::newRow("rows of a table") << R"([{"text":"invented","when":"2017"},)"_ba + "\n\n"
            + R"({"text":"more","when":"2018"}])"
                                     << QVector<qint64>{1, 3};
}

void tst_jsonforms::recordsTellTheirLine()
{
    QFETCH(QByteArray, bytes);
    const test::Everything all = readBytes(bytes);
    QVector<qint64> lines;
    for (const Record &record : all.records)
        lines << record.line;
    QTEST(lines, "lines");
}

void tst_jsonforms::objectsKeyedByIdAreLists_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray one = tweet(1);
    const QByteArray two = tweet(2);
    const QByteArray three = tweet(3);
    QTest::newRow("on one line") << R"({"1":)" + one + R"(,"2":)" + two + R"(,"3":)" + three + '}';
    QTest::newRow("a member a line") << "{\n  \"1\": " + one + ",\n  \"2\" : " + two + ",\n  \"3\": " + three
            + "\n}\n";
    QTest::newRow("over several lines") << QByteArray("{\"1\":" + one + ",\"2\":" + two + ",\"3\":" + three + '}')
                                               .replace(",", ",\n ")
                                               .replace("{", "{\n ");
    QTest::newRow("an object a line") << R"({"1":)" + one + "}\n" + R"({"2":)" + two + R"(,"3":)" + three + "}\n";
    QTest::newRow("by address") << R"({"https://example.org/1":)" + one + R"(,"x":)" + two + R"(,"y":)" + three
            + '}';
    QTest::newRow("behind a mark") << "\xEF\xBB\xBF{\"1\":" + one + ",\"2\":" + two + ",\"3\":" + three + '}';
}

void tst_jsonforms::objectsKeyedByIdAreLists()
{
    QFETCH(QByteArray, bytes);
    const test::Everything all = readBytes(bytes);
    QCOMPARE(all.error, QString());
    QCOMPARE(all.counts(), u"3 0 0 0 0"_s);
    for (int id = 1; id <= 3; ++id) {
        QCOMPARE(all.stories().at(id - 1).nativeId, QString::number(id));
        QCOMPARE(all.stories().at(id - 1).platform, Platform::Twitter);
        QCOMPARE(QJsonDocument::fromJson(all.records.at(id - 1).raw), QJsonDocument::fromJson(tweet(id)));
    }
}

void tst_jsonforms::anEnvelopeGivesWhatIsWholeInIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("counts");
    const QByteArray front = R"({"search_metadata":{"count":3,"list":[1,{"statuses":[]}]},"n":1.5,"statuses":[)";
    const QByteArray back = R"(],"more":"[{","last":null})";
    const QByteArray one = tweet(1);
    const QByteArray two = tweet(2);
    QTest::newRow("whole") << front + one + ',' + two + back << u"2 0 0 0 0"_s;
    QTest::newRow("cut off in an element") << front + one + ',' + two + ',' + tweet(3).left(20) << u"2 0 0 0 1"_s;
    QTest::newRow("cut off behind an element") << front + one + ',' + two << u"2 0 0 0 0"_s;
    QTest::newRow("an element that is no JSON") << front + one + ",{\"id_str\" 5}," + two + back << u"2 0 0 0 1"_s;
    QTest::newRow("over several lines, cut off") << QByteArray(front).replace(",", ",\n ") + '\n' + one + ",\n"
            + two + ",\n" + tweet(3).left(20) << u"2 0 0 0 1"_s;
    QTest::newRow("one of two on a line each") << front + one + ",{\"id_str\" 5}" + back + '\n' + front + two + back
            + '\n' << u"2 0 0 0 1"_s;
    QTest::newRow("damaged around the list") << R"({"n":,"statuses":[)" + one + ',' + two + "]}" << u"2 0 0 0 0"_s;
    QTest::newRow("a value missing at the end") << front + one + R"(],"last":})" + '\n' + front + two + back + '\n'
                                                << u"2 0 0 0 0"_s;
    // A line that is no list is one record, whatever is wrong with it.
    QTest::newRow("no list") << R"({"id_str":"1","full_text":"invented","user":{"id":1},"x":})"_ba + '\n' + two
                             << u"1 0 0 0 1"_s;
    QByteArray large = front + one;
    for (int id = 2; id <= 6; ++id) // 13 MiB each, of a field that nobody reads
        large += ','
            + QByteArray(tweet(id)).replace(R"("user")",
                                            R"("filler":")" + QByteArray(13 << 20, 'x') + R"(","user")");
    QTest::newRow("longer than a document may be") << large + back << u"6 0 0 0 0"_s;
}

void tst_jsonforms::anEnvelopeGivesWhatIsWholeInIt()
{
    QFETCH(QByteArray, bytes);
    const test::Everything all = readBytes(bytes);
    QCOMPARE(all.error, QString());
    QTEST(all.counts(), "counts");
}

/// Longer than a line of JSON Lines may be, and nothing says that its list is one of records.
void tst_jsonforms::oneLongLineIsADocument()
{
    QByteArray document = R"({"exported":"2018","rows":[)";
    for (int row = 0; row < 18; ++row)
        document += R"({"text":"invented","filler":")" + QByteArray(1 << 20, 'x') + R"("},)";
    document.chop(1);
    QCOMPARE(readBytes(document + "]}").counts(), u"18 0 0 0 0"_s);
}

void tst_jsonforms::anIdThatLostDigitsNamesNothing()
{
    const auto stories
        = readBytes(R"({"id":1.23e18,"full_text":"one","user":{"id":9}})"
                    "\n"
                    R"({"id":"920000000000000001.0","full_text":"two","user":{"id":9}})"
                    "\n"
                    R"({"id":1.23e18,"id_str":" 920000000000000002 ","full_text":"three","user":{"id":9},)"
                    R"("in_reply_to_status_id":9.2e17,"quoted_status_id_str":"920000000000000003.0"})"_ba)
              .stories();
    QCOMPARE(stories.size(), 3);
    QCOMPARE(stories.at(0).nativeId, QString());
    QCOMPARE(stories.at(0).permalink, QString());
    QVERIFY(stories.at(0).attributes.contains({u"rounded_id"_s, u"1.23e+18"_s, false}));
    QCOMPARE(stories.at(1).nativeId, u"920000000000000001"_s);
    QVERIFY(stories.at(1).attributes.contains({u"rounded_id"_s, u"possible"_s, false}));
    QCOMPARE(stories.at(2).nativeId, u"920000000000000002"_s);
    QVERIFY(stories.at(2).attributes.isEmpty());
    QCOMPARE(stories.at(2).relations.size(), 1); // what it answers can't be told any more
    QCOMPARE(stories.at(2).relations.constFirst().nativeId, u"920000000000000003"_s);
}

void tst_jsonforms::anIdThatLostDigitsNamesNothingInV2Either()
{
    const auto all = readBytes(
        R"({"id":1.23e18,"text":"one","author_id":1.5e18,"edit_history_tweet_ids":[1.23e18,1.23e18]})"
        "\n"
        R"({"id":920000000000000001,"text":"two","author_id":"9","conversation_id":"1"})"
        "\n"
        R"({"id":"920000000000000002","text":"three","author_id":"9","referenced_tweets":[{"type":"quoted",)"
        R"("id":1.23e18,"text":"what is quoted"}]})"
        "\n"
        R"({"id":1.24e18,"text":"RT","author_id":"9","referenced_tweets":[{"type":"retweeted","id":1.23e18,)"
        R"("text":"passed on","author_id":"8"}]})"_ba);
    QCOMPARE(all.counts(), u"3 1 0 0 0"_s);
    const auto stories = all.stories();
    QCOMPARE(stories.at(0).nativeId, QString());
    QCOMPARE(stories.at(0).permalink, QString());
    QCOMPARE(stories.at(0).author.nativeId, QString());
    QCOMPARE(stories.at(0).editIds, QStringList());
    QVERIFY(stories.at(0).attributes.contains({u"rounded_id"_s, u"1.23e+18"_s, false}));
    QCOMPARE(stories.at(1).nativeId, u"920000000000000001"_s);
    QVERIFY(stories.at(1).attributes.contains({u"rounded_id"_s, u"possible"_s, false}));
    QCOMPARE(stories.at(2).nativeId, u"920000000000000002"_s);
    QVERIFY(stories.at(2).attributes.isEmpty());
    QVERIFY(stories.at(2).relations.isEmpty());
    const Repost repost = all.reposts().constFirst();
    QCOMPARE(repost.nativeId, QString());
    QCOMPARE(repost.originalNativeId, QString());
    QCOMPARE(repost.original->nativeId, QString());
    QCOMPARE(repost.original->text, u"passed on"_s);
}

void tst_jsonforms::aQuoteMayBeNamedByItsNumber()
{
    const auto stories = readBytes(R"({"id":5,"text":"one","user":{"id":9},"quoted_status_id":7})"_ba).stories();
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.constFirst().relations.size(), 1);
    QCOMPARE(stories.constFirst().relations.constFirst().nativeId, u"7"_s);
}

void tst_jsonforms::whatStandsUnderAnIdHasIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("tweets of v1.1")
        << R"({"920000000000000001":{"text":"invented","user":{"id_str":"9","screen_name":"a"}},
               "920000000000000002":{"text":"more","id_str":"7","user":{"id_str":"9","screen_name":"a"}}})"_ba
        << u"twitter-v1"_s << QStringList{u"920000000000000001"_s, u"7"_s};
    QTest::newRow("tweets of v2")
        << R"({"920000000000000001":{"text":"invented","author_id":"9"},"920000000000000002":{"text":"b"}})"_ba
        << u"twitter-v2"_s << QStringList{u"920000000000000001"_s, u"920000000000000002"_s};
    QTest::newRow("a table") << R"({"920000000000000001":{"text":"invented"},"920000000000000002":{"text":"b"}})"_ba
                             << u"json"_s << QStringList{u"920000000000000001"_s, u"920000000000000002"_s};
    QTest::newRow("Reddit") << R"({"t3_a":{"subreddit":"r","title":"x","selftext":"invented"}})"_ba << u"reddit"_s
                            << QStringList{u"t3_a"_s};
    QTest::newRow("rows of pandas") << R"({"0":{"text":"invented"},"1":{"text":"b"}})"_ba << u"json"_s
                                    << QStringList{QString(), QString()};
}

void tst_jsonforms::whatStandsUnderAnIdHasIt()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    auto reader = openReader(bytes, u"invented.json"_s);
    QVERIFY(reader);
    QCOMPARE((*reader)->format(), format);
    const test::Everything all = test::readAll(std::move(reader));
    QStringList ids;
    for (const Story &story : all.stories())
        ids << story.nativeId;
    QTEST(ids, "ids");
}

void tst_jsonforms::aDamagedValueUnderAnIdCostsNoOther()
{
    const test::Everything all = readBytes("{\n\"1\": " + tweet(1) + ",\n\"2\": {\"id_str\": \"2\n,\n\"3\": "
                                           + tweet(3) + ",\n\"4\": null,\n\"5\": " + tweet(5) + "\n}\n");
    QCOMPARE(all.counts(), u"3 0 0 0 2"_s);
    QCOMPARE(all.stories().constLast().nativeId, u"5"_s);
}

/// As pandas writes a table with orient="index".
void tst_jsonforms::rowsKeyedByNumberAreATable()
{
    const test::Everything all
        = readBytes(R"({"0":{"text":"the first, invented","author":"a"},"1":{"text":"the second","author":"b"}})");
    QCOMPARE(all.counts(), u"2 0 0 0 0"_s);
    QCOMPARE(all.stories().at(1).text, u"the second"_s);
    QCOMPARE(all.stories().at(1).author.handle, u"b"_s);
}

void tst_jsonforms::wrappingsAreOpened_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("counts");
    const auto note = [](const char *id) {
        return R"({"type":"Create","actor":"https://a.example/u/anna","object":{"type":"Note","id":"https://a.example/#",
                   "to":"as:Public","content":"invented #"}})"_ba.replace('#', id);
    };
    QTest::newRow("a collection's first page")
        << R"({"type":"OrderedCollection","first":{"type":"OrderedCollectionPage","orderedItems":[)"_ba + note("1")
            + ',' + note("2") + "]}}"
        << u"activitypub"_s << u"2 0 0 0 0"_s;
    QTest::newRow("a collection without order")
        << R"({"type":"Collection","items":[)"_ba + note("1") + "]}" << u"activitypub"_s << u"1 0 0 0 0"_s;
    QTest::newRow("an outbox with a comma too many") << R"({"type":"OrderedCollection","orderedItems":[)"_ba
            + note("1") + ",]}" << u"activitypub"_s << u"1 0 0 0 0"_s;
    const auto status = [](const char *id) {
        return R"({"id":"#","uri":"https://a.example/#","visibility":"public","account":{"acct":"anna"},
                   "content":"<p>invented #</p>"})"_ba.replace('#', id);
    };
    QTest::newRow("a conversation of Mastodon")
        << R"({"ancestors":[)"_ba + status("1") + R"(],"descendants":[)" + status("2") + ',' + status("3") + "]}"
        << u"mastodon"_s << u"3 0 0 0 0"_s;
    const auto post = [](const char *key) {
        return R"({"uri":"at://did:plc:a/app.bsky.feed.post/#","record":{"$type":"app.bsky.feed.post",
                   "text":"invented #","createdAt":"2024-12-05T10:39:15Z"}})"_ba.replace('#', key);
    };
    QTest::newRow("a thread of Bluesky") << R"({"thread":{"parent":{"post":)"_ba + post("1") + R"(},"post":)"
            + post("2") + R"(,"replies":[{"post":)" + post("3") + R"(,"replies":[{"post":)" + post("4")
            + "}]}]}}" << u"bluesky"_s << u"4 0 0 0 0"_s;
    const auto change = [](const char *rest) {
        return R"({"did":"did:plc:a","kind":"commit","commit":{"rkey":"k","collection":"app.bsky.feed.)"_ba + rest
            + "}}\n";
    };
    QTest::newRow("Bluesky's stream")
        << change(R"(post","operation":"create","record":{"$type":"app.bsky.feed.post","text":"invented"})")
            + change(R"(post","operation":"delete")") + change(R"(like","operation":"create","record":{})")
        << u"bluesky"_s << u"1 0 1 1 0"_s;
    const auto line
        = [](const char *id) { return R"({"id":"#","subreddit":"s","body":"invented #"})"_ba.replace('#', id); };
    QTest::newRow("an archive of Reddit")
        << R"({"data":[)"_ba + line("a") + ',' + line("b") + "]}" << u"reddit"_s << u"2 0 0 0 0"_s;
    QByteArray listing = R"({"data":{"children":[)"_ba;
    for (int number = 0; number < 30; ++number) {
        listing += R"({"kind":"t3","data":{"subreddit":"s","title":"invented","id":")" + QByteArray::number(number)
            + R"(","selftext":")" + QByteArray(4000, 'x') + "\"}},";
    }
    listing.chop(1);
    QTest::newRow("a listing that says last what it is")
        << listing + R"(]},"kind":"Listing"})" << u"reddit"_s << u"30 0 0 0 0"_s;
    QByteArray feed = R"({"items":[)"_ba;
    for (int item = 0; item < 30; ++item)
        feed += R"({"id":)" + QByteArray::number(item) + R"(,"url":"https://a.example/","content_text":")"
            + QByteArray(4000, 'x') + "\"},";
    feed.chop(1);
    QTest::newRow("a feed that says last what it is")
        << feed + R"(],"version":"https://jsonfeed.org/version/1.1"})" << u"json-feed"_s << u"30 0 0 0 0"_s;
    QTest::newRow("links on Reddit that were taken back")
        << R"({"id":"a","subreddit":"s","title":"t","selftext":"","removed_by_category":"deleted"})"
           "\n"
           R"({"id":"b","subreddit":"s","title":"t","selftext":"","removed_by_category":"moderator"})"
           "\n"
           R"({"id":"c","subreddit":"s","title":"t","selftext":"x","removed_by_category":null})"
           "\n"
           R"({"id":"d","subreddit":"s","title":"t","selftext":"x","_meta":{"removal_type":"deleted"}})"_ba
        << u"reddit"_s << u"1 0 3 0 0"_s;
}

void tst_jsonforms::wrappingsAreOpened()
{
    QFETCH(QByteArray, bytes);
    auto reader = openReader(bytes, u"invented.json"_s);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
    QTEST((*reader)->format(), "format");
    QTEST(test::readAll(std::move(reader)).counts(), "counts");
}

void tst_jsonforms::onlyCommasBeforeBracketsAreForgiven_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("in a list") << R"({"a":[1,2,],"b":{"c":1 , } })"_ba << true;
    QTest::newRow("in a text") << R"({"a":",]"})"_ba << true;
    QTest::newRow("two of them") << R"({"a":[1,,]})"_ba << false;
    QTest::newRow("nothing but one") << R"({"a":[,]})"_ba << false;
    QTest::newRow("between") << R"({"a":[1,,2]})"_ba << false;
    QTest::newRow("without a value") << R"({"a":,})"_ba << false;
}

void tst_jsonforms::onlyCommasBeforeBracketsAreForgiven()
{
    QFETCH(QByteArray, json);
    QTEST(!QJsonDocument::fromJson(withoutTrailingCommas(json)).isNull(), "isRead");
}

void tst_jsonforms::onlyNumbersThatNothingHoldsBecomeTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("mended");
    const QByteArray held
        = R"({"a":[18446744073709551615,-9223372036854775808,1.5e300,-0],"b":"99999999999999999999"})";
    QTest::newRow("held") << held << held;
    QTest::newRow("long") << R"({"a":-99999999999999999999 ,"b":[1e999]})"_ba
                          << R"({"a":"-99999999999999999999" ,"b":["1e999"]})"_ba;
    QTest::newRow("no numbers") << R"({"a":099999999999999999999,"b":9.9.9,"c":1e999e9})"_ba
                                << R"({"a":099999999999999999999,"b":9.9.9,"c":1e999e9})"_ba;
    QTest::newRow("behind a quotation mark in a text") << R"({"a":"\"","b":99999999999999999999})"_ba
                                                       << R"({"a":"\"","b":"99999999999999999999"})"_ba;
}

void tst_jsonforms::onlyNumbersThatNothingHoldsBecomeTexts()
{
    QFETCH(QByteArray, json);
    QTEST(withLargeNumbersQuoted(json), "mended");
}

void tst_jsonforms::aNumberThatNothingHoldsCostsNoRecord()
{
    const auto all
        = readBytes(R"({"id_str":"1","text":"invented","user":{"id_str":"9"},"x":100000000000000000000})"_ba);
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
}

void tst_jsonforms::severalFaultsCostNoRecord_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("half a sign and a number") << R"(invented \ud83d)"_ba
                                              << R"("x":123456789012345678901})"_ba;
    QTest::newRow("a number and a comma") << "invented"_ba
                                          << R"("x":123456789012345678901,})"_ba;
    QTest::newRow("half a sign and a comma") << R"(invented \ud83d)"_ba
                                             << R"("x":1,})"_ba;
    QTest::newRow("all of them") << R"(invented \ud83d)"_ba
                                 << R"("x":[123456789012345678901,],})"_ba;
    QTest::newRow("a byte, a number and a comma") << "invented \xFF"_ba
                                                  << R"("x":123456789012345678901,})"_ba;
}

void tst_jsonforms::severalFaultsCostNoRecord()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, end);
    const auto all = readBytes(R"({"id_str":"1","user":{"id_str":"9"},"text":")" + words + R"(",)" + end);
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    QVERIFY(all.stories().constFirst().text.startsWith(u"invented"_s));
}

void tst_jsonforms::longTextsBringTheirHashtags_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("API v2") << R"({"id":"1","author_id":"2","text":"short #a","entities":{"hashtags":[{"tag":"a"}]},
        "note_tweet":{"text":"long #a #b","entities":{"hashtags":[{"tag":"a"},{"tag":"b"}]}}})"_ba;
    QTest::newRow("Zeeschuimer")
        << R"({"source_platform":"x.com","data":{"rest_id":"1","legacy":{"full_text":"short #a","entities":{"hashtags":
        [{"text":"a"}]}},"note_tweet":{"note_tweet_results":{"result":{"text":"long #a #b","entity_set":{"hashtags":
        [{"text":"a"},{"text":"b"}]}}}}}})"_ba;
}

void tst_jsonforms::longTextsBringTheirHashtags()
{
    QFETCH(QByteArray, json);
    const auto stories = readBytes(json).stories();
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.constFirst().text, u"long #a #b"_s);
    QCOMPARE(stories.constFirst().hashtags, (QStringList{u"a"_s, u"b"_s}));
}

QTEST_APPLESS_MAIN(tst_jsonforms)
#include "tst_jsonforms.moc"
