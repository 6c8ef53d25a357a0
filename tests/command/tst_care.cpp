#include "command/Program.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A file system of so many bytes at a folder, for as long as the object lives.
class SmallDisk
{
public:
    SmallDisk(QString folder, qint64 size) : m_folder(std::move(folder))
    {
        const QByteArray options = "size=" + QByteArray::number(size);
        m_isThere = QDir().mkpath(m_folder)
            && mount("tidemark-test", QFile::encodeName(m_folder).constData(), "tmpfs", 0, options.constData())
                == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            umount(QFile::encodeName(m_folder).constData());
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

private:
    QString m_folder;
    bool m_isThere = false;
};

/// Runs SQL on a file by Qt's driver alone.
QStringList asNobody()
{
    return {u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
}

} // namespace

/// Disks that are full, files that can't be written, and collections of other Tidemarks: a sentence each, and
/// nothing lost.
class TestCare : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anExportOntoAFullDiskLeavesTheOldFile();
    void anImportOntoAFullDiskSaysSo();
    void anotherUserReadsWhatCannotBeWritten();
    void aCollectionOfANewerTidemarkIsRead();
    void hiddenStoriesAreInNoCount();
    void aSourceCalledAsAnAuthorIsNotNamed();
    void columnsAboutPeopleAreExportedWhenTheyAreAskedForTwice();

private:
    [[nodiscard]] bool isASentence(const test::Run &run) const
    {
        return run.errors.startsWith("tidemark: ") && run.errors.trimmed().endsWith('.');
    }

    std::unique_ptr<test::Program> m_program;
};

void TestCare::init()
{
    m_program = std::make_unique<test::Program>();
    const test::Run run = m_program->ask(u"import"_s, {m_program->write(u"a.csv"_s, test::inventedCsv())});
    QVERIFY2(run.code == 0, run.errors.constData());
}

void TestCare::anExportOntoAFullDiskLeavesTheOldFile()
{
    if (geteuid() != 0)
        QSKIP("only root can mount a small disk");
    QByteArray csv = "text,posted_at\n";
    for (int i = 0; i < 2000; ++i)
        csv += "Invented story " + QByteArray::number(i) + QByteArray(200, 'x') + ",2017-10-15\n";
    QCOMPARE(m_program->ask(u"import"_s, {m_program->write(u"many.csv"_s, csv)}).code, 0);
    const SmallDisk disk(m_program->path(u"disk"_s), 256 * 1024);
    if (!disk.isThere())
        QSKIP("no file system can be mounted here");
    const QString target = disk.path(u"out.csv"_s);
    QCOMPARE(m_program->ask(u"export"_s, {u"--output"_s, target, u"quincunx"_s}).code, 0);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray old = file.readAll();
    file.close();
    QVERIFY(old.contains("quincunx"));
    const test::Run run = m_program->ask(u"export"_s, {u"--overwrite"_s, u"--output"_s, target});
    QCOMPARE(run.code, 1);
    QVERIFY2(isASentence(run) && run.errors.contains("out.csv") && run.errors.contains("No space left"),
             run.errors.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), old);
    QCOMPARE(QDir(m_program->path(u"disk"_s)).entryList(QDir::Files).size(), 2); // the file and its manifest
}

