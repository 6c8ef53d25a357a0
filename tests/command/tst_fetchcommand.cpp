#include "command/FetchingProgram.h"
#include "support/PostServer.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::LocalServer;
using test::PostServer;
using test::quoteOf;
using test::SeenRequest;

/// Fetching from servers that behave and from some that don't, as somebody at a terminal does it.
class TestFetchCommand : public test::FetchingProgram
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void hashtagsAreFollowed();
    void aFetchGoesBackToADate();
    void aStoppedFetchGoesOnWhereItWas_data();
    void aStoppedFetchGoesOnWhereItWas();
    void editsBoostsAndWarningsCome();
    void aServerThatSendsToAnotherPageIsNotFollowed();
    void aServerThatWantsPeaceGetsIt();
    void scriptsCanTellWhatHasToWait();
    void eachSourceThatIsNotCompleteIsNamed();
    void whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch_data();
    void whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch();
    void aSessionThatRanOutIsRenewed_data();
    void aSessionThatRanOutIsRenewed();
    void answersFindWhatTheyAnswer_data();
    void answersFindWhatTheyAnswer();
    void whoeverIsStoppedSaysSo();
    void tokensAreNeverArgumentsAndNeverStored();
};

void TestFetchCommand::hashtagsAreFollowed()
{
    PostServer server;
    server.add(100);
    QCOMPARE(addTag(server).code, 0);
    QCOMPARE(server.requests().size(), 0); // nothing before somebody asks
    QJsonObject source = fetched();
    QCOMPARE(source["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(source["added"_L1].toInteger(), 100);
    QCOMPARE(count(), 100);
    const auto before = server.requests().size();
    QCOMPARE(fetched()["added"_L1].toInteger(), 0);
    QCOMPARE(server.requests().size() - before, 1);
    server.add(95);
    QCOMPARE(fetched()["added"_L1].toInteger(), 95);
    QCOMPARE(count(), 195);
    QCOMPARE(run(u"count"_s, {u"platform:mastodon"_s}).output, "195\n"_ba);
}

void TestFetchCommand::aFetchGoesBackToADate()
{
    PostServer server(PostServer::Paging::NoLinks, 20);
    server.add(24 * 10); // one an hour from the first of January on
    QCOMPARE(addTag(server, {u"--since"_s, u"2026-01-08"_s}).code, 0);
    fetched();
    QCOMPARE(count(), 3 * 24);
    fetched({u"--since"_s, u"2026-01-05"_s});
    QCOMPARE(count(), 6 * 24);
    server.add(5);
    QCOMPARE(fetched()["added"_L1].toInteger(), 5);
}

void TestFetchCommand::aStoppedFetchGoesOnWhereItWas_data()
{
    QTest::addColumn<int>("request");
    for (int request = 1; request <= 4; ++request)
        QTest::addRow("broken off at page %d", request) << request;
}

void TestFetchCommand::aStoppedFetchGoesOnWhereItWas()
{
    QFETCH(const int, request);
    PostServer server(PostServer::Paging::Links, 20);
    server.add(90);
    QCOMPARE(addTag(server).code, 0);
    server.breakOffAt(request);
    const test::Run broken = run(u"fetch"_s, {});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.errors.contains("127.0.0.1"), broken.errors.constData());
    QCOMPARE(count(), (request - 1) * 20); // whole pages
    server.add(50);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(count(), 140);
}

void TestFetchCommand::editsBoostsAndWarningsCome()
{
    PostServer server;
    server.add(3);
    addTag(server);
    fetched();
    auto &post = server.posts()[1];
    post.text = u"Invented, and edited"_s;
    post.edited = QDateTime(QDate(2026, 2, 1), QTime(), Qt::UTC);
    server.posts()[2].more = {};
    const QJsonObject source = fetched();
    QCOMPARE(source["updated"_L1].toInteger(), 1);
    QCOMPARE(run(u"count"_s, {u"edited"_s}).output, "1\n"_ba);

    test::InventedPost inner{2000, u"Invented and passed on"_s, QDateTime(QDate(2026, 3, 1), QTime(), Qt::UTC)};
    inner.more = R"(,"spoiler_text":"a warning")";
    server.add(1);
    server.posts().last().more = ",\"reblog\":" + server.json(inner);
    QCOMPARE(fetched()["reposts"_L1].toInteger(), 1);
    QCOMPARE(run(u"count"_s, {u"passed"_s}).output, "1\n"_ba);
}

void TestFetchCommand::aServerThatSendsToAnotherPageIsNotFollowed()
{
    PostServer server;
    server.add(100);
    QCOMPARE(addTag(server).code, 0);
    bool losesTheQuestion = true;
    server.on("/api/v1/timelines/tag/metoo?limit=40&max_id=", [&](QTcpSocket &socket, const SeenRequest &request) {
        const QByteArray query = losesTheQuestion ? QByteArray() : request.path.mid(request.path.indexOf('?'));
        socket.write(LocalServer::answer(302, {}, {"Location: /api/v1/timelines/tag/metoo/" + query}));
    });
    const QJsonObject source = fetched();
    QCOMPARE(source["outcome"_L1].toString(), u"failed"_s);
    QVERIFY2(source["message"_L1].toString().contains("another page"_L1),
             qPrintable(source["message"_L1].toString()));
    QCOMPARE(count(), 40);
    losesTheQuestion = false;
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(count(), 100);
}

void TestFetchCommand::aServerThatWantsPeaceGetsIt()
{
    LocalServer server;
    server.on("/", LocalServer::answer(429, "{}", {"Retry-After: 3000"}));
    addTag(server);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"waiting"_s);
    const QJsonObject again = fetched();
    QCOMPARE(again["outcome"_L1].toString(), u"waiting"_s);
    QVERIFY(!again["not_before"_L1].toString().isEmpty());
    QCOMPARE(server.requests().size(), 1);
}

