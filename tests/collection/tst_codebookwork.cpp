#include "collection/CodebookFile.h"
#include "store/Connection.h"
#include "support/RideStories.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

/// The codebook of a collection, worked on: themes merged, split, retired; rules tried; versions kept.
class tst_codebookwork : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_collection.reset(); }

    void triesARule_data();
    void triesARule();
    void samplesStayWhileTheRuleChangesLittle();
    void tellsWhatEachAlternativeBrings();
    void mergingMovesCodings();
    void splittingByWordsDividesTheRule();
    void splittingByAFilterCodesByHand();
    void retiringKeepsCodingsByHand();
    void judgementsAreKeptWithTheSavedRule();
    void aNewThemeIsUndone();
    void everyCodebookIsKept();
    void aStoppedChangeChangesNothing();
    void readsTheCodebookOfAnotherCollection();
    void leavesAnotherCollectionAsItIs();
    void refusesIdsThatWouldSpoilFilters();
    void aTableOfStoriesIsNoCodebook_data();
    void aTableOfStoriesIsNoCodebook();

private:
    /// The ids of the stories that have a theme: "1 2 6".
    [[nodiscard]] QString having(const QString &theme) const;
    [[nodiscard]] RuleTrial tried(const QString &rule, const QString &savedRule) const;
    [[nodiscard]] Codebook codebook() const { return m_collection->facts().codebook; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
};

namespace {

QString inWords(QVector<StoryId> ids)
{
    std::sort(ids.begin(), ids.end());
    QStringList words;
    for (const StoryId id : ids)
        words.append(QString::number(static_cast<qint64>(id)));
    return words.join(u' ');
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WordQuery words(const QString &rule)
{
    return std::get<WordQuery>(parseWords(rule));
}

} // namespace

void tst_codebookwork::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::collectionOfRides(*m_folder);
    QVERIFY(m_collection);
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s); // the German one is in another language than the rules
}

QString tst_codebookwork::having(const QString &theme) const
{
    SelectionQuestion question{.filter = {}, .timeline = {}, .facets = false};
    question.filter.facets = {{.facet = Facet::Theme, .attribute = {}, .values = {theme}}};
    const auto selection = waitFor(m_collection->select(question));
    return selection ? inWords(selection->allIds(Order::OldestFirst)) : selection.error().message;
}

RuleTrial tst_codebookwork::tried(const QString &rule, const QString &savedRule) const
{
    return waitFor(m_collection->tryRule({words(rule), words(savedRule)})).value();
}

void tst_codebookwork::triesARule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("matching");
    QTest::addColumn<QString>("entering");
    QTest::addColumn<QString>("leaving");
    QTest::newRow("the same") << u"bus"_s << u"1 2 3 6"_s << QString() << QString();
    QTest::newRow("more") << u"bus OR coach"_s << u"1 2 3 4 6"_s << u"4"_s << QString();
    QTest::newRow("less") << u"bus NOT day"_s << u"1 3 6"_s << QString() << u"2"_s;
    QTest::newRow("another") << u"train"_s << u"5 6"_s << u"5"_s << u"1 2 3"_s;
    QTest::newRow("none") << QString() << QString() << QString() << u"1 2 3 6"_s;
    QTest::newRow("nothing") << u"ship"_s << QString() << QString() << u"1 2 3 6"_s;
}

void tst_codebookwork::triesARule()
{
    QFETCH(QString, rule);
    QFETCH(QString, matching);
    QFETCH(QString, entering);
    QFETCH(QString, leaving);
    const RuleTrial trial = tried(rule, u"bus"_s);
    QCOMPARE(trial.readable, 7);
    QCOMPARE(inWords(trial.matching.sample), matching);
    QCOMPARE(inWords(trial.entering.sample), entering);
    QCOMPARE(inWords(trial.leaving.sample), leaving);
    QCOMPARE(trial.matching.count, trial.matching.sample.size());
}

void tst_codebookwork::samplesStayWhileTheRuleChangesLittle()
{
    RuleQuestion question{words(u"invented"_s), {}, 1, 3};
    const RuleTrial all = waitFor(m_collection->tryRule(question)).value();
    QCOMPARE(all.matching.count, 7);
    QCOMPARE(all.matching.sample.size(), 3);
    QCOMPARE(waitFor(m_collection->tryRule(question))->matching.sample, all.matching.sample);
    question.rule
        = words(u"invented NOT nothing"_s); // one story fewer: at most one place in the sample is another's
    const RuleTrial fewer = waitFor(m_collection->tryRule(question)).value();
    qsizetype kept = 0;
    for (const StoryId id : fewer.matching.sample)
        kept += all.matching.sample.contains(id) ? 1 : 0;
    QVERIFY(kept >= 2);
}

