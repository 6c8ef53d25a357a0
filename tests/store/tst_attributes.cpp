// What files bring beside a story: how it is packed, read, counted, and brought over from earlier collections.
#include "store/AttributeFacts.h"
#include "store/Connection.h"
#include "store/EarlierCollection.h"
#include "store/PackedAttributes.h"
#include "store/TemporaryCollection.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace tidemark;
using namespace tidemark::test;
using namespace Qt::StringLiterals;

namespace {

using Pairs = QVector<std::pair<qint64, QString>>;

QByteArray packedFrom(const Pairs &pairs)
{
    AttributePacker packer;
    packer.begin();
    for (const auto &[name, value] : pairs)
        packer.add(name, value);
    return packer.packed();
}

Story storyWith(const QVector<Attribute> &attributes)
{
    Story story;
    story.text = u"an invented story"_s;
    story.attributes = attributes;
    return story;
}

QMap<QString, qint64> countedValues(TemporaryCollection &collection)
{
    QMap<QString, qint64> counts;
    const auto attributes = valueOf(collection.reader().attributes());
    for (const StoredAttribute &attribute : attributes)
        counts.insert(attribute.name, attribute.values);
    return counts;
}

std::unique_ptr<Connection> connectionTo(const QString &path)
{
    return valueOf(Connection::open(path, Connection::Access::Write));
}

/// Values that have to be written otherwise in JSON, or look as if.
QStringList oddValues()
{
    return {u""_s,
            u"plain"_s,
            u"\"quoted\""_s,
            u"back\\slash\\"_s,
            u"two\nlines\tand a tab"_s,
            u"nothing "_s + QChar(0) + u" in it"_s,
            u"{\"1\":\"2\"}"_s,
            u"überall 🙂 漢字"_s,
            u"\\u0041"_s,
            QString(QChar(0x7f)) + QChar(0x2028)};
}

} // namespace

class tst_attributes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(isWell(prepareSqlite())); }
    void packedOnesAreJson();
    void whatIsPackedComesOutAgain_data();
    void whatIsPackedComesOutAgain();
    void whatIsNoneOfOursIsDamage_data();
    void whatIsNoneOfOursIsDamage();
    void whatOthersWroteIsReadToo_data();
    void whatOthersWroteIsReadToo();
    void onePassFindsWhatSqlFinds();
    void onePassIsStopped();
    void ofOneNameTheFirstHolds();
    void aDamagedRowIsToldAndHindersNothing();
    void valuesThatWentAreNotCounted();
    void valuesReplacedByAnUpdateAreNotCounted();
    void valuesInDoubtAreSettledAfterACrash();
    void takingOutIsStoppedWhole();
    void valuesOfADroppedBatchAreNotCounted();
    void theViewShowsNoPersonalOnes();
    void anEarlierCollectionKeepsThemAll();
};

void tst_attributes::packedOnesAreJson()
{
    QCOMPARE(packedFrom({{1, u"health"_s}, {4, u"12"_s}}), "{\"1\":\"health\",\"4\":\"12\"}"_ba);
    const QStringList values = oddValues();
    Pairs pairs;
    for (const QString &value : values)
        pairs.append({pairs.size() + 1, value});
    const QJsonObject object = QJsonDocument::fromJson(packedFrom(pairs)).object();
    QCOMPARE(object.size(), values.size());
    for (const auto &[name, value] : std::as_const(pairs))
        QCOMPARE(object.value(QString::number(name)).toString(), value);
}

