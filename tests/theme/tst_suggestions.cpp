#include "theme/Suggestions.h"
#include "theme/WordContrast.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// What to code next, and which words set stories apart.
class TestSuggestions : public QObject
{
    Q_OBJECT

private slots:
    void mixesReasons();
    void asksCopiesOnce();
    void endsWhenNothingIsLeft();
    void contrastByHand();
    void commonWordsSayNothing();
};

void TestSuggestions::mixesReasons()
{
    std::vector<Candidate> candidates;
    for (int i = 0; i < 100; ++i)
        candidates.push_back({StoryId{i}, i / 100.0, i % 2 == 0, i});
    const auto suggestions = suggestStories(candidates, 0.5, 8, 1);
    QCOMPARE(suggestions.size(), 8);
    QCOMPARE(suggestions.at(0), (Suggestion{StoryId{50}, SuggestedFor::Doubt}));
    QCOMPARE(suggestions.at(1), (Suggestion{StoryId{99}, SuggestedFor::Missed}));
    QCOMPARE(suggestions.at(2).reason, SuggestedFor::Doubt);
    QVERIFY(suggestions.at(2).story == StoryId{49} || suggestions.at(2).story == StoryId{51});
    QCOMPARE(suggestions.at(3).reason, SuggestedFor::Variety);
    QVERIFY(suggestions.at(5).reason == SuggestedFor::Missed);
}

void TestSuggestions::asksCopiesOnce()
{
    const std::vector<Candidate> candidates{
        {StoryId{1}, 0.5, false, 0}, {StoryId{2}, 0.5, false, 0}, {StoryId{3}, 0.9, false, 1}};
    QCOMPARE(suggestStories(candidates, 0.5, 10, 1).size(), 2);
}

void TestSuggestions::endsWhenNothingIsLeft()
{
    QVERIFY(suggestStories({}, 0.5, 10, 1).isEmpty());
}

void TestSuggestions::contrastByHand()
{
    // "a" 8 of 10 inside and 2 of 10 outside, prior of 20 words: 10 each. Inside (8+10)/(30-18), outside
    // (2+10)/(30-12): ln 1.5 - ln(2/3) = 0.81093; over sqrt(1/18 + 1/12) = 0.37268: 2.17594.
    const auto words = contrastWords({{u"a"_s, 8}, {u"b"_s, 2}}, {{u"a"_s, 2}, {u"b"_s, 8}}, 10, 20);
    QCOMPARE(words.size(), 2);
    QCOMPARE(words.at(0).word, u"a"_s);
    QVERIFY(std::abs(words.at(0).z - 2.17594) < 1e-4);
    QVERIFY(std::abs(words.at(1).z + 2.17594) < 1e-4);
}

void TestSuggestions::commonWordsSayNothing()
{
    const auto words = contrastWords({{u"the"_s, 1000}, {u"bus"_s, 20}}, {{u"the"_s, 1000}, {u"bus"_s, 1}}, 1);
    QCOMPARE(words.size(), 1);
    QCOMPARE(words.at(0).word, u"bus"_s);
}

QTEST_APPLESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
