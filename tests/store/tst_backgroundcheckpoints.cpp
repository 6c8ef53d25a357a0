#include "store/BackgroundCheckpoints.h"
#include "store/TemporaryCollection.h"

#include "store/PrivateFile.h"
#include "store/Statement.h"

#include <QFileInfo>
#include <QVariant>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

constexpr CheckpointLengths lengths{64, 32, 128, 256};
constexpr qint64 pagesAtOnce = 20;
constexpr qint64 pageBytes = 4096;

/// Files can't become longer, as if the disk were full, but for what lies within the limit.
class FileLimit
{
public:
    explicit FileLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};

/// A database in a folder of its own with a writer that puts rows of some pages into it.
class Written
{
public:
    Written()
    {
        if (!makePrivateFile(path()))
            qFatal("no database");
        open();
        if (!m_writer->run("PRAGMA journal_mode = WAL; CREATE TABLE row (id INTEGER PRIMARY KEY, bytes)"))
            qFatal("no table");
        reopen();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"some.db"_s); }
    [[nodiscard]] qint64 size() const { return QFileInfo(path()).size(); }
    Connection &writer() { return *m_writer; }
    void reopen()
    {
        m_writer.reset();
        open();
    }

    Result<> write(qint64 pages)
    {
        return m_writer->run("INSERT INTO row (bytes) VALUES (randomblob(" + QByteArray::number(pages * pageBytes)
                             + "))");
    }

private:
    void open() { m_writer = valueOf(Connection::open(path(), Connection::Access::Write)); }

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_writer;
};

qint64 rows(Connection &connection)
{
    return valueOf(connection.value(u"SELECT count(*) FROM row"_s)).toLongLong();
}

} // namespace

class tst_backgroundcheckpoints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(isWell(prepareSqlite())); }
    void theLogStaysShort();
    void theLogOfLongTransactionsStaysShort();
    void whatIsCopiedMeanwhileIsThereInTheEnd();
    void whoWritesLittleIsLeftAlone();
    void aReaderIsNeitherDisturbedNorWaitedFor();
    void aFailureBesideTheWriterIsTold();
    void aFailureOfTheWritersOwnIsTold();
    void theWriterHasItsOwnCheckpointsAgain();
};

void tst_backgroundcheckpoints::theLogStaysShort()
{
    Written written;
    BackgroundCheckpoints checkpoints(written.writer(), lengths);
    int begunAnew = 0;
    for (int i = 0; i < 300; ++i) {
        QVERIFY(isWell(written.write(pagesAtOnce)));
        begunAnew += i > 0 && checkpoints.length() < 2 * pagesAtOnce ? 1 : 0;
        QVERIFY2(checkpoints.length() < lengths.most + 2 * pagesAtOnce,
                 qPrintable(QString::number(checkpoints.length())));
        QVERIFY(isWell(checkpoints.keepUp()));
    }
    QVERIFY(begunAnew > 0);
    QVERIFY(QFileInfo(written.path() + u"-wal"_s).size() < (lengths.most + 3 * pagesAtOnce) * pageBytes);
}

void tst_backgroundcheckpoints::theLogOfLongTransactionsStaysShort()
{
    Written written;
    BackgroundCheckpoints checkpoints(written.writer(), lengths);
    const qint64 pages = lengths.most + 5;
    for (int i = 0; i < 40; ++i) {
        QVERIFY(isWell(written.write(pages)));
        QVERIFY(isWell(checkpoints.keepUp()));
    }
    QVERIFY(QFileInfo(written.path() + u"-wal"_s).size() < 4 * pages * pageBytes);
}