void tst_attributes::whatIsPackedComesOutAgain_data()
{
    QTest::addColumn<Pairs>("pairs");
    QTest::addRow("none") << Pairs{};
    QTest::addRow("large numbers") << Pairs{{1, u"a"_s}, {999'999'999'999, u"b"_s}};
    const QStringList values = oddValues();
    for (qsizetype i = 0; i < values.size(); ++i)
        QTest::addRow("odd value %d", int(i)) << Pairs{{3, values.at(i)}, {7, u"behind"_s}};
}

void tst_attributes::whatIsPackedComesOutAgain()
{
    QFETCH(Pairs, pairs);
    const QByteArray json = packedFrom(pairs);
    PackedAttributes packed(json);
    Pairs found;
    while (packed.next())
        found.append({packed.name(), QString::fromUtf8(packed.value())});
    QVERIFY(!packed.isDamaged());
    QCOMPARE(found, pairs);
}

void tst_attributes::whatIsNoneOfOursIsDamage_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *const json : {"",
                                   " ",
                                   "[]",
                                   "{",
                                   "{}}",
                                   "{\"1\"",
                                   "{\"1\":",
                                   "{\"1\":\"",
                                   "{\"1\":\"a",
                                   "{\"1\":\"a\\",
                                   "{\"1\":\"a\\\"}",
                                   "{\"1\":\"a\"",
                                   "{\"1\":\"a\",",
                                   "{\"1\":\"a\",}",
                                   "{,\"1\":\"a\"}",
                                   "{\"1\":\"a\"\"2\":\"b\"}",
                                   "{\"1\":2}",
                                   "{\"\":\"a\"}",
                                   "{\"x\":\"a\"}",
                                   "{\"-1\":\"a\"}",

                                   "{\"1\":\"\\u12\"}",
                                   "{\"99999999999999999999\":\"a\"}",
                                   "{\"1\":\"\\x\"}",
                                   "{\"1\":\"\\u12",
                                   "{\"1 \":\"a\"}",
                                   "{\"1\":\"a\"} {}",
                                   "{\"1\":\"a\", \"2\"}",
                                   "null"})
        QTest::addRow("%s", json) << QByteArray(json);
}

void tst_attributes::whatIsNoneOfOursIsDamage()
{
    QFETCH(QByteArray, json);
    PackedAttributes packed(json);
    while (packed.next())
        static_cast<void>(packed.value());
    QVERIFY(packed.isDamaged());
    QVERIFY(!packed.next());
}

void tst_attributes::whatOthersWroteIsReadToo_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Pairs>("pairs");
    QTest::addRow("none") << " { } "_ba << Pairs{};
    QTest::addRow("pretty") << "{\n  \"1\": \"a\",\r\n\t\"2\" : \"b c\"\n}\n"_ba
                            << Pairs{{1, u"a"_s}, {2, u"b c"_s}};
    QTest::addRow("in another order") << "{\"20\":\"b\",\"3\":\"a\"}"_ba << Pairs{{20, u"b"_s}, {3, u"a"_s}};
    QTest::addRow("escaped") << R"({"1":"\u00e9\/\ud83d\ude42\n"})"_ba << Pairs{{1, u"é/🙂\n"_s}};
}

void tst_attributes::whatOthersWroteIsReadToo()
{
    QFETCH(QByteArray, json);
    QFETCH(Pairs, pairs);
    PackedAttributes packed(json);
    Pairs found;
    while (packed.next())
        found.append({packed.name(), QString::fromUtf8(packed.value())});
    QVERIFY(!packed.isDamaged());
    QCOMPARE(found, pairs);
}

void tst_attributes::ofOneNameTheFirstHolds()
{
    TemporaryCollection collection;
    const auto ids = collection.add({storyWith({{u"b"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"3"_s}})});
    QCOMPARE(valueOf(collection.reader().page(ids.at(0))).attributes,
             (QVector<Attribute>{{u"b"_s, u"1"_s}, {u"a"_s, u"2"_s}}));
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 1}, {u"b"_s, 1}}));
}

