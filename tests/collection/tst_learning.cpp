#include "collection/Collection.h"
#include "collection/Learning.h"

#include "store/Connection.h"
#include "support/InventedPosts.h"
#include "theme/InventedThemes.h"

#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::waitFor;

namespace {

constexpr int ogling = 1; // of the shipped codebook, whose rule doesn't know the word below
constexpr Label oglingLabel{Label::Kind::Theme, ogling};
constexpr int coded = 200;
constexpr int uncoded = 100;

/// Invented stories; the column says of the first ones whether they have the theme.
QByteArray table()
{
    test::InventedThemes invented({{u"glimmered"_s, 0.5, 1.0, 0.0}}, 1);
    QByteArray csv = "text,staring,second\n";
    int row = 0;
    for (const CodedText &story : invented.stories(coded + uncoded)) {
        const bool present = story.present.contains(0);
        const bool secondAgrees = row % 10 != 0;
        csv += story.text.toUtf8() + ','
            + (row < coded        ? (present ? "yes" : "0")
                   : row == coded ? "perhaps"
                                  : "")
            + ',' + (row < 50 ? (present == secondAgrees ? "1" : "0") : "") + '\n';
        ++row;
    }
    return csv;
}

} // namespace

/// Learning in a collection: from columns to codings, and back.
class TestLearning : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void takesCodingsOutOfColumns();
    void takesVoicesOutOfAColumn();
    void aColumnThatIsNotThereIsASentence();
    void trainingChangesNothing();
    void theCurveLearnsFromAShareOfAll();
    void tooFewCodedStoriesAreASentence();
    void appliesWhatWasLearned();
    void codingsByHandWin();
    void undoneItIsAsBefore();
    void modelsHearOfRulesThatChange();
    void nothingLearnedCodesARetiredTheme();
    void codesWhatComesLater();
    void staysAfterReopening();
    void comesBackWithItsCodebook();
    void explainsACoding();
    void comparesTwoCoders();
    void stoppedItChangesNothing();
    void whatWasLearnedIsOfItsCodebookAlone();
    void codingAnewHalfWayChangesNothing();
    void learnsAVoice();
    void suggestsWhatIsWorthCoding();
    void suggestsForAVoice();

private:
    qint64 count(const QString &filter);
    QVector<StoryId> storiesOf(const QString &filter);
    Training trained();
    /// Of stories and themes, with what they were sure of.
    [[nodiscard]] QStringList codingsByModel() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
};

void TestLearning::init()
{
    m_collection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Collection::open(m_folder->filePath(u"c.tidemark"_s), Collection::Missing::Create);
    QVERIFY(opened.has_value());
    m_collection = std::move(opened).value();
    QVERIFY(waitFor(m_collection->import(test::writeFile(*m_folder, u"invented.csv"_s, table()), {})).has_value());
    QCOMPARE(m_collection->facts().stories, coded + uncoded);
    QVERIFY(waitFor(m_collection->label({{u"staring"_s, ogling}}, {})).has_value());
}

qint64 TestLearning::count(const QString &filter)
{
    auto parsed = parseFilter(filter, m_collection->names());
    const auto selection
        = m_collection->select({.filter = std::get<Filter>(parsed), .timeline = {}, .facets = false}).result();
    return selection ? selection->count() : -1;
}

QVector<StoryId> TestLearning::storiesOf(const QString &filter)
{
    return m_collection
        ->select({.filter = std::get<Filter>(parseFilter(filter, m_collection->names())),
                  .timeline = {},
                  .facets = false})
        .result()
        ->allIds(Order::OldestFirst);
}

Training TestLearning::trained()
{
    const auto all = m_collection->select({}).result();
    const auto training = waitFor(m_collection->trainThemes({all->allIds(Order::OldestFirst), {}, {}, false}));
    if (!training)
        qFatal("%s", qUtf8Printable(training.error().message));
    return *training;
}

QStringList TestLearning::codingsByModel() const
{
    const auto connection = Connection::open(m_collection->path(), Connection::Access::Read);
    auto rows = connection.value()->select(
        u"SELECT story || ' ' || theme || ' ' || confidence FROM coding WHERE coded_by = 1 ORDER BY story, theme"_s);
    QStringList codings;
    while (rows && rows->next())
        codings.append(rows->value(0).toString());
    return codings;
}

