#include "store/IdentityTable.h"
#include "store/TemporaryCollection.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

QVector<Story> inventedStories(int from, int count)
{
    QVector<Story> stories;
    for (int i = from; i < from + count; ++i) {
        Story story;
        story.platform = Platform::Tumblr;
        story.nativeId = QString::number(i);
        story.text = u"invented"_s;
        stories.append(story);
    }
    return stories;
}

QString otherKey(StoryId story)
{
    return u"hash:%1"_s.arg(toNumber(story));
}

} // namespace

/// Of another key than their own, which TemporaryCollection lists.
class tst_identitytable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void keysWaitUntilTheTableIsFilled();
    void soManyAsMemoryHasRoomForAreListedTogether();
    void whatIsListedIsFoundBesideWhatWaits();
    void aKeyStaysTheFirstStorys_data();
    void aKeyStaysTheFirstStorys();
    void whatWasRolledBackIsFoundByNothing();
    void ofAStoryThatChangesAnImpliedKeyIsFoundOn();

private:
    Connection &connection() { return *m_connection; }
    [[nodiscard]] int listed(StoryId story)
    {
        return valueOf(m_connection->value(
                           u"SELECT count(*) FROM identity WHERE story = ? AND hash = ?"_s,
                           {toNumber(story), qint64{static_cast<qint32>(shortKeyHash(otherKey(story)))}}))
            .toInt();
    }

    std::unique_ptr<TemporaryCollection> m_collection;
    std::unique_ptr<Connection> m_connection;
};

void tst_identitytable::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_identitytable::init()
{
    m_collection = std::make_unique<TemporaryCollection>();
    m_connection = valueOf(Connection::open(m_collection->path(), Connection::Access::Write));
}

void tst_identitytable::cleanup()
{
    m_connection.reset();
    m_collection.reset();
}

void tst_identitytable::keysWaitUntilTheTableIsFilled()
{
    const QVector<StoryId> ids = m_collection->add(inventedStories(0, 3));
    IdentityTable table(connection());
    table.leaveTable(noStory);
    for (const StoryId id : ids)
        QVERIFY(isWell(table.add(id, otherKey(id))));
    for (const StoryId id : ids) {
        QCOMPARE(valueOf(table.find(otherKey(id))), std::optional(id));
        QCOMPARE(listed(id), 0);
    }
    QVERIFY(!table.wantsTable());
    QVERIFY(isWell(table.fillTable()));
    table.regainTable();
    for (const StoryId id : ids) {
        QCOMPARE(listed(id), 1);
        QCOMPARE(valueOf(table.find(otherKey(id))), std::optional(id));
    }
}

void tst_identitytable::soManyAsMemoryHasRoomForAreListedTogether()
{
    const QVector<StoryId> ids = m_collection->add(inventedStories(0, 6));
    IdentityTable table(connection(), 2);
    table.leaveTable(noStory);
    for (qsizetype before = 0; before < ids.size(); before += 2) {
        for (const StoryId id : ids.mid(before, 2)) {
            QVERIFY(!table.wantsTable());
            QVERIFY(isWell(table.add(id, otherKey(id))));
            QCOMPARE(listed(id), 0);
        }
        QVERIFY(table.wantsTable());
        QVERIFY(isWell(table.fillTable()));
        table.leaveTable(ids.at(before + 1));
        QVERIFY(isWell(table.load()));
        for (const StoryId id : ids.first(before + 2)) {
            QCOMPARE(listed(id), 1);
            QCOMPARE(valueOf(table.find(otherKey(id))), std::optional(id));
        }
    }
    QCOMPARE(valueOf(table.find(u"hash:other"_s)), std::optional<StoryId>());
}

