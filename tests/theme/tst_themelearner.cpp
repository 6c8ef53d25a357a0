#include "theme/Evaluation.h"
#include "theme/InventedThemes.h"
#include "theme/NearCopies.h"
#include "theme/RidgeLogistic.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

using Law = test::InventedThemes::Law;

QVector<Label> themes(int count)
{
    QVector<Label> labels;
    for (int theme = 0; theme < count; ++theme)
        labels.append({Label::Kind::Theme, theme});
    return labels;
}

/// A codebook whose rules know the words of the laws that they are given for.
Codebook codebookOf(const QStringList &rules)
{
    Codebook codebook;
    for (const QString &rule : rules) {
        const int number = static_cast<int>(codebook.themes.size());
        codebook.themes.append({number, u"t%1"_s.arg(number), u"T"_s, {}, {}, rule});
    }
    return codebook;
}

template<typename T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

} // namespace

/// Learning on invented texts whose best possible answer is known.
class TestThemeLearner : public QObject
{
    Q_OBJECT

private slots:
    void comesCloseToTheBestPossible_data();
    void comesCloseToTheBestPossible();
    void isNoWorseThanOnePlaneWhereLearningIsHard();
    void tellsCopiesAcrossASplit();
    void learnsTheSameTwice();
    void sparseMarginIsTheLeast_data();
    void sparseMarginIsTheLeast();
    void survivesBeingStored();
    void readsTheFormatBefore();
    void refusesWhatIsDamaged();
    void rulesHelpWhereExamplesAreFew();
    void saysHonestlyHowGoodItIs();
    void judgesNoCutByTheStoriesItWasChosenOn();
    void isNoBetterThanTheRuleWhereItSaysTheSameOfAll_data();
    void isNoBetterThanTheRuleWhereItSaysTheSameOfAll();
    void explainsByTheWordThatDidIt();
    void stopsWhenAsked();
    void needsBothSides();
    void tellsContradictions();
    void groupsCopies();
    void neverTearsAGroupApart();
    void logisticFindsTheOdds();
};

void TestThemeLearner::comesCloseToTheBestPossible_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<double>("tolerance");
    // The tolerance is three standard errors of 1,500 judged stories, and what few examples cost.
    QTest::addRow("many examples") << 1500 << 0.03;
    QTest::addRow("three hundred examples") << 300 << 0.05;
}

void TestThemeLearner::comesCloseToTheBestPossible()
{
    QFETCH(const int, stories);
    QFETCH(const double, tolerance);
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}, {u"comments"_s, 0.3, 0.8, 0.1}}, 1);
    const auto train = invented.stories(stories);
    const auto judged = invented.stories(1500);
    Progress progress;
    const HitFinder rules{Codebook{}};
    const Evaluation evaluation
        = valueOf(evaluate(train, judged, themes(2), rules, Judged::Both, LearningWish{}, progress));
    double product = 1;
    for (int theme = 0; theme < 2; ++theme) {
        const double best = invented.bestAccuracy(theme);
        product *= best;
        QVERIFY2(std::abs(evaluation.labels.at(theme).confusion.accuracy() - best) < tolerance,
                 qPrintable(u"%1 against %2"_s.arg(evaluation.labels.at(theme).confusion.accuracy()).arg(best)));
    }
    QVERIFY(std::abs(evaluation.exactMatch() - product) < 2 * tolerance); // the themes are independent
    QCOMPARE(evaluation.wholeStories, 1500);
    QCOMPARE(progress.done.load(), progress.total.load());
}

