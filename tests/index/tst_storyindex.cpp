#include "PlainStories.h"
#include "index/IndexBuilder.h"

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
    void keepsAlternativesOfAFacetAndOfTheSpan();
    void countsWhatIsExcludedAsIfItWereNot();
    void foldsCopiesToTheEarliestOfWhatIsChosen();
    void countsInManyBlocks();
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
        QVERIFY(story.sources == expected.sources);
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
    // A set of stories is a filter of its own: what "words" found.
    IndexQuestion question{.filter = {},
                           .answers
                           = {.words = std::make_shared<const Bitset>(stories), .attributes = {}, .copies = {}}};
    question.facets = {Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language, Facet::Source};
    const IndexAnswer answer = index.answer(question);
    QVERIFY(answer.stories == stories);
    QCOMPARE(answer.languages, answer.facets.at(3));
    for (const FacetCounts &made : answer.facets) {
        const Facet facet = made.facet;
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
    const NumberColumn accounts = plain.accounts();
    const Timeline timeline = index.timeline(question, stories, span, &accounts);

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
    const IndexAnswer answer = index.answer({.filter = {}, .answers = {}, .facets = {Facet::Voice}});
    QCOMPARE(answer.facets.constFirst().values.size(), 0);
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

void tst_storyindex::keepsAlternativesOfAFacetAndOfTheSpan()
{
    Dice dice(17);
    PlainStories plain;
    plain.names = someNames();
    for (int id = 1; id <= 300; ++id)
        plain.stories[StoryId(id)] = dice.story(id);
    const StoryIndex index(plain.ordered(), {}, plain.names);
    const FacetTerm voice{Facet::Voice, {}, {u"testimony"_s}, false};
    const FacetTerm noTwitter{Facet::Platform, {}, {u"twitter"_s}, true};
    Filter filter;
    filter.facets = {voice, noTwitter};
    filter.span.from = october;
    IndexQuestion question{.filter = filter, .answers = {}, .facets = {Facet::Voice, Facet::Platform}};
    question.keepAlternatives = true;
    question.anytime = true;
    const IndexAnswer answer = index.answer(question);

    Filter anyVoice = filter;
    anyVoice.facets = {noTwitter};
    Filter anytime = filter;
    anytime.span = {};
    QVERIFY(answer.stories == index.select(filter, {}));
    QVERIFY(answer.anytime == index.select(anytime, {}));
    const auto countOf = [](const FacetCounts &facet, const QString &key) {
        const auto value = std::ranges::find(facet.values, key, &FacetValue::key);
        return value == facet.values.end() ? -1 : value->count;
    };
    for (const Voice each : {Voice::Testimony, Voice::Support}) {
        const auto stories = plain.select(anyVoice, {});
        QCOMPARE(countOf(answer.facets.at(0), voiceKey(each)),
                 std::ranges::count(stories, each, &IndexedStory::voice));
    }
    // What is excluded says how many there would be if the filter said nothing of the facet.
    Filter anyPlatform = filter;
    anyPlatform.facets = {voice};
    QCOMPARE(countOf(answer.facets.at(1), u"twitter"_s),
             std::ranges::count(plain.select(anyPlatform, {}), Platform::Twitter, &IndexedStory::platform));
    QVERIFY(countOf(answer.facets.at(1), u"twitter"_s) > 0);
    question.keepAlternatives = false;
    QCOMPARE(countOf(index.answer(question).facets.at(1), u"twitter"_s), 0);
}

/// An exclusion is lifted for what it excludes alone: a story of two themes is still not counted by the other one.
void tst_storyindex::countsWhatIsExcludedAsIfItWereNot()
{
    IndexedStory both;
    both.id = StoryId(1);
    both.postedAt = october;
    both.themes.insert(0);
    both.themes.insert(1);
    IndexedStory one = both;
    one.id = StoryId(2);
    one.themes.remove(0);
    const StoryIndex index({both, one}, {}, someNames());
    const QStringList keys = someNames().themes;
    IndexQuestion question{.filter = {}, .answers = {}, .facets = {Facet::Theme}};
    question.filter.facets = {{Facet::Theme, {}, {keys.at(0)}, true}};
    question.keepAlternatives = true;
    const auto counts = index.answer(question).facets.constFirst().values;
    QCOMPARE(counts.at(0), (FacetValue{keys.at(0), 1}));
    QCOMPARE(counts.at(1), (FacetValue{keys.at(1), 1}));
}

void tst_storyindex::foldsCopiesToTheEarliestOfWhatIsChosen()
{
    QVector<IndexedStory> stories;
    const auto add = [&](int id, Platform platform) {
        IndexedStory story;
        story.id = StoryId(id);
        story.postedAt = october + id;
        story.platform = platform;
        stories.append(story);
    };
    add(1, Platform::Mastodon);
    add(2, Platform::Twitter);
    add(3, Platform::Twitter);
    add(4, Platform::Twitter); // a copy of none
    const StoryIndex index(stories, {}, someNames());
    auto copies = std::make_shared<CopyGroups>(index.size());
    copies->add({2, 0, 1});
    const auto answered = [&](bool isTurned, const QStringList &platforms) {
        IndexQuestion question{.filter = {}, .answers = {.words = {}, .attributes = {}, .copies = copies}};
        question.filter.properties = {{Property::Original, isTurned}};
        if (!platforms.isEmpty())
            question.filter.facets = {{Facet::Platform, {}, platforms, false}};
        question.facets = {Facet::Platform};
        question.keepAlternatives = true;
        return index.answer(question);
    };
    const auto ordinals = [](const Bitset &found) {
        QVector<qint64> list;
        found.forEach([&](qint64 ordinal) { list.append(ordinal); });
        return list;
    };
    QCOMPARE(ordinals(answered(false, {}).stories), (QVector<qint64>{0, 3}));
    QCOMPARE(ordinals(answered(true, {}).stories), (QVector<qint64>{1, 2}));
    const IndexAnswer twitter = answered(false, {u"twitter"_s});
    QCOMPARE(ordinals(twitter.stories), (QVector<qint64>{1, 3}));
    QCOMPARE(ordinals(answered(true, {u"twitter"_s}).stories), (QVector<qint64>{2}));
    // What is chosen is counted as the list has it, what could be chosen besides among all of the facet.
    QCOMPARE(twitter.facets.constFirst().values, (QVector<FacetValue>{{u"twitter"_s, 2}, {u"mastodon"_s, 1}}));
}

/// Over several blocks of the sets: whole ones, dense and sparse values, a batch between and one behind.
void tst_storyindex::countsInManyBlocks()
{
    constexpr int size = 3 * 131'072 + 77;
    const auto storyNumbered = [](int id) {
        IndexedStory story;
        story.id = StoryId(id);
        story.postedAt = october + id / 3; // three at a moment
        story.voice = id % 2 == 0 ? Voice::Support : Voice::Testimony;
        story.platform = Platform::Twitter;
        story.language = id % 10'000 == 0 ? u"cy"_s : u"en"_s;
        story.starred = id > 140'000 && id <= 140'300;
        return story;
    };
    IndexBuilder builder;
    for (int id = size; id >= 1; --id)
        builder.add(storyNumbered(id));
    const StoryIndex whole = builder.build({}, {});
    const auto counted = [](const StoryIndex &index, const Filter &filter) {
        QMap<QString, qint64> counts;
        IndexQuestion question{
            .filter = filter, .answers = {}, .facets = {Facet::Voice, Facet::Platform, Facet::Language}};
        for (const FacetCounts &facet : index.answer(question).facets) {
            for (const FacetValue &value : facet.values)
                counts.insert(value.key, value.count);
        }
        return counts;
    };
    using Counts = QMap<QString, qint64>;
    QCOMPARE(counted(whole, {}),
             (Counts{{u"support"_s, size / 2},
                     {u"testimony"_s, size - size / 2},
                     {u"twitter"_s, size},
                     {u"cy"_s, size / 10'000},
                     {u"en"_s, size - size / 10'000}}));
    Filter starred;
    starred.properties = {{Property::Starred, false}};
    QCOMPARE(
        counted(whole, starred),
        (Counts{{u"support"_s, 150}, {u"testimony"_s, 150}, {u"twitter"_s, 300}, {u"cy"_s, 0}, {u"en"_s, 300}}));
    Filter rare;
    rare.facets = {{Facet::Language, {}, {u"cy"_s}, false}};
    QCOMPARE(counted(whole, rare).value(u"support"_s), size / 10'000);

    // 300 come in between and 300 behind, 300 leave: every set moves as its stories do.
    QVector<IndexedStory> batch;
    QVector<StoryId> removed;
    for (int i = 0; i < 300; ++i) {
        batch.append(storyNumbered(size + 1 + i));
        batch.last().postedAt = october + 60'000;
        batch.append(storyNumbered(size + 1001 + i));
        removed.append(StoryId(140'001 + i));
    }
    const auto changed = whole.with(batch, removed, {});
    QCOMPARE(changed->size(), size + 300);
    QVERIFY(counted(*changed, starred).value(u"twitter"_s) == 0);
    const Counts after = counted(*changed, {});
    QCOMPARE(after.value(u"twitter"_s), size + 300);
    QCOMPARE(after.value(u"support"_s) + after.value(u"testimony"_s), size + 300);
    for (qint64 ordinal = 0; ordinal < changed->size(); ordinal += 997) {
        const IndexedStory story = changed->story(ordinal);
        const auto id = static_cast<int>(toNumber(story.id));
        QVERIFY(story.voice == storyNumbered(id).voice && story.language == storyNumbered(id).language);
    }
    QCOMPARE(whole.size(), size);
    QCOMPARE(counted(whole, starred).value(u"twitter"_s), 300);
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
