#include "fetch/HttpClient.h"
#include "support/LocalServer.h"
#include "support/TestData.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tidemark;
using test::LocalServer;
using test::SeenRequest;

namespace {

using Kind = HttpFailure::Kind;

constexpr HttpLimits tight{.idle = 1500ms, .whole = 4s, .bytes = 64 * 1024};

/// The most memory that this process ever took, in bytes.
qint64 mostMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

const QUrl blog(u"https://blog.example/"_s);

/// An environment variable, for as long as it lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value) : m_name(name) { qputenv(name, value); }
    ~Variable() { qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
};

/// A proxy that leads everybody to one port.
LocalServer::Script relayTo(quint16 port)
{
    return [port](QTcpSocket &here, const SeenRequest &) {
        QObject::disconnect(&here, &QTcpSocket::readyRead, nullptr, nullptr); // from now on it is bytes
        auto *there = new QTcpSocket(&here);
        QObject::connect(there, &QTcpSocket::readyRead, &here, [&here, there] { here.write(there->readAll()); });
        QObject::connect(&here, &QTcpSocket::readyRead, there, [&here, there] { there->write(here.readAll()); });
        there->connectToHost(QHostAddress::LocalHost, port);
        here.write("HTTP/1.1 200 Connection established\r\n\r\n");
    };
}

QList<QSslCertificate> testAuthority()
{
    return QSslCertificate::fromData(test::dataBytes(u"tls/authority.pem"_s));
}

} // namespace

/// What a bad server may do, and what becomes of it.
class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_client = std::make_unique<HttpClient>(); }
    void anAnswerComesWhole();
    void requestsTellNothingOfTheUser();
    void validatorsGoBackAsTheyCame();
    void validatorsGoToNobodyElse();
    void gzipIsUnpacked();
    void otherStatusesAreAnswers_data();
    void otherStatusesAreAnswers();
    void badAnswersFail_data();
    void badAnswersFail();
    void aResetAnywhereIsNoAnswer_data();
    void aResetAnywhereIsNoAnswer();
    void aBodyOfTheLargestSizeComes();
    void anEndlessBodyTakesNoMemory();
    void redirectsAreFollowedByHand();
    void permanentMovesAreTold();
    void redirectsAreJudged_data();
    void redirectsAreJudged();
    void aCredentialStaysWithItsOrigin();
    void aPostIsNeverSentOn();
    void certificatesHold_data();
    void certificatesHold();
    void oldTlsIsRefused();
    void aNameIsAskedForByItsName();
    void anUnknownHostIsOffline();
    void aClosedPortSaysSo();
    void askingCanBeCancelled();
    void theProxyOfTheSystemIsUsed();
    void thisMachineIsAskedPastTheProxy();
    void aProxyThatDoesNotWorkIsNamed_data();
    void aProxyThatDoesNotWorkIsNamed();

private:
    HttpOutcome ask(const LocalServer &server, const QString &path = u"/"_s)
    {
        return m_client->ask({.address = server.address(path), .typed = server.address(), .limits = tight},
                             Progress());
    }

    std::unique_ptr<HttpClient> m_client;
};

void TestHttpClient::anAnswerComesWhole()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, "some words", {"X-One: Two"}));
    const auto outcome = ask(server);
    QVERIFY(std::holds_alternative<HttpAnswer>(outcome));
    const auto &answer = std::get<HttpAnswer>(outcome);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "some words"_ba);
    QCOMPARE(answer.header("x-one"), "Two"_ba);
    QCOMPARE(answer.address, server.address());
}

void TestHttpClient::requestsTellNothingOfTheUser()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, "x", {"Set-Cookie: follow=you; Path=/"}));
    ask(server);
    ask(server);
    QCOMPARE(server.requests().size(), 2);
    const SeenRequest &seen = server.requests().constLast();
    QStringList names;
    for (const auto &[name, value] : seen.headers)
        names << QString::fromLatin1(name);
    names.sort();
    QCOMPARE(names.join(u' '), u"accept accept-encoding accept-language connection host user-agent"_s);
    QCOMPARE(seen.header("accept-language"), "*"_ba);
    QVERIFY(seen.header("user-agent").startsWith("Tidemark/"));
}

