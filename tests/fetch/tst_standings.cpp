#include "fetch/MastodonDoors.h"
#include "fetch/Standing.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// JSON with single quotes, which are easier to read here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

using Pages = QHash<QString, QByteArray>; ///< path -> body

/// A server that shows some pages, and gives one answer to all other questions.
struct Server
{
    Pages pages;
    int status = 404;
    QByteArray body = "<html>Not here</html>";
    QRegularExpression moved{u"^nothing"_s}; ///< paths that lead to another server

    [[nodiscard]] HttpAnswer answerTo(const HttpRequest &request) const
    {
        QUrl address = request.address;
        if (address.path().contains(moved))
            address.setHost(u"b.example"_s);
        const auto page = pages.constFind(address.path());
        return page == pages.cend() ? HttpAnswer{status, address, {}, {}, body}
                                    : HttpAnswer{200, address, {}, {}, *page};
    }
};

/// What came of asking it about stories.
struct Asked
{
    QVector<Standing> standings;
    QStringList said; ///< sentences
    QStringList paths;
};

Asked asked(StandingQuestion &question, const QVector<AskedAbout> &stories, const Server &server)
{
    Asked asked;
    question.ask(stories);
    while (const auto request = question.next()) {
        asked.paths << request->address.path();
        if (const auto problem = question.take(server.answerTo(*request))) {
            asked.said << problem->message;
            break;
        }
    }
    if (const auto ending = question.ending())
        asked.said << ending->message;
    asked.standings = question.standings();
    return asked;
}

QByteArray objectAt(const char *path, const char *type = "Note")
{
    return json("{'type':'") + type + json("','id':'https://a.example") + path + json("'}");
}

Subscription searchAt(Service service)
{
    Subscription search;
    search.service = service;
    search.address = QUrl(u"https://a.example"_s);
    return search;
}

} // namespace

/// What is believed of a server that says that stories are gone: whatever is taken back here never returns.
class TestStandings : public QObject
{
    Q_OBJECT

private slots:
    void aTokenIsLookedForOnceAServer();
    void aServerOfTheFediverseHasToShowSomething_data();
    void aServerOfTheFediverseHasToShowSomething();
    void nobodySpeaksForAnotherServer_data();
    void nobodySpeaksForAnotherServer();
    void aStoryThatLeadsElsewhereHindersNoOther();
    void whoShowsAnotherStoryIsBelieved();
    void whoShowsNoStoryAnyMoreIsNotBelieved();
    void anApiSpeaksForWhatItNumbers_data();
    void anApiSpeaksForWhatItNumbers();
    void whoSaysNothingIsNotAskedForEver_data();
    void whoSaysNothingIsNotAskedForEver();
    void aTokenGoesToItsServerAlone();
    void whoLetsStrangersInIsShownNoToken();
    void blueskyHasToShowSomebody_data();
    void blueskyHasToShowSomebody();
    void xHasToNameWhatItWasAskedFor_data();
    void xHasToNameWhatItWasAskedFor();
};

/// Each look may ask somebody to unlock the keyring.
void TestStandings::aTokenIsLookedForOnceAServer()
{
    QStringList looked;
    const auto door = [&looked](const QString &server, const QString &token) {
        return MastodonDoor{QUrl(server), [&looked, server, token] {
                                looked << server;
                                return Secret{token};
                            }};
    };
    MastodonDoors doors({door(u"https://a.example"_s, {}), door(u"https://b.example"_s, u"t"_s)});
    const auto opens = [&doors](const QString &text) {
        const QUrl address(text);
        return doors.opensFor(address, HttpAnswer{401, address, {}, {}, {}});
    };
    QVERIFY(looked.isEmpty());
    for (int time = 0; time < 2; ++time) {
        QVERIFY(!opens(u"https://a.example/api/v1/statuses"_s));
        QVERIFY(!opens(u"https://a.example/api/v1/timelines"_s));
        QVERIFY(!opens(u"https://c.example/api/v1/statuses"_s)); // nobody has a token there
    }
    QVERIFY(opens(u"https://b.example/api/v1/statuses"_s));
    QVERIFY(!opens(u"https://b.example/api/v1/statuses"_s)); // the token didn't help
    QVERIFY(opens(u"https://b.example/api/v1/timelines"_s));
    QCOMPARE(looked, (QStringList{u"https://a.example"_s, u"https://b.example"_s}));
}

