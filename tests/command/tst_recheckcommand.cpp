#include "command/FetchingProgram.h"
#include "support/PostServer.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::LocalServer;
using test::PostServer;
using test::quoteOf;
using test::SeenRequest;

/// What was fetched is asked about again: deletions, edits and wishes of those who wrote.
class TestRecheckCommand : public test::FetchingProgram
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void aRecheckTellsWhoDidNotAnswer();
    void anEditBringsNoWordsOfThoseWhoShunSearch();
    void whatWasTakenBackThereGoesHere();
    void editsFarBelowTheTopComeWhenAskedAgain();
    void editsComeFromServersThatListNothing();
    void authorsMayWishNotToBeFoundAnyMore_data();
    void authorsMayWishNotToBeFoundAnyMore();
    void whatWasHiddenForSevenDaysIsGone();
    void aFileIsBoundByNoWishOfThoseWhoSearch();
    void whoLetsNoStrangerInIsAskedWithItsToken();
    void nobodyIsAskedWithoutASecret();
    void anUnreachableServerChangesNothing();
    void aServerWithoutAnythingTakesNothingAway_data();
    void aServerWithoutAnythingTakesNothingAway();
};

void TestRecheckCommand::aRecheckTellsWhoDidNotAnswer()
{
    PostServer server;
    server.add(3);
    PostServer busy;
    busy.add(2);
    for (PostServer *each : {&server, &busy})
        addTag(*each, {u"--name"_s, each == &server ? u"tag"_s : u"busy"_s});
    QCOMPARE(run(u"fetch"_s, {}).code, 0);
    QCOMPARE(run(u"recheck"_s, {}).code, 0);
    busy.on("/", LocalServer::answer(429, "{}", {"Retry-After: 3000"}));
    const test::Run recheck = run(u"recheck"_s, {u"--json"_s});
    QCOMPARE(recheck.code, 4);
    QCOMPARE(recheck.json()["standing"_L1].toInteger(), 3);
    QCOMPARE(recheck.json()["unknown"_L1].toInteger(), 2);
    QCOMPARE(count(), 5);
}

void TestRecheckCommand::anEditBringsNoWordsOfThoseWhoShunSearch()
{
    PostServer server;
    server.add(2);
    for (auto &post : server.posts())
        post.more = quoteOf(post.number == 1001 ? "true" : "false");
    addTag(server);
    fetched();
    const auto words = [&] {
        QStringList quoted;
        for (const QString &story : {u"1"_s, u"2"_s}) {
            const test::Run shown = run(u"show"_s, {story, u"--json"_s});
            quoted << shown.json()["relations"_L1].toArray().at(0)["text"_L1].toString();
        }
        quoted.sort();
        return quoted;
    };
    const QStringList before = words();
    QCOMPARE(before, (QStringList{QString(), u"Words of another"_s}));
    for (auto &post : server.posts()) {
        post.text = u"Invented, and edited"_s;
        post.edited = QDateTime(QDate(2026, 2, 1), QTime(), Qt::UTC);
    }
    QCOMPARE(run(u"recheck"_s, {u"--json"_s}).code, 0);
    QCOMPARE(run(u"count"_s, {u"edited"_s}).output, "2\n"_ba);
    QCOMPARE(words(), before);
}

void TestRecheckCommand::whatWasTakenBackThereGoesHere()
{
    PostServer server;
    server.add(5);
    addTag(server);
    fetched();
    server.posts().removeAt(2);
    const test::Run recheck = run(u"recheck"_s, {u"--json"_s});
    QVERIFY2(recheck.code == 0, recheck.errors.constData());
    QCOMPARE(recheck.json()["standing"_L1].toInteger(), 4);
    QCOMPARE(recheck.json()["deleted"_L1].toInteger(), 1);
    QCOMPARE(count(), 4);
    for (const QString &file : {u"c.tidemark"_s, u"c.tidemark-wal"_s})
        QVERIFY(!program().read(file).contains("Invented post 1003"));
    // Even if a server shows it once more.
    server.posts().insert(
        2, {1003, u"Invented post 1003 #MeToo"_s, QDateTime(QDate(2026, 1, 1), QTime(2, 0), Qt::UTC)});
    fetched({u"--since"_s, u"2025-01-01"_s});
    QCOMPARE(count(), 4);
}

