#include "fetch/BlueskySource.h"
#include "fetch/MastodonSource.h"
#include "fetch/Standing.h"
#include "fetch/XSource.h"
#include "source/Formats.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// JSON with single quotes, which are easier to read here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

HttpAnswer answer(int status, const QByteArray &body, const QByteArray &link = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.address = QUrl(u"https://server.example/"_s);
    answer.headers = {{"link", link}};
    answer.body = body;
    return answer;
}

/// An answer that was recorded, with its headers.
HttpAnswer recorded(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    const auto end = bytes.indexOf("\r\n\r\n") >= 0 ? bytes.indexOf("\r\n\r\n") : bytes.indexOf("\n\n");
    HttpAnswer answer;
    answer.address = QUrl(u"https://server.example/"_s);
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1))
        answer.headers.append({line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed()});
    answer.body = bytes.mid(end).trimmed();
    return answer;
}

Subscription subscription(Service service)
{
    Subscription subscription;
    subscription.service = service;
    subscription.address = QUrl(u"https://server.example"_s);
    return subscription;
}

QString parameter(const std::optional<HttpRequest> &request, const QString &name)
{
    return request ? QUrlQuery(request->address).queryItemValue(name, QUrl::FullyDecoded) : u"no request"_s;
}

FetchedPage page(const std::variant<FetchedPage, PageProblem> &taken)
{
    const auto *problem = std::get_if<PageProblem>(&taken);
    if (problem)
        qWarning("%s", qPrintable(problem->message));
    return problem ? FetchedPage{"problem", {}, {}} : std::get<FetchedPage>(taken);
}

/// How many stories the readers find in a page.
int stories(const FetchedPage &page)
{
    auto reader
        = formatOf(page.format)->make(openBytes(page.bytes), u"page"_s, {.format = page.format, .isFetched = true});
    int count = 0;
    while (reader) {
        const auto record = reader.value()->next();
        if (!record || !record->has_value())
            break;
        count += std::holds_alternative<Story>((*record)->content) ? 1 : 0;
    }
    return count;
}

} // namespace

/// What the sources ask, and what they make of the answers.
class TestSearchSources : public QObject
{
    Q_OBJECT

private slots:
    void mastodonAsksForItsTags();
    void mastodonFollowsTheLinkOfItsServer();
    void mastodonGoesOnWithoutLinks();
    void aLinkThatLeadsBackIsNotFollowed();
    void mastodonReadsRecordedAnswers();
    void authorsWhoShunSearchAreLeftOut_data();
    void authorsWhoShunSearchAreLeftOut();
    void aWebPageIsNoTimeline();
    void anErrorIsTold();
    void blueskyOpensASessionAndRenewsIt();
    void blueskyReadsRecordedAnswers();
    void xKeepsToItsBudgetAndReadsNothingTwice();
    void blueskyTellsDeletedFromGone();
    void mastodonListsManyAtOnce();
    void mastodonAsksForPagesWhereItCannotList();
    void aSecretiveServerIsUnderstood_data();
    void aSecretiveServerIsUnderstood();
    void answersKnowWhatTheyAnswer();
    void xTellsWhatBecameOfPosts();
};

void TestSearchSources::mastodonAsksForItsTags()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"métoo"_s, u"a b"_s};
    tags.allTags = {u"c"_s};
    tags.noneTags = {u"d"_s};
    MastodonSource source(tags, {}, {u"token"_s}, {});
    const auto request = source.next();
    QVERIFY(request);
    QCOMPARE(request->address.path(QUrl::FullyEncoded), u"/api/v1/timelines/tag/m%C3%A9too"_s);
    QCOMPARE(parameter(request, u"any[]"_s), u"a b"_s);
    QCOMPARE(parameter(request, u"all[]"_s), u"c"_s);
    QCOMPARE(parameter(request, u"none[]"_s), u"d"_s);
    QCOMPARE(parameter(request, u"limit"_s), u"40"_s);
    QCOMPARE(request->credential->authorization, "Bearer token"_ba);
    QCOMPARE(request->credential->origin.host, u"server.example"_s);
}