void TestStandings::aServerOfTheFediverseHasToShowSomething_data()
{
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<int>("status"); // of all other answers
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Standing>("standing");
    const QByteArray page = "<html>Welcome</html>";
    const QByteArray error = json("{'error':'Record not found'}");
    const QByteArray instance = json("{'domain':'a.example','version':'4.3.0'}");
    const QByteArray timeline = json("[{'uri':'https://a.example/users/z/statuses/9'}]");
    const QString list = u"/api/v1/statuses"_s;
    const QString newest = u"/api/v1/timelines/public"_s;

    QTest::newRow("404 to everything") << Pages{} << 404 << page << Standing::Unknown;
    QTest::newRow("404 to everything, in its API's words") << Pages{} << 404 << error << Standing::Unknown;
    QTest::newRow("410 to everything") << Pages{} << 410 << QByteArray() << Standing::Unknown;
    QTest::newRow("403 to everything") << Pages{} << 403 << error << Standing::Unknown;
    QTest::newRow("a page of words for everything") << Pages{} << 200 << page << Standing::Unknown;
    QTest::newRow("{} for everything") << Pages{} << 200 << "{}"_ba << Standing::Unknown;
    QTest::newRow("[] for everything") << Pages{} << 200 << "[]"_ba << Standing::Unknown;
    QTest::newRow("lists nothing, has nothing") << Pages{{list, "[]"}} << 404 << page << Standing::Unknown;
    QTest::newRow("begun anew") << Pages{{list, "[]"}, {newest, "[]"}, {u"/api/v2/instance"_s, instance}} << 404
                                << error << Standing::Unknown;
    QTest::newRow("tells of itself, and of nothing else")
        << Pages{{u"/api/v2/instance"_s, instance}, {u"/api/v1/instance"_s, instance}} << 404 << page
        << Standing::Unknown;
    QTest::newRow("its pages are lost behind a proxy")
        << Pages{{newest, timeline}} << 404 << page << Standing::Unknown;
    QTest::newRow("another page at the account's address")
        << Pages{{u"/users/x"_s, objectAt("/", "Application")}} << 404 << page << Standing::Unknown;

    QTest::newRow("shows the account") << Pages{{u"/users/x"_s, objectAt("/users/x", "Person")}} << 404 << page
                                       << Standing::Deleted;
    QTest::newRow("shows its newest post")
        << Pages{{newest, timeline}, {u"/users/z/statuses/9"_s, objectAt("/users/z/statuses/9")}} << 404 << page
        << Standing::Deleted;
    QTest::newRow("lists nothing, and its timeline has posts")
        << Pages{{list, "[]"}, {newest, timeline}} << 404 << error << Standing::Deleted;
    QTest::newRow("lists nothing, and keeps its timeline from strangers")
        << Pages{{list, "[]"}, {u"/api/v1/instance"_s, instance}} << 410 << error << Standing::Deleted;
    QTest::newRow("shows a tombstone") << Pages{{u"/users/x/statuses/1"_s,
                                                 objectAt("/users/x/statuses/1", "Tombstone")}}
                                       << 404 << page << Standing::Deleted;
}

void TestStandings::aServerOfTheFediverseHasToShowSomething()
{
    QFETCH(const Pages, pages);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Standing, standing);
    const auto question = mastodonStanding({});
    const Asked told = asked(*question, {{u"https://a.example/users/x/statuses/1"_s, {}}}, {pages, status, body});
    QCOMPARE(told.standings, QVector<Standing>{standing});
    // Why nothing changes is said in a sentence that names the server.
    QCOMPARE(!told.said.isEmpty(), standing == Standing::Unknown);
    for (const QString &sentence : told.said)
        QVERIFY2(sentence.contains(u"a.example"_s), qPrintable(sentence));
}

