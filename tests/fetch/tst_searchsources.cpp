#include "fetch/BlueskySource.h"
#include "fetch/MastodonSource.h"
#include "fetch/Standing.h"
#include "fetch/XSource.h"
#include "source/Formats.h"
#include "support/ReadAll.h"
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

/// Of X's whole archive.
Subscription archiveSearch(Instant since)
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    search.since = since;
    return search;
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

/// What the readers find in a page.
test::Everything read(const FetchedPage &page)
{
    return test::readAll(
        formatOf(page.format)->make(openBytes(page.bytes), u"page"_s, {.format = page.format, .isFetched = true}));
}

int stories(const FetchedPage &page)
{
    return int(read(page).stories().size());
}

/// A status with further members, in quotation marks or single ones.
QByteArray statusWith(const QByteArray &members)
{
    return json("{'id':'1','uri':'https://a.example/1','content':'Invented'," + members + "}");
}

/// What accounts say of being found by those who search, and whether they wish to be.
void addWishes()
{
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("says nothing") << "'bot':false"_ba << true;
    QTest::newRow("wants to be found") << "'indexable':true,'noindex':false,'discoverable':true"_ba << true;
    QTest::newRow("says null") << "'indexable':null,'noindex':null,'discoverable':null"_ba << true;
    QTest::newRow("indexable") << "'indexable':false,'noindex':false,'discoverable':true"_ba << false;
    QTest::newRow("noindex") << "'indexable':true,'noindex':true,'discoverable':true"_ba << false;
    QTest::newRow("discoverable") << "'indexable':true,'noindex':false,'discoverable':false"_ba << false;
}

} // namespace

/// What the sources ask, and what they make of the answers.
class TestSearchSources : public QObject
{
    Q_OBJECT

private slots:
    void mastodonAsksForItsTags();
    void mastodonAsksForEachTagByItself();
    void mastodonLeavesOutWhatItsServerShouldHave_data();
    void mastodonLeavesOutWhatItsServerShouldHave();
    void mastodonFollowsTheLinkOfItsServer();
    void mastodonGoesOnWithoutLinks();
    void mastodonGoesOnBehindAnEmptyPage();
    void xGoesOnBehindAnEmptyPage();
    void aLinkThatLeadsBackIsNotFollowed();
    void mastodonReadsRecordedAnswers();
    void authorsWhoShunSearchAreLeftOut_data() { addWishes(); }
    void authorsWhoShunSearchAreLeftOut();
    void authorsWhoShunSearchArePassedOnByNobody_data() { addWishes(); }
    void authorsWhoShunSearchArePassedOnByNobody();
    void wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes_data() { addWishes(); }
    void wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes();
    void whatIsNotForEverybodyIsLeftOut_data();
    void whatIsNotForEverybodyIsLeftOut();
    void whatIsNotForEverybodyIsNotKeptAsAQuote_data();
    void whatIsNotForEverybodyIsNotKeptAsAQuote();
    void aWebPageIsNoTimeline();
    void aTimelineThatWasEmptiedIsTold();
    void anErrorIsTold();
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
    void xKeepsToItsBudgetAndReadsNothingTwice();
    void xAsksTheSameWhileItTurnsPages();
    void xGoesBackFurtherWithoutReadingTwice();
    void xAsksForNothingBetweenALaterDayAndAnEarlierPost();
    void xGoesOnWithAWishThatWasStopped();
    void xIsAskedForNoMoreThanItReaches();
    void xIsLeftWhereItRepeatsItself();
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
    void answersKnowWhatTheyAnswer();
    void aServersNumbersAreNamesOfItsOwn();
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
    QCOMPARE(parameter(request, u"all[]"_s), u"c"_s);
    QCOMPARE(parameter(request, u"none[]"_s), u"d"_s);
    QCOMPARE(parameter(request, u"limit"_s), u"40"_s);
    QCOMPARE(request->credential->authorization, "Bearer token"_ba);
    QCOMPARE(request->credential->origin.host, u"server.example"_s);
}

