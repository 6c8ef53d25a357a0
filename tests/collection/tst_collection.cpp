#include "collection/Collection.h"
#include "collection/SavedCopies.h"
#include "store/Connection.h"

#include "support/InventedPosts.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

namespace {

const QVector<StoryId> three{StoryId(1), StoryId(2), StoryId(3)};

} // namespace

class tst_collection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opensAnEmptyOne();
    void aMissingFileIsASentence();
    void aForeignFileIsASentence();
    void tellsWhatItHolds();
    void readsRowsAndStories();
    void streamsInTheOrderAsked();
    void aVisitorStopsTheStream();

    void eachActionCanBeUndoneAndRedone_data();
    void eachActionCanBeUndoneAndRedone();
    void anActionThatChangesNothingIsNoStep();
    void readingIsNoStep();
    void handWinsOverRule();
    void undoGivesASettledAnswerBack();
    void handCodingsSurviveRecoding();
    void aRuleWithAMistakeChangesNothing();
    void anUnknownThemeIsASentence();
    void cancelledRecodingChangesNothing();
    void stepsAboutVanishedStoriesAreHarmless();

    void importingTwiceAddsNothing();
    void undoingAnImportTakesItsStories();
    void aForgottenStoryStaysAway();
    void aRemovedSourceCanLeaveItsStories();
    void changesAreToldInTheOwnersThread();
    void settingsStayWithTheCollection();
    void attributesAreFacets();
    void facetsAndFiltersOfAttributesAgree();
    void damagedAttributesAreCounted();
    void eventsStayWithTheCollectionAndCanBeUndone();

    void aSecondOneReadsButDoesNotWrite();
    void twoCollectionsAtOnce();
    void whatIsSetOnAFewStoriesDoesNotWaitForAnImport_data();
    void whatIsSetOnAFewStoriesDoesNotWaitForAnImport();
    void closesWhileImporting();
    void closesWhileAsking();
    void whatWasDoneLastIsKept();
    void savesACopy();
    void remembersItsCopies();
    void aWholeCollectionPassesTheCheck();

private:
    qint64 count(const Filter &filter);
    qint64 starred();
    StoryPage story(StoryId id);
    std::unique_ptr<Collection> reopened();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
};

void tst_collection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::collectionOfInventedPosts(*m_folder, 60);
    QVERIFY(m_collection);
}

void tst_collection::cleanup()
{
    m_collection.reset();
}

qint64 tst_collection::count(const Filter &filter)
{
    const auto selection = waitFor(m_collection->select({.filter = filter, .timeline = {}, .attributeFacets = {}}));
    return selection ? selection->count() : -1;
}

qint64 tst_collection::starred()
{
    Filter filter;
    filter.properties = {{Property::Starred}};
    return count(filter);
}

StoryPage tst_collection::story(StoryId id)
{
    auto page = waitFor(m_collection->story(id));
    return page ? page.value() : StoryPage();
}

std::unique_ptr<Collection> tst_collection::reopened()
{
    const QString path = m_collection->path();
    m_collection.reset();
    auto opened = Collection::open(path, Collection::Missing::Fail);
    return opened ? std::move(opened).value() : nullptr;
}

void tst_collection::opensAnEmptyOne()
{
    const QString path = m_folder->filePath(u"new.tidemark"_s);
    const auto opened = Collection::open(path, Collection::Missing::Create);
    QVERIFY(opened);
    const CollectionFacts facts = opened.value()->facts();
    QCOMPARE(facts.path, path);
    QCOMPARE(facts.name, u"new"_s);
    QCOMPARE(facts.stories, 0);
    QVERIFY(!facts.readOnly);
    QCOMPARE(facts.codebook, shippedCodebook());
    QCOMPARE(facts.pseudonymKey.size(), 32);
    const auto selection = waitFor(opened.value()->select({}));
    QVERIFY(selection);
    QCOMPARE(selection->count(), 0);
}

void tst_collection::aMissingFileIsASentence()
{
    const QString path = m_folder->filePath(u"nowhere.tidemark"_s);
    const auto opened = Collection::open(path, Collection::Missing::Fail);
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"nowhere.tidemark"_s));
    QVERIFY(!QFile::exists(path));
}