void TestStandings::nobodySpeaksForAnotherServer_data()
{
    QTest::addColumn<QString>("moved"); // paths
    QTest::addColumn<Pages>("pages");
    const QByteArray timeline = json("[{'uri':'https://a.example/users/z/statuses/9'}]");
    const QString list = u"/api/v1/statuses"_s;
    const QString newest = u"/api/v1/timelines/public"_s;
    const QString instance = u"/api/v2/instance"_s;
    const QString account = u"/users/x"_s;

    QTest::newRow("lists nothing") << u"/"_s
                                   << Pages{{list, "[]"},
                                            {instance, json("{'version':'4.3.0'}")},
                                            {newest, timeline}};
    QTest::newRow("shows the account") << u"/"_s << Pages{{account, objectAt("/users/x", "Person")}};
    QTest::newRow("shows a tombstone") << u"/"_s
                                       << Pages{{u"/users/x/statuses/1"_s,
                                                 objectAt("/users/x/statuses/1", "Tombstone")}};
    QTest::newRow("the account alone has moved")
        << u"^/users/x$"_s << Pages{{account, objectAt("/users/x", "Person")}};
    QTest::newRow("the API alone has moved") << u"^/api/"_s << Pages{{list, "[]"}, {newest, timeline}};
    QTest::newRow("the newest post alone has moved")
        << u"^/users/z"_s << Pages{{newest, timeline}, {u"/users/z/statuses/9"_s, objectAt("/users/z/statuses/9")}};
    QTest::newRow("the pages alone have moved") << u"^/users/"_s << Pages{{list, "[]"}, {newest, timeline}};
}

/// Redirects lead to who can't know what became of the stories.
void TestStandings::nobodySpeaksForAnotherServer()
{
    QFETCH(const QString, moved);
    QFETCH(const Pages, pages);
    const QUrl story(u"https://a.example/users/x/statuses/1"_s);
    const QRegularExpression paths(moved);
    const Asked told = asked(*mastodonStanding({}), {{story.toString(), {}}}, {.pages = pages, .moved = paths});
    QCOMPARE(told.standings, QVector<Standing>{Standing::Unknown});
    QVERIFY2(told.said.value(0).contains(u"a.example"_s), qPrintable(told.said.value(0)));
    QCOMPARE(told.said.value(0).contains(u"b.example"_s), story.path().contains(paths));
}

void TestStandings::aStoryThatLeadsElsewhereHindersNoOther()
{
    const Asked told = asked(
        *mastodonStanding({}), {{u"https://a.example/objects/1"_s, {}}, {u"https://a.example/objects/2"_s, {}}},
        {.pages = {{u"/objects/2"_s, objectAt("/objects/2")}}, .moved = QRegularExpression(u"/objects/1"_s)});
    QCOMPARE(told.standings, (QVector<Standing>{Standing::Unknown, Standing::Stands}));
    QCOMPARE(told.said.size(), 1);
}

/// After it was asked for the missing one: it might have begun to keep us out.
void TestStandings::whoShowsAnotherStoryIsBelieved()
{
    const QVector<AskedAbout> stories{{u"https://a.example/objects/1"_s, {}},
                                      {u"https://a.example/objects/2"_s, {}}};
    const Standing gone = Standing::Deleted;
    const Standing stands = Standing::Stands;
    Asked told = asked(*mastodonStanding({}), stories, {{{u"/objects/2"_s, objectAt("/objects/2")}}});
    QCOMPARE(told.standings, (QVector<Standing>{gone, stands}));
    QCOMPARE(told.paths, (QStringList{u"/objects/1"_s, u"/objects/2"_s}));
    const auto question = mastodonStanding({});
    const Server server{{{u"/objects/1"_s, objectAt("/objects/1")}}};
    told = asked(*question, stories, server);
    QCOMPARE(told.standings, (QVector<Standing>{stands, gone}));
    QCOMPARE(told.paths, (QStringList{u"/objects/1"_s, u"/objects/2"_s, u"/objects/1"_s}));
    QCOMPARE(told.said, QStringList());
    // Of a later batch, too.
    told = asked(*question, {stories.at(1)}, server);
    QCOMPARE(told.standings, QVector<Standing>{gone});
    QCOMPARE(told.paths, (QStringList{u"/objects/2"_s, u"/objects/1"_s}));
}

void TestStandings::whoShowsNoStoryAnyMoreIsNotBelieved()
{
    const QVector<AskedAbout> stories{{u"https://a.example/objects/1"_s, {}},
                                      {u"https://a.example/objects/2"_s, {}}};
    const auto question = mastodonStanding({});
    (void)asked(*question, {stories.at(0)}, {{{u"/objects/1"_s, objectAt("/objects/1")}}});
    const Asked told = asked(*question, {stories.at(1)}, {});
    QCOMPARE(told.standings, QVector<Standing>{Standing::Unknown});
    QVERIFY2(told.said.value(0).contains(u"a.example"_s), qPrintable(told.said.value(0)));
}