void TestHttpClient::validatorsGoBackAsTheyCame()
{
    LocalServer server;
    server.on("/", [](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(request.header("if-none-match") == "W/\"a b\"" ? LocalServer::answer(304, {})
                                                                    : LocalServer::answer(200, "x"));
    });
    HttpRequest request{.address = server.address(), .typed = server.address()};
    request.known = {"W/\"a b\"", "Saturday, whenever", server.address()};
    const auto outcome = m_client->ask(request, Progress());
    QCOMPARE(std::get<HttpAnswer>(outcome).status, 304);
    QCOMPARE(server.requests().constFirst().header("if-modified-since"), "Saturday, whenever"_ba);
}

void TestHttpClient::validatorsGoToNobodyElse()
{
    LocalServer server;
    server.on("/there", LocalServer::answer(200, "x", {"ETag: \"2\""}));
    server.on("/lent", LocalServer::answer(302, {}, {"Location: /there"}));
    HttpRequest request{.address = server.address(u"/lent"_s), .typed = server.address()};
    request.known = {"\"1\"", "Saturday", server.address(u"/lent"_s)};
    const auto first = std::get<HttpAnswer>(m_client->ask(request, Progress()));
    QCOMPARE(first.status, 200);
    QCOMPARE(server.requests().at(0).header("if-none-match"), "\"1\""_ba);
    QVERIFY(server.requests().at(1).header("if-none-match").isEmpty());
    QVERIFY(server.requests().at(1).header("if-modified-since").isEmpty());
    request.known = first.validators();
    (void)m_client->ask(request, Progress());
    QVERIFY(server.requests().at(2).header("if-none-match").isEmpty());
    QCOMPARE(server.requests().at(3).header("if-none-match"), "\"2\""_ba);
}

void TestHttpClient::gzipIsUnpacked()
{
    LocalServer server;
    server.on("/",
              LocalServer::answer(200, LocalServer::gzipped("many many many words"), {"Content-Encoding: gzip"}));
    QCOMPARE(std::get<HttpAnswer>(ask(server)).body, "many many many words"_ba);
}

void TestHttpClient::otherStatusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 204, 304, 400, 401, 403, 404, 410, 418, 422, 429, 500, 501, 503, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::otherStatusesAreAnswers()
{
    QFETCH(const int, status);
    LocalServer server;
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : QByteArray("{\"error\":\"x\"}");
    server.on("/", LocalServer::answer(status, body, {"WWW-Authenticate: Basic"}));
    const auto outcome = ask(server);
    QVERIFY2(std::holds_alternative<HttpAnswer>(outcome),
             std::holds_alternative<HttpFailure>(outcome) ? qPrintable(std::get<HttpFailure>(outcome).message)
                                                          : "");
    QCOMPARE(std::get<HttpAnswer>(outcome).status, status);
    QCOMPARE(std::get<HttpAnswer>(outcome).body, body);
}

