#include "model/StoryListModel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

using Rows = Result<QVector<StoryRow>>;

StoryRow rowOf(StoryId id)
{
    StoryRow row;
    row.id = id;
    row.opening = u"story %1"_s.arg(toNumber(id));
    row.platform = Platform::Mastodon;
    row.postedAt = toNumber(id) * 1000;
    return row;
}

/// Stands for the store: notes what is asked and answers when told to.
class SlowStore
{
public:
    StoryListModel::FetchRows fetch()
    {
        return [this](const QVector<StoryId> &ids) {
            questions.push_back({ids, QPromise<Rows>()});
            questions.back().promise.start();
            return questions.back().promise.future();
        };
    }

    void answerNext(const QVector<StoryId> &gone = {})
    {
        Question question = std::move(questions.front());
        questions.pop_front();
        QVector<StoryRow> rows;
        for (const StoryId id : std::as_const(question.ids)) {
            if (!gone.contains(id))
                rows.append(rowOf(id));
        }
        question.promise.addResult(Rows(rows));
        question.promise.finish();
    }

    struct Question
    {
        QVector<StoryId> ids;
        QPromise<Rows> promise;
    };
    std::deque<Question> questions;
};

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

QString opening(const StoryListModel &model, int row)
{
    return model.index(row, StoryListModel::OpeningColumn).data().toString();
}

} // namespace

class tst_storylistmodel : public QObject
{
    Q_OBJECT

private slots:
    void showsAPlaceholderThenThePage();
    void knowsIdsWithoutFetching();
    void fetchesNeighboursOfThePageLookedAt();
    void oneLookBringsOnePageAndItsNeighbours();
    void keepsRowsAcrossAReversal();
    void asksAgainForWhatChanged();
    void asksAgainForWhatChangedWhileItWasAskedFor();
    void stopsAskingForVanishedStories();
    void dropsAnswersToAnOlderSelection();
    void knowsNoRowOfAnotherCodebook();
    void sameStoriesAreNoReset();
    void whatFailedIsAskedForAgainWithTheSameStories();
    void isAWellBehavedModel();
};

void tst_storylistmodel::showsAPlaceholderThenThePage()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(250));
    QCOMPARE(model.rowCount(), 250);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(opening(model, 120), u"…"_s);
    QVERIFY(!model.index(120, 0).data(StoryListModel::LoadedRole).toBool());
    QTRY_COMPARE(store.questions.size(), size_t(1));
    QCOMPARE(store.questions.front().ids.size(), 100);
    store.answerNext();
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 100);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 199);
    QCOMPARE(opening(model, 120), u"story 130"_s); // newest first: row 0 is story 250
    QCOMPARE(model.index(120, StoryListModel::PlatformColumn).data().toString(), u"Mastodon"_s);
    QCOMPARE(model.index(120, 0).data(StoryListModel::RowRole).value<StoryRow>(), rowOf(StoryId(130)));
    QVERIFY(model.index(120, StoryListModel::OpeningColumn)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"Mastodon"_s));
}

void tst_storylistmodel::knowsIdsWithoutFetching()
{
    StoryListModel model;
    model.setSelection(stories(1000));
    QCOMPARE(model.idAt(0), StoryId(1000));
    QCOMPARE(model.idAt(999), StoryId(1));
    QCOMPARE(model.idAt(1000), noStory);
    QCOMPARE(model.rowOf(StoryId(1)), 999);
    QCOMPARE(model.rowOf(StoryId(1001)), -1);
    model.setOrder(Order::OldestFirst);
    QCOMPARE(model.idAt(0), StoryId(1));
    QCOMPARE(model.index(5, 0).data(StoryListModel::StoryIdRole).toLongLong(), 6);
}

void tst_storylistmodel::fetchesNeighboursOfThePageLookedAt()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setOrder(Order::OldestFirst);
    model.setSelection(stories(1000));
    opening(model, 500);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    store.answerNext();
    QTRY_COMPARE(store.questions.size(), size_t(2));
    QCOMPARE(store.questions.at(0).ids.first(), StoryId(601));
    QCOMPARE(store.questions.at(1).ids.first(), StoryId(401));
    store.answerNext();
    store.answerNext();
    QTRY_COMPARE(opening(model, 400), u"story 401"_s);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    QCOMPARE(store.questions.at(0).ids.first(), StoryId(301));
}

void tst_storylistmodel::oneLookBringsOnePageAndItsNeighbours()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(100'000));
    opening(model, 50'000);
    int answers = 0;
    while (QTest::qWaitFor([&] { return !store.questions.empty(); }, 200)) {
        store.answerNext();
        ++answers;
        QVERIFY(answers <= 3);
    }
    QCOMPARE(answers, 3);
}

void tst_storylistmodel::keepsRowsAcrossAReversal()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(50));
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 50"_s);
    model.setOrder(Order::OldestFirst);
    QCOMPARE(opening(model, 0), u"story 1"_s);
}

