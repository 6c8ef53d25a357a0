#include "collection/AgreementWithSql.h"
#include "command/Program.h"
#include "store/Store.h"
#include "support/InventedPosts.h"
#include "support/Scale.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::AgreementWithSql;
using tidemark::test::Program;
using tidemark::test::Run;

namespace {

constexpr int posts = 14'000; ///< more than 4 MiB: the first import is a large one (store/BulkFullText.h)
constexpr int filters = 8;

/// A number that one SQL question gives; -1 if it can't be asked.
qint64 number(const QString &path, const QString &sql)
{
    const QString name = u"kills"_s;
    qint64 value = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        if (query.exec(sql) && query.next())
            value = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

/// What the runs say that they added, less what is there: not 0 where a batch is in by half.
const QString missingStories
    = u"SELECT (SELECT coalesce(sum(added + originals), 0) FROM import_run) - (SELECT count(*) FROM story) "
      u"- (SELECT count(*) FROM tombstone)"_s;
const QString storiesWithoutText
    = u"SELECT count(*) FROM story LEFT JOIN story_text ON story_text.story = story.id LEFT JOIN whole_provenance "
      u"ON "
      u"whole_provenance.story = story.id WHERE story_text.story IS NULL OR whole_provenance.story IS NULL"_s;
const QString ungrouped = u"SELECT count(*) FROM ungrouped_story"_s;

} // namespace

/// The program is killed at any moment of its life, from its start to its end: while it makes a collection, imports
/// into a new or a filled one, takes stories out, writes its index. The collection opens whole, answers as SQL
/// does, and goes on.
class tst_kills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensWhole_data();
    void opensWhole();

private:
    enum Work { IntoNothing, IntoMany, Forgetting, WorkCount };
    [[nodiscard]] QStringList arguments(Work work, const QString &collection) const;
    void prepare(Work work, const Program &program) const;
    static void killAfter(const Program &program, const QStringList &arguments, int milliseconds);
    static QString disagreementIn(const Program &program, quint32 seed);
    static void waitUntilGrouped(const Program &program);
    static void verifyWhole(const Program &program, quint32 seed);
    void verifyGoesOn(Work work, const Program &program) const;

    Program m_made; ///< the files, and a collection that holds the first of them
    QString m_first;
    QString m_second;
    int m_durations[WorkCount]{};  ///< of each work undisturbed, in milliseconds
    qint64 m_stories[WorkCount]{}; ///< then there
};

QStringList tst_kills::arguments(Work work, const QString &collection) const
{
    if (work != Forgetting)
        return {u"import"_s, u"--collection"_s, collection, work == IntoNothing ? m_first : m_second};
    QStringList forget{u"forget"_s, u"--collection"_s, collection};
    for (int id = 1; id < 1000; id += 2)
        forget.append(QString::number(id));
    return forget;
}

void tst_kills::prepare(Work work, const Program &program) const
{
    if (work != IntoNothing)
        QVERIFY(QFile::copy(m_made.collection(), program.collection()));
}

void tst_kills::initTestCase()
{
    QVERIFY(prepareSqlite());
    m_first = m_made.write(u"first.jsonl"_s, test::inventedTweets(posts, 1));
    m_second = m_made.write(u"second.jsonl"_s, test::inventedTweets(posts, 2));
    for (const Work work : {IntoNothing, IntoMany, Forgetting}) {
        const Program program;
        const Program &used = work == IntoNothing ? m_made : program;
        prepare(work, used);
        QElapsedTimer timer;
        timer.start();
        const Run run = used.run(arguments(work, used.collection()));
        m_durations[work] = static_cast<int>(timer.elapsed());
        QVERIFY2(run.code == 0, run.errors.constData());
        m_stories[work] = number(used.collection(), u"SELECT count(*) FROM story"_s);
        QVERIFY(m_stories[work] > 0);
    }
}

void tst_kills::opensWhole_data()
{
    QTest::addColumn<int>("work");
    QTest::addColumn<quint32>("seed");
    const char *const names[]{"into nothing", "into many", "forgetting"};
    for (int i = 0; i < test::rounds(3, 50); ++i) {
        const quint32 seed = test::firstSeed() + static_cast<quint32>(i);
        QTest::addRow("%s, seed %u", names[i % WorkCount], seed) << i % WorkCount << seed;
    }
}

void tst_kills::opensWhole()
{
    QFETCH(int, work);
    QFETCH(quint32, seed);
    const Program program;
    prepare(Work(work), program);
    const int moment = QRandomGenerator(seed).bounded(m_durations[work] + 1);
    killAfter(program, arguments(Work(work), program.collection()), moment);
    // Killed before the schema was made: nothing is there yet, and the next import makes it.
    if (QFileInfo(program.collection()).size() > 0)
        verifyWhole(program, seed);
    if (!QTest::currentTestFailed())
        verifyGoesOn(Work(work), program);
    if (QTest::currentTestFailed())
        qWarning("killed after %d ms of about %d", moment, m_durations[work]);
}

void tst_kills::killAfter(const Program &program, const QStringList &arguments, int milliseconds)
{
    QProcess process;
    program.prepare(process, arguments);
    process.start();
    QVERIFY(process.waitForStarted());
    process.waitForFinished(milliseconds);
    process.kill(); // of one that ended by itself the id is 0, and a signal to 0 would meet this test
    process.waitForFinished();
}

QString tst_kills::disagreementIn(const Program &program, quint32 seed)
{
    const auto collection = Collection::open(program.collection(), Collection::Missing::Fail);
    return collection ? AgreementWithSql(**collection, seed).disagreement(filters) : collection.error().message;
}

void tst_kills::waitUntilGrouped(const Program &program)
{
    const auto collection = Collection::open(program.collection(), Collection::Missing::Fail);
    QVERIFY(collection);
    QTRY_COMPARE_WITH_TIMEOUT(number(program.collection(), ungrouped), 0, 60'000);
}

void tst_kills::verifyWhole(const Program &program, quint32 seed)
{
    const Run check = program.ask(u"check"_s);
    QVERIFY2(check.code == 0, (check.output + check.errors).constData());
    QCOMPARE(number(program.collection(), missingStories), 0);
    QCOMPARE(number(program.collection(), storiesWithoutText), 0);
    const bool willBeGrouped = number(program.collection(), ungrouped) > 0;
    QString disagreement = disagreementIn(program, seed);
    if (!disagreement.isEmpty() && willBeGrouped) {
        // Near-copies are grouped where nobody asks, which may fall between the two answers to one question.
        waitUntilGrouped(program);
        disagreement = disagreementIn(program, seed);
    }
    QVERIFY2(disagreement.isEmpty(), qPrintable(disagreement));
}

void tst_kills::verifyGoesOn(Work work, const Program &program) const
{
    const Run again = program.run(arguments(work, program.collection()));
    // Forgotten stories aren't there a second time, which the program says.
    QVERIFY2(again.code == 0 || work == Forgetting, again.errors.constData());
    QCOMPARE(number(program.collection(), u"SELECT count(*) FROM story"_s), m_stories[work]);
    QCOMPARE(number(program.collection(), missingStories), 0);
    const Run check = program.ask(u"check"_s);
    QVERIFY2(check.code == 0, (check.output + check.errors).constData());
}

QTEST_GUILESS_MAIN(tst_kills)
#include "tst_kills.moc"
