#include "collection/Collection.h"
#include "command/Program.h"
#include "support/PostServer.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QProcessEnvironment>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::LocalServer;
using test::PostServer;
using test::SeenRequest;

namespace {

QByteArray feedOf(const QStringList &titles)
{
    QByteArray items;
    for (const QString &title : titles) {
        items += "<item><guid>https://blog.example/" + title.toUtf8() + "</guid><title>Invented " + title.toUtf8()
            + "</title><description>Invented words.</description></item>";
    }
    return "<?xml version='1.0'?><rss version='2.0'><channel><title>Invented</title>" + items + "</channel></rss>";
}

QByteArray listOf(const QByteArrayList &feeds)
{
    QByteArray outlines;
    for (const QByteArray &feed : feeds)
        outlines += "<outline type='rss' xmlUrl='" + feed + "'/>";
    return "<opml version='2.0'><body>" + outlines + "</body></opml>";
}

/// An entry that is numbered within its feed only.
QByteArray numbered(const QByteArray &number, const QByteArray &path, const QByteArray &words)
{
    return "<item><guid isPermaLink='false'>" + number + "</guid><link>https://blog.example/" + path
        + "</link><title>" + words + "</title></item>";
}

/// That a post quotes another one, whose author says this of being found by those who search.
QByteArray quoteOf(const QByteArray &wish)
{
    return R"(,"quote":{"state":"accepted","quoted_status":{"uri":"https://b.example/2","visibility":"public",)"
           R"("content":"Words of another","account":{"acct":"b","indexable":)"
        + wish + "}}}";
}

QByteArray feedOfEntries(const QByteArray &entries)
{
    return LocalServer::answer(
        200,
        "<rss version='2.0'><channel><title>Invented</title><link>https://blog.example/</link>" + entries
            + "</channel></rss>");
}

} // namespace

/// Fetching from servers that behave and from some that don't, as somebody at a terminal does it.
class TestFetchCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_program = std::make_unique<test::Program>(); }
    void hashtagsAreFollowed();
    void aFetchGoesBackToADate();
    void aStoppedFetchGoesOnWhereItWas_data();
    void aStoppedFetchGoesOnWhereItWas();
    void editsBoostsAndWarningsCome();
    void feedsComeOnceAndAreAskedPolitely();
    void feedsOfOneSiteNumberTheirOwnEntries();
    void feedsSayWhenToComeAgain();
    void whatAFeedHasOfEarlierDaysIsLeftOut();
    void aFeedThatHasMovedIsListedWhereItIs_data();
    void aFeedThatHasMovedIsListedWhereItIs();
    void aFeedThatIsGoneIsLeftAlone();
    void anErrandElsewhereHidesNoNews();
    void halfAFeedIsNone();
    void aServerThatSendsToAnotherPageIsNotFollowed();
    void aServerThatWantsPeaceGetsIt();
    void scriptsCanTellWhatHasToWait();
    void eachSourceThatIsNotCompleteIsNamed();
    void aRecheckTellsWhoDidNotAnswer();
    void whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch_data();
    void whatIsSetAsideHoldsNoWordsOfThoseWhoShunSearch();
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
    void aSessionThatRanOutIsRenewed_data();
    void aSessionThatRanOutIsRenewed();
    void answersFindWhatTheyAnswer_data();
    void answersFindWhatTheyAnswer();
    void anUnreachableServerChangesNothing();
    void aServerWithoutAnythingTakesNothingAway_data();
    void aServerWithoutAnythingTakesNothingAway();
    void sourcesAreListedPausedAndRemoved();
    void aSourceThatBroughtNothingYetIsKnown();
    void aFileLeavesASubscriptionItsName();
    void aRemovedSourceGoesOnWhenItIsAddedAgain();
    void aListThatCantBeTakenInSaysSo();
    void aListBringsNoPasswords();
    void aListLeadsNowhereButIntoTheWorld();
    void aListThatCantBeReadSaysSo_data();
    void aListThatCantBeReadSaysSo();
    void whoeverIsStoppedSaysSo();
    void tokensAreNeverArgumentsAndNeverStored();
    void wrongUsageSaysWhat_data();
    void wrongUsageSaysWhat();

