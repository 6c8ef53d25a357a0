#include "import/Importer.h"

#include "store/TemporaryCollection.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

/// Records from memory. Breaks after some, on request.
class ListReader final : public Reader
{
public:
    explicit ListReader(QVector<Record> records) : m_records(std::move(records))
    {
        for (qsizetype i = 0; i < m_records.size(); ++i) {
            m_records[i].number = i + 1;
            if (m_records[i].raw.isEmpty())
                m_records[i].raw = "raw record " + QByteArray::number(i + 1);
        }
    }

    QString format() const override { return u"list"_s; }
    Result<std::optional<Record>> next() override
    {
        if (m_at == breakAfter)
            return Error{Error::Kind::Damaged, u"the stream broke"_s};
        if (m_at == m_records.size())
            return std::optional<Record>();
        return std::optional(m_records.at(m_at++));
    }
    qint64 consumed() const override { return m_at; }
    qint64 size() const override { return m_records.size(); }

    qsizetype breakAfter = -1;

private:
    QVector<Record> m_records;
    qsizetype m_at = 0;
};

Story tweet(const QString &id, const QString &text)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = id;
    story.text = text;
    story.language = u"en"_s;
    story.postedAt = 1508098860000;
    return story;
}

Record of(const Story &story)
{
    return {0, {}, story};
}

Repost repost(const QString &id, const QString &originalId, const QString &who)
{
    Repost event;
    event.platform = Platform::Twitter;
    event.nativeId = id;
    event.originalNativeId = originalId;
    event.postedAt = 1508098870000;
    event.author.handle = who;
    return event;
}

QVector<Record> tweets(int count)
{
    QVector<Record> records;
    for (int i = 1; i <= count; ++i)
        records.append(of(tweet(QString::number(i), u"story number %1"_s.arg(i))));
    return records;
}

ImportReport import(TemporaryCollection &collection, const QVector<Record> &records,
                    const QString &name = u"a.jsonl"_s, const BatchVisitor &visit = {})
{
    ListReader reader(records);
    Progress progress;
    return valueOf(
        importRecords(reader, collection.writer(), collection.rules(), {name, {}, 1, 100, {}}, visit, progress));
}

bool sumHolds(const ImportCounts &c)
{
    return c.read == c.added + c.duplicates + c.updated + c.reposts + c.withdrawn + c.skipped + c.rejected;
}

qint64 stories(TemporaryCollection &collection)
{
    return valueOf(collection.reader().storyCount());
}

StoryId idOf(TemporaryCollection &collection, const QString &nativeId)
{
    return valueOf(collection.writer().importTables().find(u"twitter:"_s + nativeId)).value_or(noStory);
}

bool isInTheFile(const TemporaryCollection &collection, const QByteArray &word)
{
    for (const QString &ending : {u""_s, u"-wal"_s}) {
        QFile file(collection.path() + ending);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            return true;
    }
    return false;
}

QStringList findings(TemporaryCollection &collection)
{
    Progress progress;
    return valueOf(collection.reader().check(progress));
}

} // namespace

class tst_import : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRecordIsCountedOnce();
    void importingTwiceAddsNothing();
    void anotherFileAddsItsProvenance();
    void anEditUpdatesAndKeepsTheEarlierText();
    void anOlderVersionThatComesLaterChangesNothing();
    void anEntryThatOnlySaysWhenItChangedIsEdited();
    void bareRowsStayApart();
    void aRepostBringsItsOriginal();
    void aRepostAttachesWhenTheOriginalComes();
    void aRepostTellsThatTwoOriginalsAreOne_data();
    void aRepostTellsThatTwoOriginalsAreOne();
    void aRepostIsNamedBeforeItsOriginalComes();
    void aRepostAttachesWhenItsOriginalIsNamed();
    void aWithdrawalStaysWithdrawn();
    void aStoryOfASuspendedAccountIsHidden();
    void allStoriesOfASuspendedAccountAreHidden();
    void undoShowsWhatTheImportHid();
    void aForgottenStoryDoesNotComeBack();
    void aRejectedRecordKeepsItsNeighbours();
    void aBrokenStreamKeepsWhatWasRead();
    void aCancelledImportGoesOn();
    void someRecordsOfAFileAreARunOfTheirOwn();
    void someRecordsThatWereStoppedAreNotGoneOnWith();
    void aLargerCollectionTakesLargerBatches();
    void twoStoriesOfOnePageAreKeptApart_data();
    void twoStoriesOfOnePageAreKeptApart();
    void aPageThatWasForgottenComesInByItsAddressNeither();
    void rejectedRecordsGoAsFarAsTheyWereReadAgain();
    void rejectedRecordsComeInPages();
    void undoTakesOneImportBack();
    void undoTakesTheWordsOutOfTheFile();
    void whatAnInterruptedImportTookBackLeavesTheFile_data();
    void whatAnInterruptedImportTookBackLeavesTheFile();
    void anImportSaysThatWordsLinger();
    void undoGivesTheEarlierTextBack();
    void undoLeavesRepostsOfOthersWaiting();
    void aStoryTellsTheImportsThatAreLeft_data();
    void aStoryTellsTheImportsThatAreLeft();
    void aSourceGoesWithOrWithoutItsStories();
    void aFullDiskStopsBetweenBatches();
    void killingLeavesWholeBatches();
    void batchesTellWhatTheyTouched();
};

