#include "store/CopyGrouping.h"

#include "TemporaryCollection.h"

#include "store/Connection.h"

#include <QVariant>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

// Invented, like every text here.
const QString call = u"if every woman who was ever followed home wrote these two words then people would see how "
                     "many of us there are"_s;
const QString other = u"my invented aunt ran the shop on the corner and nobody there ever asked her why she left"_s;

Story said(const QString &text, Platform platform = Platform::Twitter, Instant at = 1508098860000)
{
    Story story;
    story.platform = platform;
    story.text = text;
    story.language = u"en"_s;
    story.postedAt = at;
    return story;
}

void group(TemporaryCollection &collection)
{
    Progress progress;
    valueOf(collection.writer().groupCopies(progress));
}

QVector<StoryId> copies(TemporaryCollection &collection, StoryId of)
{
    return valueOf(collection.reader().copiesOf(of));
}

} // namespace

class TestCopyGrouping final : public QObject
{
    Q_OBJECT

private slots:
    void findsCopiesAcrossPlatformsAndImports();
    void comparesWithAllThatDoNotWait();
    void leavesWhatOnlySharesABeginning();
    void joinsGroupsThatANewStoryBringsTogether();
    void followsChangedAndForgottenTexts();
    void takesTheEarliestForTheOriginal();
    void whatIsFoundBesideTheWriterIsTheSame_data();
    void whatIsFoundBesideTheWriterIsTheSame();
    void whatHasNoSketchIsLeftToTheWriter();
    void sketchesWhatWasThereBefore();
    void stopsWhole();
};

void TestCopyGrouping::findsCopiesAcrossPlatformsAndImports()
{
    TemporaryCollection collection;
    const auto first = collection.add({said(call), said(other), said(u"#MeToo"_s), said(u"#MeToo"_s)});
    group(collection);
    QCOMPARE(copies(collection, first.at(0)), QVector<StoryId>{first.at(0)});
    const auto second = collection.add({said(u"RT this! "_s + call, Platform::Mastodon),
                                        said(call + u" https://example.org/2"_s, Platform::Bluesky)},
                                       u"b.csv"_s);
    group(collection);
    const QVector<StoryId> all{first.at(0), second.at(0), second.at(1)};
    for (const StoryId id : all)
        QCOMPARE(copies(collection, id), all);
    for (const StoryId id : {first.at(1), first.at(2), first.at(3)})
        QCOMPARE(copies(collection, id), QVector<StoryId>{id});
    QCOMPARE(valueOf(collection.reader().rows(all, StoreReader::Authors::Hidden)).at(1).copies, 2);
}

void TestCopyGrouping::comparesWithAllThatDoNotWait()
{
    TemporaryCollection collection;
    const QString third = u"a made up teacher kept the keys to the hall and everybody in our class knew about it"_s;
    const auto ids = collection.add({said(call), said(other), said(other), said(third), said(third), said(call)});
    group(collection);
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    QVERIFY(isWell(connection->run("DELETE FROM near_copy")));
    for (const int waits : {1, 3}) { // with one that doesn't before, between and behind them
        QVERIFY(connection->select(u"INSERT INTO ungrouped_story (story) VALUES (?)"_s, {toNumber(ids.at(waits))}));
    }
    group(collection);
    QCOMPARE(copies(collection, ids.at(1)), (QVector<StoryId>{ids.at(1), ids.at(2)}));
    QCOMPARE(copies(collection, ids.at(3)), (QVector<StoryId>{ids.at(3), ids.at(4)}));
    QCOMPARE(copies(collection, ids.at(0)), QVector<StoryId>{ids.at(0)}); // neither of the two was to be compared
    const auto last = collection.add({said(call)}, u"b.csv"_s);
    group(collection);
    QCOMPARE(copies(collection, ids.at(0)), (QVector<StoryId>{ids.at(0), last.at(0)}));
}