private:
    /// Runs the program while the servers of this test go on working.
    test::Run run(const QString &command, const QStringList &arguments, const QByteArray &input = {},
                  const QStringList &environment = {})
    {
        QProcess process;
        m_program->prepare(process, QStringList{command, u"--collection"_s, m_program->collection()} + arguments);
        QProcessEnvironment variables = process.processEnvironment();
        for (const QString &variable : environment)
            variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        process.setProcessEnvironment(variables);
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start();
        m_running = static_cast<pid_t>(process.processId());
        process.write(input);
        process.closeWriteChannel();
        loop.exec();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    test::Run addTag(const LocalServer &server, const QStringList &more = {})
    {
        const QStringList name = more.contains(u"--name"_s) ? QStringList() : QStringList{u"--name"_s, u"tag"_s};
        return run(u"sources"_s,
                   QStringList{u"add"_s, server.address(QString()).toString(), u"--tag"_s, u"metoo"_s} + name
                       + more);
    }
    QJsonObject fetched(const QStringList &more = {})
    {
        const test::Run run = this->run(u"fetch"_s, QStringList{u"--json"_s} + more);
        return run.json()["sources"_L1].toArray().at(0).toObject();
    }
    /// For a server that isn't to answer any more: somebody presses Ctrl+C.
    LocalServer::Script stopIt()
    {
        return [this](QTcpSocket &, const SeenRequest &) { ::kill(m_running, SIGINT); };
    }
    qint64 count() { return run(u"count"_s, {}).output.trimmed().toLongLong(); }

    std::unique_ptr<test::Program> m_program;
    pid_t m_running = 0;
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

void TestFetchCommand::feedsComeOnceAndAreAskedPolitely()
{
    LocalServer server;
    QByteArray feed = feedOf({u"one"_s, u"two"_s});
    server.on("/",
              LocalServer::answer(200,
                                  "<html><head><link rel='alternate' type='application/rss+xml' "
                                  "href='/rss'></head></html>"));
    server.on("/rss", [&](QTcpSocket &socket, const SeenRequest &request) {
        const QByteArray etag = '"' + QByteArray::number(qHash(feed)) + '"';
        socket.write(request.header("if-none-match") == etag ? LocalServer::answer(304, {})
                                                             : LocalServer::answer(200, feed, {"ETag: " + etag}));
    });
    QCOMPARE(run(u"sources"_s, {u"add"_s, server.address().toString(), u"--name"_s, u"blog"_s}).code, 0);
    QCOMPARE(fetched()["added"_L1].toInteger(), 2);
    server.forgetRequests();
    QCOMPARE(fetched()["pages"_L1].toInteger(), 1);
    QCOMPARE(server.requests().size(), 1); // the feed itself, which has not changed
    feed = feedOf({u"three"_s, u"one"_s, u"two"_s});
    const QJsonObject source = fetched();
    QCOMPARE(source["added"_L1].toInteger(), 1);
    QCOMPARE(source["duplicates"_L1].toInteger(), 2);
    QCOMPARE(count(), 3);
}

void TestFetchCommand::feedsOfOneSiteNumberTheirOwnEntries()
{
    LocalServer server;
    server.on("/one", feedOfEntries(numbered("1", "a", "Invented first") + numbered("2", "b", "Invented second")));
    server.on("/two", feedOfEntries(numbered("1", "c", "Invented third") + numbered("2", "b", "Invented second")));
    const auto fetch = [this](const QString &name) {
        const QJsonObject source = fetched({u"--source"_s, name});
        return QStringList{QString::number(source["added"_L1].toInteger()),
                           QString::number(source["updated"_L1].toInteger()),
                           QString::number(source["duplicates"_L1].toInteger())}
            .join(u' ');
    };
    for (const QString &name : {u"one"_s, u"two"_s})
        run(u"sources"_s, {u"add"_s, server.address(u'/' + name).toString(), u"--name"_s, name});
    QCOMPARE(fetch(u"one"_s), u"2 0 0"_s);
    QCOMPARE(fetch(u"two"_s), u"1 0 1"_s); // the same number and page is the same story
    QCOMPARE(fetch(u"one"_s), u"0 0 2"_s);
    // An entry that moves stays what it is, and what was taken back in one feed stays in the other.
    server.on("/one", feedOfEntries(numbered("1", "moved", "Invented first, again")));
    QCOMPARE(fetch(u"one"_s), u"0 1 0"_s);
    QCOMPARE(run(u"forget"_s, {u"1"_s}).code, 0);
    QCOMPARE(count(), 2);
    QCOMPARE(fetch(u"one"_s), u"0 0 0"_s);
    QCOMPARE(fetch(u"two"_s), u"0 0 2"_s);
}

/// On a schedule, that is: whoever asks himself may ask at any time.
void TestFetchCommand::feedsSayWhenToComeAgain()
{
    LocalServer server;
    QByteArray feed = feedOf({u"one"_s});
    feed.replace("<title>Invented</title>", "<title>Invented</title><ttl>90</ttl>");
    server.on("/", LocalServer::answer(200, feed));
    run(u"sources"_s, {u"add"_s, server.address().toString(), u"--name"_s, u"blog"_s});
    const QJsonObject first = fetched();
    QCOMPARE(first["outcome"_L1].toString(), u"done"_s);
    const auto state = [this] {
        return run(u"sources"_s, {u"list"_s, u"--json"_s}).json()["sources"_L1].toArray().at(0).toObject();
    };
    const auto at = [&](QLatin1StringView name) {
        return QDateTime::fromString(state()[name].toString(), Qt::ISODateWithMs);
    };
    QCOMPARE(at("asked_at"_L1).secsTo(at("not_before"_L1)), 90 * 60);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(server.requests().size(), 2);
}

void TestFetchCommand::whatAFeedHasOfEarlierDaysIsLeftOut()
{
    LocalServer server;
    QByteArray entries;
    for (const char *day : {"10", "11", "12"}) {
        entries += QByteArray("<item><guid>https://blog.example/") + day + "</guid><title>Invented " + day
            + "</title><pubDate>" + day + " Jan 2026 12:00:00 GMT</pubDate></item>";
    }
    entries += "<item><guid>https://blog.example/undated</guid><title>Invented and undated</title></item>";
    const QByteArray feed = "<rss version='2.0'><channel><title>Invented</title>" + entries + "</channel></rss>";
    server.on("/", [&](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(request.header("if-none-match") == "\"1\"" ? LocalServer::answer(304, {})
                                                                : LocalServer::answer(200, feed, {"ETag: \"1\""}));
    });
    run(u"sources"_s,
        {u"add"_s, server.address().toString(), u"--name"_s, u"blog"_s, u"--since"_s, u"2026-01-11"_s});
    const QJsonObject source = fetched({u"--since"_s, u"2026-01-12"_s});
    QCOMPARE(source["added"_L1].toInteger(), 2);
    QCOMPARE(source["skipped"_L1].toInteger(), 2);
    QCOMPARE(source["skipped_by"_L1].toObject()["older than the day asked for"_L1].toInteger(), 2);
    QCOMPARE(fetched()["added"_L1].toInteger(), 1); // the feed hasn't changed, but it was asked for less
    QCOMPARE(fetched()["read"_L1].toInteger(), 0);
    QCOMPARE(fetched({u"--since"_s, u"2026-01-01"_s})["added"_L1].toInteger(), 1);
    QCOMPARE(count(), 4);
    const test::Run future = run(u"fetch"_s, {u"--since"_s, u"2999-01-01"_s});
    QCOMPARE(future.code, 2);
    QVERIFY2(future.says(u"2999-01-01"_s), future.errors.constData());
}

void TestFetchCommand::aFeedThatHasMovedIsListedWhereItIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("feed"); // at the new address
    QTest::addColumn<bool>("isForGood");
    const QByteArray whole = LocalServer::answer(200, feedOf({u"one"_s}));
    QTest::newRow("for good") << 301 << whole << true;
    QTest::newRow("for now") << 302 << whole << false;
    QTest::newRow("to half a feed") << 301 << LocalServer::answer(200, feedOf({u"one"_s}).chopped(40)) << false;
}