/// Nothing failed, and not everything is here.
void TestFetchCommand::scriptsCanTellWhatHasToWait()
{
    LocalServer busy;
    busy.on("/", LocalServer::answer(429, "{}", {"Retry-After: 3000"}));
    addTag(busy, {u"--name"_s, u"impatient"_s});
    for (int i = 0; i < 2; ++i) { // the second time nobody is asked
        const test::Run run = this->run(u"fetch"_s, {});
        QCOMPARE(run.code, 4);
        QVERIFY2(run.says(u"impatient: 127.0.0.1"_s), run.errors.constData());
    }
    QCOMPARE(busy.requests().size(), 1);
    PostServer server;
    server.add(3);
    addTag(server);
    QCOMPARE(run(u"fetch"_s, {u"--source"_s, u"tag"_s}).code, 0);
    QCOMPARE(run(u"fetch"_s, {}).code, 4); // one is complete, and one isn't
    server.on("/", LocalServer::answer(403, "{}"));
    QCOMPARE(run(u"fetch"_s, {}).code, 1); // the worst counts
    const QString help = QString::fromUtf8(run(u"--help"_s, {}).output).simplified();
    QVERIFY(help.contains(u"4: not all of it yet"_s));
}

void TestFetchCommand::eachSourceThatIsNotCompleteIsNamed()
{
    LocalServer server;
    server.on("/", LocalServer::answer(404, {}));
    for (const QString &name : {u"first"_s, u"second"_s})
        QCOMPARE(run(u"sources"_s, {u"add"_s, server.address(u'/' + name).toString(), u"--name"_s, name}).code, 0);
    for (const QStringList &options : {QStringList(), QStringList(u"--json"_s)}) {
        const test::Run run = this->run(u"fetch"_s, options);
        QCOMPARE(run.code, 1);
        for (const QByteArray &name : {"first: 127.0.0.1"_ba, "second: 127.0.0.1"_ba})
            QVERIFY2(run.errors.contains("tidemark: " + name), run.errors.constData());
    }
}

void TestFetchCommand::whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch_data()
{
    QTest::addColumn<QByteArray>("wish"); // of whoever is quoted
    QTest::addColumn<bool>("isKept");
    QTest::newRow("wants to be found") << "true"_ba << true;
    QTest::newRow("shuns search") << "false"_ba << false;
}

void TestFetchCommand::whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch()
{
    QFETCH(const QByteArray, wish);
    QFETCH(const bool, isKept);
    PostServer server;
    server.add(2);
    server.posts()[1].text = QString(1'100'000, u'a'); // too long for one story
    server.posts()[1].more = quoteOf(wish);
    addTag(server);
    QCOMPARE(run(u"fetch"_s, {}).code, 3);
    QCOMPARE(count(), 1);
    const test::Run listed = run(u"rejected"_s, {u"list"_s, u"--json"_s});
    QVERIFY(listed.output.contains("1 MiB"));
    QCOMPARE(listed.output.contains("Words of another"), isKept);
    // To read it once more tells the same of it.
    const test::Run retried = run(u"rejected"_s, {u"retry"_s});
    QCOMPARE(retried.code, 3);
    QVERIFY(run(u"rejected"_s, {u"list"_s, u"--json"_s}).output.contains("1 MiB"));
}