void tst_collection::aForeignFileIsASentence()
{
    const QByteArray bytes("This is no collection, and it must stay as it is. ");
    const QString path = test::writeFile(*m_folder, u"letter.tidemark"_s, bytes.repeated(100));
    const auto opened = Collection::open(path, Collection::Missing::Create);
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"letter.tidemark"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes.repeated(100));
}

void tst_collection::tellsWhatItHolds()
{
    const CollectionFacts facts = m_collection->facts();
    QCOMPARE(facts.sources.size(), 2);
    QCOMPARE(facts.sources.at(0).name, u"invented.csv"_s);
    QCOMPARE(facts.sources.at(0).stories, 60);
    QCOMPARE(facts.runs.size(), 2);
    QCOMPARE(facts.runs.at(0).sourceName, u"invented.jsonl"_s);
    QVERIFY(facts.runs.at(0).finished);
    QCOMPARE(facts.stories, facts.sources.at(0).stories + facts.sources.at(1).stories);
    const KnownNames names = m_collection->names();
    QVERIFY(names.themes.contains(u"workplace"_s));
    QVERIFY(names.attributes.contains(u"sector"_s));
    QVERIFY(names.sources.contains(u"invented.csv"_s));
}

void tst_collection::readsRowsAndStories()
{
    const auto rows = waitFor(m_collection->rows({StoryId(3), StoryId(99999), StoryId(1)}));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).id, StoryId(3));
    QCOMPARE(rows->at(1).id, StoryId(1));
    QCOMPARE(story(StoryId(3)).row, rows->at(0));
    const auto missing = waitFor(m_collection->story(StoryId(99999)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
}

void tst_collection::streamsInTheOrderAsked()
{
    QVector<StoryId> seen;
    const Job<std::monostate> job
        = m_collection->stream({StoryId(9), StoryId(2), StoryId(5)}, [&](const StoryPage &page) -> Result<> {
              seen.append(page.row.id);
              return {};
          });
    QVERIFY(waitFor(job));
    QCOMPARE(seen, (QVector<StoryId>{StoryId(9), StoryId(2), StoryId(5)}));
}

void tst_collection::aVisitorStopsTheStream()
{
    const Error full{Error::Kind::Full, u"The disk is full."_s};
    int seen = 0;
    const auto done = waitFor(m_collection->stream(three, [&](const StoryPage &) -> Result<> {
        ++seen;
        return full;
    }));
    QVERIFY(!done);
    QCOMPARE(done.error(), full);
    QCOMPARE(seen, 1);
}

void tst_collection::eachActionCanBeUndoneAndRedone_data()
{
    using Act = std::function<Job<std::monostate>(Collection &)>;
    using Look = std::function<QString(const StoryPage &, const CollectionFacts &)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<Look>("look");
    QTest::addColumn<QString>("text");

    QTest::addRow("star") << Act([](Collection &c) {
        return c.setMark(three, Collection::Mark::Starred, true);
    }) << Look([](const StoryPage &page, const CollectionFacts &) { return QString::number(page.row.starred); })
                          << u"Star 3 stories"_s;
    QTest::addRow("read") << Act([](Collection &c) {
        return c.setMark({StoryId(1)}, Collection::Mark::Read, true);
    }) << Look([](const StoryPage &page, const CollectionFacts &) { return QString::number(page.row.read); })
                          << u"Mark 1 story as read"_s;
    QTest::addRow("quote") << Act([](Collection &c) {
        return c.setMark({StoryId(1)}, Collection::Mark::DoNotQuote, true);
    }) << Look([](const StoryPage &page, const CollectionFacts &) { return QString::number(page.row.doNotQuote); })
                           << u"Mark 1 story as not to be quoted"_s;
    QTest::addRow("theme") << Act([](Collection &c) { return c.setTheme(three, 5, true); })
                           << Look([](const StoryPage &page, const CollectionFacts &) {
                                  return QString::number(page.row.themes.contains(5));
                              })
                           << u"Set theme %1 on 3 stories"_s.arg(shippedCodebook().themes.at(5).name);
    QTest::addRow("voice") << Act([](Collection &c) { return c.setVoice({StoryId(1)}, Voice::Commentary); })
                           << Look([](const StoryPage &page, const CollectionFacts &) {
                                  return voiceKey(page.row.voice) + QString::number(int(page.voiceBy));
                              })
                           << u"Set voice Commentary on 1 story"_s;
    QTest::addRow("note") << Act([](Collection &c) { return c.setNote(three, u"call back"_s); })
                          << Look([](const StoryPage &page, const CollectionFacts &) { return page.note; })
                          << u"Write a note on 3 stories"_s;
    QTest::addRow("definition") << Act([](Collection &c) {
        Theme theme = c.facts().codebook.themes.at(0);
        theme.name = u"Another name"_s;
        theme.rule = u"word OR pos*"_s;
        return c.setThemeDefinition(theme);
    }) << Look([](const StoryPage &, const CollectionFacts &facts) {
        return facts.codebook.themes.at(0).name + facts.codebook.themes.at(0).rule;
    }) << u"Change theme Another name"_s;
}

void tst_collection::eachActionCanBeUndoneAndRedone()
{
    QFETCH(std::function<Job<std::monostate>(Collection &)>, act);
    QFETCH(std::function<QString(const StoryPage &, const CollectionFacts &)>, look);
    QFETCH(QString, text);
    const auto seen = [&] { return look(story(StoryId(1)), m_collection->facts()); };
    const QString before = seen();
    QVERIFY(m_collection->undoText().isEmpty());

    const auto done = waitFor(act(*m_collection));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    const QString after = seen();
    QVERIFY(after != before);
    QCOMPARE(m_collection->undoText(), text);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(waitFor(m_collection->undo()));
        QCOMPARE(seen(), before);
        QCOMPARE(m_collection->undoText(), QString());
        QCOMPARE(m_collection->redoText(), text);
        QVERIFY(waitFor(m_collection->redo()));
        QCOMPARE(seen(), after);
        QCOMPARE(m_collection->undoText(), text);
        QCOMPARE(m_collection->redoText(), QString());
    }
    QVERIFY(waitFor(m_collection->redo())); // nothing to redo
    QCOMPARE(seen(), after);
}