void tst_attributes::onePassFindsWhatSqlFinds()
{
    TemporaryCollection collection;
    QVector<Story> stories;
    QStringList odd = oddValues();
    odd.removeIf([](const QString &value) { return value.contains(QChar(0)); }); // where json_each cuts
    for (int i = 0; i < 200; ++i) {
        QVector<Attribute> attributes{{u"number"_s, QString::number(i)}};
        if (i % 3 != 0)
            attributes.append({u"sector"_s, i % 2 == 0 ? u"health"_s : u"sports"_s});
        if (i % 5 == 0)
            attributes.append({u"odd"_s, odd.at(i / 5 % odd.size())});
        stories.append(storyWith(attributes));
    }
    collection.add(stories);
    const auto connection = connectionTo(collection.path());
    QVERIFY(isWell(connection->run(
        "UPDATE packed_attributes SET json = ' { \"3\" : \"by hand\",\n \"1\":\"9\"}' WHERE story IN (20, 30)")));

    const QVector<WantedAttribute> wanted{{u"sector"_s},
                                          {u"number"_s, {{u"9"_s, u"77"_s, u"none"_s}}},
                                          {u"odd"_s},
                                          {u"of nobody"_s},
                                          {u"sector"_s, {{u"sports"_s}}},
                                          {u"number"_s, QStringList()}};
    const auto found = valueOf(collection.reader().attributeValues(wanted, Progress()));
    QCOMPARE(found.damaged, 0);
    QCOMPARE(found.values.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const WantedAttribute &each = wanted.at(i);
        auto rows = valueOf(
            connection->select(u"SELECT value, group_concat(story) FROM (SELECT value, story FROM story_attributes "
                               "WHERE attribute = ? ORDER BY story) GROUP BY value ORDER BY value"_s,
                               {each.name}));
        QStringList expected;
        while (rows.next()) {
            if (!each.values || each.values->contains(rows.value(0).toString()))
                expected.append(rows.value(0).toString() + u": "_s + rows.value(1).toString());
        }
        QStringList read;
        for (const StoredValue &value : found.values.at(i)) {
            QStringList ids;
            for (const StoryId story : value.stories)
                ids.append(QString::number(toNumber(story)));
            read.append(value.value + u": "_s + ids.join(u','));
        }
        QCOMPARE(read, expected);
    }
}

void tst_attributes::onePassIsStopped()
{
    TemporaryCollection collection;
    collection.add({storyWith({{u"a"_s, u"1"_s}})});
    Progress progress;
    progress.cancel();
    QCOMPARE(collection.reader().attributeValues({{u"a"_s}}, progress).error().kind, Error::Kind::Cancelled);
}

void tst_attributes::aDamagedRowIsToldAndHindersNothing()
{
    TemporaryCollection collection;
    const auto ids = collection.add({storyWith({{u"a"_s, u"1"_s}}), storyWith({{u"a"_s, u"2"_s}})});
    QVERIFY(isWell(connectionTo(collection.path())
                       ->run("UPDATE packed_attributes SET json = '{\"1\":\"1\",' WHERE story = 1")));
    const auto page = valueOf(collection.reader().page(ids.at(0)));
    QCOMPARE(page.text, u"an invented story"_s);
    QVERIFY(page.attributesDamaged);
    QVERIFY(page.attributes.isEmpty());
    QVERIFY(!valueOf(collection.reader().page(ids.at(1))).attributesDamaged);
    const auto found = valueOf(collection.reader().attributeValues({{u"a"_s}}, Progress()));
    QCOMPARE(found.damaged, 1);
    QCOMPARE(found.values.at(0).size(), 1);
    QCOMPARE(found.values.at(0).at(0).value, u"2"_s);
    Progress progress;
    const auto findings = valueOf(collection.reader().check(progress));
    QVERIFY(findings.contains(u"The attributes of story 1 can't be read."_s));
    QVERIFY(collection.writer().forget(ids, progress));
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void tst_attributes::valuesThatWentAreNotCounted()
{
    TemporaryCollection collection;
    QVector<Story> stories;
    for (int i = 0; i < 60; ++i)
        stories.append(storyWith({{u"many"_s, QString::number(i)}, {u"few"_s, i < 50 ? u"x"_s : u"y"_s}}));
    const auto ids = collection.add(stories);
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"few"_s, 2}, {u"many"_s, 51}}));
    Progress progress;
    QVERIFY(collection.writer().forget(std::span(ids).subspan(20), progress));
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"few"_s, 1}, {u"many"_s, 20}}));
    collection.add({storyWith({{u"many"_s, u"59"_s}, {u"few"_s, u"y"_s}})}, u"b.csv"_s);
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"few"_s, 2}, {u"many"_s, 21}}));
}

