#include "store/TemporaryCollection.h"

#include "store/Connection.h"
#include "store/FullTextSegments.h"

#include <QFileInfo>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

constexpr qint64 largeFile = qint64(1) << 30;

Story storyOf(const QString &text)
{
    Story story;
    story.text = text;
    story.language = u"en"_s;
    return story;
}

} // namespace

/// A large import gathers its words beside the collection and puts them in at the end; a first one sorts its keys
/// then.
class tst_bulkfulltext : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(isWell(prepareSqlite())); }
    void wordsAreThereInTheEnd();
    void wordsInBothHalvesAreThere();
    void wordsOfADroppedBatchAreNot();
    void anInterruptedImportIsSearchableToo();
    void theNextOpeningMakesUpForWhatIsMissing_data();
    void theNextOpeningMakesUpForWhatIsMissing();
    void aLaterImportsWordsAreThereInTheEnd();
    void wordsOfStoriesThatWereThereChangeAtOnce();
    void manyLaterImportsAreSearchable();
    void wordsGoStraightInWhereSegmentsAreMany();
    void keysAreFoundWhileTheyAreGathered();
    void whatWasLeftForTheEndIsDone_data();
    void whatWasLeftForTheEndIsDone();
    void whatWasRolledBackIsNotListedInTheEnd();
    void addressesThatChangeMeanwhileAreFoundInTheEnd_data();
    void addressesThatChangeMeanwhileAreFoundInTheEnd();
    void keysOfALaterImportAreListedInTheEnd_data();
    void keysOfALaterImportAreListedInTheEnd();
    void referencesAreCheckedOnlyBehindWhatWasLeft();
    void whatFailedInTheEndIsDoneBeforeTheNextChange_data();
    void whatFailedInTheEndIsDoneBeforeTheNextChange();

private:
    static StoredRun open(TemporaryCollection &collection)
    {
        return valueOf(
            collection.writer().importTables().openRun({u"many"_s, u"csv"_s, largeFile, QByteArray(32, 'm')}));
    }
    static StoryId add(TemporaryCollection &collection, const QString &text)
    {
        static int number = 0;
        return valueOf(collection.writer().importTables().add(codeStory(storyOf(text), collection.rules()), 1,
                                                              {u"test:%1"_s.arg(++number)}, {}));
    }
    static qsizetype found(TemporaryCollection &collection, const QString &word)
    {
        return static_cast<qsizetype>(valueOf(collection.reader().match(WordQuery::phrase(word))).size());
    }
    static QStringList structure(const TemporaryCollection &collection)
    {
        auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
        auto rows
            = valueOf(connection->select(u"SELECT name || coalesce(sql, '') FROM sqlite_schema ORDER BY name"_s));
        QStringList all;
        while (rows.next())
            all.append(rows.value(0).toString());
        return all;
    }
    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void putContents(const QString &path, const QByteArray &contents)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(contents), contents.size());
    }
    static bool hasLeftovers(const TemporaryCollection &collection)
    {
        return QFileInfo::exists(HalfFullText::pathBeside(collection.path(), 0))
            || QFileInfo::exists(HalfFullText::pathBeside(collection.path(), 1));
    }
};

void tst_bulkfulltext::wordsAreThereInTheEnd()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    const StoryId changing = add(collection, u"invented, at the harbour"_s);
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(tables.beginBatch()));
    QVERIFY(
        isWell(tables.change(changing, storyOf(u"invented, at the harbour"_s),
                             codeStory(storyOf(u"invented, at the theatre"_s), collection.rules()), 1, {2, {}})));
    QVERIFY(tables.commitBatch(run));
    QCOMPARE(found(collection, u"office"_s), 0);

    QVERIFY(isWell(tables.finishBulk()));
    QCOMPARE(found(collection, u"office"_s), 1);
    QCOMPARE(found(collection, u"theatre"_s), 1);
    QCOMPARE(found(collection, u"harbour"_s), 0);
    QVERIFY(!hasLeftovers(collection));
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    tables.closeRun();

    // What comes later goes on in the same tables.
    collection.add(u"invented, at the office again"_s);
    QCOMPARE(found(collection, u"office"_s), 2);
}