void TestCopyGrouping::whatIsFoundBesideTheWriterIsTheSame_data()
{
    QTest::addColumn<qint64>("atOnce");
    QTest::newRow("all at once") << qint64(100);
    QTest::newRow("two at once") << qint64(2);
    QTest::newRow("one at once") << qint64(1);
}

/// Some wait and some are in groups already; a later one joins two groups.
void TestCopyGrouping::whatIsFoundBesideTheWriterIsTheSame()
{
    QFETCH(qint64, atOnce);
    QStringList words;
    for (int i = 0; i < 40; ++i)
        words.append(u"word%1"_s.arg(i));
    const QString front = words.first(32).join(u' ');
    const QString back = words.last(32).join(u' ');
    QVector<QVector<QVector<StoryId>>> groups;
    for (const bool isBeside : {false, true}) {
        TemporaryCollection collection;
        QVector<StoryId> ids = collection.add({said(front), said(front), said(back), said(call)});
        group(collection);
        ids += collection.add({said(other), said(back), said(call), said(u"#MeToo"_s), said(other), said(call),
                               said(words.join(u' '))},
                              u"b.csv"_s);
        if (isBeside) {
            const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
            auto found = valueOf(findCopies(*connection, Progress(), atOnce));
            QVERIFY(found.has_value());
            QCOMPARE(found->stories, 6); // #MeToo alone is nobody's copy
            QVERIFY(isWell(collection.writer().writeCopies(*std::move(found))));
            QCOMPARE(valueOf(collection.writer().ungroupedStories()), 0);
        } else {
            group(collection);
        }
        QVector<QVector<StoryId>> found;
        for (const StoryId id : std::as_const(ids))
            found.append(copies(collection, id));
        QCOMPARE(found.constFirst().size(), 5); // those of both halves, and the whole
        groups.append(found);
    }
    QCOMPARE(groups.constFirst(), groups.constLast());
}

void TestCopyGrouping::whatHasNoSketchIsLeftToTheWriter()
{
    TemporaryCollection collection;
    const auto ids = collection.add({said(call), said(call)});
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    QVERIFY(isWell(connection->run("DELETE FROM text_sketch WHERE story = 2")));
    QVERIFY(!valueOf(collection.reader().findCopies(Progress())).has_value());
    group(collection);
    QCOMPARE(copies(collection, ids.at(0)), ids);
}

void TestCopyGrouping::leavesWhatOnlySharesABeginning()
{
    TemporaryCollection collection;
    QVector<Story> stories;
    for (int i = 0; i < 200; ++i) {
        const QString own
            = u" number%1 has%1 quite%1 another%1 story%1 to%1 tell%1 of%1 its%1 own%1 here%1 now%1"_s;
        stories.append(said(u"if every woman who was ever followed home"_s + own.arg(i)));
    }
    const auto ids = collection.add(stories);
    group(collection);
    for (const StoryId id : ids)
        QCOMPARE(copies(collection, id), QVector<StoryId>{id});
}

void TestCopyGrouping::joinsGroupsThatANewStoryBringsTogether()
{
    // Each half alone is far from the other; the whole shares more than seven in ten with both.
    QStringList words;
    for (int i = 0; i < 40; ++i)
        words.append(u"word%1"_s.arg(i));
    const QString front = words.first(32).join(u' ');
    const QString back = words.last(32).join(u' ');
    TemporaryCollection collection;
    const auto ids = collection.add({said(front), said(front), said(back), said(back)});
    group(collection);
    QCOMPARE(copies(collection, ids.at(0)), (QVector<StoryId>{ids.at(0), ids.at(1)}));
    QCOMPARE(copies(collection, ids.at(2)), (QVector<StoryId>{ids.at(2), ids.at(3)}));
    const auto whole = collection.add({said(words.join(u' '))}, u"b.csv"_s);
    group(collection);
    QCOMPARE(copies(collection, whole.at(0)), ids + whole);
}

