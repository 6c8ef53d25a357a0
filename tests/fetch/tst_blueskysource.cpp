#include "fetch/BlueskySource.h"
#include "support/ServerAnswers.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

/// What is asked of a Bluesky server, and what is made of its answers.
class TestBlueskySource : public QObject
{
    Q_OBJECT

private slots:
    void blueskyOpensASessionAndRenewsIt();
    void blueskyBeginsAnewWhereACursorIsForgotten();
    void oneSessionServesAnAccount();
    void blueskySearchesForEachTagByItself();
    void blueskyGoesOnWithEachSearchWhereItWas();
    void blueskyLeavesTheOtherSearchesWhereTheyWere();
    void oneEmptySearchSaysNothingOfItsServer();
    void blueskyLeavesOutWhatHasATagThatNobodyWants_data();
    void blueskyLeavesOutWhatHasATagThatNobodyWants();
    void blueskyReadsRecordedAnswers();
};

void TestBlueskySource::blueskyOpensASessionAndRenewsIt()
{
    Subscription search = subscription(Service::Bluesky);
    search.words = u"#metoo"_s;
    search.account = u"me.example"_s;
    BlueskySessions sessions;
    BlueskySource source(search, {}, sessions.sessionFor(search, {u"app-password"_s}), {});
    auto request = source.next();
    QCOMPARE(request->address.path(), u"/xrpc/com.atproto.server.createSession"_s);
    QVERIFY(request->json->contains("app-password"));
    page(source.take(answer(200, json("{'accessJwt':'A1','refreshJwt':'R1'}"))));
    request = source.next();
    QCOMPARE(request->address.path(), u"/xrpc/app.bsky.feed.searchPosts"_s);
    QCOMPARE(request->credential->authorization, "Bearer A1"_ba);
    QCOMPARE(parameter(request, u"q"_s), u"#metoo"_s);
    QCOMPARE(parameter(request, u"sort"_s), u"latest"_s);
    page(source.take(answer(
        200, json("{'posts':[{'uri':'at://a/1','record':{'createdAt':'2026-01-01T00:00:00Z'}}],'cursor':'c'}"))));
    QCOMPARE(parameter(source.next(), u"cursor"_s), u"c"_s);
    page(source.take(answer(400, json("{'error':'ExpiredToken'}"))));
    request = source.next();
    QCOMPARE(request->address.path(), u"/xrpc/com.atproto.server.refreshSession"_s);
    QCOMPARE(request->credential->authorization, "Bearer R1"_ba);
    page(source.take(answer(200, json("{'accessJwt':'A2','refreshJwt':'R2'}"))));
    request = source.next();
    QCOMPARE(request->credential->authorization, "Bearer A2"_ba);
    QCOMPARE(parameter(request, u"cursor"_s), u"c"_s);
    QVERIFY(std::holds_alternative<PageProblem>(source.take(answer(400, json("{'error':'ExpiredToken'}")))));
}

void TestBlueskySource::blueskyBeginsAnewWhereACursorIsForgotten()
{
    const Subscription search = subscription(Service::Bluesky);
    BlueskySessions sessions;
    const auto open = [&](BlueskySource &source) {
        if (source.next()->address.path().endsWith("createSession"_L1))
            page(source.take(answer(200, json("{'accessJwt':'A1','refreshJwt':'R1'}"))));
    };
    const auto posts = [](const QByteArray &number, const QByteArray &cursor) {
        return answer(200,
                      json("{'posts':[{'uri':'at://a/") + number
                          + json("','record':{'createdAt':'2026-01-01T00:00:00Z'}}],'cursor':'") + cursor
                          + json("'}"));
    };
    BlueskySource stopped(search, {}, sessions.sessionFor(search, {u"app-password"_s}), {});
    open(stopped);
    const QString place = page(stopped.take(posts("1", "old"))).place;

    BlueskySource source(search, place, sessions.sessionFor(search, {u"app-password"_s}), {});
    open(source);
    QCOMPARE(parameter(source.next(), u"cursor"_s), QString());
    page(source.take(posts("1", "new"))); // the top is as it was, so the stretch left open is next
    QCOMPARE(parameter(source.next(), u"cursor"_s), u"old"_s);
    page(source.take(answer(400, json("{'error':'InvalidRequest'}"))));
    QCOMPARE(parameter(source.next(), u"cursor"_s), QString());
}