/// A server that lets nobody in without it would only count what it refuses.
void TestFetchCommand::aSessionThatRanOutIsRenewed_data()
{
    QTest::addColumn<int>("refreshed"); // the status that the wish for a fresh session is answered with
    QTest::addColumn<int>("opened");    // and that of opening another one by password
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("calls");
    const QStringList first{u"createSession"_s, u"searchPosts"_s, u"searchPosts"_s, u"refreshSession"_s};
    QTest::newRow("renewed") << 200 << 401 << u"done"_s << first + QStringList{u"searchPosts"_s, u"searchPosts"_s};
    QTest::newRow("ended there, opened anew")
        << 400 << 200 << u"done"_s << first + QStringList{u"createSession"_s, u"searchPosts"_s, u"searchPosts"_s};
    QTest::newRow("its password was taken back")
        << 401 << 401 << u"failed"_s << first + QStringList{u"createSession"_s};
}

/// Each token is good for two calls.
void TestFetchCommand::aSessionThatRanOutIsRenewed()
{
    QFETCH(const int, refreshed);
    QFETCH(const int, opened);
    LocalServer server;
    QStringList calls;
    int left = 0;
    int token = 0;
    server.on("/xrpc/", [&](QTcpSocket &socket, const SeenRequest &request) {
        const QString call = QString::fromLatin1(request.path).section(u'?', 0, 0).section(u'.', -1);
        const bool isFirst = calls.isEmpty();
        calls << call;
        const bool isSearch = call == "searchPosts"_L1;
        const bool isKnown = request.header("authorization") == "Bearer A" + QByteArray::number(token);
        if (isSearch && (!isKnown || left-- == 0)) {
            socket.write(LocalServer::answer(400, R"({"error":"ExpiredToken","message":"Token has expired"})"));
            return;
        }
        if (isSearch) {
            const auto page = QByteArray::number(
                QUrlQuery(QUrl(QString::fromLatin1(request.path))).queryItemValue(u"cursor"_s).toInt());
            socket.write(LocalServer::answer(
                200,
                R"({"posts":[{"uri":"at://did:plc:a/app.bsky.feed.post/)" + page
                    + R"(","author":{"did":"did:plc:a","handle":"a.example"},"record":{"text":"Invented )" + page
                    + R"(","createdAt":"2026-01-01T00:00:00Z"}}])"
                    + (page.toInt() < 2 ? ",\"cursor\":\"" + QByteArray::number(page.toInt() + 1) + '"'
                                        : QByteArray())
                    + '}'));
            return;
        }
        const int status = call == "refreshSession"_L1 ? refreshed : isFirst ? 200 : opened;
        if (status != 200) {
            socket.write(
                LocalServer::answer(status, R"({"error":"ExpiredToken","message":"Token has been revoked"})"));
            return;
        }
        left = isFirst ? 1 : 2;
        const QByteArray number = QByteArray::number(++token);
        socket.write(
            LocalServer::answer(200, R"({"accessJwt":"A)" + number + R"(","refreshJwt":"R)" + number + R"("})"));
    });
    QCOMPARE(run(u"sources"_s,
                 {u"add"_s, server.address(QString()).toString(), u"--service"_s, u"bluesky"_s, u"--account"_s,
                  u"me.example"_s, u"--query"_s, u"invented"_s})
                 .code,
             0);
    const test::Run fetch = run(
        u"fetch"_s, {u"--json"_s, u"--source"_s, u"invented 127.0.0.1"_s, u"--token-from"_s, u"APP_PASSWORD"_s}, {},
        {u"APP_PASSWORD=app-password"_s});
    const QJsonObject source = fetch.json()["sources"_L1].toArray().at(0).toObject();
    QTEST(source["outcome"_L1].toString(), "outcome");
    QTEST(calls, "calls");
    QCOMPARE(count(), source["outcome"_L1].toString() == "done"_L1 ? 3 : 1);
    QVERIFY2(opened == 200 || refreshed == 200 || source["message"_L1].toString().contains("revoked"_L1),
             fetch.output.constData());
}

void TestFetchCommand::answersFindWhatTheyAnswer_data()
{
    QTest::addColumn<int>("pageSize");
    QTest::addColumn<QStringList>("dates"); // to which fetches go back, one after another
    QTest::newRow("on the same page") << 40 << QStringList{u"2026-01-01"_s};
    QTest::newRow("on another page") << 2 << QStringList{u"2026-01-01"_s};
    QTest::newRow("in a later fetch") << 40 << QStringList{u"2026-01-02"_s, u"2026-01-01"_s};
}