/// Smaller servers don't heed a wish for any of several.
void TestSearchSources::mastodonAsksForEachTagByItself()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"a"_s, u"b"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto asked = [&source] { return source.next() ? source.next()->address.path() : QString(); };
    const auto give = [&source](const QByteArray &body) { return page(source.take(answer(200, json(body)))); };
    QCOMPARE(asked(), u"/api/v1/timelines/tag/a"_s);
    QVERIFY(!give("[{'id':'9','uri':'u9'},{'id':'8','uri':'u8'}]").bytes.isEmpty());
    QCOMPARE(asked(), u"/api/v1/timelines/tag/b"_s);
    const FetchedPage other = give("[{'id':'9','uri':'u9'},{'id':'7','uri':'u7'}]");
    QVERIFY(!other.bytes.contains("u9") && other.bytes.contains("u7"));
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);

    MastodonSource later(tags, other.place, {}, {});
    QVERIFY(parameter(later.next(), u"max_id"_s).isEmpty());
    page(later.take(answer(200, json("[{'id':'9','uri':'u9'}]")))); // known
    page(later.take(answer(200, json("[{'id':'7','uri':'u7'}]"))));
    QCOMPARE(parameter(later.next(), u"max_id"_s), u"8"_s); // where it was left
}

void TestSearchSources::mastodonLeavesOutWhatItsServerShouldHave_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("has all") << "'tags':[{'name':'metoo'},{'name':'Job'}]"_ba << true;
    QTest::newRow("lacks one") << "'tags':[{'name':'metoo'}]"_ba << false;
    QTest::newRow("has an unwanted one") << "'tags':[{'name':'job'},{'name':'SPAM'}]"_ba << false;
    QTest::newRow("doesn't say") << "'content':'x'"_ba << true;
    QTest::newRow("passes on what has all") << "'tags':[],'reblog':{'tags':[{'name':'job'}]}"_ba << true;
    QTest::newRow("passes on what lacks one") << "'tags':[],'reblog':{'tags':[]}"_ba << false;
}

void TestSearchSources::mastodonLeavesOutWhatItsServerShouldHave()
{
    QFETCH(const QByteArray, status);
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    tags.allTags = {u"job"_s, u"café"_s}; // which the server may call cafe
    tags.noneTags = {u"spam"_s};
    MastodonSource source(tags, {}, {}, {});
    const FetchedPage taken = page(source.take(answer(200, json("[{'id':'9','uri':'u9'," + status + "}]"))));
    QTEST(!taken.bytes.isEmpty(), "isTaken");
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"9"_s);
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

/// A server takes posts out of a page that it doesn't show to whoever asks.
void TestSearchSources::mastodonGoesOnBehindAnEmptyPage()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource source(tags, {}, {}, {});
    const auto give = [&source](const QByteArray &body, const QByteArray &next) {
        HttpAnswer given = answer(200, body);
        given.headers = {{"link", "<https://server.example/x?max_id=" + next + ">; rel=\"next\""}};
        page(source.take(given));
    };
    (void)source.next();
    give(json("[{'id':'9','uri':'u9'}]"), "9");
    give("[]", "8");
    QCOMPARE(parameter(source.next(), u"max_id"_s), u"8"_s);
    give("[]", "7");
    give("[]", "6");
    QVERIFY(!source.next());
    QCOMPARE(source.ending()->outcome, FetchOutcome::Partly);
    QVERIFY2(source.ending()->message.contains(u"server.example"_s), qPrintable(source.ending()->message));
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

void TestSearchSources::authorsWhoShunSearchAreLeftOut()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const FetchedPage page{
        statusWith("'visibility':'public','account':{'acct':'a'," + wish + "}"), u"mastodon"_s, {}};
    QCOMPARE(read(page).counts(), isFound ? u"1 0 0 0 0"_s : u"0 0 0 1 0"_s);
}