void tst_backgroundcheckpoints::whatIsCopiedMeanwhileIsThereInTheEnd()
{
    Written written;
    {
        BackgroundCheckpoints checkpoints(written.writer(), lengths);
        for (int i = 0; i < 200; ++i) {
            QVERIFY(isWell(written.write(pagesAtOnce)));
            QVERIFY(isWell(written.writer().run("UPDATE row SET bytes = randomblob(90000) WHERE id = 1 + "
                                                "abs(random()) % 20")));
            QVERIFY(isWell(checkpoints.keepUp()));
        }
        QVERIFY(isWell(checkpoints.finish()));
        QVERIFY(written.size() > 100 * pagesAtOnce * pageBytes);
    }
    written.reopen();
    QCOMPARE(rows(written.writer()), 200);
    QCOMPARE(valueOf(written.writer().value(u"PRAGMA integrity_check"_s)).toString(), u"ok"_s);
}

void tst_backgroundcheckpoints::whoWritesLittleIsLeftAlone()
{
    Written written;
    const qint64 before = written.size();
    BackgroundCheckpoints checkpoints(written.writer(), lengths);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(isWell(written.write(pagesAtOnce)));
        QVERIFY(isWell(checkpoints.keepUp()));
    }
    QVERIFY(isWell(checkpoints.finish()));
    QCOMPARE(written.size(), before);
}

void tst_backgroundcheckpoints::aReaderIsNeitherDisturbedNorWaitedFor()
{
    Written written;
    BackgroundCheckpoints checkpoints(written.writer(), lengths);
    QVERIFY(isWell(written.write(pagesAtOnce)));
    const auto reader = valueOf(Connection::open(written.path(), Connection::Access::Read));
    {
        const Transaction moment(*reader, Transaction::Kind::Read);
        QCOMPARE(rows(*reader), 1);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(isWell(written.write(pagesAtOnce)));
            QVERIFY(isWell(checkpoints.keepUp()));
            QCOMPARE(rows(*reader), 1);
        }
        QVERIFY(checkpoints.length() > 100 * pagesAtOnce);
    }
    const qint64 held = checkpoints.length();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(isWell(written.write(pagesAtOnce)));
        QVERIFY(isWell(checkpoints.keepUp()));
    }
    QVERIFY(checkpoints.length() < held);
    QCOMPARE(rows(*reader), 121);
}

void tst_backgroundcheckpoints::aFailureBesideTheWriterIsTold()
{
    Written written;
    {
        BackgroundCheckpoints checkpoints(written.writer(), lengths);
        QVERIFY(isWell(written.write(lengths.step)));
        const FileLimit limit(lengths.step * pageBytes / 2); // of the database: the log is written
        QVERIFY(isWell(checkpoints.keepUp()));
        const auto finished = checkpoints.finish();
        QVERIFY(!finished);
        QVERIFY2(finished.error().message.contains(written.path()), qPrintable(finished.error().message));
        QVERIFY(isWell(checkpoints.finish())); // it is told once
    }
    written.reopen();
    QCOMPARE(rows(written.writer()), 1);
}

void tst_backgroundcheckpoints::aFailureOfTheWritersOwnIsTold()
{
    Written written;
    {
        // Everything is a rest.
        BackgroundCheckpoints checkpoints(written.writer(), {64, 256, 0, 256});
        QVERIFY(isWell(written.write(lengths.step)));
        const FileLimit limit(lengths.step * pageBytes / 2);
        QVERIFY(!checkpoints.keepUp());
    }
    written.reopen();
    QCOMPARE(rows(written.writer()), 1);
}

void tst_backgroundcheckpoints::theWriterHasItsOwnCheckpointsAgain()
{
    Written written;
    {
        const BackgroundCheckpoints checkpoints(written.writer(), lengths);
        QCOMPARE(valueOf(written.writer().value(u"PRAGMA wal_autocheckpoint"_s)).toInt(), 0);
    }
    QCOMPARE(valueOf(written.writer().value(u"PRAGMA wal_autocheckpoint"_s)).toInt(), 1000);
}

QTEST_GUILESS_MAIN(tst_backgroundcheckpoints)
#include "tst_backgroundcheckpoints.moc"
