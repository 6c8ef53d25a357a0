#include "model/CodingRound.h"

#include "model/AgreementModel.h"
#include "model/CodedCollection.h"
#include "store/Connection.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tidemark;
using tidemark::test::ogling;
using tidemark::test::storiesOf;

/// Coding story after story, alone and as a second coder; every text is invented.
class tst_codinground : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void goesFromStoryToStory();
    void answersBecomeCodingsByHand();
    void passesOver();
    void undoingGoesBackToTheStory();
    void goesOnWhereTheCoderStopped();
    void aBlindRoundLeavesTheFirstCodersWordInForce();
    void onlyCodersOfTheSameStoriesAreNamed();
    void aDifferenceIsSettledOnce();
    void asksForTheVoiceToo();
    void voicesOfTwoCodersAreComparedAndSettled();
    void whatCantBeWrittenIsToBeCodedAgain();
    void endsWhenAnotherCodebookComes();
    void hidesEveryCoding();

private:
    void begin(CodingRound &round, const QString &coder, bool blind = false);
    void answer(CodingRound &round, bool present);
    [[nodiscard]] qsizetype count(const QString &filter) const { return storiesOf(*m_collection, filter).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Collection> m_collection;
    QVector<StoryId> m_stories;
};

void tst_codinground::init()
{
    m_collection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_collection = test::codedCollection(*m_folder, 0, 4);
    QVERIFY(m_collection);
    m_stories = storiesOf(*m_collection, {});
    QCOMPARE(m_stories.size(), 4);
}

void tst_codinground::begin(CodingRound &round, const QString &coder, bool blind)
{
    ThemeSet themes;
    themes.insert(ogling);
    const QSignalSpy ready(&round, &CodingRound::progressed);
    round.begin({m_stories, themes, coder, false, blind, {}});
    QTRY_VERIFY(!ready.isEmpty());
}

void tst_codinground::answer(CodingRound &round, bool present)
{
    round.set(ogling, present);
    QVERIFY(test::waitFor(round.record()));
}

void tst_codinground::goesFromStoryToStory()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    QCOMPARE(round.story(), m_stories.at(0));
    QCOMPARE(round.coded(), 0);
    answer(round, true);
    QCOMPARE(round.story(), m_stories.at(1));
    QVERIFY(round.present().isEmpty());
    QCOMPARE(round.coded(), 1);
    round.goTo(m_stories.at(3));
    answer(round, false);
    QCOMPARE(round.story(), m_stories.at(1)); // from the beginning again
    answer(round, false);
    answer(round, false);
    QCOMPARE(round.story(), noStory);
    QCOMPARE(round.coded(), 4);
}

void tst_codinground::answersBecomeCodingsByHand()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    const auto other = 0; // another theme than the one in question
    round.set(other, true);
    answer(round, true);
    answer(round, false);
    QCOMPARE(count(u"coded:hand"_s), 2);
    QCOMPARE(storiesOf(*m_collection, u"theme:ogling coded:hand"_s), QVector<StoryId>{m_stories.at(0)});
    const auto counts = m_collection->handCounts().result();
    QVERIFY(counts->contains({test::oglingLabel, 1, 1}));
    QVERIFY(counts->contains({{Label::Kind::Theme, other}, 1, 0})); // of the second story nothing was said
}

void tst_codinground::passesOver()
{
    CodingRound round(m_collection.get());
    begin(round, {});
    round.skip();
    QCOMPARE(round.story(), m_stories.at(1));
    for (int i = 0; i < 3; ++i)
        answer(round, false);
    QCOMPARE(round.story(), noStory);
    QCOMPARE(round.coded(), 3);
    round.goTo(m_stories.at(0)); // it may be coded all the same
    answer(round, false);
    QCOMPARE(round.coded(), 4);
}

void tst_codinground::undoingGoesBackToTheStory()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    answer(round, true);
    QCOMPARE(m_collection->undoText(), u"Code 1 story"_s);
    QVERIFY(test::waitFor(m_collection->undo()));
    QTRY_COMPARE(round.coded(), 0);
    QCOMPARE(round.story(), m_stories.at(0));
    QCOMPARE(count(u"coded:hand"_s), 0);
    QVERIFY(test::waitFor(m_collection->redo()));
    QTRY_COMPARE(round.coded(), 1);
    QCOMPARE(count(u"coded:hand theme:ogling"_s), 1);
}

void tst_codinground::goesOnWhereTheCoderStopped()
{
    CodingRound first(m_collection.get());
    begin(first, u"Ada"_s);
    answer(first, true);
    first.end();
    QVERIFY(!first.isUnderWay());
    CodingRound again(m_collection.get());
    begin(again, u"Ada"_s);
    QCOMPARE(again.coded(), 1);
    QCOMPARE(again.story(), m_stories.at(1));
    CodingRound other(m_collection.get());
    begin(other, u"Bea"_s, true);
    QCOMPARE(other.coded(), 0);
    QCOMPARE(other.story(), m_stories.at(0));
    QVERIFY(other.present().isEmpty()); // what Ada said isn't seen
}

