#include "store/TemporaryCollection.h"

#include "store/Connection.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Another process that holds a collection until its input ends: this very program with --hold.
class Holder
{
public:
    explicit Holder(const QString &path)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, path});
        m_isHolding = m_process.waitForStarted() && m_process.waitForReadyRead() && m_process.readAll() == "held\n";
    }
    [[nodiscard]] bool isHolding() const { return m_isHolding; }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    ~Holder() { kill(); }
    Q_DISABLE_COPY_MOVE(Holder)

private:
    QProcess m_process;
    bool m_isHolding = false;
};

int hold(const QString &path)
{
    const auto store = Store::open(path, Store::Missing::Fail);
    if (!store || (*store)->isReadOnly())
        return 1;
    const auto writer = (*store)->writer();
    if (!writer || ::write(1, "held\n", 5) != 5)
        return 1;
    char byte = 0;
    while (::read(0, &byte, 1) > 0) {}
    return 0;
}

} // namespace

class tst_storefile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filesAreTheOwnersWhateverTheUmask();
    void anEmptyFileThatBecomesACollectionIsTheOwners();
    void missingFoldersAreTheOwners();
    void theSchemaKeepsItsPromises();
    void aNewCollectionIsEmptyAndWhole();
    void whatIsNoCollectionGetsASentence_data();
    void whatIsNoCollectionGetsASentence();
    void aDatabaseOfOthersStaysAsItIs();
    void aDamagedCollectionSaysSo();
    void aCheckpointThatAFullDiskEndedHurtsNothing();
    void aNewerCollectionOpensForReading();
    void aCollectionWhoseImportDidNotEndSaysWhatItLacks();
    void anotherProcessIsNamed();
    void theLockOfADeadProcessIsTakenOver();
    void aFolderThatCannotBeWrittenGivesReading();
    void whatAForeignFileHoldsIsNoStatement();
    void numbersThatAreNoneOfOursAreOther();
    void aCopyIsNotMixedWithWhatACrashLeft();
};

void tst_storefile::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_storefile::filesAreTheOwnersWhateverTheUmask()
{
    const mode_t before = ::umask(0);
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    ::umask(before);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
        QCOMPARE(modeOf(collection.path() + ending), mode_t(0600));
}

void tst_storefile::anEmptyFileThatBecomesACollectionIsTheOwners()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"empty.tidemark"_s);
    write(path, {});
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0644), 0);
    QVERIFY(Store::open(path, Store::Missing::Create));
    QCOMPARE(modeOf(path), mode_t(0600));
}

void tst_storefile::missingFoldersAreTheOwners()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"one/two/c.tidemark"_s);
    const mode_t before = ::umask(0);
    const auto store = Store::open(path, Store::Missing::Create);
    ::umask(before);
    QVERIFY(store);
    QCOMPARE(modeOf(folder.filePath(u"one"_s)), mode_t(0700));
    QCOMPARE(modeOf(folder.filePath(u"one/two"_s)), mode_t(0700));
}