void TestSearchSources::authorsWhoShunSearchArePassedOnByNobody()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const QByteArray open = "'account':{'acct':'b','indexable':true}";
    const QByteArray inner = "{'uri':'https://b.example/2','content':'Invented','visibility':'public',";
    const QByteArray boost = statusWith("'visibility':'public'," + open + ",'reblog':" + inner
                                        + "'account':{'acct':'a'," + wish + "}}");
    QCOMPARE(read({boost, u"mastodon"_s, {}}).counts(), isFound ? u"0 1 0 0 0"_s : u"0 0 0 1 0"_s);
    // Who passes on what somebody else said is not its author.
    const QByteArray other
        = statusWith("'visibility':'public','account':{'acct':'a'," + wish + "},'reblog':" + inner + open + "}");
    QCOMPARE(read({other, u"mastodon"_s, {}}).counts(), u"0 1 0 0 0"_s);
}

/// The quote stays as a link, and neither as words nor in the record as it came.
void TestSearchSources::wordsOfAuthorsWhoShunSearchAreNotKeptAsQuotes()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isFound);
    const QByteArray quote
        = "'visibility':'public','account':{'acct':'b'},'quote':{'state':'accepted','quoted_status':"
          "{'uri':'https://b.example/2','url':'https://b.example/2','content':'Words of another',"
          "'visibility':'public','account':{'acct':'a',"
        + wish + "}}}";
    const test::Everything all = read({statusWith(quote), u"mastodon"_s, {}});
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    const Relation relation = all.stories().constFirst().relations.value(0);
    QCOMPARE(relation.nativeId, u"https://b.example/2"_s);
    QCOMPARE(relation.text, isFound ? u"Words of another"_s : QString());
    QCOMPARE(all.records.front().raw.contains("Words of another"), isFound);
}

void TestSearchSources::whatIsNotForEverybodyIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("audience");
    QTest::addColumn<QString>("mark"); // what the story is marked with
    QTest::addColumn<bool>("isForAll");
    QTest::newRow("public") << "'visibility':'public'"_ba << QString() << true;
    QTest::newRow("public, and for other servers, too")
        << "'visibility':'public','local_only':false"_ba << QString() << true;
    QTest::newRow("unlisted") << "'visibility':'unlisted'"_ba << u"unlisted"_s << true;
    QTest::newRow("public, for those of its server")
        << "'visibility':'public','local_only':true"_ba << QString() << false;
    for (const char *narrow : {"private", "direct", "limited", "mutuals_only", "local", "list", "none", ""}) {
        QTest::addRow("“%s”", narrow) << "'visibility':'" + QByteArray(narrow) + "'" << QString() << false;
    }
    QTest::newRow("null") << "'visibility':null"_ba << QString() << false;
}

void TestSearchSources::whatIsNotForEverybodyIsLeftOut()
{
    QFETCH(const QByteArray, audience);
    QFETCH(const QString, mark);
    QFETCH(const bool, isForAll);
    const test::Everything all
        = read({statusWith(audience + ",'account':{'acct':'a','indexable':true}"), u"mastodon"_s, {}});
    QCOMPARE(all.counts(), isForAll ? u"1 0 0 0 0"_s : u"0 0 0 1 0"_s);
    if (isForAll)
        QCOMPARE(all.stories().constFirst().attributes.value(0).value, mark);
}

