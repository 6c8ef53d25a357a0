#include "store/EarlierCollection.h"
#include "store/KeyListing.h"
#include "store/StoryKeys.h"
#include "store/TemporaryCollection.h"
#include "story/Permalink.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

namespace {

Story invented(const QString &nativeId, const QString &permalink)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = nativeId;
    story.permalink = permalink;
    story.text = u"invented"_s;
    return story;
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

/// Three invented stories, as they were kept before the schema's step 16.
void addEarlierStories(Connection &connection)
{
    for (const auto &[nativeId, permalink] :
         {std::pair("1", "https://www.example.org/a"), std::pair("2", ""), std::pair("", "")}) {
        QVERIFY(connection.select(
            u"INSERT INTO story (platform, language, language_detected, words, residual_words, "
            u"me_too_outside_tags, "
            "warned, rule_themes, rule_voice, rule_version) VALUES (1, '', 0, 1, 1, 0, 0, 0, 0, 1)"_s));
        QVERIFY(connection.select(
            u"INSERT INTO story_text (story, text, text_cut, native_id, permalink, posted_at_text, zone_known, "
            "content_warning, media_descriptions, hashtags, withheld_in, edit_ids) "
            "VALUES (last_insert_rowid(), 'invented', 0, ?, ?, '', 0, '', '[]', '[]', '[]', '[]')"_s,
            {QString::fromLatin1(nativeId), QString::fromLatin1(permalink)}));
    }
}

} // namespace

class tst_storykeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void hashesAreThoseOfEveryCollection_data();
    void hashesAreThoseOfEveryCollection();
    void aStoryIsFoundByEachOfItsKeys();
    void aHashAloneIsNoProof();
    void whatUtf8CannotHoldIsFoundAgain();
    void anAddressThatEndsWithTheIdIsNotListed();
    void anotherAddressTakesNoKeyAway_data();
    void anotherAddressTakesNoKeyAway();
    void whatIsRemovedIsNotListed();
    void allKeysThatAreToldCanBeListedAnew();
    void whatASchemaOfBeforeListedIsFound_data();
    void whatASchemaOfBeforeListedIsFound();
    void aFirstImportThatWasBrokenOffBeforeStep20ListsEveryKey();
    void keysAreListedAnewAsAnImportListsThem_data();
    void keysAreListedAnewAsAnImportListsThem();
    void whatIsHiddenIsNotShown();
    void olderCollectionsKeepTheirKeys_data();
    void olderCollectionsKeepTheirKeys();
};

void tst_storykeys::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
}

void tst_storykeys::hashesAreThoseOfEveryCollection_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<quint64>("hash"); ///< reckoned by another implementation
    QTest::newRow("nothing") << QString() << quint64{0xefd01f60ba992926};
    QTest::newRow("an id") << u"twitter:123"_s << quint64{0xd7758f9ac36826de};
    QTest::newRow("beyond ASCII") << u"link:https://example.org/\u00e9"_s << quint64{0x8631f79ca20be4ca};
}

void tst_storykeys::hashesAreThoseOfEveryCollection()
{
    QFETCH(QString, key);
    QTEST(keyHash(key), "hash");
}

void tst_storykeys::aStoryIsFoundByEachOfItsKeys()
{
    TemporaryCollection collection;
    const Story story = invented(u"9"_s, u"https://www.example.org/a/?utm_source=x"_s);
    const StoryId id = collection.add({story}).constFirst();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    StoryKeys keys(*connection);
    const QString link = linkKey(story.permalink);
    QVERIFY(isWell(keys.add(id, link, {story.platform, story.nativeId, story.permalink})));
    QVERIFY(isWell(keys.add(id, u"hash:invented"_s, {})));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity_key WHERE key LIKE 'link:%'"_s)).toInt(), 0);
    for (const QString &key : {u"twitter:9"_s, link, u"hash:invented"_s, u"test:1:0"_s}) {
        QCOMPARE(valueOf(keys.find(key)), std::optional(id));
        QVERIFY(valueOf(keys.has(id, key)));
    }
    QCOMPARE(sorted(valueOf(keys.of(id))),
             sorted({u"twitter:9"_s, u"link:https://example.org/a"_s, u"hash:invented"_s, u"test:1:0"_s}));
    QCOMPARE(valueOf(keys.find(u"twitter:8"_s)), std::optional<StoryId>());
}

void tst_storykeys::aHashAloneIsNoProof()
{
    TemporaryCollection collection;
    const StoryId id = collection.add({invented(u"9"_s, QString())}).constFirst();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    StoryKeys keys(*connection);
    QVERIFY(isWell(keys.list(id, shortKeyHash(u"twitter:1"_s))));
    QVERIFY(isWell(keys.keepText(id, u"twitter:2"_s, {})));
    QVERIFY(isWell(keys.list(id, shortKeyHash(u"twitter:3"_s))));
    QCOMPARE(valueOf(keys.find(u"twitter:1"_s)), std::optional<StoryId>());
    QCOMPARE(valueOf(keys.find(u"twitter:3"_s)), std::optional<StoryId>());
}

