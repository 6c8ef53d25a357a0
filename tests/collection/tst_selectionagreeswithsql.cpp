#include "RandomFilters.h"
#include "SqlOracle.h"
#include "collection/Collection.h"
#include "support/InventedPosts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::RandomFilters;
using tidemark::test::SqlOracle;
using tidemark::test::waitFor;

namespace {

constexpr int posts = 350;
constexpr int filters = 250;

QMap<QString, qint64> withStories(const FacetCounts &facet)
{
    QMap<QString, qint64> counts;
    for (const FacetValue &value : facet.values) {
        if (value.count > 0)
            counts.insert(value.key, value.count);
    }
    return counts;
}

QMap<qint64, qint64> withVolume(const Timeline &timeline)
{
    QMap<qint64, qint64> days;
    for (qsizetype i = 0; i < timeline.starts.size(); ++i) {
        if (timeline.counts.at(i) > 0)
            days.insert(timeline.starts.at(i), timeline.counts.at(i));
    }
    return days;
}

Filter withoutChoices(const Filter &filter, Facet facet, const QString &attribute = {})
{
    Filter wider = filter;
    erase_if(wider.facets, [&](const FacetTerm &term) {
        return term.facet == facet && term.attribute == attribute && !term.excluded;
    });
    return wider;
}

} // namespace

/// One filter, one number: what the collection answers is what plain SQL over the same file says, whatever was done
/// to it before. Each test leaves the collection changed for the next.
class tst_selectionagreeswithsql : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void afterImport();
    void withMarksAndCodings();
    void afterUndoAndRedo();
    void afterAChangedRule();
    void afterForgetting();
    void afterUndoingAnImport();
    void afterRemovingASource();
    void afterReopening();

private:
    void compareMany(quint32 seed);
    void compare(const Filter &filter, bool keepAlternatives, Counting counting, SqlOracle &oracle);
    void markAndCodeAtRandom(quint32 seed);
    QVector<StoryId> someStories(QRandomGenerator &random);

    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
};

void tst_selectionagreeswithsql::initTestCase()
{
    m_collection = test::collectionOfInventedPosts(m_folder, posts);
    QVERIFY(m_collection);
    QVERIFY(m_collection->facts().stories > posts);
}

void tst_selectionagreeswithsql::compareMany(quint32 seed)
{
    const CollectionFacts facts = m_collection->facts();
    SqlOracle oracle(m_collection->path(), facts.codebook);
    RandomFilters random(facts, seed);
    int found = 0;
    QCOMPARE(facts.stories, oracle.count({}));
    for (int i = 0; i < filters; ++i) {
        const Filter filter = random.next();
        compare(filter, i % 2 == 0, static_cast<Counting>(i % 3), oracle);
        if (QTest::currentTestFailed()) {
            qWarning("the filter was: %s", qPrintable(filterToText(filter, m_collection->names())));
            return;
        }
        found += oracle.count(filter) > 0 ? 1 : 0;
    }
    QVERIFY2(found > filters / 5, "most filters find nothing: they prove little");
}

void tst_selectionagreeswithsql::compare(const Filter &filter, bool keepAlternatives, Counting counting,
                                         SqlOracle &oracle)
{
    SelectionQuestion question;
    question.filter = filter;
    question.keepAlternatives = keepAlternatives;
    question.timeline = TimelineQuestion();
    question.timeline->by = Granularity::Day;
    question.timeline->counting = counting;
    question.attributeFacets = {u"sector"_s, u"region"_s};
    const auto answer = waitFor(m_collection->select(question));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    const Selection &selection = answer.value();

    QCOMPARE(selection.count(), oracle.count(filter));
    for (const Order order : {Order::NewestFirst, Order::OldestFirst})
        QCOMPARE(selection.ids(0, 100, order), oracle.page(filter, order, 100));
    for (const FacetCounts &facet : std::as_const(selection.facets)) {
        const Filter counted = keepAlternatives ? withoutChoices(filter, facet.facet, facet.attribute) : filter;
        const auto expected = facet.facet == Facet::Attribute ? oracle.attribute(counted, facet.attribute)
                                                              : oracle.facet(counted, facet.facet);
        QCOMPARE(withStories(facet), expected);
    }
    Filter anytime = filter;
    if (keepAlternatives)
        anytime.span = {};
    QCOMPARE(withVolume(selection.timeline), oracle.days(anytime, counting));
    QCOMPARE(selection.timeline.undated, oracle.undated(anytime));
}

