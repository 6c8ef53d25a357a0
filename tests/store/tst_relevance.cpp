#include "store/Relevance.h"
#include "store/TemporaryCollection.h"

#include "filter/QueryParser.h"

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::test;

Q_DECLARE_METATYPE(QVector<qint64>)

/// In which order stories answer words. They are numbered from 1 in the order of texts(), and none is dated, so
/// that equally relevant ones stand with the highest number first.
class tst_relevance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ranks_data();
    void ranks();
    void whatIsExcludedIsNotLookedFor();
    void rowsAndStoriesAgree();
    void aSelectionWithoutRankingHasTheNewestFirst();

private:
    [[nodiscard]] Selection selectionOf(const WordQuery &words);

    std::unique_ptr<TemporaryCollection> m_collection;
    std::shared_ptr<const StoryIndex> m_index;
};

namespace {

/// Invented. "boss" is in five, "office" in two, "copier" in one; all but 4 and 8 have eight words.
QStringList texts()
{
    return {
        u"the boss said it once in the hall"_s,                              // 1
        u"the boss and the boss and one boss"_s,                             // 2: three times
        u"in the office nobody said a word then"_s,                          // 3
        u"boss again"_s,                                                     // 4: short
        u"the boss left the office with a smile"_s,                          // 5
        u"by the copier nobody said a word then"_s,                          // 6
        u"we walked home and never told it then"_s,                          // 7
        u"a boss who told us the same long story every day of every week"_s, // 8: long
        u"she kept it to herself for years then"_s,                          // 9
        u"it was years before anybody did ask me"_s,                         // 10
        u"her #MeToo said more than he wanted then"_s,                       // 11
    };
}

QVector<qint64> numbersOf(const QVector<StoryId> &ids)
{
    QVector<qint64> numbers;
    for (const StoryId id : ids)
        numbers.append(toNumber(id));
    return numbers;
}

} // namespace

void tst_relevance::initTestCase()
{
    QVERIFY(isWell(prepareSqlite()));
    m_collection = std::make_unique<TemporaryCollection>();
    for (const QString &text : texts())
        m_collection->add(text);
    m_index = std::make_shared<const StoryIndex>(valueOf(m_collection->reader().makeIndex()).index);
}

Selection tst_relevance::selectionOf(const WordQuery &words)
{
    Filter filter;
    filter.words = words;
    const std::vector<StoryId> found = valueOf(m_collection->reader().match(words));
    return {m_index, filter, m_index->bitsOf(found)};
}

void tst_relevance::ranks_data()
{
    QTest::addColumn<WordQuery>("words");
    QTest::addColumn<QVector<qint64>>("order");
    const auto word = [](const QString &text) { return WordQuery::phrase(text); };
    // Thrice beats short beats a usual length (the newer first) beats long.
    QTest::newRow("times and length") << word(u"boss"_s) << QVector<qint64>{2, 4, 5, 1, 8};
    // Rare words count more: the copier's before the offices', before those of the boss.
    QTest::newRow("rarity") << WordQuery::any({word(u"copier"_s), word(u"office"_s)}) << QVector<qint64>{6, 5, 3};
    QTest::newRow("both words before one")
        << WordQuery::any({word(u"boss"_s), word(u"office"_s)}) << QVector<qint64>{5, 3, 2, 4, 1, 8};
    QTest::newRow("a phrase") << word(u"told us"_s) << QVector<qint64>{8};
    QTest::newRow("a prefix") << WordQuery::phrase(u"offi"_s, true) << QVector<qint64>{5, 3};
    QTest::newRow("near") << WordQuery::near({word(u"nobody"_s), word(u"word"_s)}, 5) << QVector<qint64>{6, 3};
    QTest::newRow("a tag") << WordQuery::tag(u"metoo"_s) << QVector<qint64>{11};
    QTest::newRow("nothing found") << word(u"elephant"_s) << QVector<qint64>{};
}

void tst_relevance::ranks()
{
    QFETCH(const WordQuery, words);
    QFETCH(const QVector<qint64>, order);
    Selection selection = selectionOf(words);
    selection.rank(
        std::make_shared<const Ranking>(valueOf(m_collection->reader().rank(wantedLeaves(words), selection))));
    QCOMPARE(numbersOf(selection.allIds(Order::MostRelevant)), order);
}

void tst_relevance::whatIsExcludedIsNotLookedFor()
{
    const WordQuery boss = WordQuery::phrase(u"boss"_s);
    const WordQuery home = WordQuery::phrase(u"home"_s);
    QCOMPARE(wantedLeaves(WordQuery::all({boss, WordQuery::negation(home)})), QVector<WordQuery>{boss});
    QCOMPARE(wantedLeaves(WordQuery::any({boss, home})), (QVector<WordQuery>{boss, home}));
    QCOMPARE(wantedLeaves(WordQuery::negation(home)), QVector<WordQuery>());
    QCOMPARE(wantedLeaves({}), QVector<WordQuery>());
}

void tst_relevance::rowsAndStoriesAgree()
{
    const WordQuery boss = WordQuery::phrase(u"boss"_s);
    Selection selection = selectionOf(boss);
    selection.rank(
        std::make_shared<const Ranking>(valueOf(m_collection->reader().rank(wantedLeaves(boss), selection))));
    const QVector<StoryId> all = selection.allIds(Order::MostRelevant);
    for (qint64 row = 0; row < all.size(); ++row) {
        QCOMPARE(selection.rowOf(all.at(row), Order::MostRelevant), row);
        QCOMPARE(selection.ids(row, 1, Order::MostRelevant), QVector<StoryId>{all.at(row)});
    }
    QCOMPARE(selection.ids(3, 10, Order::MostRelevant), all.mid(3));
    QCOMPARE(selection.rowOf(StoryId{7}, Order::MostRelevant), qint64(-1));
}

void tst_relevance::aSelectionWithoutRankingHasTheNewestFirst()
{
    const Selection selection = selectionOf(WordQuery::phrase(u"boss"_s));
    QVERIFY(!selection.isRanked());
    QCOMPARE(selection.allIds(Order::MostRelevant), selection.allIds(Order::NewestFirst));
    QCOMPARE(selection.rowOf(StoryId{4}, Order::MostRelevant), selection.rowOf(StoryId{4}, Order::NewestFirst));
}

QTEST_GUILESS_MAIN(tst_relevance)
#include "tst_relevance.moc"
