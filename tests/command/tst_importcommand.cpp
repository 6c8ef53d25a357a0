#include "command/Program.h"
#include "support/Archives.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

const QStringList sums{u"read"_s,      u"added"_s,   u"duplicates"_s, u"updated"_s,  u"reposts"_s,
                       u"withdrawn"_s, u"skipped"_s, u"rejected"_s,   u"originals"_s};

bool addsUp(const QJsonObject &counts)
{
    qint64 sum = 0;
    for (const auto *name : {"added", "duplicates", "updated", "reposts", "withdrawn", "skipped", "rejected"})
        sum += counts[QLatin1String(name)].toInteger();
    return counts[u"read"].toInteger() == sum;
}

} // namespace

class TestImportCommand : public QObject
{
    Q_OBJECT

private slots:
    void printsTheShapeThatScriptsRelyOn();
    void addsNothingTheSecondTime();
    void countsEachRecordOnce();
    void setsABadLineAsideAndKeepsItsNeighbours();
    void goesOnWithTheOtherFilesAfterABadOne();
    void mapsColumnsAsTold();
    void keepsOnlyTheAttributesAskedFor();
    void readsWhatTheListFormatGives();
    void makesPrivateFiles();
    void usesTheDefaultPlaceWithoutACollection();
    void saysBeforehandWhatWouldComeIn();
    void theWorstFileDecidesTheCode_data();
    void theWorstFileDecidesTheCode();
    void knowsBeforehandWhatTheCollectionRemembers();
    void takesLabelsForCodingsByHand();
    void takesAFolderAsOneSource();
    void readsTheArchivesInAFolderOneByOne();
};

void TestImportCommand::printsTheShapeThatScriptsRelyOn()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, csv});
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.code, 0);
    const QJsonObject answer = run.json();
    QCOMPARE(answer[u"files"].toArray().size(), 1);
    const QJsonObject file = answer[u"files"][0].toObject();
    QCOMPARE(file[u"path"].toString(), csv);
    QCOMPARE(file[u"format"].toString(), u"csv"_s);
    for (const QString &name : sums) {
        const int expected = name == "read"_L1 || name == "added"_L1 ? 6 : 0;
        QVERIFY2(file.contains(name) && answer.contains(name), qPrintable(name));
        QCOMPARE(file[name].toInt(-1), expected);
        QCOMPARE(answer[name].toInt(-1), expected);
    }
    QCOMPARE(answer[u"stories"].toInt(), 6);
}

void TestImportCommand::addsNothingTheSecondTime()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    QCOMPARE(program.ask(u"import"_s, {csv}).code, 0);
    const QJsonObject again = program.ask(u"import"_s, {u"--json"_s, csv}).json();
    QCOMPARE(again[u"added"].toInt(-1), 0);
    QCOMPARE(again[u"duplicates"].toInt(-1), 6);
    QCOMPARE(again[u"stories"].toInt(-1), 6);
    const QString copy = program.write(u"copy.csv"_s, test::inventedCsv());
    const QJsonObject other = program.ask(u"import"_s, {u"--json"_s, copy}).json();
    QVERIFY(addsUp(other));
    QCOMPARE(program.ask(u"count"_s).output, QByteArray::number(other[u"stories"].toInt()) + '\n');
}