void tst_collection::anActionThatChangesNothingIsNoStep()
{
    QVERIFY(waitFor(m_collection->setMark(three, Collection::Mark::Starred, false)));
    QVERIFY(waitFor(m_collection->setNote({StoryId(1)}, QString())));
    QVERIFY(waitFor(m_collection->setThemeDefinition(m_collection->facts().codebook.themes.at(0))));
    QCOMPARE(m_collection->undoText(), QString());
}

void tst_collection::readingIsNoStep()
{
    QVERIFY(!story(StoryId(1)).row.read);
    QVERIFY(waitFor(m_collection->noteRead(StoryId(1))));
    QVERIFY(story(StoryId(1)).row.read);
    QCOMPARE(m_collection->undoText(), QString());
}

void tst_collection::handWinsOverRule()
{
    Theme theme = m_collection->facts().codebook.themes.at(0);
    theme.rule = u"boss"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    Filter filter;
    filter.facets = {{Facet::Theme, {}, {theme.id}}};
    const qint64 byRule = count(filter);
    QVERIFY(byRule > 0);
    const auto selection = waitFor(m_collection->select({.filter = filter, .timeline = {}, .attributeFacets = {}}));
    const StoryId coded = selection->ids(0, 1, Order::NewestFirst).constFirst();
    QVERIFY(waitFor(m_collection->setTheme({coded}, 0, false)));
    QCOMPARE(count(filter), byRule - 1);
    QVERIFY(!story(coded).row.themes.contains(0));
    QVERIFY(waitFor(m_collection->setTheme({coded}, 0, std::nullopt)));
    QCOMPARE(count(filter), byRule);
}