void tst_codinground::aBlindRoundLeavesTheFirstCodersWordInForce()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    for (const bool present : {true, true, false})
        answer(round, present);
    round.end();
    begin(round, u"Bea"_s, true);
    for (const bool present : {true, false, false, true})
        answer(round, present);
    QCOMPARE(storiesOf(*m_collection, u"theme:ogling"_s),
             (QVector<StoryId>{m_stories.at(0), m_stories.at(1), m_stories.at(3)})); // hers where nobody spoke
    const auto agreements = test::waitFor(m_collection->agreements());
    QVERIFY(agreements);
    QCOMPARE(agreements->size(), 1);
    QCOMPARE(agreements->constFirst().figures.units, 3);
    QCOMPARE(agreements->constFirst().figures.percent, 2.0 / 3);
    QCOMPARE(agreements->constFirst().open.size(), 1);
    const Disagreement &open = agreements->constFirst().open.constFirst();
    QCOMPARE(open.story, m_stories.at(1));
    QCOMPARE(open.answers, (QVector<std::pair<QString, int>>{{u"Ada"_s, 1}, {u"Bea"_s, 0}}));
}

void tst_codinground::onlyCodersOfTheSameStoriesAreNamed()
{
    CodingRound round(m_collection.get());
    for (const QString &coder : {u"Ada"_s, u"Bea"_s, u"Cem"_s}) {
        begin(round, coder, true);
        if (coder == u"Cem")
            round.goTo(m_stories.at(3));
        answer(round, true);
        round.end();
    }
    const auto agreements = test::waitFor(m_collection->agreements());
    QVERIFY(agreements);
    QCOMPARE(agreements->constFirst().figures.coders, 2);
    QCOMPARE(agreements->constFirst().coders, QStringList({u"Ada"_s, u"Bea"_s}));
}

void tst_codinground::aDifferenceIsSettledOnce()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    answer(round, true);
    round.end();
    begin(round, u"Bea"_s, true);
    answer(round, false);
    AgreementModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    DisagreementModel stories;
    QAbstractItemModelTester storiesTester(&stories, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAgreements(shippedCodebook(), test::waitFor(m_collection->agreements()).value());
    stories.setDisagreements(model.agreement(0).open);
    QCOMPARE(stories.index(0, DisagreementModel::AnswersColumn).data().toString(), u"Ada: yes, Bea: no"_s);

    QVERIFY(test::waitFor(m_collection->settle(m_stories.at(0), ogling, false)));
    QCOMPARE(count(u"theme:ogling"_s), 0);
    model.setAgreements(shippedCodebook(), test::waitFor(m_collection->agreements()).value());
    QCOMPARE(model.index(0, AgreementModel::OpenColumn).data().toString(), u"0"_s);
    QCOMPARE(model.index(0, AgreementModel::SettledColumn).data().toString(), u"1"_s);
    QCOMPARE(model.index(0, AgreementModel::PercentColumn).data().toString(), u"0 %"_s); // as they answered

    QCOMPARE(m_collection->undoText(), u"Settle a difference on 1 story"_s);
    QVERIFY(test::waitFor(m_collection->undo()));
    QCOMPARE(count(u"theme:ogling"_s), 1);
    model.setAgreements(shippedCodebook(), test::waitFor(m_collection->agreements()).value());
    QCOMPARE(model.index(0, AgreementModel::OpenColumn).data().toString(), u"1"_s);
}

void tst_codinground::asksForTheVoiceToo()
{
    CodingRound round(m_collection.get());
    const QSignalSpy ready(&round, &CodingRound::progressed);
    round.begin({m_stories, {}, u"Ada"_s, true, false, {}});
    QTRY_VERIFY(!ready.isEmpty());
    QVERIFY(!round.canRecord());
    round.setVoice(Voice::Support);
    QVERIFY(round.canRecord());
    QVERIFY(test::waitFor(round.record()));
    QCOMPARE(round.coded(), 1);
    QVERIFY(!round.voice());
    QCOMPARE(storiesOf(*m_collection, u"voice:support coded:hand"_s), QVector<StoryId>{m_stories.at(0)});
    QVERIFY(test::waitFor(m_collection->undo()));
    QTRY_COMPARE(round.coded(), 0);
    QCOMPARE(count(u"coded:hand"_s), 0);
}

