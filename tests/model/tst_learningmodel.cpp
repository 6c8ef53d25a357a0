#include "model/LearningModel.h"

#include "model/CodedCollection.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A learner of one label, tried on as many stories of each kind as there are probabilities.
Training tried(const std::vector<double> &ofPresent, const std::vector<double> &ofAbsent, const Confusion &byRule)
{
    Training training;
    LearnedLabel learned;
    learned.label = test::oglingLabel;
    learned.byRule = byRule;
    for (const bool present : {true, false}) {
        for (const double probability : present ? ofPresent : ofAbsent) {
            learned.stories.push_back(learned.stories.size());
            learned.folds.push_back(static_cast<int>(learned.folds.size() % 2));
            learned.probabilities.push_back(probability);
            learned.present.push_back(present);
        }
    }
    learned.calibrated = calibration(learned.probabilities, learned.present);
    training.labels = {learned};
    training.stories = static_cast<qint64>(learned.stories.size());
    training.model = std::make_shared<const ThemeModel>(
        FeatureSpace(), QVector<ThemeModel::Part>{{learned.label, 0.5}}, std::vector<LinearWeights>(1), true);
    LabelDifference difference{learned.label, 10, 0, 0, {}, {}};
    difference.having.resize(LabelDifference::steps + 1);
    difference.lacking.resize(LabelDifference::steps + 1);
    difference.having[200] = 4; // stories that have it now, of probability 0.2
    difference.lacking[700] = 6;
    training.differences = {difference};
    return training;
}

const Confusion badRule{1, 1, 3, 3};
const Confusion perfectRule{4, 0, 0, 4};

} // namespace

/// What may be learned, what was, and where it cuts.
class tst_learningmodel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsMissingToLearn_data();
    void saysWhatIsMissingToLearn();
    void cutsWhereF1IsBest();
    void cutsWhereThePrecisionWishedIsReached();
    void aCutByHandSaysWhatChanges();
    void aLearnerWorseThanTheRuleIsNotOffered();
    void aLearnerThatSaysTheSameOfAllIsNotOffered();
    void aCutThatNearlyAllStoriesReachIsDoubted();
    void saysHowItsFiguresCameAbout();
    void givesTheTrainingWithItsCuts();

private:
    static void fill(LearningModel &model, const HandCount &count = {test::oglingLabel, 40, 40})
    {
        model.setCounts(shippedCodebook(), {count}, {});
    }
};

void tst_learningmodel::saysWhatIsMissingToLearn_data()
{
    QTest::addColumn<qint64>("present");
    QTest::addColumn<qint64>("absent");
    QTest::addColumn<bool>("can");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("enough") << qint64(30) << qint64(30) << true << u"Can be learned."_s;
    QTest::newRow("too few") << qint64(20) << qint64(29) << false
                             << u"Only 49 coded by hand; learning begins with 50."_s;
    QTest::newRow("none absent") << qint64(60) << qint64(0) << false
                                 << u"All stories coded have it; code some that don’t, too."_s;
    QTest::newRow("none present") << qint64(0) << qint64(60) << false
                                  << u"None or one of the stories coded has it; code some that do."_s;
}

void tst_learningmodel::saysWhatIsMissingToLearn()
{
    QFETCH(qint64, present);
    QFETCH(qint64, absent);
    QFETCH(bool, can);
    QFETCH(QString, verdict);
    LearningModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model, {test::oglingLabel, present, absent});
    QCOMPARE(model.rowCount(), shippedCodebook().themes.size() + 4); // and the voices
    QCOMPARE(model.index(test::ogling, LearningModel::VerdictColumn).data().toString(), verdict);
    QCOMPARE(model.ticked(), can ? QVector<Label>{test::oglingLabel} : QVector<Label>());
    const QModelIndex tick = model.index(test::ogling, LearningModel::LabelColumn);
    QCOMPARE(tick.flags().testFlag(Qt::ItemIsUserCheckable), can);
    QCOMPARE(model.setData(tick, Qt::Unchecked, Qt::CheckStateRole), can);
    QVERIFY(model.ticked().isEmpty());
}

void tst_learningmodel::cutsWhereF1IsBest()
{
    LearningModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.7, 0.6}, {0.3, 0.2, 0.1, 0.1}, badRule));
    QCOMPARE(model.cut(test::ogling), 450); // in the middle of 0.6 and 0.3, where nothing is wrong
    QVERIFY(model.index(test::ogling, LearningModel::F1Column).data().toString().startsWith(u"100 % "_s));
    QVERIFY(model.index(test::ogling, LearningModel::F1Column).data().toString().endsWith(u", rule 33 %"_s));
    QCOMPARE(model.ticked(), QVector<Label>{test::oglingLabel});
    model.setWish(test::ogling, {});
    QVERIFY(!model.isCutByHand(test::ogling));
}