void tst_collection::undoGivesASettledAnswerBack()
{
    constexpr StoryId id{1};
    constexpr int theme = 5;
    const auto settled = [&]() -> QVector<qint64> {
        const auto answers = m_collection->coderAnswers(theme).result();
        return answers ? answers->settled : QVector<qint64>();
    };
    const QVector<qint64> itsAnswer{toNumber(id)};
    QVERIFY(waitFor(m_collection->settle(id, theme, true)));
    QCOMPARE(settled(), itsAnswer);
    for (const std::optional<bool> said : {std::optional(false), std::optional<bool>()}) {
        QVERIFY(waitFor(m_collection->setTheme({id}, theme, said)));
        QCOMPARE(settled(), QVector<qint64>()); // somebody thinks otherwise now
        QVERIFY(waitFor(m_collection->undo()));
        QCOMPARE(settled(), itsAnswer);
    }
}

void tst_collection::handCodingsSurviveRecoding()
{
    Filter all;
    const qint64 stories = count(all);
    QVERIFY(waitFor(m_collection->setTheme({StoryId(1)}, 0, true)));
    QVERIFY(waitFor(m_collection->setTheme({StoryId(2)}, 0, false)));
    Theme theme = m_collection->facts().codebook.themes.at(0);
    const int version = m_collection->facts().codebook.version;
    theme.rule = u"neverwritten"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    QVERIFY(m_collection->facts().codebook.version > version);
    Filter filter;
    filter.facets = {{Facet::Theme, {}, {theme.id}}};
    QCOMPARE(count(filter), 1);
    QVERIFY(story(StoryId(1)).row.themes.contains(0));
    QCOMPARE(count(all), stories);
    m_collection = reopened();
    QVERIFY(m_collection);
    QCOMPARE(m_collection->facts().codebook.themes.at(0).rule, u"neverwritten"_s);
    QCOMPARE(count(filter), 1);
}

void tst_collection::aRuleWithAMistakeChangesNothing()
{
    const Codebook before = m_collection->facts().codebook;
    Theme theme = before.themes.at(0);
    theme.rule = u"(open"_s;
    const auto done = waitFor(m_collection->setThemeDefinition(theme));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Usage);
    QVERIFY(done.error().message.contains(theme.name));
    QCOMPARE(m_collection->facts().codebook, before);
    QCOMPARE(m_collection->undoText(), QString());
}

void tst_collection::anUnknownThemeIsASentence()
{
    Theme theme;
    theme.id = u"no-such-theme"_s;
    const auto done = waitFor(m_collection->setThemeDefinition(theme));
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(theme.id));
}

void tst_collection::cancelledRecodingChangesNothing()
{
    const Codebook before = m_collection->facts().codebook;
    Theme theme = before.themes.at(0);
    theme.rule = u"boss"_s;
    // Cancelled while an import keeps the writer busy, so before it begins.
    const auto import
        = m_collection->import(test::writeFile(*m_folder, u"more.jsonl"_s, test::inventedTweets(500, 5)), {});
    const auto job = m_collection->setThemeDefinition(theme);
    job.progress->cancel();
    const auto done = waitFor(job);
    QVERIFY(waitFor(import));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Cancelled);
    QCOMPARE(m_collection->facts().codebook, before);
    QCOMPARE(m_collection->undoText(), QString());
    m_collection = reopened();
    QVERIFY(m_collection);
    QCOMPARE(m_collection->facts().codebook, before);
}

void tst_collection::stepsAboutVanishedStoriesAreHarmless()
{
    const qint64 run = m_collection->facts().runs.constLast().number; // the file that brought stories 1 to 60
    QVERIFY(waitFor(m_collection->setMark(three, Collection::Mark::Starred, true)));
    QVERIFY(waitFor(m_collection->setNote({StoryId(1)}, u"x"_s)));
    QVERIFY(waitFor(m_collection->setTheme({StoryId(2)}, 1, true)));
    const auto gone = waitFor(m_collection->undoImport(run));
    QVERIFY(gone);
    QCOMPARE(gone.value(), 60);
    while (!m_collection->undoText().isEmpty())
        QVERIFY(waitFor(m_collection->undo()));
    while (!m_collection->redoText().isEmpty())
        QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(starred(), 0);
}

