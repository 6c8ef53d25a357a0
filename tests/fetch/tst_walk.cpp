#include "fetch/Walk.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;

/// A timeline of posts that are numbered by their day, read in pages.
class Timeline
{
public:
    explicit Timeline(int newest) : m_newest(newest) {}
    void grow(int by) { m_newest += by; }

    /// Reads as the walk says, at most so many pages; gives the days that were seen, in order.
    QList<int> read(Walk &walk, int pages = 1000)
    {
        QList<int> seen;
        for (; pages > 0 && !walk.isDone(); --pages) {
            int below = walk.cursor().isEmpty() ? m_newest + 1 : walk.cursor().toInt();
            QVector<SeenPost> posts;
            for (int number = below - 1; number > 0 && posts.size() < 3; --number)
                posts.append({u"post %1"_s.arg(number), number * day});
            for (const SeenPost &post : std::as_const(posts)) {
                if (walk.wants(post))
                    seen << int(*post.at / day);
            }
            ++m_pages;
            walk.take(posts, posts.isEmpty() ? QString() : QString::number(*posts.constLast().at / day));
        }
        return seen;
    }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    int m_newest;
    int m_pages = 0;
};

QList<int> down(int from, int to)
{
    QList<int> numbers;
    for (int number = from; number >= to; --number)
        numbers << number;
    return numbers;
}

} // namespace

/// The way through a timeline: everything once, and no gap, however often it is stopped.
class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void theFirstWalkGoesToTheEnd();
    void orBackToADate();
    void theNextOneBringsOnlyWhatIsNew();
    void nothingNewCostsOnePage();
    void aStoppedWalkGoesOnAndGapsAreFilled();
    void anEarlierDateGoesBackOnceMore();
    void anEarlierBeginningIsFilledIn();
    void aStoppedWishForMoreGoesOn();
    void goingBackOnceMoreKeepsTheGapsBelow();
    void aFirstRunTakesNothingOlderThanWhatIsWishedFor();
    void aLaterDayLeavesNoGap_data();
    void aLaterDayLeavesNoGap();
    void goingBackOnceMoreReadsNoFurther();
    void aServerThatRepeatsItselfIsLeft();
    void aCursorOfAnotherStretchIsNoRepetition();
    void aServerThatRepeatsItselfLeavesOneStretchOpen();
    void aMadeCursorThatComesAgainIsTheEnd();
    void whenAllKnownPostsAreGoneTheirTimeIsTheFloor();
    void whereTimesSayNothingTheKnownPostsAreTheEnd_data();
    void whereTimesSayNothingTheKnownPostsAreTheEnd();
    void aKnownPostOnTopOfNewOnesIsNotTheEnd();
    void aPageWhoseTimesRiseIsNotTheEnd();
    void aTopOfOnePostTellsNothing();
    void anEmptyPageThatLeadsOnIsNotTheEnd();
    void emptyPagesAreNotFollowedForEver();
    void emptyPagesAtTheTopAreReadPastInLaterRuns_data();
    void emptyPagesAtTheTopAreReadPastInLaterRuns();
};

void TestWalk::theFirstWalkGoesToTheEnd()
{
    Walk walk({}, std::nullopt);
    QCOMPARE(Timeline(10).read(walk), down(10, 1));
    QVERIFY(walk.isDone());
}

void TestWalk::orBackToADate()
{
    Walk walk({}, 6 * day);
    Timeline timeline(20);
    QCOMPARE(timeline.read(walk), down(20, 6));
    QCOMPARE(timeline.pages(), 6); // the last one is all too old
}

void TestWalk::theNextOneBringsOnlyWhatIsNew()
{
    Timeline timeline(10);
    Walk first({}, std::nullopt);
    timeline.read(first);
    timeline.grow(7);
    Walk second(first.text(), std::nullopt);
    const QList<int> seen = timeline.read(second);
    QVERIFY(seen.mid(0, 7) == down(17, 11));
    QVERIFY2(seen.size() <= 7 + 5, "at most two pages of what is known");
    QVERIFY(second.isDone());
}

void TestWalk::nothingNewCostsOnePage()
{
    Timeline timeline(10);
    Walk first({}, std::nullopt);
    timeline.read(first);
    const int before = timeline.pages();
    Walk second(first.text(), std::nullopt);
    timeline.read(second);
    QCOMPARE(timeline.pages() - before, 1);
}