void tst_bulkfulltext::wordsInBothHalvesAreThere()
{
    constexpr int ofTheFirstBlock = 65536;
    TemporaryCollection collection;
    {
        auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        QVERIFY(isWell(connection->run("INSERT INTO sqlite_sequence (name, seq) VALUES ('story', "
                                       + QByteArray::number(ofTheFirstBlock - 3) + ')')));
    }
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    for (int i = 0; i < 5; ++i)
        add(collection, u"invented, at the office"_s);
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(tables.finishBulk()));
    QCOMPARE(found(collection, u"office"_s), 5);
}

void tst_bulkfulltext::wordsOfADroppedBatchAreNot()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    tables.dropBatch();
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the harbour"_s);
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(tables.finishBulk()));
    QCOMPARE(found(collection, u"office"_s), 0);
    QCOMPARE(found(collection, u"harbour"_s), 1);
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_bulkfulltext::anInterruptedImportIsSearchableToo()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    tables.closeRun(); // in the middle of a batch
    QCOMPARE(found(collection, u"office"_s), 1);
    QVERIFY(!hasLeftovers(collection));
}

/// As if the process had been killed before the end.
void tst_bulkfulltext::theNextOpeningMakesUpForWhatIsMissing_data()
{
    QTest::addColumn<bool>("isLater");
    QTest::newRow("of a first import") << false;
    QTest::newRow("of a later import") << true;
}

void tst_bulkfulltext::theNextOpeningMakesUpForWhatIsMissing()
{
    QFETCH(bool, isLater);
    TemporaryCollection collection;
    const StoryId before = isLater ? collection.add(u"invented, at the harbour"_s) : noStory;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    QVERIFY(tables.commitBatch(run));
    const QByteArray killed = contentsOf(collection.path()); // before its end
    const QByteArray wal = contentsOf(collection.path() + u"-wal"_s);
    tables.closeRun();
    collection.close();
    putContents(collection.path(), killed);
    putContents(collection.path() + u"-wal"_s, wal);
    putContents(HalfFullText::pathBeside(collection.path(), 0), "left over");

    collection.open();
    QCOMPARE(found(collection, u"office"_s), 1);
    QCOMPARE(found(collection, u"harbour"_s), before == noStory ? 0 : 1);
    QVERIFY(!hasLeftovers(collection));
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    collection.close();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    const auto behind
        = valueOf(connection->value(u"SELECT count(*) FROM setting WHERE key = 'collection.full_text_ends'"_s));
    QCOMPARE(behind.toInt(), 0);
}