void TestRecheckCommand::editsFarBelowTheTopComeWhenAskedAgain()
{
    PostServer server;
    server.add(100);
    addTag(server);
    fetched();
    auto &post = server.posts()[3];
    post.text = u"Invented, and edited much later"_s;
    post.edited = QDateTime(QDate(2026, 2, 1), QTime(), Qt::UTC);
    QCOMPARE(fetched()["updated"_L1].toInteger(), 0); // it looks no further than the top
    server.forgetRequests();
    const test::Run recheck = run(u"recheck"_s, {u"--json"_s});
    QCOMPARE(recheck.json()["standing"_L1].toInteger(), 100);
    QVERIFY2(recheck.output.contains("1 stor"), recheck.output.constData());
    QCOMPARE(server.requests().size(), 5); // twenty at once
    QCOMPARE(run(u"count"_s, {u"edited"_s}).output, "1\n"_ba);
    // It has come from the server that it was fetched from, and from nowhere else.
    QCOMPARE(run(u"sources"_s, {u"remove"_s, u"tag"_s, u"--with-stories"_s}).code, 0);
    QCOMPARE(count(), 0);
}

void TestRecheckCommand::editsComeFromServersThatListNothing()
{
    PostServer server(PostServer::Paging::Links, 40, PostServer::Lists::No);
    server.add(3);
    addTag(server);
    fetched();
    server.posts()[1].text = u"Invented, and edited"_s;
    server.posts()[1].edited = QDateTime(QDate(2026, 2, 1), QTime(), Qt::UTC);
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["standing"_L1].toInteger(), 3);
    QCOMPARE(run(u"count"_s, {u"edited"_s}).output, "1\n"_ba);
    QCOMPARE(run(u"count"_s, {u"1002"_s}).output, "0\n"_ba); // what it said before
}

void TestRecheckCommand::authorsMayWishNotToBeFoundAnyMore_data()
{
    QTest::addColumn<PostServer::Lists>("lists");
    QTest::addColumn<bool>("isFindable");
    QTest::addColumn<QByteArray>("visibility");
    for (const auto lists : {PostServer::Lists::Yes, PostServer::Lists::No}) {
        const char *how = lists == PostServer::Lists::Yes ? "listed" : "one by one";
        QTest::addRow("not to be found, %s", how) << lists << false << "public"_ba;
        QTest::addRow("for fewer people, %s", how) << lists << true << "private"_ba;
    }
}

/// Their stories are out of sight, and can be seen again if they change their minds within seven days.
void TestRecheckCommand::authorsMayWishNotToBeFoundAnyMore()
{
    QFETCH(const PostServer::Lists, lists);
    QFETCH(const bool, isFindable);
    QFETCH(const QByteArray, visibility);
    PostServer server(PostServer::Paging::Links, 40, lists);
    server.add(3);
    addTag(server);
    fetched();
    server.posts()[1].isFindable = isFindable;
    server.posts()[1].visibility = visibility;
    QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["hidden"_L1].toInteger(), 1);
    QCOMPARE(recheck["standing"_L1].toInteger(), 2);
    QCOMPARE(count(), 2);
    server.posts()[1].isFindable = true;
    server.posts()[1].visibility = "public";
    recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["visible_again"_L1].toInteger(), 1);
    QCOMPARE(count(), 3);
}

/// And not told of as if it stood, or nobody had answered.
void TestRecheckCommand::whatWasHiddenForSevenDaysIsGone()
{
    PostServer server;
    server.add(3);
    addTag(server);
    fetched();
    server.posts()[1].isFindable = false;
    QCOMPARE(run(u"recheck"_s, {u"--json"_s}).json()["hidden"_L1].toInteger(), 1);
    QVERIFY(program().change(u"UPDATE hidden_story SET hidden_at = hidden_at - 8 * 86400000"_s));
    server.posts()[1].isFindable = true;
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["asked"_L1].toInteger(), 2);
    QCOMPARE(recheck["visible_again"_L1].toInteger(), 0);
    QVERIFY(recheck["notes"_L1].toArray().first().toString().startsWith(u"1 "_s));
    QCOMPARE(count(), 2);
}

/// Somebody gave it, perhaps the author.
void TestRecheckCommand::aFileIsBoundByNoWishOfThoseWhoSearch()
{
    PostServer server;
    server.add(2);
    addTag(server);
    fetched();
    program().write(u"given.json"_s, '[' + server.json(server.posts()[1]) + ']');
    QCOMPARE(run(u"import"_s, {program().path(u"given.json"_s)}).code, 0);
    for (auto &post : server.posts())
        post.isFindable = false;
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["hidden"_L1].toInteger(), 1);
    QCOMPARE(run(u"count"_s, {u"1002"_s}).output, "1\n"_ba);
}

