#include "store/TemporaryCollection.h"

#include <QFile>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

constexpr int storyCount = 120;
constexpr auto hidden = StoreReader::Authors::Hidden;

QVector<Story> inventedStories()
{
    QVector<Story> stories;
    for (int i = 0; i < storyCount; ++i) {
        Story story;
        story.text = u"invented %1, told by @nobody%1 at my office"_s.arg(i);
        story.language = u"en"_s;
        stories.append(story);
    }
    return stories;
}

/// In no order of the table, with two that there are not at the place where a page is halved.
QVector<StoryId> pageOf(const QVector<StoryId> &ids)
{
    QVector<StoryId> page(ids.rbegin(), ids.rend());
    page.insert(page.size() / 2, StoryId(900'000));
    page.insert(page.size() / 2, StoryId(900'001));
    return page;
}

QStringList told(const QVector<StoryRow> &rows)
{
    QStringList lines;
    for (const StoryRow &row : rows)
        lines.append(u"%1 %2 %3"_s.arg(toNumber(row.id)).arg(row.starred).arg(row.opening));
    return lines;
}

} // namespace

class tst_storyrows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aLongPageSaysWhatItsRowsSay_data();
    void aLongPageSaysWhatItsRowsSay();
    void aPageIsReadWhileOthersWrite();
    void aPageThatIsInterruptedIsNeverHalf();

private:
    std::unique_ptr<TemporaryCollection> m_collection;
    QVector<StoryId> m_ids;
};

void tst_storyrows::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
    m_collection = std::make_unique<TemporaryCollection>();
    m_ids = m_collection->add(inventedStories());
    QCOMPARE(m_ids.size(), storyCount);
}

void tst_storyrows::aLongPageSaysWhatItsRowsSay_data()
{
    QTest::addColumn<bool>("isCopied");
    QTest::newRow("in the collection that is written") << false;
    QTest::newRow("in one that can only be read") << true;
}

void tst_storyrows::aLongPageSaysWhatItsRowsSay()
{
    QFETCH(bool, isCopied);
    QString path = m_collection->path();
    const QString copy = m_collection->folder() + u"/copy.tidemark"_s;
    if (isCopied) {
        Progress progress;
        QVERIFY(isWell(m_collection->reader().backup(copy, progress)));
        QVERIFY(QFile::setPermissions(copy, QFileDevice::ReadOwner));
        path = copy;
    }
    const auto store = valueOf(Store::open(path, Store::Missing::Fail));
    const auto reader = valueOf(store->reader());
    const QVector<StoryId> page = pageOf(m_ids);
    QStringList singly;
    for (const StoryId id : page) {
        const StoryId alone[]{id};
        singly += told(valueOf(reader->rows(alone, hidden)));
    }
    QCOMPARE(singly.size(), storyCount);
    QCOMPARE(told(valueOf(reader->rows(page, hidden))), singly);
}

void tst_storyrows::aPageIsReadWhileOthersWrite()
{
    std::atomic<bool> isDone{false};
    const std::unique_ptr<QThread> reading(QThread::create([&] {
        const auto store = valueOf(Store::open(m_collection->path(), Store::Missing::Fail));
        const auto reader = valueOf(store->reader());
        for (int round = 0; round < 100; ++round)
            QCOMPARE(valueOf(reader->rows(m_ids, hidden)).size(), storyCount);
        isDone = true;
    }));
    reading->start();
    for (bool starred = true; !isDone && !reading->isFinished(); starred = !starred)
        valueOf(m_collection->writer().setMark(m_ids, StoryMark::Starred, starred));
    reading->wait();
    QVERIFY(isDone);
}

void tst_storyrows::aPageThatIsInterruptedIsNeverHalf()
{
    std::atomic<bool> isDone{false};
    StoreReader &reader = m_collection->reader();
    const std::unique_ptr<QThread> interrupting(QThread::create([&] {
        while (!isDone)
            reader.interrupt();
    }));
    interrupting->start();
    int interrupted = 0;
    for (int round = 0; round < 200; ++round) {
        const auto rows = reader.rows(m_ids, hidden);
        if (rows)
            QCOMPARE(rows->size(), storyCount);
        else
            QCOMPARE(rows.error().kind, Error::Kind::Cancelled);
        interrupted += rows ? 0 : 1;
    }
    isDone = true;
    interrupting->wait();
    QVERIFY(interrupted > 0);
    QCOMPARE(valueOf(reader.rows(m_ids, hidden)).size(), storyCount);
}

QTEST_GUILESS_MAIN(tst_storyrows)
#include "tst_storyrows.moc"