void tst_import::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_import::everyRecordIsCountedOnce()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(3);
    records << of(tweet(u"1"_s, u"story number 1"_s));
    Story richer = tweet(u"2"_s, u"story number 2"_s);
    richer.contentWarning = u"care"_s;
    records << of(richer);
    Repost withOriginal = repost(u"50"_s, u"60"_s, u"mary"_s);
    withOriginal.original = tweet(u"60"_s, u"an original"_s);
    records << Record{0, {}, withOriginal} << Record{0, {}, repost(u"51"_s, u"61"_s, u"mary"_s)}
            << Record{0, {}, Withdrawal{Platform::Twitter, u"3"_s, u"deleted"_s}}
            << Record{0, {}, Skipped{u"a user"_s}} << Record{0, {}, Skipped{u"a user"_s}}
            << Record{0, {}, Rejected{u"It is not valid."_s}};
    const ImportReport report = import(collection, records);
    QCOMPARE(report.counts, (ImportCounts{11, 3, 1, 1, 2, 1, 2, 1, 1}));
    QVERIFY(sumHolds(report.counts));
    QCOMPARE(report.skippedBy, (QMap<QString, qint64>{{u"a user"_s, 2}}));
    QCOMPARE(stories(collection), 3);
    QCOMPARE(findings(collection), QStringList());
    const auto runs = valueOf(collection.reader().runs());
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).read, 11);
    QVERIFY(runs.at(0).finishedAt);
}

void tst_import::importingTwiceAddsNothing()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(250);
    records << Record{0, {}, repost(u"500"_s, u"7"_s, u"mary"_s)};
    import(collection, records);
    const ImportReport again = import(collection, records);
    QCOMPARE(again.counts, (ImportCounts{251, 0, 251, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(stories(collection), 250);
    QCOMPARE(valueOf(collection.reader().sources()).size(), 1);
    const StoryPage page = valueOf(collection.reader().page(idOf(collection, u"7"_s)));
    QCOMPARE(page.reposts, 1);
    QCOMPARE(page.provenances.size(), 1);
}

void tst_import::anotherFileAddsItsProvenance()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    const ImportReport other = import(collection, tweets(2), u"b.jsonl"_s);
    QCOMPARE(other.counts.duplicates, 2);
    import(collection, tweets(1), u"b.jsonl"_s); // another size: another file of the same name
    const StoryPage page = valueOf(collection.reader().page(idOf(collection, u"1"_s)));
    QStringList names;
    for (const Provenance &provenance : page.provenances)
        names.append(provenance.sourceName);
    QCOMPARE(names, (QStringList{u"a.jsonl"_s, u"b.jsonl"_s, u"b.jsonl (2)"_s}));
}

void tst_import::anEditUpdatesAndKeepsTheEarlierText()
{
    TemporaryCollection collection;
    Story first = tweet(u"1"_s, u"frist word"_s);
    first.editIds = {u"1"_s};
    Story second = tweet(u"2"_s, u"first word"_s);
    second.editIds = {u"1"_s, u"2"_s};
    import(collection, {of(first)});
    QCOMPARE(import(collection, {of(second)}, u"b"_s).counts.updated, 1);
    QCOMPARE(import(collection, {of(first)}, u"c"_s).counts.duplicates, 1);
    QCOMPARE(stories(collection), 1);
    const StoryPage page = valueOf(collection.reader().page(idOf(collection, u"1"_s)));
    QCOMPARE(page.text, u"first word"_s);
    QCOMPARE(page.earlierTexts.size(), 1);
    QCOMPARE(page.earlierTexts.at(0).text, u"frist word"_s);
    QCOMPARE(valueOf(collection.reader().match(WordQuery::phrase(u"first"_s))).size(), size_t(1));
    QCOMPARE(valueOf(collection.reader().match(WordQuery::phrase(u"frist"_s))).size(), size_t(0));
    QCOMPARE(findings(collection), QStringList());
}

/// It is kept, but nobody reads anything new.
void tst_import::anOlderVersionThatComesLaterChangesNothing()
{
    TemporaryCollection collection;
    Story first = tweet(u"1"_s, u"frist word"_s);
    first.editIds = {u"1"_s};
    Story second = tweet(u"2"_s, u"first word"_s);
    second.editIds = {u"1"_s, u"2"_s};
    import(collection, {of(second)});
    const ImportReport stale = import(collection, {of(first)}, u"b"_s);
    QCOMPARE(stale.counts.updated, 0);
    QCOMPARE(stale.counts.duplicates, 1);
    const StoryPage page = valueOf(collection.reader().page(idOf(collection, u"1"_s)));
    QCOMPARE(page.text, u"first word"_s);
    QCOMPARE(page.earlierTexts.size(), 1);
    QCOMPARE(page.earlierTexts.at(0).text, u"frist word"_s);
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::anEntryThatOnlySaysWhenItChangedIsEdited()
{
    TemporaryCollection collection;
    Story first = tweet(u"urn:1"_s, u"frist word"_s);
    first.platform = Platform::Blog;
    Story second = first;
    second.text = u"first word"_s;
    second.postedAt = *first.postedAt + 1000;
    import(collection, {of(first)});
    QCOMPARE(import(collection, {of(second)}, u"b"_s).counts.updated, 1);
    QCOMPARE(import(collection, {of(first)}, u"c"_s).counts.duplicates, 1);
    const auto id = valueOf(collection.writer().importTables().find(u"blog:urn:1"_s));
    const StoryPage page = valueOf(collection.reader().page(id.value_or(noStory)));
    QCOMPARE(page.text, u"first word"_s);
    QCOMPARE(page.earlierTexts.size(), 1);
}

void tst_import::bareRowsStayApart()
{
    TemporaryCollection collection;
    Story bare;
    bare.text = u"#MeToo"_s;
    const QVector<Record> records(1000, of(bare));
    QCOMPARE(import(collection, records).counts.added, 1000);
    QCOMPARE(import(collection, records).counts.duplicates, 1000);
    QCOMPARE(stories(collection), 1000);
}

void tst_import::aRepostBringsItsOriginal()
{
    TemporaryCollection collection;
    Repost event = repost(u"50"_s, u"1"_s, u"mary"_s);
    event.original = tweet(u"1"_s, u"an original"_s);
    Repost other = event;
    other.nativeId = u"51"_s;
    other.author.handle = u"ann"_s;
    const ImportReport report
        = import(collection, QVector<Record>{Record{0, {}, event}, Record{0, {}, other}, Record{0, {}, event}});
    QCOMPARE(report.counts, (ImportCounts{3, 0, 1, 0, 2, 0, 0, 0, 1}));
    const auto contents = valueOf(collection.reader().indexContents());
    QCOMPARE(contents.reposts.size(), 2);
    QVERIFY(contents.reposts.at(0).account != contents.reposts.at(1).account);
    QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).provenances.size(), 1);
}