/// As an import that ends where it wants to. settles: false as if the program had ended before.
void update(TemporaryCollection &collection, StoryId id, const Story &before, const Story &after,
            bool settles = true)
{
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"later.csv"_s, u"csv"_s, 1, "digest"}));
    QVERIFY(isWell(tables.beginBatch()));
    QVERIFY(isWell(tables.change(id, before, codeStory(after, collection.rules()), 1, {})));
    QVERIFY(tables.commitBatch(run));
    if (settles)
        QVERIFY(valueOf(tables.purge(Progress())));
    tables.closeRun();
}

void tst_attributes::valuesReplacedByAnUpdateAreNotCounted()
{
    TemporaryCollection collection;
    const Story before = storyWith({{u"a"_s, u"1"_s}, {u"b"_s, u"x"_s}});
    const auto ids = collection.add({before, storyWith({{u"a"_s, u"2"_s}, {u"b"_s, u"x"_s}})});
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 2}, {u"b"_s, 1}}));
    const Story after = storyWith({{u"a"_s, u"2"_s}, {u"b"_s, u"y"_s}});
    update(collection, ids.at(0), before, after);
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 1}, {u"b"_s, 2}}));
    update(collection, ids.at(0), after, before); // what came back is counted again
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 2}, {u"b"_s, 1}}));
}

void tst_attributes::valuesInDoubtAreSettledAfterACrash()
{
    TemporaryCollection collection;
    const Story before = storyWith({{u"a"_s, u"1"_s}});
    const auto ids = collection.add({before, storyWith({{u"a"_s, u"2"_s}}), storyWith({{u"c"_s, u"z"_s}})});
    update(collection, ids.at(0), before, storyWith({{u"a"_s, u"2"_s}}), false);
    collection.close();
    collection.open();
    Progress progress;
    QVERIFY(collection.writer().forget(std::span(ids).subspan(2), progress));
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 1}}));
}

void tst_attributes::takingOutIsStoppedWhole()
{
    TemporaryCollection collection;
    const auto ids = collection.add({storyWith({{u"a"_s, u"1"_s}}), storyWith({{u"a"_s, u"2"_s}})});
    Progress progress;
    progress.cancel();
    QCOMPARE(collection.writer().forget(std::span(ids).first(1), progress).error().kind, Error::Kind::Cancelled);
    QCOMPARE(valueOf(collection.reader().storyCount()), 2);
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 2}}));
    Progress again;
    QVERIFY(collection.writer().forget(std::span(ids).first(1), again));
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 1}}));
}

void tst_attributes::valuesOfADroppedBatchAreNotCounted()
{
    TemporaryCollection collection;
    collection.add({storyWith({{u"a"_s, u"1"_s}})});
    ImportTables &tables = collection.writer().importTables();
    QVERIFY(tables.openRun({u"b.csv"_s, u"csv"_s, 1, "digest"}));
    QVERIFY(isWell(tables.beginBatch()));
    QVERIFY(tables.add(codeStory(storyWith({{u"a"_s, u"2"_s}, {u"b"_s, u"1"_s}}), collection.rules()), 1, {u"k"_s},
                       {}));
    tables.closeRun();
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 1}}));
    collection.add({storyWith({{u"a"_s, u"2"_s}})}, u"c.csv"_s);
    QCOMPARE(countedValues(collection), (QMap<QString, qint64>{{u"a"_s, 2}}));
}

