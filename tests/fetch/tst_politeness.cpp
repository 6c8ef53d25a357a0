#include "fetch/PoliteClient.h"
#include "support/LocalServer.h"

#include <QDateTime>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tidemark;
using test::LocalServer;

namespace {

const Instant moment = QDateTime(QDate(2026, 8, 1), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch();
constexpr Milliseconds nothing{-1};

HttpAnswer answerWith(const QByteArray &header)
{
    HttpAnswer answer;
    for (const QByteArray &line : header.split('|')) {
        const auto colon = line.indexOf(':');
        answer.headers.append({line.left(colon), line.mid(colon + 1)});
    }
    return answer;
}

} // namespace

Q_DECLARE_METATYPE(tidemark::Milliseconds)

/// Servers say in many ways when they want to be asked again.
class TestPoliteness : public QObject
{
    Q_OBJECT

private slots:
    void retryAfterIsUnderstood_data();
    void retryAfterIsUnderstood();
    void limitsAreObeyedBeforeTheyBite_data();
    void limitsAreObeyedBeforeTheyBite();
    void waitsDoubleWithJitter();
    void aBusyServerIsAskedAgain_data();
    void aBusyServerIsAskedAgain();
    void aServerThatStaysBusyIsLeftAlone();
    void aLongWaitEndsTheFetch();
    void aUsedUpLimitIsWaitedFor();
    void waitingCanBeCancelled();
    void whoWasHeldUpMeanwhileWaitsNoLonger();

private:
    Patience m_quick{.between = 0ms, .firstBackoff = 1ms};
};

void TestPoliteness::retryAfterIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Milliseconds>("wait");
    const auto row = [](const char *name, const QByteArray &value, Milliseconds wait) {
        QTest::newRow(name) << "retry-after:" + value << wait;
    };
    row("seconds", "120", 120s);
    row("seconds with blanks", "  7 ", 7s);
    row("a fraction", "1.5", 1500ms);
    row("nothing to wait for", "0", 1s);
    row("negative", "-5", nothing);
    row("two hours", "7200", 2h);
    row("for ever", "99999999999999999999", 24h);
    row("RFC 1123", "Sat, 01 Aug 2026 14:02:00 GMT", 120s);
    row("RFC 850", "Saturday, 01-Aug-26 14:02:00 GMT", 120s);
    row("asctime", "Sat Aug  1 14:02:00 2026", 120s);
    row("ISO 8601", "2026-08-01T14:02:00Z", 120s);
    row("another zone", "Sat, 01 Aug 2026 16:02:00 +0200", 120s);
    row("a date that is over", "Wed, 21 Oct 2015 07:28:00 GMT", 1s);
    row("rubbish", "soon", nothing);
    row("empty", "", nothing);
    row("infinite", "inf", nothing);
    row("by the server's clock", "Sat, 01 Aug 2026 15:00:30 GMT|date:Sat, 01 Aug 2026 15:00:00 GMT", 30s);
}

void TestPoliteness::retryAfterIsUnderstood()
{
    QFETCH(const QByteArray, header);
    QFETCH(const Milliseconds, wait);
    QCOMPARE(retryAfter(answerWith(header), moment).value_or(nothing).count(), wait.count());
}

void TestPoliteness::limitsAreObeyedBeforeTheyBite_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<Milliseconds>("wait");
    const QByteArray epoch = QByteArray::number(moment / 1000 + 90);
    QTest::newRow("Mastodon") << QByteArray("x-ratelimit-remaining:0|x-ratelimit-reset:2026-08-01T14:05:00.070144Z")
                              << Milliseconds(300'070);
    QTest::newRow("some left") << QByteArray("x-ratelimit-remaining:1|x-ratelimit-reset:2026-08-01T14:05:00Z")
                               << nothing;
    QTest::newRow("Bluesky") << "ratelimit-remaining:0|ratelimit-reset:" + epoch << Milliseconds(90s);
    QTest::newRow("X") << "x-rate-limit-remaining:0|x-rate-limit-reset:" + epoch << Milliseconds(90s);
    QTest::newRow("Reddit") << QByteArray("x-ratelimit-remaining:0.0|x-ratelimit-reset:42") << Milliseconds(42s);
    QTest::newRow("without a reset") << QByteArray("x-ratelimit-remaining:0") << nothing;
    QTest::newRow("without anything") << QByteArray("server:x") << nothing;
    QTest::newRow("rubbish") << QByteArray("x-ratelimit-remaining:0|x-ratelimit-reset:later") << nothing;
}