void tst_import::aRepostAttachesWhenTheOriginalComes()
{
    TemporaryCollection collection;
    import(collection, QVector<Record>{Record { 0, {}, repost(u"50"_s, u"1"_s, u"mary"_s) }});
    QCOMPARE(valueOf(collection.reader().indexContents()).reposts.size(), 0);
    QVector<IndexedRepost> attached;
    import(collection, tweets(2), u"b"_s, [&](const TouchedStories &touched) { attached += touched.reposts;
});
QCOMPARE(attached.size(), 1);
QCOMPARE(attached.at(0).original, idOf(collection, u"1"_s));
QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).reposts, 1);
}

void tst_import::aRepostTellsThatTwoOriginalsAreOne_data()
{
    QTest::addColumn<bool>("isNamedFirst");
    QTest::newRow("named first") << true;
    QTest::newRow("named later") << false;
}

/// 4CAT's tables have a repost's id and the original's text, not its id.
void tst_import::aRepostTellsThatTwoOriginalsAreOne()
{
    QFETCH(bool, isNamedFirst);
    TemporaryCollection collection;
    Repost named = repost(u"50"_s, u"1"_s, u"mary"_s);
    named.original = tweet(u"1"_s, u"an original"_s);
    named.original->author.handle = u"ann"_s;
    Repost nameless = repost(u"50"_s, {}, u"mary"_s);
    nameless.original = tweet({}, u"an original"_s);
    nameless.original->author.handle = u"ann"_s;
    nameless.original->postedAt.reset();
    Repost another = nameless;
    another.nativeId = u"51"_s;
    const QVector<Record> namedFile{Record{0, {}, named}};
    const QVector<Record> namelessFile{Record{0, {}, nameless}, Record{0, {}, another}};
    import(collection, isNamedFirst ? namedFile : namelessFile, u"a"_s);
    import(collection, isNamedFirst ? namelessFile : namedFile, u"b"_s);
    QCOMPARE(stories(collection), 1);
    const auto page = valueOf(collection.reader().page(idOf(collection, u"1"_s)));
    QCOMPARE(page.provenances.size(), 2);
    QCOMPARE(page.reposts, 2);
    const Story story = valueOf(collection.writer().importTables().read(idOf(collection, u"1"_s)));
    QCOMPARE(story.nativeId, u"1"_s);
    QCOMPARE(story.postedAt, named.original->postedAt);
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::aRepostIsNamedBeforeItsOriginalComes()
{
    TemporaryCollection collection;
    import(collection, QVector<Record>{Record { 0, {}, repost(u"50"_s, {}, u"mary"_s) }}, u"a"_s);
    import(collection, QVector<Record>{Record { 0, {}, repost(u"50"_s, u"1"_s, u"mary"_s) }}, u"b"_s);
    import(collection, tweets(2), u"c"_s);
    QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).reposts, 1);
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::aRepostAttachesWhenItsOriginalIsNamed()
{
    TemporaryCollection collection;
    import(collection, QVector<Record>{Record { 0, {}, repost(u"50"_s, {}, u"mary"_s) }}, u"a"_s);
    Repost named = repost(u"50"_s, u"1"_s, u"mary"_s);
    named.original = tweet(u"1"_s, u"an original"_s);
    QVector<IndexedRepost> attached;
    import(collection, QVector<Record>{Record{0, {}, named}}, u"b"_s,
           [&](const TouchedStories &touched) { attached += touched.reposts;
});
QCOMPARE(attached.size(), 1);
QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).reposts, 1);
QCOMPARE(findings(collection), QStringList());
}