void TestStandings::anApiSpeaksForWhatItNumbers_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<Standing>("standing"); // of what has no number
    const QByteArray empty = "[]";
    const QByteArray other = json("[{'uri':'https://a.example/users/x/statuses/1'}]");
    const QByteArray newest = objectAt("/users/z/statuses/9");
    QTest::newRow("lists nothing") << empty << Pages{} << Standing::Unknown;
    QTest::newRow("lists the other story") << other << Pages{} << Standing::Unknown;
    QTest::newRow("lists it, and shows pages")
        << other << Pages{{u"/users/z/statuses/9"_s, newest}} << Standing::Deleted;
}

/// What was shared before a server changed its program has no place in its lists.
void TestStandings::anApiSpeaksForWhatItNumbers()
{
    QFETCH(const QByteArray, list);
    QFETCH(Pages, pages);
    pages.insert(u"/api/v1/statuses"_s, list);
    pages.insert(u"/api/v1/timelines/public"_s, json("[{'uri':'https://a.example/users/z/statuses/9'}]"));
    const Asked told
        = asked(*mastodonStanding({}),
                {{u"https://a.example/users/x/statuses/1"_s, {}}, {u"https://a.example/objects/2"_s, {}}}, {pages});
    QTEST(told.standings.at(1), "standing");
}

void TestStandings::whoSaysNothingIsNotAskedForEver_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("401") << 401 << json("{'error':'Who are you?'}") << u"Who are you?"_s;
    QTest::newRow("403") << 403 << "<html>Keep out</html>"_ba << u"nobody in"_s;
    QTest::newRow("500") << 500 << QByteArray() << u"(500)"_s;
    QTest::newRow("a page of words") << 200 << "<html>Hello</html>"_ba << u"something else"_s;
}

void TestStandings::whoSaysNothingIsNotAskedForEver()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    QVector<AskedAbout> stories;
    for (int i = 0; i < 20; ++i)
        stories.append({u"https://a.example/users/x/statuses/%1"_s.arg(i), {}});
    const Asked told = asked(*mastodonStanding({}), stories, {{}, status, body});
    QCOMPARE(told.standings, QVector<Standing>(20, Standing::Unknown));
    QCOMPARE(told.paths.size(), 3);
    QVERIFY2(told.said.value(0).contains(words) && told.said.value(0).contains(u"a.example"_s),
             qPrintable(told.said.value(0)));
}

