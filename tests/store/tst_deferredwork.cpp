#include "store/DeferredWork.h"
#include "store/Settings.h"
#include "store/TemporaryCollection.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

class tst_deferredwork : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void isDoneOnceFromWhereItWasLeft_data();
    void isDoneOnceFromWhereItWasLeft();
    void whereKeysCannotBeListedItStaysLeft();
    void nothingIsDoneWhereNothingWasLeft();

private:
    [[nodiscard]] bool hasIndex()
    {
        return valueOf(m_connection->value(u"SELECT EXISTS (SELECT 1 FROM sqlite_schema "
                                           "WHERE name = 'story_by_author')"_s))
            .toBool();
    }

    std::unique_ptr<TemporaryCollection> m_collection;
    std::unique_ptr<Connection> m_connection;
};

void tst_deferredwork::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_deferredwork::init()
{
    m_collection = std::make_unique<TemporaryCollection>();
    m_connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Write));
}

void tst_deferredwork::cleanup()
{
    m_connection.reset();
    m_collection.reset();
}

void tst_deferredwork::isDoneOnceFromWhereItWasLeft_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<QVector<qint64>>("listedInBetween");
    QTest::addColumn<qint64>("listedFrom");
    QTest::newRow("a first import") << qint64(0) << QVector<qint64>() << qint64(0);
    QTest::newRow("a first import with more keys than memory has room for")
        << qint64(0) << QVector<qint64>{24, 48} << qint64(48);
    QTest::newRow("a later import") << qint64(7) << QVector<qint64>() << qint64(7);
    QTest::newRow("a later import with more keys than memory has room for")
        << qint64(7) << QVector<qint64>{31} << qint64(31);
}

void tst_deferredwork::isDoneOnceFromWhereItWasLeft()
{
    QFETCH(qint64, after);
    QFETCH(QVector<qint64>, listedInBetween);
    QVERIFY(isWell(deferredWork::defer(*m_connection, StoryId{after})));
    QCOMPARE(hasIndex(), after != 0);
    for (const qint64 last : std::as_const(listedInBetween)) {
        int times = 0;
        const auto list = [&times] {
            ++times;
            return Result<>();
        };
        QVERIFY(isWell(deferredWork::goOn(*m_connection, StoryId{last}, list)));
        QCOMPARE(times, 1);
        QCOMPARE(hasIndex(), after != 0);
    }
    QVector<qint64> listed;
    const auto list = [&listed](StoryId from) {
        listed.append(toNumber(from));
        return Result<>();
    };
    for (int i = 0; i < 2; ++i)
        QVERIFY(isWell(deferredWork::catchUp(*m_connection, list)));
    QFETCH(qint64, listedFrom);
    QCOMPARE(listed, QVector<qint64>{listedFrom});
    QVERIFY(hasIndex());
}

void tst_deferredwork::whereKeysCannotBeListedItStaysLeft()
{
    QVERIFY(isWell(deferredWork::defer(*m_connection, noStory)));
    const Error full{Error::Kind::Full, u"the disk is full"_s};
    QVERIFY(!deferredWork::goOn(*m_connection, StoryId{5}, [&full] { return Result<>(full); }));
    QVERIFY(!deferredWork::catchUp(*m_connection, [&full](StoryId) { return Result<>(full); }));
    QVERIFY(!hasIndex());
    std::optional<StoryId> from;
    const auto list = [&from](StoryId after) {
        from = after;
        return Result<>();
    };
    QVERIFY(isWell(deferredWork::catchUp(*m_connection, list)));
    QCOMPARE(from, std::optional(noStory));
    QVERIFY(hasIndex());
}

void tst_deferredwork::nothingIsDoneWhereNothingWasLeft()
{
    bool isAsked = false;
    const auto list = [&isAsked](StoryId) {
        isAsked = true;
        return Result<>();
    };
    QVERIFY(isWell(deferredWork::catchUp(*m_connection, list)));
    QVERIFY(!isAsked);
    QVERIFY(hasIndex());
}

QTEST_GUILESS_MAIN(tst_deferredwork)
#include "tst_deferredwork.moc"
