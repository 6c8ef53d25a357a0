#include "command/Program.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Without a fetch the program opens no connection, whatever else it is asked to do, and however many sources wait.
class TestSilence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsAskedWithoutAFetch_data();
    void nothingIsAskedWithoutAFetch();
    void theTraceSeesAFetch();

private:
    /// What the program asked of the system's network, in a namespace of its own that has none.
    QByteArray traced(const QStringList &arguments)
    {
        const QString log = m_program.path(u"trace"_s);
        m_run = m_program.run(
            arguments,
            {u"unshare"_s, u"--net"_s, u"strace"_s, u"-f"_s, u"-qq"_s, u"-e"_s, u"trace=network"_s, u"-o"_s, log});
        return m_program.read(u"trace"_s);
    }
    [[nodiscard]] QStringList with(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--collection"_s, m_program.collection()};
    }

    test::Program m_program;
    test::Run m_run;
};

void TestSilence::initTestCase()
{
    QProcess probe;
    probe.start(u"unshare"_s, {u"--net"_s, u"strace"_s, u"-o"_s, u"/dev/null"_s, u"true"_s});
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        QSKIP("nothing can be traced in a network namespace here");
    QCOMPARE(m_program.ask(u"import"_s, {m_program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    QCOMPARE(m_program.ask(u"sources"_s, {u"add"_s, u"https://feed.example/rss"_s}).code, 0);
    QCOMPARE(m_program.ask(u"sources"_s, {u"add"_s, u"https://server.example"_s, u"--tag"_s, u"metoo"_s}).code, 0);
}

void TestSilence::nothingIsAskedWithoutAFetch_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import") << QStringList{u"import"_s, m_program.path(u"a.csv"_s)};
    QTest::newRow("count") << QStringList{u"count"_s};
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("show") << QStringList{u"show"_s, u"1"_s};
    QTest::newRow("check") << QStringList{u"check"_s};
    QTest::newRow("sources") << QStringList{u"sources"_s, u"list"_s};
    QTest::newRow("add a source") << QStringList{u"sources"_s, u"add"_s, u"https://other.example/rss"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"--output"_s, m_program.path(u"out.csv"_s)};
}

void TestSilence::nothingIsAskedWithoutAFetch()
{
    QFETCH(const QStringList, arguments);
    const QByteArray trace = traced(with(arguments));
    QVERIFY2(m_run.code == 0, m_run.errors.constData());
    QVERIFY2(!trace.contains("AF_INET") && !trace.contains("connect("), trace.constData());
}

void TestSilence::theTraceSeesAFetch()
{
    const QByteArray trace = traced(with({u"fetch"_s}));
    QVERIFY2(trace.contains("AF_INET"), trace.constData());
}

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