void TestFetchCommand::answersFindWhatTheyAnswer()
{
    QFETCH(const int, pageSize);
    QFETCH(const QStringList, dates);
    PostServer server(PostServer::Paging::Links, pageSize);
    server.add(30);
    server.posts()[29].more = R"(,"in_reply_to_id":"1001")"; // of the first day
    addTag(server);
    for (const QString &date : dates)
        fetched({u"--since"_s, date});
    const auto related = [&] {
        const QByteArray rows
            = run(u"export"_s,
                  {u"--output"_s, u"-"_s, u"--profile"_s, u"full"_s, u"--columns"_s, u"story,related_to,text"_s})
                  .output;
        QStringList cells;
        for (const QByteArray &line : rows.split('\n')) {
            const QList<QByteArray> row = line.split(',');
            if (line.contains("post 1030"))
                cells << QString::fromLatin1(row.value(1));
            if (line.contains("post 1001"))
                cells << QString::fromLatin1(row.value(0));
        }
        cells.removeDuplicates();
        return cells;
    };
    QCOMPARE(related().size(), 1); // the number of the one is what the other is related to
    QVERIFY(!related().constFirst().isEmpty());
    // And one that came in an earlier fetch.
    server.add(1);
    server.posts().last().more = R"(,"in_reply_to_id":"1001")";
    server.posts().last().text = u"Invented post 1030, once more"_s;
    QCOMPARE(fetched()["added"_L1].toInteger(), 1);
    QCOMPARE(related().size(), 1);
    // What is taken back is named by nothing.
    server.posts().removeFirst();
    QCOMPARE(run(u"recheck"_s, {u"--json"_s}).json()["deleted"_L1].toInteger(), 1);
    QCOMPARE(related(), QStringList{QString()});
}

void TestFetchCommand::whoeverIsStoppedSaysSo()
{
    PostServer server;
    server.add(3);
    QCOMPARE(addTag(server).code, 0);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s);
    LocalServer slow;
    slow.on("/", stopIt());
    for (const QString &name : {u"a"_s, u"b"_s})
        QCOMPARE(run(u"sources"_s, {u"add"_s, slow.address(u"/"_s + name).toString(), u"--name"_s, name}).code, 0);
    const test::Run stopped = run(u"fetch"_s, {u"--json"_s});
    QCOMPARE(stopped.code, 1);
    QVERIFY2(stopped.says(u"Stopped"_s), stopped.errors.constData());
    const QJsonArray sources = stopped.json()["sources"_L1].toArray();
    QCOMPARE(sources.size(), 3); // those that weren't asked any more, too
    QCOMPARE(slow.requests().size(), 1);

    server.on("/api/v1/statuses", stopIt());
    const test::Run recheck = run(u"recheck"_s, {});
    QCOMPARE(recheck.code, 1);
    QVERIFY2(recheck.says(u"Stopped"_s), recheck.errors.constData());
    QCOMPARE(count(), 3);
}

void TestFetchCommand::tokensAreNeverArgumentsAndNeverStored()
{
    PostServer server;
    server.add(1);
    const test::Run added = run(u"sources"_s,
                                {u"add"_s, server.address(QString()).toString(), u"--tag"_s, u"metoo"_s,
                                 u"--name"_s, u"tag"_s, u"--token-from"_s, u"stdin"_s},
                                "sesame-of-the-test\n");
    QVERIFY2(added.code == 0, added.errors.constData());
    QCOMPARE(run(u"fetch"_s, {u"--source"_s, u"tag"_s, u"--token-from"_s, u"MY_TOKEN"_s}, {},
                 {u"MY_TOKEN=sesame-of-the-test"_s})
                 .code,
             0);
    QCOMPARE(server.requests().constLast().header("authorization"), "Bearer sesame-of-the-test"_ba);
    for (const QString &file : {u"c.tidemark"_s, u"c.tidemark-wal"_s})
        QVERIFY(!program().read(file).contains("sesame-of-the-test"));
    QVERIFY(!added.output.contains("sesame") && !added.errors.contains("sesame"));
    QCOMPARE(run(u"fetch"_s, {u"--token-from"_s, u"MY_TOKEN"_s}, {}, {u"MY_TOKEN=x"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "tst_fetchcommand.moc"
