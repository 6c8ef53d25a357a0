#include "model/CurrentSelection.h"
#include "support/InventedPosts.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_currentselection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersTheFilterInForce();
    void aPreviewComesFirst();
    void aPreviewWithoutThePlaceIsNotShown();
    void theLatestQuestionWins();
    void followsTheCollection();
    void aMistakeKeepsTheOldSelection();
    void withoutCollectionNothingIsSelected();

private:
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
};

void tst_currentselection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::collectionOfInventedPosts(*m_folder, 120);
    QVERIFY(m_collection);
}

void tst_currentselection::cleanup()
{
    m_collection.reset();
}

void tst_currentselection::answersTheFilterInForce()
{
    FilterHistory history;
    CurrentSelection current(&history);
    current.setCollection(m_collection.get());
    QVERIFY(current.isBusy());
    QTRY_COMPARE(current.selection().count(), m_collection->facts().stories);
    QVERIFY(!current.isBusy());
    QVERIFY(!current.selection().facets.isEmpty());
    QVERIFY(!current.selection().timeline.starts.isEmpty());
}

/// As the window does.
void tst_currentselection::reopen()
{
    const QString path = m_collection->path();
    m_collection.reset();
    auto opened = Collection::open(path, Collection::Missing::Fail, nullptr, Collection::Manner::Prompt);
    QVERIFY(opened);
    m_collection = std::move(opened).value();
}

/// The index of so few stories may be quicker, so it is tried for a while.
void tst_currentselection::aPreviewComesFirst()
{
    bool wasFirst = false;
    for (int i = 0; i < 200 && !wasFirst; ++i) {
        reopen();
        FilterHistory history;
        CurrentSelection current(&history);
        QVector<bool> previews;
        connect(&current, &CurrentSelection::selectionChanged, &current, [&](const Selection &selection) {
            QCOMPARE(selection.count(), m_collection->facts().stories);
            previews.append(selection.isPreview());
        });
        current.setCollection(m_collection.get());
        QTRY_VERIFY(!previews.isEmpty() && !previews.constLast());
        QVERIFY(previews.size() <= 2);
        wasFirst = previews.constFirst();
    }
    QVERIFY(wasFirst);
}

void tst_currentselection::aPreviewWithoutThePlaceIsNotShown()
{
    for (int i = 0; i < 20; ++i) {
        reopen();
        FilterHistory history;
        history.notePlace({StoryId(1'000'000), noStory});
        CurrentSelection current(&history);
        QSignalSpy answers(&current, &CurrentSelection::selectionChanged);
        current.setCollection(m_collection.get());
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY(!current.selection().isPreview());
        QVERIFY(!current.isBusy());
    }
}

void tst_currentselection::theLatestQuestionWins()
{
    FilterHistory history;
    CurrentSelection current(&history);
    current.setCollection(m_collection.get());
    Filter filter;
    for (int number = 1; number <= 20; ++number) {
        filter.ids = {StoryId(number)};
        history.setFilter(filter);
    }
    QSignalSpy answers(&current, &CurrentSelection::selectionChanged);
    QTRY_VERIFY(!current.isBusy());
    QCOMPARE(answers.count(), 1);
    QCOMPARE(current.selection().filter(), filter);
    QCOMPARE(current.selection().count(), 1);
}

void tst_currentselection::followsTheCollection()
{
    FilterHistory history;
    Filter starred;
    starred.properties = {{Property::Starred}};
    history.setFilter(starred);
    CurrentSelection current(&history);
    current.setCollection(m_collection.get());
    QTRY_VERIFY(!current.isBusy());
    QCOMPARE(current.selection().count(), 0);
    m_collection->setMark({StoryId(1), StoryId(2)}, Collection::Mark::Starred, true);
    QTRY_COMPARE(current.selection().count(), 2);
    m_collection->undo();
    QTRY_COMPARE(current.selection().count(), 0);
}

void tst_currentselection::aMistakeKeepsTheOldSelection()
{
    FilterHistory history;
    CurrentSelection current(&history);
    current.setCollection(m_collection.get());
    QTRY_VERIFY(!current.isBusy());
    const qint64 before = current.selection().count();
    WordQuery deep = WordQuery::phrase(u"a"_s);
    for (int depth = 0; depth < 500; ++depth)
        deep = WordQuery::all({WordQuery::phrase(u"a"_s), WordQuery::any({WordQuery::phrase(u"b"_s), deep})});
    Filter filter;
    filter.words = deep;
    QSignalSpy failures(&current, &CurrentSelection::failed);
    history.setFilter(filter);
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(!current.isBusy());
    QCOMPARE(current.selection().count(), before);
}

void tst_currentselection::withoutCollectionNothingIsSelected()
{
    FilterHistory history;
    CurrentSelection current(&history);
    current.setCollection(m_collection.get());
    QTRY_VERIFY(current.selection().count() > 0);
    current.setCollection(nullptr);
    QCOMPARE(current.selection().count(), 0);
    QVERIFY(!current.isBusy());
}

QTEST_GUILESS_MAIN(tst_currentselection)
#include "tst_currentselection.moc"