/// From the fetch that found it there on.
void TestFetchCommand::aFeedThatHasMovedIsListedWhereItIs()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, feed);
    QFETCH(const bool, isForGood);
    LocalServer server;
    server.on("/old", LocalServer::answer(status, {}, {"Location: /new"}));
    server.on("/new", feed);
    const QString old = server.address(u"/old"_s).toString();
    const QString now = server.address(u"/new"_s).toString();
    const auto listed
        = [&](const QStringList &options) { return run(u"sources"_s, QStringList(u"list"_s) + options); };
    run(u"sources"_s, {u"add"_s, old, u"--name"_s, u"blog"_s});
    QCOMPARE(fetched()["message"_L1].toString().contains(now), isForGood);
    QCOMPARE(listed({}).output.count(now.toUtf8()), isForGood ? 1 : 0);
    QVERIFY(!fetched()["message"_L1].toString().contains(now)); // that was said
    QCOMPARE(listed({}).output.count(now.toUtf8()), isForGood ? 1 : 0);
    const QJsonObject source = listed({u"--json"_s}).json()["sources"_L1].toArray().at(0).toObject();
    QCOMPARE(source["address"_L1].toString(), old);
    QCOMPARE(source["moved_to"_L1].toString(), isForGood ? now : QString());
    QCOMPARE(run(u"sources"_s, {u"opml"_s}).output.contains(now.toUtf8()), isForGood);
    // Who adds it there would have it twice.
    QCOMPARE(run(u"sources"_s, {u"add"_s, now, u"--name"_s, u"twice"_s}).code, isForGood ? 2 : 0);
}