void tst_storefile::theSchemaKeepsItsPromises()
{
    TemporaryCollection collection;
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    QCOMPARE(valueOf(connection->value(u"PRAGMA application_id"_s)).toInt(), 0x54694d6b);
    QVERIFY(valueOf(connection->value(u"PRAGMA user_version"_s)).toInt() >= 1);
    QCOMPARE(valueOf(connection->value(u"PRAGMA journal_mode"_s)).toString(), u"wal"_s);
    QCOMPARE(valueOf(connection->value(u"PRAGMA foreign_keys"_s)).toInt(), 1);
    QCOMPARE(valueOf(connection->value(u"PRAGMA trusted_schema"_s)).toInt(), 0);
    QCOMPARE(valueOf(connection->value(u"PRAGMA secure_delete"_s)).toInt(), 1);
    QCOMPARE(valueOf(connection->value(u"PRAGMA cell_size_check"_s)).toInt(), 1);
    // Every table of ours is STRICT; FTS5's own are not ours.
    const auto loose = valueOf(
        connection->value(u"SELECT group_concat(name) FROM pragma_table_list WHERE type = 'table' AND NOT strict "
                          "AND name NOT LIKE 'sqlite_%' AND schema = 'main'"_s));
    QCOMPARE(loose.toString(), QString());
    // Defensive mode: nobody writes into FTS5's tables or the schema.
    QVERIFY(!connection->run("DELETE FROM full_text_even_data"));
    QVERIFY(!connection->run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"));
    // No author in the views.
    for (const QString &view : {u"stories"_s, u"story_themes"_s}) {
        const auto columns
            = valueOf(connection->value(u"SELECT group_concat(name) FROM pragma_table_info(?)"_s, {view}))
                  .toString();
        QVERIFY(!columns.isEmpty());
        for (const auto name : {"author"_L1, "handle"_L1, "native"_L1, "permalink"_L1})
            QVERIFY2(!columns.contains(name), qUtf8Printable(columns));
    }
}

void tst_storefile::aNewCollectionIsEmptyAndWhole()
{
    TemporaryCollection collection;
    Progress progress;
    QCOMPARE(valueOf(collection.reader().storyCount()), 0);
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    QCOMPARE(valueOf(collection.reader().settings()).pseudonymKey.size(), 32);
    QCOMPARE(valueOf(collection.reader().codebook()), shippedCodebook());
    TemporaryCollection other;
    QVERIFY(valueOf(collection.reader().settings()).pseudonymKey
            != valueOf(other.reader().settings()).pseudonymKey);
}

void tst_storefile::whatIsNoCollectionGetsASentence_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("nothing") << u"missing"_s << int(Error::Kind::NotFound);
    QTest::newRow("a folder") << u"folder"_s << int(Error::Kind::Usage);
    QTest::newRow("an empty file") << u"empty"_s << int(Error::Kind::NotFound);
    QTest::newRow("a text") << u"text"_s << int(Error::Kind::Damaged);
    QTest::newRow("another database") << u"foreign"_s << int(Error::Kind::Damaged);
}

void tst_storefile::whatIsNoCollectionGetsASentence()
{
    QFETCH(QString, what);
    QFETCH(int, kind);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"it.tidemark"_s);
    if (what == "folder"_L1)
        QVERIFY(QDir().mkdir(path));
    else if (what == "empty"_L1)
        write(path, {});
    else if (what == "text"_L1)
        write(path, QByteArray("this is a text and no database at all\n").repeated(100));
    else if (what == "foreign"_L1) {
        write(path, {});
        QVERIFY(isWell(valueOf(Connection::open(path, Connection::Access::Write))->run("CREATE TABLE t (a)")));
    }
    const auto store = Store::open(path, Store::Missing::Fail);
    QVERIFY(!store);
    QCOMPARE(int(store.error().kind), kind);
    QVERIFY2(store.error().message.contains(path), qUtf8Printable(store.error().message));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
             what == "missing"_L1 ? 0 : 1);
}