void TestWalk::aStoppedWalkGoesOnAndGapsAreFilled()
{
    Timeline timeline(30);
    QList<int> seen;
    QString place;
    for (int run = 0; run < 4; ++run) { // each stopped behind two pages, and always more has come
        Walk walk(place, std::nullopt);
        seen += timeline.read(walk, 2);
        place = walk.text();
        timeline.grow(9);
    }
    Walk last(place, std::nullopt);
    seen += timeline.read(last);
    QVERIFY(last.isDone());
    std::sort(seen.begin(), seen.end(), std::greater<>());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    QCOMPARE(seen, down(66, 1));
}

void TestWalk::anEarlierDateGoesBackOnceMore()
{
    Timeline timeline(20);
    Walk first({}, 15 * day);
    timeline.read(first);
    Walk second(first.text(), 15 * day, 5 * day);
    QCOMPARE(timeline.read(second), down(20, 5));
}

/// Somebody who moves the date back wants what lies between.
void TestWalk::anEarlierBeginningIsFilledIn()
{
    Timeline timeline(20);
    Walk first({}, 15 * day);
    timeline.read(first);
    Walk stopped(first.text(), 5 * day);
    QCOMPARE(timeline.read(stopped, 2), down(20, 15));
    Walk second(stopped.text(), 5 * day);
    QList<int> seen = timeline.read(second);
    QVERIFY(second.isDone());
    for (const int number : down(14, 5))
        QVERIFY(seen.contains(number));
    Walk third(second.text(), 5 * day); // now that way is known
    QVERIFY(timeline.read(third).size() <= 3);
    Walk toTheEnd(third.text(), std::nullopt);
    QCOMPARE(timeline.read(toTheEnd), down(20, 1));
}

/// The next run knows nothing of a day that was wished for once, but of the stretch that it left open.
void TestWalk::aStoppedWishForMoreGoesOn()
{
    Timeline timeline(20);
    Walk first({}, 15 * day);
    timeline.read(first);
    Walk wish(first.text(), 15 * day, 5 * day);
    QCOMPARE(timeline.read(wish, 3), down(20, 12));
    Walk plain(wish.text(), 15 * day);
    const QList<int> seen = timeline.read(plain);
    QVERIFY(plain.isDone());
    for (const int number : down(11, 5))
        QVERIFY2(seen.contains(number), qPrintable(QString::number(number)));
}

/// Pages don't end where a wish does.
void TestWalk::aFirstRunTakesNothingOlderThanWhatIsWishedFor()
{
    Timeline timeline(20);
    Walk first({}, {}, 15 * day);
    QCOMPARE(timeline.read(first), down(20, 15));
}

void TestWalk::goingBackOnceMoreKeepsTheGapsBelow()
{
    Timeline timeline(30);
    Walk stopped({}, std::nullopt);
    QCOMPARE(timeline.read(stopped, 2), down(30, 25));
    Walk again(stopped.text(), std::nullopt, 28 * day);
    const QList<int> seen = timeline.read(again);
    QVERIFY(again.isDone());
    for (const int number : down(24, 1))
        QVERIFY(seen.contains(number));
}

/// Runs with a day of the subscription's, and perhaps one for this run alone; then all must have been seen.
void TestWalk::aLaterDayLeavesNoGap_data()
{
    using Run = std::pair<int, int>; // since, again; 0: none
    QTest::addColumn<QList<Run>>("runs");
    QTest::newRow("again, later than what is known") << QList<Run>{{1, 0}, {1, 25}, {1, 0}};
    QTest::newRow("again in the first run") << QList<Run>{{1, 25}, {1, 0}};
    QTest::newRow("again in the first run, to the end") << QList<Run>{{0, 25}, {0, 0}};
    QTest::newRow("again, while the day moved back") << QList<Run>{{8, 0}, {1, 25}, {1, 0}};
    QTest::newRow("again, when everything is known") << QList<Run>{{1, 0}, {1, 0}, {1, 8}, {1, 0}};
    QTest::newRow("the day moved on, and back") << QList<Run>{{1, 0}, {25, 0}, {1, 0}};
}