/// A server that keeps strangers out of its API is asked with the token that the user has there.
void TestStandings::aTokenGoesToItsServerAlone()
{
    int looked = 0;
    const auto kept = [&looked](const QString &text) {
        return [&looked, text] {
            ++looked;
            return Secret{text};
        };
    };
    const auto question = mastodonStanding({{QUrl(u"https://a.example/"_s), kept(u"sesame"_s)},
                                            {QUrl(u"https://c.example:8443"_s), kept(u"other"_s)}});
    const auto standingAt = [&](const QString &server) {
        const QString story = server + u"/users/x/statuses/1"_s;
        question->ask({{story, {}}});
        QStringList tokens;
        for (int asked = 0; asked < 20; ++asked) {
            const auto request = question->next();
            if (!request)
                break;
            const QUrl address = request->address;
            const QByteArray token = request->credential ? request->credential->authorization : "-"_ba;
            tokens << address.path() + u' ' + QString::fromLatin1(token);
            const bool isLetIn = token == "Bearer sesame" && request->credential->origin == originOf(address);
            const QByteArray list = json("[{'uri':'") + story.toLatin1() + json("'}]");
            if (question->take(HttpAnswer{isLetIn ? 200 : 401, address, {}, {}, isLetIn ? list : "{}"_ba}))
                break;
        }
        tokens << (question->standings().constFirst() == Standing::Stands ? u"stands"_s : u"unknown"_s);
        return tokens;
    };
    QCOMPARE(standingAt(u"https://a.example"_s),
             (QStringList{u"/api/v1/statuses -"_s, u"/api/v1/statuses Bearer sesame"_s, u"stands"_s}));
    QCOMPARE(looked, 1); // no other server shut anybody out yet
    // It is known now, and nobody is asked twice.
    QCOMPARE(standingAt(u"https://a.example"_s), (QStringList{u"/api/v1/statuses Bearer sesame"_s, u"stands"_s}));
    for (const QString &other : {u"https://b.example"_s, u"https://a.example:8443"_s, u"https://c.example"_s}) {
        const QStringList tokens = standingAt(other);
        QCOMPARE(tokens.constLast(), u"unknown"_s);
        QVERIFY2(tokens.filter(u"Bearer"_s).isEmpty(), qPrintable(tokens.join(u'\n')));
    }
    // Only once where it doesn't help, and never for a page.
    const QStringList wrong = standingAt(u"https://c.example:8443"_s);
    QCOMPARE(wrong.filter(u"/api/v1/statuses Bearer other"_s).size(), 1);
    QVERIFY2(wrong.filter(QRegularExpression(u"^/users/.*Bearer"_s)).isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(looked, 2);
}

void TestStandings::whoLetsStrangersInIsShownNoToken()
{
    bool isLookedFor = false;
    const auto question = mastodonStanding({{QUrl(u"https://a.example"_s), [&isLookedFor] {
                                                 isLookedFor = true;
                                                 return Secret{u"sesame"_s};
                                             }}});
    question->ask({{u"https://a.example/users/x/statuses/1"_s, {}}});
    const Server server{
        .pages = {{u"/api/v1/timelines/public"_s, json("[{'uri':'https://a.example/users/z/statuses/9'}]")},
                  {u"/users/z/statuses/9"_s, objectAt("/users/z/statuses/9")}}};
    while (const auto request = question->next()) {
        QVERIFY(!request->credential);
        (void)question->take(server.answerTo(*request));
    }
    QCOMPARE(question->standings(), QVector<Standing>{Standing::Deleted});
    QVERIFY(!isLookedFor);
}

void TestStandings::blueskyHasToShowSomebody_data()
{
    QTest::addColumn<QByteArray>("profiles");
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<Standing>("standing");
    QTest::newRow("nobody") << json("{'profiles':[]}") << "{}"_ba << Standing::Unknown;
    QTest::newRow("no answer") << "{}"_ba
                               << "{}"_ba << Standing::Unknown;
    QTest::newRow("the account that asks, and not the author")
        << json("{'profiles':[{'did':'did:me'}]}") << "{}"_ba << Standing::Suspended;
    QTest::newRow("the author, who has shared nothing else")
        << json("{'profiles':[{'did':'did:me','postsCount':0},{'did':'did:a','postsCount':0}]}") << "{}"_ba
        << Standing::Deleted;
    const QByteArray author = json("{'profiles':[{'did':'did:a','postsCount':3}]}");
    QTest::newRow("the author, and other posts") << author << json("{'feed':[{'post':{}}]}") << Standing::Deleted;
    QTest::newRow("the author, and nobody's posts") << author << json("{'feed':[]}") << Standing::Unknown;
}

void TestStandings::blueskyHasToShowSomebody()
{
    QFETCH(const QByteArray, profiles);
    QFETCH(const QByteArray, feed);
    QFETCH(const Standing, standing);
    const Subscription search = searchAt(Service::Bluesky);
    BlueskySessions sessions;
    const auto question = blueskyStanding(search, sessions.sessionFor(search, {u"x"_s}));
    const Server server{
        {{u"/xrpc/com.atproto.server.createSession"_s, json("{'accessJwt':'A','refreshJwt':'R','did':'did:me'}")},
         {u"/xrpc/app.bsky.feed.getPosts"_s, json("{'posts':[]}")},
         {u"/xrpc/app.bsky.actor.getProfiles"_s, profiles},
         {u"/xrpc/app.bsky.feed.getAuthorFeed"_s, feed}}};
    const Asked told = asked(*question, {{u"at://did:a/app.bsky.feed.post/1"_s, u"did:a"_s}}, server);
    QCOMPARE(told.standings, QVector<Standing>{standing});
    QCOMPARE(told.said.join(u' ').contains(u"a.example"_s), standing == Standing::Unknown);
}

void TestStandings::xHasToNameWhatItWasAskedFor_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("{}") << "{}"_ba;
    QTest::newRow("[]") << "[]"_ba;
    QTest::newRow("nothing in it") << json("{'data':[],'errors':[]}");
    QTest::newRow("other posts") << json("{'errors':[{'resource_id':'8','title':'Not Found Error'}]}");
    QTest::newRow("a page of words") << "<html>Hello</html>"_ba;
}

void TestStandings::xHasToNameWhatItWasAskedFor()
{
    QFETCH(const QByteArray, body);
    const auto question = xStanding(searchAt(Service::X), {u"x"_s});
    const Asked told = asked(*question, {{u"7"_s, {}}}, {{}, 200, body});
    QCOMPARE(told.standings, QVector<Standing>{Standing::Unknown});
    QVERIFY2(told.said.value(0).contains(u"a.example"_s), qPrintable(told.said.value(0)));
}

QTEST_APPLESS_MAIN(TestStandings)
#include "tst_standings.moc"