void TestFetchCommand::aFeedThatIsGoneIsLeftAlone()
{
    LocalServer server;
    server.on("/", LocalServer::answer(410, {}));
    run(u"sources"_s, {u"add"_s, server.address().toString(), u"--name"_s, u"blog"_s});
    const QJsonObject gone = fetched();
    QCOMPARE(gone["outcome"_L1].toString(), u"gone"_s);
    QVERIFY2(gone["message"_L1].toString().contains("by itself"_L1), qPrintable(gone["message"_L1].toString()));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(run(u"fetch"_s, {}).code, 0);
    QCOMPARE(server.requests().size(), 1);
    server.on("/", LocalServer::answer(200, feedOf({u"one"_s})));
    QCOMPARE(fetched({u"--source"_s, u"blog"_s})["added"_L1].toInteger(), 1);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s); // it is there again
}

/// While the feed is away, its address leads to something that doesn't change.
void TestFetchCommand::anErrandElsewhereHidesNoNews()
{
    LocalServer server;
    bool isAway = true;
    server.on("/there", [](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(request.header("if-none-match").isEmpty()
                         ? LocalServer::answer(200, feedOf({}), {"ETag: \"1\""})
                         : LocalServer::answer(304, {}));
    });
    server.on("/feed", [&](QTcpSocket &socket, const SeenRequest &request) {
        if (isAway)
            socket.write(LocalServer::answer(302, {}, {"Location: /there"}));
        else // another tag of the same letters
            socket.write(request.header("if-none-match") == "\"1\""
                             ? LocalServer::answer(304, {})
                             : LocalServer::answer(200, feedOf({u"one"_s}), {"ETag: \"1\""}));
    });
    run(u"sources"_s, {u"add"_s, server.address(u"/feed"_s).toString(), u"--name"_s, u"blog"_s});
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s);
    QCOMPARE(fetched()["outcome"_L1].toString(), u"done"_s); // unchanged, there
    isAway = false;
    QCOMPARE(fetched()["added"_L1].toInteger(), 1);
}