void TestSearchSources::mastodonFollowsTheLinkOfItsServer()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto first = source.next();
    page(source.take(
        answer(200, json("[{'id':'9','uri':'u9','content':'','created_at':'2026-01-01T00:00:00Z'}]"),
               "<https://elsewhere.example/steal?max_id=7>; rel=\"next\", <https://x.example/?min_id=9>; "
               "rel=\"prev\"")));
    const auto next = source.next();
    QCOMPARE(parameter(next, u"max_id"_s), u"7"_s);
    QCOMPARE(next->address.host(), u"server.example"_s);
    QCOMPARE(next->address.path(), first->address.path());
}

void TestSearchSources::mastodonGoesOnWithoutLinks()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    page(source.take(answer(200, json("[{'id':'9','uri':'u9'},{'id':'8','uri':'u8'}]"))));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    page(source.take(answer(200, "[]")));
    QVERIFY(!source.next());
}

void TestSearchSources::aLinkThatLeadsBackIsNotFollowed()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    page(source.take(answer(200, json("[{'id':'9','uri':'u9'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"9"_s);
    page(source.take(answer(200, json("[{'id':'8','uri':'u8'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    // A server that gives that page whatever it is asked for is left.
    page(source.take(answer(200, json("[{'id':'8','uri':'u8'}]"), "<https://server.example/?max_id=9>; rel=next")));
    QVERIFY(!source.next());
}

void TestSearchSources::mastodonReadsRecordedAnswers()
{
    const QString mastodon
        = test::sharedFile(u"samples/mastodon-api/Mastodon.py/tests/cassettes/test_hashtag_tl/timeline.http"_s);
    const QString snac = test::sharedFile(u"samples/mastodon-api/snac2/tag-page1.http"_s);
    if (mastodon.isEmpty() || snac.isEmpty())
        QSKIP("the recorded answers are not here");
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"hoot"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    QCOMPARE(stories(page(source.take(recorded(mastodon)))), 1);
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"117020593741189701"_s);
    MastodonSource other(tags, {}, {}, {});
    (void)other.next();
    QVERIFY(stories(page(other.take(recorded(snac)))) >= 1);
    QVERIFY(other.next());
}

void TestSearchSources::authorsWhoShunSearchAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<int>("count");
    QTest::newRow("says nothing") << json("'bot':false") << 1;
    QTest::newRow("wants to be found") << (json("'indexable':true,'noindex':false,'discoverable':true")) << 1;
    QTest::newRow("says null") << (json("'discoverable':null")) << 1;
    QTest::newRow("indexable") << (json("'indexable':false")) << 0;
    QTest::newRow("noindex") << (json("'noindex':true")) << 0;
    QTest::newRow("discoverable") << (json("'discoverable':false")) << 0;
}

void TestSearchSources::authorsWhoShunSearchAreLeftOut()
{
    QFETCH(const QByteArray, wish);
    FetchedPage page{json("[{'id':'1','uri':'https://a.example/1','content':'Invented','visibility':'public',")
                         + json("'account':{'acct':'a',") + wish + "}}]",
                     u"mastodon"_s,
                     {}};
    QTEST(stories(page), "count");
}

void TestSearchSources::aWebPageIsNoTimeline()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    for (const QByteArray &body :
         {"<html>Down for repair</html>"_ba, json("{'a':1}"), "[{\"id\":\"1\""_ba, ""_ba}) {
        MastodonSource source(tags, {}, {}, {});
        (void)source.next();
        const auto taken = source.take(answer(200, body));
        QVERIFY2(std::holds_alternative<PageProblem>(taken), body.constData());
        QVERIFY(std::get<PageProblem>(taken).message.contains(u"server.example"_s));
    }
}

void TestSearchSources::anErrorIsTold()
{
    const PageProblem problem = problemOf(answer(422, json("{'error':'Nur für Angemeldete'}")));
    QVERIFY2(problem.message.contains(u"Nur für Angemeldete"_s) && problem.message.contains(u"server.example"_s),
             qPrintable(problem.message));
}

void TestSearchSources::blueskyOpensASessionAndRenewsIt()
{
    Subscription search = subscription(Service::Bluesky);
    search.words = u"#metoo"_s;
    search.account = u"me.example"_s;
    BlueskySource source(search, {}, {u"app-password"_s}, {});
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

void TestSearchSources::blueskyReadsRecordedAnswers()
{
    const QString path = test::sharedFile(u"samples/bluesky/dev-env/searchPosts-page1.json"_s);
    if (path.isEmpty())
        QSKIP("the recorded answers are not here");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray body = file.readAll();
    Subscription search = subscription(Service::Bluesky);
    search.words = u"loopback"_s;
    BlueskySource source(search, {}, {u"x"_s}, {});
    page(source.take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    const FetchedPage read = page(source.take(answer(200, body)));
    const auto posts = QJsonDocument::fromJson(body).object()["posts"_L1].toArray().size();
    QVERIFY(posts > 0);
    QCOMPARE(stories(read), int(posts));
}

void TestSearchSources::xKeepsToItsBudgetAndReadsNothingTwice()
{
    Subscription search = subscription(Service::X);
    search.words = u"metoo"_s;
    search.budget = 25;
    const auto posts = [](int from, int to) {
        QByteArray data;
        for (int id = from; id >= to; --id)
            data
                += (data.isEmpty() ? "" : ",") + (json("{'id':'")) + QByteArray::number(id) + json("','text':'x'}");
        return data;
    };
    XSource first(search, {}, {u"token"_s}, {});
    QCOMPARE(parameter(first.next(), u"max_results"_s), u"25"_s);
    const FetchedPage read
        = page(first.take(answer(200, json("{'data':[") + posts(120, 101) + json("],'meta':{'next_token':'n'}}"))));
    QVERIFY(!first.next()); // five are left, and no page is so small
    QVERIFY(first.hasMore());

    XSource second(search, read.place, {u"token"_s}, {});
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"101"_s);
    QVERIFY(parameter(second.next(), u"since_id"_s).isEmpty());
    const FetchedPage rest
        = page(second.take(answer(200, json("{'data':[") + posts(100, 95) + json("],'meta':{}}"))));
    QVERIFY(!second.next() && !second.hasMore());

    XSource third(search, rest.place, {u"token"_s}, {});
    QCOMPARE(parameter(third.next(), u"since_id"_s), u"120"_s);
    QVERIFY(parameter(third.next(), u"until_id"_s).isEmpty());
    QVERIFY(page(third.take(answer(200, json("{'meta':{'result_count':0}}")))).bytes.isEmpty());
    QVERIFY(!third.next());
}

void TestSearchSources::blueskyTellsDeletedFromGone()
{
    Subscription search = subscription(Service::Bluesky);
    const auto question = blueskyStanding(search, {u"x"_s});
    question->ask({{u"at://did:a/app.bsky.feed.post/1"_s, u"did:a"_s},
                   {u"at://did:a/app.bsky.feed.post/2"_s, u"did:a"_s},
                   {u"at://did:b/app.bsky.feed.post/3"_s, {}}});
    QVERIFY(question->next());
    QVERIFY(!question->take(answer(200, json("{'accessJwt':'A','refreshJwt':'R'}"))));
    QCOMPARE(question->next()->address.path(), u"/xrpc/app.bsky.feed.getPosts"_s);
    QVERIFY(!question->take(answer(200, json("{'posts':[{'uri':'at://did:a/app.bsky.feed.post/1'}]}"))));
    QCOMPARE(question->next()->address.path(), u"/xrpc/app.bsky.actor.getProfiles"_s);
    QVERIFY(!question->take(answer(200, json("{'profiles':[{'did':'did:a'}]}"))));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Suspended}));
}

namespace {

const QVector<AskedAbout> threeStatuses{{u"https://a.example/users/x/statuses/1"_s, {}},
                                        {u"https://a.example/users/y/statuses/2"_s, {}},
                                        {u"https://a.example/ap/users/9/statuses/3"_s, {}}};

} // namespace

void TestSearchSources::mastodonListsManyAtOnce()
{
    const auto question = mastodonStanding({});
    QCOMPARE(question->batchSize(), 20);
    QCOMPARE(question->serverOf(threeStatuses.at(0)), question->serverOf(threeStatuses.at(2)));
    QVERIFY(question->serverOf(threeStatuses.at(0)) != question->serverOf({u"https://b.example/users/x/1"_s, {}}));
    question->ask(threeStatuses);
    const auto list = question->next();
    QCOMPARE(list->address.toString(), u"https://a.example/api/v1/statuses?id[]=1&id[]=2&id[]=3"_s);
    QVERIFY(!question->take(answer(200,
                                   json("[{'id':'1','uri':'https://a.example/users/x/statuses/1'},"
                                        "{'id':'3','uri':'https://a.example/ap/users/9/statuses/3'}]"))));
    // The one that is left out is looked at once more before it goes for good.
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(1).nativeId);
    QVERIFY(!question->take(answer(404, "{}")));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Stands}));
}

