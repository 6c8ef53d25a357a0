#include "theme/CodebookComparison.h"
#include "theme/CodebookEditing.h"
#include "theme/CodebookHistory.h"
#include "theme/RuleCoder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Invented: two themes in one group, and one in none.
Codebook smallCodebook()
{
    Codebook codebook;
    codebook.title = u"Invented"_s;
    codebook.version = 4;
    codebook.groups = {{u"forms"_s, u"Forms"_s}};
    codebook.themes = {{0, u"bus"_s, u"Bus"_s, u"forms"_s, u"On a bus."_s, u"bus OR coach"_s},
                       {1, u"train"_s, u"Train"_s, u"forms"_s, u"On a train."_s, u"train"_s},
                       {2, u"silence"_s, u"Silence"_s, {}, u"Not told."_s, {}}};
    codebook.themes[0].key = 1;
    codebook.themes[1].examples = {u"An invented example."_s};
    return codebook;
}

ThemeSet coded(const Codebook &codebook, const QString &text)
{
    return RuleCoder(codebook).code(tokenise(text), u"en"_s).themes;
}

QString themesIn(ThemeSet set)
{
    QString numbers;
    set.forEach([&](int theme) { numbers += QString::number(theme); });
    return numbers;
}

} // namespace

class tst_codebookediting : public QObject
{
    Q_OBJECT

private slots:
    void theVersionFollowsTheRules_data();
    void theVersionFollowsTheRules();
    void refusesWhatCantBeInForce_data();
    void refusesWhatCantBeInForce();
    void groupsWithoutThemesGo();
    void aMergedThemeFindsWhatEitherFound();
    void aSplitThemeIsDivided_data();
    void aSplitThemeIsDivided();
    void aSplitWithoutWordsIsByHand();
    void retiredThemesCodeNothing();
    void newFieldsOutliveTheFile();
    void oldFilesGiveKeysToTheFirstThemes();
    void comparesThemeByTheme();
    void takesOverWhatIsChosen();
    void saysWhatChanges();
    void saysWhatWasDoneStepByStep();
    void switchingToAnotherCodebookUndoesNothing();
};

void tst_codebookediting::theVersionFollowsTheRules_data()
{
    QTest::addColumn<std::function<void(Codebook &)>>("change");
    QTest::addColumn<int>("version");
    using Change = std::function<void(Codebook &)>;
    QTest::newRow("nothing") << Change([](Codebook &) {}) << 4;
    QTest::newRow("a name") << Change([](Codebook &c) { c.themes[0].name = u"Coach"_s; }) << 4;
    QTest::newRow("a rule") << Change([](Codebook &c) { c.themes[0].rule = u"tram"_s; }) << 5;
    QTest::newRow("retired") << Change([](Codebook &c) { c.themes[0].isRetired = true; }) << 5;
    QTest::newRow("retired, without a rule") << Change([](Codebook &c) { c.themes[2].isRetired = true; }) << 4;
    QTest::newRow("a theme without a rule") << Change([](Codebook &c) {
        c.themes.append({3, u"x"_s, u"X"_s, {}, {}, {}});
    }) << 4;
    QTest::newRow("a rule, and a version of its own") << Change([](Codebook &c) {
        c.themes[0].rule = u"tram"_s;
        c.version = 9;
    }) << 9;
}

void tst_codebookediting::theVersionFollowsTheRules()
{
    QFETCH(std::function<void(Codebook &)>, change);
    QFETCH(int, version);
    Codebook after = smallCodebook();
    change(after);
    const auto checked = checkedCodebook(smallCodebook(), after);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
    QCOMPARE(checked->version, version);
}

void tst_codebookediting::refusesWhatCantBeInForce_data()
{
    QTest::addColumn<std::function<void(Codebook &)>>("change");
    QTest::addColumn<QString>("says");
    using Change = std::function<void(Codebook &)>;
    QTest::newRow("no name") << Change([](Codebook &c) { c.themes[0].name = u" "_s; }) << u"has no name"_s;
    QTest::newRow("one name twice") << Change([](Codebook &c) { c.themes[0].name = u"TRAIN"_s; })
                                    << u"Two themes are named"_s;
    QTest::newRow("one key twice") << Change([](Codebook &c) { c.themes[1].key = 1; }) << u"The key 1 sets both"_s;
    QTest::newRow("a mistake") << Change([](Codebook &c) { c.themes[0].rule = u"bus OR (x"_s; })
                               << u"has a mistake at character 8"_s;
    QTest::newRow("too many") << Change([](Codebook &c) {
        for (int number = 3; number < 65; ++number)
            c.themes.append({number, QString::number(number), QString::number(number), {}, {}, {}});
    }) << u"65 themes"_s;
}