void TestSearchSources::whatIsNotForEverybodyIsNotKeptAsAQuote_data()
{
    QTest::addColumn<QByteArray>("quoted"); // what it says of itself, and the quote of it
    QTest::addColumn<bool>("isKept");
    QTest::newRow("public") << "'visibility':'public'},'state':'accepted'"_ba << true;
    QTest::newRow("unlisted") << "'visibility':'unlisted'},'state':'accepted'"_ba << true;
    QTest::newRow("for followers") << "'visibility':'private'},'state':'accepted'"_ba << false;
    QTest::newRow("for one person") << "'visibility':'direct'},'state':'accepted'"_ba << false;
    QTest::newRow("for those of its server")
        << "'visibility':'public','local_only':true},'state':'accepted'"_ba << false;
    for (const char *state : {"pending", "rejected", "revoked", "deleted", "unauthorized", "blocked_account", ""})
        QTest::addRow("“%s”", state) << "'visibility':'public'},'state':'" + QByteArray(state) + "'" << false;
}

void TestSearchSources::whatIsNotForEverybodyIsNotKeptAsAQuote()
{
    QFETCH(const QByteArray, quoted);
    QFETCH(const bool, isKept);
    const test::Everything all = read({statusWith("'visibility':'public','account':{'acct':'b'},'quote':{"
                                                  "'quoted_status':{'uri':'https://b.example/2','content':"
                                                  "'Words of another','account':{'acct':'a'},"
                                                  + quoted + "}"),
                                       u"mastodon"_s,
                                       {}});
    QCOMPARE(all.counts(), u"1 0 0 0 0"_s);
    QCOMPARE(all.stories().constFirst().relations.size(), isKept ? 1 : 0);
    QCOMPARE(all.records.front().raw.contains("Words of another"), isKept);
}

void TestSearchSources::aWebPageIsNoTimeline()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    for (const QByteArray &body :
         {"<html>Down for repair</html>"_ba, json("{'a':1}"), "{}"_ba, "[{}]"_ba, "[{\"id\":\"1\""_ba, ""_ba}) {
        MastodonSource source(tags, {}, {}, {});
        (void)source.next();
        const auto taken = source.take(answer(200, body));
        QVERIFY2(std::holds_alternative<PageProblem>(taken), body.constData());
        QVERIFY(std::get<PageProblem>(taken).message.contains(u"server.example"_s));
    }
}

/// Nothing new isn't the same as nothing at all.
void TestSearchSources::aTimelineThatWasEmptiedIsTold()
{
    Subscription tags = subscription(Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    MastodonSource first(tags, {}, {}, {});
    (void)first.next();
    page(first.take(answer(200, "[]")));
    QVERIFY(!first.next() && !first.ending()); // nobody uses the tag
    MastodonSource read(tags, {}, {}, {});
    (void)read.next();
    const QString place = page(read.take(answer(200, json("[{'id':'9','uri':'u9'}]")))).place;
    MastodonSource later(tags, place, {}, {});
    (void)later.next();
    const QString kept = page(later.take(answer(200, "[]"))).place;
    QCOMPARE(parameter(later.next(), u"max_id"_s), u"9"_s); // that stretch was left open
    QVERIFY(later.ending() && later.ending()->outcome == FetchOutcome::Done);
    QVERIFY2(later.ending()->message.contains(u"server.example"_s), qPrintable(later.ending()->message));
    QVERIFY(kept.contains(u"u9"_s));
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

void TestSearchSources::blueskyBeginsAnewWhereACursorIsForgotten()
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
void TestSearchSources::blueskySearchesForEachTagByItself()
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

void TestSearchSources::blueskyGoesOnWithEachSearchWhereItWas()
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
void TestSearchSources::blueskyLeavesTheOtherSearchesWhereTheyWere()
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

void TestSearchSources::oneEmptySearchSaysNothingOfItsServer()
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

void TestSearchSources::blueskyLeavesOutWhatHasATagThatNobodyWants_data()
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

void TestSearchSources::blueskyLeavesOutWhatHasATagThatNobodyWants()
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
void TestSearchSources::oneSessionServesAnAccount()
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
    BlueskySessions sessions;
    BlueskySource source(search, {}, sessions.sessionFor(search, {u"x"_s}), {});
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
    search.wholeArchive = true;
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
    QVERIFY(first.ending() && first.ending()->outcome == FetchOutcome::Partly);

    XSource second(search, read.place, {u"token"_s}, {});
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"101"_s);
    QCOMPARE(parameter(second.next(), u"since_id"_s), u"1"_s); // without any, the archive gives a month
    const FetchedPage rest
        = page(second.take(answer(200, json("{'data':[") + posts(100, 95) + json("],'meta':{}}"))));
    QVERIFY(!second.next() && !second.ending());

    XSource third(search, rest.place, {u"token"_s}, {});
    QCOMPARE(parameter(third.next(), u"since_id"_s), u"120"_s);
    QVERIFY(parameter(third.next(), u"until_id"_s).isEmpty());
    QVERIFY(page(third.take(answer(200, json("{'meta':{'result_count':0}}")))).bytes.isEmpty());
    QVERIFY(!third.next());
}