void TestLearning::takesCodingsOutOfColumns()
{
    QCOMPARE(count(u"coded:hand"_s), coded);
    const qint64 yes = count(u"attr:staring=yes"_s);
    QCOMPARE(count(u"theme:ogling"_s), yes);
    const auto again = waitFor(m_collection->label({{u"staring"_s, ogling}}, {}));
    QCOMPARE(again->codings, coded);
    QCOMPARE(again->unclear, 1);
}

void TestLearning::takesVoicesOutOfAColumn()
{
    const QByteArray spoken
        = "text,kind\nan invented cheer,Support\nan invented report,commentary\nan invented riddle,"
          "nobody\n";
    QVERIFY(waitFor(m_collection->import(test::writeFile(*m_folder, u"spoken.csv"_s, spoken), {})).has_value());
    const auto report = waitFor(m_collection->label({{u"kind"_s, std::nullopt}}, {}));
    QVERIFY(report.has_value());
    QCOMPARE(report->codings, 2);
    QCOMPARE(report->unclear, 1);
    QCOMPARE(count(u"voice:support coded:hand"_s), 1);
    const auto counts = m_collection->handCounts().result();
    QVERIFY(counts->contains({{Label::Kind::Voice, static_cast<int>(Voice::Support)}, 1, 1}));
}

void TestLearning::aColumnThatIsNotThereIsASentence()
{
    const auto labelled = waitFor(m_collection->label({{u"nowhere"_s, ogling}}, {}));
    QVERIFY(!labelled);
    QCOMPARE(labelled.error().message, u"No story has a column “nowhere”."_s);
}

/// Also where one kind of story came first, from another file or time.
void TestLearning::theCurveLearnsFromAShareOfAll()
{
    test::InventedThemes invented({{u"glimmered"_s, 0.5, 1.0, 0.0}}, 2);
    auto stories = invented.stories(400);
    std::stable_partition(stories.begin(), stories.end(),
                          [](const CodedText &story) { return story.present.contains(0); });
    Progress progress;
    const auto curve = learningCurve(stories, {{Label::Kind::Theme, 0}}, HitFinder(Codebook()), {}, progress);
    QVERIFY(curve);
    QCOMPARE(curve->size(), 3);
    QVERIFY(curve->at(1).labels.constFirst().f1() > 0.9);
}

void TestLearning::trainingChangesNothing()
{
    const qint64 before = count(u"theme:ogling"_s);
    const Training training = trained();
    QCOMPARE(training.stories, coded);
    QCOMPARE(training.labels.size(), 1);
    QVERIFY(training.labels.at(0).isBetterThanRule({}));
    QCOMPARE(count(u"theme:ogling"_s), before);
    QCOMPARE(training.differences.at(0).before, before);
    QVERIFY(training.differences.at(0).entering > 0);
    QCOMPARE(training.differences.at(0).leaving, 0);
}

void TestLearning::tooFewCodedStoriesAreASentence()
{
    const auto few = m_collection->select({}).result()->ids(0, 49, Order::OldestFirst);
    const auto training = waitFor(m_collection->trainThemes({few, {}, {}, false}));
    QVERIFY(!training);
    QVERIFY(training.error().message.contains(u"learning needs at least 50"_s));
}

void TestLearning::appliesWhatWasLearned()
{
    const Training training = trained();
    const LabelDifference &difference = training.differences.at(0);
    QVERIFY(waitFor(m_collection->applyTraining(training, {oglingLabel})).has_value());
    QCOMPARE(count(u"theme:ogling"_s), difference.before + difference.entering - difference.leaving);
    // The word is the law: the model finds it where nobody coded.
    QCOMPARE(count(u"theme:ogling -coded:hand"_s), count(u"glimmered -coded:hand"_s));
    const auto coders = m_collection->labelCoders().result();
    QCOMPARE(coders.value(), (QVector<LabelCoder>{{oglingLabel, 1}}));
}

void TestLearning::codingsByHandWin()
{
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})).has_value());
    QCOMPARE(count(u"theme:ogling coded:hand"_s), count(u"attr:staring=yes"_s));
}

void TestLearning::undoneItIsAsBefore()
{
    const qint64 before = count(u"theme:ogling"_s);
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})).has_value());
    const qint64 after = count(u"theme:ogling"_s);
    QVERIFY(after != before);
    QVERIFY(waitFor(m_collection->undo()).has_value());
    QCOMPARE(count(u"theme:ogling"_s), before);
    QVERIFY(m_collection->labelCoders().result()->isEmpty());
    QVERIFY(waitFor(m_collection->redo()).has_value());
    QCOMPARE(count(u"theme:ogling"_s), after);
    QVERIFY(waitFor(m_collection->codeByRules({oglingLabel})).has_value());
    QCOMPARE(count(u"theme:ogling"_s), before);
}

