#include "command/Program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void refusesFilesThatAreNoStories_data();
    void refusesFilesThatAreNoStories();
    void saysThatADamagedDocumentHoldsNoRecord();
    void keepsTheWholeRecordsOfATruncatedFile_data();
    void keepsTheWholeRecordsOfATruncatedFile();
    void readsAWronglyEncodedFileAndSaysSo();
    void makesNoCollectionForNothing();
    void refusesCollectionsThatAreNone_data();
    void refusesCollectionsThatAreNone();
    void leavesAForeignDatabaseUntouched();
    void toldOfADamagedCollection();
    void saysWhoHoldsTheCollection();
    void marksThePlaceOfAMistake_data();
    void marksThePlaceOfAMistake();
    void refusesWrongUsage_data();
    void refusesWrongUsage();

private:
    static QByteArray whole();
    static bool isASentence(const test::Run &run);
};

QByteArray TestBadInput::whole()
{
    return test::inventedCsv();
}

bool TestBadInput::isASentence(const test::Run &run)
{
    return run.errors.startsWith("tidemark: ") && run.errors.trimmed().endsWith('.') && run.errors.size() > 30;
}

void TestBadInput::refusesFilesThatAreNoStories_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("empty") << u"empty.csv"_s << ""_ba;
    QTest::addRow("blank lines") << u"blank.csv"_s << "\n\n\n"_ba;
    QByteArray binary;
    for (int i = 0; i < 4096; ++i)
        binary.append(static_cast<char>((i * 37 + i / 7) % 256));
    QTest::addRow("binary") << u"binary.csv"_s << binary;
    QTest::addRow("a picture") << u"picture.csv"_s << "\x89PNG\r\n\x1a\n" + binary;
    QTest::addRow("a spreadsheet") << u"sheet.xlsx"_s << "PK\x03\x04" + binary;
    QTest::addRow("a cut gzip") << u"cut.csv.gz"_s << "\x1f\x8b\x08"_ba;
    QTest::addRow("plain text") << u"text.txt"_s << "Just some words\nand some more\n"_ba;
    QTest::addRow("bare ids") << u"ids.txt"_s << "919999999999999999\n919999999999999998\n"_ba;
    QTest::addRow("columns that nobody knows") << u"numbers.csv"_s << "a,b,c\n1,2,3\n4,5,6\n"_ba;
    QTest::addRow("a folder") << u"folder"_s << QByteArray();
    QTest::addRow("not there") << u"nowhere.csv"_s << QByteArray();
}

void TestBadInput::refusesFilesThatAreNoStories()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    test::Program program;
    if (name == "folder"_L1)
        QVERIFY(QDir().mkpath(program.path(name)));
    else if (name != "nowhere.csv"_L1)
        program.write(name, bytes);
    const test::Run run = program.ask(u"import"_s, {program.path(name)});
    QVERIFY2(run.code == 1 || run.code == 2, (run.output + run.errors).constData());
    QVERIFY2(isASentence(run) && run.errors.contains(name.toUtf8()), run.errors.constData());
    QVERIFY(!QFile::exists(program.collection()));
}

void TestBadInput::saysThatADamagedDocumentHoldsNoRecord()
{
    const test::Program program;
    const test::Run run = program.ask(u"import"_s, {program.write(u"half.json"_s, R"({"id":)"_ba)});
    QVERIFY(run.code != 0);
    QVERIFY2(run.says(u"half.json"_s), run.errors.constData());
    QVERIFY2(!run.errors.contains("columns"), run.errors.constData());
}

void TestBadInput::keepsTheWholeRecordsOfATruncatedFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray line
        = R"({"id_str":"%","created_at":"Sun Oct 15 20:21:00 +0000 2017","full_text":"Invented %","user":{"id_str":"9","screen_name":"anna"}})"
          "\n";
    QByteArray lines;
    for (int i = 1; i <= 3; ++i)
        lines += QByteArray(line).replace('%', QByteArray::number(i));
    QTest::addRow("half a line") << u"half.jsonl"_s << lines + QByteArray(line).left(60);
    QTest::addRow("a line of 17 MiB") << u"huge.jsonl"_s
                                      << lines + R"({"id_str":"4","full_text":")" + QByteArray(17 << 20, 'x')
            + "\"}\n";
    QTest::addRow("a CSV cell that never ends")
        << u"cell.csv"_s << "text,posted_at\none,2017-10-15\ntwo,2017-10-16\nthree,2017-10-17\n\"four"_ba;
}

void TestBadInput::keepsTheWholeRecordsOfATruncatedFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    test::Program program;
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, program.write(name, bytes)});
    QVERIFY2(run.code == 3, (run.output + run.errors).constData());
    const QJsonObject answer = run.json();
    QCOMPARE(answer[u"added"].toInt(), 3);
    QCOMPARE(answer[u"rejected"].toInt(), 1);
    QCOMPARE(program.ask(u"count"_s).output, "3\n"_ba);
    QCOMPARE(program.ask(u"check"_s).code, 0);
}

