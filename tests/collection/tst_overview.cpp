#include "collection/Collection.h"
#include "collection/KeptAnswer.h"
#include "store/Connection.h"
#include "store/IndexScan.h"
#include "store/Store.h"
#include "store/StoreReader.h"
#include "support/InventedPosts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

/// What the window shows until the index is there: the answer to the empty filter, as it was kept.
class tst_overview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_collection.reset(); }

    void isGivenUntilTheIndexIsThere();
    void isTheAnswerThatFollows_data();
    void isTheAnswerThatFollows();
    void isPassedOver_data();
    void isPassedOver();
    void isMadeAgainWhereItIsMissing();
    void otherQuestionsWaitForTheIndex_data();
    void otherQuestionsWaitForTheIndex();
    void isNeverOfAnEarlierMoment_data();
    void isNeverOfAnEarlierMoment();
    void knowsTheRowsAroundThePlace();
    void isOfTheTimeZoneByNow();
    void changesWaitForTheIndex();
    void aDamagedIndexIsMadeAnewBehindIt();
    void isThereInWhatMayOnlyBeRead();
    void staysBehindWhenACopyIsSaved();
    void noiseIsRefused();

private:
    void open(Collection::Manner manner = Collection::Manner::Prompt);
    QVariant sql(const QString &statement);
    [[nodiscard]] SelectionQuestion question(bool mayBePreview = true) const;
    Selection asked(const SelectionQuestion &question) const;
    [[nodiscard]] std::optional<Selection> kept() const;
    void compareWithIndex();
    void checkThatNoneIsShown();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Collection> m_collection;
};

void tst_overview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::collectionOfInventedPosts(*m_folder, 900);
    QVERIFY(m_collection);
    m_path = m_collection->path();
    m_collection.reset();
}

void tst_overview::open(Collection::Manner manner)
{
    m_collection.reset();
    auto opened = Collection::open(m_path, Collection::Missing::Fail, nullptr, manner);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_collection = std::move(opened).value();
}

QVariant tst_overview::sql(const QString &statement)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tst_overview"_s);
        database.setDatabaseName(m_path);
        QSqlQuery query(database);
        if (!database.open() || !query.exec(statement))
            qWarning("%s", qPrintable(query.lastError().text()));
        else if (query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"tst_overview"_s);
    return value;
}

/// As the window asks.
SelectionQuestion tst_overview::question(bool mayBePreview) const
{
    SelectionQuestion question;
    question.timeline = TimelineQuestion();
    question.timeline->zone = m_collection->facts().zone;
    question.keepAlternatives = true;
    question.mayBePreview = mayBePreview;
    return question;
}

Selection tst_overview::asked(const SelectionQuestion &question) const
{
    const auto answer = waitFor(m_collection->select(question));
    if (!answer)
        qWarning("%s", qPrintable(answer.error().message));
    return answer ? answer.value() : Selection();
}

/// As the next opening gives it, whether or not it gets round to that; absent: there is none.
std::optional<Selection> tst_overview::kept() const
{
    const auto store = Store::open(m_path, Store::Missing::Fail);
    const auto reader = store ? store.value()->reader() : Result<std::unique_ptr<StoreReader>>(store.error());
    const auto codebook = reader ? reader.value()->codebook() : Result<Codebook>(reader.error());
    const auto overview = codebook ? reader.value()->overview() : Result<std::optional<Overview>>(codebook.error());
    if (!overview || !overview.value())
        return std::nullopt;
    const KeptAnswer answer(**overview, RuleCoder(codebook.value()));
    return answer.selection();
}