void tst_collection::importingTwiceAddsNothing()
{
    const qint64 before = m_collection->facts().stories;
    const auto again
        = waitFor(m_collection->import(m_folder->filePath(u"invented.csv"_s), test::inventedCsvOptions()));
    QVERIFY(again);
    QCOMPARE(again->counts.read, 60);
    QCOMPARE(again->counts.added, 0);
    QCOMPARE(again->counts.duplicates, 60);
    QCOMPARE(m_collection->facts().stories, before);
}

void tst_collection::undoingAnImportTakesItsStories()
{
    const qint64 before = m_collection->facts().stories;
    const auto report = waitFor(m_collection->import(
        test::writeFile(*m_folder, u"more.csv"_s, test::inventedCsv(40, 9)), test::inventedCsvOptions()));
    QVERIFY(report);
    QCOMPARE(m_collection->facts().stories, before + 40);
    QVERIFY(m_collection->undoText().isEmpty()); // undoing an import is a command of its own
    const auto gone = waitFor(m_collection->undoImport(report->run));
    QVERIFY(gone);
    QCOMPARE(gone.value(), 40);
    QCOMPARE(m_collection->facts().stories, before);
    QCOMPARE(count({}), before);
}

void tst_collection::aForgottenStoryStaysAway()
{
    const qint64 before = m_collection->facts().stories;
    const auto gone = waitFor(m_collection->forget({StoryId(4), StoryId(4), StoryId(99999)}));
    QVERIFY(gone);
    QCOMPARE(gone.value(), 1);
    QVERIFY(!waitFor(m_collection->story(StoryId(4))));
    const auto again
        = waitFor(m_collection->import(m_folder->filePath(u"invented.csv"_s), test::inventedCsvOptions()));
    QVERIFY(again);
    QCOMPARE(again->counts.withdrawn, 1);
    QCOMPARE(m_collection->facts().stories, before - 1);
    QCOMPARE(count({}), before - 1);
}

void tst_collection::aRemovedSourceCanLeaveItsStories()
{
    const CollectionFacts before = m_collection->facts();
    QVERIFY(waitFor(m_collection->removeSource(before.sources.at(1).number, false)));
    QCOMPARE(m_collection->facts().sources.size(), 1);
    QCOMPARE(m_collection->facts().stories, before.stories);
    const auto gone = waitFor(m_collection->removeSource(before.sources.at(0).number, true));
    QVERIFY(gone);
    QCOMPARE(gone.value(), 60);
    QCOMPARE(m_collection->facts().stories, before.stories - 60);
}

void tst_collection::changesAreToldInTheOwnersThread()
{
    QVector<CollectionChange> changes;
    QThread *toldOn = nullptr;
    connect(m_collection.get(), &Collection::changed, this, [&](const CollectionChange &change) {
        changes.append(change);
        toldOn = QThread::currentThread();
    });
    QSignalSpy undo(m_collection.get(), &Collection::undoChanged);
    QVERIFY(waitFor(m_collection->setMark(three, Collection::Mark::Starred, true)));
    QTRY_VERIFY(!changes.isEmpty());
    while (changes.constFirst().stories) { // the imports of init()
        changes.removeFirst();
        QTRY_VERIFY(!changes.isEmpty());
    }
    QCOMPARE(toldOn, thread());
    QVERIFY(changes.constFirst().marks);
    QVERIFY(!changes.constFirst().codings);
    QCOMPARE(changes.constFirst().ids, three);
    QTRY_COMPARE(undo.count(), 1);
}

void tst_collection::settingsStayWithTheCollection()
{
    QVERIFY(waitFor(m_collection->setTimeZone(QTimeZone("Europe/Paris"))));
    QVERIFY(waitFor(m_collection->setShowAuthors(true)));
    QVERIFY(waitFor(m_collection->setPublicAccounts({u"un_women"_s})));
    QVERIFY(waitFor(m_collection->setSetting(u"last_filter"_s, u"is:starred"_s)));
    QCOMPARE(m_collection->facts().zone, QTimeZone("Europe/Paris"));
    m_collection = reopened();
    QVERIFY(m_collection);
    const CollectionFacts facts = m_collection->facts();
    QCOMPARE(facts.zone, QTimeZone("Europe/Paris"));
    QVERIFY(facts.showAuthors);
    QCOMPARE(facts.publicAccounts, QStringList{u"un_women"_s});
    QCOMPARE(m_collection->setting(u"last_filter"_s), u"is:starred"_s);
}

