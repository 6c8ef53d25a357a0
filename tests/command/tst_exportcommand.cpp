#include "command/Program.h"
#include "support/Csv.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theManifestNamesNobody();
    void writesExactlyTheFilteredStories();
    void writesALineForEveryStory();
    void writesToStandardOutput();
    void saysNothingAmidItsTable();
    void takesEveryOption();
    void namesNobodyUnlessAsked();
    void followsTheUsersUmask_data();
    void followsTheUsersUmask();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void leavesAnExistingFileAlone();
    void leavesAManifestOfAnotherAlone();
    void neverReplacesACollection();
    void refusesAFolderThatCannotBeWritten();
    void keepsTheOldFileOnAFullDevice();
    void writesIntoAPipe();

private:
    test::Program m_program;
};

void TestExportCommand::initTestCase()
{
    const test::Run run = m_program.ask(u"import"_s, {m_program.write(u"a.csv"_s, test::inventedCsv())});
    QVERIFY2(run.code == 0, run.errors.constData());
}

void TestExportCommand::theManifestNamesNobody()
{
    test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"@jane_source.csv"_s, test::inventedCsv())}).code, 0);
    for (const auto &[profile, isNamed] : {std::pair(u"pseudonymous"_s, false), std::pair(u"full"_s, true)}) {
        const test::Run run = program.ask(u"export"_s,
                                          {u"--overwrite"_s, u"--profile"_s, profile, u"--output"_s,
                                           program.path(u"f.csv"_s), u"source:@jane_source.csv"_s});
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(program.read(u"f.manifest.json"_s).contains("jane_source"), isNamed);
    }
}

void TestExportCommand::writesExactlyTheFilteredStories()
{
    for (const QString &filter :
         {QString(), u"invent*"_s, u"platform:twitter -boss"_s, u"is:undated"_s, u"nowhere"_s}) {
        const QString path = m_program.path(u"f.csv"_s);
        const QStringList words = filter.isEmpty() ? QStringList() : QStringList{filter};
        const int count = m_program.ask(u"count"_s, words).output.trimmed().toInt();
        const test::Run run
            = m_program.ask(u"export"_s, QStringList{u"--overwrite"_s, u"--output"_s, path} + words);
        QVERIFY2(run.code == 0, run.errors.constData());
        QCOMPARE(test::csvRows(m_program.read(u"f.csv"_s)).size(), count + 1);
        const auto manifest = QJsonDocument::fromJson(m_program.read(u"f.manifest.json"_s)).object();
        QCOMPARE(manifest[u"rows"].toInt(-1), count);
    }
}

/// A single empty cell is no empty line.
void TestExportCommand::writesALineForEveryStory()
{
    const test::Run run = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s, u"--columns"_s, u"content_warning"_s});
    QCOMPARE(run.output, "content_warning\r\n" + "\"\"\r\n"_ba.repeated(6));
}

void TestExportCommand::writesToStandardOutput()
{
    const test::Run run = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s, u"--profile"_s, u"full"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.errors, QByteArray());
    const auto rows = test::csvRows(run.output);
    QCOMPARE(rows.size(), 7);
    QCOMPARE(rows.constFirst().constFirst(), u"story"_s);
    QVERIFY(test::csvColumn(rows, u"text"_s).contains(u"=1+1 is invented, too"_s));
    QVERIFY(QDir(m_program.path(u"."_s)).entryList({u"-*"_s, u"*manifest*"_s}).filter(u"-."_s).isEmpty());
}

void TestExportCommand::takesEveryOption()
{
    const test::Run run
        = m_program.ask(u"export"_s,
                        {u"--output=-"_s, u"--for"_s, u"spreadsheet"_s, u"--separator"_s, u";"_s, u"--columns"_s,
                         u"story,posted_at,themes,coded_by,note,starred,hashtags,words,reposts,attr:sector,text"_s,
                         u"--order"_s, u"oldest"_s, u"--fresh-pseudonyms"_s, u"-nowhere"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    QVERIFY(run.output.startsWith("\xef\xbb\xbfstory;posted_at;date;time;themes;coded_by;"));
    const auto rows = test::csvRows(run.output.mid(3), ';');
    QCOMPARE(rows.size(), 7);
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), rows.constFirst().size());
    QCOMPARE(test::csvColumn(rows, u"date"_s).constFirst(), u"2017-10-15"_s);
    QCOMPARE(test::csvColumn(rows, u"time"_s).constFirst(), u"20:21:00"_s);
    QCOMPARE(test::csvColumn(rows, u"text"_s).at(4), u"'=1+1 is invented, too"_s);
    QCOMPARE(test::csvColumn(rows, u"sector"_s).constFirst(), u"press"_s);

    const test::Run wide = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s, u"--themes"_s, u"wide"_s, u"boss"_s});
    const auto wideRows = test::csvRows(wide.output);
    QCOMPARE(wideRows.constFirst().size(), 14 - 1 + 16);
    QCOMPARE(test::csvColumn(wideRows, u"workplace"_s), QStringList{u"1"_s});
}