void tst_overview::compareWithIndex()
{
    m_collection.reset();
    const auto answer = kept();
    QVERIFY(answer);
    const Selection &preview = *answer;
    QVERIFY(preview.isPreview());
    open();
    const CollectionFacts facts = m_collection->facts();
    QCOMPARE(facts.stories, preview.count());
    const Selection whole = asked(question(false));
    QVERIFY(!whole.isPreview());
    QCOMPARE(preview.count(), whole.count());
    QCOMPARE(preview.filter(), whole.filter());
    QCOMPARE(preview.facets, whole.facets);
    QCOMPARE(preview.unreadLanguages, whole.unreadLanguages);
    QCOMPARE(preview.timeline.by, whole.timeline.by);
    QCOMPARE(preview.timeline.starts, whole.timeline.starts);
    QCOMPARE(preview.timeline.end, whole.timeline.end);
    QCOMPARE(preview.timeline.counts, whole.timeline.counts);
    QCOMPARE(preview.timeline.whole, whole.timeline.whole);
    QCOMPARE(preview.timeline.undated, whole.timeline.undated);
    for (const Order order : {Order::NewestFirst, Order::OldestFirst, Order::MostRelevant}) {
        QCOMPARE(preview.ids(0, 100, order), whole.ids(0, 100, order));
        for (qint64 row = 0; row < whole.count(); row += 100) {
            const QVector<StoryId> known = preview.ids(row, 100, order);
            QVERIFY(known.isEmpty() || known == whole.ids(row, 100, order));
            for (const StoryId story : known)
                QCOMPARE(preview.rowOf(story, order), whole.rowOf(story, order));
        }
    }
    const CollectionFacts after = m_collection->facts();
    QCOMPARE(facts.stories, after.stories);
    QCOMPARE(after.isCounting, false);
    for (qsizetype i = 0; i < facts.sources.size(); ++i)
        QCOMPARE(facts.sources.at(i).stories, after.sources.at(i).stories);
}

void tst_overview::checkThatNoneIsShown()
{
    QVERIFY(!kept());
    open();
    QVERIFY(!asked(question()).isPreview());
    QTRY_VERIFY(!m_collection->facts().isCounting);
    QCOMPARE(asked(question()).count(), sql(u"SELECT count(*) FROM story"_s).toLongLong());
}

/// The index of so few stories may be quicker, so it is tried for a while.
void tst_overview::isGivenUntilTheIndexIsThere()
{
    bool isGiven = false;
    for (int i = 0; i < 200 && !isGiven; ++i) {
        open();
        isGiven = asked(question()).isPreview();
        const Selection whole = asked(question(false));
        QVERIFY(!whole.isPreview());
        QCOMPARE(whole.count(), m_collection->facts().stories);
        QVERIFY(!asked(question()).isPreview());
    }
    QVERIFY(isGiven);
}

void tst_overview::isTheAnswerThatFollows_data()
{
    QTest::addColumn<int>("posts");
    QTest::newRow("none") << 0;
    QTest::newRow("fewer than it has rows") << 20;
    QTest::newRow("more") << 700;
}

void tst_overview::isTheAnswerThatFollows()
{
    QFETCH(int, posts);
    m_path = m_folder->filePath(u"another.tidemark"_s);
    if (posts > 0)
        m_collection = test::collectionOfInventedPosts(*m_folder, posts, u"another"_s);
    else
        m_collection = std::move(Collection::open(m_path, Collection::Missing::Create)).value();
    QVERIFY(m_collection);
    compareWithIndex();
}

void tst_overview::isPassedOver_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("missing") << u"DELETE FROM setting WHERE key = 'collection.overview'"_s;
    QTest::newRow("damaged") << u"UPDATE setting SET value = replace(value, '\"count\":', '\"count\":1') "
                                "WHERE key = 'collection.overview'"_s;
    QTest::newRow("cut off") << u"UPDATE setting SET value = substr(value, 1, 200) "
                                "WHERE key = 'collection.overview'"_s;
    QTest::newRow("no overview") << u"UPDATE setting SET value = '1' WHERE key = 'collection.overview'"_s;
    QTest::newRow("stale") << u"UPDATE index_stamp SET generation = generation + 1"_s;
    QTest::newRow("no index") << u"UPDATE index_stamp SET packed = NULL"_s;
    QTest::newRow("of another zone") << u"INSERT INTO setting VALUES ('collection.time_zone', 'Asia/Tokyo')"_s;
}

void tst_overview::isPassedOver()
{
    QFETCH(QString, statement);
    sql(statement);
    checkThatNoneIsShown();
}

