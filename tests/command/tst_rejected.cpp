#include "command/Program.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Single quotes for double ones, which reads better here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

// Invented tweets; the second breaks off.
const QByteArray good
    = json("{'id_str':'11','full_text':'an invented story','created_at':'Wed Oct 18 20:19:24 +0000 "
           "2017','user':{'id_str':'1','screen_name':'a','name':'A'}}");
const QByteArray broken = json("{'id_str':'12','full_text':'broken off in the midd");
const QByteArray mended
    = json("{'id_str':'12','full_text':'mended by hand','created_at':'Wed Oct 18 20:20:24 +0000 "
           "2017','user':{'id_str':'2','screen_name':'b','name':'B'}}");

} // namespace

class TestRejected final : public QObject
{
    Q_OBJECT

private slots:
    void listsWithFileLineAndReason();
    void takesEditedRecordsIn();
    void readsTableRowsUnderAnotherMapping();
    void readsTableRowsAsTheFileWasSaidToBeWritten();
    void readsRecordsOfFilesInAFolder();
    void keepsWhatStillCannotBeRead();
    void refusesFilesOfAnotherKind();
};

void TestRejected::listsWithFileLineAndReason()
{
    test::Program program;
    const QString file = program.write(u"tweets.jsonl"_s, good + '\n' + broken + '\n' + "\xff\xfe{\n");
    QCOMPARE(program.ask(u"import"_s, {file}).code, 3);
    const auto lines = program.ask(u"rejected"_s, {u"--json"_s}).jsonLines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0)[u"source"].toString(), u"tweets.jsonl"_s);
    QCOMPARE(lines.at(0)[u"record"].toInt(), 2);
    QCOMPARE(lines.at(0)[u"content"].toString().toUtf8(), broken);
    QVERIFY(!lines.at(0)[u"reason"].toString().isEmpty());
    QCOMPARE(lines.at(1)[u"record"].toInt(), 3);
    QCOMPARE(QByteArray::fromBase64(lines.at(1)[u"content_base64"].toString().toLatin1()), QByteArray("\xff\xfe{"));
    const test::Run people = program.ask(u"rejected"_s, {});
    QVERIFY(people.output.startsWith("import 1, tweets.jsonl, line 2: "));
}

void TestRejected::takesEditedRecordsIn()
{
    test::Program program;
    const QString file = program.write(u"tweets.jsonl"_s, good + '\n' + broken + '\n');
    QCOMPARE(program.ask(u"import"_s, {file}).code, 3);
    const QString written = program.path(u"rejected.jsonl"_s);
    QCOMPARE(program.ask(u"rejected"_s, {u"export"_s, written}).code, 0);
    QByteArray lines = program.read(u"rejected.jsonl"_s);
    QByteArray before = broken;
    QByteArray after = mended;
    lines.replace(before.replace('"', "\\\""), after.replace('"', "\\\""));
    const QString edited = program.write(u"edited.jsonl"_s, lines);
    const test::Run retried = program.ask(u"rejected"_s, {u"retry"_s, u"--json"_s, edited});
    QCOMPARE(retried.code, 0);
    QCOMPARE(retried.json()[u"added"].toInt(), 1);
    QCOMPARE(program.ask(u"count"_s, {u"mended"_s}).output.trimmed(), QByteArray("1"));
    QCOMPARE(program.ask(u"count"_s, {u"source:tweets.jsonl"_s}).output.trimmed(), QByteArray("2"));
    QCOMPARE(program.ask(u"rejected"_s, {}).output, QByteArray());
    // The file itself has nothing new for anybody.
    QCOMPARE(program.ask(u"import"_s, {u"--json"_s, file}).json()[u"duplicates"].toInt(), 1);
}

void TestRejected::readsTableRowsUnderAnotherMapping()
{
    test::Program program;
    const QByteArray long_(1024 * 1024 + 1, 'x');
    const QString file = program.write(
        u"rows.csv"_s, "who,words,summary\na,\"first, invented\",one\nb," + long_ + ",\"two\nlines\"\n");
    QCOMPARE(program.ask(u"import"_s, {u"--map"_s, u"text=words"_s, file}).code, 3);
    const auto lines = program.ask(u"rejected"_s, {u"--json"_s}).jsonLines();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.at(0)[u"record"].toInt(), 3);
    const test::Run retried
        = program.ask(u"rejected"_s, {u"retry"_s, u"--map"_s, u"text=summary"_s, u"--attributes"_s, u"who"_s});
    QCOMPARE(retried.code, 0);
    QCOMPARE(program.ask(u"count"_s, {u"\"two lines\" attr:who=b"_s}).output.trimmed(), QByteArray("1"));
}