void TestFetchCommand::halfAFeedIsNone()
{
    LocalServer server;
    const QByteArray feed = feedOf({u"one"_s, u"two"_s});
    // Its end is missing, and the server doesn't notice.
    server.on("/", LocalServer::answer(200, feed.left(feed.size() - 40), {"ETag: \"half\""}));
    run(u"sources"_s, {u"add"_s, server.address().toString(), u"--name"_s, u"blog"_s});
    const QJsonObject broken = fetched();
    QCOMPARE(broken["outcome"_L1].toString(), u"failed"_s);
    const QString message = broken["message"_L1].toString();
    QVERIFY2(message.contains(u"127.0.0.1"_s) && !message.contains(u"blog"_s), qPrintable(message));
    QCOMPARE(count(), 0);
    server.on("/", LocalServer::answer(200, feed, {"ETag: \"whole\""}));
    QCOMPARE(fetched()["added"_L1].toInteger(), 2);
    QVERIFY(server.requests().constLast().header("if-none-match").isEmpty());
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

void TestFetchCommand::aRecheckTellsWhoDidNotAnswer()
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

void TestFetchCommand::anEditBringsNoWordsOfThoseWhoShunSearch()
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

void TestFetchCommand::whatWasTakenBackThereGoesHere()
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
        QVERIFY(!m_program->read(file).contains("Invented post 1003"));
    // Even if a server shows it once more.
    server.posts().insert(
        2, {1003, u"Invented post 1003 #MeToo"_s, QDateTime(QDate(2026, 1, 1), QTime(2, 0), Qt::UTC)});
    fetched({u"--since"_s, u"2025-01-01"_s});
    QCOMPARE(count(), 4);
}

void TestFetchCommand::editsFarBelowTheTopComeWhenAskedAgain()
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

void TestFetchCommand::editsComeFromServersThatListNothing()
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

void TestFetchCommand::authorsMayWishNotToBeFoundAnyMore_data()
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
void TestFetchCommand::authorsMayWishNotToBeFoundAnyMore()
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
void TestFetchCommand::whatWasHiddenForSevenDaysIsGone()
{
    PostServer server;
    server.add(3);
    addTag(server);
    fetched();
    server.posts()[1].isFindable = false;
    QCOMPARE(run(u"recheck"_s, {u"--json"_s}).json()["hidden"_L1].toInteger(), 1);
    QVERIFY(m_program->change(u"UPDATE hidden_story SET hidden_at = hidden_at - 8 * 86400000"_s));
    server.posts()[1].isFindable = true;
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["asked"_L1].toInteger(), 2);
    QCOMPARE(recheck["visible_again"_L1].toInteger(), 0);
    QVERIFY(recheck["notes"_L1].toArray().first().toString().startsWith(u"1 "_s));
    QCOMPARE(count(), 2);
}

/// Somebody gave it, perhaps the author.
void TestFetchCommand::aFileIsBoundByNoWishOfThoseWhoSearch()
{
    PostServer server;
    server.add(2);
    addTag(server);
    fetched();
    m_program->write(u"given.json"_s, '[' + server.json(server.posts()[1]) + ']');
    QCOMPARE(run(u"import"_s, {m_program->path(u"given.json"_s)}).code, 0);
    for (auto &post : server.posts())
        post.isFindable = false;
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["hidden"_L1].toInteger(), 1);
    QCOMPARE(run(u"count"_s, {u"1002"_s}).output, "1\n"_ba);
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

void TestFetchCommand::whoLetsNoStrangerInIsAskedWithItsToken()
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