void TestCare::anImportOntoAFullDiskSaysSo()
{
    if (geteuid() != 0)
        QSKIP("only root can mount a small disk");
    const SmallDisk disk(m_program->path(u"disk"_s), 2 * 1024 * 1024);
    if (!disk.isThere())
        QSKIP("no file system can be mounted here");
    const QString collection = disk.path(u"c.tidemark"_s);
    const test::Run run = m_program->run({u"import"_s, u"--collection"_s, collection, m_program->path(u"a.csv"_s)});
    QCOMPARE(run.code, 1);
    QVERIFY2(isASentence(run) && run.errors.contains("200 MiB"), run.errors.constData());

    // A disk that is full to its last byte cannot even hold an empty collection.
    QFile filler(disk.path(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray zeros(4096, '\0');
    while (filler.write(zeros) == zeros.size()) {}
    filler.close();
    const QString another = disk.path(u"d.tidemark"_s);
    const test::Run full = m_program->run({u"import"_s, u"--collection"_s, another, m_program->path(u"a.csv"_s)});
    QCOMPARE(full.code, 1);
    QVERIFY2(isASentence(full), full.errors.constData());
}

void TestCare::anotherUserReadsWhatCannotBeWritten()
{
    if (geteuid() != 0 || QStandardPaths::findExecutable(u"setpriv"_s).isEmpty())
        QSKIP("only root can become another user");
    QFile::setPermissions(m_program->path(u"."_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                              | QFile::ExeOther);
    QFile::setPermissions(m_program->collection(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QFile::setPermissions(m_program->path(u"a.csv"_s), QFile::ReadOwner | QFile::ReadOther);
    const QByteArray before = m_program->read(u"c.tidemark"_s);
    const QStringList where{u"--collection"_s, m_program->collection()};
    const test::Run count = m_program->run(QStringList{u"count"_s} + where, asNobody());
    if (count.code != 0 && count.errors.contains("ermission"))
        QSKIP("another user cannot run the program where it lies");
    QVERIFY2(count.code == 0, count.errors.constData());
    QCOMPARE(count.output, "6\n"_ba);
    const test::Run import
        = m_program->run(QStringList{u"import"_s} + where + QStringList{m_program->path(u"a.csv"_s)}, asNobody());
    QCOMPARE(import.code, 1);
    QVERIFY2(isASentence(import) && import.errors.contains("can only be read"), import.errors.constData());
    const test::Run forget = m_program->run(QStringList{u"forget"_s} + where + QStringList{u"1"_s}, asNobody());
    QCOMPARE(forget.code, 1);
    QVERIFY2(isASentence(forget), forget.errors.constData());
    QCOMPARE(m_program->read(u"c.tidemark"_s), before);

    // One that can't even be read.
    QFile::setPermissions(m_program->collection(), QFile::ReadOwner | QFile::WriteOwner);
    const test::Run denied = m_program->run(QStringList{u"count"_s} + where, asNobody());
    QCOMPARE(denied.code, 1);
    QVERIFY2(isASentence(denied) && denied.errors.contains("can't be read"), denied.errors.constData());
}

void TestCare::aCollectionOfANewerTidemarkIsRead()
{
    QVERIFY(m_program->change(u"PRAGMA user_version = 9999"_s));
    const QByteArray before = m_program->read(u"c.tidemark"_s);
    QCOMPARE(m_program->ask(u"count"_s).output, "6\n"_ba);
    QCOMPARE(m_program->ask(u"export"_s, {u"--output"_s, m_program->path(u"out.csv"_s)}).code, 0);
    const QVector<QStringList> changes{{u"import"_s, m_program->path(u"a.csv"_s)},
                                       {u"forget"_s, u"1"_s},
                                       {u"themes"_s, u"rule"_s, u"workplace"_s, u"office"_s},
                                       {u"settings"_s, u"time-zone"_s, u"Europe/Berlin"_s}};
    for (const QStringList &words : changes) {
        const test::Run run = m_program->ask(words.first(), words.mid(1));
        QCOMPARE(run.code, 1);
        QVERIFY2(isASentence(run) && run.errors.contains("newer Tidemark"), run.errors.constData());
    }
    QCOMPARE(m_program->read(u"c.tidemark"_s), before);
}

void TestCare::hiddenStoriesAreInNoCount()
{
    const auto tweet = [](int id, const QByteArray &word) {
        return R"({"id":")" + QByteArray::number(id)
            + R"(","author_id":"9","created_at":"2017-10-15T20:21:00.000Z",)" + R"("lang":"en","text":"Invented )"
            + word + "\"}\n";
    };
    const QString tweets = m_program->write(u"t.jsonl"_s, tweet(1, "onyx") + tweet(2, "opal") + tweet(3, "topaz"));
    QCOMPARE(m_program->ask(u"import"_s, {tweets}).code, 0);
    const QString notices = m_program->write(u"notices.jsonl"_s,
                                             R"({"id":"1","action":"delete","reason":"deleted"})"
                                             "\n"
                                             R"({"id":"2","action":"delete","reason":"suspended"})"
                                             "\n");
    const test::Run run = m_program->ask(u"import"_s, {u"--json"_s, notices});
    QCOMPARE(run.json()[u"withdrawn"].toInt(), 2);
    QCOMPARE(run.json()[u"stories"].toInt(), 7);
    for (const QString &word : {u"onyx"_s, u"opal"_s})
        QCOMPARE(m_program->ask(u"count"_s, {word}).output, "0\n"_ba);
    QCOMPARE(m_program->ask(u"count"_s, {u"topaz"_s}).output, "1\n"_ba);
    QCOMPARE(m_program->ask(u"list"_s, {u"--json"_s, u"--limit"_s, u"100"_s}).jsonLines().size(), 7);
    QCOMPARE(m_program->ask(u"show"_s, {u"8"_s}).code, 1);
    QCOMPARE(m_program->ask(u"check"_s).code, 0);
    const auto again = m_program->ask(u"import"_s, {u"--json"_s, tweets}).json();
    QCOMPARE(again[u"withdrawn"].toInt(), 1);
    QCOMPARE(again[u"duplicates"].toInt(), 2);
    QVERIFY(m_program->read(u"c.tidemark"_s).contains("opal"));
    QVERIFY(!m_program->read(u"c.tidemark"_s).contains("onyx"));

    // Seven days later they go for good, and their words with them.
    QVERIFY(m_program->change(u"UPDATE hidden_story SET hidden_at = hidden_at - 8 * 86400000"_s));
    QCOMPARE(m_program->ask(u"count"_s).output, "7\n"_ba);
    QVERIFY(!m_program->read(u"c.tidemark"_s).contains("opal"));
    QCOMPARE(m_program->ask(u"import"_s, {u"--json"_s, tweets}).json()[u"withdrawn"].toInt(), 2);
    QCOMPARE(m_program->ask(u"check"_s).code, 0);
}

void TestCare::aSourceCalledAsAnAuthorIsNotNamed()
{
    const QByteArray tweets = "text,author,posted_at\nAn invented story of one day,JaneInvented,2017-10-15\n";
    QCOMPARE(m_program->ask(u"import"_s, {m_program->write(u"janeinvented_tweets.csv"_s, tweets)}).code, 0);
    const QStringList columns{u"--columns"_s, u"source"_s, u"--output"_s, u"-"_s};
    const auto sources = [&](const QStringList &more) {
        const QString csv = QString::fromUtf8(m_program->ask(u"export"_s, columns + more).output);
        const QStringList lines = csv.split(u"\r\n"_s, Qt::SkipEmptyParts);
        return QSet<QString>(lines.begin() + 1, lines.end());
    };
    QCOMPARE(sources({}), (QSet<QString>{u"a.csv"_s, u"source-2"_s}));
    QCOMPARE(sources({u"--profile"_s, u"full"_s}), (QSet<QString>{u"a.csv"_s, u"janeinvented_tweets.csv"_s}));
}

void TestCare::columnsAboutPeopleAreExportedWhenTheyAreAskedForTwice()
{
    const QByteArray csv = "text,posted_at,respondent\nAn invented story of another day,2017-10-16,seven\n";
    QCOMPARE(m_program->ask(u"import"_s, {m_program->write(u"b.csv"_s, csv)}).code, 0);
    const auto exported = [this] {
        return m_program->ask(u"export"_s,
                              {u"--columns"_s, u"text,respondent"_s, u"--output"_s, u"-"_s, u"since:2017-10-16"_s});
    };
    test::Run run = exported();
    QVERIFY(!run.output.contains("seven"));
    QVERIFY2(run.says(u"respondent"_s), run.errors.constData());
    QCOMPARE(m_program->ask(u"settings"_s, {u"shown-columns"_s, u"nothing"_s}).code, 2);
    QCOMPARE(m_program->ask(u"settings"_s, {u"shown-columns"_s, u"respondent"_s}).code, 0);
    run = exported();
    QVERIFY2(run.output.contains("seven"), run.output.constData());
    QCOMPARE(run.errors, QByteArray());
}

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