void tst_overview::isMadeAgainWhereItIsMissing()
{
    const QVariant before = sql(u"SELECT value FROM setting WHERE key = 'collection.overview'"_s);
    QVERIFY(!before.toString().isEmpty());
    sql(u"DELETE FROM setting WHERE key = 'collection.overview'"_s);
    open();
    m_collection.reset();
    QCOMPARE(sql(u"SELECT value FROM setting WHERE key = 'collection.overview'"_s), before);
}

void tst_overview::otherQuestionsWaitForTheIndex_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("split");
    QTest::addColumn<QStringList>("attributes");
    QTest::newRow("a filter") << u"platform:mastodon"_s << false << QStringList();
    QTest::newRow("another timeline") << QString() << true << QStringList();
    QTest::newRow("an attribute") << QString() << false << QStringList(u"sector"_s);
}

void tst_overview::otherQuestionsWaitForTheIndex()
{
    QFETCH(QString, filter);
    QFETCH(bool, split);
    QFETCH(QStringList, attributes);
    open();
    SelectionQuestion other = question();
    other.filter = std::get<Filter>(parseFilter(filter, m_collection->names()));
    if (split)
        other.timeline->split = Facet::Platform;
    other.attributeFacets = attributes;
    const Selection first = asked(other);
    QVERIFY(!first.isPreview());
    open(Collection::Manner::Thorough);
    const Selection thorough = asked(other);
    QCOMPARE(first.count(), thorough.count());
    QCOMPARE(first.facets, thorough.facets);
    QCOMPARE(first.timeline.series.size(), thorough.timeline.series.size());
    QCOMPARE(first.allIds(Order::NewestFirst), thorough.allIds(Order::NewestFirst));
}

void tst_overview::isNeverOfAnEarlierMoment_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("a theme by hand") << 0;
    QTest::newRow("a mark") << 1;
    QTest::newRow("an import") << 2;
    QTest::newRow("an import and its undoing") << 3;
    QTest::newRow("a forgotten story") << 4;
    QTest::newRow("coded anew") << 5;
}

void tst_overview::isNeverOfAnEarlierMoment()
{
    QFETCH(int, change);
    open();
    const StoryId newest = asked(question(false)).ids(0, 1, Order::NewestFirst).constFirst();
    if (change == 0)
        QVERIFY(waitFor(m_collection->setTheme({newest}, 1, true)));
    if (change == 1)
        QVERIFY(waitFor(m_collection->setMark({newest}, Collection::Mark::Starred, true)));
    if (change == 2 || change == 3) {
        const QString csv = test::writeFile(*m_folder, u"later.csv"_s, test::inventedCsv(30, 99));
        QVERIFY(waitFor(m_collection->import(csv, test::inventedCsvOptions())));
    }
    if (change == 3)
        QVERIFY(waitFor(m_collection->undoImport(m_collection->facts().runs.constFirst().number)));
    if (change == 4)
        QVERIFY(waitFor(m_collection->forget({newest})));
    if (change == 5)
        QVERIFY(waitFor(m_collection->recode()));
    compareWithIndex();
}

void tst_overview::knowsTheRowsAroundThePlace()
{
    open();
    const Selection all = asked(question(false));
    QVERIFY(all.count() > 2 * Overview::rowsTogether);
    const qint64 row = all.count() - Overview::rowsTogether;
    const StoryId place = all.ids(row, 1, Order::NewestFirst).constFirst();
    QVERIFY(waitFor(m_collection->setSetting(u"last_place"_s, u"0 %1"_s.arg(toNumber(place)))));
    m_collection.reset();
    const Selection preview = kept().value_or(Selection());
    QVERIFY(preview.isPreview());
    QCOMPARE(preview.rowOf(place, Order::NewestFirst), row);
    const qint64 page = row - row % 100;
    QCOMPARE(preview.ids(page, 100, Order::NewestFirst), all.ids(page, 100, Order::NewestFirst));
    compareWithIndex();
}