void TestWalk::aLaterDayLeavesNoGap()
{
    using Run = std::pair<int, int>;
    QFETCH(const QList<Run>, runs);
    const auto instant = [](int number) { return number > 0 ? std::optional(number * day) : std::nullopt; };
    Timeline timeline(10);
    QList<int> seen;
    QString place;
    for (const auto &[since, again] : runs) {
        Walk walk(place, instant(since), instant(again));
        seen += timeline.read(walk);
        QVERIFY(walk.isDone());
        place = walk.text();
        timeline.grow(20);
    }
    for (const int number : down(10 + 20 * int(runs.size() - 1), 1))
        QVERIFY2(seen.contains(number), qPrintable(QString::number(number)));
}

void TestWalk::goingBackOnceMoreReadsNoFurther()
{
    Timeline timeline(30);
    Walk first({}, 1 * day);
    timeline.read(first);
    Walk again(first.text(), 1 * day, 25 * day);
    const QList<int> seen = timeline.read(again);
    QVERIFY(seen.contains(25) && !seen.contains(20));
}

/// And what is behind isn't taken for read.
void TestWalk::aServerThatRepeatsItselfIsLeft()
{
    const QVector<SeenPost> page{{u"a"_s, day}, {u"b"_s, day}};
    Walk sameCursor({}, std::nullopt);
    sameCursor.take(page, u"x"_s);
    QVERIFY(!sameCursor.isDone());
    sameCursor.take({{u"c"_s, day}}, u"x"_s);
    QVERIFY(sameCursor.isDone() && sameCursor.isRepeating());
    Walk later(sameCursor.text(), std::nullopt);
    later.take(page, u"x"_s); // the top is as it was
    QVERIFY(!later.isDone());
    QCOMPARE(later.cursor(), u"x"_s);
    later.take({{u"d"_s, day}}, {});
    QVERIFY(later.isDone() && !later.isRepeating());

    Walk samePosts({}, std::nullopt);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!samePosts.isDone());
        samePosts.take(page, QString::number(i));
    }
    QVERIFY(samePosts.isDone() && samePosts.isRepeating());
}

/// Offsets are the same in every stretch.
void TestWalk::aCursorOfAnotherStretchIsNoRepetition()
{
    Walk stopped({}, std::nullopt);
    stopped.take({{u"c"_s, day}, {u"b"_s, day}}, u"2"_s);
    Walk walk(stopped.text(), std::nullopt);
    walk.take({{u"e"_s, 2 * day}, {u"d"_s, 2 * day}}, u"2"_s);
    walk.take({{u"c"_s, day}, {u"b"_s, day}}, u"4"_s); // known: that stretch is done
    QVERIFY(!walk.isDone());
    walk.take({{u"a"_s, day}}, u"4"_s);
    QVERIFY(!walk.isRepeating());
}

void TestWalk::aServerThatRepeatsItselfLeavesOneStretchOpen()
{
    Walk walk({}, std::nullopt);
    walk.take({{u"a"_s, day}}, u"x"_s);
    for (int run = 0; run < 5; ++run) {
        walk = Walk(walk.text(), std::nullopt);
        walk.take({{QString::number(run), day}}, u"x"_s);
        walk.take({{QString::number(run) + u'b', day}}, u"x"_s);
        QVERIFY(walk.isRepeating());
    }
    QCOMPARE(walk.text().count("cursor"_L1), 1);
}

/// Some servers give no cursor and know of none: the same page again is all that they have.
void TestWalk::aMadeCursorThatComesAgainIsTheEnd()
{
    Walk walk({}, std::nullopt);
    for (int i = 0; i < 2; ++i)
        walk.take({{u"a"_s, day}}, u"a"_s, Walk::Cursor::Made);
    QVERIFY(walk.isDone() && !walk.isRepeating());
}

void TestWalk::whenAllKnownPostsAreGoneTheirTimeIsTheFloor()
{
    Walk first({}, std::nullopt);
    first.take({{u"c"_s, 30 * day}, {u"b"_s, 29 * day}}, u"b"_s);
    first.take({}, {});
    Walk second(first.text(), std::nullopt);
    second.take({{u"z"_s, 20 * day}, {u"y"_s, 19 * day}}, u"y"_s);
    QVERIFY(second.isDone());
}