void TestHttpClient::badAnswersFail_data()
{
    QTest::addColumn<LocalServer::Script>("script");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, Kind kind, const LocalServer::Script &script) {
        QTest::newRow(name) << script << kind;
    };
    const auto bytes = [row](const char *name, Kind kind, const QByteArray &sent) {
        row(name, kind, [sent](QTcpSocket &socket, const SeenRequest &) {
            socket.write(sent);
            socket.disconnectFromHost();
        });
    };
    const QByteArray large(70'000, 'x');
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("no answer at all", Kind::TimedOut, [](QTcpSocket &, const SeenRequest &) {});
    row("slow loris in the headers", Kind::TimedOut, [ok](QTcpSocket &socket, const SeenRequest &) {
        LocalServer::drip(socket, ok + "X-Long: " + QByteArray(10'000, 'x'), 1, 50);
    });
    row("slow loris in the body", Kind::TimedOut, [ok](QTcpSocket &socket, const SeenRequest &) {
        socket.write(ok + "Content-Length: 10000\r\n\r\n");
        LocalServer::drip(socket, QByteArray(10'000, 'x'), 1, 50);
    });
    row("a body that stops", Kind::TimedOut,
        [ok](QTcpSocket &socket, const SeenRequest &) { socket.write(ok + "Content-Length: 10\r\n\r\n12345"); });
    row("an endless body", Kind::TooLarge, [ok, large](QTcpSocket &socket, const SeenRequest &) {
        socket.write(ok + "\r\n");
        LocalServer::writeForever(socket, large);
    });
    row("an endless body in chunks", Kind::TooLarge, [ok](QTcpSocket &socket, const SeenRequest &) {
        socket.write(ok + "Transfer-Encoding: chunked\r\n\r\n");
        LocalServer::writeForever(socket, "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n");
    });
    row("a body over the limit", Kind::TooLarge,
        [large](QTcpSocket &socket, const SeenRequest &) { socket.write(LocalServer::answer(200, large)); });
    row("a gzip bomb", Kind::TooLarge, [](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LocalServer::answer(200, LocalServer::gzipped(QByteArray(20'000'000, '\0')),
                                         {"Content-Encoding: gzip"}));
    });
    // Qt has a limit of its own, and says nothing when it is passed.
    row("many headers", Kind::TimedOut, [ok](QTcpSocket &socket, const SeenRequest &) {
        QByteArray headers;
        for (int i = 0; i < 3000; ++i)
            headers += "X-" + QByteArray::number(i) + ": " + QByteArray(100, 'x') + "\r\n";
        socket.write(ok + headers + "Content-Length: 1\r\n\r\nx");
    });
    bytes("fewer bytes than announced", Kind::BrokenOff, ok + "Content-Length: 100\r\n\r\nshort");
    bytes("cut gzip", Kind::BrokenOff,
          LocalServer::answer(200, LocalServer::gzipped("many many many words").chopped(9),
                              {"Content-Encoding: gzip"}));
    bytes("damaged gzip", Kind::BrokenOff,
          LocalServer::answer(200, "this isn't gzip at all", {"Content-Encoding: gzip"}));
    bytes("a packing that nobody asked for", Kind::BrokenOff,
          LocalServer::answer(200, "x", {"Content-Encoding: br"}));
    bytes("half the headers", Kind::BrokenOff, ok + "Content-Le");
    bytes("nothing", Kind::BrokenOff, {});
    bytes("not HTTP", Kind::BrokenOff, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
    bytes("a status that is none", Kind::BrokenOff, "HTTP/1.1 999 Maybe\r\nContent-Length: 1\r\n\r\nx");
    row("a reset", Kind::BrokenOff, [ok](QTcpSocket &socket, const SeenRequest &) {
        socket.write(ok + "Content-Length: 100\r\n\r\nhalf of ");
        socket.flush();
        socket.abort();
    });
}

void TestHttpClient::badAnswersFail()
{
    QFETCH(const LocalServer::Script, script);
    QFETCH(const Kind, kind);
    LocalServer server;
    server.on("/", script);
    const auto outcome = ask(server);
    QVERIFY(std::holds_alternative<HttpFailure>(outcome));
    const auto &failure = std::get<HttpFailure>(outcome);
    QVERIFY2(failure.message.contains(u"127.0.0.1"_s) && failure.message.endsWith(u'.'),
             qPrintable(failure.message));
    QVERIFY2(failure.kind == kind, qPrintable(failure.message));
    // The client is none the worse for it.
    server.on("/good", LocalServer::answer(200, "good"));
    QCOMPARE(std::get<HttpAnswer>(ask(server, u"/good"_s)).body, "good"_ba);
}

void TestHttpClient::aResetAnywhereIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("plain") << LocalServer::answer(200, QByteArray(3000, 'x'));
    QTest::newRow("packed") << LocalServer::answer(200, LocalServer::gzipped(QByteArray(3000, 'x')),
                                                   {"Content-Encoding: gzip"});
}

void TestHttpClient::aResetAnywhereIsNoAnswer()
{
    QFETCH(const QByteArray, answer);
    LocalServer server;
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    for (int time = 0; time < 50; ++time) {
        const qsizetype length = random.bounded(int(answer.size()));
        server.on("/", [&](QTcpSocket &socket, const SeenRequest &) {
            socket.write(answer.left(length));
            socket.flush();
            socket.abort();
        });
        const auto outcome = ask(server);
        const auto *failure = std::get_if<HttpFailure>(&outcome);
        QVERIFY2(failure && failure->message.contains(u"127.0.0.1"_s),
                 qPrintable(u"reset behind byte %1, seed %2"_s.arg(length).arg(seed)));
    }
    server.on("/", answer);
    QCOMPARE(std::get<HttpAnswer>(ask(server)).body.size(), 3000);
}

void TestHttpClient::aBodyOfTheLargestSizeComes()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, QByteArray(tight.bytes, 'x')));
    QCOMPARE(std::get<HttpAnswer>(ask(server)).body.size(), tight.bytes);
    server.on(
        "/packed",
        LocalServer::answer(200, LocalServer::gzipped(QByteArray(tight.bytes, 'x')), {"Content-Encoding: gzip"}));
    QCOMPARE(std::get<HttpAnswer>(ask(server, u"/packed"_s)).body.size(), tight.bytes);
}

