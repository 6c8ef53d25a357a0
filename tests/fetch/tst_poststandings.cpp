#include "fetch/Standing.h"
#include "support/ServerAnswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

/// How each service is asked whether posts still stand, and how its answers are understood.
class TestPostStandings : public QObject
{
    Q_OBJECT

private slots:
    void blueskyTellsDeletedFromGone();
    void aPostMayBeForMembersOnlyBySomeDay_data();
    void aPostMayBeForMembersOnlyBySomeDay();
    void mastodonListsManyAtOnce();
    void mastodonAsksForPagesWhereItCannotList();
    void aListSaysWhatAuthorsWish_data();
    void aListSaysWhatAuthorsWish();
    void aPageSaysWhoMayReadIt_data();
    void aPageSaysWhoMayReadIt();
    void accountsSayWhatPagesDoNot();
    void editedPagesAreShown();
    void aSecretiveServerIsUnderstood_data();
    void aSecretiveServerIsUnderstood();
    void aServerWithoutListsIsAskedForEachStatus_data();
    void aServerWithoutListsIsAskedForEachStatus();
    void whoForbidsOnePageOfManyMeansIt_data();
    void whoForbidsOnePageOfManyMeansIt();
    void whoSaysNothingOfAStatusSuspendsNobody();
    void aWordOfTheApiIsNoWordOfAPage_data();
    void aWordOfTheApiIsNoWordOfAPage();
    void xTellsWhatBecameOfPosts();
};

void TestPostStandings::blueskyTellsDeletedFromGone()
{
    Subscription search = subscription(Service::Bluesky);
    BlueskySessions sessions;
    const auto question = blueskyStanding(search, sessions.sessionFor(search, {u"x"_s}));
    question->ask({{u"at://did:a/app.bsky.feed.post/1"_s, u"did:a"_s},
                   {u"at://did:a/app.bsky.feed.post/2"_s, u"did:a"_s},
                   {u"at://did:b/app.bsky.feed.post/3"_s, {}},
                   {u"at://did:c/app.bsky.feed.post/4"_s, {}},
                   {u"at://did:d/app.bsky.feed.post/5"_s, {}}});
    QVERIFY(question->next());
    QVERIFY(!question->take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    QCOMPARE(question->next()->address.path(), u"/xrpc/app.bsky.feed.getPosts"_s);
    QVERIFY(!question->take(answer(200, json("{'posts':[{'uri':'at://did:a/app.bsky.feed.post/1'}]}"))));
    QCOMPARE(question->next()->address.path(), u"/xrpc/app.bsky.actor.getProfiles"_s);
    QVERIFY(!question->take(answer(200,
                                   json("{'profiles':[{'did':'did:a','viewer':{'blockedBy':false}},"
                                        "{'did':'did:c','viewer':{'blockedBy':true}},"
                                        "{'did':'did:d','viewer':{'blocking':'at://x'}}]}"))));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(),
             (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Suspended, Standing::Unknown,
                                Standing::Unknown}));
}

void TestPostStandings::aPostMayBeForMembersOnlyBySomeDay_data()
{
    QTest::addColumn<QByteArray>("post");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("no label") << json("'labels':[]") << Standing::Stands;
    QTest::newRow("another label") << json("'labels':[{'val':'sexual'}]") << Standing::Stands;
    QTest::newRow("the post's") << json("'labels':[{'val':'!no-unauthenticated'}]") << Standing::Protected;
    QTest::newRow("the account's") << json("'author':{'labels':[{'val':'!no-unauthenticated'}]}")
                                   << Standing::Protected;
    QTest::newRow("the author's own") << json("'record':{'labels':{'values':[{'val':'!no-unauthenticated'}]}}")
                                      << Standing::Protected;
    QTest::newRow("taken off again") << json(
        "'labels':[{'val':'!no-unauthenticated'},{'val':'!no-unauthenticated','neg':true}]")
                                     << Standing::Stands;
}

