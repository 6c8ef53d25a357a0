#include "command/FetchingProgram.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::LocalServer;
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

/// An entry that is numbered within its feed only.
QByteArray numbered(const QByteArray &number, const QByteArray &path, const QByteArray &words)
{
    return "<item><guid isPermaLink='false'>" + number + "</guid><link>https://blog.example/" + path
        + "</link><title>" + words + "</title></item>";
}

QByteArray feedOfEntries(const QByteArray &entries)
{
    return LocalServer::answer(
        200,
        "<rss version='2.0'><channel><title>Invented</title><link>https://blog.example/</link>" + entries
            + "</channel></rss>");
}

} // namespace

/// Feeds that are followed, as somebody at a terminal does it: news alone, and no more questions than are wanted.
class TestFeedsCommand : public test::FetchingProgram
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void feedsComeOnceAndAreAskedPolitely();
    void feedsOfOneSiteNumberTheirOwnEntries();
    void feedsSayWhenToComeAgain();
    void whatAFeedHasOfEarlierDaysIsLeftOut();
    void aFeedThatHasMovedIsListedWhereItIs_data();
    void aFeedThatHasMovedIsListedWhereItIs();
    void aFeedThatIsGoneIsLeftAlone();
    void anErrandElsewhereHidesNoNews();
    void halfAFeedIsNone();
};

void TestFeedsCommand::feedsComeOnceAndAreAskedPolitely()
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

void TestFeedsCommand::feedsOfOneSiteNumberTheirOwnEntries()
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
void TestFeedsCommand::feedsSayWhenToComeAgain()
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

void TestFeedsCommand::whatAFeedHasOfEarlierDaysIsLeftOut()
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

void TestFeedsCommand::aFeedThatHasMovedIsListedWhereItIs_data()
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
void TestFeedsCommand::aFeedThatHasMovedIsListedWhereItIs()
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

void TestFeedsCommand::aFeedThatIsGoneIsLeftAlone()
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
void TestFeedsCommand::anErrandElsewhereHidesNoNews()
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

void TestFeedsCommand::halfAFeedIsNone()
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

QTEST_GUILESS_MAIN(TestFeedsCommand)
#include "tst_feedscommand.moc"