namespace {

/// A search that its server lets in.
struct OpenSearch
{
    OpenSearch(const Subscription &search, const QString &place)
        : source(search, place, sessions.sessionFor(search, {u"x"_s}), {})
    {
        (void)source.next();
        page(source.take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    }

    /// What it asks for next: words, tags, cursor.
    QString asked()
    {
        const auto request = source.next();
        if (!request)
            return {};
        const QUrlQuery query(request->address);
        return query.queryItemValue(u"q"_s, QUrl::FullyDecoded) + u'|'
            + query.allQueryItemValues(u"tag"_s, QUrl::FullyDecoded).join(u',') + u'|'
            + query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    }

    /// A page of posts by their numbers, the newest first.
    FetchedPage give(const QVector<int> &numbers, const QByteArray &cursor)
    {
        QByteArrayList posts;
        for (const int number : numbers)
            posts << json("{'uri':'at://did:a/app.bsky.feed.post/") + QByteArray::number(number)
                    + json("','author':{'did':'did:a','handle':'a.example'},'record':{'text':'Invented',"
                           "'createdAt':'2026-01-")
                    + QByteArray::number(number).rightJustified(2, '0') + json("T00:00:00Z'}}");
        return page(source.take(
            answer(200, json("{'posts':[") + posts.join(',') + json("],'cursor':'") + cursor + json("'}"))));
    }

    BlueskySessions sessions;
    BlueskySource source;
};

} // namespace

/// Its server takes several tags for a wish to have all of them.
void TestBlueskySource::blueskySearchesForEachTagByItself()
{
    Subscription search = subscription(Service::Bluesky);
    search.anyTags = {u"a"_s, u"métoo"_s};
    search.allTags = {u"c"_s};
    OpenSearch tags(search, {});
    QCOMPARE(tags.asked(), u"#a|a,c|"_s);
    QCOMPARE(stories(tags.give({9, 8}, "")), 2);
    QCOMPARE(tags.asked(), u"#métoo|métoo,c|"_s);
    QCOMPARE(stories(tags.give({9, 7}, "")), 1); // one has both tags
    QCOMPARE(tags.asked(), QString());

    search.words = u"bus OR train"_s;
    OpenSearch words(search, {});
    QCOMPARE(words.asked(), u"bus OR train|a,c|"_s);
    search.anyTags.clear();
    QCOMPARE(OpenSearch(search, {}).asked(), u"bus OR train|c|"_s);
    search.words.clear();
    QCOMPARE(OpenSearch(search, {}).asked(), u"#c|c|"_s);
}

void TestBlueskySource::blueskyGoesOnWithEachSearchWhereItWas()
{
    Subscription search = subscription(Service::Bluesky);
    search.anyTags = {u"a"_s, u"b"_s};
    OpenSearch stopped(search, {});
    stopped.give({20, 19}, "a2");
    const QString place = stopped.give({18, 17}, "b2").place; // each search in its turn
    QCOMPARE(stopped.asked(), u"#a|a|a2"_s);

    OpenSearch later(search, place);
    QStringList asked;
    const auto give = [&](const QVector<int> &numbers, const QByteArray &cursor) {
        asked << later.asked();
        return later.give(numbers, cursor).place;
    };
    give({22, 20}, "a1"); // there is something new above, and then what is known
    give({18, 17}, "b1");
    give({20, 19}, "a2");
    give({16}, {});
    QString last = give({12}, {});
    QCOMPARE(asked, (QStringList{u"#a|a|"_s, u"#b|b|"_s, u"#a|a|a1"_s, u"#b|b|b2"_s, u"#a|a|a2"_s}));
    QCOMPARE(later.asked(), QString());
    QVERIFY(!later.source.ending());

    // Read to the end: what is new is all that comes.
    OpenSearch done(search, last);
    done.give({22, 20}, "a1");
    done.give({18, 17}, "b1");
    QCOMPARE(done.asked(), QString());
}

/// Stopped before the second search was asked for anything.
void TestBlueskySource::blueskyLeavesTheOtherSearchesWhereTheyWere()
{
    Subscription search = subscription(Service::Bluesky);
    search.anyTags = {u"a"_s, u"b"_s};
    const auto january = [](int number) { return QDate(2026, 1, number).startOfDay(Qt::UTC).toMSecsSinceEpoch(); };
    search.since = january(15);
    OpenSearch first(search, {});
    first.give({20, 19}, {});
    const QString place = first.give({18, 17}, {}).place;

    search.since = january(5);
    OpenSearch stopped(search, place);
    OpenSearch later(search, stopped.give({20, 4}, {}).place);
    later.give({20, 4}, {});
    later.give({18, 17}, "b2");
    QCOMPARE(later.asked(), u"#b|b|b2"_s);
}

void TestBlueskySource::oneEmptySearchSaysNothingOfItsServer()
{
    Subscription search = subscription(Service::Bluesky);
    search.anyTags = {u"a"_s, u"b"_s};
    OpenSearch first(search, {});
    first.give({20, 19}, {});
    const QString place = first.give({18, 17}, {}).place;

    for (const bool firstShows : {true, false}) {
        OpenSearch later(search, place);
        later.give(firstShows ? QVector<int>{20, 19} : QVector<int>{}, {});
        QVERIFY(!later.source.ending());
        later.give(firstShows ? QVector<int>{} : QVector<int>{18, 17}, {});
        QVERIFY(!later.source.ending());
    }
    OpenSearch emptied(search, place);
    emptied.give({}, {});
    emptied.give({}, {});
    QVERIFY(emptied.source.ending() && emptied.source.ending()->outcome == FetchOutcome::Done);
}

void TestBlueskySource::blueskyLeavesOutWhatHasATagThatNobodyWants_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<int>("count");
    QTest::newRow("another tag") << json("'tags':['metoo']") << 1;
    QTest::newRow("the word, and no tag") << json("'tags':[]") << 1;
    QTest::newRow("among its tags") << json("'tags':['metoo','JOB']") << 0;
    QTest::newRow("in its text") << json("'facets':[{'index':{'byteStart':0,'byteEnd':4},"
                                         "'features':[{'$type':'app.bsky.richtext.facet#tag','tag':'Job'}]}]")
                                 << 0;
}