void TestThemeLearner::isNoWorseThanOnePlaneWhereLearningIsHard()
{
    constexpr int count = 2;
    test::InventedReports invented(count, 1);
    const auto train = invented.stories(3000);
    const auto judged = invented.stories(2000);
    const HitFinder rules{Codebook{}};
    Progress progress;
    const Evaluation evaluation
        = valueOf(evaluate(train, judged, themes(count), rules, Judged::Model, LearningWish{}, progress));

    // The plain sparse margin over the same features.
    FeatureSpace space;
    for (const CodedText &story : train)
        space.count(tokenise(story.text));
    space.finish();
    Examples examples(space);
    std::vector<size_t> rows;
    for (const CodedText &story : train) {
        rows.push_back(rows.size());
        examples.add(space.features(tokenise(story.text), nullptr));
    }
    const LinearFit fit(examples);
    double right = 0;
    for (int theme = 0; theme < count; ++theme) {
        std::vector<bool> present;
        for (const CodedText &story : train)
            present.push_back(story.present.contains(theme));
        const LinearWeights plane = fit.plane(LinearMethod::SparseMargin, rows, present, 1);
        for (const CodedText &story : judged) {
            const bool said = plane.decision(space.features(tokenise(story.text), nullptr)) > 0;
            right += said == story.present.contains(theme) ? 1 : 0;
        }
    }
    const double plain = right / (count * static_cast<double>(judged.size()));
    const QString figures = u"%1, one plane %2, the best possible %3"_s.arg(evaluation.hammingScore())
                                .arg(plain)
                                .arg(invented.bestAccuracy());
    QVERIFY2(evaluation.hammingScore() > plain - 0.005, qPrintable(figures)); // half a standard error
    QVERIFY2(evaluation.hammingScore() > invented.bestAccuracy() - 0.03, qPrintable(figures));
}

void TestThemeLearner::tellsCopiesAcrossASplit()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 11);
    const auto train = invented.stories(100);
    auto judged = invented.stories(20);
    judged.push_back(train.front());
    judged.push_back(train.back());
    judged.back().text += u" indeed"_s;
    Progress progress;
    const HitFinder rules{Codebook{}};
    const auto copies = [&](Judged who) {
        return valueOf(evaluate(train, judged, themes(1), rules, who, LearningWish{}, progress)).copies;
    };
    QCOMPARE(copies(Judged::Both), 2);
    QCOMPARE(copies(Judged::Rule), 0);
}

void TestThemeLearner::learnsTheSameTwice()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 2);
    const auto train = invented.stories(200);
    const HitFinder rules{Codebook{}};
    Progress progress;
    const Learned once = valueOf(learnLabels(train, themes(1), rules, {}, progress));
    const Learned twice = valueOf(learnLabels(train, themes(1), rules, {}, progress));
    QCOMPARE(once.model.toBytes(), twice.model.toBytes());
    QCOMPARE(once.labels.at(0).probabilities, twice.labels.at(0).probabilities);
}

void TestThemeLearner::sparseMarginIsTheLeast_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<size_t>("oneIn"); ///< of the stories with the theme
    QTest::addRow("a common theme") << 400 << size_t(1);
    QTest::addRow("a rare theme") << 1200 << size_t(20);
}

void TestThemeLearner::sparseMarginIsTheLeast()
{
    QFETCH(const int, stories);
    QFETCH(const size_t, oneIn);
    test::InventedReports invented(1, 3);
    const auto texts = invented.stories(stories);
    FeatureSpace space;
    for (const CodedText &story : texts)
        space.count(tokenise(story.text));
    space.finish();
    Examples examples(space);
    std::vector<bool> present;
    std::vector<size_t> rows; // a fifth is kept aside
    for (const CodedText &story : texts) {
        if (present.size() % 5 != 0)
            rows.push_back(present.size());
        examples.add(space.features(tokenise(story.text), nullptr));
        present.push_back(story.present.contains(0) && present.size() % oneIn == 0);
    }
    const FeatureColumns columns(examples);
    const std::vector<double> weights = sparseMargin(columns, rows, present, 1);
    const auto loss = [&](const std::vector<double> &of) {
        std::vector<double> decisions(examples.size());
        double sum = 0;
        for (size_t column = 0; column < columns.size(); ++column) {
            sum += std::abs(of[column]);
            for (const FeatureColumns::Entry &entry : columns.column(column))
                decisions[entry.row] += of[column] * double{entry.value};
        }
        for (const size_t row : rows) {
            const double violation = std::max(0.0, 1 - (present[row] ? 1 : -1) * decisions[row]);
            sum += violation * violation;
        }
        return sum;
    };
    const double least = loss(weights);
    QVERIFY(least < loss(std::vector<double>(columns.size()))); // better than to say nothing
    QVERIFY(std::ranges::count(weights, 0.0) > static_cast<std::ptrdiff_t>(columns.size()) * 9 / 10);
    for (size_t column = 0; column < columns.size(); column += 7) { // a step along any column betters nothing
        for (const double step : {-0.05, 0.05}) {
            std::vector<double> other = weights;
            other[column] += step;
            QVERIFY2(loss(other) > least * 0.9999, qPrintable(u"column %1"_s.arg(column)));
        }
    }
}