void TestSearchSources::mastodonAsksForPagesWhereItCannotList()
{
    const auto question = mastodonStanding({});
    question->ask(threeStatuses);
    (void)question->next();
    QVERIFY(!question->take(answer(404, json("{'error':'Record not found'}"))));
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(0).nativeId);
    for (const int status : {200, 410, 500})
        QVERIFY(!question->take(answer(status, json("{'type':'Note'}"))));
    QVERIFY(!question->next());
    QCOMPARE(question->standings(), (QVector<Standing>{Standing::Stands, Standing::Deleted, Standing::Unknown}));
    question->ask(threeStatuses); // and it isn't asked for a list again
    QCOMPARE(question->next()->address.toString(), threeStatuses.at(0).nativeId);
    question->ask({{u"https://other.example/objects/af1c"_s, {}}});
    QCOMPARE(question->next()->address.path(), u"/objects/af1c"_s);
}

void TestSearchSources::aSecretiveServerIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("page");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("lists, and shows nobody this one") << "[]"_ba << 401 << Standing::Protected;
    QTest::newRow("lists, and has locked the account") << "[]"_ba << 403 << Standing::Suspended;
    QTest::newRow("lists, and has a trouble") << "[]"_ba << 503 << Standing::Unknown;
    QTest::newRow("lists, and shows a page of words") << "[]"_ba << 200 << Standing::Unknown;
    QTest::newRow("shows nobody anything") << "{}"_ba << 401 << Standing::Unknown;
    QTest::newRow("forbids everything") << "<html>"_ba << 403 << Standing::Unknown;
}