void tst_storefile::aDatabaseOfOthersStaysAsItIs()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"theirs.db"_s);
    write(path, {});
    QVERIFY(isWell(valueOf(Connection::open(path, Connection::Access::Write))->run("CREATE TABLE t (a)")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QVERIFY(!Store::open(path, Store::Missing::Create));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void tst_storefile::aDamagedCollectionSaysSo()
{
    TemporaryCollection collection;
    for (int i = 0; i < 200; ++i)
        collection.add(u"a story with some words %1"_s.arg(i).repeated(20));
    collection.close();
    QFile file(collection.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 3 * 4096; at < file.size(); at += 4096) {
        QVERIFY(file.seek(at));
        file.write(QByteArray(2000, '\x5a'));
    }
    file.close();
    const auto store = Store::open(collection.path(), Store::Missing::Fail);
    if (!store) {
        QCOMPARE(int(store.error().kind), int(Error::Kind::Damaged));
        QVERIFY(store.error().message.contains(collection.path()));
        return;
    }
    Progress progress;
    QVERIFY(!valueOf(valueOf((*store)->reader())->check(progress)).isEmpty());
}

/// Page 1 with the new number of pages is in the file already, those pages are still in the write-ahead log alone.
void tst_storefile::aCheckpointThatAFullDiskEndedHurtsNothing()
{
    TemporaryCollection collection;
    for (int i = 0; i < 200; ++i)
        collection.add(u"a story that nobody wrote %1"_s.arg(i));
    const QString path = collection.folder() + u"/half.tidemark"_s;
    for (const QString &side : {QString(), u"-wal"_s})
        QVERIFY(QFile::copy(collection.path() + side, path + side));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(28));
    const quint32 pages = qToBigEndian(quint32(file.size() / 4096 + 1000));
    QCOMPARE(file.write(reinterpret_cast<const char *>(&pages), sizeof pages), qint64(sizeof pages));
    file.close();

    const auto store = Store::open(path, Store::Missing::Fail);
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    QCOMPARE(valueOf(valueOf((*store)->reader())->page(StoryId(1))).text, u"a story that nobody wrote 0"_s);
}

void tst_storefile::aNewerCollectionOpensForReading()
{
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    collection.close();
    QVERIFY(isWell(valueOf(Connection::open(collection.path(), Connection::Access::Write))
                       ->run("PRAGMA user_version = 9999")));
    auto store = valueOf(Store::open(collection.path(), Store::Missing::Fail));
    QVERIFY(store->isReadOnly());
    QVERIFY(store->readOnlyReason().contains("newer"_L1));
    QVERIFY(!store->writer());
    QCOMPARE(valueOf(valueOf(store->reader())->storyCount()), 1);
}

void tst_storefile::aCollectionWhoseImportDidNotEndSaysWhatItLacks()
{
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    collection.close();
    const auto reason
        = [&] { return valueOf(Store::open(collection.path(), Store::Missing::Fail))->readOnlyReason(); };
    const auto run = [&](const QByteArray &sql) {
        return isWell(valueOf(Connection::open(collection.path(), Connection::Access::Write))->run(sql));
    };
    QVERIFY(run("PRAGMA user_version = 9999"));
    QVERIFY(!reason().contains("import"_L1));
    QVERIFY(run("INSERT INTO setting (key, value) VALUES ('collection.deferred_work', '1')"));
    QVERIFY(reason().contains("newer"_L1));
    QVERIFY(reason().contains("import"_L1));
}

void tst_storefile::anotherProcessIsNamed()
{
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    collection.close();
    const Holder holder(collection.path());
    QVERIFY(holder.isHolding());
    auto store = valueOf(Store::open(collection.path(), Store::Missing::Fail));
    QVERIFY(store->isReadOnly());
    QCOMPARE(valueOf(valueOf(store->reader())->storyCount()), 1);
    const auto writer = store->writer();
    QVERIFY(!writer);
    QVERIFY2(writer.error().message.contains(QString::number(holder.process())),
             qUtf8Printable(writer.error().message));
}

void tst_storefile::theLockOfADeadProcessIsTakenOver()
{
    TemporaryCollection collection;
    collection.close();
    Holder holder(collection.path());
    QVERIFY(holder.isHolding());
    holder.kill();
    QVERIFY(QFile::exists(collection.path() + u".lock"_s));
    QVERIFY(!valueOf(Store::open(collection.path(), Store::Missing::Fail))->isReadOnly());
}

void tst_storefile::aFolderThatCannotBeWrittenGivesReading()
{
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    collection.close();
    const QString program = QCoreApplication::applicationFilePath();
    QStringList command{program, u"--read-only"_s, collection.path()};
    if (::geteuid() == 0) {
        const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
        if (setpriv.isEmpty())
            QSKIP("root ignores modes, and setpriv isn't there to become somebody else");
        command = QStringList{setpriv, u"--reuid=65534"_s, u"--clear-groups"_s} + command;
    }
    for (const mode_t folderMode : {mode_t(0555), mode_t(0777)}) {
        ::chmod(QFile::encodeName(collection.path()).constData(), 0444);
        ::chmod(QFile::encodeName(collection.folder()).constData(), folderMode);
        QProcess other;
        other.start(command.constFirst(), command.mid(1));
        QVERIFY(other.waitForFinished());
        ::chmod(QFile::encodeName(collection.folder()).constData(), 0700);
        QCOMPARE(other.readAllStandardError(), QByteArray());
        QCOMPARE(other.exitCode(), 0);
    }
}

namespace {

/// Exit code 0: it opens for reading, says why, and shows its one story.
int readOnly(const QString &path)
{
    const auto store = Store::open(path, Store::Missing::Fail);
    if (!store) {
        qWarning("%s", qUtf8Printable(store.error().message));
        return 1;
    }
    const auto reader = (*store)->reader();
    if (!reader) {
        qWarning("%s", qUtf8Printable(reader.error().message));
        return 2;
    }
    const auto count = (*reader)->storyCount();
    return (*store)->isReadOnly() && (*store)->readOnlyReason().contains(path) && count && count.value() == 1 ? 0
                                                                                                              : 3;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--hold"_L1)
        return hold(arguments.value(2));
    if (arguments.value(1) == "--read-only"_L1)
        return readOnly(arguments.value(2));
    tst_storefile test;
    return QTest::qExec(&test, argc, argv);
}

/// Files are handed on: what they hold is read, and never run.
void tst_storefile::whatAForeignFileHoldsIsNoStatement()
{
    TemporaryCollection collection;
    collection.add(u"invented"_s);
    collection.close();
    {
        const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(connection->run("INSERT INTO setting VALUES ('collection.deferred_work', "
                                       "'CREATE TABLE stolen (story)')")));
    }
    collection.open();
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM sqlite_schema WHERE name = 'stolen'"_s)).toInt(), 0);
    QCOMPARE(valueOf(collection.reader().storyCount()), 1);
}

void tst_storefile::numbersThatAreNoneOfOursAreOther()
{
    TemporaryCollection collection;
    const StoryId id = collection.add(u"invented"_s);
    {
        const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(connection->run("UPDATE story SET platform = 200, rule_voice = 77")));
    }
    const auto contents = valueOf(collection.reader().indexContents(std::array{id}));
    QCOMPARE(contents.stories.size(), 1);
    QCOMPARE(contents.stories.constFirst().platform, Platform::Other);
    QCOMPARE(contents.stories.constFirst().voice, Voice::Unknown);
    const StoryPage page = valueOf(collection.reader().page(id));
    QCOMPARE(page.row.platform, Platform::Other);
    QCOMPARE(page.row.voice, Voice::Unknown);
}

void tst_storefile::aCopyIsNotMixedWithWhatACrashLeft()
{
    TemporaryCollection crashed;
    crashed.add(u"an invented story of the old one"_s);
    const QString target = crashed.folder() + u"/copy.tidemark"_s;
    for (const QString &ending :
         {QString(), u"-wal"_s}) // of a collection that is open: as if its program had crashed
        QVERIFY(QFile::copy(crashed.path() + ending, target + ending));
    TemporaryCollection saved;
    saved.add(u"an invented story of the new one"_s);
    saved.add(u"another one"_s);
    Progress progress;
    QVERIFY(isWell(saved.reader().backup(target, progress)));
    const auto store = valueOf(Store::open(target, Store::Missing::Fail));
    QCOMPARE(valueOf(valueOf(store->reader())->storyCount()), 2);
}

#include "tst_storefile.moc"
