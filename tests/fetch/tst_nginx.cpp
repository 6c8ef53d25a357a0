#include "fetch/FeedSource.h"
#include "fetch/PoliteClient.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tidemark;

namespace {

QByteArray invented()
{
    QByteArray items;
    for (int i = 0; i < 200; ++i)
        items += "<item><guid>https://blog.example/" + QByteArray::number(i)
            + "</guid><title>Invented</title></item>";
    return "<?xml version='1.0'?><rss version='2.0'><channel><title>Invented</title>" + items + "</channel></rss>";
}

} // namespace

/// Feeds from a real server, as most of the world's are served.
class TestNginx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aFeedIsSentOnceAndOnlyOnce_data();
    void aFeedIsSentOnceAndOnlyOnce();
    void aChangedFeedIsSentAgain();
    void aFeedMovesForGoodOrForNow_data();
    void aFeedMovesForGoodOrForNow();
    void whatIsGoneIsGone();
    void whoIsBusyIsLeftAlone();

private:
    [[nodiscard]] QUrl address(const QString &path) const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
    }
    [[nodiscard]] Subscription at(const QString &path) const
    {
        Subscription subscription;
        subscription.address = address(path);
        return subscription;
    }
    /// One fetch; gives the page, and the status of the last answer.
    std::variant<FetchedPage, PageProblem> fetch(FeedSource &source, int &status)
    {
        const auto outcome = m_client.ask(*source.next(), Progress());
        const auto *answer = std::get_if<HttpAnswer>(&outcome);
        status = answer ? answer->status : 0;
        return answer ? source.take(*answer)
                      : PageProblem{FetchOutcome::Failed, std::get<HttpFailure>(outcome).message};
    }

    QTemporaryDir m_folder;
    QProcess m_nginx;
    quint16 m_port = 0;
    HttpClient m_client;
};

void TestNginx::initTestCase()
{
    const QString nginx = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s});
    if (nginx.isEmpty())
        QSKIP("there is no nginx");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    m_port = free.serverPort();
    free.close();
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"feed.xml"_s, invented()));
    QVERIFY(write(u"changing.xml"_s, invented()));
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray config = "daemon off; master_process off; pid " + folder + "/pid; error_log " + folder
        + "/error.log;\nevents {}\nhttp {\n access_log off; types { application/rss+xml xml; }\n "
          "client_body_temp_path "
        + folder + "/a; proxy_temp_path " + folder + "/b; fastcgi_temp_path " + folder + "/c; uwsgi_temp_path "
        + folder + "/d; scgi_temp_path " + folder + "/e;\n server {\n  listen 127.0.0.1:"
        + QByteArray::number(m_port) + ";\n  root " + folder + ";\n  location /packed/ { alias " + folder
        + "/; gzip on; gzip_types application/rss+xml; }\n  location = /301 { return 301 /feed.xml; }\n  "
          "location = /302 { return 302 /feed.xml; }\n  location = /307 { return 307 /feed.xml; }\n  "
          "location = /308 { return 308 /feed.xml; }\n  location = /gone { return 410; }\n  location = /busy { "
          "add_header "
          "Retry-After 900 "
          "always; return 429; }\n }\n}\n";
    QVERIFY(write(u"nginx.conf"_s, config));
    m_nginx.start(nginx, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s)});
    QVERIFY(m_nginx.waitForStarted());
    QTRY_VERIFY2(
        [this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            return socket.waitForConnected(200);
        }(),
        m_nginx.readAllStandardError().constData());
}

void TestNginx::cleanupTestCase()
{
    m_nginx.kill();
    m_nginx.waitForFinished();
}

void TestNginx::aFeedIsSentOnceAndOnlyOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << u"/feed.xml"_s;
    QTest::newRow("packed, which weakens the ETag") << u"/packed/feed.xml"_s;
}

void TestNginx::aFeedIsSentOnceAndOnlyOnce()
{
    QFETCH(const QString, path);
    int status = 0;
    FeedSource first(at(path), {});
    const auto page = std::get<FetchedPage>(fetch(first, status));
    QCOMPARE(status, 200);
    QCOMPARE(page.bytes, invented());
    FeedSource second(at(path), page.place);
    QVERIFY(std::get<FetchedPage>(fetch(second, status)).bytes.isEmpty());
    QCOMPARE(status, 304);
}

void TestNginx::aChangedFeedIsSentAgain()
{
    int status = 0;
    FeedSource first(at(u"/changing.xml"_s), {});
    const auto page = std::get<FetchedPage>(fetch(first, status));
    QFile file(m_folder.filePath(u"changing.xml"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("<!-- changed -->");
    file.close();
    FeedSource second(at(u"/changing.xml"_s), page.place);
    QVERIFY(std::get<FetchedPage>(fetch(second, status)).bytes.endsWith("<!-- changed -->"));
    QCOMPARE(status, 200);
}

void TestNginx::aFeedMovesForGoodOrForNow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("then"); // where the next fetch begins
    QTest::newRow("301") << u"/301"_s << u"/feed.xml"_s;
    QTest::newRow("302") << u"/302"_s << u"/302"_s;
    QTest::newRow("307") << u"/307"_s << u"/307"_s;
    QTest::newRow("308") << u"/308"_s << u"/feed.xml"_s;
}

void TestNginx::aFeedMovesForGoodOrForNow()
{
    QFETCH(const QString, path);
    QFETCH(const QString, then);
    int status = 0;
    FeedSource source(at(path), {});
    const auto page = std::get<FetchedPage>(fetch(source, status));
    QCOMPARE(page.bytes, invented());
    FeedSource again(at(path), page.place);
    QCOMPARE(again.next()->address, address(then));
    QVERIFY(std::get<FetchedPage>(fetch(again, status)).bytes.isEmpty());
    QCOMPARE(status, 304);
}

void TestNginx::whatIsGoneIsGone()
{
    int status = 0;
    FeedSource source(at(u"/gone"_s), {});
    QCOMPARE(std::get<PageProblem>(fetch(source, status)).outcome, FetchOutcome::Gone);
    FeedSource missing(at(u"/missing"_s), {});
    QCOMPARE(std::get<PageProblem>(fetch(missing, status)).outcome, FetchOutcome::Failed);
}

void TestNginx::whoIsBusyIsLeftAlone()
{
    PoliteClient polite(m_client);
    const auto outcome = polite.ask({.address = address(u"/busy"_s), .typed = address(u"/busy"_s)}, Progress());
    QVERIFY(std::holds_alternative<LeftAlone>(outcome));
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
