#include "command/Command.h"
#include "command/Help.h"
#include "command/Program.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void namesEveryCommand();
    void namesEveryOption_data();
    void namesEveryOption();
    void saysWhatTheExitCodesMean();
    void isAskedForInEveryWay();
    void makesAManualPageWithoutWarnings();
    void namesEveryOptionInTheManual();
    void tellsTheVersion();

private:
    test::Program m_program;
};

void TestHelp::namesEveryCommand()
{
    const test::Run run = m_program.run({u"--help"_s});
    QCOMPARE(run.code, 0);
    for (const auto *name :
         {"import", "count", "timeline", "facets", "list", "show", "themes", "export", "check", "forget"})
        QVERIFY2(run.output.contains("  "_ba + name + ' '), name);
    for (const QByteArray &line : run.output.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 100, line.constData());
}

void TestHelp::namesEveryOption_data()
{
    QTest::addColumn<QString>("name");
    for (const Command &command : allCommands())
        QTest::addRow("%s", qPrintable(command.name)) << command.name;
}

void TestHelp::namesEveryOption()
{
    QFETCH(QString, name);
    const test::Run run = m_program.run({name, u"--help"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.errors, QByteArray());
    QVERIFY(run.output.startsWith("Usage: tidemark " + name.toUtf8()));
    for (const Command &command : allCommands()) {
        if (command.name != name)
            continue;
        for (const CommandOption &option : command.options) {
            QVERIFY2(run.output.contains("--" + option.name.toUtf8()), qPrintable(option.name));
            QVERIFY2(!option.description.isEmpty(), qPrintable(option.name));
        }
        QCOMPARE(run.output.contains("A FILTER is"), command.arguments.contains("FILTER"_L1));
    }
}

void TestHelp::saysWhatTheExitCodesMean()
{
    const QByteArray help = m_program.run({u"--help"_s}).output;
    for (const auto *code : {"0: done", "1: failed", "2: wrong usage", "3: done"})
        QVERIFY2(QByteArray(help).replace("\n", " ").contains(code), code);
}

void TestHelp::isAskedForInEveryWay()
{
    const QByteArray help = m_program.run({u"--help"_s}).output;
    QCOMPARE(m_program.run({u"-h"_s}).output, help);
    QCOMPARE(m_program.run({u"help"_s}).output, help);
    const QByteArray of = m_program.run({u"export"_s, u"--help"_s}).output;
    QCOMPARE(m_program.run({u"export"_s, u"-h"_s}).output, of);
    QCOMPARE(m_program.run({u"export"_s, u"--output"_s, u"-"_s, u"--help"_s}).output, of);
    QCOMPARE(m_program.run({u"help"_s, u"export"_s}).output, of);
}

void TestHelp::makesAManualPageWithoutWarnings()
{
    if (QStandardPaths::findExecutable(u"man"_s).isEmpty())
        QSKIP("man is not here");
    const test::Run run = m_program.run({u"manual"_s});
    QCOMPARE(run.code, 0);
    const QString page = m_program.write(u"tidemark.1"_s, run.output);
    QProcess man;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"MANWIDTH"_s, u"80"_s);
    environment.insert(u"MANROFFSEQ"_s, QString());
    man.setProcessEnvironment(environment);
    man.start(u"man"_s, {u"--warnings"_s, u"-E"_s, u"UTF-8"_s, u"-l"_s, u"-Tutf8"_s, u"-Z"_s, page});
    QVERIFY(man.waitForFinished(60'000));
    QCOMPARE(man.readAllStandardError(), QByteArray());
    QCOMPARE(man.exitCode(), 0);
    QVERIFY(!man.readAllStandardOutput().isEmpty());
}

void TestHelp::namesEveryOptionInTheManual()
{
    const QByteArray page = m_program.run({u"manual"_s}).output.replace("\\-", "-").replace("\\(aq", "'");
    for (const Command &command : allCommands()) {
        QVERIFY2(page.contains("tidemark " + command.name.toUtf8()), qPrintable(command.name));
        for (const CommandOption &option : command.options)
            QVERIFY2(page.contains("--" + option.name.toUtf8()), qPrintable(option.name));
    }
    for (const auto *section : {".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH \"EXIT STATUS\"", ".SH FILES"})
        QVERIFY2(page.contains(section), section);
}

void TestHelp::tellsTheVersion()
{
    const test::Run run = m_program.run({u"--version"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.output.startsWith("Tidemark "));
}

QTEST_GUILESS_MAIN(TestHelp)
#include "tst_help.moc"
