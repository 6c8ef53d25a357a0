#include "fetch/Addresses.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Which addresses may be asked.
class TestAddresses : public QObject
{
    Q_OBJECT

private slots:
    void ownNetworksAreKnown_data();
    void ownNetworksAreKnown();
    void onlySafeAddressesAreAsked_data();
    void onlySafeAddressesAreAsked();
};

void TestAddresses::ownNetworksAreKnown_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isOwn");
    for (const char *own :
         {"127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
          "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1",
          "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1"})
        QTest::addRow("%s", own) << QString::fromLatin1(own) << true;
    for (const char *other : {"1.1.1.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111",
                              "::ffff:8.8.8.8", "64:ff9b::808:808"})
        QTest::addRow("%s", other) << QString::fromLatin1(other) << false;
}

void TestAddresses::ownNetworksAreKnown()
{
    QFETCH(const QString, address);
    QTEST(isInOwnNetwork(QHostAddress(address)), "isOwn");
}

void TestAddresses::onlySafeAddressesAreAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("resolved");
    QTest::addColumn<bool>("mayBeAsked");
    const auto row = [](const char *name, const char *address, const char *typed, const char *resolved, bool may) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(typed)
                            << QString::fromLatin1(resolved) << may;
    };
    row("https", "https://a.example/x", "https://a.example", "1.1.1.1", true);
    row("another host over https", "https://b.example/x", "https://a.example", "1.1.1.1", true);
    row("http", "http://a.example/x", "http://a.example", "1.1.1.1", false);
    row("http behind a redirect", "http://a.example/x", "https://a.example", "1.1.1.1", false);
    row("file", "file:///etc/passwd", "https://a.example", "", false);
    row("data", "data:text/plain,x", "https://a.example", "", false);
    row("ftp", "ftp://a.example/x", "https://a.example", "1.1.1.1", false);
    row("qrc", "qrc:/sql", "https://a.example", "", false);
    row("nothing", "", "https://a.example", "", false);
    row("typed loopback", "http://127.0.0.1:8080/x", "http://127.0.0.1:8080", "", true);
    row("typed loopback, https", "https://127.0.0.1:8080/x", "https://127.0.0.1:8080", "", true);
    row("another port of it", "http://127.0.0.1:631/x", "http://127.0.0.1:8080", "", false);
    row("loopback that nobody typed", "https://127.0.0.1/x", "https://a.example", "", false);
    row("a name that means loopback", "https://evil.example/x", "https://a.example", "127.0.0.1", false);
    row("a name with one bad address", "https://evil.example/x", "https://a.example", "1.1.1.1 10.0.0.1", false);
    row("a typed name in the own network", "http://server.lan/x", "http://server.lan", "192.168.0.7", true);
    row("a typed name kept for trying things out", "http://server.test/x", "http://server.test", "127.0.0.1", true);
    row("a typed name of one word", "http://server/x", "http://server", "192.168.0.7", true);
    row("localhost, typed", "http://localhost:8080/x", "http://localhost:8080", "127.0.0.1", true);
    row("a typed name of the world that means loopback", "https://a.example/x", "https://a.example", "127.0.0.1",
        false);
    row("a typed name of the world that means it among others", "https://a.example/x", "https://a.example",
        "1.1.1.1 fd00::1", false);
    row("loopback as a number", "https://2130706433/x", "https://a.example", "127.0.0.1", false);
    row("loopback in IPv6", "https://[::1]/x", "https://a.example", "", false);
    row("behind a proxy", "https://a.example/x", "https://a.example", "", true);
    row("an own name behind a proxy", "https://server.lan/x", "https://a.example", "", false);
    row("a name of one word behind a proxy", "https://server/x", "https://a.example", "", false);
    row("a typed own name behind a proxy", "https://server.lan/x", "https://server.lan", "", true);
    row("a typed own name over http behind a proxy", "http://server.lan/x", "http://server.lan", "", false);
    row("http behind a proxy", "http://a.example/x", "http://a.example", "", false);
}

void TestAddresses::onlySafeAddressesAreAsked()
{
    QFETCH(const QString, address);
    QFETCH(const QString, typed);
    QFETCH(const QString, resolved);
    QList<QHostAddress> addresses;
    for (const QString &each : resolved.split(u' ', Qt::SkipEmptyParts))
        addresses.append(QHostAddress(each));
    const auto refused = refusal(QUrl(address), QUrl(typed), addresses);
    QTEST(!refused.has_value(), "mayBeAsked");
    if (refused)
        QVERIFY2(refused->endsWith(u'.'), qPrintable(*refused));
}

QTEST_APPLESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