void tst_storykeys::whatUtf8CannotHoldIsFoundAgain()
{
    const QString half(QChar(0xd83d));
    TemporaryCollection collection;
    const Story story = invented(u"9"_s + half, u"https://example.org/"_s + half);
    const OwnKeys own{story.platform, story.nativeId, story.permalink};
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"invented"_s, u"csv"_s, 1, QByteArray(32, 'd')}));
    QVERIFY(isWell(tables.beginBatch()));
    const QStringList known{nativeKey(story.platform, story.nativeId), linkKey(story.permalink),
                            u"hash:a"_s + half};
    const StoryId id = valueOf(tables.add(codeStory(story, collection.rules()), 1, known, {}));
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    StoryKeys keys(*connection);
    for (const QString &key : known)
        QCOMPARE(valueOf(keys.find(key)), std::optional(id));
    QCOMPARE(valueOf(keys.of(id)).size(), known.size());
}

void tst_storykeys::anAddressThatEndsWithTheIdIsNotListed()
{
    TemporaryCollection collection;
    const Story story = invented(u"9"_s, u"https://www.example.org/a/9"_s);
    const QString link = linkKey(story.permalink);
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"invented"_s, u"csv"_s, 1, QByteArray(32, 'd')}));
    QVERIFY(isWell(tables.beginBatch()));
    const StoryId id = valueOf(tables.add(codeStory(story, collection.rules()), 1, {u"twitter:9"_s, link}, {}));
    QVERIFY(tables.commitBatch(run));
    QCOMPARE(valueOf(tables.find(link)), std::optional(id));
    QCOMPARE(valueOf(tables.findListed(link)), std::optional<StoryId>());
    tables.closeRun();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(), 1);
    StoryKeys keys(*connection);
    QCOMPARE(valueOf(keys.find(link)), std::optional(id));
    QCOMPARE(valueOf(keys.find(u"link:https://example.org/b/9"_s)), std::optional<StoryId>());
    QCOMPARE(sorted(valueOf(keys.of(id))), sorted({u"twitter:9"_s, link}));
}

void tst_storykeys::whatIsRemovedIsNotListed()
{
    TemporaryCollection collection;
    const StoryId id = collection.add({invented(u"9"_s, u"https://example.org/a"_s)}).constFirst();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    StoryKeys keys(*connection);
    QVERIFY(isWell(keys.add(id, u"hash:invented"_s, {})));
    const auto listed = [&] { return valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(); };
    QVERIFY(listed() > 0);
    QVERIFY(isWell(keys.forget(id)));
    QCOMPARE(listed(), 0);
}

void tst_storykeys::allKeysThatAreToldCanBeListedAnew()
{
    TemporaryCollection collection;
    const QVector<StoryId> ids = collection.add({invented(u"9"_s, u"https://example.org/a/9"_s),
                                                 invented(u"8"_s, u"https://example.org/b"_s),
                                                 invented(QString(), u"https://example.org/c"_s)});
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    StoryKeys keys(*connection);
    QVERIFY(isWell(keys.add(ids.at(2), u"hash:invented"_s, {})));
    QVERIFY(isWell(connection->run("DELETE FROM identity")));
    QVERIFY(isWell(listKeysAnew(*connection, noStory)));
    const QMap<QString, StoryId> all{{u"twitter:9"_s, ids.at(0)},
                                     {u"link:https://example.org/a/9"_s, ids.at(0)},
                                     {u"twitter:8"_s, ids.at(1)},
                                     {u"link:https://example.org/b"_s, ids.at(1)},
                                     {u"link:https://example.org/c"_s, ids.at(2)},
                                     {u"hash:invented"_s, ids.at(2)}};
    for (auto key = all.cbegin(); key != all.cend(); ++key)
        QCOMPARE(valueOf(keys.find(key.key())), std::optional(key.value()));
    QVERIFY(!valueOf(keys.isListed(ids.at(0), u"link:https://example.org/a/9"_s)));
}

void tst_storykeys::anotherAddressTakesNoKeyAway_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("listed") << u"https://example.org/a"_s;
    QTest::newRow("implied by the id") << u"https://example.org/9"_s;
}