QVector<StoryId> tst_selectionagreeswithsql::someStories(QRandomGenerator &random)
{
    QVector<StoryId> ids;
    for (int i = 0; i < 40; ++i)
        ids.append(StoryId(1 + random.bounded(static_cast<int>(m_collection->facts().stories))));
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void tst_selectionagreeswithsql::markAndCodeAtRandom(quint32 seed)
{
    QRandomGenerator random(seed);
    for (const auto mark : {Collection::Mark::Read, Collection::Mark::Starred, Collection::Mark::DoNotQuote})
        QVERIFY(waitFor(m_collection->setMark(someStories(random), mark, true)));
    QVERIFY(waitFor(m_collection->setMark(someStories(random), Collection::Mark::Read, false)));
    for (int theme = 0; theme < 4; ++theme) {
        QVERIFY(waitFor(m_collection->setTheme(someStories(random), theme, true)));
        QVERIFY(waitFor(m_collection->setTheme(someStories(random), theme, false)));
        QVERIFY(waitFor(m_collection->setTheme(someStories(random), theme, std::nullopt)));
    }
    QVERIFY(waitFor(m_collection->setVoice(someStories(random), Voice::Testimony)));
    QVERIFY(waitFor(m_collection->setVoice(someStories(random), Voice::Support)));
    QVERIFY(waitFor(m_collection->setVoice(someStories(random), std::nullopt)));
    QVERIFY(waitFor(m_collection->setNote(StoryId(7), u"a note"_s)));
    QVERIFY(waitFor(m_collection->noteRead(StoryId(8))));
}

void tst_selectionagreeswithsql::afterImport()
{
    compareMany(11);
}

void tst_selectionagreeswithsql::withMarksAndCodings()
{
    markAndCodeAtRandom(21);
    compareMany(22);
}

void tst_selectionagreeswithsql::afterUndoAndRedo()
{
    for (int i = 0; i < 12; ++i)
        QVERIFY(waitFor(m_collection->undo()));
    compareMany(31);
    for (int i = 0; i < 7; ++i)
        QVERIFY(waitFor(m_collection->redo()));
    compareMany(32);
}

void tst_selectionagreeswithsql::afterAChangedRule()
{
    Theme theme = m_collection->facts().codebook.themes.at(2);
    theme.rule = u"office OR bus OR \"me too\""_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    compareMany(41);
    QVERIFY(waitFor(m_collection->undo()));
    compareMany(42);
}

void tst_selectionagreeswithsql::afterForgetting()
{
    QRandomGenerator random(51);
    const QVector<StoryId> ids = someStories(random);
    const auto gone = waitFor(m_collection->forget(ids));
    QVERIFY(gone);
    QCOMPARE(gone.value(), ids.size());
    compareMany(52);
}

void tst_selectionagreeswithsql::afterUndoingAnImport()
{
    const QString path = test::writeFile(m_folder, u"third.jsonl"_s, test::inventedTweets(200, 61));
    const auto report = waitFor(m_collection->import(path, {}));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    compareMany(62);
    const auto gone = waitFor(m_collection->undoImport(report->run));
    QVERIFY(gone);
    QCOMPARE(gone.value(), report->counts.added + report->counts.originals);
    compareMany(63);
}

void tst_selectionagreeswithsql::afterRemovingASource()
{
    const QString path = test::writeFile(m_folder, u"fourth.csv"_s, test::inventedCsv(150, 71));
    const auto report = waitFor(m_collection->import(path, test::inventedCsvOptions()));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const qint64 source = m_collection->facts().runs.constFirst().source;
    const auto gone = waitFor(m_collection->removeSource(source, true));
    QVERIFY(gone);
    QCOMPARE(gone.value(), 150);
    compareMany(72);
}

void tst_selectionagreeswithsql::afterReopening()
{
    const QString path = m_collection->path();
    m_collection.reset();
    auto opened = Collection::open(path, Collection::Missing::Fail);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_collection = std::move(opened).value();
    compareMany(81);
}

QTEST_GUILESS_MAIN(tst_selectionagreeswithsql)
#include "tst_selectionagreeswithsql.moc"