void tst_import::aWithdrawalStaysWithdrawn()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    const QVector<Record> news{Record{0, {}, Withdrawal{Platform::Twitter, u"2"_s, u"deleted"_s}},
                               Record{0, {}, Withdrawal{Platform::Twitter, u"77"_s, u"deleted"_s}}};
    QVector<StoryId> removed;
    const StoryId gone = idOf(collection, u"2"_s);
    import(collection, news, u"b"_s, [&](const TouchedStories &touched) { removed += touched.removed;
});
QCOMPARE(removed, QVector<StoryId>{gone});
QCOMPARE(stories(collection), 2);
const ImportReport again = import(collection, tweets(3), u"c"_s);
QCOMPARE(again.counts.withdrawn, 1);
QCOMPARE(again.counts.duplicates, 2);
QCOMPARE(import(collection, {of(tweet(u"77"_s, u"later"_s))}, u"d"_s).counts.withdrawn, 1);
QCOMPARE(stories(collection), 2);
QCOMPARE(findings(collection), QStringList());
}

void tst_import::aStoryOfASuspendedAccountIsHidden()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    const StoryId hidden = idOf(collection, u"2"_s);
    QVector<Record> news;
    for (const QString &reason : {u"suspended"_s, u"protected"_s})
        news.append({0, {}, Withdrawal{Platform::Twitter, u"2"_s, reason}});
    const ImportReport report = import(collection, news, u"b"_s);
    QCOMPARE(report.counts.withdrawn, 2);
    QCOMPARE(stories(collection), 2);
    QCOMPARE(valueOf(collection.reader().indexContents()).stories.size(), 2);
    QVERIFY(!collection.reader().page(hidden));
    QCOMPARE(valueOf(collection.reader().makeIndex()).index.countFrom(1), 2);
    QCOMPARE(findings(collection), QStringList());

    // It is known when it comes again, and stays hidden.
    QCOMPARE(import(collection, tweets(3), u"c"_s).counts.duplicates, 3);
    QCOMPARE(stories(collection), 2);

    // A deletion, or seven days, take it back for good.
    Progress progress;
    QCOMPARE(valueOf(collection.writer().purgeHidden(0, progress)).removed.size(), 0);
    const qint64 soon = QDateTime::currentMSecsSinceEpoch() + 1000;
    QCOMPARE(valueOf(collection.writer().purgeHidden(soon, progress)).removed, QVector<StoryId>{hidden});
    QCOMPARE(import(collection, tweets(3), u"d"_s).counts.withdrawn, 1);
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::allStoriesOfASuspendedAccountAreHidden()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(4);
    for (int i = 0; i < 3; ++i)
        std::get<Story>(records[i].content).author = {i < 2 ? u"70"_s : u"71"_s, {}, {}, {}};
    import(collection, records);
    const Withdrawal notice{Platform::Twitter, u"70"_s, u"suspended"_s, true};
    const Withdrawal unknown{Platform::Twitter, u"99"_s, u"protected"_s, true};
    const ImportReport report
        = import(collection, QVector<Record>{Record{0, {}, notice}, Record{0, {}, unknown}}, u"b"_s);
    QCOMPARE(report.counts.withdrawn, 2);
    QCOMPARE(stories(collection), 2);
    QVERIFY(!collection.reader().page(idOf(collection, u"1"_s)));
    QVERIFY(!collection.reader().page(idOf(collection, u"2"_s)));
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::undoShowsWhatTheImportHid()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    const StoryId hidden = idOf(collection, u"2"_s);
    const QVector<Record> news{Record{0, {}, Withdrawal{Platform::Twitter, u"2"_s, u"protected"_s}}};
    const qint64 run = import(collection, news, u"b"_s).run;
    QCOMPARE(stories(collection), 2);
    Progress progress;
    const TouchedStories touched = valueOf(collection.writer().undoRun(run, progress));
    QCOMPARE(touched.changed, QVector<StoryId>{hidden});
    QCOMPARE(stories(collection), 3);
    QVERIFY(collection.reader().page(hidden));
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::aForgottenStoryDoesNotComeBack()
{
    TemporaryCollection collection;
    Story bare;
    bare.text = u"words of one who has no name"_s;
    const QVector<Record> records{of(bare), of(tweet(u"1"_s, u"with an id"_s))};
    QVector<StoryId> ids;
    import(collection, records, u"a"_s, [&](const TouchedStories &touched) { ids = touched.changed;
});
QCOMPARE(ids.size(), 2);
Progress progress;
QVERIFY(collection.writer().forget(ids, progress));
QCOMPARE(import(collection, records, u"a"_s).counts.withdrawn, 2);
QCOMPARE(stories(collection), 0);
}

void tst_import::aRejectedRecordKeepsItsNeighbours()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(5);
    records[2].content = Rejected{u"It ends in the middle."_s};
    const ImportReport report = import(collection, records);
    QCOMPARE(report.counts.added, 4);
    QCOMPARE(report.rejections.size(), 1);
    QCOMPARE(report.rejections.at(0).record, 3);
    const auto rejections = valueOf(collection.reader().rejections(report.run, 0, 100));
    QCOMPARE(rejections.size(), 1);
    QCOMPARE(rejections.at(0).reason, u"It ends in the middle."_s);
    QCOMPARE(rejections.at(0).bytes, QByteArray("raw record 3"));
}