void TestRejected::readsTableRowsAsTheFileWasSaidToBeWritten()
{
    test::Program program;
    const QByteArray long_(1024 * 1024 + 1, 'x');
    // Of these few letters nobody can tell that they are Mac OS Roman, nor that quotation marks are apostrophes.
    const QString file = program.write(
        u"rows.csv"_s, "id:text:r\x8esum\x8e\n1:'it''s: invented':r\x8e\n2:" + long_ + ":'z\x9frich: here'\n");
    const QStringList said{u"--encoding"_s, u"macintosh"_s, u"--delimiter"_s, u":"_s, u"--quote"_s, u"single"_s};
    QCOMPARE(program.ask(u"import"_s, QStringList(said) << file).code, 3);
    QCOMPARE(program.ask(u"count"_s, {u"\"it's invented\""_s}).output.trimmed(), QByteArray("1"));
    const test::Run retried
        = program.ask(u"rejected"_s, {u"retry"_s, u"--map"_s, QString::fromUtf8("text=r\u00e9sum\u00e9")});
    QCOMPARE(retried.code, 0);
    QCOMPARE(program.ask(u"count"_s, {QString::fromUtf8("\"z\u00fcrich here\"")}).output.trimmed(),
             QByteArray("1"));
    // A later file of this kind is read in the same way without being told.
    const QString later = program.write(u"later.csv"_s, "id:text:r\x8esum\x8e\n3:'caf\x8e: later':r\x8e\n");
    QCOMPARE(program.ask(u"import"_s, {later}).code, 0);
    QCOMPARE(program.ask(u"count"_s, {QString::fromUtf8("\"caf\u00e9 later\"")}).output.trimmed(), QByteArray("1"));
}

void TestRejected::readsRecordsOfFilesInAFolder()
{
    test::Program program;
    const QString folder = program.path(u"many"_s);
    QVERIFY(QDir().mkpath(folder));
    const QByteArray long_(1024 * 1024 + 1, 'x');
    program.write(u"many/a.csv"_s, "who,words,summary\na,first,one\nb," + long_ + ",\"two\nlines\"\n");
    program.write(u"many/b.csv"_s, "text;lang\nplain;en\n" + long_ + ";en\n");
    program.write(u"many/c.jsonl"_s, good + '\n' + broken + '\n');
    QCOMPARE(program.ask(u"import"_s, {u"--map"_s, u"text=words"_s, folder}).code, 3);
    QCOMPARE(program.ask(u"count"_s, {}).output.trimmed(), QByteArray("3"));
    const auto lines = program.ask(u"rejected"_s, {u"--json"_s}).jsonLines();
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0)[u"content"].toString().startsWith("who,words,summary\n"_L1));
    QVERIFY(lines.at(1)[u"content"].toString().startsWith("text;lang\n"_L1));
    QByteArray edits = program.ask(u"rejected"_s, {u"--json"_s}).output;
    edits.replace(long_, "mended by hand too");
    edits.replace(QByteArray(broken).replace('"', "\\\""), QByteArray(mended).replace('"', "\\\""));
    const QString edited = program.write(u"edited.jsonl"_s, edits);
    const test::Run retried
        = program.ask(u"rejected"_s, {u"retry"_s, u"--map"_s, u"text=summary"_s, u"--json"_s, edited});
    QCOMPARE(retried.code, 0);
    QCOMPARE(retried.json()[u"added"].toInt(), 3);
    QCOMPARE(program.ask(u"count"_s, {u"\"two lines\""_s}).output.trimmed(), QByteArray("1"));
    QCOMPARE(program.ask(u"count"_s, {u"mended"_s}).output.trimmed(), QByteArray("2"));
}

void TestRejected::keepsWhatStillCannotBeRead()
{
    test::Program program;
    const QString file = program.write(u"tweets.jsonl"_s, good + '\n' + broken + '\n');
    QCOMPARE(program.ask(u"import"_s, {file}).code, 3);
    QCOMPARE(program.ask(u"rejected"_s, {u"retry"_s}).code, 3);
    const auto lines = program.ask(u"rejected"_s, {u"--json"_s}).jsonLines();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.at(0)[u"record"].toInt(), 2);
    QCOMPARE(lines.at(0)[u"content"].toString().toUtf8(), broken);
}

void TestRejected::refusesFilesOfAnotherKind()
{
    test::Program program;
    const QString file = program.write(u"tweets.jsonl"_s, good + '\n' + broken + '\n');
    QCOMPARE(program.ask(u"import"_s, {file}).code, 3);
    const test::Run run = program.ask(u"rejected"_s, {u"retry"_s, file});
    QCOMPARE(run.code, 2);
    QVERIFY(run.says(u"Line 1 is no rejected record"_s));
    QCOMPARE(program.ask(u"rejected"_s, {u"mend"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestRejected)
#include "tst_rejected.moc"