void tst_bulkfulltext::aLaterImportsWordsAreThereInTheEnd()
{
    TemporaryCollection collection;
    collection.add(u"invented, at the office"_s);
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    QVERIFY(tables.commitBatch(run));
    QCOMPARE(found(collection, u"office"_s), 1);
    tables.closeRun();
    QCOMPARE(found(collection, u"office"_s), 2);
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_bulkfulltext::wordsOfStoriesThatWereThereChangeAtOnce()
{
    TemporaryCollection collection;
    const Story before = storyOf(u"invented, at the harbour"_s);
    const StoryId changing = collection.add(before.text);
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    const CodedStory after = codeStory(storyOf(u"invented, at the theatre"_s), collection.rules());
    QVERIFY(isWell(tables.change(changing, before, after, 1, {2, {}})));
    QVERIFY(tables.commitBatch(run));
    QCOMPARE(found(collection, u"harbour"_s), 0);
    QCOMPARE(found(collection, u"theatre"_s), 1);
    tables.closeRun();
    QCOMPARE(found(collection, u"theatre"_s), 1);
    QCOMPARE(found(collection, u"office"_s), 1);
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

/// Each one's segments are put behind those that are there, merged or not.
void tst_bulkfulltext::manyLaterImportsAreSearchable()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    for (int import = 1; import <= 20; ++import) {
        const StoredRun run = open(collection);
        QVERIFY(isWell(tables.beginBatch()));
        const StoryId gone = add(collection, u"invented, at the harbour"_s);
        add(collection, u"invented, at the office"_s);
        QVERIFY(tables.commitBatch(run));
        QVERIFY(isWell(tables.beginBatch()));
        QVERIFY(isWell(tables.change(gone, storyOf(u"invented, at the harbour"_s),
                                     codeStory(storyOf(u"invented, at the theatre"_s), collection.rules()), 1,
                                     {2, {}})));
        QVERIFY(tables.commitBatch(run));
        tables.closeRun();
        QCOMPARE(found(collection, u"office"_s), import);
        QCOMPARE(found(collection, u"theatre"_s), import);
        QCOMPARE(found(collection, u"harbour"_s), 0);
        for (int step = 0; step < import % 3; ++step)
            QVERIFY(collection.writer().mergeFullTextStep());
    }
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    for (bool more = true; more;)
        more = valueOf(collection.writer().mergeFullTextStep());
    QCOMPARE(found(collection, u"office"_s), 20);
    QCOMPARE(found(collection, u"harbour"_s), 0);
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

/// FTS5 has numbers for two thousand; those that are there have to be merged first.
void tst_bulkfulltext::wordsGoStraightInWhereSegmentsAreMany()
{
    TemporaryCollection collection;
    collection.add(u"invented, at the office"_s);
    collection.close();
    {
        auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
        sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        const auto record = valueOf(connection->value(u"SELECT block FROM full_text_even_data WHERE id = 10"_s));
        auto segments = FullTextSegments::fromBytes(record.toByteArray()).value();
        QCOMPARE(segments.lastNumber(), quint64(1));
        segments.levels.front().segments.front().number = 1001;
        QVERIFY(isWell(connection->run("UPDATE full_text_even_data SET id = id + (1000 << 37) WHERE id >= 1 << 37; "
                                       "UPDATE full_text_even_idx SET segid = segid + 1000")));
        valueOf(
            connection->select(u"UPDATE full_text_even_data SET block = ? WHERE id = 10"_s, {segments.toBytes()}));
    }
    collection.open();
    QCOMPARE(found(collection, u"office"_s), 1);
    const StoredRun run = open(collection);
    QVERIFY(isWell(collection.writer().importTables().beginBatch()));
    add(collection, u"invented, at the office"_s);
    QVERIFY(collection.writer().importTables().commitBatch(run));
    QCOMPARE(found(collection, u"office"_s), 2);
}

void tst_bulkfulltext::keysAreFoundWhileTheyAreGathered()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    const CodedStory coded = codeStory(storyOf(u"invented, at the office"_s), collection.rules());
    QVERIFY(isWell(tables.beginBatch()));
    const StoryId first = valueOf(tables.add(coded, 1, {u"invented:1"_s, u"link:invented"_s}, {}));
    QCOMPARE(valueOf(tables.find(u"invented:1"_s)), std::optional(first));
    QVERIFY(tables.commitBatch(run));

    QVERIFY(isWell(tables.beginBatch()));
    QCOMPARE(valueOf(tables.find(u"invented:1"_s)), std::optional(first));
    QCOMPARE(valueOf(tables.find(u"link:invented"_s)), std::optional(first));
    QCOMPARE(valueOf(tables.find(u"invented:2"_s)), std::nullopt);
    const StoryId dropped = valueOf(tables.add(coded, 1, {u"invented:2"_s}, {}));
    QVERIFY(dropped != first);
    tables.dropBatch();

    QVERIFY(isWell(tables.beginBatch()));
    QCOMPARE(valueOf(tables.find(u"invented:2"_s)), std::nullopt);
    const StoryId second = valueOf(tables.add(coded, 1, {u"invented:2"_s, u"link:invented"_s}, {}));
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();

    QVERIFY(isWell(tables.beginBatch()));
    QCOMPARE(valueOf(tables.find(u"invented:1"_s)), std::optional(first));
    QCOMPARE(valueOf(tables.find(u"invented:2"_s)), std::optional(second));
    QCOMPARE(valueOf(tables.find(u"link:invented"_s)), std::optional(first));
    tables.dropBatch();
}

void tst_bulkfulltext::whatWasLeftForTheEndIsDone_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("by the import") << false;
    QTest::newRow("by the next opening, where the process ended") << true;
}

