#include "command/Program.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestInterruption : public QObject
{
    Q_OBJECT

private slots:
    void aKilledImportLeavesWholeBatches_data();
    void aKilledImportLeavesWholeBatches();
    void aStoppedImportGoesOnLater();
    void saysWhenStandardOutputIsFull_data();
    void saysWhenStandardOutputIsFull();
    void saysWhenNobodyReadsStandardOutput();

private:
    static constexpr int stories = 20'000;
    static QByteArray many();
};

QByteArray TestInterruption::many()
{
    QByteArray csv = "text,posted_at,author\n";
    for (int i = 0; i < stories; ++i) {
        const QByteArray number = QByteArray::number(i);
        csv += "Invented story " + number + " about an office,2017-10-15T20:21:00Z,person" + number + '\n';
    }
    return csv;
}

void TestInterruption::aKilledImportLeavesWholeBatches_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addRow("once the collection is there") << 1;
    QTest::addRow("once its log holds 500 KB") << 500'000;
    QTest::addRow("once its log holds 2 MB") << 2'000'000;
}

void TestInterruption::aKilledImportLeavesWholeBatches()
{
    QFETCH(int, bytes);
    test::Program program;
    const QString csv = program.write(u"many.csv"_s, many());
    // The collection is there before, so that the kill meets the import and not the making of the file.
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    QProcess process;
    program.prepare(process, {u"import"_s, u"--collection"_s, program.collection(), csv});
    process.start();
    QVERIFY(process.waitForStarted());
    const auto written = [&] {
        return QFile(program.collection() + u"-wal"_s).size() + QFile(program.collection() + u"-journal"_s).size();
    };
    while (process.state() == QProcess::Running && written() < bytes)
        process.waitForFinished(1);
    process.kill(); // of one that ended by itself the id is 0, and a signal to 0 would meet this test
    process.waitForFinished();

    const test::Run check = program.ask(u"check"_s);
    QVERIFY2(check.code == 0, (check.output + check.errors).constData());
    const int kept = program.ask(u"count"_s).output.trimmed().toInt();
    QVERIFY(kept >= 6 && kept <= stories + 6);
    const test::Run again = program.ask(u"import"_s, {u"--json"_s, csv});
    QVERIFY2(again.code == 0, again.errors.constData());
    QCOMPARE(again.json()[u"stories"].toInt(), stories + 6);
    QCOMPARE(again.json()[u"added"].toInt(), stories + 6 - kept);
    QCOMPARE(program.ask(u"count"_s, {u"office"_s}).output.trimmed().toInt(), stories + 1);
    QCOMPARE(program.ask(u"check"_s).code, 0);
}

void TestInterruption::aStoppedImportGoesOnLater()
{
    test::Program program;
    const QString csv = program.write(u"many.csv"_s, many());
    QProcess process;
    program.prepare(process, {u"import"_s, u"--collection"_s, program.collection(), csv});
    process.start();
    QVERIFY(process.waitForStarted());
    while (process.state() == QProcess::Running && !QFile::exists(program.collection()))
        process.waitForFinished(1);
    process.waitForFinished(50);
    process.terminate();
    QVERIFY(process.waitForFinished(300'000));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit || process.exitCode() == SIGTERM, "it ends by itself");
    QCOMPARE(program.ask(u"import"_s, {u"--json"_s, csv}).json()[u"stories"].toInt(), stories);
    QCOMPARE(program.ask(u"check"_s).code, 0);
}

void TestInterruption::saysWhenStandardOutputIsFull_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("count") << QStringList{u"count"_s};
    QTest::addRow("list") << QStringList{u"list"_s, u"--json"_s};
    QTest::addRow("facets") << QStringList{u"facets"_s};
    QTest::addRow("export") << QStringList{u"export"_s, u"--output"_s, u"-"_s};
    QTest::addRow("help") << QStringList{u"--help"_s};
}

void TestInterruption::saysWhenStandardOutputIsFull()
{
    QFETCH(QStringList, arguments);
    test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    if (arguments.constFirst() != u"--help"_s)
        arguments += QStringList{u"--collection"_s, program.collection()};
    const test::Run run = program.run(arguments, {u"sh"_s, u"-c"_s, u"exec \"$0\" \"$@\" > /dev/full"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"No space left"_s), run.errors.constData());
}

void TestInterruption::saysWhenNobodyReadsStandardOutput()
{
    test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"many.csv"_s, many())}).code, 0);
    for (const QStringList &arguments : {QStringList{u"export"_s, u"--output"_s, u"-"_s},
                                         QStringList{u"list"_s, u"--json"_s, u"--limit"_s, u"20000"_s}}) {
        QProcess process;
        program.prepare(process, arguments + QStringList{u"--collection"_s, program.collection()},
                        {u"sh"_s, u"-c"_s, u"{ \"$0\" \"$@\"; echo code $? >&2; } | head -c 10"_s});
        process.start();
        QVERIFY(process.waitForFinished(300'000));
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.startsWith("tidemark: ") && errors.contains("Broken pipe"), errors.constData());
        QVERIFY2(errors.contains("code 1\n"), errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestInterruption)
#include "tst_interruption.moc"