void TestHttpClient::anEndlessBodyTakesNoMemory()
{
    LocalServer server;
    const QByteArray piece(1'000'000, 'x');
    server.on("/", [&](QTcpSocket &socket, const SeenRequest &) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        LocalServer::writeForever(socket, piece);
    });
    server.on("/headers", [&](QTcpSocket &socket, const SeenRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nX: ");
        LocalServer::writeForever(socket, piece);
    });
    const qint64 before = mostMemory();
    QVERIFY(std::holds_alternative<HttpFailure>(ask(server)));
    QVERIFY(std::holds_alternative<HttpFailure>(ask(server, u"/headers"_s)));
    const qint64 taken = mostMemory() - before;
    QVERIFY2(taken < 64 * 1024 * 1024, qPrintable(QString::number(taken)));
}

void TestHttpClient::redirectsAreFollowedByHand()
{
    LocalServer server;
    server.on("/", LocalServer::answer(302, {}, {"Location: ../there?a=b#c"}));
    server.on("/there", LocalServer::answer(200, "there"));
    const auto outcome = ask(server);
    QVERIFY(std::holds_alternative<HttpAnswer>(outcome));
    const auto &answer = std::get<HttpAnswer>(outcome);
    QCOMPARE(answer.body, "there"_ba);
    QCOMPARE(answer.address, server.address(u"/there?a=b"_s));
    QVERIFY(answer.movedForGood.isEmpty());

    LocalServer endless;
    endless.on("/", [&endless](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LocalServer::answer(302, {}, {"Location: /" + QByteArray::number(endless.requests().size())}));
    });
    QVERIFY(std::get<HttpFailure>(ask(endless)).message.contains(u"never to an end"_s));
    QCOMPARE(endless.requests().size(), HttpClient::redirects + 1);
}

void TestHttpClient::permanentMovesAreTold()
{
    LocalServer server;
    server.on("/old", LocalServer::answer(301, {}, {"Location: /new"}));
    server.on("/new", LocalServer::answer(308, {}, {"Location: /last"}));
    server.on("/last", LocalServer::answer(200, "x"));
    QCOMPARE(std::get<HttpAnswer>(ask(server, u"/old"_s)).movedForGood, server.address(u"/last"_s));
    server.on("/new", LocalServer::answer(307, {}, {"Location: /last"}));
    QCOMPARE(std::get<HttpAnswer>(ask(server, u"/old"_s)).movedForGood, server.address(u"/new"_s));
    server.on("/old", LocalServer::answer(302, {}, {"Location: /new"}));
    QVERIFY(std::get<HttpAnswer>(ask(server, u"/old"_s)).movedForGood.isEmpty());
}

void TestHttpClient::redirectsAreJudged_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
    QTest::newRow("data") << QByteArray("data:text/plain,hello");
    QTest::newRow("qrc") << QByteArray("qrc:/sql/0001-collection.sql");
    QTest::newRow("javascript") << QByteArray("javascript:alert(1)");
    QTest::newRow("http") << QByteArray("http://a.example/");
    QTest::newRow("loopback") << QByteArray("https://127.0.0.1:1/");
    QTest::newRow("loopback by name") << QByteArray("https://localhost:1/");
    QTest::newRow("IPv6 loopback") << QByteArray("https://[::1]:1/");
    QTest::newRow("the cloud's own") << QByteArray("http://169.254.169.254/latest/meta-data/");
}

void TestHttpClient::redirectsAreJudged()
{
    QFETCH(const QByteArray, target);
    LocalServer server;
    server.on("/", LocalServer::answer(302, {}, {"Location: " + target}));
    const auto outcome = ask(server);
    QVERIFY(std::holds_alternative<HttpFailure>(outcome));
    const auto &failure = std::get<HttpFailure>(outcome);
    QVERIFY2(failure.kind == Kind::Refused || failure.kind == Kind::Offline, qPrintable(failure.message));
    // Where it leads to, and who sent there.
    QVERIFY2(failure.message.startsWith(server.address().authority()), qPrintable(failure.message));
}

