#include "index/IndexBuilder.h"
#include "index/PackedIndex.h"
#include "index/Selection.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

IndexNames someNames()
{
    return {.themes = {u"workplace"_s, u"groping"_s, u"family"_s}, .sources = {{1, u"one"_s}, {7, u"seven"_s}}};
}

/// At equal times, long ago, undated; rare and common values.
IndexedStory storyNumbered(int id)
{
    IndexedStory story;
    story.id = StoryId(id);
    if (id % 11 != 0)
        story.postedAt = id % 501 == 0 ? -3'000'000'000'000 + id : 1'508'025'600'000 + id / 5 * 1000LL;
    story.platform = id % 3 == 0 ? Platform::Facebook : Platform::Twitter;
    story.voice = id % 2 == 0 ? Voice::Support : Voice::Testimony;
    if (id % 4 != 0)
        story.themes.insert(id % 3);
    story.language = id % 9000 == 0 ? u"cy"_s : id % 5 == 0 ? QString() : u"en"_s;
    story.sources = id % 2 == 0 ? QVector<qint64>{1} : QVector<qint64>{1, 7};
    story.starred = id % 10 == 0;
    story.note = id == 77;
    return story;
}

StoryIndex indexOf(int stories, int reposts)
{
    IndexBuilder builder;
    for (int id = 1; id <= stories; ++id)
        builder.add(storyNumbered(id));
    QVector<IndexedRepost> list;
    for (int i = 0; i < reposts; ++i)
        list.append({StoryId(1 + i % stories), 1'508'025'600'000 + i, i % 40});
    return builder.build(list, someNames());
}

QVector<IndexPart> partsOf(const StoryIndex &index)
{
    QVector<IndexPart> parts;
    packIndex(index, [&](const IndexPart &part) {
        parts.append(part);
        return true;
    });
    return parts;
}

std::optional<StoryIndex> unpacked(const QVector<IndexPart> &parts)
{
    IndexUnpacking unpacking;
    for (const IndexPart &part : parts) {
        if (!unpacking.add(part))
            return std::nullopt;
    }
    return unpacking.finish(someNames());
}

} // namespace

class tst_packedindex : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void aMarkChangesOneSmallPart();
    void refusesWhatIsCutOff();
    void survivesWhateverIsInIt();
    void refusesMissingAndStrangeParts();
    void refusesTimesThatFallOrLieTooLate_data();
    void refusesTimesThatFallOrLieTooLate();
    void keepsNumbersOfAnySize();
};

void tst_packedindex::comesBackAsItWas_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<int>("reposts");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a few") << 1000 << 300;
    QTest::newRow("a whole block") << 131'072 << 0;
    QTest::newRow("several blocks, reposts in several parts") << 300'000 << 100'000;
}

void tst_packedindex::comesBackAsItWas()
{
    QFETCH(int, stories);
    QFETCH(int, reposts);
    const StoryIndex index = indexOf(stories, reposts);
    const auto back = unpacked(partsOf(index));
    QVERIFY(back);
    QCOMPARE(back->size(), stories);
    QCOMPARE(back->datedCount(), index.datedCount());
    for (qint64 ordinal = 0; ordinal<stories; ordinal += stories> 2000 ? 101 : 1) {
        const IndexedStory story = back->story(ordinal);
        const IndexedStory expected = storyNumbered(static_cast<int>(toNumber(index.idAt(ordinal))));
        QVERIFY(story.id == expected.id && story.postedAt == expected.postedAt && story.themes == expected.themes);
        QVERIFY(story.platform == expected.platform && story.voice == expected.voice);
        QVERIFY(story.language == expected.language && story.sources == expected.sources);
        QVERIFY(story.starred == expected.starred && story.note == expected.note);
        QCOMPARE(back->ordinalOf(story.id).value_or(-1), ordinal);
    }
    IndexQuestion question{.filter = {}, .answers = {}};
    question.facets = {Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language, Facet::Source};
    QCOMPARE(back->answer(question).facets, index.answer(question).facets);
    TimelineQuestion timeline;
    timeline.counting = Counting::Posts;
    const Bitset all = index.select({}, {});
    QCOMPARE(back->timeline(timeline, all, {}).counts, index.timeline(timeline, all, {}).counts);
}

void tst_packedindex::aMarkChangesOneSmallPart()
{
    const StoryIndex index = indexOf(200'000, 10);
    IndexedStory marked = index.story(150'000);
    marked.read = true;
    const QVector<IndexPart> before = partsOf(index);
    const QVector<IndexPart> after = partsOf(*index.with({marked}, {}, {}));
    QCOMPARE(after.size(), before.size());
    QVector<qsizetype> different;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after.at(i).bytes != before.at(i).bytes)
            different.append(i);
    }
    QCOMPARE(different.size(), 1);
    QVERIFY(after.at(different.constFirst()).bytes.size() < 100'000);
    QCOMPARE(after.at(different.constFirst()).block, 1);
}

void tst_packedindex::refusesWhatIsCutOff()
{
    const QVector<IndexPart> parts = partsOf(indexOf(3000, 20));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVector<IndexPart> cut = parts;
        cut[i].bytes.chop(1);
        QVERIFY(!unpacked(cut));
        cut[i].bytes.clear();
        // A part of sets may well be empty; everything else may not.
        if (parts.at(i).part == 0 || parts.at(i).block == IndexPart::wholeIndex)
            QVERIFY(!unpacked(cut));
    }
}