void TestRecheckCommand::whoLetsNoStrangerInIsAskedWithItsToken()
{
    PostServer server;
    PostServer other;
    for (PostServer *each : {&server, &other}) {
        each->add(2);
        addTag(*each, {u"--name"_s, each == &server ? u"tag"_s : u"other"_s});
    }
    QCOMPARE(run(u"fetch"_s, {}).code, 0);
    server.posts().removeFirst();
    server.on("/api/v1/statuses", [&server](QTcpSocket &socket, const SeenRequest &request) {
        const bool isLetIn = request.header("authorization") == "Bearer sesame-of-the-test";
        socket.write(isLetIn
                         ? LocalServer::answer(200, '[' + server.json(server.posts().constFirst()) + ']')
                         : LocalServer::answer(401, R"({"error":"This method requires an authenticated user"})"));
    });
    const QJsonObject recheck
        = run(u"recheck"_s, {u"--json"_s, u"--source"_s, u"tag"_s, u"--token-from"_s, u"MY_TOKEN"_s}, {},
              {u"MY_TOKEN=sesame-of-the-test"_s})
              .json();
    QCOMPARE(recheck["deleted"_L1].toInteger(), 1);
    QCOMPARE(recheck["standing"_L1].toInteger(), 3);
    for (const SeenRequest &request : other.requests())
        QVERIFY(request.header("authorization").isEmpty());
    for (const SeenRequest &request : server.requests())
        QVERIFY(request.header("authorization").isEmpty() || request.path.startsWith("/api/v1/statuses?"));
}

void TestRecheckCommand::nobodyIsAskedWithoutASecret()
{
    PostServer server;
    program().write(u"post.jsonl"_s,
                    R"({"uri":"at://did:plc:invented/app.bsky.feed.post/1","cid":"c","value":{"$type":)"
                    R"("app.bsky.feed.post","text":"Invented","createdAt":"2026-01-01T00:00:00Z"}})");
    QCOMPARE(run(u"import"_s, {program().path(u"post.jsonl"_s)}).code, 0);
    const QString address = server.address(QString()).toString();
    QCOMPARE(run(u"sources"_s,
                 {u"add"_s, address, u"--service"_s, u"bluesky"_s, u"--query"_s, u"a"_s, u"--account"_s,
                  u"me.example"_s})
                 .code,
             0);
    const QString fetch = fetched()["message"_L1].toString();
    QVERIFY2(fetch.contains("without a password"_L1), qPrintable(fetch));
    const test::Run asked = run(u"recheck"_s, {u"--json"_s});
    const QJsonObject recheck = asked.json();
    QCOMPARE(recheck["unknown"_L1].toInteger(), 1);
    const QString note = recheck["notes"_L1].toArray().first().toString();
    QVERIFY2(note.contains("without a password"_L1), qPrintable(note));
    QCOMPARE(asked.code, 0); // asking again would change nothing
    QCOMPARE(server.requests().size(), 0);
}

void TestRecheckCommand::anUnreachableServerChangesNothing()
{
    {
        PostServer server;
        server.add(3);
        addTag(server);
        fetched();
    }
    const test::Run recheck = run(u"recheck"_s, {u"--json"_s});
    QCOMPARE(recheck.json()["unknown"_L1].toInteger(), 3);
    QCOMPARE(recheck.json()["deleted"_L1].toInteger(), 0);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"failed"_s);
    QCOMPARE(count(), 3);
}

void TestRecheckCommand::aServerWithoutAnythingTakesNothingAway_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("most"); // requests
    QTest::newRow("has moved") << 404 << "<html>Not here</html>"_ba << 30;
    QTest::newRow("is shut down") << 410 << R"({"error":"Gone"})"_ba << 30;
    QTest::newRow("keeps us out") << 403 << "<html>Keep out</html>"_ba << 3;
    QTest::newRow("is for sale") << 200 << "<html>Buy me</html>"_ba << 3;
    QTest::newRow("lists nothing") << 200 << "[]"_ba << 5;
    QTest::newRow("says nothing") << 200 << "{}"_ba << 3;
}

void TestRecheckCommand::aServerWithoutAnythingTakesNothingAway()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, most);
    PostServer server;
    server.add(30);
    addTag(server);
    fetched();
    server.on("/", LocalServer::answer(status, body));
    server.forgetRequests();
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QVERIFY2(server.requests().size() <= most, qPrintable(QString::number(server.requests().size())));
    QCOMPARE(recheck["unknown"_L1].toInteger(), 30);
    QCOMPARE(count(), 30);
    const QString note = recheck["notes"_L1].toArray().first().toString();
    QVERIFY2(note.contains("127.0.0.1"_L1), qPrintable(note));
}

QTEST_GUILESS_MAIN(TestRecheckCommand)
#include "tst_recheckcommand.moc"