void tst_bulkfulltext::whatWasLeftForTheEndIsDone()
{
    QFETCH(bool, isKilled);
    const TemporaryCollection fresh;
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.beginBatch()));
    add(collection, u"invented, at the office"_s);
    QVERIFY(tables.commitBatch(run));
    QVERIFY(structure(collection) != structure(fresh));
    if (!isKilled)
        tables.closeRun();
    collection.close();
    collection.open();
    QCOMPARE(structure(collection), structure(fresh));
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(), 1);
}

void tst_bulkfulltext::whatWasRolledBackIsNotListedInTheEnd()
{
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    const CodedStory coded = codeStory(storyOf(u"invented, at the office"_s), collection.rules());
    QVERIFY(isWell(tables.beginBatch()));
    valueOf(tables.add(coded, 1, {u"invented:gone"_s}, {}));
    tables.dropBatch();
    QVERIFY(isWell(tables.beginBatch()));
    const StoryId id = valueOf(tables.add(coded, 1, {u"invented:kept"_s}, {}));
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    QCOMPARE(valueOf(tables.find(u"invented:kept"_s)), std::optional(id));
    QCOMPARE(valueOf(tables.find(u"invented:gone"_s)), std::optional<StoryId>());
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(), 1);
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_bulkfulltext::addressesThatChangeMeanwhileAreFoundInTheEnd_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("ended") << false;
    QTest::newRow("killed") << true;
}

void tst_bulkfulltext::addressesThatChangeMeanwhileAreFoundInTheEnd()
{
    QFETCH(bool, isKilled);
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    Story before = storyOf(u"invented, at the office"_s);
    before.nativeId = u"9"_s;
    before.permalink = u"https://example.org/a/9"_s;
    Story after = before;
    after.permalink = u"https://example.org/b"_s;
    const QString id = nativeKey(before.platform, before.nativeId);
    const QStringList links{u"link:https://example.org/a/9"_s, u"link:https://example.org/b"_s};
    QVERIFY(isWell(tables.beginBatch()));
    const StoryId story = valueOf(tables.add(codeStory(before, collection.rules()), 1, {id, links.at(0)}, {}));
    QVERIFY(isWell(tables.addKeys(story, {links.at(1)})));
    QVERIFY(isWell(tables.change(story, before, codeStory(after, collection.rules()), 1, {})));
    for (const QString &key : links + QStringList{id})
        QCOMPARE(valueOf(tables.find(key)), std::optional(story));
    QVERIFY(tables.commitBatch(run));
    if (!isKilled)
        tables.closeRun();
    collection.close();
    collection.open();
    for (const QString &key : links + QStringList{id})
        QCOMPARE(valueOf(collection.writer().importTables().find(key)), std::optional(story));
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_bulkfulltext::keysOfALaterImportAreListedInTheEnd_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::addColumn<bool>("isRolledBack"); ///< one more story, before
    QTest::newRow("ended") << false << false;
    QTest::newRow("killed") << true << false;
    QTest::newRow("ended, one batch failed") << false << true;
}

