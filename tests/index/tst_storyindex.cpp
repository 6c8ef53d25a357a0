#include "PlainStories.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr Instant october = 1'508'025'600'000; // 2017-10-15
constexpr qint64 day = 86'400'000;

/// Random stories, changes and questions.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool once(int in) { return below(in) == 0; }

    /// Many at the same moments; some undated, before 1970 or after 2100.
    std::optional<Instant> moment()
    {
        switch (below(12)) {
        case 0:
            return std::nullopt;
        case 1:
            return -below(20'000) * day - below(1000);
        case 2:
            return 4'200'000'000'000 + below(10'000) * day;
        case 3:
        case 4:
        case 5:
            return october + below(5) * 3'600'000;
        default:
            return october + below(400) * 7'777'777LL;
        }
    }

    IndexedStory story(int id)
    {
        IndexedStory story;
        story.id = StoryId(id);
        story.postedAt = moment();
        story.platform = allPlatforms[static_cast<size_t>(below(4))];
        story.voice = allVoices[static_cast<size_t>(below(5))];
        for (int i = below(4); i > 0; --i)
            story.themes.insert(below(5));
        story.language = QStringList{u""_s, u"en"_s, u"es"_s, u"fr"_s}.at(below(4));
        for (qint64 source = 1; source <= 4; ++source) {
            if (once(3))
                story.sources.append(source);
        }
        story.account = below(30);
        if (once(50))
            story.account = 5'000'000'000'000;
        story.read = once(2);
        story.starred = once(5);
        story.doNotQuote = once(9);
        story.note = once(7);
        story.warning = once(6);
        story.codedByHand = once(4);
        return story;
    }

    IndexedRepost repost(int largestId)
    {
        IndexedRepost repost{StoryId(1 + below(largestId + 10)), moment(), below(30)};
        return repost;
    }

    Filter filter()
    {
        Filter filter;
        for (int i = below(3); i > 0; --i)
            filter.facets.append(facet());
        if (once(3))
            filter.properties.append({static_cast<Property>(below(8)), once(2)});
        if (once(8))
            for (int i = 0; i < 100; ++i)
                filter.ids.append(StoryId(below(500)));
        filter.span = span();
        return filter;
    }

    TimeSpan span()
    {
        TimeSpan span;
        if (once(4))
            span.from = october + below(30) * day / 2;
        if (once(4))
            span.until = october + below(60) * day / 2;
        return span;
    }

    std::set<StoryId> someIds(int largest)
    {
        std::set<StoryId> ids;
        for (int i = 1; i <= largest; ++i) {
            if (once(2))
                ids.insert(StoryId(i));
        }
        return ids;
    }

private:
    FacetTerm facet()
    {
        static const QVector<QStringList> values{
            {u"workplace"_s, u"groping"_s, u"none"_s, u"family"_s, u"no such"_s},
            {u"testimony"_s, u"support"_s, u"unknown"_s},
            {u"twitter"_s, u"mastodon"_s, u"blog"_s},
            {u"en"_s, u"unknown"_s, u"xx"_s},
            {u"one"_s, u"two"_s, u"gone"_s},
            {u"x"_s},
        };
        FacetTerm term{static_cast<Facet>(below(6)), {}, {}, once(3)};
        const QStringList &possible = values.at(static_cast<int>(term.facet));
        for (int i = 1 + below(2); i > 0; --i)
            term.values.append(possible.at(below(static_cast<int>(possible.size()))));
        return term;
    }

    QRandomGenerator m_random;
};

IndexNames someNames()
{
    // Two sources have one name, as two files may.
    return {.themes = {u"workplace"_s, u"groping"_s, u"family"_s, u"school"_s, u"street"_s, u"unused"_s},
            .sources = {{1, u"one"_s}, {2, u"two"_s}, {3, u"two"_s}, {4, u"four"_s}, {9, u"empty"_s}}};
}

Bitset bitsOf(const StoryIndex &index, const std::set<StoryId> &ids)
{
    const std::vector<StoryId> list(ids.begin(), ids.end());
    return index.bitsOf(list);
}

QVector<StoryId> idsOf(const QVector<IndexedStory> &stories)
{
    QVector<StoryId> ids;
    for (const IndexedStory &story : stories)
        ids.append(story.id);
    return ids;
}

/// The whole order newest first: dated ones turned round, then undated ones turned round.
QVector<StoryId> newestFirst(const QVector<IndexedStory> &stories)
{
    QVector<StoryId> dated;
    QVector<StoryId> undated;
    for (const IndexedStory &story : stories)
        (story.postedAt ? dated : undated).prepend(story.id);
    return dated + undated;
}

} // namespace