void TestExportCommand::namesNobodyUnlessAsked()
{
    const QByteArray csv = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s}).output;
    for (const auto *name : {"anna", "berta", "carla", "dora", "emma", "example.org"})
        QVERIFY2(!csv.contains(name), name);
    const auto authors = test::csvColumn(test::csvRows(csv), u"author"_s);
    QCOMPARE(authors.filter(u"person-"_s).size(), 6);
    const QByteArray again = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s}).output;
    QCOMPARE(again, csv);
    const QByteArray fresh = m_program.ask(u"export"_s, {u"--output"_s, u"-"_s, u"--fresh-pseudonyms"_s}).output;
    const auto others = test::csvColumn(test::csvRows(fresh), u"author"_s);
    QCOMPARE(others.filter(u"person-"_s).size(), 6);
    for (const QString &author : authors)
        QVERIFY(!others.contains(author));
}

void TestExportCommand::followsTheUsersUmask_data()
{
    QTest::addColumn<QString>("umask");
    QTest::addColumn<QString>("mode");
    QTest::addRow("022") << u"022"_s << u"644"_s;
    QTest::addRow("077") << u"077"_s << u"600"_s;
    QTest::addRow("027") << u"027"_s << u"640"_s;
    QTest::addRow("002") << u"002"_s << u"664"_s;
}

void TestExportCommand::followsTheUsersUmask()
{
    QFETCH(QString, umask);
    QFETCH(QString, mode);
    const QString name = u"mode-%1.csv"_s.arg(umask);
    const test::Run run = m_program.run(
        {u"export"_s, u"--collection"_s, m_program.collection(), u"--output"_s, m_program.path(name)},
        {u"sh"_s, u"-c"_s, u"umask %1; exec \"$0\" \"$@\""_s.arg(umask)});
    QVERIFY2(run.code == 0, run.errors.constData());
    for (const QString &file : {name, u"mode-%1.manifest.json"_s.arg(umask)}) {
        QProcess stat;
        stat.start(u"stat"_s, {u"-c"_s, u"%a"_s, m_program.path(file)});
        QVERIFY(stat.waitForFinished());
        QCOMPARE(QString::fromLatin1(stat.readAllStandardOutput()).trimmed(), mode);
    }
}

void TestExportCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const QString folder = m_program.path(u"."_s);
    QTest::addRow("no output") << QStringList() << 2 << u"--output"_s;
    QTest::addRow("a profile that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--profile"_s, u"secret"_s} << 2 << u"secret"_s;
    QTest::addRow("a reader that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--for"_s, u"word"_s} << 2 << u"word"_s;
    QTest::addRow("an order that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--order"_s, u"random"_s} << 2 << u"random"_s;
    QTest::addRow("a separator that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--separator"_s, u"::"_s} << 2 << u"::"_s;
    QTest::addRow("a theme form that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--themes"_s, u"narrow"_s} << 2 << u"narrow"_s;
    QTest::addRow("a column that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--columns"_s, u"story,likes"_s} << 2 << u"likes"_s;
    QTest::addRow("no column at all") << QStringList{u"--output"_s, u"-"_s, u"--columns"_s, u","_s} << 2
                                      << u"--columns"_s;
    QTest::addRow("wide themes among no themes")
        << QStringList{u"--output"_s, u"-"_s, u"--columns"_s, u"story"_s, u"--themes"_s, u"wide"_s} << 2
        << u"--themes wide"_s;
    QTest::addRow("fresh pseudonyms for nobody")
        << QStringList{u"--output"_s, u"-"_s, u"--profile"_s, u"full"_s, u"--fresh-pseudonyms"_s} << 2
        << u"--fresh-pseudonyms"_s;
    QTest::addRow("a value where none belongs")
        << QStringList{u"--output"_s, u"-"_s, u"--no-manifest=no"_s} << 2 << u"--no-manifest"_s;
    QTest::addRow("an option that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"--pretty"_s} << 2 << u"--pretty"_s;
    QTest::addRow("an option without its value") << QStringList{u"--output"_s} << 2 << u"--output"_s;
    QTest::addRow("a folder") << QStringList{u"--output"_s, folder} << 1 << folder;
    QTest::addRow("a folder that isn't there")
        << QStringList{u"--output"_s, folder + u"/nowhere/a.csv"_s} << 1 << u"nowhere/a.csv"_s;
    QTest::addRow("a filter that isn't")
        << QStringList{u"--output"_s, u"-"_s, u"theme:nothing"_s} << 2 << u"nothing"_s;
}

void TestExportCommand::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, words);
    const test::Run run = m_program.ask(u"export"_s, arguments);
    QCOMPARE(run.code, code);
    QVERIFY2(run.says(words), run.errors.constData());
    QCOMPARE(run.output, QByteArray());
}