void tst_bulkfulltext::keysOfALaterImportAreListedInTheEnd()
{
    QFETCH(bool, isKilled);
    QFETCH(bool, isRolledBack);
    TemporaryCollection collection;
    const StoryId old = collection.add(u"invented, at the harbour"_s);
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    const auto listed = [&] { return valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(); };
    const int before = listed();
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    const CodedStory coded = codeStory(storyOf(u"invented, at the office"_s), collection.rules());
    QVERIFY(isWell(tables.beginBatch()));
    for (int i = 0; i <= 2001; ++i) // until keys are read into memory
        QCOMPARE(valueOf(tables.find(u"invented:%1"_s.arg(i))), std::optional<StoryId>());
    if (isRolledBack) {
        valueOf(tables.add(coded, 1, {u"invented:gone"_s}, {}));
        tables.dropBatch();
        QVERIFY(isWell(tables.beginBatch()));
    }
    const StoryId story = valueOf(tables.add(coded, 1, {u"invented:later"_s}, {}));
    QVERIFY(isWell(tables.addKeys(old, {u"invented:old"_s})));
    QVERIFY(tables.commitBatch(run));
    QCOMPARE(listed(), before + 1); // of the story that was there
    QCOMPARE(valueOf(tables.find(u"invented:later"_s)), std::optional(story));
    if (!isKilled)
        tables.closeRun();
    collection.close();
    collection.open();
    QCOMPARE(listed(), before + 2);
    ImportTables &next = collection.writer().importTables();
    QCOMPARE(valueOf(next.find(u"invented:later"_s)), std::optional(story));
    QCOMPARE(valueOf(next.find(u"invented:old"_s)), std::optional(old));
    QCOMPARE(valueOf(next.find(u"invented:gone"_s)), std::optional<StoryId>());
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_bulkfulltext::referencesAreCheckedOnlyBehindWhatWasLeft()
{
    const TemporaryCollection fresh;
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.checkReferences(false)));
    QVERIFY(isWell(tables.beginBatch()));
    const CodedStory coded = codeStory(storyOf(u"invented, at the office"_s), collection.rules());
    valueOf(tables.add(coded, 1, {u"invented:1"_s}, {}));
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(tables.checkReferences(true)));
    QCOMPARE(structure(collection), structure(fresh));

    QVERIFY(isWell(tables.beginBatch()));
    QVERIFY(isWell(tables.takeBack(u"invented:1"_s, Platform::Other, u"deleted"_s)));
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    for (const char *table : {"story", "story_text", "identity", "whole_provenance"})
        QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table)))).toInt(), 0);
}

void tst_bulkfulltext::whatFailedInTheEndIsDoneBeforeTheNextChange_data()
{
    QTest::addColumn<QByteArray>("hinder");
    QTest::addColumn<QByteArray>("unhinder");
    QTest::addColumn<bool>("isImport"); ///< what comes next; else undoing
    for (const bool isImport : {true, false}) {
        const char *next = isImport ? "import" : "undo";
        QTest::addRow("an index, then %s", next) << QByteArray("CREATE TABLE story_by_author (taken)")
                                                 << QByteArray("DROP TABLE story_by_author") << isImport;
        QTest::addRow("words, then %s", next)
            << QByteArray("CREATE TRIGGER stop BEFORE INSERT ON full_text_even_data BEGIN SELECT RAISE(ABORT, 'no "
                          "room'); END")
            << QByteArray("DROP TRIGGER stop") << isImport;
    }
}

void tst_bulkfulltext::whatFailedInTheEndIsDoneBeforeTheNextChange()
{
    QFETCH(QByteArray, hinder);
    QFETCH(QByteArray, unhinder);
    QFETCH(bool, isImport);
    TemporaryCollection collection;
    const auto other = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    sqlite3_db_config(other->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = open(collection);
    QVERIFY(isWell(tables.checkReferences(false)));
    QVERIFY(isWell(tables.beginBatch()));
    const StoryId first = valueOf(tables.add(codeStory(storyOf(u"invented, at the office"_s), collection.rules()),
                                             1, {u"test:failing"_s}, {}));
    QVERIFY(tables.commitBatch(run));
    QVERIFY(isWell(other->run(hinder)));
    QVERIFY(!tables.finishBulk());
    tables.closeRun();
    QVERIFY(isWell(other->run(unhinder)));

    Progress progress;
    if (isImport) {
        const StoredRun next = valueOf(tables.openRun({u"next"_s, u"csv"_s, 1, QByteArray(32, 'n')}));
        QCOMPARE(valueOf(tables.find(u"test:failing"_s)), std::optional(first)); // so that it doesn't come in twice
        QCOMPARE(found(collection, u"office"_s), 1);
        QVERIFY(isWell(tables.finishRun(next.number)));
        tables.closeRun();
    } else {
        QCOMPARE(valueOf(collection.writer().undoRun(run.number, progress)).removed.size(), 1);
        QCOMPARE(found(collection, u"office"_s), 0);
        for (const auto &table : {u"story_text"_s, u"identity"_s}) // its parts went with it
            QCOMPARE(valueOf(other->value(u"SELECT count(*) FROM "_s + table)).toInt(), 0);
    }
    collection.close();
    collection.open();
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

QTEST_GUILESS_MAIN(tst_bulkfulltext)
#include "tst_bulkfulltext.moc"