void TestImportCommand::countsEachRecordOnce()
{
    test::Program program;
    const QString csv = program.write(
        u"a.csv"_s,
        test::inventedCsv() + "\"=1+1 is invented, too\",2017-10-18T12:00:00Z,dora,twitter,en,press\r\n");
    const QString lines = program.write(
        u"b.jsonl"_s,
        R"({"id_str":"1","created_at":"Sun Oct 15 20:21:00 +0000 2017","full_text":"Invented one","user":{"id_str":"9","screen_name":"anna"}}
not json
{"id_str":"2","created_at":"Sun Oct 15 20:22:00 +0000 2017","full_text":"RT @anna: Invented one","user":{"id_str":"8","screen_name":"berta"},"retweeted_status":{"id_str":"1","created_at":"Sun Oct 15 20:21:00 +0000 2017","full_text":"Invented one","user":{"id_str":"9","screen_name":"anna"}}}
{"delete":{"status":{"id":1,"id_str":"1","user_id":9,"user_id_str":"9"}}}
{"id_str":"3","created_at":"Sun Oct 15 20:2)");
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, csv, lines});
    QCOMPARE(run.code, 3);
    const QJsonObject answer = run.json();
    const QJsonArray files = answer[u"files"].toArray();
    QCOMPARE(files.size(), 2);
    QVERIFY(addsUp(files[0].toObject()));
    QVERIFY(addsUp(files[1].toObject()));
    QVERIFY(addsUp(answer));
    QCOMPARE(files[0][u"read"].toInt(), 7);
    QCOMPARE(files[1][u"read"].toInt(), 5);
    QCOMPARE(files[1][u"reposts"].toInt(), 1);
    QCOMPARE(files[1][u"withdrawn"].toInt(), 1);
    QCOMPARE(files[1][u"rejected"].toInt(), 2);
    for (const QString &name : sums)
        QCOMPARE(answer[name].toInt(), files[0][name].toInt() + files[1][name].toInt());
    QCOMPARE(program.ask(u"count"_s).output.trimmed().toInt(), answer[u"stories"].toInt());
}

void TestImportCommand::setsABadLineAsideAndKeepsItsNeighbours()
{
    test::Program program;
    const QString lines = program.write(
        u"a.jsonl"_s,
        R"({"id_str":"1","created_at":"Sun Oct 15 20:21:00 +0000 2017","full_text":"Invented one","user":{"id_str":"9","screen_name":"anna"}}
{"id_str":"2", broken
{"id_str":"3","created_at":"Sun Oct 15 20:23:00 +0000 2017","full_text":"Invented three","user":{"id_str":"9","screen_name":"anna"}}
)");
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, lines});
    QCOMPARE(run.code, 3);
    const QJsonObject file = run.json()[u"files"][0].toObject();
    QCOMPARE(file[u"added"].toInt(), 2);
    QCOMPARE(file[u"rejected"].toInt(), 1);
    QCOMPARE(file[u"rejections"][0][u"record"].toInt(), 2);
    QVERIFY(!file[u"rejections"][0][u"reason"].toString().isEmpty());
}

void TestImportCommand::goesOnWithTheOtherFilesAfterABadOne()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, program.path(u"nowhere.csv"_s), csv});
    QCOMPARE(run.code, 1);
    QVERIFY(run.says(u"nowhere.csv"_s));
    QCOMPARE(run.json()[u"added"].toInt(), 6);
}

void TestImportCommand::mapsColumnsAsTold()
{
    test::Program program;
    const QString csv
        = program.write(u"a.csv"_s, "spalte,wann,wer\r\n\"Invented, mapped\",2017-10-15 20:21,anna\r\n");
    const test::Run run = program.ask(u"import"_s,
                                      {u"--json"_s, u"--map"_s, u"text=spalte,posted_at=wann,zone=Europe/Berlin"_s,
                                       u"--platform"_s, u"tumblr"_s, csv});
    QCOMPARE(run.code, 0);
    const QJsonObject story = program.ask(u"list"_s, {u"--json"_s}).json();
    QCOMPARE(story[u"text"].toString(), u"Invented, mapped"_s);
    QCOMPARE(story[u"posted_at"].toString(), u"2017-10-15T18:21:00Z"_s);
    QCOMPARE(story[u"platform"].toString(), u"tumblr"_s);
}

void TestImportCommand::keepsOnlyTheAttributesAskedFor()
{
    test::Program program;
    const QString csv = program.write(u"a.csv"_s, "text,sector,region\r\nInvented,health,north\r\n");
    QCOMPARE(program.ask(u"import"_s, {u"--attributes"_s, u"sector"_s, csv}).code, 0);
    QCOMPARE(program.ask(u"count"_s, {u"attr:sector=health"_s}).output, "1\n"_ba);
    QCOMPARE(program.ask(u"count"_s, {u"attr:region=north"_s}).code, 2);
}

void TestImportCommand::readsWhatTheListFormatGives()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    const test::Run run = program.ask(u"import"_s, {csv});
    QCOMPARE(run.code, 0);
    QVERIFY(run.output.contains("6 records read"));
    QVERIFY(run.output.contains("The collection holds 6 stories."));
}