void tst_identitytable::whatIsListedIsFoundBesideWhatWaits()
{
    const QVector<StoryId> before = m_collection->add(inventedStories(0, 2));
    IdentityTable table(connection());
    for (const StoryId id : before)
        QVERIFY(isWell(table.add(id, otherKey(id))));
    table.leaveTable(before.constLast());
    QVERIFY(isWell(table.load()));
    const QVector<StoryId> later = m_collection->add(inventedStories(2, 2));
    for (const StoryId id : later)
        QVERIFY(isWell(table.add(id, otherKey(id))));
    for (const StoryId id : before + later) {
        QCOMPARE(valueOf(table.find(otherKey(id))), std::optional(id));
        QCOMPARE(listed(id), before.contains(id) ? 1 : 0);
    }
    QVERIFY(isWell(table.add(before.constFirst(), u"hash:one more"_s))); // of a story of before: at once
    QCOMPARE(valueOf(StoryKeys(connection()).find(u"hash:one more"_s)), std::optional(before.constFirst()));
    QCOMPARE(valueOf(table.find(u"hash:one more"_s)), std::optional(before.constFirst()));
}

void tst_identitytable::aKeyStaysTheFirstStorys_data()
{
    QTest::addColumn<bool>("firstIsListed");
    QTest::newRow("which waits") << false;
    QTest::newRow("which is listed") << true;
}

void tst_identitytable::aKeyStaysTheFirstStorys()
{
    QFETCH(bool, firstIsListed);
    const QVector<StoryId> ids = m_collection->add(inventedStories(0, 2));
    IdentityTable table(connection());
    table.leaveTable(noStory);
    QVERIFY(isWell(table.add(ids.constFirst(), u"hash:both"_s)));
    if (firstIsListed) {
        QVERIFY(isWell(table.fillTable()));
        table.leaveTable(ids.constFirst());
        QVERIFY(isWell(table.load()));
    }
    QVERIFY(isWell(table.add(ids.constLast(), u"hash:both"_s)));
    QCOMPARE(valueOf(table.find(u"hash:both"_s)), std::optional(ids.constFirst()));
    QVERIFY(isWell(table.fillTable()));
    QCOMPARE(valueOf(StoryKeys(connection()).find(u"hash:both"_s)), std::optional(ids.constFirst()));
}

void tst_identitytable::whatWasRolledBackIsFoundByNothing()
{
    const QVector<StoryId> ids = m_collection->add(inventedStories(0, 1));
    IdentityTable table(connection());
    table.leaveTable(noStory);
    {
        const Transaction rolledBack(connection(), Transaction::Kind::Write);
        QVERIFY(isWell(table.add(ids.constFirst(), u"hash:gone"_s)));
    }
    table.doubt();
    QCOMPARE(valueOf(table.find(u"hash:gone"_s)), std::optional<StoryId>());
    QVERIFY(isWell(connection().run("DELETE FROM identity")));
    QVERIFY(isWell(table.fillTable())); // from what the stories tell
    QVERIFY(!valueOf(StoryKeys(connection()).isListed(ids.constFirst(), u"hash:gone"_s)));
    QCOMPARE(valueOf(StoryKeys(connection()).find(u"tumblr:0"_s)), std::optional(ids.constFirst()));
}

void tst_identitytable::ofAStoryThatChangesAnImpliedKeyIsFoundOn()
{
    Story story = inventedStories(7, 1).constFirst();
    story.permalink = u"https://example.org/7"_s;
    const QVector<StoryId> ids = m_collection->add({story});
    IdentityTable table(connection());
    QVERIFY(isWell(table.load()));
    QCOMPARE(valueOf(table.find(u"link:https://example.org/7"_s)), std::optional(ids.constFirst()));
    const OwnKeys before{story.platform, story.nativeId, story.permalink};
    const OwnKeys next{story.platform, story.nativeId, u"https://example.org/other"_s};
    table.noteImplied(before, next);
    QVERIFY(isWell(StoryKeys(connection()).keepTexts(ids.constFirst(), next)));
    QVERIFY(connection().select(u"UPDATE story_text SET permalink = ? WHERE story = ?"_s,
                                {next.permalink, toNumber(ids.constFirst())}));
    QCOMPARE(valueOf(table.findListed(u"link:https://example.org/7"_s)), std::optional(ids.constFirst()));
}

QTEST_GUILESS_MAIN(tst_identitytable)
#include "tst_identitytable.moc"