void TestLearning::codesWhatComesLater()
{
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})).has_value());
    const qint64 before = count(u"theme:ogling"_s);
    // The rule of the theme knows "staring", the model only what it learned.
    const QByteArray later = "text\ninvented7 glimmered invented9 later\nhe was staring says the invented rule\n";
    QVERIFY(waitFor(m_collection->import(test::writeFile(*m_folder, u"later.csv"_s, later), {})).has_value());
    QCOMPARE(m_collection->facts().stories, coded + uncoded + 2);
    QCOMPARE(count(u"theme:ogling later"_s), 1);
    QVERIFY(count(u"theme:ogling"_s) - before <= 2);
}

void TestLearning::staysAfterReopening()
{
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})).has_value());
    const qint64 after = count(u"theme:ogling"_s);
    m_collection.reset();
    auto opened = Collection::open(m_folder->filePath(u"c.tidemark"_s), Collection::Missing::Fail);
    QVERIFY(opened.has_value());
    m_collection = std::move(opened).value();
    QCOMPARE(count(u"theme:ogling"_s), after);
    QVERIFY(waitFor(m_collection->recode()).has_value());
    QCOMPARE(count(u"theme:ogling"_s), after);
    QCOMPARE(waitFor(m_collection->check()).value(), QStringList());
}

void TestLearning::comesBackWithItsCodebook()
{
    const Training training = trained();
    QVERIFY(waitFor(m_collection->applyTraining(training, {oglingLabel})));
    const qint64 learned = count(u"theme:ogling"_s);
    const auto coders = m_collection->labelCoders().result();
    Codebook other = m_collection->facts().codebook;
    other.title = u"Another"_s;
    QVERIFY(waitFor(m_collection->addCodebook(other)));
    QVERIFY(waitFor(m_collection->useCodebook(m_collection->facts().shelf.constFirst().number)));
    QVERIFY(m_collection->labelCoders().result()->isEmpty());
    QCOMPARE(count(u"theme:ogling"_s), 0); // the rule doesn't know the word
    QCOMPARE(count(u"coded:hand"_s), 0);
    QVERIFY(waitFor(m_collection->useCodebook(m_collection->facts().shelf.constFirst().number)));
    QCOMPARE(m_collection->labelCoders().result().value(), coders.value());
    QCOMPARE(count(u"theme:ogling"_s), learned);
    QCOMPARE(count(u"coded:hand"_s), coded);
}

void TestLearning::explainsACoding()
{
    const auto found = std::get<Filter>(parseFilter(u"glimmered"_s, m_collection->names()));
    const StoryId id = m_collection->select({.filter = found, .timeline = {}, .facets = false})
                           .result()
                           ->ids(0, 1, Order::OldestFirst)
                           .constFirst();
    QVERIFY(!m_collection->explain(id, {Label::Kind::Theme, ogling}).result()); // its rule codes it
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})).has_value());
    const auto explanation = m_collection->explain(id, {Label::Kind::Theme, ogling}).result();
    QVERIFY(explanation.has_value());
    const Tokens tokens = tokenise(m_collection->story(id).result()->text);
    const auto strongest = std::max_element(explanation->words.begin(), explanation->words.end());
    QCOMPARE(tokens.at(strongest - explanation->words.begin()).word, u"glimmered");
}

void TestLearning::comparesTwoCoders()
{
    const qint64 before = count(u"theme:ogling"_s);
    const auto second = waitFor(m_collection->label({{u"second"_s, ogling}}, u"Invented Second"_s));
    QCOMPARE(second->codings, 50);
    QCOMPARE(count(u"theme:ogling"_s), before); // what was in force stays
    const auto answers = m_collection->coderAnswers(ogling).result();
    QVERIFY(answers.has_value());
    QCOMPARE(answers->coders, (QStringList{QString(), u"Invented Second"_s}));
    const Agreement agreed = agreement(answers->answers, 1);
    QCOMPARE(agreed.units, 50);
    QCOMPARE(agreed.percent, 0.9);
    QCOMPARE(disagreements(answers->answers).size(), 5);
}