void TestHttpClient::aCredentialStaysWithItsOrigin()
{
    LocalServer server;
    LocalServer other;
    other.on("/", LocalServer::answer(200, "other"));
    server.on("/", LocalServer::answer(302, {}, {"Location: /inside"}));
    server.on("/inside", LocalServer::answer(302, {}, {"Location: " + other.address().toEncoded()}));
    // The other origin is one that may be asked: only the token is at stake.
    HttpRequest request{.address = server.address(), .typed = server.address()};
    request.credential = Credential{originOf(server.address()), "Bearer secret"};
    QVERIFY(std::holds_alternative<HttpFailure>(m_client->ask(request, Progress())));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).header("authorization"), "Bearer secret"_ba);
    QCOMPARE(server.requests().at(1).header("authorization"), "Bearer secret"_ba);
    QCOMPARE(other.requests().size(), 0);

    request.address = other.address();
    request.typed = other.address();
    QVERIFY(std::holds_alternative<HttpAnswer>(m_client->ask(request, Progress())));
    QVERIFY(other.requests().constLast().header("authorization").isEmpty());
}

void TestHttpClient::aPostIsNeverSentOn()
{
    LocalServer server;
    server.on("/", LocalServer::answer(307, {}, {"Location: /there"}));
    HttpRequest request{.address = server.address(), .typed = server.address()};
    request.json = "{\"password\":\"secret\"}";
    QCOMPARE(std::get<HttpAnswer>(m_client->ask(request, Progress())).status, 307);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().body, *request.json);
}

void TestHttpClient::certificatesHold_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("lack"); // empty: it holds
    QTest::newRow("good") << u"good"_s << QString();
    QTest::newRow("self-signed") << u"selfsigned"_s << u"self-signed"_s;
    QTest::newRow("expired") << u"expired"_s << u"expired"_s;
    QTest::newRow("for another name") << u"othername"_s << u"name"_s;
}

void TestHttpClient::certificatesHold()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, lack);
    const bool holds = lack.isEmpty();
    LocalServer server(certificate);
    server.on("/", LocalServer::answer(200, "secret"));
    HttpClient client(testAuthority());
    HttpRequest request{.address = server.address(), .typed = server.address()};
    request.credential = Credential{originOf(server.address()), "Bearer secret"};
    const auto outcome = client.ask(request, Progress());
    QCOMPARE(std::holds_alternative<HttpAnswer>(outcome), holds);
    QCOMPARE(server.requests().size(), holds ? 1 : 0);
    if (!holds) {
        const auto &failure = std::get<HttpFailure>(outcome);
        QVERIFY2(failure.kind == Kind::Untrusted && failure.message.contains(u"localhost"_s)
                     && failure.message.contains(lack),
                 qPrintable(failure.message));
    }
    // The system knows nothing of the tests' authority.
    QVERIFY(std::holds_alternative<HttpFailure>(m_client->ask(request, Progress())));
}

void TestHttpClient::oldTlsIsRefused()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("there is no openssl to serve TLS 1.1");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(openssl,
                 {u"s_server"_s, u"-www"_s, u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s, u"-accept"_s,
                  u"127.0.0.1:%1"_s.arg(port), u"-cert"_s, test::dataFile(u"tls/good.pem"_s), u"-key"_s,
                  test::dataFile(u"tls/server.key"_s)});
    QByteArray said;
    while (!said.contains("ACCEPT") && server.waitForReadyRead())
        said += server.readAll();
    QVERIFY2(said.contains("ACCEPT"), said.constData());
    HttpClient client(testAuthority());
    const QUrl address(u"https://localhost:%1/"_s.arg(port));
    const auto outcome = client.ask({.address = address, .typed = address}, Progress());
    QVERIFY(std::holds_alternative<HttpFailure>(outcome));
    QVERIFY2(std::get<HttpFailure>(outcome).kind == Kind::Untrusted,
             qPrintable(std::get<HttpFailure>(outcome).message));
    server.kill();
    server.waitForFinished();
}

/// The connection goes to the number that was judged; the server is told the name.
void TestHttpClient::aNameIsAskedForByItsName()
{
    LocalServer server;
    server.on("/", LocalServer::answer(200, "some words"));
    QUrl address = server.address();
    address.setHost(u"localhost"_s);
    const auto outcome = m_client->ask({.address = address, .typed = address}, Progress());
    QVERIFY(std::holds_alternative<HttpAnswer>(outcome));
    QCOMPARE(std::get<HttpAnswer>(outcome).address, address);
    QCOMPARE(server.requests().constLast().header("host"), "localhost:" + QByteArray::number(address.port()));
}