void tst_overview::isOfTheTimeZoneByNow()
{
    open();
    QVERIFY(waitFor(m_collection->setTimeZone(QTimeZone("Pacific/Auckland"))));
    compareWithIndex();
}

/// A mark that is set at once is set on the whole collection.
void tst_overview::changesWaitForTheIndex()
{
    open();
    const Selection preview = asked(question());
    const StoryId newest = preview.ids(0, 1, Order::NewestFirst).constFirst();
    QVERIFY(waitFor(m_collection->setMark({newest}, Collection::Mark::Starred, true)));
    SelectionQuestion starred = question();
    starred.filter.properties = {{Property::Starred, false}};
    QCOMPARE(asked(starred).allIds(Order::NewestFirst), QVector<StoryId>{newest});
    open();
    QCOMPARE(asked(starred).allIds(Order::NewestFirst), QVector<StoryId>{newest});
}

void tst_overview::aDamagedIndexIsMadeAnewBehindIt()
{
    sql(u"UPDATE index_part SET bytes = x'00' WHERE block = 0 AND part = 1"_s);
    open();
    QCOMPARE(asked(question()).count(), sql(u"SELECT count(*) FROM story"_s).toLongLong());
    std::ignore = asked(question(false));
    QTRY_VERIFY(!m_collection->facts().isCounting);
    compareWithIndex();
}

void tst_overview::isThereInWhatMayOnlyBeRead()
{
    const auto first = Collection::open(m_path, Collection::Missing::Fail); // which locks it
    QVERIFY(first);
    open();
    QVERIFY(m_collection->facts().readOnly);
    compareWithIndex();
    QVERIFY(m_collection->facts().readOnly);
}

void tst_overview::staysBehindWhenACopyIsSaved()
{
    open();
    const QString copy = m_folder->filePath(u"copy.tidemark"_s);
    QVERIFY(waitFor(m_collection->saveCopy(copy)));
    m_collection.reset();
    m_path = copy;
    QVERIFY(!sql(u"SELECT value FROM setting WHERE key = 'collection.overview'"_s).isValid());
    checkThatNoneIsShown();
}

/// Whoever can write a file can write a checksum, too.
void tst_overview::noiseIsRefused()
{
    const QByteArray whole = sql(u"SELECT value FROM setting WHERE key = 'collection.overview'"_s).toByteArray();
    const QByteArray packed = whole.mid(whole.indexOf('{'));
    const auto connection = Connection::open(m_path, Connection::Access::Read);
    QVERIFY(connection);
    const auto read = readIndexNames(**connection);
    QVERIFY(read);
    const IndexNames &names = *read;
    QVERIFY(unpackOverview(packed, names)); // it is the noise that is refused
    QJsonObject forged = QJsonDocument::fromJson(packed).object();
    QJsonObject timeline = forged.value(u"timeline"_s).toObject();
    QJsonArray counts = timeline.value(u"counts"_s).toArray();
    QVERIFY(counts.size() > 1);
    counts[1] = counts.at(1).toInteger() + counts.at(0).toInteger() + 1;
    counts[0] = -1; // the sum holds
    timeline.insert(u"counts"_s, counts);
    forged.insert(u"timeline"_s, timeline);
    QVERIFY(!unpackOverview(QJsonDocument(forged).toJson(QJsonDocument::Compact), names));
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        QByteArray noisy = packed;
        for (int changes = random.bounded(1, 4); changes > 0; --changes) {
            const qsizetype place = random.bounded(noisy.size());
            noisy.replace(place, random.bounded(3),
                          QByteArray(random.bounded(4), "0159-[]{},\":e"[random.bounded(13)]));
        }
        const auto overview = unpackOverview(noisy, names);
        if (!overview)
            continue;
        QVERIFY(overview->timeline.starts.size() == overview->timeline.counts.size());
        const Selection selection(std::make_shared<const Overview>(*overview));
        QCOMPARE(selection.ids(0, 100, Order::NewestFirst).size(), std::min<qint64>(100, selection.count()));
    }
}

QTEST_GUILESS_MAIN(tst_overview)
#include "tst_overview.moc"
