#include "collection/Collection.h"
#include "command/FetchingProgram.h"
#include "support/PostServer.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using test::LocalServer;
using test::PostServer;

namespace {

QByteArray listOf(const QByteArrayList &feeds)
{
    QByteArray outlines;
    for (const QByteArray &feed : feeds)
        outlines += "<outline type='rss' xmlUrl='" + feed + "'/>";
    return "<opml version='2.0'><body>" + outlines + "</body></opml>";
}

} // namespace

/// The list of what is followed: added, paused, renamed, removed, taken from and written as OPML.
class TestSourcesCommand : public test::FetchingProgram
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void sourcesAreListedPausedAndRemoved();
    void aSourceThatBroughtNothingYetIsKnown();
    void aFileLeavesASubscriptionItsName();
    void aRemovedSourceGoesOnWhenItIsAddedAgain();
    void aListThatCantBeTakenInSaysSo();
    void aListBringsNoPasswords();
    void aListLeadsNowhereButIntoTheWorld();
    void aListThatCantBeReadSaysSo_data();
    void aListThatCantBeReadSaysSo();
    void wrongUsageSaysWhat_data();
    void wrongUsageSaysWhat();
};

void TestSourcesCommand::sourcesAreListedPausedAndRemoved()
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

void TestSourcesCommand::aSourceThatBroughtNothingYetIsKnown()
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

void TestSourcesCommand::aFileLeavesASubscriptionItsName()
{
    PostServer server;
    server.add(3);
    const QString name = u"stories.csv"_s;
    addTag(server, {u"--name"_s, name});
    QCOMPARE(run(u"import"_s, {program().write(name, "text\nInvented words of a file\n")}).code, 0);
    fetched();
    const QJsonArray sources = run(u"sources"_s, {u"list"_s, u"--json"_s}).json()["sources"_L1].toArray();
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.at(0)["name"_L1].toString(), name);
    QCOMPARE(sources.at(0)["stories"_L1].toInteger(), 3);
    QCOMPARE(sources.at(1)["name"_L1].toString(), u"stories.csv (2)"_s);
    QCOMPARE(sources.at(1)["service"_L1].toString(), u"file"_s);
    QCOMPARE(sources.at(1)["stories"_L1].toInteger(), 1);
}

void TestSourcesCommand::aRemovedSourceGoesOnWhenItIsAddedAgain()
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

void TestSourcesCommand::aListThatCantBeTakenInSaysSo()
{
    const QString list = program().write(u"list.opml"_s,
                                         "<opml version='2.0'><body><outline text='Invented' type='rss' "
                                         "xmlUrl='https://blog.example/feed'/></body></opml>");
    {
        const auto held = Collection::open(program().collection(), Collection::Missing::Create);
        QVERIFY(held);
        const test::Run refused = run(u"sources"_s, {u"import"_s, list});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.says(u"c.tidemark"_s), refused.errors.constData());
    }
    const test::Run taken = run(u"sources"_s, {u"import"_s, list});
    QVERIFY2(taken.code == 0 && taken.output.startsWith("Added 1 of 1"), taken.output.constData());
}

void TestSourcesCommand::aListBringsNoPasswords()
{
    const QString list = program().write(
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

void TestSourcesCommand::aListLeadsNowhereButIntoTheWorld()
{
    const QString list = program().write(
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

void TestSourcesCommand::aListThatCantBeReadSaysSo_data()
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

void TestSourcesCommand::aListThatCantBeReadSaysSo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, problem);
    const test::Run taken = run(u"sources"_s, {u"import"_s, program().write(u"list.opml"_s, bytes)});
    QCOMPARE(taken.code == 0, problem.isEmpty());
    if (problem.isEmpty()) {
        QVERIFY2(taken.output.startsWith("Added 1 of 1"), taken.output.constData());
        QVERIFY(run(u"sources"_s, {u"list"_s}).output.contains(QString(u"Café"_s).toUtf8()));
    } else {
        QVERIFY2(taken.says(problem), taken.errors.constData());
    }
}

void TestSourcesCommand::wrongUsageSaysWhat_data()
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

void TestSourcesCommand::wrongUsageSaysWhat()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, words);
    QCOMPARE(run(u"sources"_s, {u"add"_s, u"https://feed.example/rss"_s}).code, 0);
    const test::Run wrong = run(u"sources"_s, arguments);
    QVERIFY2(wrong.says(words), wrong.errors.constData());
    QCOMPARE(wrong.code, 2);
}

QTEST_GUILESS_MAIN(TestSourcesCommand)
#include "tst_sourcescommand.moc"
