#include "model/CodebookDraft.h"
#include "model/ComparisonModel.h"
#include "model/Covering.h"
#include "model/JudgedStories.h"
#include "model/RuleDraft.h"
#include "model/RuleTermsModel.h"
#include "model/ThemeTreeModel.h"
#include "support/RideStories.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Invented: two themes in a group, one in none.
Codebook smallCodebook()
{
    Codebook codebook;
    codebook.groups = {{u"ways"_s, u"Ways"_s}};
    codebook.themes = {{0, u"bus"_s, u"Bus"_s, u"ways"_s, {}, u"bus"_s},
                       {1, u"train"_s, u"Train"_s, u"ways"_s, {}, u"train"_s},
                       {2, u"silence"_s, u"Silence"_s, {}, {}, {}}};
    codebook.themes[0].key = 1;
    return codebook;
}

/// A tree as text: "Ways(Bus Train) Retired(...)".
QString inWords(const QAbstractItemModel &model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QStringList themes;
        for (int child = 0; child < model.rowCount(group); ++child)
            themes.append(model.index(child, 0, group).data().toString());
        groups.append(group.data().toString() + u'(' + themes.join(u", "_s) + u')');
    }
    return groups.join(u' ');
}

/// Two stories to judge, of which the first one's theme is covered.
struct CoveredSample
{
    CoveredSample()
    {
        Codebook codebook = collection->facts().codebook;
        codebook.themes[0].isCoveredFirst = true;
        isCovered = bool(test::waitFor(collection->setCodebook(codebook)));
        stories.setStories({StoryId(1), StoryId(4)});
    }

    [[nodiscard]] QString opening(int row) const
    {
        return stories.index(row, JudgedStories::OpeningColumn).data().toString();
    }

    const QTemporaryDir folder;
    const std::unique_ptr<Collection> collection = test::collectionOfRides(folder);
    Covering covering{collection.get()};
    JudgedStories stories{collection.get(), &covering};
    bool isCovered = false;
};

} // namespace

class tst_codebookmodels : public QObject
{
    Q_OBJECT

private slots:
    void aDraftIsSavedAsAWhole();
    void aDraftOutlivesAnotherCodebook();
    void aKeyHasOneTheme();
    void groupsComeAndGoWithTheirThemes();
    void theTreeHasGroups();
    void groupsAreNamedInTheTree();
    void theLatestRuleIsAnswered();
    void aMistakeIsSaid();
    void hardlyMeantIsSaid();
    void judgementsGiveAPrecision();
    void judgementsOutliveTheSample();
    void coveredOpeningsAreNotShown();
    void whatAnotherRuleFindsIsCoveredToo();
    void termsAreATable();
    void whatDiffersCanBeTicked();
};

void tst_codebookmodels::aDraftIsSavedAsAWhole()
{
    CodebookDraft draft(smallCodebook());
    QVERIFY(!draft.isEdited());
    Theme bus = draft.codebook().themes.at(0);
    bus.rule = u"coach"_s;
    draft.change(bus);
    const QString added = draft.add(u"Ship"_s, u"ways"_s);
    QCOMPARE(added, u"ship"_s);
    QVERIFY(draft.isEdited(u"bus"_s) && draft.isEdited(added) && !draft.isEdited(u"train"_s));
    const auto checked = draft.checked();
    QVERIFY(checked);
    QCOMPARE(checked->themes.size(), 4);
    QCOMPARE(checked->version, 2);
    draft.setSaved(*checked);
    QVERIFY(!draft.isEdited());
}

void tst_codebookmodels::aDraftOutlivesAnotherCodebook()
{
    CodebookDraft draft(smallCodebook());
    Theme train = draft.codebook().themes.at(1);
    train.definition = u"On rails."_s;
    draft.change(train);
    draft.add(u"Ship"_s, {});
    Codebook other = smallCodebook(); // another theme came, another one changed
    other.themes.append({3, u"tram"_s, u"Tram"_s, {}, {}, {}});
    other.themes[0].name = u"Coach"_s;
    draft.setSaved(other);
    QStringList names;
    for (const Theme &theme : draft.codebook().themes)
        names.append(u"%1%2"_s.arg(theme.number).arg(theme.name));
    QCOMPARE(names.join(u' '), u"0Coach 1Train 2Silence 3Tram 4Ship"_s);
    QCOMPARE(draft.codebook().themes.at(1).definition, u"On rails."_s);
    draft.discard(u"ship"_s);
    draft.discard(u"train"_s);
    QVERIFY(!draft.isEdited());
}

void tst_codebookmodels::aKeyHasOneTheme()
{
    CodebookDraft draft(smallCodebook());
    Theme train = draft.codebook().themes.at(1);
    train.key = 1;
    draft.change(train);
    QCOMPARE(draft.codebook().themes.at(0).key, 0);
    QCOMPARE(draft.codebook().themeAtKey(1)->id, u"train"_s);
    QVERIFY(draft.checked());
}