class tst_storyindex : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyIndexAnswers();
    void agreesWithPlainLoops_data();
    void agreesWithPlainLoops();
    void agreesAfterChanges_data();
    void agreesAfterChanges();
    void marksLeaveTheOldSnapshotAlone();
    void givenGranularityIsCoarsenedPastTheLimit();

private:
    static void compare(const StoryIndex &index, const PlainStories &plain, Dice &dice, int largestId);
    static void compareStories(const StoryIndex &index, const PlainStories &plain);
    static void compareRows(const Selection &selection, const QVector<IndexedStory> &expected, Dice &dice);
    static void compareFacets(const StoryIndex &index, const PlainStories &plain, const Bitset &stories,
                              const QVector<IndexedStory> &expected);
    static void compareTimeline(const StoryIndex &index, const PlainStories &plain, const Bitset &stories,
                                const QVector<IndexedStory> &expected, Dice &dice);
};

void tst_storyindex::compareStories(const StoryIndex &index, const PlainStories &plain)
{
    const auto ordered = plain.ordered();
    QCOMPARE(index.size(), ordered.size());
    for (qsizetype i = 0; i < ordered.size(); ++i) {
        const IndexedStory &expected = ordered.at(i);
        const IndexedStory story = index.story(i);
        QCOMPARE(index.idAt(i), expected.id);
        QCOMPARE(index.ordinalOf(expected.id).value_or(-1), i);
        QVERIFY(index.postedAt(i) == expected.postedAt && story.postedAt == expected.postedAt);
        QVERIFY(story.platform == expected.platform && story.voice == expected.voice);
        QVERIFY(story.themes == expected.themes && story.language == expected.language);
        QVERIFY(story.sources == expected.sources && story.account == expected.account);
        QVERIFY(story.read == expected.read && story.starred == expected.starred);
        QVERIFY(story.doNotQuote == expected.doNotQuote && story.note == expected.note);
        QVERIFY(story.warning == expected.warning && story.codedByHand == expected.codedByHand);
    }
    QVERIFY(!index.ordinalOf(StoryId(1'000'000)));
    QVERIFY(!index.ordinalOf(StoryId(-1)));
}

void tst_storyindex::compareRows(const Selection &selection, const QVector<IndexedStory> &expected, Dice &dice)
{
    QCOMPARE(selection.count(), expected.size());
    for (const Order order : {Order::OldestFirst, Order::NewestFirst}) {
        const QVector<StoryId> all = order == Order::OldestFirst ? idsOf(expected) : newestFirst(expected);
        QCOMPARE(selection.allIds(order), all);
        const int first = dice.below(static_cast<int>(all.size()) + 3);
        const int count = dice.below(120);
        QCOMPARE(selection.ids(first, count, order), all.mid(first, count));
        for (qsizetype row = 0; row < all.size(); ++row)
            QCOMPARE(selection.rowOf(all[row], order), row);
        QCOMPARE(selection.rowOf(StoryId(1'000'000), order), -1);
    }
}

void tst_storyindex::compareFacets(const StoryIndex &index, const PlainStories &plain, const Bitset &stories,
                                   const QVector<IndexedStory> &expected)
{
    for (const Facet facet : {Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language, Facet::Source}) {
        QMap<QString, qint64> counts;
        for (const auto &[id, story] : plain.stories) {
            for (const QString &value : plain.valuesOf(facet, story))
                counts[value] += 0;
        }
        for (const IndexedStory &story : expected) {
            for (const QString &value : plain.valuesOf(facet, story))
                ++counts[value];
        }
        if (facet == Facet::Theme || facet == Facet::Source) {
            for (const QString &name :
                 facet == Facet::Theme ? plain.names.themes + QStringList{u"none"_s} : plain.names.sources.values())
                counts[name] += 0;
        }
        const FacetCounts made = index.countFacet(facet, stories);
        QMap<QString, qint64> madeCounts;
        for (const FacetValue &value : made.values)
            madeCounts.insert(value.key, value.count);
        QCOMPARE(madeCounts, counts);
        QCOMPARE(made.values.size(), counts.size());
        if (facet == Facet::Theme) {
            QCOMPARE(made.values.constFirst().key, plain.names.themes.constFirst());
            QCOMPARE(made.values.constLast().key, u"none"_s);
            continue;
        }
        for (qsizetype i = 1; i < made.values.size(); ++i)
            QVERIFY(made.values[i - 1].count >= made.values[i].count);
    }
}