void TestFetchCommand::nobodyIsAskedWithoutASecret()
{
    PostServer server;
    m_program->write(u"post.jsonl"_s,
                     R"({"uri":"at://did:plc:invented/app.bsky.feed.post/1","cid":"c","value":{"$type":)"
                     R"("app.bsky.feed.post","text":"Invented","createdAt":"2026-01-01T00:00:00Z"}})");
    QCOMPARE(run(u"import"_s, {m_program->path(u"post.jsonl"_s)}).code, 0);
    const QString address = server.address(QString()).toString();
    QCOMPARE(run(u"sources"_s,
                 {u"add"_s, address, u"--service"_s, u"bluesky"_s, u"--query"_s, u"a"_s, u"--account"_s,
                  u"me.example"_s})
                 .code,
             0);
    const QString fetch = fetched()["message"_L1].toString();
    QVERIFY2(fetch.contains("without a password"_L1), qPrintable(fetch));
    const QJsonObject recheck = run(u"recheck"_s, {u"--json"_s}).json();
    QCOMPARE(recheck["unknown"_L1].toInteger(), 1);
    const QString note = recheck["notes"_L1].toArray().first().toString();
    QVERIFY2(note.contains("without a password"_L1), qPrintable(note));
    QCOMPARE(server.requests().size(), 0);
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

void TestFetchCommand::anUnreachableServerChangesNothing()
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

void TestFetchCommand::aServerWithoutAnythingTakesNothingAway_data()
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

void TestFetchCommand::aServerWithoutAnythingTakesNothingAway()
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

void TestFetchCommand::sourcesAreListedPausedAndRemoved()
{
    PostServer server;
    server.add(3);
    addTag(server);
    QCOMPARE(addTag(server).code, 2); // the name is taken
    fetched();
    QCOMPARE(run(u"sources"_s, {u"pause"_s, u"tag"_s}).code, 0);
    QJsonObject listed
        = run(u"sources"_s, {u"list"_s, u"--json"_s}).json()["sources"_L1].toArray().at(0).toObject();
    QCOMPARE(listed["name"_L1].toString(), u"tag"_s);
    QCOMPARE(listed["service"_L1].toString(), u"mastodon"_s);
    QCOMPARE(listed["stories"_L1].toInteger(), 3);
    QVERIFY(listed["paused"_L1].toBool());
    server.forgetRequests();
    QCOMPARE(run(u"fetch"_s, {}).code, 0);
    QCOMPARE(server.requests().size(), 0);
    QCOMPARE(run(u"sources"_s, {u"resume"_s, u"tag"_s}).code, 0);
    QCOMPARE(run(u"sources"_s, {u"remove"_s, u"tag"_s}).code, 0);
    QCOMPARE(count(), 3);
    QCOMPARE(addTag(server, {u"--name"_s, u"again"_s}).code, 0);
    fetched();
    QCOMPARE(count(), 3);
    QCOMPARE(run(u"sources"_s, {u"remove"_s, u"again"_s, u"--with-stories"_s}).code, 0);
    QCOMPARE(count(), 3); // the first one brought them, too
}

void TestFetchCommand::aSourceThatBroughtNothingYetIsKnown()
{
    PostServer server;
    server.add(3);
    addTag(server, {u"--name"_s, u"Tag"_s});
    fetched();
    QCOMPARE(addTag(server, {u"--none"_s, u"film"_s}).code, 0);
    const test::Run counted = run(u"count"_s, {u"source:tag"_s});
    QVERIFY2(counted.code == 0, counted.errors.constData());
    QCOMPARE(counted.output, "0\n"_ba); // those of the other one are not its own
    QCOMPARE(run(u"count"_s, {u"source:Tag"_s}).output, "3\n"_ba);
}

void TestFetchCommand::aFileLeavesASubscriptionItsName()
{
    PostServer server;
    server.add(3);
    const QString name = u"stories.csv"_s;
    addTag(server, {u"--name"_s, name});
    QCOMPARE(run(u"import"_s, {m_program->write(name, "text\nInvented words of a file\n")}).code, 0);
    fetched();
    const QJsonArray sources = run(u"sources"_s, {u"list"_s, u"--json"_s}).json()["sources"_L1].toArray();
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.at(0)["name"_L1].toString(), name);
    QCOMPARE(sources.at(0)["stories"_L1].toInteger(), 3);
    QCOMPARE(sources.at(1)["name"_L1].toString(), u"stories.csv (2)"_s);
    QCOMPARE(sources.at(1)["service"_L1].toString(), u"file"_s);
    QCOMPARE(sources.at(1)["stories"_L1].toInteger(), 1);
}

