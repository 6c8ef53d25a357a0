#include "store/TemporaryCollection.h"

#include "store/Connection.h"

#include <QVariant>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

/// What becomes of the full text behind an import of many batches.
class TestFullTextMerging : public QObject
{
    Q_OBJECT

private slots:
    void aLargeImportIsMergedStepByStep_data();
    void aLargeImportIsMergedStepByStep();
    void goesOnWhereAnotherOpeningLeftIt();
    void aSmallImportLeavesNothingToMerge();

private:
    static constexpr int storiesABatch = 20;

    static void importMany(TemporaryCollection &collection, int batches);
    static qint64 segments(const TemporaryCollection &collection);
    static qint64 setting(const TemporaryCollection &collection, const QString &name);
    static qsizetype found(TemporaryCollection &collection, const QString &word);
    static QVariant value(const TemporaryCollection &collection, const QString &sql);
};

QVariant TestFullTextMerging::value(const TemporaryCollection &collection, const QString &sql)
{
    const auto connection = valueOf(Connection::open(collection.path(), Connection::Access::Read));
    return valueOf(connection->value(sql));
}

qint64 TestFullTextMerging::segments(const TemporaryCollection &collection)
{
    return value(collection, u"SELECT count(DISTINCT segid) FROM full_text_even_idx"_s).toLongLong();
}

qint64 TestFullTextMerging::setting(const TemporaryCollection &collection, const QString &name)
{
    return value(collection, u"SELECT v FROM full_text_even_config WHERE k = '%1'"_s.arg(name)).toLongLong();
}

qsizetype TestFullTextMerging::found(TemporaryCollection &collection, const QString &word)
{
    return static_cast<qsizetype>(valueOf(collection.reader().match(WordQuery::phrase(word))).size());
}

void TestFullTextMerging::importMany(TemporaryCollection &collection, int batches)
{
    const RuleCoder rules(shippedCodebook());
    ImportTables &tables = collection.writer().importTables();
    const StoredRun run = valueOf(tables.openRun({u"many"_s, u"csv"_s, 1, QByteArray(32, 'm')}));
    for (int batch = 0; batch < batches; ++batch) {
        QVERIFY(isWell(tables.beginBatch()));
        QVERIFY(isWell(tables.expectMany()));
        for (int i = 0; i < storiesABatch; ++i) {
            Story story;
            story.text = u"Invented words of batch%1 and story%2, at the office"_s.arg(batch).arg(i);
            story.language = u"en"_s;
            QVERIFY(tables.add(codeStory(story, rules), 1, {u"test:%1:%2"_s.arg(batch).arg(i)}, {}));
        }
        QVERIFY(tables.commitBatch(run));
    }
    tables.closeRun();
}

void TestFullTextMerging::aLargeImportIsMergedStepByStep_data()
{
    QTest::addColumn<int>("batches");
    QTest::newRow("two") << 2;
    QTest::newRow("fewer than FTS5 merges by itself") << 3;
    QTest::newRow("many") << 30;
}

void TestFullTextMerging::aLargeImportIsMergedStepByStep()
{
    QFETCH(const int, batches);
    TemporaryCollection collection;
    importMany(collection, batches);
    QCOMPARE(segments(collection), batches);
    QCOMPARE(setting(collection, u"automerge"_s), 0);
    QCOMPARE(found(collection, u"office"_s), batches * storiesABatch);

    int steps = 0;
    while (valueOf(collection.writer().mergeFullTextStep()))
        ++steps;
    QVERIFY(steps > 0);
    QCOMPARE(segments(collection), 1);
    // FTS5's own values, from SQLite's documentation.
    QCOMPARE(setting(collection, u"automerge"_s), 4);
    QCOMPARE(setting(collection, u"crisismerge"_s), 16);
    QCOMPARE(setting(collection, u"usermerge"_s), 4);
    QCOMPARE(found(collection, u"office"_s), batches * storiesABatch);
    QCOMPARE(found(collection, u"batch1"_s), storiesABatch);
    QVERIFY(!valueOf(collection.writer().mergeFullTextStep()));

    collection.add(u"One more at the office"_s);
    QCOMPARE(found(collection, u"office"_s), batches * storiesABatch + 1);
    Progress progress;
    QCOMPARE(valueOf(collection.reader().check(progress)), QStringList());
}

void TestFullTextMerging::goesOnWhereAnotherOpeningLeftIt()
{
    TemporaryCollection collection;
    importMany(collection, 5);
    collection.close();
    collection.open();
    while (valueOf(collection.writer().mergeFullTextStep())) {}
    QCOMPARE(segments(collection), 1);
    QCOMPARE(setting(collection, u"automerge"_s), 4);
}

void TestFullTextMerging::aSmallImportLeavesNothingToMerge()
{
    TemporaryCollection collection;
    collection.add(u"One story"_s);
    QVERIFY(!valueOf(collection.writer().mergeFullTextStep()));
}

QTEST_GUILESS_MAIN(TestFullTextMerging)
#include "tst_fulltextmerging.moc"