void TestPostStandings::aPostMayBeForMembersOnlyBySomeDay()
{
    QFETCH(const QByteArray, post);
    const Subscription search = subscription(Service::Bluesky);
    BlueskySessions sessions;
    const auto question = blueskyStanding(search, sessions.sessionFor(search, {u"x"_s}));
    question->ask({{u"at://did:a/app.bsky.feed.post/1"_s, u"did:a"_s}});
    (void)question->next();
    QVERIFY(!question->take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    (void)question->next();
    QVERIFY(
        !question->take(answer(200, json("{'posts':[{'uri':'at://did:a/app.bsky.feed.post/1',") + post + "}]}")));
    QVERIFY(!question->next());
    QTEST(question->standings().constFirst(), "standing");
}

namespace {

/// A page about what was asked for, with further members.
HttpAnswer pageAt(const std::optional<HttpRequest> &request, const QByteArray &more = {})
{
    return answer(200,
                  json("{'type':'Note','id':'") + request->address.toString().toUtf8() + json("'")
                      + (more.isEmpty() ? "" : ",") + more + '}');
}

/// Shows what must be there, for as long as it is asked: a timeline with a post.
void vouch(StandingQuestion &question)
{
    while (const auto request = question.next()) {
        const bool isTimeline = request->address.path().contains("/timelines/"_L1);
        (void)question.take(isTimeline ? answer(200, json("[{'uri':'https://server.example/users/z/statuses/9'}]"))
                                       : answer(401, {}));
    }
}

const QVector<AskedAbout> threeStatuses{{u"https://server.example/users/x/statuses/1"_s, {}},
                                        {u"https://server.example/users/y/statuses/2"_s, {}},
                                        {u"https://server.example/ap/users/9/statuses/3"_s, {}}};

} // namespace

void TestPostStandings::mastodonListsManyAtOnce()
{
    const auto question = mastodonStanding({});
    QCOMPARE(question->batchSize(), 20);
    QCOMPARE(question->serverOf(threeStatuses.at(0)), question->serverOf(threeStatuses.at(2)));
    QVERIFY(question->serverOf(threeStatuses.at(0)) != question->serverOf({u"https://b.example/users/x/1"_s, {}}));
    question->ask(threeStatuses);
    const auto list = question->next();
    QCOMPARE(list->address.toString(), u"https://server.example/api/v1/statuses?id[]=1&id[]=2&id[]=3"_s);
    QVERIFY(!question->take(answer(200,
                                   json("[{'id':'1','uri':'https://server.example/users/x/statuses/1'},"
                                        "{'id':'3','uri':'https://server.example/ap/users/9/statuses/3'}]"))));
    // The one that is left out is looked at once more before it goes for good.
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(1).nativeId);
    QVERIFY(!question->take(answer(404, "{}")));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Stands}));
}

void TestPostStandings::mastodonAsksForPagesWhereItCannotList()
{
    const auto question = mastodonStanding({});
    question->ask(threeStatuses);
    (void)question->next();
    QVERIFY(!question->take(answer(404, json("{'error':'Record not found'}"))));
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(0).nativeId);
    QVERIFY(!question->take(answer(410, {})));
    QVERIFY(!question->take(pageAt(question->next())));
    QVERIFY(question->next());
    QVERIFY(!question->take(answer(500, {})));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Deleted, Standing::Stands, Standing::Unknown}));
    question->ask(threeStatuses); // and it isn't asked for a list again
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(0).nativeId);
    question->ask({{u"https://other.example/objects/af1c"_s, {}}});
    QCOMPARE(question->next()->address.path(), u"/objects/af1c"_s);
}