void TestSearchSources::aSecretiveServerIsUnderstood()
{
    QFETCH(const QByteArray, list);
    QFETCH(const int, page);
    const auto question = mastodonStanding({});
    question->ask({threeStatuses.at(0)});
    (void)question->next();
    QVERIFY(!question->take(answer(200, list)));
    QVERIFY(question->next());
    QVERIFY(!question->take(answer(page, "<html>Not for you</html>")));
    QVERIFY(!question->next());
    QTEST(question->standings().constFirst(), "standing");
}

/// A reply names its parent by number, and the parent is the older one, further down on the page.
void TestSearchSources::answersKnowWhatTheyAnswer()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    (void)source.next();
    const auto status = [](int id, const char *more) {
        return json("{'id':'") + QByteArray::number(id) + json("','uri':'https://a.example/")
            + QByteArray::number(id) + json("','content':'Invented','visibility':'public','account':{'acct':'a'}")
            + json(more) + '}';
    };
    const FetchedPage read = page(source.take(
        answer(200, '[' + status(9, ",'in_reply_to_id':'8'") + ',' + status(8, ",'in_reply_to_id':null") + ']')));
    QStringList answered;
    auto reader = formatOf(read.format)->make(openBytes(read.bytes), u"page"_s, {.format = read.format});
    QVERIFY(reader);
    for (auto record = reader.value()->next(); record && record->has_value(); record = reader.value()->next()) {
        for (const Relation &relation : std::get<Story>((*record)->content).relations)
            answered << relation.nativeId;
    }
    QCOMPARE(answered, QStringList{u"https://a.example/8"_s});
}

void TestSearchSources::xTellsWhatBecameOfPosts()
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

QTEST_APPLESS_MAIN(TestSearchSources)
#include "tst_searchsources.moc"