void TestExportCommand::leavesAnExistingFileAlone()
{
    const QString path = m_program.write(u"mine.csv"_s, "my own words\n");
    const test::Run run = m_program.ask(u"export"_s, {u"--output"_s, path});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"mine.csv"_s), run.errors.constData());
    QCOMPARE(m_program.read(u"mine.csv"_s), "my own words\n"_ba);
    QCOMPARE(m_program.ask(u"export"_s, {u"--overwrite"_s, u"--output"_s, path, u"theme:nothing"_s}).code, 2);
    QCOMPARE(m_program.read(u"mine.csv"_s), "my own words\n"_ba);
    QCOMPARE(m_program.ask(u"export"_s, {u"--overwrite"_s, u"--output"_s, path}).code, 0);
    QVERIFY(m_program.read(u"mine.csv"_s).startsWith("story,"));
}

void TestExportCommand::leavesAManifestOfAnotherAlone()
{
    m_program.write(u"other.manifest.json"_s, "mine\n");
    const QString path = m_program.path(u"other.csv"_s);
    const test::Run run = m_program.ask(u"export"_s, {u"--output"_s, path});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"other.manifest.json"_s), run.errors.constData());
    QCOMPARE(m_program.read(u"other.manifest.json"_s), "mine\n"_ba);
    QVERIFY(!QFile::exists(path));
}

void TestExportCommand::neverReplacesACollection()
{
    const QByteArray before = m_program.ask(u"count"_s, {}).output;
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString path = m_program.collection() + ending;
        if (!QFile::exists(path))
            continue;
        const test::Run run = m_program.ask(u"export"_s, {u"--overwrite"_s, u"--output"_s, path});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says(u"is a collection"_s), run.errors.constData());
    }
    QCOMPARE(m_program.ask(u"count"_s, {}).output, before);
}

void TestExportCommand::refusesAFolderThatCannotBeWritten()
{
    QStringList asSomebody;
    if (::geteuid() == 0) {
        if (QStandardPaths::findExecutable(u"setpriv"_s).isEmpty())
            QSKIP("root may write everywhere, and setpriv is not here");
        asSomebody = QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
    }
    const QString everybodys = m_program.path(u"open"_s);
    const QString locked = m_program.path(u"locked"_s);
    QVERIFY(QDir().mkpath(everybodys) && QDir().mkpath(locked));
    const auto all = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_program.path(u"."_s), all | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(everybodys, all | QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther));
    QVERIFY(QFile::setPermissions(locked, all));
    QVERIFY(QFile::setPermissions(m_program.path(u"a.csv"_s), QFile::ReadOwner | QFile::ReadOther));
    const QString collection = everybodys + u"/c.tidemark"_s;
    const test::Run imported
        = m_program.run({u"import"_s, u"--collection"_s, collection, m_program.path(u"a.csv"_s)}, asSomebody);
    if (imported.code == -1 || imported.errors.contains("Permission denied"))
        QSKIP("the program can't be run as another user from here");
    QVERIFY2(imported.code == 0, imported.errors.constData());

    const QString path = locked + u"/out.csv"_s;
    const test::Run run
        = m_program.run({u"export"_s, u"--collection"_s, collection, u"--output"_s, path}, asSomebody);
    QVERIFY(QFile::setPermissions(locked, all | QFile::WriteOwner));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(path), run.errors.constData());
    QVERIFY2(run.says(u"ermission"_s), run.errors.constData());
    QVERIFY(QDir(locked).isEmpty());
}

void TestExportCommand::keepsTheOldFileOnAFullDevice()
{
    for (const QStringList &target : {QStringList{u"/dev/full"_s}, QStringList{u"/dev/full"_s, u"--overwrite"_s}}) {
        const test::Run run = m_program.ask(u"export"_s, QStringList{u"--output"_s} + target);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says(u"/dev/full"_s), run.errors.constData());
        QVERIFY2(run.says(u"No space left"_s), run.errors.constData());
        const QFileInfo device(u"/dev/full"_s);
        QVERIFY(device.exists() && !device.isFile());
        QVERIFY(!QFileInfo::exists(u"/dev/full.manifest.json"_s));
    }
    const test::Run run
        = m_program.run({u"export"_s, u"--collection"_s, m_program.collection(), u"--output"_s, u"-"_s},
                        {u"sh"_s, u"-c"_s, u"exec \"$0\" \"$@\" > /dev/full"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"No space left"_s), run.errors.constData());
}

void TestExportCommand::writesIntoAPipe()
{
    const test::Run run
        = m_program.run({u"export"_s, u"--collection"_s, m_program.collection(), u"--output"_s, u"/dev/stdout"_s},
                        {u"sh"_s, u"-c"_s, u"\"$0\" \"$@\" | cat"_s});
    QVERIFY(run.output.startsWith("story,"));
    QVERIFY(!QFileInfo::exists(u"/dev/stdout.manifest.json"_s));
}

void TestExportCommand::saysNothingAmidItsTable()
{
    const test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"a.csv"_s, test::inventedCsv())}).code, 0);
    program.write(u"-"_s, "somebody's file\n"); // in the folder where the program runs
    QProcess process;
    program.prepare(process,
                    {u"export"_s, u"--collection"_s, program.collection(), u"--output"_s, u"-"_s, u"--columns"_s,
                     u"content_warning"_s});
    process.setWorkingDirectory(program.path({}));
    process.start();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), "content_warning\r\n" + "\"\"\r\n"_ba.repeated(6));
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