void tst_storyindex::compareTimeline(const StoryIndex &index, const PlainStories &plain, const Bitset &stories,
                                     const QVector<IndexedStory> &expected, Dice &dice)
{
    TimelineQuestion question;
    question.counting = static_cast<Counting>(dice.below(3));
    const TimeSpan span = dice.span();
    if (dice.once(2))
        question.by = dice.once(2) ? Granularity::Month : Granularity::Year;
    if (dice.once(2))
        question.split = std::array{Facet::Theme, Facet::Voice, Facet::Platform,
                                    Facet::Language}[static_cast<size_t>(dice.below(4))];
    question.zone = QTimeZone(dice.once(2) ? QByteArray("Europe/Berlin") : QByteArray("UTC"));
    const Timeline timeline = index.timeline(question, stories, span);

    QVERIFY(question.by || timeline.starts.size() <= question.mostBuckets);
    if (question.by)
        QCOMPARE(timeline.by, *question.by);
    QCOMPARE(timeline.counting, question.counting);
    QVERIFY(std::ranges::is_sorted(timeline.starts));
    QCOMPARE(timeline.counts, plain.counts(question.counting, timeline, span, expected));
    QCOMPARE(timeline.whole, plain.counts(question.counting, timeline, span, plain.ordered()));
    const auto undated = std::ranges::count_if(expected, [](const IndexedStory &story) { return !story.postedAt; });
    QCOMPARE(timeline.undated, undated);
    if (span.isOpen() && question.counting == Counting::Stories) {
        QCOMPARE(std::accumulate(timeline.counts.cbegin(), timeline.counts.cend(), qint64(0)) + undated,
                 expected.size());
    }
    QCOMPARE(timeline.series.isEmpty(), !question.split || expected.isEmpty());
    for (const TimelineSeries &series : timeline.series) {
        QVector<IndexedStory> part;
        for (const IndexedStory &story : expected) {
            if (plain.valuesOf(*question.split, story).contains(series.key))
                part.append(story);
        }
        QVERIFY(!part.isEmpty());
        QCOMPARE(series.counts, plain.counts(question.counting, timeline, span, part));
    }
}

void tst_storyindex::compare(const StoryIndex &index, const PlainStories &plain, Dice &dice, int largestId)
{
    const Filter filter = dice.filter();
    PlainStories::Answers plainAnswers;
    StoreAnswers answers;
    if (dice.once(3)) {
        plainAnswers.words = dice.someIds(largestId);
        answers.words = std::make_shared<const Bitset>(bitsOf(index, *plainAnswers.words));
    }
    for (const FacetTerm &term : filter.facets) {
        if (term.facet != Facet::Attribute)
            continue;
        plainAnswers.attributes.append(dice.someIds(largestId));
        answers.attributes.append(
            std::make_shared<const Bitset>(bitsOf(index, plainAnswers.attributes.constLast())));
    }
    const auto expected = plain.select(filter, plainAnswers);
    const Bitset stories = index.select(filter, answers);
    QCOMPARE(stories.size(), index.size());
    compareRows(Selection(std::make_shared<const StoryIndex>(index), filter, stories), expected, dice);
    compareFacets(index, plain, stories, expected);
    compareTimeline(index, plain, stories, expected, dice);
}

void tst_storyindex::anEmptyIndexAnswers()
{
    const StoryIndex index;
    QCOMPARE(index.size(), 0);
    QVERIFY(index.span().isOpen());
    QCOMPARE(index.select({}, {}).count(), 0);
    QCOMPARE(index.countFacet(Facet::Voice, Bitset()).values.size(), 0);
    QVERIFY(index.timeline({}, Bitset(), {}).starts.isEmpty());
    const Selection selection;
    QCOMPARE(selection.count(), 0);
    QVERIFY(selection.ids(0, 10, Order::NewestFirst).isEmpty());
    QCOMPARE(selection.rowOf(StoryId(1), Order::NewestFirst), -1);
    QVERIFY(selection.filter().isEmpty());
}

void tst_storyindex::agreesWithPlainLoops_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 63, 64, 700})
        QTest::addRow("%d stories", size) << size;
}