void tst_collection::attributesAreFacets()
{
    SelectionQuestion question;
    question.attributeFacets = {u"sector"_s};
    const auto selection = waitFor(m_collection->select(question));
    QVERIFY(selection);
    QCOMPARE(selection->facets.constLast().attribute, u"sector"_s);
    qint64 sum = 0;
    for (const FacetValue &value : selection->facets.constLast().values)
        sum += value.count;
    QVERIFY(sum > 0 && sum <= 60);
}

void tst_collection::facetsAndFiltersOfAttributesAgree()
{
    const FacetTerm health{.facet = Facet::Attribute, .attribute = u"sector"_s, .values = {u"health"_s}};
    const auto count = [&](const QStringList &facets, const FacetTerm &term) {
        SelectionQuestion question;
        question.filter.facets = {term, term};
        question.attributeFacets = facets;
        question.askStoreAgain = true;
        return waitFor(m_collection->select(question))->count();
    };
    const qint64 asked = count({}, health);
    QVERIFY(asked > 0);
    QCOMPARE(count({u"sector"_s}, health), asked);
    QCOMPARE(count({u"region"_s}, health), asked);
    QCOMPARE(count({u"region"_s, u"sector"_s, u"region"_s}, health), asked);
    FacetTerm other = health;
    other.excluded = true;
    QCOMPARE(count({u"sector"_s}, other), m_collection->facts().stories - asked);
    other.values = {};
    other.excluded = false;
    QCOMPARE(count({}, other), 0);
}

void tst_collection::damagedAttributesAreCounted()
{
    {
        const auto connection = Connection::open(m_collection->path(), Connection::Access::Write);
        QVERIFY(connection);
        QVERIFY((*connection)
                    ->run("UPDATE packed_attributes SET json = '[]' WHERE story IN (SELECT story FROM "
                          "packed_attributes LIMIT 2)"));
    }
    SelectionQuestion question;
    QCOMPARE(waitFor(m_collection->select(question))->damagedAttributes, 0); // nobody asked
    question.attributeFacets = {u"sector"_s};
    question.askStoreAgain = true;
    QCOMPARE(waitFor(m_collection->select(question))->damagedAttributes, 2);
    question.askStoreAgain = false;
    QCOMPARE(waitFor(m_collection->select(question))->damagedAttributes, 2);
}

void tst_collection::eventsStayWithTheCollectionAndCanBeUndone()
{
    const QVector<DatedEvent> events{{QDate(2018, 1, 1), u"a fund"_s, u"a paper"_s},
                                     {QDate(2017, 10, 15), u"a call"_s, {}},
                                     {QDate(2017, 10, 15), u"another of that day"_s, {}}};
    const QVector<DatedEvent> byDate{events.at(1), events.at(2), events.at(0)};
    QVERIFY(waitFor(m_collection->setEvents(events)));
    QCOMPARE(m_collection->facts().events, byDate);
    QCOMPARE(m_collection->undoText(), u"Change the events"_s);
    QVERIFY(waitFor(m_collection->setEvents(byDate))); // the same: no step
    QVERIFY(waitFor(m_collection->undo()));
    QVERIFY(m_collection->facts().events.isEmpty());
    QVERIFY(m_collection->undoText().isEmpty());
    QVERIFY(waitFor(m_collection->redo()));
    const auto again = reopened();
    QVERIFY(again);
    QCOMPARE(again->facts().events, byDate);
}

void tst_collection::aSecondOneReadsButDoesNotWrite()
{
    const auto second = Collection::open(m_collection->path(), Collection::Missing::Fail);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message));
    QVERIFY(second.value()->facts().readOnly);
    QVERIFY(!second.value()->facts().readOnlyReason.isEmpty());
    QCOMPARE(waitFor(second.value()->select({}))->count(), m_collection->facts().stories);
    const auto starring = waitFor(second.value()->setMark(three, Collection::Mark::Starred, true));
    QVERIFY(!starring);
    QVERIFY(!starring.error().message.isEmpty());
    QCOMPARE(second.value()->undoText(), QString());
    QCOMPARE(starred(), 0);
}