void TestLearning::stoppedItChangesNothing()
{
    const Training training = trained();
    const qint64 before = count(u"theme:ogling"_s);
    const auto job = m_collection->applyTraining(training, {oglingLabel});
    job.progress->cancel();
    if (const auto done = waitFor(job); !done) { // it may have been through already
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QCOMPARE(count(u"theme:ogling"_s), before);
        QVERIFY(m_collection->labelCoders().result()->isEmpty());
        QVERIFY(waitFor(m_collection->applyTraining(training, {oglingLabel})));
        QCOMPARE(m_collection->labelCoders().result().value(), (QVector<LabelCoder>{{oglingLabel, 1}}));
    }
}

void TestLearning::whatWasLearnedIsOfItsCodebookAlone()
{
    const Training training = trained();
    Codebook other = m_collection->facts().codebook;
    other.title = u"Another"_s;
    other.themes[ogling].id = u"something_else"_s;
    QVERIFY(waitFor(m_collection->addCodebook(other)));
    QVERIFY(waitFor(m_collection->useCodebook(m_collection->facts().shelf.constFirst().number)));
    const auto refused = waitFor(m_collection->applyTraining(training, {oglingLabel}));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"Another codebook is in force"_s),
             qPrintable(refused.error().message));
    QVERIFY(m_collection->labelCoders().result()->isEmpty());
}

/// Rules and models code at once or not at all: here the model turns out to be damaged when the rules are through.
void TestLearning::codingAnewHalfWayChangesNothing()
{
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})));
    m_collection.reset();
    const QString path = m_folder->filePath(u"c.tidemark"_s);
    const auto themesByRule = [&path] {
        const auto connection = Connection::open(path, Connection::Access::Read);
        return connection.value()->value(u"SELECT sum(rule_themes) FROM story"_s).value().toLongLong();
    };
    {
        const auto connection = Connection::open(path, Connection::Access::Write);
        QVERIFY(connection.value()->run("UPDATE story SET rule_themes = 1; UPDATE model SET bytes = x'00'"));
    }
    m_collection = std::move(Collection::open(path, Collection::Missing::Fail)).value();
    QVERIFY(!waitFor(m_collection->recode()));
    QCOMPARE(themesByRule(), coded + uncoded);
}

void TestLearning::learnsAVoice()
{
    const Label support{Label::Kind::Voice, static_cast<int>(Voice::Support)};
    QVERIFY(waitFor(m_collection->setVoice(storiesOf(u"attr:staring=yes"_s), Voice::Support)));
    QVERIFY(waitFor(m_collection->setVoice(storiesOf(u"attr:staring=0"_s), Voice::Commentary)));
    const qint64 before = count(u"voice:support"_s);
    const auto training = waitFor(m_collection->trainThemes({storiesOf(u"coded:hand"_s), {support}, {}, false}));
    QVERIFY(training.has_value());
    QVERIFY(training->labels.constFirst().isBetterThanRule({}));
    const LabelDifference &difference = training->differences.constFirst();
    QCOMPARE(difference.before, before);
    QCOMPARE(difference.enteringAt(500), difference.entering); // the cut for accuracy
    QCOMPARE(difference.leavingAt(500), difference.leaving);

    QVERIFY(waitFor(m_collection->applyTraining(training.value(), {support})));
    QCOMPARE(count(u"voice:support"_s), before + difference.entering - difference.leaving);
    QCOMPARE(count(u"voice:support -coded:hand"_s), count(u"glimmered -coded:hand"_s));
    QCOMPARE(count(u"voice:support coded:hand"_s), count(u"attr:staring=yes"_s)); // hand wins
    QCOMPARE(m_collection->labelCoders().result().value(), (QVector<LabelCoder>{{support, 1}}));
    const StoryId byModel = storiesOf(u"voice:support -coded:hand"_s).constFirst();
    QCOMPARE(m_collection->story(byModel).result()->voiceBy, CodedBy::Model);
    const auto explanation = m_collection->explain(byModel, support).result();
    QVERIFY(explanation.has_value());
    const Tokens tokens = tokenise(m_collection->story(byModel).result()->text);
    const auto strongest = std::ranges::max_element(explanation->words) - explanation->words.begin();
    QCOMPARE(tokens.at(strongest).word, u"glimmered");

    const QByteArray later = "text\ninvented7 glimmered invented9 later\n";
    QVERIFY(waitFor(m_collection->import(test::writeFile(*m_folder, u"later.csv"_s, later), {})));
    QCOMPARE(count(u"voice:support later"_s), 1);
    QCOMPARE(waitFor(m_collection->check()).value(), QStringList());

    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(count(u"voice:support"_s), before);
    QVERIFY(m_collection->labelCoders().result()->isEmpty());
    QVERIFY(waitFor(m_collection->redo()));
    QVERIFY(count(u"voice:support"_s) > before);
    QVERIFY(waitFor(m_collection->codeByRules({support})));
    QCOMPARE(count(u"voice:support"_s), before);
}