void tst_storyindex::agreesWithPlainLoops()
{
    QFETCH(int, size);
    Dice dice(static_cast<quint32>(size));
    PlainStories plain;
    plain.names = someNames();
    QVector<IndexedStory> stories;
    for (int id = size; id >= 1; --id) {
        stories.append(dice.story(id));
        plain.stories[StoryId(id)] = stories.constLast();
    }
    for (int i = 0; i < size; ++i)
        plain.reposts.append(dice.repost(size));
    const StoryIndex index(stories, plain.reposts, plain.names);
    compareStories(index, plain);
    for (int round = 0; round < 25 && !QTest::currentTestFailed(); ++round)
        compare(index, plain, dice, size);
}

void tst_storyindex::agreesAfterChanges_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void tst_storyindex::agreesAfterChanges()
{
    QFETCH(int, seed);
    Dice dice(static_cast<quint32>(seed));
    PlainStories plain;
    plain.names = someNames();
    auto index = StoryIndex().withNames(plain.names);
    int largest = 0;
    for (int step = 0; step < 40 && !QTest::currentTestFailed(); ++step) {
        QVector<IndexedStory> changed;
        QVector<StoryId> removed;
        QVector<IndexedRepost> reposts;
        // Batches of new ones, some of them at the end of time; changes of old ones; marks alone; removals.
        for (int i = dice.once(2) ? dice.below(40) : 0; i > 0; --i) {
            changed.append(dice.story(++largest));
            if (dice.once(2))
                changed.last().postedAt = 9'000'000'000'000 + step * 1000 + i;
        }
        for (int i = largest > 0 ? dice.below(5) : 0; i > 0; --i)
            changed.append(dice.story(1 + dice.below(largest)));
        for (int i = plain.stories.empty() ? 0 : dice.below(10); i > 0; --i) {
            IndexedStory marked
                = std::next(plain.stories.begin(), dice.below(static_cast<int>(plain.stories.size())))->second;
            marked.read = !marked.read;
            marked.themes.insert(dice.below(5));
            marked.language = u"de"_s;
            changed.append(marked);
        }
        for (int i = largest > 0 && dice.once(2) ? dice.below(12) : 0; i > 0; --i)
            removed.append(StoryId(1 + dice.below(largest)));
        for (int i = largest > 0 ? dice.below(10) : 0; i > 0; --i)
            reposts.append(dice.repost(largest));

        const auto before = index;
        const Bitset selectedBefore = before->select({}, {});
        index = index->with(changed, removed, reposts);
        for (const StoryId id : removed) {
            plain.stories.erase(id);
            plain.reposts.removeIf([&](const IndexedRepost &repost) { return repost.original == id; });
        }
        for (const IndexedStory &story : changed)
            plain.stories[story.id] = story;
        plain.reposts += reposts;

        compareStories(*index, plain);
        compare(*index, plain, dice, largest);
        QVERIFY(before->select({}, {}) == selectedBefore);
    }
}

void tst_storyindex::marksLeaveTheOldSnapshotAlone()
{
    Dice dice(3);
    QVector<IndexedStory> stories;
    for (int id = 1; id <= 200; ++id)
        stories.append(dice.story(id));
    const StoryIndex index(stories, {}, someNames());
    IndexedStory marked = index.story(17);
    marked.starred = !marked.starred;
    const auto changed = index.with({marked}, {}, {});
    QCOMPARE(changed->story(17).starred, marked.starred);
    QCOMPARE(index.story(17).starred, !marked.starred);
    QCOMPARE(changed->names().themes, index.names().themes);
}

void tst_storyindex::givenGranularityIsCoarsenedPastTheLimit()
{
    IndexedStory first;
    first.id = StoryId(1);
    first.postedAt = 0;
    IndexedStory last;
    last.id = StoryId(2);
    last.postedAt = 200'000 * 60'000LL;
    const StoryIndex index({first, last}, {}, {});
    TimelineQuestion question;
    question.by = Granularity::Minute;
    const Timeline timeline = index.timeline(question, index.select({}, {}), {});
    QCOMPARE(timeline.by, Granularity::Hour);
    QCOMPARE(timeline.starts.size(), 3334);
    QCOMPARE(timeline.counts.constFirst(), 1);
    QCOMPARE(timeline.counts.constLast(), 1);
}

QTEST_APPLESS_MAIN(tst_storyindex)
#include "tst_storyindex.moc"