void tst_collection::twoCollectionsAtOnce()
{
    const auto other = test::collectionOfInventedPosts(*m_folder, 20, u"other"_s);
    QVERIFY(other);
    QVERIFY(waitFor(other->setMark(three, Collection::Mark::Starred, true)));
    QCOMPARE(starred(), 0);
    QVERIFY(waitFor(m_collection->setMark({StoryId(9)}, Collection::Mark::Starred, true)));
    QVERIFY(waitFor(other->undo()));
    QCOMPARE(starred(), 1);
}

void tst_collection::whatIsSetOnAFewStoriesDoesNotWaitForAnImport_data()
{
    QTest::addColumn<Collection::Manner>("manner");
    QTest::newRow("shown while it runs") << Collection::Manner::Prompt;
    QTest::newRow("shown in the end") << Collection::Manner::Thorough;
}

void tst_collection::whatIsSetOnAFewStoriesDoesNotWaitForAnImport()
{
    QFETCH(Collection::Manner, manner);
    const QString collection = m_collection->path();
    m_collection.reset();
    auto opened = Collection::open(collection, Collection::Missing::Fail, nullptr, manner);
    QVERIFY(opened);
    m_collection = std::move(opened).value();
    const QString path = test::writeFile(*m_folder, u"large.csv"_s, test::inventedCsv(50'000, 3)); // three batches

    QStringList ends; // of the writer's thread, which is the only one to end these
    const auto noting = [&ends](const QString &what) { return [&ends, what](const auto &) { ends.append(what); }; };
    const auto import = m_collection->import(path, test::inventedCsvOptions());
    const auto importEnds = QFuture(import.answer).then(QtFuture::Launch::Sync, noting(u"import"_s));
    const auto star = QFuture(m_collection->setMark(three, Collection::Mark::Starred, true).answer)
                          .then(QtFuture::Launch::Sync, noting(u"star"_s));
    const auto note = QFuture(m_collection->setNote({StoryId(1)}, u"seen"_s).answer)
                          .then(QtFuture::Launch::Sync, noting(u"note"_s));
    QVector<StoryId> many;
    for (int i = 0; i <= 10'000; ++i)
        many.append(StoryId(100'000 + i)); // which nobody has
    const auto manyMarks = QFuture(m_collection->setMark(many, Collection::Mark::DoNotQuote, true).answer)
                               .then(QtFuture::Launch::Sync, noting(u"many"_s));
    const auto undo = QFuture(m_collection->undo().answer)
                          .then(QtFuture::Launch::Sync, noting(u"undo"_s)); // not before the note
    const auto late = QFuture(m_collection->setMark({StoryId(9)}, Collection::Mark::Starred, true).answer)
                          .then(QtFuture::Launch::Sync, noting(u"late star"_s)); // not before the undo
    for (QFuture<void> each : {importEnds, star, note, manyMarks, undo, late})
        each.waitForFinished();
    QCOMPARE(ends, QStringList({u"star"_s, u"note"_s, u"import"_s, u"many"_s, u"undo"_s, u"late star"_s}));
    QCOMPARE(waitFor(import)->counts.added, 50'000);
    QCOMPARE(starred(), 4);
    QCOMPARE(story(StoryId(1)).note, QString());
    QCOMPARE(count({}), m_collection->facts().stories);
    m_collection = reopened();
    QVERIFY(m_collection);
    QCOMPARE(starred(), 4);
    Filter fromLarge;
    fromLarge.facets = {{Facet::Source, {}, {u"large.csv"_s}}};
    QCOMPARE(count(fromLarge), 50'000);
}

void tst_collection::closesWhileImporting()
{
    const QString path = test::writeFile(*m_folder, u"large.csv"_s, test::inventedCsv(30000, 3));
    const auto job = m_collection->import(path, test::inventedCsvOptions());
    while (job.progress->items < 6000 && !job.answer.isFinished())
        QThread::yieldCurrentThread();
    m_collection = reopened();
    QVERIFY(m_collection);
    const auto report = waitFor(job);
    QVERIFY(report);
    QVERIFY(report->cancelled);
    // Whole batches, in the index as in the file, and the rest comes by importing again.
    QCOMPARE(count({}), m_collection->facts().stories);
    QVERIFY(!m_collection->facts().runs.constFirst().finished);
    const auto rest = waitFor(m_collection->import(path, test::inventedCsvOptions()));
    QVERIFY(rest);
    QVERIFY(rest->continuedFrom > 0);
    Filter fromLarge;
    fromLarge.facets = {{Facet::Source, {}, {u"large.csv"_s}}};
    QCOMPARE(count(fromLarge), 30000);
}

void tst_collection::closesWhileAsking()
{
    QVector<QFuture<Result<Selection>>> questions;
    SelectionQuestion question;
    for (int i = 0; i < 200; ++i) {
        question.filter.words = WordQuery::phrase(u"wor%1"_s.arg(i), true);
        questions.append(m_collection->select(question));
    }
    m_collection.reset();
    for (const auto &answer : questions)
        QVERIFY(answer.isFinished());
}

void tst_collection::whatWasDoneLastIsKept()
{
    m_collection->setMark(three, Collection::Mark::Starred, true);
    m_collection->setSetting(u"key"_s, u"value"_s);
    m_collection = reopened();
    QVERIFY(m_collection);
    QCOMPARE(starred(), 3);
    QCOMPARE(m_collection->setting(u"key"_s), u"value"_s);
}

void tst_collection::savesACopy()
{
    QVERIFY(waitFor(m_collection->setMark(three, Collection::Mark::Starred, true)));
    const QString path = m_folder->filePath(u"copy.tidemark"_s);
    const auto saved = waitFor(m_collection->saveCopy(path));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    const qint64 stories = m_collection->facts().stories;
    auto copy = Collection::open(path, Collection::Missing::Fail);
    QVERIFY(copy);
    m_collection = std::move(copy).value();
    QCOMPARE(m_collection->facts().stories, stories);
    QCOMPARE(starred(), 3);
}

/// What is forgotten later is still in it, and whoever forgets is told so. The copy itself knows of no other.
void tst_collection::remembersItsCopies()
{
    QVERIFY(!whereWordsAreStill(m_collection->facts()).contains(".tidemark"_L1));
    const QString first = m_folder->filePath(u"first.tidemark"_s);
    const QString second = m_folder->filePath(u"second.tidemark"_s);
    for (const QString &path : {first, second})
        QVERIFY(waitFor(m_collection->saveCopy(path)));
    QVERIFY(!waitFor(m_collection->saveCopy(m_folder->filePath(u"no folder/third.tidemark"_s))));
    QVERIFY(!whereWordsAreStill(m_collection->facts()).contains("third"_L1));
    m_collection = reopened();
    QVERIFY(whereWordsAreStill(m_collection->facts()).contains(first));
    QVERIFY(whereWordsAreStill(m_collection->facts()).contains(second));
    QVERIFY(QFile::rename(first, m_folder->filePath(u"moved.tidemark"_s)));
    const QString words = whereWordsAreStill(m_collection->facts());
    QVERIFY2(words.indexOf(second) < words.indexOf(u"any more"_s), qPrintable(words));
    QVERIFY2(words.indexOf(first) > words.indexOf(u"any more"_s), qPrintable(words));
    m_collection.reset();
    const auto copy = Collection::open(second, Collection::Missing::Fail);
    QVERIFY(copy);
    QVERIFY(!whereWordsAreStill((*copy)->facts()).contains(first));
}

void tst_collection::aWholeCollectionPassesTheCheck()
{
    const auto wrong = waitFor(m_collection->check());
    QVERIFY(wrong);
    QCOMPARE(wrong.value(), QStringList());
}

QTEST_GUILESS_MAIN(tst_collection)
#include "tst_collection.moc"