void TestHttpClient::anUnknownHostIsOffline()
{
    const QUrl address(u"https://nowhere.invalid/"_s);
    const auto outcome = m_client->ask({.address = address, .typed = address}, Progress());
    QCOMPARE(std::get<HttpFailure>(outcome).kind, Kind::Offline);
}

void TestHttpClient::aClosedPortSaysSo()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QUrl address(u"http://127.0.0.1:%1/"_s.arg(free.serverPort()));
    free.close();
    const auto failure = std::get<HttpFailure>(m_client->ask({.address = address, .typed = address}, Progress()));
    QCOMPARE(failure.kind, Kind::Closed);
    QVERIFY2(failure.message.contains(u"127.0.0.1"_s), qPrintable(failure.message));
}

void TestHttpClient::askingCanBeCancelled()
{
    LocalServer server;
    Progress progress;
    server.on("/", [&](QTcpSocket &, const SeenRequest &) { progress.cancel(); });
    const auto outcome = m_client->ask({.address = server.address(), .typed = server.address()}, progress);
    QCOMPARE(std::get<HttpFailure>(outcome).kind, Kind::Cancelled);
}

void TestHttpClient::theProxyOfTheSystemIsUsed()
{
    LocalServer web(u"good"_s);
    web.on("/", LocalServer::answer(200, "some words"));
    LocalServer proxy;
    proxy.on("", relayTo(quint16(web.address().port())));
    const Variable set("https_proxy", proxy.address({}).toEncoded());
    HttpClient client(testAuthority());
    const auto outcome = client.ask({.address = blog, .typed = blog, .limits = tight}, Progress());
    QVERIFY(std::holds_alternative<HttpAnswer>(outcome));
    QCOMPARE(std::get<HttpAnswer>(outcome).body, "some words"_ba);
    QCOMPARE(proxy.requests().constFirst().method, "CONNECT"_ba);
    QCOMPARE(proxy.requests().constFirst().path, "blog.example:443"_ba);
    QCOMPARE(web.requests().constFirst().header("host"), "blog.example"_ba);
    const Variable except("no_proxy", "blog.example");
    QVERIFY(std::holds_alternative<HttpFailure>(HttpClient().ask({.address = blog, .typed = blog}, Progress())));
    QCOMPARE(proxy.requests().size(), 1);
}

void TestHttpClient::thisMachineIsAskedPastTheProxy()
{
    LocalServer proxy;
    const Variable set("http_proxy", proxy.address({}).toEncoded());
    LocalServer server;
    server.on("/", LocalServer::answer(200, "some words"));
    QVERIFY(std::holds_alternative<HttpAnswer>(ask(server)));
    QVERIFY(proxy.requests().isEmpty());
}

void TestHttpClient::aProxyThatDoesNotWorkIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer"); // empty: nobody is there
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nobody there") << QByteArray() << "the proxy 127.0.0.1:"_ba;
    QTest::newRow("lets nobody through") << LocalServer::answer(403, "no") << "the proxy 127.0.0.1:"_ba;
    QTest::newRow("wants a password") << LocalServer::answer(407, "no",
                                                             {"Proxy-Authenticate: Basic realm=\"Invented\""})
                                      << "a password"_ba;
    QTest::newRow("says nothing") << " "_ba
                                  << "the proxy 127.0.0.1:"_ba;
}

void TestHttpClient::aProxyThatDoesNotWorkIsNamed()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, words);
    auto proxy = std::make_unique<LocalServer>();
    proxy->on("", [&](QTcpSocket &socket, const SeenRequest &) { socket.write(answer.trimmed()); });
    const Variable set("https_proxy", proxy->address({}).toEncoded());
    if (answer.isEmpty())
        proxy.reset();
    const auto outcome = HttpClient().ask({.address = blog, .typed = blog, .limits = tight}, Progress());
    QVERIFY(std::holds_alternative<HttpFailure>(outcome));
    const QByteArray message = std::get<HttpFailure>(outcome).message.toUtf8();
    QVERIFY2(message.contains("blog.example") && message.contains(words), message.constData());
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