void tst_import::aBrokenStreamKeepsWhatWasRead()
{
    TemporaryCollection collection;
    ListReader reader(tweets(250));
    reader.breakAfter = 130;
    Progress progress;
    const auto broken
        = importRecords(reader, collection.writer(), collection.rules(), {u"a"_s, {}, 1, 100, {}}, {}, progress);
    QVERIFY(broken);
    QCOMPARE(broken->brokenOff, u"the stream broke"_s);
    QVERIFY(!broken->cancelled);
    QCOMPARE(broken->counts.added, 130);
    QCOMPARE(stories(collection), 130);
    QVERIFY(!valueOf(collection.reader().runs()).at(0).finishedAt);
}

void tst_import::aCancelledImportGoesOn()
{
    TemporaryCollection collection;
    ListReader reader(tweets(250));
    Progress progress;
    const ImportOptions options{u"a.jsonl"_s, {}, 1, 100, {}};
    const auto cancelled = valueOf(importRecords(
        reader, collection.writer(), collection.rules(), options,
        [&progress](const TouchedStories &) { progress.cancel(); }, progress));
    QVERIFY(cancelled.cancelled);
    QVERIFY(sumHolds(cancelled.counts));
    QCOMPARE(stories(collection), 100);
    QCOMPARE(cancelled.counts.added, 100);
    const ImportReport rest = import(collection, tweets(250));
    QCOMPARE(rest.run, cancelled.run);
    QCOMPARE(rest.continuedFrom, cancelled.counts.read);
    QVERIFY(!rest.cancelled);
    QCOMPARE(rest.counts, (ImportCounts{250, 250, 0, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(stories(collection), 250);
    QCOMPARE(import(collection, tweets(250)).continuedFrom, 0);
}

/// Records that were set aside are read again while an import of their file is unfinished: each run goes on alone.
void tst_import::someRecordsOfAFileAreARunOfTheirOwn()
{
    TemporaryCollection collection;
    ListReader whole(tweets(250));
    Progress stopped;
    const ImportOptions file{.path = u"a.jsonl"_s, .digest = "of the file", .batchSize = 100, .size = {}};
    const auto unfinished = valueOf(importRecords(
        whole, collection.writer(), collection.rules(), file,
        [&stopped](const TouchedStories &) { stopped.cancel(); }, stopped));
    QVERIFY(unfinished.cancelled);

    ListReader some({of(tweet(u"1001"_s, u"an edited record"_s))});
    Progress progress;
    const ImportOptions part{.path = u"a.jsonl"_s, .digest = "of the file", .size = whole.size()};
    const auto read = valueOf(importRecords(some, collection.writer(), collection.rules(), part, {}, progress));
    QVERIFY(read.run != unfinished.run);
    QCOMPARE(read.continuedFrom, 0);
    QCOMPARE(read.counts, (ImportCounts{1, 1, 0, 0, 0, 0, 0, 0, 0}));

    ListReader again(tweets(250));
    Progress rest;
    const auto finished = valueOf(importRecords(again, collection.writer(), collection.rules(), file, {}, rest));
    QCOMPARE(finished.run, unfinished.run);
    QCOMPARE(finished.continuedFrom, 100);
    QCOMPARE(stories(collection), 251);
    QCOMPARE(valueOf(collection.reader().sources()).size(), 1);
}

void tst_import::someRecordsThatWereStoppedAreNotGoneOnWith()
{
    TemporaryCollection collection;
    ListReader some(tweets(3));
    Progress stopped;
    const auto part = valueOf(importRecords(
        some, collection.writer(), collection.rules(),
        {.path = u"a.jsonl"_s, .digest = "of the file", .batchSize = 1, .size = 250},
        [&stopped](const TouchedStories &) { stopped.cancel(); }, stopped));
    QVERIFY(part.cancelled);
    QVERIFY(valueOf(collection.reader().runs()).at(0).finishedAt);

    ListReader whole(tweets(250));
    Progress progress;
    const auto file
        = valueOf(importRecords(whole, collection.writer(), collection.rules(),
                                {.path = u"a.jsonl"_s, .digest = "of the file", .size = {}}, {}, progress));
    QVERIFY(file.run != part.run);
    QCOMPARE(file.counts.read, 250);
}

void tst_import::aLargerCollectionTakesLargerBatches()
{
    TemporaryCollection collection;
    import(collection, tweets(300));
    ListReader known(tweets(30));
    Progress progress;
    QVector<qsizetype> batches;
    QVERIFY(importRecords(
        known, collection.writer(), collection.rules(), {.path = u"b.jsonl"_s, .batchSize = 1, .size = {}},
        [&batches](const TouchedStories &touched) { batches.append(touched.changed.size()); }, progress));
    QCOMPARE(batches.size(), 11); // the last one finds the end
    QCOMPARE(batches.first(10), QVector<qsizetype>(10, 3));
}

void tst_import::twoStoriesOfOnePageAreKeptApart_data()
{
    QTest::addColumn<QString>("firstId");
    QTest::addColumn<QString>("secondId");
    QTest::addColumn<Platform>("second");
    QTest::newRow("the first has the page's id") << u"9"_s << u"10"_s << Platform::Twitter;
    QTest::newRow("the second has the page's id") << u"10"_s << u"9"_s << Platform::Twitter;
    QTest::newRow("neither has it") << u"10"_s << u"11"_s << Platform::Twitter;
    QTest::newRow("both, on two platforms") << u"9"_s << u"9"_s << Platform::Mastodon;
}

/// A comment may give the address of what it comments on.
void tst_import::twoStoriesOfOnePageAreKeptApart()
{
    QFETCH(QString, firstId);
    QFETCH(QString, secondId);
    QFETCH(Platform, second);
    TemporaryCollection collection;
    Story page = tweet(firstId, u"an invented page"_s);
    Story comment = tweet(secondId, u"an invented comment"_s);
    comment.platform = second;
    page.permalink = comment.permalink = u"https://example.org/a/9"_s;
    import(collection, {of(page), of(comment)});
    QCOMPARE(stories(collection), 2);
    QCOMPARE(findings(collection), QStringList());

    Story again = tweet(QString(), page.text);
    again.permalink = page.permalink;
    QCOMPARE(import(collection, {of(again)}, u"b.jsonl"_s).counts.added, 0);
    Progress progress;
    const auto commented
        = valueOf(collection.writer().importTables().find(nativeKey(comment.platform, comment.nativeId)));
    QVERIFY(commented);
    QVERIFY(collection.writer().forget(QVector<StoryId>{*commented}, progress));
    QCOMPARE(stories(collection), 1);
    QCOMPARE(findings(collection), QStringList());
    QCOMPARE(import(collection, {of(page)}, u"c.jsonl"_s).counts.withdrawn, 0);
    QCOMPARE(import(collection, {of(comment)}, u"d.jsonl"_s).counts.withdrawn, 1);
}

void tst_import::aPageThatWasForgottenComesInByItsAddressNeither()
{
    TemporaryCollection collection;
    Story page = tweet(u"9"_s, u"an invented page"_s);
    page.permalink = u"https://example.org/a/9"_s;
    import(collection, {of(page)});
    Progress progress;
    QVERIFY(collection.writer().forget(QVector<StoryId>{idOf(collection, u"9"_s)}, progress));
    page.nativeId.clear();
    const ImportReport again = import(collection, {of(page)}, u"b.jsonl"_s);
    QCOMPARE(again.counts.withdrawn, 1);
    QCOMPARE(again.counts.added, 0);
}

void tst_import::rejectedRecordsGoAsFarAsTheyWereReadAgain()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(9);
    for (const qsizetype bad : {1, 3, 5})
        records[bad].content = Rejected{u"It ends in the middle."_s};
    const qint64 run = import(collection, records).run;
    QVERIFY(isWell(collection.writer().forgetRejections(run, 0)));
    QCOMPARE(valueOf(collection.reader().rejections(run, 0, 100)).size(), 3);
    QVERIFY(isWell(collection.writer().forgetRejections(run, 2)));
    const auto left = valueOf(collection.reader().rejections(run, 0, 100));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).record, 6);
}