void tst_storykeys::anotherAddressTakesNoKeyAway()
{
    QFETCH(QString, address);
    TemporaryCollection collection;
    const Story before = invented(u"9"_s, address);
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"invented"_s, u"csv"_s, 1, QByteArray(32, 'd')}));
    QVERIFY(isWell(tables.beginBatch()));
    const QStringList keys{u"twitter:9"_s, linkKey(before.permalink)};
    const StoryId id = valueOf(tables.add(codeStory(before, collection.rules()), 1, keys, {}));
    const Story after = invented(u"10"_s, u"https://example.org/b"_s);
    QVERIFY(isWell(tables.addKeys(id, {u"twitter:10"_s, linkKey(after.permalink)})));
    QVERIFY(isWell(tables.change(id, before, codeStory(after, collection.rules()), 1, {})));
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    for (const QString &key : keys + QStringList{u"twitter:10"_s, linkKey(after.permalink)})
        QCOMPARE(valueOf(tables.find(key)), std::optional(id));
}

void tst_storykeys::whatIsHiddenIsNotShown()
{
    TemporaryCollection collection;
    const StoryId id = collection.add({invented(u"9"_s, QString())}).constFirst();
    auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    StoryKeys keys(*connection);
    QCOMPARE(valueOf(keys.findShown(u"twitter:9"_s)), std::optional(id));
    QVERIFY(connection->select(u"INSERT INTO hidden_story (story, reason, hidden_at) VALUES (?, 'protected', 0)"_s,
                               {toNumber(id)}));
    QCOMPARE(valueOf(keys.findShown(u"twitter:9"_s)), std::optional<StoryId>());
    QCOMPARE(valueOf(keys.find(u"twitter:9"_s)), std::optional(id));
}

void tst_storykeys::olderCollectionsKeepTheirKeys_data()
{
    QTest::addColumn<bool>("isBrokenOff"); ///< in its first large import
    QTest::newRow("whole") << false;
    QTest::newRow("its first import was broken off") << true;
}

void tst_storykeys::olderCollectionsKeepTheirKeys()
{
    QFETCH(bool, isBrokenOff);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"older.tidemark"_s);
    const QMap<QString, qint64> keys{{u"twitter:1"_s, 1},
                                     {u"link:https://example.org/a"_s, 1},
                                     {u"twitter:2"_s, 2},
                                     {u"twitter:0"_s, 2}, // an earlier version of it
                                     {u"record:invented:3"_s, 3}};
    {
        const auto connection = makeEarlierCollection(path, u"0016-identity-hashes.sql"_s);
        QVERIFY(connection);
        addEarlierStories(*connection);
        if (isBrokenOff) {
            QVERIFY(
                isWell(connection->run("CREATE TABLE gathered_identity (key TEXT NOT NULL, story INTEGER NOT NULL) "
                                       "STRICT; DROP INDEX identity_by_story; DROP INDEX provenance_by_run; "
                                       "INSERT INTO setting VALUES ('collection.deferred_work', '1')")));
        }
        // A damaged file may hold what belongs to nobody.
        QVERIFY(isWell(connection->run("PRAGMA foreign_keys = OFF")));
        const QString table = isBrokenOff ? u"gathered_identity"_s : u"identity"_s;
        for (auto key = keys.cbegin(); key != keys.cend(); ++key)
            QVERIFY(connection->select(u"INSERT INTO %1 (key, story) VALUES (?, ?)"_s.arg(table),
                                       {key.key(), key.value()}));
        QVERIFY(connection->select(u"INSERT INTO %1 (key, story) VALUES ('twitter:of nobody', 99)"_s.arg(table)));
    }
    const auto store = valueOf(Store::open(path, Store::Missing::Fail));
    auto connection = valueOf(Connection::open(path, Connection::Access::Read));
    StoryKeys found(*connection);
    for (auto key = keys.cbegin(); key != keys.cend(); ++key)
        QCOMPARE(valueOf(found.find(key.key())), std::optional(StoryId{key.value()}));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(), 5);
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity_key"_s)).toInt(), 2); // the others are said
    QCOMPARE(valueOf(connection->value(u"SELECT group_concat(name) FROM sqlite_schema WHERE name IN "
                                       "('identity_by_hash', 'provenance_by_run', 'provenance_by_source', "
                                       "'gathered_identity', 'identity_text', 'identity_by_story')"_s))
                 .toString(),
             u"provenance_by_run"_s);
    Progress progress;
    QCOMPARE(valueOf(valueOf(store->reader())->check(progress)), QStringList());
}

void tst_storykeys::whatASchemaOfBeforeListedIsFound_data()
{
    QTest::addColumn<bool>("isBrokenOff"); ///< in its first large import
    QTest::newRow("whole") << false;
    QTest::newRow("its first import was broken off") << true;
}