void TestPostStandings::aListSaysWhatAuthorsWish_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("says nothing") << json("'account':{}") << Standing::Stands;
    QTest::newRow("public") << json("'visibility':'public','account':{'indexable':true}") << Standing::Stands;
    QTest::newRow("unlisted") << json("'visibility':'unlisted','account':{}") << Standing::Stands;
    for (const char *narrow : {"private", "direct", "limited", "mutuals_only", "local"})
        QTest::addRow("“%s”", narrow) << json("'account':{},'visibility':'" + QByteArray(narrow) + "'")
                                      << Standing::Protected;
    QTest::newRow("for those of its server")
        << json("'visibility':'public','local_only':true,'account':{}") << Standing::Protected;
    QTest::newRow("not indexable") << json("'account':{'indexable':false}") << Standing::Unsought;
    QTest::newRow("noindex") << json("'account':{'noindex':true}") << Standing::Unsought;
    QTest::newRow("not discoverable") << json("'account':{'discoverable':false}") << Standing::Unsought;
}

void TestPostStandings::aListSaysWhatAuthorsWish()
{
    QFETCH(const QByteArray, status);
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0)});
    (void)question->next();
    QVERIFY(
        !question->take(answer(200, json("[{'uri':'https://server.example/users/x/statuses/1',") + status + "}]")));
    QVERIFY(!question->next());
    QTEST(question->standings().constFirst(), "standing");
}

void TestPostStandings::aPageSaysWhoMayReadIt_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("everybody") << json("'to':['https://www.w3.org/ns/activitystreams#Public']") << Standing::Stands;
    QTest::newRow("everybody, unlisted")
        << json("'to':'https://server.example/f','cc':'as:Public'") << Standing::Stands;
    QTest::newRow("followers") << json("'to':['https://server.example/users/x/followers'],'cc':[]")
                               << Standing::Protected;
    QTest::newRow("doesn't say") << json("'content':'Invented'") << Standing::Stands;
}

void TestPostStandings::aPageSaysWhoMayReadIt()
{
    QFETCH(const QByteArray, page);
    const auto question = mastodonStanding({});
    question->ask({{u"https://server.example/objects/af1c"_s, {}}});
    QVERIFY(!question->take(pageAt(question->next(), page)));
    QVERIFY(!question->next());
    QTEST(question->standings().constFirst(), "standing");
}

/// Each account is asked for once, and only at the server that has the post.
void TestPostStandings::accountsSayWhatPagesDoNot()
{
    const auto question = mastodonStanding({});
    const QVector<AskedAbout> posts{{u"https://server.example/objects/1"_s, {}},
                                    {u"https://server.example/objects/2"_s, {}},
                                    {u"https://server.example/objects/3"_s, {}},
                                    {u"https://server.example/objects/4"_s, {}}};
    question->ask(posts);
    for (const char *author : {"https://server.example/x", "https://server.example/x", "https://b.example/z",
                               "https://server.example/y"}) {
        const auto request = question->next();
        QVERIFY(request->address.path().startsWith("/objects/"_L1));
        QVERIFY(!question->take(pageAt(request, json("'attributedTo':'") + author + json("'"))));
    }
    QCOMPARE(question->next()->address.toString(), u"https://server.example/x"_s);
    QVERIFY(!question->take(pageAt(question->next(), json("'indexable':false"))));
    QCOMPARE(question->next()->address.toString(), u"https://server.example/y"_s);
    QVERIFY(!question->take(answer(401, {})));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(),
             (QVector<Standing>{Standing::Unsought, Standing::Unsought, Standing::Stands, Standing::Unknown}));
    question->ask({posts.at(3)});
    QVERIFY(!question->take(pageAt(question->next(), json("'attributedTo':['https://server.example/x']"))));
    QVERIFY(!question->next()); // it is known
    QCOMPARE(question->standings().constFirst(), Standing::Unsought);
    // A page says so where nobody chose.
    question->ask({posts.at(3)});
    QVERIFY(!question->take(pageAt(question->next(), json("'attributedTo':'https://server.example/w'"))));
    QCOMPARE(question->next()->address.toString(), u"https://server.example/w"_s);
    QVERIFY(!question->take(pageAt(question->next(), json("'discoverable':false"))));
    QVERIFY(!question->next());
    QCOMPARE(question->standings().constFirst(), Standing::Stands);
}

