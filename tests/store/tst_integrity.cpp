// What a check of a collection finds, and that it ends: early where it is asked to, and without endless findings.
#include "store/Connection.h"
#include "store/Findings.h"
#include "store/StopsOn.h"
#include "store/TemporaryCollection.h"

#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

std::unique_ptr<Connection> connectionTo(TemporaryCollection &collection)
{
    return valueOf(Connection::open(collection.path(), Connection::Access::Write));
}

QStringList checked(TemporaryCollection &collection)
{
    Progress progress;
    return valueOf(collection.reader().check(progress));
}

Story invented(const QString &nativeId)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = nativeId;
    story.text = u"invented"_s;
    story.attributes = {{u"a"_s, u"1"_s}};
    return story;
}

} // namespace

class tst_integrity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(isWell(prepareSqlite())); }
    void aWishToStopEndsALongStatement();
    void aWishToStopEndsWhatTellsNoProgress();
    void aCheckIsStopped();
    void findingsAreTold();
    void findingsEnd();
    void keysThatNothingTellsAreCounted();
    void aStoryThatWasTakenBackIsToldOnce();
};

void tst_integrity::aWishToStopEndsALongStatement()
{
    TemporaryCollection collection;
    const auto connection = connectionTo(collection);
    Progress progress;
    progress.cancel();
    {
        const StopsOn stop(*connection, progress);
        const auto endless = connection->value(
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
        QVERIFY(!endless);
        QCOMPARE(endless.error().kind, Error::Kind::Cancelled);
    }
    QCOMPARE(
        valueOf(connection->value(u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) "
                                  "SELECT count(*) FROM n"_s))
            .toInt(),
        9999);
}

/// As SQLite's check of a whole file does while it walks through a tree.
void tst_integrity::aWishToStopEndsWhatTellsNoProgress()
{
    TemporaryCollection collection;
    const auto connection = connectionTo(collection);
    Progress progress;
    const StopsOn stop(*connection, progress);
    sqlite3_progress_handler(connection->handle(), 0, nullptr, nullptr);
    progress.cancel();
    const auto endless = connection->value(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
    QVERIFY(!endless);
    QCOMPARE(endless.error().kind, Error::Kind::Cancelled);
}

void tst_integrity::aCheckIsStopped()
{
    TemporaryCollection collection;
    collection.add(u"a story"_s);
    Progress progress;
    progress.cancel();
    QCOMPARE(collection.reader().check(progress).error().kind, Error::Kind::Cancelled);
}

void tst_integrity::findingsAreTold()
{
    Findings findings;
    QCOMPARE(findings.all(), QStringList());
    for (int i = 0; i < 100; ++i)
        findings.add(QString::number(i));
    QVERIFY(!findings.isFull());
    QCOMPARE(findings.all().size(), 100);
    for (int i = 0; i < 5; ++i)
        findings.add(u"more"_s);
    QVERIFY(findings.isFull());
    QCOMPARE(findings.all().size(), 101);
    QVERIFY(findings.all().constLast().contains(u"100"_s));
}

void tst_integrity::findingsEnd()
{
    TemporaryCollection collection;
    QVector<Story> stories;
    for (int i = 0; i < 250; ++i)
        stories.append(invented(QString::number(i)));
    collection.add(stories);
    QVERIFY(isWell(connectionTo(collection)->run("UPDATE packed_attributes SET json = '{\"9\":\"1\"}'")));
    QCOMPARE(checked(collection).size(), 101);
}

void tst_integrity::keysThatNothingTellsAreCounted()
{
    TemporaryCollection collection;
    collection.add({invented(u"1"_s), invented(u"2"_s), invented(u"3"_s)});
    QCOMPARE(checked(collection), QStringList());
    QVERIFY(isWell(connectionTo(collection)->run("UPDATE story_text SET native_id = '' WHERE story <> 2")));
    const QStringList findings = checked(collection);
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.constFirst().startsWith(u"2 "_s));
}

void tst_integrity::aStoryThatWasTakenBackIsToldOnce()
{
    TemporaryCollection collection;
    Progress progress;
    QVERIFY(collection.writer().forget(collection.add({invented(u"1"_s)}), progress));
    QCOMPARE(checked(collection), QStringList());
    const auto ids = collection.add({invented(u"2"_s)});
    const auto connection = connectionTo(collection);
    const auto settings = valueOf(collection.reader().settings());
    Tombstones tombstones(*connection, settings.pseudonymKey);
    QVERIFY(isWell(tombstones.add({}, {u"twitter:2"_s, u"test:2:0"_s})));
    QCOMPARE(checked(collection),
             QStringList{u"Story %1 was taken back and is still there."_s.arg(toNumber(ids.constFirst()))});
}

QTEST_GUILESS_MAIN(tst_integrity)
#include "tst_integrity.moc"