void tst_storylistmodel::asksAgainForWhatChanged()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(50));
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 50"_s);
    model.refresh({StoryId(50), StoryId(49)});
    QCOMPARE(opening(model, 0), u"story 50"_s); // shown until its successor has come
    QTRY_COMPARE(store.questions.size(), size_t(1));
    QCOMPARE(store.questions.front().ids, (QVector<StoryId>{StoryId(50), StoryId(49)}));
    store.answerNext();
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(changes.count(), 1);
}

/// The answer may have been read before the change.
void tst_storylistmodel::asksAgainForWhatChangedWhileItWasAskedFor()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(50));
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    model.refresh({StoryId(50), StoryId(49)});
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 50"_s);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    QCOMPARE(store.questions.front().ids, QVector<StoryId>({StoryId(50), StoryId(49)}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    store.answerNext();
    QTRY_COMPARE(changes.count(), 1);
    opening(model, 0); // what is wanted is asked for in the loop's next turn
    QCoreApplication::processEvents();
    QCOMPARE(store.questions.size(), size_t(0));
}

void tst_storylistmodel::stopsAskingForVanishedStories()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(3));
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    store.answerNext({StoryId(3)});
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(opening(model, 0), u"…"_s);
    QCOMPARE(opening(model, 1), u"story 2"_s);
    QCoreApplication::processEvents();
    QCOMPARE(store.questions.size(), size_t(0));
}

void tst_storylistmodel::dropsAnswersToAnOlderSelection()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(250));
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    model.setSelection(stories(20));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    store.answerNext();
    opening(model, 0);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 20"_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 19);
}

/// Its themes are others, so that whether a story is covered can't be told from them.
void tst_storylistmodel::knowsNoRowOfAnotherCodebook()
{
    SlowStore store;
    StoryListModel model;
    model.setFetch(store.fetch());
    model.setSelection(stories(90));
    QCOMPARE(opening(model, 0), u"…"_s);
    QTRY_COMPARE(store.questions.size(), size_t(1));
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 90"_s);
    model.refresh({});
    QCOMPARE(opening(model, 0), u"story 90"_s); // and is asked for again
    QTRY_COMPARE(store.questions.size(), size_t(1));
    CollectionFacts facts;
    facts.codebookNumber = 2;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setFacts(facts);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(opening(model, 0), u"…"_s);
    QTRY_COMPARE(store.questions.size(), size_t(2));
    store.answerNext(); // what was asked before
    QCoreApplication::processEvents();
    QCOMPARE(opening(model, 0), u"…"_s);
    store.answerNext();
    QTRY_COMPARE(opening(model, 0), u"story 90"_s);
}

void tst_storylistmodel::sameStoriesAreNoReset()
{
    StoryListModel model;
    model.setSelection(stories(20));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setSelection(stories(20));
    QCOMPARE(resets.count(), 0);
    model.setSelection(stories(21));
    QCOMPARE(resets.count(), 1);
}

void tst_storylistmodel::whatFailedIsAskedForAgainWithTheSameStories()
{
    bool fails = true;
    StoryListModel model;
    model.setFetch([&fails](const QVector<StoryId> &ids) {
        QVector<StoryRow> rows;
        for (const StoryId id : ids)
            rows.append(rowOf(id));
        QPromise<Rows> promise;
        promise.start();
        promise.addResult(fails ? Rows(Error{Error::Kind::Other, u"The disk can't be read."_s}) : Rows(rows));
        promise.finish();
        return promise.future();
    });
    const QSignalSpy failed(&model, &StoryListModel::failed);
    model.setSelection(stories(50));
    QCOMPARE(opening(model, 0), u"…"_s);
    QTRY_COMPARE(failed.size(), 1);
    fails = false;
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSelection(stories(50)); // as after Try Again
    QVERIFY(!changed.isEmpty());     // so that a view looks
    QTRY_COMPARE(opening(model, 0), u"story 50"_s);
}

void tst_storylistmodel::isAWellBehavedModel()
{
    SlowStore store;
    StoryListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFetch(store.fetch());
    model.setSelection(stories(250));
    opening(model, 240);
    QTRY_VERIFY(!store.questions.empty());
    while (!store.questions.empty()) {
        store.answerNext();
        QCoreApplication::processEvents();
    }
    model.setOrder(Order::OldestFirst);
    model.setSelection(stories(0));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_storylistmodel)
#include "tst_storylistmodel.moc"