void tst_import::rejectedRecordsComeInPages()
{
    TemporaryCollection collection;
    QVector<Record> records = tweets(5);
    for (Record &record : records) {
        record.content = Rejected{u"It ends in the middle."_s};
        record.raw = QByteArray(3 * 1024 * 1024, 'x'); // two of them are more than a page
    }
    records[4].raw = "the last";
    const qint64 run = import(collection, records).run;
    QVector<qint64> sizes;
    QVector<qint64> numbers;
    for (qint64 last = 0;;) {
        const auto page = valueOf(collection.reader().rejections(run, last, 3));
        sizes.append(page.size());
        if (page.isEmpty())
            break;
        for (const StoredRejection &one : page)
            numbers.append(one.record);
        last = page.constLast().number;
    }
    QCOMPARE(sizes, (QVector<qint64>{2, 2, 1, 0}));
    QCOMPARE(numbers, (QVector<qint64>{1, 2, 3, 4, 5}));
}

void tst_import::undoTakesOneImportBack()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    const ImportReport second = import(collection, tweets(6), u"b"_s);
    QCOMPARE(second.counts.added, 3);
    Progress progress;
    const auto touched = valueOf(collection.writer().undoRun(second.run, progress));
    QCOMPARE(touched.removed.size(), 3);
    QCOMPARE(stories(collection), 3);
    QCOMPARE(valueOf(collection.reader().sources()).size(), 1);
    QCOMPARE(valueOf(collection.reader().runs()).size(), 1);
    QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).provenances.size(), 1);
    QCOMPARE(findings(collection), QStringList());
    QCOMPARE(import(collection, tweets(6), u"b"_s).counts.added, 3);
}