void tst_codebookwork::tellsWhatEachAlternativeBrings()
{
    const RuleTrial trial = tried(u"(bus OR coach OR train) NOT day"_s, {});
    const QVector<RuleTerm> expected{{u"bus"_s, 3, 1}, {u"coach"_s, 2, 1}, {u"train"_s, 2, 1}};
    QCOMPARE(trial.terms, expected);
}

void tst_codebookwork::mergingMovesCodings()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));  // Bus, by hand
    QVERIFY(waitFor(m_collection->setTheme({StoryId(2)}, 0, false))); // not Bus
    QVERIFY(waitFor(m_collection->setTheme({StoryId(4)}, 1, true)));  // Train
    const Codebook before = codebook();
    const auto merged = waitFor(m_collection->mergeThemes(1, 0));
    QVERIFY2(merged, merged ? "" : qPrintable(merged.error().message));
    QCOMPARE(having(u"train"_s), u"1 2 3 4 5 6 7"_s);
    QCOMPARE(having(u"bus"_s), QString());
    QVERIFY(codebook().themes.at(0).isRetired);
    QCOMPARE(m_collection->undoText(), u"Merge theme Bus into Train"_s);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(waitFor(m_collection->undo()));
        QCOMPARE(having(u"bus"_s), u"1 3 6 7"_s);
        QCOMPARE(having(u"train"_s), u"4 5 6"_s);
        QCOMPARE(codebook().themes, before.themes);
        QVERIFY(waitFor(m_collection->redo()));
        QCOMPARE(having(u"train"_s), u"1 2 3 4 5 6 7"_s);
        QCOMPARE(having(u"bus"_s), QString());
    }
}

void tst_codebookwork::splittingByWordsDividesTheRule()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(4)}, 0, true))); // a coach at night, by hand
    const auto split
        = waitFor(m_collection->splitTheme({u"bus"_s, u"Night bus"_s, u"night"_s}, {StoryId(1), StoryId(4)}));
    QVERIFY2(split, split ? "" : qPrintable(split.error().message));
    QCOMPARE(having(u"night_bus"_s), u"1 4"_s);
    QCOMPARE(having(u"bus"_s), u"2 3 6"_s);
    QCOMPARE(m_collection->undoText(), u"Split theme Night bus off Bus"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(having(u"bus"_s), u"1 2 3 4 6"_s);
    QCOMPARE(codebook().themes.size(), 3);
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(having(u"night_bus"_s), u"1 4"_s);
}

void tst_codebookwork::splittingByAFilterCodesByHand()
{
    QVERIFY(waitFor(m_collection->splitTheme({u"bus"_s, u"Chosen"_s, std::nullopt}, {StoryId(2), StoryId(6)})));
    QCOMPARE(having(u"chosen"_s), u"2 6"_s);
    QCOMPARE(having(u"bus"_s), u"1 3"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
}

void tst_codebookwork::retiringKeepsCodingsByHand()
{
    QVERIFY(waitFor(m_collection->setTheme({StoryId(7)}, 0, true)));
    Theme bus = codebook().themes.at(0);
    bus.isRetired = true;
    QVERIFY(waitFor(m_collection->setThemeDefinition(bus)));
    QCOMPARE(having(u"bus"_s), u"7"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(having(u"bus"_s), u"1 2 3 6 7"_s);
}

void tst_codebookwork::judgementsAreKeptWithTheSavedRule()
{
    Codebook after = codebook();
    after.themes[0].rule = u"bus OR coach"_s;
    QVERIFY(waitFor(m_collection->setCodebook(after, {{0, {{StoryId(4), false}, {StoryId(5), true}}}})));
    QCOMPARE(having(u"bus"_s), u"1 2 3 5 6"_s);
    QVERIFY(waitFor(m_collection->undo())); // one action
    QCOMPARE(having(u"bus"_s), u"1 2 3 6"_s);
}

void tst_codebookwork::aNewThemeIsUndone()
{
    Codebook after = codebook();
    after.themes.append({3, u"coach"_s, u"Coach"_s, u"ways"_s, {}, u"coach"_s});
    QVERIFY(waitFor(m_collection->setCodebook(after)));
    QCOMPARE(having(u"coach"_s), u"3 4"_s);
    QCOMPARE(m_collection->undoText(), u"Add theme Coach"_s);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(codebook().themes.size(), 3);
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(having(u"coach"_s), u"3 4"_s);
}

void tst_codebookwork::everyCodebookIsKept()
{
    Theme bus = codebook().themes.at(0);
    const int first = codebook().version;
    bus.rule = u"coach"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(bus)));
    bus.name = u"Coach"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(bus)));
    const auto versions = waitFor(m_collection->codebookVersions());
    QVERIFY(versions);
    QStringList seen;
    for (const CodebookVersion &version : versions.value()) {
        const Theme &theme = version.codebook.themes.constFirst();
        seen << u"%1 %2 %3"_s.arg(version.codebook.version - first).arg(theme.name, theme.rule);
    }
    QCOMPARE(seen.mid(0, 3), (QStringList{u"1 Coach coach"_s, u"1 Bus coach"_s, u"0 Bus bus"_s}));
    QCOMPARE(versions->constLast().codebook, shippedCodebook());
    QCOMPARE(versions->constFirst().codebook, codebook());
}

