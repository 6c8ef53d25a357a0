#include "RandomFilters.h"
#include "SqlOracle.h"
#include "collection/Collection.h"
#include "support/InventedPosts.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::RandomFilters;
using tidemark::test::SqlOracle;
using tidemark::test::waitFor;

/// Closing a collection keeps its index; opening reads it back or makes it anew, and the answers are the same.
class tst_keptindex : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isThereAfterClosing();
    void answersAfterReopening_data();
    void answersAfterReopening();
    void isKeptAgainAfterDamage();
    void aMarkIsThereAtTheNextOpening();
    void aPromptOpeningShowsWhatThereIs_data();
    void aPromptOpeningShowsWhatThereIs();

private:
    void open(Collection::Manner manner = Collection::Manner::Thorough);
    QVariant sql(const QString &statement);
    bool isCurrent() { return sql(u"SELECT packed = generation FROM index_stamp"_s).toBool(); }
    void compareWithSql(quint32 seed);

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Collection> m_collection;
};

void tst_keptindex::initTestCase()
{
    m_collection = test::collectionOfInventedPosts(m_folder, 200);
    QVERIFY(m_collection);
    m_path = m_collection->path();
    m_collection.reset();
}

void tst_keptindex::open(Collection::Manner manner)
{
    auto opened = Collection::open(m_path, Collection::Missing::Fail, nullptr, manner);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_collection = std::move(opened).value();
}

QVariant tst_keptindex::sql(const QString &statement)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tst_keptindex"_s);
        database.setDatabaseName(m_path);
        QSqlQuery query(database);
        if (!database.open() || !query.exec(statement))
            qWarning("%s", qPrintable(query.lastError().text()));
        else if (query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"tst_keptindex"_s);
    return value;
}

void tst_keptindex::compareWithSql(quint32 seed)
{
    SqlOracle oracle(m_path, m_collection->facts().codebook);
    RandomFilters random(m_collection->facts(), seed);
    for (int i = 0; i < 40; ++i) {
        const Filter filter = random.next();
        const auto answer = waitFor(m_collection->select({.filter = filter, .timeline = {}}));
        QVERIFY(answer);
        QCOMPARE(answer->count(), oracle.count(filter));
        QCOMPARE(answer->ids(0, 50, Order::NewestFirst), oracle.page(filter, Order::NewestFirst, 50));
    }
}

void tst_keptindex::isThereAfterClosing()
{
    QVERIFY(isCurrent());
    QVERIFY(sql(u"SELECT count(*) FROM index_part"_s).toInt() >= 4);
    open();
    QCOMPARE(m_collection->facts().stories, sql(u"SELECT count(*) FROM story"_s).toLongLong());
    compareWithSql(1);
    m_collection.reset();
    QVERIFY(isCurrent());
}

void tst_keptindex::answersAfterReopening_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("as it was kept") << u"SELECT 1"_s;
    QTest::newRow("damaged") << u"UPDATE index_part SET bytes = x'00' WHERE block = 0 AND part = 1"_s;
    QTest::newRow("cut off") << u"UPDATE index_part SET bytes = substr(bytes, 1, 100) WHERE part = 1"_s;
    QTest::newRow("missing") << u"DELETE FROM index_part WHERE part = 2"_s;
    QTest::newRow("stale") << u"UPDATE index_stamp SET generation = generation + 1"_s;
    QTest::newRow("none") << u"DELETE FROM index_part"_s;
}

void tst_keptindex::answersAfterReopening()
{
    QFETCH(QString, statement);
    sql(statement);
    open();
    compareWithSql(2);
    m_collection.reset();
    QVERIFY(isCurrent());
}

void tst_keptindex::isKeptAgainAfterDamage()
{
    const QVariant before = sql(u"SELECT group_concat(hex(bytes)) FROM index_part"_s);
    sql(u"UPDATE index_part SET bytes = x'0011' WHERE part = 1"_s);
    open();
    m_collection.reset();
    QCOMPARE(sql(u"SELECT group_concat(hex(bytes)) FROM index_part"_s), before);
}

void tst_keptindex::aPromptOpeningShowsWhatThereIs_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("current") << u"SELECT 1"_s;
    QTest::newRow("older") << u"UPDATE index_stamp SET generation = generation + 1"_s;
    QTest::newRow("none") << u"DELETE FROM index_part"_s;
}

/// At once what was kept, or the stories that came last; then, unasked, what is so.
void tst_keptindex::aPromptOpeningShowsWhatThereIs()
{
    QFETCH(QString, statement);
    sql(statement);
    open(Collection::Manner::Prompt);
    QCOMPARE(m_collection->facts().stories, sql(u"SELECT count(*) FROM story"_s).toLongLong());
    const auto first = waitFor(m_collection->select({.filter = {}, .timeline = {}}));
    QVERIFY(first);
    QCOMPARE(first->count(), m_collection->facts().stories);
    QTRY_VERIFY(!m_collection->facts().isCounting);
    compareWithSql(3);
    m_collection.reset();
    QVERIFY(isCurrent());
}

void tst_keptindex::aMarkIsThereAtTheNextOpening()
{
    open();
    QVERIFY(waitFor(m_collection->setMark({StoryId(3), StoryId(4)}, Collection::Mark::Starred, true)));
    m_collection.reset();
    QVERIFY(isCurrent());
    open();
    Filter starred;
    starred.properties = {{Property::Starred, false}};
    const auto answer = waitFor(m_collection->select({.filter = starred, .timeline = {}}));
    QVERIFY(answer);
    QCOMPARE(answer->count(), 2);
}

QTEST_GUILESS_MAIN(tst_keptindex)
#include "tst_keptindex.moc"
