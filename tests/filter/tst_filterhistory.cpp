#include "filter/FilterHistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Filter words(const QString &text)
{
    Filter filter;
    filter.words = WordQuery::phrase(text);
    return filter;
}

} // namespace

class tst_filterhistory : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward();
    void equalFiltersAreNoStep();
    void adjustingReplacesTheStep();
    void aGestureIsOneStep();
    void aGestureThatEndsWhereItBeganIsNoStep();
    void aGestureBrokenByAnotherStepBeginsAnew();
    void aGestureThatGoesOnHasNoPlaceYet();
    void everyStepKeepsItsPlace();
    void anotherStoryUnderTheSameFilterIsAStep();
    void clearingLeavesWhatIsLocked();
};

void tst_filterhistory::goesBackAndForward()
{
    FilterHistory history;
    QSignalSpy changes(&history, &FilterHistory::filterChanged);
    QVERIFY(!history.canGoBack());
    history.setFilter(words(u"a"_s));
    history.setFilter(words(u"b"_s));
    history.goBack();
    QVERIFY(history.filter() == words(u"a"_s));
    QVERIFY(history.canGoForward());
    history.goForward();
    QVERIFY(history.filter() == words(u"b"_s));
    history.goForward();
    history.goBack();
    history.goBack();
    history.goBack();
    QVERIFY(history.filter().isEmpty());
    QCOMPARE(changes.size(), 6);
    history.setFilter(words(u"c"_s));
    QVERIFY(!history.canGoForward());
}

void tst_filterhistory::equalFiltersAreNoStep()
{
    FilterHistory history;
    QSignalSpy changes(&history, &FilterHistory::filterChanged);
    history.setFilter({});
    history.setFilter(words(u"a"_s));
    history.setFilter(words(u"a"_s));
    QCOMPARE(changes.size(), 1);
    history.goBack();
    QVERIFY(!history.canGoBack());
}

void tst_filterhistory::adjustingReplacesTheStep()
{
    FilterHistory history;
    history.setFilter(words(u"a"_s));
    history.adjustFilter(words(u"ab"_s));
    history.adjustFilter(words(u"abc"_s));
    QVERIFY(history.filter() == words(u"abc"_s));
    history.goBack();
    QVERIFY(history.filter().isEmpty());
}

void tst_filterhistory::aGestureIsOneStep()
{
    FilterHistory history;
    history.setFilter(words(u"before"_s));
    const auto drag = history.beginGesture();
    for (const auto &word : {u"a"_s, u"b"_s, u"c"_s})
        history.setFilterWithin(drag, words(word));
    history.setFilterWithin(history.beginGesture(), words(u"d"_s));
    history.goBack();
    QVERIFY(history.filter() == words(u"c"_s));
    history.goBack();
    QVERIFY(history.filter() == words(u"before"_s));
}

void tst_filterhistory::aGestureThatEndsWhereItBeganIsNoStep()
{
    FilterHistory history;
    const auto drag = history.beginGesture();
    history.setFilterWithin(drag, words(u"a"_s));
    history.setFilterWithin(drag, {});
    QVERIFY(!history.canGoBack());
    history.setFilterWithin(drag, words(u"b"_s));
    QVERIFY(history.canGoBack());
}

void tst_filterhistory::aGestureBrokenByAnotherStepBeginsAnew()
{
    FilterHistory history;
    const auto keys = history.beginGesture();
    history.setFilterWithin(keys, words(u"a"_s));
    history.goBack();
    history.goForward();
    history.setFilterWithin(keys, words(u"b"_s));
    history.goBack();
    QVERIFY(history.filter() == words(u"a"_s));
}

/// What stood first while a span was drawn, or a word typed, is not where one was in what it became.
void tst_filterhistory::aGestureThatGoesOnHasNoPlaceYet()
{
    FilterHistory history;
    const auto drag = history.beginGesture();
    history.setFilterWithin(drag, words(u"a"_s));
    history.notePlace({StoryId(9), StoryId(9)});
    history.setFilterWithin(drag, words(u"b"_s));
    QVERIFY(history.place() == ReadingPlace());
}

void tst_filterhistory::everyStepKeepsItsPlace()
{
    FilterHistory history;
    history.notePlace({StoryId(7), StoryId(5)});
    history.setFilter(words(u"a"_s));
    QVERIFY(history.place() == ReadingPlace());
    history.notePlace({StoryId(9), StoryId(9)});
    history.goBack();
    QVERIFY((history.place() == ReadingPlace{StoryId(7), StoryId(5)}));
    history.goForward();
    QVERIFY((history.place() == ReadingPlace{StoryId(9), StoryId(9)}));
}

void tst_filterhistory::anotherStoryUnderTheSameFilterIsAStep()
{
    FilterHistory history;
    const FilterHistory::Gesture typing = history.beginGesture();
    history.setFilterWithin(typing, words(u"a"_s));
    history.notePlace({StoryId(7), StoryId(5)});
    QSignalSpy changes(&history, &FilterHistory::filterChanged);
    history.goToStory(StoryId(3));
    QCOMPARE(changes.size(), 1);
    QVERIFY(history.filter() == words(u"a"_s));
    QCOMPARE(history.place().story, StoryId(3));
    history.goBack();
    QVERIFY(history.filter() == words(u"a"_s));
    QVERIFY((history.place() == ReadingPlace{StoryId(7), StoryId(5)}));
    history.goForward();
    history.setFilterWithin(typing, words(u"ab"_s)); // what was typed before it is done with
    history.goBack();
    QCOMPARE(history.place().story, StoryId(3));
}

void tst_filterhistory::clearingLeavesWhatIsLocked()
{
    const FacetTerm mastodon{Facet::Platform, {}, {u"mastodon"_s}};
    Filter locked;
    locked.facets = {mastodon};
    FilterHistory history;
    history.setLocked(locked);
    history.clear();
    QVERIFY(history.filter().isEmpty()); // what isn't there doesn't come by clearing
    Filter filter = words(u"a"_s);
    filter.facets = {mastodon, {Facet::Language, {}, {u"es"_s}}};
    history.setFilter(filter);
    history.clear();
    QVERIFY(history.filter() == locked);
}

QTEST_APPLESS_MAIN(tst_filterhistory)
#include "tst_filterhistory.moc"