void TestBadInput::readsAWronglyEncodedFileAndSaysSo()
{
    test::Program program;
    const QString csv
        = program.write(u"latin.csv"_s, "text,posted_at\nInvented caf\xe9 \x96 f\xfcr alle,2017-10-15\n"_ba);
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, csv});
    QVERIFY2(run.code == 0, run.errors.constData());
    QCOMPARE(program.ask(u"list"_s, {u"--json"_s}).json()[u"text"].toString(), u"Invented café – für alle"_s);
    QVERIFY2(run.output.contains("1252"), run.output.constData());
}

void TestBadInput::makesNoCollectionForNothing()
{
    test::Program program;
    for (const QString &command : {u"count"_s, u"facets"_s, u"timeline"_s, u"list"_s, u"themes"_s, u"check"_s}) {
        const test::Run run = program.ask(command);
        QCOMPARE(run.code, 1);
        QVERIFY2(isASentence(run) && run.errors.contains("c.tidemark"), run.errors.constData());
    }
    QVERIFY(!QFile::exists(program.collection()));
}

void TestBadInput::refusesCollectionsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("text") << "These are not stories, and this is no database.\n"_ba.repeated(100);
    QTest::addRow("one byte") << "S"_ba;
    QTest::addRow("a database's first bytes") << "SQLite format 3"_ba + '\0' + QByteArray(4080, 'x');
}

void TestBadInput::refusesCollectionsThatAreNone()
{
    QFETCH(QByteArray, bytes);
    test::Program program;
    program.write(u"c.tidemark"_s, bytes);
    const QString csv = program.write(u"a.csv"_s, whole());
    for (const test::Run &run :
         {program.ask(u"count"_s), program.ask(u"import"_s, {csv}), program.ask(u"check"_s)}) {
        QCOMPARE(run.code, 1);
        QVERIFY2(isASentence(run) && run.errors.contains("c.tidemark"), run.errors.constData());
    }
    QCOMPARE(program.read(u"c.tidemark"_s), bytes);
}

void TestBadInput::leavesAForeignDatabaseUntouched()
{
    test::Program program;
    QProcess sqlite;
    sqlite.start(u"sqlite3"_s,
                 {program.collection(), u"CREATE TABLE recipe(name); INSERT INTO recipe VALUES('soup')"_s});
    if (!sqlite.waitForStarted())
        QSKIP("the sqlite3 program is not here");
    QVERIFY(sqlite.waitForFinished());
    const QByteArray before = program.read(u"c.tidemark"_s);
    QVERIFY(!before.isEmpty());
    const QString csv = program.write(u"a.csv"_s, whole());
    for (const test::Run &run : {program.ask(u"count"_s), program.ask(u"import"_s, {csv})}) {
        QCOMPARE(run.code, 1);
        QVERIFY2(isASentence(run), run.errors.constData());
    }
    QCOMPARE(program.read(u"c.tidemark"_s), before);
}