void tst_codinground::voicesOfTwoCodersAreComparedAndSettled()
{
    const auto code = [this](const QString &coder, bool blind, const QVector<Voice> &voices) {
        CodingRound round(m_collection.get());
        const QSignalSpy ready(&round, &CodingRound::progressed);
        round.begin({m_stories, {}, coder, true, blind, {}});
        QTRY_VERIFY(!ready.isEmpty());
        QVERIFY(!round.voice()); // what the other one said is no answer of this one
        for (const Voice voice : voices) {
            round.setVoice(voice);
            QVERIFY(test::waitFor(round.record()));
        }
        QCOMPARE(round.coded(), voices.size());
    };
    code(u"Ada"_s, false, {Voice::Support, Voice::Testimony, Voice::Commentary});
    code(u"Bea"_s, true, {Voice::Support, Voice::Solidarity, Voice::Commentary, Voice::Support});
    const StoryPage kept = m_collection->story(m_stories.at(1)).result().value();
    QCOMPARE(kept.row.voice, Voice::Testimony);
    QCOMPARE(kept.voiceCoder, u"Ada"_s);
    QVERIFY(kept.voiceMadeAt);
    QCOMPARE(m_collection->story(m_stories.at(3)).result()->row.voice, Voice::Support); // hers where nobody spoke

    const auto agreements = test::waitFor(m_collection->agreements());
    QCOMPARE(agreements->size(), 1);
    const ThemeAgreement &voices = agreements->constFirst();
    QVERIFY(!voices.theme);
    QCOMPARE(voices.figures.units, 3);
    // By chance they agree on (1 + 0 + 1) of 9 pairs of answers; so 2 of 3 is 4/7 of what is left.
    QVERIFY(std::abs(*voices.figures.kappa - 4.0 / 7) < 1e-9);
    QVERIFY(voices.figures.alphaInterval);
    AgreementModel model;
    model.setAgreements(shippedCodebook(), *agreements);
    QCOMPARE(model.index(0, AgreementModel::ThemeColumn).data().toString(), u"Voice"_s);
    QCOMPARE(model.index(0, AgreementModel::KappaColumn).data().toString(), u"0.57 (Cohen)"_s);
    ThemeAgreement ofThree = voices;
    ofThree.figures.coders = 3;
    model.setAgreements(shippedCodebook(), {ofThree});
    QCOMPARE(model.index(0, AgreementModel::KappaColumn).data().toString(), u"0.57 (Fleiss)"_s);
    DisagreementModel stories;
    stories.setDisagreements(voices.open);
    QCOMPARE(stories.index(0, DisagreementModel::AnswersColumn).data().toString(),
             u"Ada: %1, Bea: %2"_s.arg(voiceName(Voice::Testimony), voiceName(Voice::Solidarity)));

    QVERIFY(test::waitFor(m_collection->settleVoice(m_stories.at(1), Voice::Solidarity)));
    QCOMPARE(m_collection->undoText(), u"Settle a difference on 1 story"_s);
    const StoryPage settled = m_collection->story(m_stories.at(1)).result().value();
    QCOMPARE(settled.row.voice, Voice::Solidarity);
    QVERIFY(settled.voiceSettled);
    const auto after = test::waitFor(m_collection->agreements());
    QVERIFY(after->constFirst().open.isEmpty());
    QCOMPARE(after->constFirst().settled, 1);
    QCOMPARE(after->constFirst().figures.units, 3); // as they answered
    QVERIFY(test::waitFor(m_collection->undo()));
    QCOMPARE(m_collection->story(m_stories.at(1)).result()->row.voice, Voice::Testimony);
    QCOMPARE(m_collection->story(m_stories.at(1)).result()->voiceCoder, u"Ada"_s);
}

void tst_codinground::whatCantBeWrittenIsToBeCodedAgain()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    const auto file = Connection::open(m_collection->facts().path, Connection::Access::Write).value();
    QVERIFY(
        file->run("CREATE TRIGGER full BEFORE INSERT ON coder_coding BEGIN SELECT RAISE(ABORT, 'no room'); END"));
    round.set(ogling, true);
    QVERIFY(!round.record().answer.result());
    QTRY_COMPARE(round.story(), m_stories.at(0));
    QCOMPARE(round.coded(), 0);
    QVERIFY(file->run("DROP TRIGGER full"));
    answer(round, true);
    QCOMPARE(round.coded(), 1);
    QCOMPARE(round.story(), m_stories.at(1));
}

void tst_codinground::endsWhenAnotherCodebookComes()
{
    CodingRound round(m_collection.get());
    begin(round, u"Ada"_s);
    const QSignalSpy ended(&round, &CodingRound::ended);
    Codebook other = m_collection->facts().codebook;
    other.title = u"Another"_s;
    QVERIFY(test::waitFor(m_collection->addCodebook(other)));
    QVERIFY(test::waitFor(m_collection->useCodebook(m_collection->facts().shelf.constFirst().number)));
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!round.isUnderWay());
}

void tst_codinground::hidesEveryCoding()
{
    StoryPage page;
    page.row.themes.insert(ogling);
    page.row.voice = Voice::Support;
    page.voiceBy = CodedBy::Hand;
    page.voiceCoder = u"Ada"_s;
    page.codings = {{ogling, CodedBy::Hand, true, {}}};
    page.attributes = {{u"staring"_s, u"yes"_s, false}};
    page.text = u"An invented text."_s;
    const StoryPage hidden = withoutCodings(page);
    QVERIFY(hidden.row.themes.isEmpty() && hidden.codings.isEmpty() && hidden.attributes.isEmpty());
    QCOMPARE(hidden.row.voice, Voice::Unknown);
    QCOMPARE(hidden.voiceBy, CodedBy::Rule);
    QVERIFY(hidden.voiceCoder.isEmpty());
    QCOMPARE(hidden.text, page.text);
}

QTEST_GUILESS_MAIN(tst_codinground)
#include "tst_codinground.moc"