void TestCopyGrouping::followsChangedAndForgottenTexts()
{
    TemporaryCollection collection;
    const auto ids = collection.add({said(call), said(call), said(call)});
    group(collection);
    Progress progress;
    valueOf(collection.writer().forget(QVector<StoryId>{ids.at(0)}, progress));
    QCOMPARE(copies(collection, ids.at(1)), (QVector<StoryId>{ids.at(1), ids.at(2)}));
    ImportTables &tables = collection.writer().importTables();
    auto run = valueOf(tables.openRun({u"c.csv"_s, u"csv"_s, 1, "c"}));
    QVERIFY(isWell(tables.beginBatch()));
    const CodedStory changed = codeStory(said(other), collection.rules());
    QVERIFY(isWell(tables.change(ids.at(1), said(call), changed, 1, {1, {}})));
    valueOf(tables.commitBatch(run));
    group(collection);
    QCOMPARE(copies(collection, ids.at(1)), QVector<StoryId>{ids.at(1)});
    QCOMPARE(copies(collection, ids.at(2)), QVector<StoryId>{ids.at(2)});
    QCOMPARE(valueOf(collection.reader().rows({{ids.at(2)}}, StoreReader::Authors::Hidden)).at(0).copies, 0);
}

void TestCopyGrouping::takesTheEarliestForTheOriginal()
{
    TemporaryCollection collection;
    Story undated = said(call);
    undated.postedAt.reset();
    const auto ids = collection.add({undated, said(call, Platform::Twitter, 2000),
                                     said(call, Platform::Reddit, 1000), said(other, Platform::Twitter, 500)});
    group(collection);
    const auto made = valueOf(collection.reader().makeIndex());
    const CopyGroups groups = valueOf(collection.reader().copyGroups(made.index));
    const Bitset later = groups.laterAmong(Bitset(made.index.size(), true));
    const auto isLater = [&](StoryId id) { return later.contains(*made.index.ordinalOf(id)); };
    QVERIFY(isLater(ids.at(0)));
    QVERIFY(isLater(ids.at(1)));
    QVERIFY(!isLater(ids.at(2)));
    QVERIFY(!isLater(ids.at(3)));
    QCOMPARE(groups.withCopies({2, 2, false}).count(), 3);
    QCOMPARE(groups.withCopies({0, 0, false}).count(), 1);
    QCOMPARE(groups.withCopies({3, std::nullopt, false}).count(), 0);
    QCOMPARE(groups.withCopies({0, std::nullopt, false}).count(), 4);
}

void TestCopyGrouping::sketchesWhatWasThereBefore()
{
    TemporaryCollection collection;
    const auto ids = collection.add({said(call), said(call), said(u"Me too"_s)});
    collection.close();
    {
        // As a collection of before the step comes out of it.
        auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(connection->run("DELETE FROM text_sketch; DELETE FROM ungrouped_story; INSERT INTO "
                                       "ungrouped_story SELECT id FROM story")));
    }
    collection.open();
    group(collection);
    QCOMPARE(copies(collection, ids.at(0)), (QVector<StoryId>{ids.at(0), ids.at(1)}));
    QCOMPARE(copies(collection, ids.at(2)), QVector<StoryId>{ids.at(2)});
}

void TestCopyGrouping::stopsWhole()
{
    TemporaryCollection collection;
    QVector<Story> stories(70'000, said(call));
    const auto ids = collection.add(stories);
    Progress progress;
    progress.cancel();
    const auto stopped = collection.writer().groupCopies(progress);
    QVERIFY(stopped);
    QVERIFY(!stopped.value()); // nothing was compared, so nothing is to be told
    QCOMPARE(copies(collection, ids.at(0)), QVector<StoryId>{ids.at(0)});
    group(collection);
    QCOMPARE(copies(collection, ids.at(0)), ids);
}

QTEST_GUILESS_MAIN(TestCopyGrouping)
#include "tst_copygrouping.moc"