namespace {

QString idAt(const QDateTime &at)
{
    return QString::number((at.toMSecsSinceEpoch() - 1288834974657) << 22);
}

HttpAnswer foundByX(const QStringList &ids, const QByteArray &token)
{
    QByteArrayList posts;
    for (const QString &id : ids)
        posts << json("{'id':'") + id.toUtf8() + json("','text':'x'}");
    return answer(200,
                  json("{'data':[") + posts.join(',') + json("],'meta':{")
                      + (token.isEmpty() ? QByteArray() : json("'next_token':'") + token + json("'")) + "}}");
}

} // namespace

/// A token belongs to the question that it came from.
void TestSearchSources::xAsksTheSameWhileItTurnsPages()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource first(search, {}, {u"token"_s}, {});
    const QString place = page(first.take(foundByX({u"90"_s, u"80"_s}, "n"))).place;
    XSource second(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"80"_s);
    page(second.take(foundByX({u"70"_s, u"60"_s}, "m")));
    QCOMPARE(parameter(second.next(), u"next_token"_s), u"m"_s);
    QCOMPARE(parameter(second.next(), u"until_id"_s), u"80"_s);
}

void TestSearchSources::xGoesOnBehindAnEmptyPage()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource source(search, {}, {u"token"_s}, {});
    page(source.take(foundByX({u"90"_s, u"80"_s}, "n")));
    page(source.take(foundByX({}, "m")));
    QCOMPARE(parameter(source.next(), u"next_token"_s), u"m"_s);
    page(source.take(foundByX({u"70"_s}, "l")));
    QString place;
    for (int empty = 0; empty < 100; ++empty) {
        QVERIFY(source.next());
        place = page(source.take(foundByX({}, "k" + QByteArray::number(empty)))).place;
    }
    QVERIFY(!source.next());
    QCOMPARE(source.ending()->outcome, FetchOutcome::Failed);
    // The next run doesn't meet them again, but reads what is new.
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"since_id"_s), u"90"_s);
    QVERIFY(parameter(later.next(), u"until_id"_s).isEmpty());
    page(later.take(foundByX({u"95"_s}, {})));
    QVERIFY(!later.next() && !later.ending());
    XSource back(search, {}, {u"token"_s}, {});
    page(back.take(foundByX({u"90"_s}, "n")));
    page(back.take(foundByX({}, "n")));
    QVERIFY(!back.next() && !back.ending()); // it leads nowhere
}