/// The checksum is the store's; this is what somebody made up, with a checksum that fits.
void tst_packedindex::survivesWhateverIsInIt()
{
    QRandomGenerator random(1);
    const QVector<IndexPart> parts = partsOf(indexOf(3000, 20));
    for (int round = 0; round < 3000; ++round) {
        QVector<IndexPart> spoiled = parts;
        for (int i = 1 + random.bounded(4); i > 0; --i) {
            IndexPart &part = spoiled[random.bounded(static_cast<int>(parts.size()))];
            // Now the beginning, where sizes and kinds stand, now anywhere.
            const qsizetype reach
                = random.bounded(2) == 0 ? std::min<qsizetype>(part.bytes.size(), 400) : part.bytes.size();
            part.bytes[random.bounded(static_cast<int>(reach))] = static_cast<char>(random.bounded(256));
        }
        const auto index = unpacked(spoiled);
        if (!index)
            continue;
        QCOMPARE(index->size(), 3000);
        const Selection selection(std::make_shared<const StoryIndex>(*index), {}, index->select({}, {}));
        QCOMPARE(selection.allIds(Order::NewestFirst).size(), 3000);
        for (qint64 ordinal = 0; ordinal < 3000; ordinal += 100)
            static_cast<void>(index->story(ordinal));
        static_cast<void>(index->timeline({}, selection.stories(), {}));
    }
}

void tst_packedindex::refusesMissingAndStrangeParts()
{
    const QVector<IndexPart> parts = partsOf(indexOf(140'000, 20));
    QVERIFY(!unpacked({}));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVector<IndexPart> missing = parts;
        missing.removeAt(i);
        QVERIFY(!unpacked(missing));
    }
    QVector<IndexPart> beyond = parts;
    beyond.append({99, 1, parts.at(3).bytes});
    QVERIFY(!unpacked(beyond));
    QVector<IndexPart> twice = parts;
    twice.insert(3, parts.at(2));
    QVERIFY(!unpacked(twice));
}

void tst_packedindex::refusesTimesThatFallOrLieTooLate_data()
{
    QTest::addColumn<qsizetype>("stretch");
    QTest::addColumn<qsizetype>("place"); // of a distance; -1: the least time
    QTest::addColumn<qint64>("value");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("as it was") << qsizetype(1) << qsizetype(0) << qint64(0) << true;
    QTest::newRow("falls within a stretch") << qsizetype(1) << qsizetype(5) << qint64(9'000'000) << false;
    QTest::newRow("doesn't begin with the least") << qsizetype(1) << qsizetype(0) << qint64(1) << false;
    QTest::newRow("begins before the stretch before ends") << qsizetype(1) << qsizetype(-1) << qint64(7) << false;
    QTest::newRow("ends beyond all moments")
        << qsizetype(1) << qsizetype(-1) << std::numeric_limits<qint64>::max() - 1 << false;
}

void tst_packedindex::refusesTimesThatFallOrLieTooLate()
{
    QFETCH(qsizetype, stretch);
    QFETCH(qsizetype, place);
    QFETCH(qint64, value);
    QFETCH(bool, isTaken);
    constexpr qint64 stories = 2000;
    IndexBuilder builder;
    for (int id = 1; id <= stories; ++id) {
        IndexedStory story;
        story.id = StoryId(id);
        story.postedAt = 1'508'025'600'000 + id * 1000LL;
        builder.add(story);
    }
    QVector<IndexPart> parts = partsOf(builder.build({}, someNames()));
    // A least number and whether distances follow, then those: of all ids, and of each 1,024 times.
    constexpr qsizetype head = 9;
    const qsizetype begin = head + 4 * stories + stretch * (head + 4 * 1024);
    const auto columns
        = std::ranges::find_if(parts, [](const IndexPart &part) { return part.block == 0 && part.part == 0; });
    QVERIFY(columns != parts.end());
    if (place < 0) {
        std::memcpy(columns->bytes.data() + begin, &value, sizeof value);
    } else {
        const auto distance = static_cast<quint32>(value);
        std::memcpy(columns->bytes.data() + begin + head + 4 * place, &distance, sizeof distance);
    }
    QCOMPARE(unpacked(parts).has_value(), isTaken);
}

void tst_packedindex::keepsNumbersOfAnySize()
{
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    for (const QVector<qint64> &ids :
         {QVector<qint64>{0x1'0000'0001, 0x1'0000'0007}, QVector<qint64>{-5, -2, 3}, QVector<qint64>{1, largest}}) {
        IndexBuilder builder;
        for (const qint64 id : ids) {
            IndexedStory story;
            story.id = StoryId(id);
            builder.add(story);
        }
        const auto back = unpacked(partsOf(builder.build({}, someNames())));
        QVERIFY(back);
        for (qint64 ordinal = 0; ordinal < ids.size(); ++ordinal) {
            QCOMPARE(toNumber(back->idAt(ordinal)), ids.at(ordinal));
            QCOMPARE(back->ordinalOf(StoryId(ids.at(ordinal))).value_or(-1), ordinal);
        }
    }
}

QTEST_APPLESS_MAIN(tst_packedindex)
#include "tst_packedindex.moc"