void TestFetchCommand::aRemovedSourceGoesOnWhenItIsAddedAgain()
{
    PostServer server;
    server.add(3);
    addTag(server);
    fetched();
    const test::Run twice = addTag(server, {u"--name"_s, u"twice"_s});
    QCOMPARE(twice.code, 2);
    QVERIFY2(twice.says(u"“tag”"_s), twice.errors.constData());
    QCOMPARE(run(u"sources"_s, {u"remove"_s, u"tag"_s}).code, 0);
    const test::Run again = addTag(server);
    QVERIFY2(again.code == 0, again.errors.constData());
    server.add(2);
    QCOMPARE(fetched()["added"_L1].toInteger(), 2);
    const QJsonArray sources = run(u"sources"_s, {u"list"_s, u"--json"_s}).json()["sources"_L1].toArray();
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.at(0)["stories"_L1].toInteger(), 5);
    QCOMPARE(run(u"sources"_s, {u"remove"_s, u"tag"_s, u"--with-stories"_s}).code, 0);
    QCOMPARE(count(), 0);
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
        QVERIFY(!m_program->read(file).contains("sesame-of-the-test"));
    QVERIFY(!added.output.contains("sesame") && !added.errors.contains("sesame"));
    QCOMPARE(run(u"fetch"_s, {u"--token-from"_s, u"MY_TOKEN"_s}, {}, {u"MY_TOKEN=x"_s}).code, 2);
}

void TestFetchCommand::wrongUsageSaysWhat_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString server = u"https://server.example"_s;
    QTest::newRow("no tags") << QStringList{u"add"_s, server, u"--service"_s, u"mastodon"_s} << u"hashtags"_s;
    QTest::newRow("no service") << QStringList{u"add"_s, server, u"--service"_s, u"orkut"_s} << u"orkut"_s;
    QTest::newRow("no budget") << QStringList{u"add"_s, server, u"--service"_s, u"x"_s, u"--query"_s, u"a"_s}
                               << u"budget"_s;
    QTest::newRow("no account") << QStringList{u"add"_s, server, u"--service"_s, u"bluesky"_s, u"--query"_s, u"a"_s}
                                << u"account"_s;
    QTest::newRow("a password") << QStringList{u"add"_s, u"https://anna:secret@server.example/feed"_s}
                                << u"name or password"_s;
    QTest::newRow("no date") << QStringList{u"add"_s, server, u"--since"_s, u"soon"_s} << u"soon"_s;
    QTest::newRow("a day to come") << QStringList{u"add"_s, server, u"--since"_s, u"2999-01-01"_s}
                                   << u"2999-01-01"_s;
    QTest::newRow("the same twice") << QStringList{u"add"_s, u"https://feed.example/rss"_s, u"--name"_s, u"b"_s}
                                    << u"feed.example/rss"_s;
    QTest::newRow("http") << QStringList{u"add"_s, u"http://blog.example/feed"_s} << u"https"_s;
    QTest::newRow("a bare word") << QStringList{u"add"_s, u"nonsense"_s} << u"“nonsense” is no address"_s;
    QTest::newRow("some words") << QStringList{u"add"_s, u"my favourite blog"_s}
                                << u"“my favourite blog” is no address"_s;
    QTest::newRow("no port") << QStringList{u"add"_s, u"blog:feed"_s} << u"“blog:feed” is no address"_s;
    QTest::newRow("unknown source") << QStringList{u"remove"_s, u"nothing"_s} << u"nothing"_s;
    QTest::newRow("unknown word") << QStringList{u"water"_s, u"it"_s} << u"water"_s;
    QTest::newRow("no token") << QStringList{u"add"_s, server, u"--token-from"_s, u"NO_SUCH_VARIABLE"_s}
                              << u"NO_SUCH_VARIABLE"_s;
}

void TestFetchCommand::wrongUsageSaysWhat()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, words);
    QCOMPARE(run(u"sources"_s, {u"add"_s, u"https://feed.example/rss"_s}).code, 0);
    const test::Run wrong = run(u"sources"_s, arguments);
    QVERIFY2(wrong.says(words), wrong.errors.constData());
    QCOMPARE(wrong.code, 2);
}

void TestFetchCommand::aListThatCantBeTakenInSaysSo()
{
    const QString list = m_program->write(u"list.opml"_s,
                                          "<opml version='2.0'><body><outline text='Invented' type='rss' "
                                          "xmlUrl='https://blog.example/feed'/></body></opml>");
    {
        const auto held = Collection::open(m_program->collection(), Collection::Missing::Create);
        QVERIFY(held);
        const test::Run refused = run(u"sources"_s, {u"import"_s, list});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.says(u"c.tidemark"_s), refused.errors.constData());
    }
    const test::Run taken = run(u"sources"_s, {u"import"_s, list});
    QVERIFY2(taken.code == 0 && taken.output.startsWith("Added 1 of 1"), taken.output.constData());
}