void TestSearchSources::xGoesBackFurtherWithoutReadingTwice()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    const Subscription search = archiveSearch(since(10));
    XSource first(search, {}, {u"token"_s}, {});
    QVERIFY(!parameter(first.next(), u"start_time"_s).isEmpty());
    const QString known = page(first.take(foundByX({daysAgo(1), daysAgo(9)}, {}))).place;
    QVERIFY(!first.next());

    // What is new, then what lies below, down to the earlier day.
    XSource further(search, known, {u"token"_s}, since(30));
    QCOMPARE(parameter(further.next(), u"since_id"_s), daysAgo(1));
    page(further.take(foundByX({}, {})));
    QCOMPARE(parameter(further.next(), u"until_id"_s), daysAgo(9));
    QCOMPARE(parameter(further.next(), u"since_id"_s), daysAgo(30));
    QVERIFY(parameter(further.next(), u"next_token"_s).isEmpty());
    const QString stopped = page(further.take(foundByX({daysAgo(12), daysAgo(20)}, "n"))).place;

    XSource again(search, stopped, {u"token"_s}, since(30));
    page(again.take(foundByX({}, {})));
    QCOMPARE(parameter(again.next(), u"until_id"_s), daysAgo(20));
    const QString done = page(again.take(foundByX({daysAgo(31)}, "n"))).place;
    QVERIFY(!again.next() && !again.ending());

    // The same once more, and a later day, bring only what is new.
    for (const int days : {30, 10}) {
        XSource same(search, done, {u"token"_s}, since(days));
        QCOMPARE(parameter(same.next(), u"since_id"_s), daysAgo(1));
        page(same.take(foundByX({}, {})));
        QVERIFY(!same.next());
    }
}

/// What is to be above isn't below: such a question is refused.
void TestSearchSources::xAsksForNothingBetweenALaterDayAndAnEarlierPost()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    search.since = since(30);
    XSource stopped(search, {}, {u"token"_s}, {});
    const QString place = page(stopped.take(foundByX({daysAgo(1), daysAgo(20)}, "n"))).place;

    search.since = since(10);
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"since_id"_s), daysAgo(1));
    QVERIFY(parameter(later.next(), u"until_id"_s).isEmpty());
    const QString known = page(later.take(foundByX({}, {}))).place;
    QVERIFY(!later.next() && !later.ending());

    search.since = since(15); // all above the twentieth day was read
    XSource within(search, known, {u"token"_s}, {});
    page(within.take(foundByX({}, {})));
    QVERIFY(!within.next());

    search.since = since(30);
    XSource back(search, known, {u"token"_s}, {});
    page(back.take(foundByX({}, {})));
    QCOMPARE(parameter(back.next(), u"until_id"_s), daysAgo(20));
    QCOMPARE(parameter(back.next(), u"since_id"_s), daysAgo(30));
}

/// By itself, with the next run, and no longer than until it is fulfilled.
void TestSearchSources::xGoesOnWithAWishThatWasStopped()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto daysAgo = [&](int days) { return idAt(now.addDays(-days)); };
    const auto since = [&](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    const Subscription search = archiveSearch(since(10));
    XSource first(search, {}, {u"token"_s}, {});
    const QString known = page(first.take(foundByX({daysAgo(1), daysAgo(9)}, {}))).place;
    XSource wish(search, known, {u"token"_s}, since(30));
    page(wish.take(foundByX({}, {})));
    const QString stopped = page(wish.take(foundByX({daysAgo(12)}, "n"))).place;

    XSource plain(search, stopped, {u"token"_s}, {});
    QCOMPARE(parameter(plain.next(), u"since_id"_s), daysAgo(1));
    page(plain.take(foundByX({}, {})));
    QCOMPARE(parameter(plain.next(), u"until_id"_s), daysAgo(12));
    QCOMPARE(parameter(plain.next(), u"since_id"_s), daysAgo(30));
    const QString done = page(plain.take(foundByX({daysAgo(31)}, "n"))).place;
    QVERIFY(!plain.next() && !plain.ending());
    QVERIFY(!done.contains(u"wish"_s));

    // The same where it was stopped in the first run of all.
    XSource begun(search, {}, {u"token"_s}, since(30));
    XSource goesOn(search, page(begun.take(foundByX({daysAgo(1), daysAgo(20)}, "n"))).place, {u"token"_s}, {});
    QCOMPARE(parameter(goesOn.next(), u"until_id"_s), daysAgo(20));
    QCOMPARE(parameter(goesOn.next(), u"since_id"_s), daysAgo(30));
}