void TestImportCommand::makesPrivateFiles()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    QCOMPARE(program.ask(u"import"_s, {csv}).code, 0);
    const auto entries = QDir(program.path(u"."_s)).entryInfoList({u"c.tidemark*"_s}, QDir::Files);
    QVERIFY(!entries.isEmpty());
    for (const QFileInfo &entry : entries) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2(!(entry.permissions() & others), qPrintable(entry.fileName()));
    }
}

void TestImportCommand::usesTheDefaultPlaceWithoutACollection()
{
    test::Program program;
    const QString csv = program.write(u"invented.csv"_s, test::inventedCsv());
    QCOMPARE(program.run({u"import"_s, csv}).code, 0);
    QCOMPARE(program.run({u"count"_s}).output, "6\n"_ba);
    QVERIFY(!QDir(program.path(u"data"_s)).isEmpty());
}

void TestImportCommand::saysBeforehandWhatWouldComeIn()
{
    test::Program program;
    const QString lines = program.write(
        u"invented.jsonl"_s,
        R"({"id_str":"1","full_text":"Invented","user":{"id_str":"9"}})"
        "\n"
        R"({"id_str":"2","full_text":"RT @a: Inv","user":{"id_str":"8"},"retweeted_status":{"id_str":"1","full_text":"Invented","user":{"id_str":"9"}}})"
        "\n"
        R"({"delete":{"status":{"id_str":"3"}}})"
        "\n{broken\n"_ba);
    const test::Run run = program.ask(u"import"_s, {u"--dry-run"_s, u"--json"_s, lines});
    QCOMPARE(run.code, 3);
    const QJsonObject file = run.json()[u"files"][0].toObject();
    QCOMPARE(file[u"format"].toString(), u"twitter-v1"_s);
    for (const auto *count : {"stories", "reposts", "originals", "withdrawn", "rejected"})
        QCOMPARE(file[QLatin1String(count)].toInt(), 1);
    QCOMPARE(file[u"rejections"][0][u"record"].toInt(), 4);
    QVERIFY(program.ask(u"import"_s, {u"--dry-run"_s, lines}).output.contains("would bring"));
    QVERIFY(!QFile::exists(program.collection()));
}

void TestImportCommand::theWorstFileDecidesTheCode_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<int>("code");
    const QString good = u"good.csv"_s;
    const QString bad = u"bad.jsonl"_s;
    const QString unread = u"unread.pdf"_s;
    const QString missing = u"missing.csv"_s;
    QTest::newRow("all well") << QStringList{good} << 0;
    QTest::newRow("set aside") << QStringList{good, bad} << 3;
    QTest::newRow("one that can't be read") << QStringList{unread, bad, good} << 2;
    QTest::newRow("one that can't be read comes last") << QStringList{good, bad, unread} << 2;
    QTest::newRow("one that isn't there") << QStringList{missing, unread, good} << 1;
    QTest::newRow("one that isn't there comes last") << QStringList{good, unread, bad, missing} << 1;
}

void TestImportCommand::theWorstFileDecidesTheCode()
{
    QFETCH(QStringList, files);
    QFETCH(int, code);
    test::Program program;
    program.write(u"good.csv"_s, "text,posted_at\nInvented one,2017-10-15\n"_ba);
    program.write(u"bad.jsonl"_s,
                  R"({"id_str":"1","full_text":"Invented two","user":{"id_str":"9"}})"
                  "\n{broken\n"_ba);
    program.write(u"unread.pdf"_s, "%PDF-1.7"_ba);
    for (QString &file : files)
        file = program.path(file);
    QCOMPARE(program.ask(u"import"_s, QStringList(u"--dry-run"_s) + files).code, code);
    QCOMPARE(program.ask(u"import"_s, files).code, code);
}