void TestWalk::whereTimesSayNothingTheKnownPostsAreTheEnd_data()
{
    QTest::addColumn<std::function<Instant(int)>>("timeOf"); // of a post, by its number
    QTest::addColumn<QList<int>>("gone");                    // by the second run
    QTest::addColumn<int>("pages");                          // that the second run asks for
    const std::function<Instant(int)> backwards = [](int number) { return (1000 - number) * day; };
    const std::function<Instant(int)> all = [](int) { return day; };
    const std::function<Instant(int)> backdated = [](int number) { return number == 95 ? day : number * 10 * day; };
    const std::function<Instant(int)> usual = [](int number) { return number * day; };
    QTest::newRow("against the order") << backwards << QList<int>{} << 3;
    QTest::newRow("against the order, one gone") << backwards << QList<int>{95} << 3;
    QTest::newRow("against the order, most gone") << backwards << QList<int>{91, 92, 93, 94, 95, 96} << 11;
    QTest::newRow("the same") << all << QList<int>{} << 3;
    QTest::newRow("an old one at the top") << backdated << QList<int>{} << 3;
    QTest::newRow("as usual") << usual << QList<int>{} << 2;
}

void TestWalk::whereTimesSayNothingTheKnownPostsAreTheEnd()
{
    QFETCH(const std::function<Instant(int)>, timeOf);
    QFETCH(const QList<int>, gone);
    QFETCH(const int, pages);
    const auto read = [&](Walk &walk, int newest, const QList<int> &missing) {
        QList<int> seen;
        int asked = 0;
        for (; !walk.isDone(); ++asked) {
            const int below = walk.cursor().isEmpty() ? newest + 1 : walk.cursor().toInt();
            QVector<SeenPost> posts;
            int last = 0;
            for (int number = below - 1; number > 0 && posts.size() < 10; --number) {
                if (missing.contains(number))
                    continue;
                posts.append({u"post %1"_s.arg(number), timeOf(number)});
                seen << number;
                last = number;
            }
            walk.take(posts, posts.isEmpty() ? QString() : QString::number(last));
        }
        return std::pair(asked, seen);
    };
    Walk first({}, std::nullopt);
    QCOMPARE(read(first, 100, {}).second, down(100, 1));
    Walk second(first.text(), std::nullopt);
    const auto [asked, seen] = read(second, 103, gone);
    QCOMPARE(seen.mid(0, 3), down(103, 101));
    QCOMPARE(asked, pages);
}

void TestWalk::aKnownPostOnTopOfNewOnesIsNotTheEnd()
{
    const auto page = [](std::initializer_list<int> numbers) {
        QVector<SeenPost> posts;
        for (const int number : numbers)
            posts.append({u"post %1"_s.arg(number), 9 * day});
        return posts;
    };
    Walk first({}, std::nullopt);
    first.take(page({3, 2, 1}), {});
    Walk second(first.text(), std::nullopt);
    second.take(page({1, 9, 8}), u"8"_s);
    second.take(page({7, 6, 5}), u"5"_s);
    QVERIFY(!second.isDone());
    second.take(page({4, 3, 2}), u"2"_s);
    second.take(page({0}), u"0"_s);
    QVERIFY(second.isDone() && !second.isRepeating());
}

/// A server that looked for what an answer answers got the older ones later.
void TestWalk::aPageWhoseTimesRiseIsNotTheEnd()
{
    Walk walk({}, 5 * day);
    walk.take({{u"a"_s, 2 * day}, {u"b"_s, 3 * day}}, u"1"_s);
    QVERIFY(!walk.isDone());
    walk.take({{u"c"_s, 9 * day}, {u"d"_s, 8 * day}}, u"2"_s);
    QVERIFY(!walk.isDone());
    walk.take({{u"e"_s, 4 * day}, {u"f"_s, {}}, {u"g"_s, 3 * day}}, u"3"_s);
    QVERIFY(!walk.isDone()); // nobody knows when that one was shared
    walk.take({{u"h"_s, 2 * day}, {u"i"_s, 3 * day}, {u"j"_s, 1 * day}}, u"4"_s);
    QVERIFY(!walk.isDone()); // it falls on the whole, but not throughout
    const Instant minute = 60'000;
    walk.take({{u"k"_s, 4 * day}, {u"l"_s, 4 * day + minute}, {u"m"_s, 3 * day}}, u"5"_s);
    QVERIFY(walk.isDone()); // clocks of servers differ
}