void tst_codebookmodels::groupsComeAndGoWithTheirThemes()
{
    CodebookDraft draft(smallCodebook());
    Theme silence = draft.codebook().themes.at(2);
    silence.group = draft.groupNamed(u"After it"_s);
    draft.change(silence);
    QCOMPARE(draft.codebook().groups.size(), 2);
    silence.group.clear();
    draft.change(silence);
    QCOMPARE(draft.codebook().groups.size(), 1);
    QVERIFY(!draft.isEdited());
}

void tst_codebookmodels::theTreeHasGroups()
{
    ThemeTreeModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    Codebook codebook = smallCodebook();
    model.setCodebook(codebook, {});
    QCOMPARE(inWords(model), u"Ways(Bus  (1), Train) Without a Group(Silence)"_s);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    codebook.themes[1].name = u"Railway"_s;
    model.setCodebook(codebook, {u"train"_s});
    QCOMPARE(inWords(model), u"Ways(Bus  (1), Railway *) Without a Group(Silence)"_s);
    QVERIFY(resets.isEmpty()); // the same themes in the same places
    codebook.themes[1].isRetired = true;
    model.setCodebook(codebook, {});
    QCOMPARE(inWords(model), u"Ways(Bus  (1)) Without a Group(Silence) Retired(Railway)"_s);
    QCOMPARE(model.indexOf(u"train"_s).data().toString(), u"Railway"_s);
    QVERIFY(!model.indexOf(u"ship"_s).isValid());
    model.setCodebook({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void tst_codebookmodels::groupsAreNamedInTheTree()
{
    ThemeTreeModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    model.setCodebook(smallCodebook(), {});
    const QSignalSpy named(&model, &ThemeTreeModel::groupNamed);
    QVERIFY(model.setData(model.index(0, 0), u" Ways  to go "_s));
    QCOMPARE(named.constFirst(), (QVariantList{u"ways"_s, u"Ways to go"_s}));
    QVERIFY(!model.setData(model.index(0, 0), u" "_s));
    QVERIFY(!model.setData(model.index(1, 0), u"X"_s)); // those without a group
    QVERIFY(!model.setData(model.indexOf(u"bus"_s), u"X"_s));
}

void tst_codebookmodels::theLatestRuleIsAnswered()
{
    const QTemporaryDir folder;
    const auto collection = test::collectionOfRides(folder);
    QVERIFY(collection);
    RuleDraft draft(collection.get());
    draft.begin(u"bus"_s, u"bus"_s);
    for (int i = 0; i < 20; ++i)
        draft.setRule(u"train OR word%1"_s.arg(i));
    draft.setRule(u"bus OR coach"_s);
    QVERIFY(draft.isBusy());
    QTRY_VERIFY(!draft.isBusy());
    QCOMPARE(draft.trial().matching.count, 5);
    QCOMPARE(draft.trial().entering.count, 1);
    QCOMPARE(draft.verdict(),
             u"Finds 5 of 7 stories in the rules' language; against the rule in force 1 enter, 0 leave."_s);
    QCOMPARE(draft.doubt(), QString());
}

void tst_codebookmodels::aMistakeIsSaid()
{
    const QTemporaryDir folder;
    const auto collection = test::collectionOfRides(folder);
    RuleDraft draft(collection.get());
    draft.begin(u"bus"_s, u"bus"_s);
    draft.setRule(u"bus OR (coach"_s);
    QVERIFY(draft.mistake());
    QCOMPARE(draft.mistake()->position, 7);
    QCOMPARE(draft.verdict(), draft.mistake()->message);
    QVERIFY(!draft.isBusy());
    draft.setRule(u"bus"_s);
    QTRY_VERIFY(!draft.isBusy());
    QVERIFY(!draft.mistake());
    QCOMPARE(draft.trial().matching.count, 4);
}

void tst_codebookmodels::hardlyMeantIsSaid()
{
    const QTemporaryDir folder;
    const auto collection = test::collectionOfRides(folder);
    RuleDraft draft(collection.get());
    draft.begin(u"ship"_s, u"bus"_s);
    QTRY_COMPARE(draft.doubt(), u"It matches no story: check its words."_s);
    draft.setRule(u"invented"_s);
    QTRY_COMPARE(draft.doubt(), u"It matches nearly every story: check its words."_s);
    draft.setRule({});
    QTRY_VERIFY(!draft.isBusy());
    QCOMPARE(draft.doubt(), QString());
}

void tst_codebookmodels::judgementsGiveAPrecision()
{
    const QTemporaryDir folder;
    const auto collection = test::collectionOfRides(folder);
    const Covering covering(collection.get());
    JudgedStories stories(collection.get(), &covering);
    const QAbstractItemModelTester tester(&stories, reporting);
    QCOMPARE(stories.figures(), u"No story."_s);
    stories.setStories({StoryId(1), StoryId(2), StoryId(3), StoryId(4)});
    QTRY_COMPARE(stories.rowCount(), 4);
    QVERIFY(stories.index(3, JudgedStories::OpeningColumn).data().toString().contains(u"coach"_s));
    for (int row = 0; row < 3; ++row)
        stories.judge(row, row != 1);
    // Wilson's interval of 2 out of 3, reckoned by hand: (2 + 1.92) / (3 + 3.84) -+ 0.366 ... = 0.208 to 0.939.
    QCOMPARE(stories.figures(), u"2 of 3 judged belong: 67 % (21 % to 94 %, 95 % interval)"_s);
    QCOMPARE(stories.index(1, JudgedStories::JudgementColumn).data().toString(), u"No"_s);
    stories.judge(1, std::nullopt);
    QVERIFY(stories.figures().startsWith(u"2 of 2"_s));
}

void tst_codebookmodels::judgementsOutliveTheSample()
{
    const QTemporaryDir folder;
    const auto collection = test::collectionOfRides(folder);
    const Covering covering(collection.get());
    JudgedStories stories(collection.get(), &covering);
    const QSignalSpy judged(&stories, &JudgedStories::judged);
    stories.setStories({StoryId(1), StoryId(2)});
    QTRY_COMPARE(stories.rowCount(), 2);
    stories.judge(0, true);
    stories.judge(5, true); // there is none
    QCOMPARE(judged.size(), 1);
    stories.setStories({StoryId(4)});
    QTRY_COMPARE(stories.rowCount(), 1);
    QVERIFY(stories.figures().startsWith(u"A sample of 1"_s));
    stories.setStories({StoryId(4), StoryId(1)});
    QTRY_COMPARE(stories.rowCount(), 2);
    QVERIFY(stories.figures().startsWith(u"1 of 1"_s));
}

void tst_codebookmodels::coveredOpeningsAreNotShown()
{
    CoveredSample sample;
    QVERIFY(sample.isCovered);
    QTRY_COMPARE(sample.opening(0), u"(covered)"_s);
    QCOMPARE(sample.opening(1), u"Invented: a coach at night"_s);
    const QSignalSpy changed(&sample.stories, &QAbstractItemModel::dataChanged);
    sample.covering.uncover(StoryId(1));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(sample.opening(0), u"An invented ride on the bus at night"_s);
}

void tst_codebookmodels::whatAnotherRuleFindsIsCoveredToo()
{
    CoveredSample sample;
    QVERIFY(sample.isCovered);
    QTRY_COMPARE(sample.opening(1), u"Invented: a coach at night"_s);
    const QSignalSpy reset(&sample.stories, &QAbstractItemModel::modelReset);
    Codebook codebook = sample.collection->facts().codebook;
    codebook.themes[0].rule = u"bus OR coach"_s;
    QVERIFY(test::waitFor(sample.collection->setCodebook(codebook)));
    QTRY_COMPARE(sample.opening(1), u"(covered)"_s);
    QVERIFY(reset.isEmpty()); // whoever judges stays at their story
}

void tst_codebookmodels::termsAreATable()
{
    RuleTermsModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    model.setTerms({{u"bus"_s, 1234, 5}});
    QCOMPARE(model.index(0, RuleTermsModel::TermColumn).data().toString(), u"bus"_s);
    QCOMPARE(model.index(0, RuleTermsModel::StoriesColumn).data().toString(), QLocale().toString(1234));
    QCOMPARE(model.index(0, RuleTermsModel::AloneColumn).data().toString(), u"5"_s);
}

void tst_codebookmodels::whatDiffersCanBeTicked()
{
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    Codebook there = smallCodebook();
    there.themes[1].rule = u"rail"_s;
    there.themes.append({3, u"ship"_s, u"Ship"_s, {}, {}, u"ship"_s});
    model.compare(smallCodebook(), there);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, 0).data().toString() + u": "_s + model.index(row, 1).data().toString();
    QCOMPARE(rows.join(u" | "_s),
             u"Train: Differs in rule | Ship: Only there | Bus: The same | Silence: The same"_s);
    QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole)); // nothing to take
    QCOMPARE(model.taken(), QStringList{u"ship"_s});
    model.takeAll(true);
    QCOMPARE(model.taken(), (QStringList{u"train"_s, u"ship"_s}));
    model.takeAll(false);
    QVERIFY(model.taken().isEmpty());
}

QTEST_GUILESS_MAIN(tst_codebookmodels)
#include "tst_codebookmodels.moc"