void TestImportCommand::knowsBeforehandWhatTheCollectionRemembers()
{
    test::Program program;
    const QByteArray table = "when#what#words\n2017-10-15#x#Invented one\n";
    const QString first = program.write(u"first.csv"_s, table);
    const QString second = program.write(u"second.csv"_s, table + "2017-10-16#y#Invented two\n");
    const QStringList dry{u"--dry-run"_s, u"--json"_s, second};
    QVERIFY(program.ask(u"import"_s, dry).code != 0); // nobody knows yet where the text is
    QCOMPARE(program.ask(u"import"_s, {u"--delimiter"_s, u"#"_s, u"--map"_s, u"text=words"_s, first}).code, 0);
    const auto beside
        = [&] { return QDir(QFileInfo(program.collection()).path()).entryList(QDir::Files | QDir::Hidden); };
    const QStringList before = beside();
    const QByteArray bytes = program.read(u"c.tidemark"_s);
    const test::Run run = program.ask(u"import"_s, dry);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[u"files"][0][u"stories"].toInt(), 2);
    QCOMPARE(program.read(u"c.tidemark"_s), bytes);
    QCOMPARE(beside(), before);
}

void TestImportCommand::takesLabelsForCodingsByHand()
{
    test::Program program;
    const QString csv = program.write(u"coded.csv"_s,
                                      "text,at_work,codes\n"
                                      "first invented story,1,\"groping, ogling\"\n"
                                      "second invented story,0,\n"
                                      "third invented story,yes,ogling\n");
    const QStringList labels{u"--labels"_s, u"workplace=at_work,themes=codes"_s};
    QCOMPARE(program.ask(u"import"_s, labels + QStringList{csv}).code, 0);
    const auto count
        = [&](const QString &filter) { return program.ask(u"count"_s, {filter}).output.trimmed().toInt(); };
    QCOMPARE(count(u"theme:workplace coded:hand"_s), 2);
    QCOMPARE(count(u"theme:ogling"_s), 2);
    QCOMPARE(count(u"theme:groping -theme:workplace"_s), 0);
    QCOMPARE(count(u"coded:hand"_s), 3);
    const test::Run unknown = program.ask(u"import"_s, {u"--labels"_s, u"nothing=at_work"_s, csv});
    QCOMPARE(unknown.code, 2);
    QVERIFY(unknown.says(u"nothing"_s));
}

void TestImportCommand::takesAFolderAsOneSource()
{
    test::Program program;
    QVERIFY(QDir().mkpath(program.path(u"folder/inner"_s)));
    program.write(u"folder/a.csv"_s, "text,posted_at\nInvented one,2017-10-15\n"_ba);
    program.write(u"folder/inner/b.jsonl"_s,
                  R"({"id_str":"1","full_text":"Invented two","user":{"id_str":"9"}})"
                  "\n{broken\n"_ba);
    program.write(u"folder/inner/c.pdf"_s, "%PDF-1.7"_ba);
    const test::Run run = program.ask(u"import"_s, {u"--json"_s, program.path(u"folder"_s)});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.json()[u"files"].toArray().size(), 1);
    QCOMPARE(run.json()[u"added"].toInt(), 2);
    const QString reason = run.json()[u"files"][0][u"rejections"][0][u"reason"].toString();
    QVERIFY2(reason.contains("inner/b.jsonl, line 2"_L1), qPrintable(reason));
    QVERIFY(run.output.contains("c.pdf"));
    const test::Run again = program.ask(u"import"_s, {u"--json"_s, program.path(u"folder"_s)});
    QCOMPARE(again.json()[u"added"].toInt(), 0);
}

void TestImportCommand::readsTheArchivesInAFolderOneByOne()
{
    test::Program program;
    const auto archive = [](const QByteArray &text) {
        return test::archive(test::Packing::Zip, {{u"a.csv"_s, "text,posted_at\n" + text + ",2017-10-15\n"}});
    };
    test::write(program.path(u"folder"_s),
                {{u"cut.zip"_s, archive("Invented and lost").first(40)},
                 {u"first.zip"_s, archive("Invented one")},
                 {u"second.zip"_s, archive("Invented two")}});
    for (const QStringList &options : {QStringList(u"--dry-run"_s), QStringList()}) {
        const test::Run run
            = program.ask(u"import"_s, options + QStringList{u"--json"_s, program.path(u"folder"_s)});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says(u"cut.zip is a damaged or incomplete archive"_s), run.errors.constData());
        QCOMPARE(run.json()[u"files"].toArray().size(), 2);
    }
    QCOMPARE(program.ask(u"count"_s, {}).output, "2\n"_ba);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