void tst_codebookediting::refusesWhatCantBeInForce()
{
    QFETCH(std::function<void(Codebook &)>, change);
    QFETCH(QString, says);
    Codebook after = smallCodebook();
    change(after);
    const auto checked = checkedCodebook(smallCodebook(), after);
    QVERIFY(!checked);
    QVERIFY2(checked.error().message.contains(says), qPrintable(checked.error().message));
}

void tst_codebookediting::groupsWithoutThemesGo()
{
    Codebook after = smallCodebook();
    QCOMPARE(groupKey(after, u" forms "_s), u"forms"_s);
    QCOMPARE(groupKey(after, u"Places & ways"_s), u"places_ways"_s);
    QCOMPARE(after.groups.size(), 2);
    QCOMPARE(checkedCodebook(smallCodebook(), after)->groups.size(), 1);
}

void tst_codebookediting::aMergedThemeFindsWhatEitherFound()
{
    const auto merged = mergedThemes(smallCodebook(), u"train"_s, u"bus"_s);
    QVERIFY(merged);
    QVERIFY(merged->themes.at(0).isRetired);
    QCOMPARE(merged->themes.at(0).key, 0);
    QCOMPARE(merged->themes.at(1).key, 1);
    QCOMPARE(merged->themes.at(1).examples.size(), 1);
    for (const QString &text : {u"the bus"_s, u"a coach"_s, u"the train"_s})
        QCOMPARE(themesIn(coded(*merged, text)), u"1"_s);
    QCOMPARE(themesIn(coded(*merged, u"a tram"_s)), QString());
    QCOMPARE(merged->version, 5);
    QVERIFY(!mergedThemes(smallCodebook(), u"bus"_s, u"bus"_s));
    QVERIFY(!mergedThemes(smallCodebook(), u"bus"_s, u"ship"_s));
}

void tst_codebookediting::aSplitThemeIsDivided_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("themes");
    QTest::newRow("the part") << u"a bus at night"_s << u"3"_s;
    QTest::newRow("the rest") << u"a coach by day"_s << u"0"_s;
    QTest::newRow("neither") << u"at night"_s << QString();
}

void tst_codebookediting::aSplitThemeIsDivided()
{
    QFETCH(QString, text);
    QFETCH(QString, themes);
    const auto split = splitTheme(smallCodebook(), {u"bus"_s, u"Bus at night"_s, u"night OR dark"_s});
    QVERIFY(split);
    QCOMPARE(split->themes.at(3).id, u"bus_at_night"_s);
    QCOMPARE(split->themes.at(3).group, u"forms"_s);
    QCOMPARE(themesIn(coded(*split, text)), themes);
}

void tst_codebookediting::aSplitWithoutWordsIsByHand()
{
    const auto split = splitTheme(smallCodebook(), {u"bus"_s, u"Night bus"_s, std::nullopt});
    QVERIFY(split);
    QCOMPARE(split->themes.at(0), smallCodebook().themes.at(0));
    QCOMPARE(split->themes.at(3).rule, QString());
    QCOMPARE(split->version, 4);
}

void tst_codebookediting::retiredThemesCodeNothing()
{
    Codebook codebook = smallCodebook();
    codebook.themes[0].isRetired = true;
    QCOMPARE(themesIn(coded(codebook, u"bus and train"_s)), u"1"_s);
    QCOMPARE(codebook.themeAtKey(1), nullptr);
}

void tst_codebookediting::newFieldsOutliveTheFile()
{
    Codebook codebook = smallCodebook();
    codebook.themes[1].colour = 3;
    codebook.themes[1].isCoveredFirst = true;
    codebook.themes[2].isRetired = true;
    const auto read = codebookFromJson(codebookToJson(codebook));
    QVERIFY(read);
    QCOMPARE(*read, codebook);
}

void tst_codebookediting::oldFilesGiveKeysToTheFirstThemes()
{
    const auto read = codebookFromJson(R"({"format": "story-codebook", "format_version": 1, "themes": [
        {"id": "a", "name": "A"}, {"id": "b", "name": "B", "colour": 99}]})");
    QVERIFY(read);
    QCOMPARE(read->themeAtKey(2)->id, u"b"_s);
    QCOMPARE(read->themes.at(1).colour, 0);
}