void TestThemeLearner::survivesBeingStored()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 3);
    const auto train = invented.stories(100);
    const HitFinder rules{Codebook{}};
    Progress progress;
    const ThemeModel model = valueOf(learnLabels(train, themes(1), rules, {}, progress)).model;
    const ThemeModel read = valueOf(ThemeModel::fromBytes(model.toBytes()));
    for (const CodedText &story : train) {
        const Tokens tokens = tokenise(story.text);
        QCOMPARE(read.probabilities(tokens, rules), model.probabilities(tokens, rules));
    }
    QVERIFY(read.parts().constFirst().tried);
    QCOMPARE(read.parts().constFirst().tried->stories(), 100);
    QCOMPARE(read.parts().constFirst().tried, model.parts().constFirst().tried);
}

/// The second format had no figures behind the part's label, cut and bias.
void TestThemeLearner::readsTheFormatBefore()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 3);
    const auto train = invented.stories(100);
    const HitFinder rules{Codebook{}};
    Progress progress;
    const ThemeModel model = valueOf(learnLabels(train, themes(1), rules, {}, progress)).model;
    QByteArray bytes = model.toBytes();
    bytes[7] = 2;
    bytes.remove(26, 33);
    const ThemeModel read = valueOf(ThemeModel::fromBytes(bytes));
    QVERIFY(!read.parts().constFirst().tried);
    const Tokens tokens = tokenise(train.front().text);
    QCOMPARE(read.probabilities(tokens, rules), model.probabilities(tokens, rules));
}

void TestThemeLearner::refusesWhatIsDamaged()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 4);
    const auto train = invented.stories(100);
    Progress progress;
    const QByteArray whole
        = valueOf(learnLabels(train, themes(1), HitFinder{Codebook{}}, {}, progress)).model.toBytes();
    QVERIFY(!ThemeModel::fromBytes({}));
    QVERIFY(!ThemeModel::fromBytes(whole.chopped(1)));
    QVERIFY(!ThemeModel::fromBytes(QByteArray(1, 'x') + whole));
    QByteArray negative = whole; // figures begin with whether they are there
    negative[27] = '\xff';
    QVERIFY(!ThemeModel::fromBytes(negative));
}

void TestThemeLearner::rulesHelpWhereExamplesAreFew()
{
    // The theme hangs on any of forty words, which sixty examples can't show; the rule knows them.
    std::mt19937 random(5);
    const auto stories = [&random](int count) {
        std::vector<CodedText> all;
        for (int i = 0; i < count; ++i) {
            CodedText story;
            QStringList words;
            for (int word = 0; word < 10; ++word)
                words.append(u"invented%1"_s.arg(random() % 200));
            const bool present = random() % 2 == 0;
            if (present)
                words.append(u"known%1"_s.arg(random() % 40));
            (present ? story.present : story.absent).insert(0);
            story.text = words.join(u' ');
            all.push_back(story);
        }
        return all;
    };
    const auto train = stories(60);
    const auto judged = stories(500);
    Progress progress;
    const HitFinder rules(codebookOf({u"known*"_s}));
    const auto accuracy = [&](Judged who) {
        return valueOf(evaluate(train, judged, themes(1), rules, who, {}, progress))
            .labels.at(0)
            .confusion.accuracy();
    };
    QCOMPARE(accuracy(Judged::Rule), 1.0);
    QVERIFY(accuracy(Judged::Both) > 0.97);
}