void TestPostStandings::editedPagesAreShown()
{
    const auto question = mastodonStanding({});
    question->ask({{u"https://server.example/objects/1"_s, {}}, {u"https://server.example/objects/2"_s, {}}});
    for (const char *more : {"", ",'updated':'2026-02-01T00:00:00Z'"}) {
        const QByteArray id = question->next()->address.toString().toUtf8();
        QVERIFY(!question->take(answer(200,
                                       json("{'type':'Note','to':'as:Public','content':'Invented','id':'") + id
                                           + json("'") + json(more) + '}')));
    }
    QVERIFY(!question->next());
    QCOMPARE(question->shown().size(), 1);
    QCOMPARE(question->shown().constFirst().format, u"activitypub"_s);
    QCOMPARE(stories(question->shown().constFirst()), 1);
}

void TestPostStandings::aSecretiveServerIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("page");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("lists, and shows nobody this one") << "[]"_ba << 401 << Standing::Protected;
    QTest::newRow("lists, and has locked the account") << "[]"_ba << 403 << Standing::Suspended;
    QTest::newRow("lists, and has a trouble") << "[]"_ba << 503 << Standing::Unknown;
    QTest::newRow("lists, and shows a page of words") << "[]"_ba << 200 << Standing::Unknown;
}

void TestPostStandings::aSecretiveServerIsUnderstood()
{
    QFETCH(const QByteArray, list);
    QFETCH(const int, page);
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0)});
    (void)question->next();
    QVERIFY(!question->take(answer(200, list)));
    QVERIFY(question->next());
    QVERIFY(!question->take(answer(page, "<html>Not for you</html>")));
    vouch(*question);
    QTEST(question->standings().constFirst(), "standing");
}

void TestPostStandings::aServerWithoutListsIsAskedForEachStatus_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Standing>("standing");
    const QByteArray shown
        = json("{'uri':'https://server.example/users/x/statuses/1','visibility':'public','account':{}}");
    const QByteArray missing = json("{'error':'Record not found'}");
    QTest::newRow("suspended") << 403 << 404 << missing << Standing::Suspended;
    QTest::newRow("not for everybody") << 401 << 404 << missing << Standing::Protected;
    QTest::newRow("pages are for servers") << 401 << 200 << shown << Standing::Stands;
    QTest::newRow("pages are forbidden") << 403 << 200 << shown << Standing::Stands;
    QTest::newRow("forbids everything") << 403 << 403 << json("{'error':'Forbidden'}") << Standing::Unknown;
    QTest::newRow("members only") << 401 << 401 << json("{'error':'Who are you?'}") << Standing::Unknown;
    QTest::newRow("no such interface") << 403 << 404 << "<html>Not here</html>"_ba << Standing::Unknown;
    QTest::newRow("another status") << 403 << 200 << json("{'uri':'https://b.example/2'}") << Standing::Unknown;
    QTest::newRow("in trouble") << 403 << 503 << "{}"_ba << Standing::Unknown;
}

void TestPostStandings::aServerWithoutListsIsAskedForEachStatus()
{
    QFETCH(const int, page);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0)});
    (void)question->next();
    QVERIFY(!question->take(answer(404, json("{'error':'Record not found'}"))));
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(0).nativeId);
    QVERIFY(!question->take(answer(page, "<html>Not for you</html>")));
    QCOMPARE(question->next()->address.toString(), u"https://server.example/api/v1/statuses/1"_s);
    QVERIFY(!question->take(answer(status, body)));
    vouch(*question);
    QTEST(question->standings().constFirst(), "standing");
}

void TestPostStandings::whoForbidsOnePageOfManyMeansIt_data()
{
    QTest::addColumn<QList<int>>("pages");
    QTest::addColumn<QVector<Standing>>("standings");
    QTest::newRow("and shows the next one")
        << QList<int>{403, 200, 401} << QVector<Standing>{Standing::Suspended, Standing::Stands, Standing::Unknown};
    QTest::newRow("begins to forbid everything")
        << QList<int>{200, 403, 403} << QVector<Standing>{Standing::Stands, Standing::Unknown, Standing::Unknown};
    QTest::newRow("forbids everything")
        << QList<int>{403, 403, 403} << QVector<Standing>{Standing::Unknown, Standing::Unknown, Standing::Unknown};
}