void tst_codebookediting::comparesThemeByTheme()
{
    Codebook there = smallCodebook();
    there.themes.remove(2);
    there.themes[0].rule = u"tram"_s;
    there.themes[0].definition.clear(); // says nothing
    there.themes.append({2, u"ship"_s, u"Ship"_s, {}, {}, {}});
    const auto pairs = compareCodebooks(smallCodebook(), there);
    QStringList seen;
    for (const ComparedTheme &pair : pairs)
        seen << pair.id + u':' + QString::number(int(pair.kind)) + pair.fields.join(u',');
    QCOMPARE(seen, (QStringList{u"bus:1rule"_s, u"train:0"_s, u"silence:2"_s, u"ship:3"_s}));
}

void tst_codebookediting::takesOverWhatIsChosen()
{
    Codebook there = smallCodebook();
    there.themes[0].rule = u"tram"_s;
    there.themes[1].rule = u"metro"_s;
    there.themes.append({3, u"ship"_s, u"Ship"_s, {}, {}, u"ship"_s});
    const auto taken = withTakenOver(smallCodebook(), there, {u"train"_s, u"ship"_s});
    QVERIFY(taken);
    QCOMPARE(taken->themes.at(0).rule, u"bus OR coach"_s);
    QCOMPARE(taken->themes.at(1).rule, u"metro"_s);
    QCOMPARE(taken->themes.at(3).id, u"ship"_s);
    QCOMPARE(taken->version, 5);
}

void tst_codebookediting::saysWhatChanges()
{
    const Codebook before = smallCodebook();
    Codebook after = before;
    after.themes[0].name = u"Coach"_s;
    QCOMPARE(changeInWords(before, after), u"Change theme Coach"_s);
    after.themes[1].name = u"Railway"_s;
    QCOMPARE(changeInWords(before, after), u"Change the codebook"_s);
    after = before;
    after.themes[0].isRetired = true;
    QCOMPARE(changeInWords(before, after), u"Retire theme Bus"_s);
    QCOMPARE(changeInWords(after, before), u"Bring back theme Bus"_s);
    after = before;
    after.themes.append({3, u"ship"_s, u"Ship"_s, {}, {}, {}});
    QCOMPARE(changeInWords(before, after), u"Add theme Ship"_s);
}

void tst_codebookediting::saysWhatWasDoneStepByStep()
{
    const Codebook first = smallCodebook();
    Codebook named = first;
    named.themes[0].definition = u"Invented"_s;
    const Codebook merged = mergedThemes(named, u"train"_s, u"bus"_s).value();
    QCOMPARE(changeInWords(named, merged), u"Merge theme Bus into Train"_s);
    Codebook undone = named;
    undone.version = merged.version + 1;
    Codebook redone = merged;
    redone.version = undone.version + 1;
    const Codebook split = splitTheme(redone, {u"train"_s, u"Night"_s, u"night OR \"late train\""_s}).value();
    QCOMPARE(changeInWords(redone, split), u"Split theme Night off Train"_s);
    const Codebook halved = splitTheme(redone, {u"train"_s, u"Night"_s, u"night"_s}).value();
    QCOMPARE(changeInWords(redone, halved), u"Split theme Night off Train"_s);
    Codebook back = redone;
    back.version = split.version + 1;
    Codebook further = undone;
    further.version = back.version + 1;

    const QVector<CodebookStep> steps = codebookSteps({further, back, split, redone, undone, merged, named, first});
    QStringList said;
    for (const CodebookStep &step : steps)
        said.prepend(step.number + u' ' + step.change);
    const int version = first.version;
    const auto number = [version](int more) { return QString::number(version + more); };
    QCOMPARE(said,
             (QStringList{
                 number(0) + u".1 The first one"_s, number(0) + u".2 Change theme Bus"_s,
                 number(1) + u" Merge theme Bus into Train"_s, number(2) + u" Undo: Merge theme Bus into Train"_s,
                 number(3) + u" Redo: Merge theme Bus into Train"_s, number(4) + u" Split theme Night off Train"_s,
                 number(5) + u" Undo: Split theme Night off Train"_s,
                 number(6) + u" Undo: Merge theme Bus into Train"_s}));
}

void tst_codebookediting::switchingToAnotherCodebookUndoesNothing()
{
    const Codebook first = smallCodebook();
    Codebook other = first;
    other.title = u"Other"_s;
    const QVector<CodebookStep> steps = codebookSteps({first, other, first});
    QCOMPARE(steps.at(0).change, u"Codebook "_s + first.title);
    QCOMPARE(steps.at(1).change, u"Codebook Other"_s);
    QCOMPARE(steps.at(1).number, QString::number(first.version));
}

QTEST_APPLESS_MAIN(tst_codebookediting)
#include "tst_codebookediting.moc"