/// Step 19 turned the table round.
void tst_storykeys::whatASchemaOfBeforeListedIsFound()
{
    QFETCH(bool, isBrokenOff);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"older.tidemark"_s);
    {
        const auto connection = makeEarlierCollection(path, u"0019-leaner-stories.sql"_s);
        QVERIFY(connection);
        addEarlierStories(*connection);
        if (isBrokenOff) {
            QVERIFY(isWell(connection->run("DROP INDEX identity_by_hash; DROP INDEX provenance_by_source; "
                                           "INSERT INTO setting VALUES ('collection.deferred_work', '1')")));
        }
        const auto list = [&](int story, const QString &key, const QVariant &text) {
            return connection->select(u"INSERT INTO identity (story, hash, key) VALUES (?, ?, ?)"_s,
                                      {story, static_cast<qint64>(keyHash(key)), text});
        };
        QVERIFY(list(1, u"twitter:1"_s, QVariant()));
        QVERIFY(list(1, u"link:https://example.org/a"_s, QVariant()));
        QVERIFY(list(2, u"twitter:2"_s, QVariant()));
        QVERIFY(list(3, u"record:invented:3"_s, u"record:invented:3"_s));
    }
    const auto store = valueOf(Store::open(path, Store::Missing::Fail));
    auto connection = valueOf(Connection::open(path, Connection::Access::Read));
    StoryKeys found(*connection);
    QCOMPARE(valueOf(found.find(u"twitter:1"_s)), std::optional(StoryId{1}));
    QCOMPARE(valueOf(found.find(u"link:https://example.org/a"_s)), std::optional(StoryId{1}));
    QCOMPARE(valueOf(found.find(u"twitter:2"_s)), std::optional(StoryId{2}));
    QCOMPARE(valueOf(found.find(u"record:invented:3"_s)), std::optional(StoryId{3}));
    QCOMPARE(valueOf(connection->value(u"SELECT count(*) FROM identity"_s)).toInt(), 4);
    QCOMPARE(sorted(valueOf(found.of(StoryId{1}))),
             sorted({u"twitter:1"_s, u"link:https://example.org/a"_s})); // its row is one of before, too
    Progress progress;
    QCOMPARE(valueOf(valueOf(store->reader())->check(progress)), QStringList());
}

/// The step before said "1" of a first large import; the first story has the number 1.
void tst_storykeys::aFirstImportThatWasBrokenOffBeforeStep20ListsEveryKey()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"older.tidemark"_s);
    {
        const auto connection = makeEarlierCollection(path, u"0020-first-provenance.sql"_s);
        QVERIFY(connection);
        addEarlierStories(*connection);
        QVERIFY(isWell(connection->run("INSERT INTO identity_key VALUES (3, 'record:invented:3'); "
                                       "INSERT INTO setting VALUES ('collection.deferred_work', '1')")));
    }
    const auto store = valueOf(Store::open(path, Store::Missing::Fail));
    const auto connection = valueOf(Connection::open(path, Connection::Access::Read));
    StoryKeys found(*connection);
    QCOMPARE(valueOf(found.find(u"twitter:1"_s)), std::optional(StoryId{1}));
    QCOMPARE(valueOf(found.find(u"link:https://example.org/a"_s)), std::optional(StoryId{1}));
    QCOMPARE(valueOf(found.find(u"twitter:2"_s)), std::optional(StoryId{2}));
    QCOMPARE(valueOf(found.find(u"record:invented:3"_s)), std::optional(StoryId{3}));
}

void tst_storykeys::keysAreListedAnewAsAnImportListsThem_data()
{
    QTest::addColumn<QStringList>("ids"); ///< of stories that give one address, in the order in which they come
    QTest::addColumn<int>("after");       ///< how many of them keep what is listed
    for (const QStringList &ids : {QStringList{u"12"_s, u"99"_s}, QStringList{u"99"_s, u"12"_s}}) {
        for (const int after : {0, 1})
            QTest::addRow("%s first, %d kept", qPrintable(ids.first()), after) << ids << after;
    }
}

void tst_storykeys::keysAreListedAnewAsAnImportListsThem()
{
    QFETCH(QStringList, ids);
    QFETCH(int, after);
    TemporaryCollection collection;
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"invented"_s, u"csv"_s, 1, QByteArray(32, 'd')}));
    QVERIFY(isWell(tables.beginBatch()));
    for (const QString &id : std::as_const(ids)) {
        const Story story = invented(id, u"https://example.org/12"_s);
        valueOf(tables.add(codeStory(story, collection.rules()), 1, {u"twitter:"_s + id, linkKey(story.permalink)},
                           {}));
    }
    QVERIFY(tables.commitBatch(run));
    tables.closeRun();
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Write));
    const auto listed = [&] {
        return valueOf(connection->value(u"SELECT group_concat(hash || ':' || story) FROM identity"_s)).toString();
    };
    const QString before = listed();
    QVERIFY(connection->select(u"DELETE FROM identity WHERE story > ?"_s, {after}));
    QVERIFY(isWell(listKeysAnew(*connection, StoryId{after})));
    QCOMPARE(listed(), before);
}

QTEST_GUILESS_MAIN(tst_storykeys)
#include "tst_storykeys.moc"