void TestThemeLearner::saysHonestlyHowGoodItIs()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 6);
    const auto train = invented.stories(600);
    Progress progress;
    const Learned learned
        = valueOf(learnLabels(train, themes(1), HitFinder(codebookOf({u"nothing"_s})), {}, progress));
    const LearnedLabel &label = learned.labels.at(0);
    QCOMPARE(label.learned.stories(), 600);
    QVERIFY(std::abs(label.learned.accuracy() - invented.bestAccuracy(0)) < 0.05);
    QVERIFY(label.isBetterThanRule({}));
    for (const CalibrationBin &bin : label.calibrated) { // what is said to be likely is that likely
        const double error = 3 * std::sqrt(0.25 / static_cast<double>(std::max<qint64>(1, bin.stories)));
        QVERIFY(bin.stories < 20 || std::abs(bin.said - bin.present) < error + 0.05);
    }
    const Learned knowing
        = valueOf(learnLabels(train, themes(1), HitFinder(codebookOf({u"staring"_s})), {}, progress));
    QVERIFY(knowing.labels.at(0).byRule.accuracy() > 0.88);
}

/// Nothing tells these stories apart; a cut searched for among them would seem to.
void TestThemeLearner::judgesNoCutByTheStoriesItWasChosenOn()
{
    for (quint32 seed = 1; seed <= 3; ++seed) {
        test::InventedThemes invented({{u"staring"_s, 0.5, 0.5, 0.5}}, seed);
        const auto train = invented.stories(300);
        LearningWish wish;
        wish.cut = {CutWish::For::Precision, 0.9};
        Progress progress;
        const Learned learned
            = valueOf(learnLabels(train, themes(1), HitFinder(codebookOf({u"nothing"_s})), wish, progress));
        const Confusion figures = learned.labels.at(0).learned;
        QCOMPARE(figures.stories(), 300);
        QVERIFY2(figures.precision() < 0.8, qPrintable(QString::number(figures.precision())));
    }
}

void TestThemeLearner::isNoBetterThanTheRuleWhereItSaysTheSameOfAll_data()
{
    QTest::addColumn<Confusion>("learned");
    QTest::addColumn<CutWish>("wish");
    QTest::addColumn<bool>("isBetter");
    const CutWish byF1{CutWish::For::F1, 0};
    QTest::newRow("all, by F1") << Confusion{65, 35, 0, 0} << byF1 << false;
    QTest::newRow("some, by F1") << Confusion{60, 20, 5, 15} << byF1 << true;
    QTest::newRow("all, by accuracy") << Confusion{65, 35, 0, 0} << CutWish() << false;
    QTest::newRow("none, by accuracy") << Confusion{0, 0, 10, 90} << CutWish() << false;
    QTest::newRow("some, by accuracy") << Confusion{5, 1, 5, 89} << CutWish() << true;
    const CutWish precise{CutWish::For::Precision, 0.1}; // which the rule reaches, too
    QTest::newRow("precise, and finds less") << Confusion{1, 0, 34, 65} << precise << false;
    QTest::newRow("precise, and finds more") << Confusion{20, 20, 15, 45} << precise << true;
}

void TestThemeLearner::isNoBetterThanTheRuleWhereItSaysTheSameOfAll()
{
    QFETCH(const Confusion, learned);
    QFETCH(const CutWish, wish);
    QFETCH(const bool, isBetter);
    LearnedLabel label;
    label.learned = learned;
    label.byRule = {5, 40, 30, 25};
    QCOMPARE(label.isBetterThanRule(wish), isBetter);
}

void TestThemeLearner::explainsByTheWordThatDidIt()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.95, 0.02}}, 7);
    const auto train = invented.stories(400);
    const HitFinder rules{Codebook{}};
    Progress progress;
    const ThemeModel model = valueOf(learnLabels(train, themes(1), rules, {}, progress)).model;
    const Tokens tokens = tokenise(u"invented4 invented7 staring invented9"_s);
    const auto explanation = model.explain(0, tokens, rules);
    QCOMPARE(std::max_element(explanation.words.begin(), explanation.words.end()) - explanation.words.begin(), 2);
    double logit = explanation.bias;
    for (const double word : explanation.words)
        logit += word;
    for (const auto &[label, weight] : explanation.hits)
        logit += weight;
    QVERIFY(std::abs(logistic(logit) - model.probabilities(tokens, rules).at(0)) < 1e-4); // nothing is left out
}