void tst_import::undoGivesTheEarlierTextBack()
{
    TemporaryCollection collection;
    import(collection, {of(tweet(u"1"_s, u"the first text"_s))});
    Story second = tweet(u"1"_s, u"the second text"_s);
    second.editedAt = 1508098900000;
    Story third = tweet(u"1"_s, u"the third text"_s);
    third.editedAt = 1508098990000;
    const qint64 secondRun = import(collection, {of(second)}, u"b"_s).run;
    const qint64 thirdRun = import(collection, {of(third)}, u"c"_s).run;
    const auto text = [&] { return valueOf(collection.reader().page(idOf(collection, u"1"_s))).text; };
    QCOMPARE(text(), u"the third text"_s);
    Progress progress;
    QVERIFY(collection.writer().undoRun(secondRun, progress));
    QCOMPARE(text(), u"the third text"_s);
    QVERIFY(collection.writer().undoRun(thirdRun, progress));
    QCOMPARE(text(), u"the first text"_s);
    QCOMPARE(valueOf(collection.reader().match(WordQuery::phrase(u"first"_s))).size(), size_t(1));
    QCOMPARE(valueOf(collection.reader().match(WordQuery::phrase(u"third"_s))).size(), size_t(0));
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::undoTakesTheWordsOutOfTheFile()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    QVector<Record> records;
    for (int i = 100; i < 400; ++i)
        records.append(of(tweet(QString::number(i), u"zanzibella number %1"_s.arg(i))));
    const qint64 run = import(collection, records, u"b"_s).run;
    QVERIFY(isInTheFile(collection, "zanzibella"));
    Progress progress;
    QCOMPARE(valueOf(collection.writer().undoRun(run, progress)).removed.size(), 300);
    QCOMPARE(progress.done.load(), progress.total.load());
    QVERIFY(!isInTheFile(collection, "zanzibella"));
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::whatAnInterruptedImportTookBackLeavesTheFile_data()
{
    QTest::addColumn<bool>("isGoneOnWith");
    QTest::newRow("opened again") << false;
    QTest::newRow("gone on with") << true;
}

/// The stories go with a batch; the disk is full before the import can clean up behind them.
void tst_import::whatAnInterruptedImportTookBackLeavesTheFile()
{
    QFETCH(const bool, isGoneOnWith);
    TemporaryCollection collection;
    import(collection, tweets(3));
    QVector<Record> told;
    QVector<Record> takenBack;
    for (int i = 1000; i < 1300; ++i) {
        Story story = tweet(QString::number(i), u"zanzibella number %1"_s.arg(i));
        story.author.handle = u"quixotrina"_s;
        told.append(of(story));
        takenBack.append({0, {}, Withdrawal{Platform::Twitter, story.nativeId, u"deleted"_s}});
    }
    import(collection, told, u"b"_s);
    const auto index = valueOf(collection.reader().makeIndex());
    QVERIFY(isWell(collection.writer().keepIndex(index.index, index.generation, Progress())));
    ListReader reader(takenBack + tweets(2000));
    Progress progress;
    bool isFull = false;
    const ImportOptions options{
        .path = u"c"_s, .batchSize = 1000, .freeSpace = [&] { return isFull ? 0 : qint64(1) << 40; }, .size = {}};
    const auto interrupted = importRecords(
        reader, collection.writer(), collection.rules(), options,
        [&](const TouchedStories &touched) { isFull = !touched.removed.isEmpty(); }, progress);
    QVERIFY(!interrupted);
    QCOMPARE(interrupted.error().kind, Error::Kind::Full);
    QCOMPARE(stories(collection), 700);

    if (isGoneOnWith) {
        import(collection, takenBack + tweets(2000), u"c"_s);
    } else {
        collection.close();
        collection.open();
    }
    QVERIFY(!isInTheFile(collection, "zanzibella"));
    QVERIFY(!isInTheFile(collection, "quixotrina"));
    QVERIFY(!valueOf(collection.reader().keptIndex()));
}

/// Stopped, it can't wait for those who read.
void tst_import::anImportSaysThatWordsLinger()
{
    TemporaryCollection collection;
    import(collection, {of(tweet(u"1000"_s, u"zanzibella was here"_s))}, u"b"_s);
    ListReader reader({{0, {}, Withdrawal{Platform::Twitter, u"1000"_s, u"deleted"_s}}});
    Progress progress;
    const auto stopped = valueOf(importRecords(
        reader, collection.writer(), collection.rules(), {.path = u"c"_s, .size = {}},
        [&progress](const TouchedStories &touched) {
            if (!touched.removed.isEmpty())
                progress.cancel();
        },
        progress));
    QCOMPARE(stopped.counts.withdrawn, 1);
    QVERIFY(isInTheFile(collection, "zanzibella"));
    QCOMPARE(stopped.notes.filter(u"journal"_s).size(), 1);
    collection.close();
    collection.open();
    QVERIFY(!isInTheFile(collection, "zanzibella"));
}

void tst_import::undoLeavesRepostsOfOthersWaiting()
{
    TemporaryCollection collection;
    const qint64 run = import(collection, tweets(1)).run;
    import(collection, QVector<Record>{Record { 0, {}, repost(u"50"_s, u"1"_s, u"mary"_s) }}, u"b"_s);
    Progress progress;
    QVERIFY(collection.writer().undoRun(run, progress));
    QCOMPARE(stories(collection), 0);
    import(collection, tweets(1), u"c"_s);
    QCOMPARE(valueOf(collection.reader().page(idOf(collection, u"1"_s))).reposts, 1);
}

void tst_import::aStoryTellsTheImportsThatAreLeft_data()
{
    QTest::addColumn<QStringList>("undone");
    QStringList names{u"a"_s, u"b"_s, u"c"_s};
    do {
        QTest::addRow("%s", qPrintable(names.join(u", "_s))) << names;
    } while (std::next_permutation(names.begin(), names.end()));
}

void tst_import::aStoryTellsTheImportsThatAreLeft()
{
    QFETCH(QStringList, undone);
    TemporaryCollection collection;
    QMap<QString, qint64> runs;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        runs.insert(name, import(collection, tweets(2), name).run);
    const auto told = [&collection] {
        QStringList names;
        for (const Provenance &provenance : valueOf(collection.reader().page(idOf(collection, u"1"_s))).provenances)
            names.append(provenance.sourceName);
        return names;
    };
    QCOMPARE(told(), runs.keys());
    Progress progress;
    for (const QString &name : std::as_const(undone)) {
        QVERIFY(collection.writer().undoRun(runs.take(name), progress));
        QCOMPARE(stories(collection), runs.isEmpty() ? 0 : 2);
        if (!runs.isEmpty())
            QCOMPARE(told(), runs.keys());
        QCOMPARE(findings(collection), QStringList());
    }
    import(collection, tweets(2), u"a"_s);
    QCOMPARE(told(), QStringList{u"a"_s});
}

void tst_import::aSourceGoesWithOrWithoutItsStories()
{
    TemporaryCollection collection;
    import(collection, tweets(3));
    import(collection, tweets(5), u"b"_s);
    const auto sources = valueOf(collection.reader().sources());
    QCOMPARE(sources.size(), 2);
    QCOMPARE(valueOf(collection.reader().makeIndex()).index.countFrom(sources.at(1).number), 5);
    Progress progress;
    const auto kept = valueOf(collection.writer().removeSource(sources.at(0).number, false, progress));
    QCOMPARE(kept.removed.size(), 0);
    QCOMPARE(kept.changed.size(), 3);
    QCOMPARE(stories(collection), 5);
    for (const QString &id : {u"1"_s, u"5"_s}) {
        const auto page = valueOf(collection.reader().page(idOf(collection, id)));
        QCOMPARE(page.provenances.size(), 1);
        QCOMPARE(page.provenances.at(0).sourceName, u"b"_s);
    }
    const auto gone = valueOf(collection.writer().removeSource(sources.at(1).number, true, progress));
    QCOMPARE(gone.removed.size(), 5);
    QCOMPARE(stories(collection), 0);
    QCOMPARE(valueOf(collection.reader().sources()).size(), 0);
    QCOMPARE(findings(collection), QStringList());
}

void tst_import::aFullDiskStopsBetweenBatches()
{
    TemporaryCollection collection;
    qint64 space = 199 * 1024 * 1024;
    ImportOptions options{u"a.jsonl"_s, {}, 1, 100, [&] { return space; }};
    Progress progress;
    {
        ListReader reader(tweets(250));
        const auto refused = importRecords(reader, collection.writer(), collection.rules(), options, {}, progress);
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().kind), int(Error::Kind::Full));
        QCOMPARE(valueOf(collection.reader().runs()).size(), 0);
    }
    space = 300 * 1024 * 1024;
    ListReader reader(tweets(250));
    const auto stopped = importRecords(
        reader, collection.writer(), collection.rules(), options,
        [&](const TouchedStories &) { space = 63 * 1024 * 1024; }, progress);
    QVERIFY(!stopped);
    QCOMPARE(int(stopped.error().kind), int(Error::Kind::Full));
    QCOMPARE(stories(collection), 100);
    QCOMPARE(import(collection, tweets(250)).continuedFrom, 100);
    QCOMPARE(stories(collection), 250);
}