/// A question for more is refused.
void TestSearchSources::xIsAskedForNoMoreThanItReaches()
{
    const auto place = [](const QString &key, const QString &id) {
        return QString::fromUtf8(json("{'")) + key + QString::fromUtf8(json("':'")) + id
            + QString::fromUtf8(json("'}"));
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString yesterday = idAt(now.addDays(-1));
    const QString longAgo = idAt(now.addDays(-20));
    const auto start = [&](auto &&source) {
        return QDateTime::fromString(parameter(source.next(), u"start_time"_s), Qt::ISODate);
    };
    Subscription search = subscription(Service::X);
    search.budget = 100;
    search.since = now.addDays(-30).toMSecsSinceEpoch();

    QVERIFY(start(XSource(search, {}, {u"token"_s}, {})) > now.addDays(-7));
    XSource known(search, place(u"newest"_s, yesterday), {u"token"_s}, {});
    QCOMPARE(parameter(known.next(), u"since_id"_s), yesterday);
    XSource left(search, place(u"newest"_s, longAgo), {u"token"_s}, {});
    QVERIFY(parameter(left.next(), u"since_id"_s).isEmpty());
    QVERIFY(start(left) > now.addDays(-7));
    // A stopped run goes on below, without a beginning, which the server doesn't take together with an end.
    XSource stopped(search, place(u"before"_s, yesterday), {u"token"_s}, {});
    QCOMPARE(parameter(stopped.next(), u"until_id"_s), yesterday);
    QVERIFY(parameter(stopped.next(), u"start_time"_s).isEmpty());
    page(stopped.take(answer(200,
                             json("{'data':[{'text':'x','id':'") + idAt(now.addDays(-31)).toUtf8()
                                 + json("'}],'meta':{'next_token':'n'}}"))));
    QVERIFY(!stopped.next() && !stopped.ending());
    XSource stoppedLongAgo(search, place(u"before"_s, longAgo), {u"token"_s}, {});
    QVERIFY(parameter(stoppedLongAgo.next(), u"until_id"_s).isEmpty());

    search.wholeArchive = true;
    QVERIFY(start(XSource(search, {}, {u"token"_s}, {})) < now.addDays(-29));
}

/// And what is behind isn't taken for read.
void TestSearchSources::xIsLeftWhereItRepeatsItself()
{
    Subscription search = subscription(Service::X);
    search.budget = 1000;
    search.wholeArchive = true;
    XSource source(search, {}, {u"token"_s}, {});
    QString place;
    for (const char *id : {"9", "8"}) {
        QVERIFY(source.next());
        place = page(source.take(answer(
                         200, json("{'data':[{'id':'") + id + json("','text':'x'}],'meta':{'next_token':'n'}}"))))
                    .place;
    }
    QVERIFY(!source.next());
    QVERIFY(source.ending() && source.ending()->outcome == FetchOutcome::Failed);
    XSource later(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(later.next(), u"until_id"_s), u"8"_s);

    XSource circle(search, {}, {u"token"_s}, {});
    page(circle.take(foundByX({u"9"_s}, "n")));
    page(circle.take(foundByX({u"8"_s}, "m")));
    QVERIFY(circle.next());
    page(circle.take(foundByX({u"7"_s}, "n")));
    QVERIFY(!circle.next());
    QVERIFY(circle.ending() && circle.ending()->outcome == FetchOutcome::Failed);

    XSource old(search, {}, {u"token"_s}, {}); // the same posts under ever other tokens
    page(old.take(foundByX({u"9"_s, u"8"_s}, "n")));
    page(old.take(foundByX({u"7"_s}, "m")));
    place = page(old.take(foundByX({u"9"_s, u"8"_s}, "l"))).place;
    QVERIFY(!old.next());
    QVERIFY(old.ending() && old.ending()->outcome == FetchOutcome::Failed);
    XSource goesOn(search, place, {u"token"_s}, {});
    QCOMPARE(parameter(goesOn.next(), u"until_id"_s), u"7"_s);
}

void TestSearchSources::blueskyTellsDeletedFromGone()
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

void TestSearchSources::aPostMayBeForMembersOnlyBySomeDay_data()
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

void TestSearchSources::aPostMayBeForMembersOnlyBySomeDay()
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

void TestSearchSources::mastodonListsManyAtOnce()
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

void TestSearchSources::mastodonAsksForPagesWhereItCannotList()
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

void TestSearchSources::aListSaysWhatAuthorsWish_data()
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

void TestSearchSources::aListSaysWhatAuthorsWish()
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

void TestSearchSources::aPageSaysWhoMayReadIt_data()
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

void TestSearchSources::aPageSaysWhoMayReadIt()
{
    QFETCH(const QByteArray, page);
    const auto question = mastodonStanding({});
    question->ask({{u"https://server.example/objects/af1c"_s, {}}});
    QVERIFY(!question->take(pageAt(question->next(), page)));
    QVERIFY(!question->next());
    QTEST(question->standings().constFirst(), "standing");
}

/// Each account is asked for once, and only at the server that has the post.
void TestSearchSources::accountsSayWhatPagesDoNot()
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

void TestSearchSources::editedPagesAreShown()
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

void TestSearchSources::aSecretiveServerIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("page");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("lists, and shows nobody this one") << "[]"_ba << 401 << Standing::Protected;
    QTest::newRow("lists, and has locked the account") << "[]"_ba << 403 << Standing::Suspended;
    QTest::newRow("lists, and has a trouble") << "[]"_ba << 503 << Standing::Unknown;
    QTest::newRow("lists, and shows a page of words") << "[]"_ba << 200 << Standing::Unknown;
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
    vouch(*question);
    QTEST(question->standings().constFirst(), "standing");
}