void TestPoliteness::limitsAreObeyedBeforeTheyBite()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const Milliseconds, wait);
    QCOMPARE(untilLimitResets(answerWith(headers), moment).value_or(nothing).count(), wait.count());
}

void TestPoliteness::waitsDoubleWithJitter()
{
    QCOMPARE(backoff(2s, 0, 0.0), 1s);
    QCOMPARE(backoff(2s, 0, 0.5), 1500ms);
    QCOMPARE(backoff(2s, 3, 0.0), 8s);
    QCOMPARE(backoff(2s, 60, 0.0), 30min);
}

void TestPoliteness::aBusyServerIsAskedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("429") << 429 << QByteArray("X-None: 1");
    QTest::newRow("503 with a time") << 503 << QByteArray("Retry-After: 1");
}

void TestPoliteness::aBusyServerIsAskedAgain()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    LocalServer server;
    server.on("/", [&](QTcpSocket &socket, const test::SeenRequest &) {
        socket.write(server.requests().size() == 1 ? LocalServer::answer(status, "busy", {header})
                                                   : LocalServer::answer(200, "here"));
    });
    HttpClient client;
    const auto outcome = PoliteClient(client, m_quick).ask({server.address(), server.address()}, Progress());
    QVERIFY(std::holds_alternative<HttpAnswer>(outcome));
    QCOMPARE(std::get<HttpAnswer>(outcome).body, "here"_ba);
    QCOMPARE(server.requests().size(), 2);
}

void TestPoliteness::aServerThatStaysBusyIsLeftAlone()
{
    LocalServer server;
    server.on("/", LocalServer::answer(503, "busy"));
    HttpClient client;
    const auto outcome = PoliteClient(client, m_quick).ask({server.address(), server.address()}, Progress());
    QVERIFY(std::holds_alternative<LeftAlone>(outcome));
    QCOMPARE(server.requests().size(), 5);
}

void TestPoliteness::aLongWaitEndsTheFetch()
{
    LocalServer server;
    server.on("/", LocalServer::answer(429, "busy", {"Retry-After: 1000"}));
    HttpClient client;
    PoliteClient polite(client, m_quick);
    const Instant before = QDateTime::currentMSecsSinceEpoch();
    const auto outcome = polite.ask({server.address(), server.address()}, Progress());
    QVERIFY(std::holds_alternative<LeftAlone>(outcome));
    const auto &alone = std::get<LeftAlone>(outcome);
    QVERIFY(alone.until >= before + 1'000'000);
    QVERIFY(std::holds_alternative<LeftAlone>(polite.ask({server.address(), server.address()}, Progress())));
    QCOMPARE(server.requests().size(), 1);
}

void TestPoliteness::aUsedUpLimitIsWaitedFor()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, "here", {"ratelimit-remaining: 0", "ratelimit-reset: 1000"}));
    HttpClient client;
    PoliteClient polite(client, m_quick);
    QVERIFY(std::holds_alternative<HttpAnswer>(polite.ask({server.address(), server.address()}, Progress())));
    QVERIFY(std::holds_alternative<LeftAlone>(polite.ask({server.address(), server.address()}, Progress())));
    QCOMPARE(server.requests().size(), 1);
}

void TestPoliteness::waitingCanBeCancelled()
{
    LocalServer server;
    Progress progress;
    server.on("/", [&](QTcpSocket &socket, const test::SeenRequest &) {
        socket.write(LocalServer::answer(429, "busy", {"Retry-After: 60"}));
        progress.cancel();
    });
    HttpClient client;
    const auto outcome = PoliteClient(client, m_quick).ask({server.address(), server.address()}, progress);
    QVERIFY(std::holds_alternative<HttpFailure>(outcome));
    QCOMPARE(std::get<HttpFailure>(outcome).kind, HttpFailure::Kind::Cancelled);
}

/// The moment may pass between two looks at the clock, on a machine that is busy.
void TestPoliteness::whoWasHeldUpMeanwhileWaitsNoLonger()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, "x"));
    HttpClient client;
    Instant clock = moment;
    PoliteClient polite(client, {.between = 10ms, .now = [&clock] { return clock += 4; }});
    const HttpRequest request{.address = server.address(), .typed = server.address()};
    for (int i = 0; i < 3; ++i)
        QVERIFY(std::holds_alternative<HttpAnswer>(polite.ask(request, Progress())));
}

QTEST_GUILESS_MAIN(TestPoliteness)
#include "tst_politeness.moc"