void tst_attributes::theViewShowsNoPersonalOnes()
{
    TemporaryCollection collection;
    collection.add({storyWith({{u"sector"_s, u"\"health\""_s}, {u"contact"_s, u"invented"_s, true}})});
    const auto shown = [&] {
        auto connection = connectionTo(collection.path());
        return valueOf(
                   connection->value(u"SELECT group_concat(story || attribute || value) FROM story_attributes"_s))
            .toString();
    };
    QCOMPARE(shown(), u"1sector\"health\""_s);
    QVERIFY(isWell(collection.writer().setTicked(u"contact"_s, true)));
    QCOMPARE(shown(), u"1sector\"health\",1contactinvented"_s);
}

void tst_attributes::anEarlierCollectionKeepsThemAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"earlier.tidemark"_s);
    const QStringList values = oddValues();
    {
        const auto connection = makeEarlierCollection(path, u"0017-packed-attributes.sql"_s);
        QVERIFY(connection);
        QVERIFY(isWell(connection->run(
            "INSERT INTO attribute_name (id, name, personal, ticked) VALUES (1, 'odd', 0, 0), (2, 'number', 1, 1), "
            "(3, 'of nobody', 0, 0)")));
        // A damaged file may hold what belongs to nobody.
        QVERIFY(isWell(
            connection->run("PRAGMA foreign_keys = OFF; INSERT INTO attribute VALUES (99, 1, 'of nobody')")));
        for (qsizetype i = 0; i < 60; ++i) {
            QVERIFY(
                connection->select(u"INSERT INTO story (posted_at, platform, language, language_detected, words, "
                                   "residual_words, me_too_outside_tags, warned, rule_themes, rule_voice, "
                                   "rule_version) VALUES (NULL, 1, '', 0, 1, 1, 0, 0, 0, 0, 1)"_s));
            QVERIFY(
                connection->select(u"INSERT INTO story_text VALUES (?, 'text', 0, '', '', '', 0, NULL, '', '[]', "
                                   "'[]', '[]', '[]')"_s,
                                   {i + 1}));
            QVERIFY(connection->select(u"INSERT INTO attribute VALUES (?, 2, ?)"_s, {i + 1, QString::number(i)}));
            if (i < values.size())
                QVERIFY(connection->select(u"INSERT INTO attribute VALUES (?, 1, ?)"_s, {i + 1, values.at(i)}));
        }
    }
    const auto store = valueOf(Store::open(path, Store::Missing::Fail));
    const auto reader = valueOf(store->reader());
    for (qsizetype i = 0; i < 60; ++i) {
        QVector<Attribute> expected{{u"number"_s, QString::number(i), true}};
        if (i < values.size())
            expected.prepend({u"odd"_s, values.at(i), false});
        QCOMPARE(valueOf(reader->page(StoryId{i + 1})).attributes, expected);
    }
    const auto attributes = valueOf(reader->attributes());
    QCOMPARE(attributes.size(), 2);
    QCOMPARE(attributes.at(0).values, values.size());
    QCOMPARE(attributes.at(1).values, 51);
    QVERIFY(attributes.at(1).ticked && attributes.at(1).personal);
    const auto found
        = valueOf(reader->attributeValues({{u"odd"_s}, {u"number"_s, {{u"59"_s}}}}, Progress())).values;
    QCOMPARE(found.at(0).size(), values.size());
    for (const StoredValue &value : found.at(0))
        QCOMPARE(value.stories, (std::vector<StoryId>{StoryId{values.indexOf(value.value) + 1}}));
    QCOMPARE(found.at(1).size(), 1);
    QCOMPARE(found.at(1).at(0).stories, (std::vector<StoryId>{StoryId{60}}));
}

QTEST_GUILESS_MAIN(tst_attributes)
#include "tst_attributes.moc"
