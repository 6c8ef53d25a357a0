#include "AgreementWithSql.h"
#include "collection/Collection.h"
#include "support/InventedPosts.h"
#include "support/Scale.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::AgreementWithSql;
using tidemark::test::waitFor;

namespace {

constexpr int posts = 350;
const int filters = test::rounds(100, 1000);

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
    AgreementWithSql agreement(*m_collection, seed);
    const QString disagreement = agreement.disagreement(filters);
    QVERIFY2(disagreement.isEmpty(), qPrintable(disagreement));
    QVERIFY2(agreement.found() > filters / 5, "most filters find nothing: they prove little");
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
    QVERIFY(waitFor(m_collection->setNote({StoryId(7)}, u"a note"_s)));
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