void tst_learningmodel::cutsWhereThePrecisionWishedIsReached()
{
    LearningModel model;
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.5, 0.3}, {0.55, 0.4, 0.1, 0.1}, badRule));
    CutWish wish{CutWish::For::Precision, 0.95};
    model.setWish(test::ogling, wish);
    QCOMPARE(model.cut(test::ogling), 675); // above the first that is wrong
    QVERIFY(model.index(test::ogling, LearningModel::PrecisionColumn).data().toString().startsWith(u"100 % "_s));
}

void tst_learningmodel::aCutByHandSaysWhatChanges()
{
    LearningModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.7, 0.4}, {0.3, 0.2, 0.1, 0.1}, badRule));
    const QModelIndex entering = model.index(test::ogling, LearningModel::EnteringColumn);
    const QModelIndex leaving = model.index(test::ogling, LearningModel::LeavingColumn);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(!model.isCutByHand(test::ogling));
    model.setCut(test::ogling, 700);
    QVERIFY(model.isCutByHand(test::ogling));
    QVERIFY(!changes.isEmpty());
    QCOMPARE(entering.data().toString(), u"6"_s);
    QCOMPARE(leaving.data().toString(), u"4"_s);
    model.setCut(test::ogling, 701);
    QCOMPARE(entering.data().toString(), u"0"_s);
    model.setCut(test::ogling, 200);
    QCOMPARE(leaving.data().toString(), u"0"_s);
    model.setCut(test::ogling, 1); // says the same of all
    QVERIFY(model.ticked().isEmpty());
    model.setCut(test::ogling, 350); // and the tick is back
    QCOMPARE(model.ticked(), QVector<Label>{test::oglingLabel});
}

void tst_learningmodel::aLearnerWorseThanTheRuleIsNotOffered()
{
    LearningModel model;
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.2, 0.1}, {0.7, 0.6, 0.3, 0.1}, perfectRule));
    QVERIFY(model.ticked().isEmpty());
    const QModelIndex tick = model.index(test::ogling, LearningModel::LabelColumn);
    QVERIFY(!tick.flags().testFlag(Qt::ItemIsUserCheckable));
    QCOMPARE(model.index(test::ogling, LearningModel::VerdictColumn).data().toString(),
             u"Not better than the rule, so the rule stays."_s);
}

void tst_learningmodel::aLearnerThatSaysTheSameOfAllIsNotOffered()
{
    LearningModel model;
    fill(model);
    model.setTraining(
        tried({0.6, 0.5, 0.4, 0.3, 0.2, 0.2}, {0.6, 0.5, 0.2}, badRule)); // the best F1 is that of all
    QVERIFY(model.ticked().isEmpty());
    const QModelIndex verdict = model.index(test::ogling, LearningModel::VerdictColumn);
    QCOMPARE(verdict.data().toString(), u"It says the same of all stories, so the rule stays."_s);
    model.setCut(test::ogling, 350);
    QCOMPARE(verdict.data().toString(), u"Better than the rule."_s);
}

void tst_learningmodel::aCutThatNearlyAllStoriesReachIsDoubted()
{
    LearningModel model;
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.7, 0.4}, {0.3, 0.2, 0.1, 0.1}, badRule));
    const QString doubt = u"Nearly every story would have it"_s;
    model.setCut(test::ogling, 200); // reached by all ten
    QVERIFY(model.cutSentence(test::ogling).contains(doubt));
    model.setCut(test::ogling, 300); // by six
    QVERIFY(!model.cutSentence(test::ogling).contains(doubt));
}

void tst_learningmodel::saysHowItsFiguresCameAbout()
{
    LearningModel model;
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.7, 0.4}, {0.3, 0.2, 0.1, 0.1}, badRule));
    const QString chosenElsewhere = u"by the cut that the other parts ask for"_s;
    const QString chosenHere = u"of this very cut"_s;
    QVERIFY(model.cutSentence(test::ogling).contains(chosenElsewhere));
    model.setCut(test::ogling, 350);
    QVERIFY(model.cutSentence(test::ogling).contains(chosenHere));
    QVERIFY(!model.cutSentence(test::ogling).contains(chosenElsewhere));
    model.setWish(test::ogling, CutWish{CutWish::For::Precision, 0.9});
    QVERIFY(model.cutSentence(test::ogling).contains(chosenElsewhere));
}

void tst_learningmodel::givesTheTrainingWithItsCuts()
{
    LearningModel model;
    fill(model);
    model.setTraining(tried({0.9, 0.8, 0.7, 0.4}, {0.3, 0.2, 0.1, 0.1}, badRule));
    model.setCut(test::ogling, 123);
    const ThemeModel::Part part = model.training().model->parts().constFirst();
    QCOMPARE(part.cut, 0.123);
    QVERIFY(part.tried);
    QCOMPARE(part.tried->falseAlarms, 2); // of this cut: 0.3 and 0.2
}

QTEST_GUILESS_MAIN(tst_learningmodel)
#include "tst_learningmodel.moc"