/// Some servers number nothing.
void TestPostStandings::whoForbidsOnePageOfManyMeansIt()
{
    QFETCH(const QList<int>, pages);
    const auto question = mastodonStanding({});
    question->ask({{u"https://server.example/objects/0"_s, {}}});
    QVERIFY(!question->take(pageAt(question->next()))); // that was some time ago
    question->ask({{u"https://server.example/objects/1"_s, {}},
                   {u"https://server.example/objects/2"_s, {}},
                   {u"https://server.example/objects/3"_s, {}}});
    for (const int status : pages) {
        const auto request = question->next();
        (void)question->take(status == 200 ? pageAt(request) : answer(status, {}));
    }
    while (question->next() && !question->take(answer(403, {}))) {}
    QTEST(question->standings(), "standings");
}

/// It may be a wall that has just been built.
void TestPostStandings::whoSaysNothingOfAStatusSuspendsNobody()
{
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0), threeStatuses.at(1)});
    (void)question->next();
    QVERIFY(!question->take(answer(404, json("{'error':'Record not found'}"))));
    QVERIFY(!question->take(pageAt(question->next())));
    (void)question->next();
    QVERIFY(!question->take(answer(403, "<html>Who are you?</html>")));
    QCOMPARE(question->next()->address.path(), u"/api/v1/statuses/2"_s);
    QVERIFY(!question->take(answer(403, "<html>Who are you?</html>")));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Stands, Standing::Unknown}));
}

/// Beside a story whose page alone is missing.
void TestPostStandings::aWordOfTheApiIsNoWordOfAPage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("says nothing") << 403 << "<html>Who are you?</html>"_ba;
    QTest::newRow("speaks of another story") << 404 << json("{'error':'Record not found'}");
}

void TestPostStandings::aWordOfTheApiIsNoWordOfAPage()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0), threeStatuses.at(1)});
    (void)question->next();
    QVERIFY(!question->take(answer(404, json("{'error':'Record not found'}"))));
    (void)question->next();
    QVERIFY(!question->take(answer(404, "<html>Not here</html>")));
    (void)question->next();
    QVERIFY(!question->take(answer(403, "<html>Not for you</html>")));
    QCOMPARE(question->next()->address.path(), u"/api/v1/statuses/2"_s);
    QVERIFY(!question->take(answer(status, body)));
    vouch(*question);
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Unknown, Standing::Unknown}));
}

void TestPostStandings::xTellsWhatBecameOfPosts()
{
    const auto question = xStanding(subscription(Service::X), {u"x"_s});
    question->ask({{u"1"_s, {}}, {u"2"_s, {}}, {u"3"_s, {}}, {u"4"_s, {}}, {u"5"_s, {}}});
    QCOMPARE(parameter(question->next(), u"ids"_s), u"1,2,3,4,5"_s);
    QVERIFY(!question->take(
        answer(200,
               json("{'data':[{'id':'1','text':'x'}],'errors':[")
                   + json("{'resource_id':'2','title':'Not Found Error','detail':'Could not find tweet'},")
                   + json("{'resource_id':'3','title':'Authorization Error','detail':'Sorry, you are not "
                          "authorized to see'},")
                   + json("{'resource_id':'4','title':'Forbidden','detail':'User has been suspended: [4].'}]}"))));
    QCOMPARE(question->standings(),
             (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Protected, Standing::Suspended,
                                Standing::Unknown}));
    // An answer that is none leaves everything unknown.
    question->ask({{u"1"_s, {}}});
    QVERIFY(question->take(answer(503, "busy")));
    QCOMPARE(question->standings(), QVector<Standing>{Standing::Unknown});
}

QTEST_APPLESS_MAIN(TestPostStandings)
#include "tst_poststandings.moc"