void tst_import::killingLeavesWholeBatches()
{
    TemporaryCollection collection;
    collection.close();
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--import"_s, collection.path()});
    // It says after each batch that it is there; killed in the middle of a later one.
    for (int batches = 0; batches < 3; ++batches) {
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead());
        process.readLine();
    }
    process.kill();
    process.waitForFinished();
    collection.open();
    const qint64 count = stories(collection);
    QVERIFY(count >= 300);
    QCOMPARE(count % 100, 0);
    QCOMPARE(valueOf(collection.reader().runs()).at(0).read, count);
    QCOMPARE(findings(collection), QStringList());
    const ImportReport rest = import(collection, tweets(20'000), u"killed"_s);
    QCOMPARE(rest.continuedFrom, count);
    QCOMPARE(stories(collection), 20'000);
}

void tst_import::batchesTellWhatTheyTouched()
{
    TemporaryCollection collection;
    QVector<StoryId> all;
    import(collection, tweets(250), u"a"_s, [&](const TouchedStories &touched) {
        QVERIFY(touched.changed.size() <= 100);
    all += touched.changed;
});
QCOMPARE(all.size(), 250);
const auto contents = valueOf(collection.reader().indexContents(all));
QCOMPARE(contents.stories.size(), 250);
QCOMPARE(contents.names.sources.size(), 1);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--import"_L1) {
        auto store = valueOf(Store::open(arguments.value(2), Store::Missing::Fail));
        auto writer = valueOf(store->writer());
        ListReader reader(tweets(20'000));
        Progress progress;
        const auto say = [](const TouchedStories &) {
            if (::write(1, "batch\n", 6) != 6)
                ::_exit(1);
        };
        return importRecords(reader, *writer, RuleCoder(shippedCodebook()), {u"killed"_s, {}, 1, 100, {}}, say,
                             progress)
            ? 0
            : 1;
    }
    tst_import test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import.moc"