void TestBlueskySource::blueskyLeavesOutWhatHasATagThatNobodyWants()
{
    QFETCH(const QByteArray, record);
    Subscription search = subscription(Service::Bluesky);
    search.words = u"metoo"_s;
    search.noneTags = {u"job"_s};
    OpenSearch open(search, {});
    const FetchedPage read = page(open.source.take(
        answer(200,
               json("{'posts':[{'uri':'at://did:a/app.bsky.feed.post/1','author':{'did':'did:a','handle':'a.b'},"
                    "'record':{'text':'#job, invented','createdAt':'2026-01-01T00:00:00Z',")
                   + record + "}}]}")));
    QTEST(read.bytes.isEmpty() ? 0 : stories(read), "count");
    QVERIFY(!open.source.next());
}

/// Opening sessions is what servers count first.
void TestBlueskySource::oneSessionServesAnAccount()
{
    Subscription search = subscription(Service::Bluesky);
    search.account = u"me.example"_s;
    BlueskySessions sessions;
    BlueskySource first(search, {}, sessions.sessionFor(search, {u"x"_s}), {});
    QVERIFY(first.next()->json);
    page(first.take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    search.words = u"another search"_s;
    BlueskySource second(search, {}, sessions.sessionFor(search, {u"x"_s}), {});
    QCOMPARE(second.next()->address.path(), u"/xrpc/app.bsky.feed.searchPosts"_s);
    search.account = u"somebody.else.example"_s;
    BlueskySource third(search, {}, sessions.sessionFor(search, {u"x"_s}), {});
    QCOMPARE(third.next()->address.path(), u"/xrpc/com.atproto.server.createSession"_s);
}

void TestBlueskySource::blueskyReadsRecordedAnswers()
{
    const QString path = test::sharedFile(u"samples/bluesky/dev-env/searchPosts-page1.json"_s);
    if (path.isEmpty())
        QSKIP("the recorded answers are not here");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray body = file.readAll();
    Subscription search = subscription(Service::Bluesky);
    search.words = u"loopback"_s;
    BlueskySessions sessions;
    BlueskySource source(search, {}, sessions.sessionFor(search, {u"x"_s}), {});
    page(source.take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    const FetchedPage read = page(source.take(answer(200, body)));
    const auto posts = QJsonDocument::fromJson(body).object()["posts"_L1].toArray().size();
    QVERIFY(posts > 0);
    QCOMPARE(stories(read), int(posts));
}

QTEST_APPLESS_MAIN(TestBlueskySource)
#include "tst_blueskysource.moc"