void TestFetchCommand::aListBringsNoPasswords()
{
    const QString list = m_program->write(
        u"list.opml"_s, listOf({"https://blog.example/feed", "https://anna:secret@paper.example/feed"}));
    const test::Run taken = run(u"sources"_s, {u"import"_s, list});
    QVERIFY2(taken.code == 0 && taken.output.startsWith("Added 1 of 2"), taken.output.constData());
    QVERIFY2(taken.output.contains("1 feed was left out because its address holds a name or password"),
             taken.output.constData());
    QVERIFY2(taken.output.contains("Namely: https://paper.example/feed."), taken.output.constData());
    QVERIFY(!taken.output.contains("secret"));
    QVERIFY(!run(u"sources"_s, {u"list"_s, u"--json"_s}).output.contains("secret"));
    QVERIFY(!run(u"sources"_s, {u"opml"_s}).output.contains("secret"));
}

void TestFetchCommand::aListLeadsNowhereButIntoTheWorld()
{
    const QString list = m_program->write(
        u"list.opml"_s,
        listOf({"https://blog.example/feed", "http://blog.example/other", "https://localhost:8443/feed",
                "https://127.0.0.1/feed", "https://0x7f.2/feed", "https://[::1]/feed", "https://192.168.1.1/feed",
                "https://[::ffff:10.0.0.1]/feed", "https://printer/feed", "https://nas.local/feed"}));
    const test::Run taken = run(u"sources"_s, {u"import"_s, list});
    QVERIFY2(taken.code == 0 && taken.output.startsWith("Added 1 of 10"), taken.output.constData());
    QVERIFY2(taken.output.contains("9 feeds were left out because their addresses are not https or lead into"),
             taken.output.constData());
    QVERIFY2(taken.output.contains("Namely: http://blog.example/other, https://localhost:8443/feed"),
             taken.output.constData());
    QVERIFY2(taken.output.contains("and 1 other"), taken.output.constData());
    QCOMPARE(run(u"sources"_s, {u"add"_s, u"https://127.0.0.1/feed"_s}).code, 0); // who types it means it
}

void TestFetchCommand::aListThatCantBeReadSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem"); // empty: it can be read
    const QByteArray list = "<opml version='2.0'><body><outline text='Caf\xe9' "
                            "xmlUrl='https://blog.example/feed'/><outline text='b'/></body></opml>";
    const QString text = QString::fromLatin1(list);
    QTest::newRow("Latin-1") << "<?xml version='1.0' encoding='ISO-8859-1'?>" + list << QString();
    QTest::newRow("UTF-16") << "\xff\xfe"
            + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)))
                            << QString();
    QTest::newRow("cut") << text.toUtf8().chopped(20) << u"to its end"_s;
    QTest::newRow("deep") << "<opml><body>" + QByteArray("<outline>").repeated(100'000) << u"256 levels"_s;
    QTest::newRow("bomb") << QByteArray("<!DOCTYPE opml [<!ENTITY a '") + QByteArray(10'000, 'a') + "'>]><opml>"
            + QByteArray("&a;").repeated(10)
            + "</opml>" << u"64 KiB"_s;
    QTest::newRow("nothing") << QByteArray("<opml/>") << u"names none"_s;
    QTest::newRow("a file from outside")
        << QByteArray("<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><opml>&a;</opml>")
        << u"names none"_s;
}

void TestFetchCommand::aListThatCantBeReadSaysSo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, problem);
    const test::Run taken = run(u"sources"_s, {u"import"_s, m_program->write(u"list.opml"_s, bytes)});
    QCOMPARE(taken.code == 0, problem.isEmpty());
    if (problem.isEmpty()) {
        QVERIFY2(taken.output.startsWith("Added 1 of 1"), taken.output.constData());
        QVERIFY(run(u"sources"_s, {u"list"_s}).output.contains(QString(u"Café"_s).toUtf8()));
    } else {
        QVERIFY2(taken.says(problem), taken.errors.constData());
    }
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

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "tst_fetchcommand.moc"
