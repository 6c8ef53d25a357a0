#include "list/StoryListView.h"

#include <QPromise>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qint64 many = 5000;

Result<QVector<StoryRow>> rowsOf(const QVector<StoryId> &ids)
{
    QVector<StoryRow> rows;
    for (const StoryId id : ids) {
        StoryRow row;
        row.id = id;
        row.opening = u"story %1 (invented)"_s.arg(toNumber(id));
        rows.append(row);
    }
    return rows;
}

Selection stories(qint64 count)
{
    QVector<IndexedStory> all;
    for (qint64 number = 1; number <= count; ++number) {
        IndexedStory story;
        story.id = StoryId(number);
        story.postedAt = number * 1000;
        all.append(story);
    }
    auto index = std::make_shared<const StoryIndex>(all, QVector<IndexedRepost>(), IndexNames());
    return {index, Filter(), Bitset(index->size(), true)};
}

} // namespace

/// The list while it shows a preview, and when the selection itself comes.
class tst_previewed_list : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheFirstRowsAndAsManyAsThereAre();
    void nothingMovesWhenTheSelectionComes_data();
    void nothingMovesWhenTheSelectionComes();
    void whatWasChosenStaysChosen();
    void aRowThatWasChosenBeforeItWasKnownIsRead();
    void oneStoryAtMostIsSelected();
    void otherStoriesThanThePreviewsAreAReset();

private:
    void show(const Selection &selection);
    [[nodiscard]] QString opening(int row) const;

    Selection m_whole = stories(many);
    Selection m_preview{std::make_shared<const Overview>(
        overviewOf(m_whole.index(), QTimeZone::utc(), {m_whole.ids(3000, 1, Order::NewestFirst).constFirst()}))};
    std::unique_ptr<StoryListModel> m_model;
    std::unique_ptr<StoryListView> m_list;
};

void tst_previewed_list::init()
{
    m_model = std::make_unique<StoryListModel>();
    m_model->setFetch([](const QVector<StoryId> &ids) {
        QPromise<Result<QVector<StoryRow>>> promise;
        promise.start();
        promise.addResult(rowsOf(ids));
        promise.finish();
        return promise.future();
    });
    m_list = std::make_unique<StoryListView>(m_model.get());
    m_list->resize(800, 400);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    show(m_preview);
}

void tst_previewed_list::cleanup()
{
    m_list.reset();
    m_model.reset();
}

/// As the window does.
void tst_previewed_list::show(const Selection &selection)
{
    m_model->setSelection(selection);
    m_list->setPreviewed(selection.isPreview());
}

QString tst_previewed_list::opening(int row) const
{
    return m_model->index(row, StoryListModel::OpeningColumn).data().toString();
}

void tst_previewed_list::showsTheFirstRowsAndAsManyAsThereAre()
{
    QCOMPARE(m_model->rowCount(), int(many));
    QTRY_COMPARE(opening(0), u"story 5000 (invented)"_s);
    QTRY_COMPARE(opening(3000), u"story 2000 (invented)"_s);
    QCOMPARE(opening(1500), u"…"_s);
    QCOMPARE(m_model->idAt(1500), noStory);
    show(m_whole);
    QCOMPARE(m_model->idAt(1500), StoryId(3500));
    QTRY_COMPARE(opening(1500), u"story 3500 (invented)"_s);
}

void tst_previewed_list::nothingMovesWhenTheSelectionComes_data()
{
    QTest::addColumn<int>("top");
    QTest::newRow("at the top") << 0;
    QTest::newRow("among the rows that are known") << 40;
    QTest::newRow("beyond them") << 1700;
    QTest::newRow("at the end") << int(many);
}

void tst_previewed_list::nothingMovesWhenTheSelectionComes()
{
    QFETCH(int, top);
    m_list->verticalScrollBar()->setValue(top);
    const int place = m_list->verticalScrollBar()->value();
    QTRY_COMPARE(opening(0), u"story 5000 (invented)"_s);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    show(m_whole);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(m_list->verticalScrollBar()->value(), place);
    QCOMPARE(opening(0), u"story 5000 (invented)"_s); // nothing that was there flickers
    const int first = m_list->rowAt(1);
    QTRY_COMPARE(opening(first), u"story %1 (invented)"_s.arg(many - first));
}

void tst_previewed_list::whatWasChosenStaysChosen()
{
    m_list->showStory(StoryId(4990));
    QSignalSpy chosen(m_list.get(), &StoryListView::currentStoryChanged);
    show(m_whole);
    QCOMPARE(m_list->selectedStories(), QVector<StoryId>{StoryId(4990)});
    QCOMPARE(m_list->currentStory(), StoryId(4990));
    QCOMPARE(chosen.size(), 0);
}

void tst_previewed_list::aRowThatWasChosenBeforeItWasKnownIsRead()
{
    m_list->setFocus();
    QTest::keyClick(m_list.get(), Qt::Key_End);
    QCOMPARE(m_list->currentIndex().row(), int(many) - 1);
    QCOMPARE(m_list->currentStory(), noStory);
    QVERIFY(m_list->selectedStories().isEmpty());
    show(m_whole);
    QCOMPARE(m_list->currentStory(), StoryId(1));
    QCOMPARE(m_list->selectedStories(), QVector<StoryId>{StoryId(1)});
}

/// What is done with all of them must not be done with those that are known.
void tst_previewed_list::oneStoryAtMostIsSelected()
{
    m_list->showStory(StoryId(5000));
    m_list->selectAll();
    QVERIFY(m_list->selectedStories().size() <= 1);
    QTest::keyClick(m_list.get(), Qt::Key_PageDown, Qt::ShiftModifier);
    QVERIFY(m_list->selectedStories().size() <= 1);
    show(m_whole);
    m_list->selectAll();
    QCOMPARE(m_list->selectedStories().size(), many);
}

void tst_previewed_list::otherStoriesThanThePreviewsAreAReset()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    show(stories(many + 1));
    QCOMPARE(resets.size(), 1);
    QCOMPARE(m_model->idAt(0), StoryId(many + 1));
}

QTEST_MAIN(tst_previewed_list)
#include "tst_previewed_list.moc"