void TestWalk::aTopOfOnePostTellsNothing()
{
    Walk first({}, std::nullopt);
    first.take({{u"a"_s, 5 * day}}, {});
    QVERIFY(first.isDone());
    Walk second(first.text(), std::nullopt);
    second.take({{u"a"_s, 5 * day}, {u"c"_s, 8 * day}}, u"1"_s); // put on top again
    second.take({{u"b"_s, 7 * day}}, u"2"_s);
    QVERIFY(!second.isDone());
}

void TestWalk::anEmptyPageThatLeadsOnIsNotTheEnd()
{
    Walk first({}, std::nullopt);
    first.take({}, u"9"_s);
    QCOMPARE(first.cursor(), u"9"_s);
    first.take({{u"c"_s, 3 * day}}, u"8"_s);
    first.take({}, u"7"_s);
    first.take({{u"b"_s, 2 * day}}, {});
    QVERIFY(first.isDone() && !first.isRepeating() && !first.isEmptied());
    // What came behind the empty page was the top.
    Walk second(first.text(), std::nullopt);
    second.take({}, u"9"_s);
    second.take({{u"c"_s, 3 * day}}, u"8"_s);
    QVERIFY(second.isDone() && !second.isEmptied());
    // No cursor leads back, and a made one is none.
    Walk back({}, std::nullopt);
    back.take({{u"c"_s, 3 * day}}, u"8"_s);
    back.take({}, u"8"_s);
    QVERIFY(back.isDone() && !back.isRepeating());
    Walk made({}, std::nullopt);
    made.take({}, u"8"_s, Walk::Cursor::Made);
    QVERIFY(made.isDone() && !made.isRepeating());
}

void TestWalk::emptyPagesAreNotFollowedForEver()
{
    Walk walk({}, std::nullopt);
    walk.take({{u"c"_s, 3 * day}}, u"99"_s);
    int pages = 0;
    for (; !walk.isDone() && pages < 90; ++pages)
        walk.take({}, QString::number(98 - pages));
    QCOMPARE(pages, 3);
    QVERIFY(walk.isBarren());
    // Another run goes on from there.
    Walk later(walk.text(), std::nullopt);
    later.take({{u"c"_s, 3 * day}}, u"99"_s);
    QVERIFY(!later.isDone());
    QCOMPARE(later.cursor(), u"96"_s);
    later.take({{u"b"_s, 2 * day}}, {});
    QVERIFY(later.isDone() && !later.isBarren());
}

void TestWalk::emptyPagesAtTheTopAreReadPastInLaterRuns_data()
{
    QTest::addColumn<int>("empties");
    QTest::addColumn<QList<int>>("pages"); // that each run asks for
    QTest::newRow("as many as are followed") << 3 << QList<int>{3, 4};
    QTest::newRow("more") << 4 << QList<int>{3, 5};
    QTest::newRow("more than two runs follow") << 7 << QList<int>{3, 6, 3, 8};
}

/// A server whose cursors count its pages; the last one alone holds a post.
void TestWalk::emptyPagesAtTheTopAreReadPastInLaterRuns()
{
    QFETCH(const int, empties);
    QFETCH(const QList<int>, pages);
    const auto read = [&](Walk &walk) {
        int asked = 0;
        for (; !walk.isDone(); ++asked) {
            if (const int page = walk.cursor().toInt(); page < empties)
                walk.take({}, QString::number(page + 1));
            else
                walk.take({{u"a"_s, day}}, {});
        }
        return asked;
    };
    QString place;
    for (qsizetype run = 0; run < pages.size(); ++run) {
        Walk walk(place, std::nullopt);
        QCOMPARE(read(walk), pages.at(run));
        QCOMPARE(walk.isBarren(), run + 1 < pages.size());
        QCOMPARE(walk.isRepeating(), walk.isBarren());
        place = walk.text();
    }
    // That post is known for the top now: later runs end at it.
    QVERIFY(place.contains("\"a\""_L1));
}

QTEST_APPLESS_MAIN(TestWalk)
#include "tst_walk.moc"