void TestSearchSources::aServerWithoutListsIsAskedForEachStatus_data()
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

void TestSearchSources::aServerWithoutListsIsAskedForEachStatus()
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

void TestSearchSources::whoForbidsOnePageOfManyMeansIt_data()
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
void TestSearchSources::whoForbidsOnePageOfManyMeansIt()
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
void TestSearchSources::whoSaysNothingOfAStatusSuspendsNobody()
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
void TestSearchSources::aWordOfTheApiIsNoWordOfAPage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("says nothing") << 403 << "<html>Who are you?</html>"_ba;
    QTest::newRow("speaks of another story") << 404 << json("{'error':'Record not found'}");
}

void TestSearchSources::aWordOfTheApiIsNoWordOfAPage()
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

/// What a number means is known once its post comes, on whatever page.
void TestSearchSources::aServersNumbersAreNamesOfItsOwn()
{
    const QByteArray statuses
        = json("[{'id':'9','uri':'https://a.example/9','content':'Invented','visibility':'public','account':{},"
               "'in_reply_to_id':'8'},{'id':'10','content':'','visibility':'public','account':{},"
               "'uri':'https://a.example/10','reblog':{'id':'7','uri':'https://b.example/7','content':'Invented',"
               "'visibility':'public','account':{}}}]");
    auto reader = formatOf(u"mastodon"_s)
                      ->make(openBytes(statuses), u"page"_s,
                             {.format = u"mastodon"_s, .isFetched = true, .server = u"https://c.example"_s});
    QVERIFY(reader);
    const auto answers = reader.value()->next();
    QVERIFY(answers && answers->has_value());
    QCOMPARE((*answers)->calledThere, u"https://c.example/api/v1/statuses/9"_s);
    QCOMPARE(std::get<Story>((*answers)->content).relations.constFirst().nativeId,
             u"https://c.example/api/v1/statuses/8"_s);
    const auto boost = reader.value()->next();
    QVERIFY(boost && boost->has_value());
    QCOMPARE((*boost)->calledThere, u"https://c.example/api/v1/statuses/7"_s); // what was passed on
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