void TestThemeLearner::stopsWhenAsked()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 8);
    const auto train = invented.stories(100);
    Progress progress;
    progress.cancel();
    const auto learned = learnLabels(train, themes(1), HitFinder{Codebook{}}, {}, progress);
    QVERIFY(!learned);
    QCOMPARE(learned.error().kind, Error::Kind::Cancelled);
}

void TestThemeLearner::needsBothSides()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 1.0, 1.0}}, 9);
    const auto train = invented.stories(50);
    const auto learnable = checkLearnable(train, {Label::Kind::Theme, 0}, u"the theme “Staring”"_s);
    QVERIFY(!learnable);
    QVERIFY(learnable.error().message.contains(u"50 are coded by hand as having it and 0 as not"_s));
    QVERIFY(!checkLearnable(train, {Label::Kind::Theme, 1}, u"another"_s));
}

void TestThemeLearner::tellsContradictions()
{
    test::InventedThemes invented({{u"staring"_s, 0.5, 0.9, 0.05}}, 10);
    auto train = invented.stories(100);
    train.push_back(train.front());
    train.push_back(train.front());
    std::swap(train.back().present, train.back().absent);
    Progress progress;
    const Learned learned = valueOf(learnLabels(train, themes(1), HitFinder{Codebook{}}, {}, progress));
    QCOMPARE(learned.contradictions, 1);
    QVERIFY(learned.copies >= 2);
}

void TestThemeLearner::groupsCopies()
{
    NearCopies copies;
    const QString text = u"this invented story has some twenty words of which a copy may change one or two without "
                         "being another story at all"_s;
    copies.add(tokenise(text));
    copies.add(tokenise(u"something quite different that is invented too"_s));
    copies.add(tokenise(u"THIS "_s + text.mid(5) + u" https://example.org"_s));
    copies.add(tokenise(text + u" really"_s));
    copies.add(tokenise(u""_s));
    copies.add(tokenise(u""_s));
    QCOMPARE(copies.groups(), (std::vector<int>{0, 1, 0, 0, 2, 3}));
}

void TestThemeLearner::neverTearsAGroupApart()
{
    std::vector<int> groups;
    std::vector<quint64> kinds;
    for (int i = 0; i < 300; ++i) {
        groups.push_back(i / 3);
        kinds.push_back(static_cast<quint64>(i / 3 % 2));
    }
    const std::vector<int> folds = dealToFolds(groups, kinds, 5, 1);
    std::vector<int> sizes(5);
    std::vector<int> ofKind(5);
    for (size_t i = 0; i < folds.size(); ++i) {
        QCOMPARE(folds[i], folds[i / 3 * 3]);
        ++sizes[static_cast<size_t>(folds[i])];
        ofKind[static_cast<size_t>(folds[i])] += static_cast<int>(kinds[i]);
    }
    QCOMPARE(sizes, std::vector<int>(5, 60));
    QCOMPARE(ofKind, std::vector<int>(5, 30));
}

void TestThemeLearner::logisticFindsTheOdds()
{
    // Without a penalty the fit of one yes-or-no column is the table's own: 8 of 10 where 1, 3 of 10 where 0.
    std::vector<double> rows;
    std::vector<bool> present;
    for (int i = 0; i < 20; ++i) {
        rows.push_back(i < 10 ? 1 : 0);
        present.push_back(i < 8 || (i >= 10 && i < 13));
    }
    const RidgeLogistic fit = fitRidgeLogistic(rows, present, 0);
    QVERIFY(std::abs(fit.probability(std::vector<double>{1}) - 0.8) < 1e-6);
    QVERIFY(std::abs(fit.probability(std::vector<double>{0}) - 0.3) < 1e-6);
}

QTEST_APPLESS_MAIN(TestThemeLearner)
#include "tst_themelearner.moc"