void TestBadInput::toldOfADamagedCollection()
{
    test::Program program;
    QByteArray csv = "text,posted_at\n";
    for (int i = 0; i < 3000; ++i)
        csv += "Invented story number " + QByteArray::number(i) + " of many words,2017-10-15\n";
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, csv)}).code, 0);
    QByteArray bytes = program.read(u"c.tidemark"_s);
    QVERIFY(bytes.size() > 200'000);
    for (qsizetype at = 40'960; at + 4096 < bytes.size(); at += 3 * 4096)
        bytes.replace(at, 2048, QByteArray(2048, '\x5a'));
    program.write(u"c.tidemark"_s, bytes);
    const test::Run run = program.ask(u"check"_s);
    QCOMPARE(run.code, 1);
    QVERIFY(!(run.output + run.errors).isEmpty());
}

void TestBadInput::saysWhoHoldsTheCollection()
{
    test::Program program;
    const QString csv = program.write(u"a.csv"_s, whole());
    QCOMPARE(program.ask(u"import"_s, {csv}).code, 0);

    QByteArray many = "text,posted_at\n";
    for (int i = 0; i < 2000; ++i)
        many += "Another invented story " + QByteArray::number(i) + ",2017-11-15\n";
    const QString slow = program.write(u"slow.csv"_s, many);
    QProcess holder;
    program.prepare(holder, {u"import"_s, u"--collection"_s, program.collection(), slow});
    holder.start();
    QVERIFY(holder.waitForStarted());
    // Whoever comes second either waits for the first to end or hears that it is there: nobody loses anything.
    int refused = 0;
    while (holder.state() == QProcess::Running && refused == 0) {
        const test::Run run = program.ask(u"import"_s, {csv});
        QVERIFY2(run.code == 0 || isASentence(run), run.errors.constData());
        if (run.code != 0)
            ++refused;
        QCOMPARE(program.ask(u"count"_s).code, 0);
        holder.waitForFinished(1);
    }
    QVERIFY(holder.state() == QProcess::NotRunning || holder.waitForFinished(300'000));
    QCOMPARE(program.ask(u"check"_s).code, 0);
    QVERIFY(program.ask(u"import"_s, {csv, slow}).code == 0);
    QCOMPARE(program.ask(u"count"_s).output, "2006\n"_ba);
}

void TestBadInput::marksThePlaceOfAMistake_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("place");
    QTest::addRow("an open parenthesis") << u"boss (work"_s << 5;
    QTest::addRow("a theme that isn't") << u"boss theme:nothing"_s << 5;
    QTest::addRow("a date that isn't") << u"since:2017-13-45"_s << 0;
    QTest::addRow("OR between a word and a theme") << u"boss OR theme:workplace"_s << 5;
    QTest::addRow("an open quotation") << u"boss \"at work"_s << 5;
}

void TestBadInput::marksThePlaceOfAMistake()
{
    QFETCH(QString, filter);
    QFETCH(int, place);
    test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, whole())}).code, 0);
    const test::Run run = program.ask(u"count"_s, {filter});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.output, QByteArray());
    const QByteArrayList lines = run.errors.split('\n');
    QVERIFY2(lines.size() >= 3, run.errors.constData());
    QCOMPARE(lines.at(1), "  " + filter.toUtf8());
    const qsizetype marked = lines.at(2).indexOf('^') - 2;
    const QByteArray all = run.errors;
    QVERIFY2(marked >= place && marked <= filter.size(), all.constData());
}

void TestBadInput::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::addRow("import nothing") << QStringList{u"import"_s} << u"files"_s;
    QTest::addRow("a map without a column")
        << QStringList{u"import"_s, u"--map"_s, u"text"_s, u"a.csv"_s} << u"text"_s;
    QTest::addRow("a field that isn't")
        << QStringList{u"import"_s, u"--map"_s, u"likes=b"_s, u"a.csv"_s} << u"likes"_s;
    QTest::addRow("a platform that isn't")
        << QStringList{u"import"_s, u"--platform"_s, u"myspace"_s, u"a.csv"_s} << u"myspace"_s;
    QTest::addRow("a format that isn't")
        << QStringList{u"import"_s, u"--format"_s, u"word"_s, u"a.csv"_s} << u"word"_s;
    QTest::addRow("a column that isn't")
        << QStringList{u"import"_s, u"--map"_s, u"text=body"_s, u"a.csv"_s} << u"body"_s;
    QTest::addRow("a span that isn't") << QStringList{u"timeline"_s, u"--by"_s, u"decade"_s} << u"decade"_s;
    QTest::addRow("a split that isn't") << QStringList{u"timeline"_s, u"--split"_s, u"source"_s} << u"source"_s;
    QTest::addRow("a limit that isn't") << QStringList{u"list"_s, u"--limit"_s, u"many"_s} << u"many"_s;
    QTest::addRow("a limit below nothing") << QStringList{u"list"_s, u"--limit"_s, u"-3"_s} << u"-3"_s;
    QTest::addRow("a number that isn't") << QStringList{u"show"_s, u"anna"_s} << u"anna"_s;
    QTest::addRow("show nothing") << QStringList{u"show"_s} << u"number"_s;
    QTest::addRow("forget nothing") << QStringList{u"forget"_s} << u"number"_s;
    QTest::addRow("an option that isn't") << QStringList{u"count"_s, u"--quick"_s} << u"--quick"_s;
    QTest::addRow("an option said twice")
        << QStringList{u"list"_s, u"--limit"_s, u"1"_s, u"--limit=2"_s} << u"--limit"_s;
    QTest::addRow("sources without a use for it")
        << QStringList{u"sources"_s, u"list"_s, u"--tag"_s, u"metoo"_s} << u"--tag"_s;
    QTest::addRow("an empty collection")
        << QStringList{u"count"_s, u"--collection"_s, QString()} << u"--collection"_s;
}

void TestBadInput::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    test::Program program;
    const QString csv = program.write(u"a.csv"_s, whole());
    QCOMPARE(program.ask(u"import"_s, {csv}).code, 0);
    if (!arguments.contains(u"--collection"_s))
        arguments += QStringList{u"--collection"_s, program.collection()};
    arguments.replaceInStrings(u"a.csv"_s, csv);
    const test::Run run = program.run(arguments);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.says(words), run.errors.constData());
    QCOMPARE(run.output, QByteArray());
    QCOMPARE(program.ask(u"count"_s).output, "6\n"_ba);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