void TestLearning::suggestsWhatIsWorthCoding()
{
    const auto all = m_collection->select({}).result()->allIds(Order::OldestFirst);
    const auto suggested = waitFor(m_collection->suggestStories({all, oglingLabel, 20, 1}));
    QVERIFY(suggested.has_value());
    QCOMPARE(suggested->learnedFrom, coded);
    QCOMPARE(suggested->stories.size(), 20);
    QVERIFY(suggested->gain.has_value());
    QSet<SuggestedFor> reasons;
    for (const Suggestion &suggestion : suggested->stories) {
        reasons.insert(suggestion.reason);
        QVERIFY(m_collection->story(suggestion.story).result()->codings.isEmpty()
                || m_collection->story(suggestion.story).result()->codings.constLast().by != CodedBy::Hand);
    }
    QVERIFY(reasons.contains(SuggestedFor::Missed)); // the rule doesn't know the word
    const auto few = waitFor(m_collection->suggestStories({all, {Label::Kind::Theme, 0}, 20, 1}));
    QVERIFY(!few);
    QVERIFY(few.error().message.contains(u"from 50 on"_s));
}

void TestLearning::suggestsForAVoice()
{
    const auto all = m_collection->select({}).result()->allIds(Order::OldestFirst);
    const Label support{Label::Kind::Voice, static_cast<int>(Voice::Support)};
    const auto none = waitFor(m_collection->suggestStories({all, support, 20, 1}));
    QVERIFY(!none);
    QVERIFY(none.error().message.contains(u"from 50 on"_s));
    QVERIFY(waitFor(m_collection->setVoice(storiesOf(u"attr:staring=yes"_s), Voice::Support)));
    QVERIFY(waitFor(m_collection->setVoice(storiesOf(u"attr:staring=0"_s), Voice::Commentary)));
    const auto suggested = waitFor(m_collection->suggestStories({all, support, 20, 1}));
    QVERIFY2(suggested, suggested ? "" : qPrintable(suggested.error().message));
    QCOMPARE(suggested->stories.size(), 20);
    for (const Suggestion &suggestion : suggested->stories)
        QVERIFY(m_collection->story(suggestion.story).result()->voiceBy != CodedBy::Hand);
}

/// What a model says hangs on what the rules say, so both code by the same rules, whenever a story came.
void TestLearning::modelsHearOfRulesThatChange()
{
    Theme theme = m_collection->facts().codebook.themes.at(ogling);
    theme.rule = u"glimmered"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})));
    const QStringList before = codingsByModel();
    QVERIFY(!before.isEmpty());
    theme.rule = u"staring"_s;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    const QStringList after = codingsByModel();
    QVERIFY(after != before);
    QVERIFY(waitFor(m_collection->recode()));
    QCOMPARE(codingsByModel(), after);
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(codingsByModel(), before);
    QVERIFY(waitFor(m_collection->redo()));
    QCOMPARE(codingsByModel(), after);
}

void TestLearning::nothingLearnedCodesARetiredTheme()
{
    QVERIFY(waitFor(m_collection->applyTraining(trained(), {oglingLabel})));
    const QStringList before = codingsByModel();
    Theme theme = m_collection->facts().codebook.themes.at(ogling);
    theme.isRetired = true;
    QVERIFY(waitFor(m_collection->setThemeDefinition(theme)));
    QVERIFY(codingsByModel().isEmpty());
    QVERIFY(m_collection->labelCoders().result()->isEmpty());
    QCOMPARE(count(u"theme:ogling"_s), count(u"attr:staring=yes"_s)); // what people said stays
    const auto all = m_collection->select({}).result()->allIds(Order::OldestFirst);
    QVERIFY(!waitFor(m_collection->trainThemes({all, {}, {}, false}))); // nor is it learned unasked
    QVERIFY(!waitFor(m_collection->evaluateThemes({.train = all, .test = all, .labels = {}, .wish = {}})));
    QVERIFY(waitFor(m_collection->undo()));
    QCOMPARE(codingsByModel(), before);
    QCOMPARE(m_collection->labelCoders().result()->size(), 1);
    QVERIFY(waitFor(m_collection->redo()));
    QVERIFY(codingsByModel().isEmpty());
}

QTEST_GUILESS_MAIN(TestLearning)
#include "tst_learning.moc"