void tst_codebookwork::aStoppedChangeChangesNothing()
{
    // Stopped while an import keeps the writer busy, so before it begins.
    const Codebook before = codebook();
    const auto import
        = m_collection->import(test::writeFile(*m_folder, u"more.jsonl"_s, test::inventedTweets(500, 5)), {});
    const auto job = m_collection->mergeThemes(1, 0);
    job.progress->cancel();
    const auto done = waitFor(job);
    QVERIFY(waitFor(import));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Cancelled);
    QCOMPARE(codebook(), before);
    QCOMPARE(m_collection->undoText(), u"Change the codebook"_s); // what made the three themes
    QCOMPARE(waitFor(m_collection->codebookVersions())->constFirst().codebook, before);
}

void tst_codebookwork::readsTheCodebookOfAnotherCollection()
{
    const Codebook here = codebook();
    const QString path = m_collection->path();
    const auto open = codebookOfFile(path); // while it is open elsewhere
    QVERIFY2(open, open ? "" : qPrintable(open.error().message));
    QCOMPARE(*open, here);
    const auto missing = codebookOfFile(m_folder->filePath(u"none.tidemark"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains(u"none.tidemark"_s));
    const QString table = test::writeFile(*m_folder, u"names.csv"_s, "name,definition\nShip,On a ship.\n");
    QCOMPARE(codebookOfFile(table)->themes.constFirst().id, u"ship"_s);
}

void tst_codebookwork::leavesAnotherCollectionAsItIs()
{
    const Codebook there = codebook();
    const QString path = m_collection->path();
    m_collection.reset();
    {
        // As it comes from elsewhere; whoever opens it switches to a log beside it.
        const auto connection = Connection::open(path, Connection::Access::Write);
        QVERIFY(connection.value()->run("PRAGMA journal_mode = DELETE"));
    }
    const QByteArray before = contentsOf(path);
    const QStringList beside = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    QCOMPARE(codebookOfFile(path).value(), there);
    QCOMPARE(contentsOf(path), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), beside);
    for (const QByteArray &none : {QByteArray(), "no collection at all"_ba}) {
        const auto refused = codebookOfFile(test::writeFile(*m_folder, u"none.tidemark"_s, none));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"none.tidemark"_s), qPrintable(refused.error().message));
        QVERIFY2(!refused.error().message.contains(u"no such table"_s), qPrintable(refused.error().message));
    }
}

void tst_codebookwork::refusesIdsThatWouldSpoilFilters()
{
    for (const QByteArray &id : {"\"a;b,c\""_ba, "-bus"_ba, "by bus"_ba}) {
        const QString table = test::writeFile(*m_folder, u"ids.csv"_s, "name,id\nShip," + id + '\n');
        const auto refused = codebookOfFile(table);
        QVERIFY2(!refused, id.constData());
        QVERIFY2(refused.error().message.contains(u"letters, digits"_s), qPrintable(refused.error().message));
    }
    const QString plain = test::writeFile(*m_folder, u"ids.csv"_s, "name,id\nShip,big-ship_2\n");
    QCOMPARE(codebookOfFile(plain)->themes.constFirst().id, u"big-ship_2"_s);
}

void tst_codebookwork::aTableOfStoriesIsNoCodebook_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("words");
    // What follows can't be read at all: nobody gets that far.
    QTest::addRow("no names") << "text\n\"An invented story, never closed" + QByteArray(1000, '\n') << u"name"_s;
    QByteArray many = "name\n";
    for (int row = 0; row < 20'000; ++row)
        many += "Invented " + QByteArray::number(row) + '\n';
    QTest::addRow("too many rows") << many << u"rows"_s;
}

void tst_codebookwork::aTableOfStoriesIsNoCodebook()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QString, words);
    const auto refused = codebookOfFile(test::writeFile(*m_folder, u"stories.csv"_s, table));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
}

QTEST_GUILESS_MAIN(tst_codebookwork)
#include "tst_codebookwork.moc"
