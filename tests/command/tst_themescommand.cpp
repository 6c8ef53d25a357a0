#include "command/Program.h"
#include "theme/Codebook.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Invented reports with two columns that say yes or no: each theme hangs on a word that its rule doesn't know.
QByteArray inventedReports()
{
    std::mt19937 random(1);
    QByteArray csv = "text,split,Ogling,Groping,Kind\n";
    for (int row = 0; row < 300; ++row) {
        const bool ogling = random() % 2 == 0;
        const bool groping = random() % 3 == 0;
        QByteArray text;
        for (int word = 0; word < 8; ++word)
            text += "invented" + QByteArray::number(static_cast<int>(random() % 150)) + ' ';
        text += ogling ? "glimmered " : "";
        text += groping ? "thrumbled " : "";
        csv += text + ',' + (row % 3 == 0 ? "test" : "train") + ',' + (ogling ? "1" : "0") + ','
            + (groping ? "1,support" : "0,commentary") + '\n';
    }
    return csv;
}

/// Invented stories of which one in five has a theme, whose word tells it in two cases of five: whoever makes the
/// fewest errors never says that it is there.
QByteArray inventedDoubts()
{
    std::mt19937 random(2);
    QByteArray csv = "text,Ogling\n";
    for (int row = 0; row < 400; ++row) {
        const bool said = random() % 2 == 0;
        csv += said ? "glimmered " : "";
        for (int word = 0; word < 8; ++word)
            csv += "invented" + QByteArray::number(static_cast<int>(random() % 150)) + ' ';
        csv += said && random() % 5 < 2 ? ",1\n" : ",0\n";
    }
    return csv;
}

} // namespace

/// `tidemark themes`: learning, judging and exchanging from the command line.
class TestThemesCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void saysWhatItDoesNotUnderstand_data();
    void saysWhatItDoesNotUnderstand();
    void evaluatesInTheJsonPromised_data();
    void evaluatesInTheJsonPromised();
    void evaluatesTheSameTwice();
    void triesBeforeItChanges();
    void trainsForTheBestF1UnlessAskedOtherwise_data();
    void trainsForTheBestF1UnlessAskedOtherwise();
    void namesWhatCantBeLearned();
    void trainsAndGoesBack();
    void explainsWhatWasLearned();
    void trainsAVoice();
    void tablesCountLikeFilters_data();
    void tablesCountLikeFilters();
    void tablesSayShares();
    void switchesLexicons();
    void exchangesCodebooks_data();
    void exchangesCodebooks();
    void writesACodebookToStandardOutput();
    void neverReplacesACollection();
    void aThemesIdIsAWord();
    void aDamagedCodebookChangesNothing();
    void agreementNeedsTwoCoders();
    void kappaOfThreeIsFleiss();
    void doubtsARuleByTheStoriesThatItReads();
    void voicesOfTwoCodersAreCompared();
    void earlierVersionsCanBeShown();
    void hasSeveralCodebooks();

private:
    [[nodiscard]] QByteArray count(const QString &filter) const
    {
        return m_program.ask(u"count"_s, {filter}).output.trimmed();
    }
    [[nodiscard]] test::Run themes(const QStringList &arguments) const
    {
        return m_program.ask(u"themes"_s, arguments);
    }

    test::Program m_program;
};

void TestThemesCommand::initTestCase()
{
    const test::Run imported = m_program.ask(u"import"_s, {m_program.write(u"reports.csv"_s, inventedReports())});
    QVERIFY2(imported.code == 0, imported.errors.constData());
    const test::Run labelled = themes(
        {u"label"_s, u"--from-columns"_s, u"Ogling,Groping"_s, u"--as"_s, u"ogling,groping"_s, u"--json"_s});
    QVERIFY2(labelled.code == 0, labelled.errors.constData());
    QCOMPARE(labelled.json().value(u"codings"_s).toInt(), 600);
}

void TestThemesCommand::saysWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::addRow("another word") << QStringList{u"dance"_s} << u"isn't understood"_s;
    QTest::addRow("a trial where there is none") << QStringList{u"recode"_s, u"--dry-run"_s} << u"--dry-run"_s;
    QTest::addRow("a trial of a switch")
        << QStringList{u"lexicon"_s, u"on"_s, u"de"_s, u"--dry-run"_s} << u"--dry-run"_s;
    QTest::addRow("a value where none belongs") << QStringList{u"list"_s, u"--json=no"_s} << u"--json"_s;
    QTest::addRow("a version beyond all numbers")
        << QStringList{u"show"_s, u"--version"_s, u"4294967297"_s} << u"--version"_s;
    QTest::addRow("a seed beyond all seeds")
        << QStringList{u"agreement"_s, u"--seed"_s, u"4294967296"_s} << u"--seed"_s;
    QTest::addRow("no test stories") << QStringList{u"evaluate"_s} << u"--test FILTER"_s;
    QTest::addRow("no training stories") << QStringList{u"evaluate"_s, u"--test"_s, u"x"_s} << u"--train FILTER"_s;
    QTest::addRow("another judge") << QStringList{u"evaluate"_s, u"--test"_s, u"x"_s, u"--by"_s, u"me"_s}
                                   << u"rule, model or both"_s;
    QTest::addRow("another cut") << QStringList{u"train"_s, u"--cut"_s, u"gold"_s} << u"--cut is accuracy"_s;
    QTest::addRow("an unknown theme") << QStringList{u"train"_s, u"--themes"_s, u"nowhere"_s}
                                      << u"no theme “nowhere”"_s;
    QTest::addRow("a theme nobody coded")
        << QStringList{u"train"_s, u"--themes"_s, u"workplace"_s} << u"0 are coded by hand as having it"_s;
    QTest::addRow("too few stories") << QStringList{u"train"_s, u"--filter"_s, u"nothinghasthis"_s}
                                     << u"at least 50"_s;
    QTest::addRow("nothing to judge") << QStringList{u"evaluate"_s, u"--by"_s, u"rule"_s, u"--test"_s,
                                                     u"nothinghasthis"_s}
                                      << u"No theme is coded by hand"_s;
    QTest::addRow("columns without themes")
        << QStringList{u"label"_s, u"--from-columns"_s, u"Ogling"_s} << u"as many themes"_s;
    QTest::addRow("a column that isn't there")
        << QStringList{u"label"_s, u"--from-columns"_s, u"Nowhere"_s, u"--as"_s, u"ogling"_s} << u"Nowhere"_s;
}

void TestThemesCommand::saysWhatItDoesNotUnderstand()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, words);
    const test::Run run = themes(arguments);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.says(words), run.errors.constData());
}

void TestThemesCommand::evaluatesInTheJsonPromised_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("cut");
    QTest::addColumn<double>("least");
    QTest::addRow("both") << u"both"_s << u"accuracy"_s << 0.95;
    QTest::addRow("the model alone") << u"model"_s << u"f1"_s << 0.95;
    QTest::addRow("the rules, which don't know the words") << u"rule"_s << u"accuracy"_s << 0.0;
}

void TestThemesCommand::evaluatesInTheJsonPromised()
{
    QFETCH(const QString, by);
    QFETCH(const QString, cut);
    QFETCH(const double, least);
    const test::Run run = themes({u"evaluate"_s, u"--train"_s, u"attr:split=train"_s, u"--test"_s,
                                  u"attr:split=test"_s, u"--by"_s, by, u"--cut"_s, cut, u"--json"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json.keys(),
             (QStringList{u"exact_match"_s, u"hamming_score"_s, u"macro_f1"_s, u"microseconds_per_story"_s,
                          u"themes"_s, u"train_seconds"_s}));
    const QJsonObject figures = json.value(u"themes"_s).toObject();
    QCOMPARE(figures.keys(), (QStringList{u"groping"_s, u"ogling"_s}));
    for (const QString &theme : figures.keys()) {
        const QJsonObject object = figures.value(theme).toObject();
        QCOMPARE(object.keys(),
                 (QStringList{u"accuracy"_s, u"f1"_s, u"precision"_s, u"recall"_s, u"support"_s, u"threshold"_s}));
        QVERIFY(object.value(u"accuracy"_s).toDouble() >= least && object.value(u"accuracy"_s).toDouble() <= 1);
        QCOMPARE(object.value(u"threshold"_s).isNull(), by == u"rule"_s);
        const QByteArray present
            = count((theme == u"ogling"_s ? u"attr:Ogling=1"_s : u"attr:Groping=1"_s) + u" attr:split=test"_s);
        QCOMPARE(object.value(u"support"_s).toInt(), present.toInt());
    }
    QVERIFY(json.value(u"hamming_score"_s).toDouble() >= least);
    QVERIFY(json.value(u"exact_match"_s).toDouble() <= json.value(u"hamming_score"_s).toDouble());
}

void TestThemesCommand::evaluatesTheSameTwice()
{
    const QStringList arguments{u"evaluate"_s, u"--train"_s,         u"attr:split=train"_s,
                                u"--test"_s,   u"attr:split=test"_s, u"--json"_s};
    QJsonObject once = themes(arguments).json();
    QJsonObject twice = themes(arguments).json();
    for (QJsonObject *run : {&once, &twice}) {
        run->remove(u"train_seconds"_s);
        run->remove(u"microseconds_per_story"_s);
    }
    QVERIFY(!once.isEmpty());
    QCOMPARE(once, twice);
}

void TestThemesCommand::triesBeforeItChanges()
{
    const QByteArray before = count(u"theme:ogling"_s);
    const test::Run run = themes({u"train"_s, u"--filter"_s, u"attr:split=train"_s, u"--dry-run"_s, u"--json"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    const QJsonObject ogling = run.json().value(u"themes"_s).toObject().value(u"ogling"_s).toObject();
    QVERIFY(ogling.value(u"better_than_rule"_s).toBool());
    QVERIFY(ogling.value(u"f1_interval"_s).toArray().at(0).toDouble() <= ogling.value(u"f1"_s).toDouble());
    QVERIFY(ogling.contains(u"difference"_s));
    QVERIFY(run.json().value(u"applied"_s).toArray().isEmpty());
    QCOMPARE(count(u"theme:ogling"_s), before);
}

void TestThemesCommand::trainsForTheBestF1UnlessAskedOtherwise_data()
{
    QTest::addColumn<QStringList>("cut");
    QTest::addColumn<bool>("findsMany");
    QTest::addRow("by itself") << QStringList() << true;
    QTest::addRow("for F1") << QStringList{u"--cut"_s, u"f1"_s} << true;
    QTest::addRow("for few errors") << QStringList{u"--cut"_s, u"accuracy"_s} << false;
}

void TestThemesCommand::trainsForTheBestF1UnlessAskedOtherwise()
{
    QFETCH(const QStringList, cut);
    QFETCH(const bool, findsMany);
    const test::Program program;
    QCOMPARE(program.ask(u"import"_s, {program.write(u"doubts.csv"_s, inventedDoubts())}).code, 0);
    QCOMPARE(program.ask(u"themes"_s, {u"label"_s, u"--from-columns"_s, u"Ogling"_s, u"--as"_s, u"ogling"_s}).code,
             0);
    const test::Run run = program.ask(u"themes"_s, QStringList{u"train"_s, u"--dry-run"_s, u"--json"_s} + cut);
    QVERIFY2(run.code == 0, run.errors.constData());
    const QJsonObject ogling = run.json().value(u"themes"_s).toObject().value(u"ogling"_s).toObject();
    QCOMPARE(ogling.value(u"recall"_s).toDouble() > 0.5, findsMany);
}

void TestThemesCommand::namesWhatCantBeLearned()
{
    const test::Program program;
    QByteArray csv = "text,Ogling,Groping,split\n";
    for (int row = 0; row < 60; ++row)
        csv += "invented" + QByteArray::number(row) + (row % 2 == 0 ? " glimmered,1,1," : " plain,0,1,")
            + (row % 3 == 0 ? "test\n" : "train\n");
    QCOMPARE(program.ask(u"import"_s, {program.write(u"sides.csv"_s, csv)}).code, 0);
    QCOMPARE(program
                 .ask(u"themes"_s,
                      {u"label"_s, u"--from-columns"_s, u"Ogling,Groping"_s, u"--as"_s, u"ogling,groping"_s})
                 .code,
             0);
    const test::Run said = program.ask(u"themes"_s, {u"train"_s, u"--dry-run"_s});
    QCOMPARE(said.code, 0);
    QVERIFY(said.output.contains("groping"));
    QVERIFY(said.output.contains("60 are coded by hand as having it and 0 as not having it"));
    const QJsonObject leftOut = program.ask(u"themes"_s, {u"train"_s, u"--dry-run"_s, u"--json"_s})
                                    .json()
                                    .value(u"left_out"_s)
                                    .toObject();
    QCOMPARE(leftOut.keys(), QStringList{u"groping"_s});
    // Nor is it passed over in silence where it is judged.
    const QStringList judging{u"evaluate"_s, u"--train"_s, u"attr:split=train"_s, u"--test"_s,
                              u"attr:split=test"_s};
    const QJsonObject told = program.ask(u"themes"_s, judging + QStringList{u"--json"_s}).json();
    QCOMPARE(told.value(u"left_out"_s).toObject().keys(), QStringList{u"groping"_s});
    const test::Run judged = program.ask(u"themes"_s, judging);
    QVERIFY2(judged.code == 0, judged.errors.constData());
    QVERIFY2(judged.output.contains("\ngroping: "), judged.output.constData());
}

void TestThemesCommand::trainsAndGoesBack()
{
    const QByteArray later = "text\nan invented12 story glimmered invented7 much later\n";
    QCOMPARE(m_program.ask(u"import"_s, {m_program.write(u"later.csv"_s, later)}).code, 0);
    QCOMPARE(count(u"theme:ogling much later"_s), "0");
    const test::Run trained = themes({u"train"_s, u"--filter"_s, u"attr:split=train"_s});
    QVERIFY2(trained.code == 0, trained.errors.constData());
    QVERIFY(trained.output.contains("Now coded by what was learned: ogling, groping"));
    QCOMPARE(count(u"theme:ogling much later"_s), "1");
    QCOMPARE(themes({u"recode"_s}).code, 0);
    QCOMPARE(count(u"theme:ogling much later"_s), "0");
}

void TestThemesCommand::explainsWhatWasLearned()
{
    const QByteArray later = "text\nan invented12 story glimmered at @glimmering in the park\n";
    QCOMPARE(m_program.ask(u"import"_s, {m_program.write(u"park.csv"_s, later)}).code, 0);
    QCOMPARE(themes({u"train"_s, u"--filter"_s, u"attr:split=train"_s, u"--themes"_s, u"ogling"_s}).code, 0);
    const QJsonObject listed = m_program.ask(u"list"_s, {u"--json"_s, u"glimmered park"_s}).json();
    const QString id = QString::number(listed.value(u"id"_s).toInt());
    const auto explained = [&] {
        const QJsonArray labels
            = m_program.ask(u"show"_s, {u"--explain"_s, u"--json"_s, id}).json().value(u"explained"_s).toArray();
        for (const auto &label : labels) {
            if (label[u"label"_s] == u"ogling"_s)
                return label.toObject();
        }
        return QJsonObject();
    };
    const QJsonObject ogling = explained();
    QCOMPARE(ogling.value(u"by"_s).toString(), u"model"_s);
    QVERIFY(ogling.value(u"probability"_s).toDouble() >= ogling.value(u"cut"_s).toDouble());
    QCOMPARE(ogling.value(u"for"_s).toArray().first().toString(), u"glimmered"_s);
    const QByteArray plain = m_program.ask(u"show"_s, {u"--explain"_s, id}).output;
    QVERIFY2(plain.contains("explained: ") && plain.contains("for glimmered"), plain.constData());
    QVERIFY(!m_program.ask(u"show"_s, {id}).output.contains("explained"));
    QCOMPARE(themes({u"recode"_s}).code, 0);
    QVERIFY(explained().isEmpty()); // its rule doesn't know the word
    const QByteArray byRule = m_program.ask(u"show"_s, {u"--explain"_s, u"--json"_s, id}).output;
    QVERIFY2(byRule.contains(R"("label":"voice:commentary","no_other_rule_holds":true)"), byRule.constData());
}

void TestThemesCommand::trainsAVoice()
{
    const QStringList voices{u"label"_s, u"--from-columns"_s, u"Kind"_s, u"--as"_s, u"voice"_s};
    QVERIFY(themes(voices).output.contains("300 codings were taken"));
    const QByteArray later = "text\nan invented12 story thrumbled invented7 rather late\n";
    QCOMPARE(m_program.ask(u"import"_s, {m_program.write(u"late.csv"_s, later)}).code, 0);
    QCOMPARE(count(u"voice:support rather late"_s), "0");
    const test::Run trained = themes({u"train"_s, u"--themes"_s, u"voice:support"_s});
    QVERIFY2(trained.code == 0, trained.errors.constData());
    QVERIFY(trained.output.contains("Now coded by what was learned: voice:support"));
    QCOMPARE(count(u"voice:support rather late"_s), "1");
    QCOMPARE(count(u"voice:support attr:Kind=commentary"_s), "0"); // a person's word holds
    QCOMPARE(themes({u"recode"_s, u"--themes"_s, u"voice:support"_s}).code, 0);
    QCOMPARE(count(u"voice:support rather late"_s), "0");
}

void TestThemesCommand::tablesCountLikeFilters_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("filter");
    QTest::addRow("another theme") << u"theme"_s << u"groping"_s << u"theme:groping"_s;
    QTest::addRow("a voice") << u"voice"_s << u"testimony"_s << u"voice:testimony"_s;
    QTest::addRow("a platform") << u"platform"_s << u"other"_s << u"platform:other"_s;
}

void TestThemesCommand::tablesCountLikeFilters()
{
    QFETCH(const QString, by);
    QFETCH(const QString, column);
    QFETCH(const QString, filter);
    const test::Run run = themes({u"table"_s, u"--by"_s, by, u"--filter"_s, u"attr:split=test"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    const QList<QByteArray> lines = run.output.split('\n');
    const qsizetype place = lines.first().trimmed().split(',').indexOf(column.toUtf8());
    for (const QByteArray &line : lines) {
        const QList<QByteArray> cells = line.trimmed().split(',');
        if (cells.first() == "ogling")
            QCOMPARE(cells.value(place, "0"), count(u"theme:ogling attr:split=test "_s + filter));
    }
}

void TestThemesCommand::tablesSayShares()
{
    const test::Run run = themes({u"table"_s, u"--by"_s, u"platform"_s, u"--share"_s, u"row"_s});
    QVERIFY2(run.code == 0, run.errors.constData());
    const QList<QByteArray> lines = run.output.split('\n');
    QCOMPARE(lines.at(0).trimmed(), "theme,all,other");
    QCOMPARE(lines.at(1).trimmed(), "all,1.000000,1.000000");
    QVERIFY(themes({u"table"_s, u"--share"_s, u"all"_s}).says(u"row or column"_s));
}

void TestThemesCommand::switchesLexicons()
{
    QVERIFY(themes({u"lexicon"_s}).output.contains("de  off"));
    const test::Run on = themes({u"lexicon"_s, u"on"_s, u"de"_s});
    QVERIFY2(on.code == 0, on.errors.constData());
    QVERIFY(on.output.contains("de  on   German (unmeasured)"));
    QVERIFY(on.output.contains("es  off"));
    QVERIFY(themes({u"lexicon"_s}).output.contains("de  on"));
    QVERIFY(themes({u"lexicon"_s, u"off"_s, u"de"_s}).output.contains("de  off"));
    QVERIFY(themes({u"lexicon"_s, u"on"_s, u"tlh"_s}).says(u"no lexicon for “tlh”"_s));
    QVERIFY(themes({u"lexicon"_s, u"loud"_s, u"de"_s}).says(u"on or off"_s));
}

void TestThemesCommand::exchangesCodebooks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("JSON") << u"book.json"_s;
    QTest::addRow("CSV") << u"book.csv"_s;
    QTest::addRow("REFI-QDA") << u"book.qdc"_s;
}

void TestThemesCommand::exchangesCodebooks()
{
    QFETCH(const QString, name);
    QCOMPARE(themes({u"export"_s, m_program.path(name)}).code, 0);
    QVERIFY(m_program.read(name).contains("Catcalling"));
    m_program.write(name, "somebody's work");
    const test::Run refused = themes({u"export"_s, m_program.path(name)});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.says(u"--overwrite"_s), refused.errors.constData());
    QCOMPARE(m_program.read(name), "somebody's work");
    QCOMPARE(themes({u"export"_s, m_program.path(name), u"--overwrite"_s}).code, 0);
    const test::Run same = themes({u"import"_s, m_program.path(name)});
    QVERIFY2(same.code == 0, same.errors.constData());
    QCOMPARE(same.output, "Nothing is new in it.\n"); // its own export brings nothing
}

void TestThemesCommand::writesACodebookToStandardOutput()
{
    const test::Run run = themes({u"export"_s, u"-"_s});
    QCOMPARE(run.code, 0);
    const auto codebook = codebookFromJson(run.output);
    QVERIFY(codebook);
    QVERIFY(codebook->theme(u"ogling"_s));
    QVERIFY(!QFileInfo::exists(u"-"_s));
    // And back from standard input.
    const test::Run same
        = m_program.run({u"themes"_s, u"--collection"_s, m_program.collection(), u"import"_s, u"-"_s},
                        {u"sh"_s, u"-c"_s, u"exec \"$@\" < \"$0\""_s, m_program.write(u"book"_s, run.output)});
    QVERIFY2(same.code == 0, same.errors.constData());
    QCOMPARE(same.output, "Nothing is new in it.\n");
    const QByteArray inPieces = R"((head -c 7 "$0"; sleep 1; tail -c +8 "$0") | "$@")";
    const test::Run piped
        = m_program.run({u"themes"_s, u"--collection"_s, m_program.collection(), u"import"_s, u"-"_s},
                        {u"sh"_s, u"-c"_s, QString::fromLatin1(inPieces), m_program.write(u"book"_s, run.output)});
    QVERIFY2(piped.code == 0, piped.errors.constData());
    QCOMPARE(piped.output, "Nothing is new in it.\n");
}

void TestThemesCommand::neverReplacesACollection()
{
    const test::Run run = themes({u"export"_s, m_program.collection(), u"--overwrite"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.says(u"c.tidemark"_s), run.errors.constData());
    QVERIFY(count(QString()) != "0");
    QCOMPARE(m_program.ask(u"check"_s).code, 0);
}

/// It stands in filters, in headings, and in a cell, where =1+1 would be reckoned.
void TestThemesCommand::aThemesIdIsAWord()
{
    for (const QByteArray &id : {"=1+1"_ba, "a;b"_ba, "-a"_ba, "a b"_ba}) {
        const QByteArray json = R"({"format":"story-codebook","format_version":1,"title":"Invented","language":"en",
            "themes":[{"id":")"
            + id + R"(","name":"Invented"}],"voices":[]})";
        const test::Run run = themes({u"import"_s, m_program.write(u"ids.json"_s, json)});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says(QString::fromUtf8(id)), run.errors.constData());
    }
}

void TestThemesCommand::aDamagedCodebookChangesNothing()
{
    const QByteArray before = themes({}).output;
    for (const QByteArray &damaged : {QByteArray("{\"format\":"), QByteArray("<CodeBook><Codes>"), QByteArray()}) {
        const test::Run run = themes({u"import"_s, m_program.write(u"damaged"_s, damaged)});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.says(u"damaged"_s), run.errors.constData());
    }
    const QByteArray twice = "name,definition\nNew,a\nnew,b\n";
    const test::Run run = themes({u"import"_s, m_program.write(u"twice.csv"_s, twice)});
    QVERIFY2(run.says(u"Two themes are named"_s), run.errors.constData());
    QCOMPARE(themes({}).output, before);
    const test::Run added
        = themes({u"import"_s, u"--dry-run"_s, m_program.write(u"new.csv"_s, "name,definition\nNew,a\n")});
    QCOMPARE(added.output, "+ new\n");
    QCOMPARE(themes({}).output, before);
}

void TestThemesCommand::agreementNeedsTwoCoders()
{
    QVERIFY(themes({u"agreement"_s}).says(u"by two coders"_s));
    QCOMPARE(
        themes({u"label"_s, u"--from-columns"_s, u"Ogling"_s, u"--as"_s, u"ogling"_s, u"--coder"_s, u"B"_s}).code,
        0);
    const QJsonObject json = themes({u"agreement"_s, u"--json"_s}).json();
    const QJsonObject ogling = json.value(u"themes"_s).toObject().value(u"ogling"_s).toObject();
    QCOMPARE(ogling.value(u"stories"_s).toInt(), 300);
    QCOMPARE(ogling.value(u"percent"_s).toDouble(), 1.0);
    QCOMPARE(ogling.value(u"kappa"_s).toDouble(), 1.0);
    QCOMPARE(ogling.value(u"kappa_by"_s).toString(), u"Cohen"_s);
    QCOMPARE(ogling.value(u"alpha"_s).toDouble(), 1.0);
}

void TestThemesCommand::kappaOfThreeIsFleiss()
{
    test::Program other;
    const QByteArray csv = "text,Ada,Bea,Cem\ninvented one,1,1,1\ninvented two,0,0,0\ninvented three,1,0,1\n"
                           "invented four,0,1,0\n";
    QCOMPARE(other.ask(u"import"_s, {other.write(u"reports.csv"_s, csv)}).code, 0);
    for (const QString &coder : {u"Ada"_s, u"Bea"_s, u"Cem"_s}) {
        const test::Run taken = other.ask(
            u"themes"_s, {u"label"_s, u"--from-columns"_s, coder, u"--as"_s, u"ogling"_s, u"--coder"_s, coder});
        QVERIFY2(taken.code == 0, taken.errors.constData());
    }
    const QJsonObject ogling = other.ask(u"themes"_s, {u"agreement"_s, u"--json"_s})
                                   .json()
                                   .value(u"themes"_s)
                                   .toObject()
                                   .value(u"ogling"_s)
                                   .toObject();
    QCOMPARE(ogling.value(u"coders"_s).toInt(), 3);
    QCOMPARE(ogling.value(u"kappa_by"_s).toString(), u"Fleiss"_s);
    QVERIFY(std::abs(ogling.value(u"kappa"_s).toDouble() - 1.0 / 3) < 1e-9); // 2/3 alike, 1/2 by chance
    QVERIFY(other.ask(u"themes"_s, {u"agreement"_s}).output.contains("Fleiss' kappa 0.333"));
}

void TestThemesCommand::doubtsARuleByTheStoriesThatItReads()
{
    test::Program other;
    QByteArray csv = "text,language,Silence\n";
    for (int row = 0; row < 20; ++row)
        csv += "an invented report with the word hushed " + QByteArray::number(row)
            + (row % 2 == 0 ? ",en,1\n" : ",es,0\n"); // what people say is not what the rule finds
    QCOMPARE(other.ask(u"import"_s, {u"--labels"_s, u"silence=Silence"_s, other.write(u"reports.csv"_s, csv)}).code,
             0);
    const auto rule = [&other](const QString &query) {
        return other.ask(u"themes"_s, {u"rule"_s, u"silence"_s, query}).output;
    };
    const QByteArray hushed = rule(u"hushed"_s);
    QVERIFY2(hushed.contains("It finds 10 of the 10 stories that rules read."), hushed.constData()); // in English
    QVERIFY(hushed.contains("10 entered and 0 left"));
    QVERIFY(hushed.contains("nearly every story"));
    QVERIFY(rule(u"\"hushed 4\""_s).contains("0 entered and 9 left"));
    const QByteArray whispered = rule(u"whispered"_s);
    QVERIFY2(whispered.contains("The rule finds no story"), whispered.constData());
}

void TestThemesCommand::voicesOfTwoCodersAreCompared()
{
    for (const QString &coder : {u"Ada"_s, u"Bea"_s}) {
        const test::Run taken
            = themes({u"label"_s, u"--from-columns"_s, u"Kind"_s, u"--as"_s, u"voice"_s, u"--coder"_s, coder});
        QVERIFY2(taken.code == 0, taken.errors.constData());
    }
    const QJsonObject voice
        = themes({u"agreement"_s, u"--themes"_s, u"voice"_s, u"--json"_s}).json().value(u"voice"_s).toObject();
    QCOMPARE(voice.value(u"stories"_s).toInt(), 300);
    QCOMPARE(voice.value(u"alpha"_s).toDouble(), 1.0);
    QVERIFY(themes({u"agreement"_s}).output.contains("voice: 300 stories"));
}

void TestThemesCommand::earlierVersionsCanBeShown()
{
    const auto versionIn
        = [](const QByteArray &line) { return QJsonDocument::fromJson(line).object().value("version"_L1).toInt(); };
    const int before = versionIn(themes({u"history"_s, u"--json"_s}).output.split('\n').constFirst());
    QVERIFY(before > 0);
    QCOMPARE(themes({u"rule"_s, u"silence"_s, u"hushed OR whispered"_s}).code, 0);
    const QList<QByteArray> history = themes({u"history"_s, u"--json"_s}).output.split('\n');
    QCOMPARE(versionIn(history.at(0)), before + 1);
    QCOMPARE(versionIn(history.at(1)), before);
    QVERIFY(history.at(0).contains("Change theme"));

    const QString version = QString::number(before);
    const QByteArray then = themes({u"show"_s, u"silence"_s, u"--version"_s, version}).output;
    QVERIFY(then.contains("Rule: ") && !then.contains("hushed"));
    QVERIFY(themes({u"show"_s, u"silence"_s}).output.contains("hushed"));
    const auto whole = codebookFromJson(themes({u"show"_s, u"--version"_s, version, u"--json"_s}).output);
    QVERIFY(whole);
    QCOMPARE(whole->version, before);
    // A name that changes raises no version.
    const QString file = m_program.write(u"named.csv"_s, "name,definition\nSilence,Invented anew.\n");
    const test::Run renamed = themes({u"import"_s, file});
    QVERIFY2(renamed.code == 0, renamed.errors.constData());
    const QString now = QString::number(before + 1);
    const QByteArray numbered = themes({u"history"_s}).output;
    QVERIFY2(numbered.contains(now.toUtf8() + ".2  ") && numbered.contains(now.toUtf8() + ".1  "),
             numbered.constData());
    const auto silence = [&](const QString &number) {
        return themes({u"show"_s, u"silence"_s, u"--version"_s, number}).output;
    };
    QVERIFY(!silence(now + u".1"_s).contains("Invented anew."));
    QVERIFY(silence(now + u".2"_s).contains("Invented anew."));
    QCOMPARE(silence(now), silence(now + u".2"_s)); // the last of them
    QCOMPARE(themes({u"show"_s, u"--version"_s, now + u".3"_s}).code, 2);

    const test::Run missing = themes({u"show"_s, u"--version"_s, u"99"_s});
    QCOMPARE(missing.code, 2);
    QVERIFY(missing.errors.contains("has no version 99"));
}

void TestThemesCommand::hasSeveralCodebooks()
{
    const auto codebooks = [this](const QStringList &words) { return themes(QStringList{u"codebooks"_s} + words); };
    const QByteArray stories = count(u"theme:ogling"_s);
    const QString first = codebooks({u"--json"_s}).json().value(u"name"_s).toString();
    QVERIFY(!first.isEmpty());
    const QString file = m_program.write(u"pilot.csv"_s, "name,definition\nPilots,Invented.\n");
    const test::Run added = codebooks({u"add"_s, u"Pilot"_s, file});
    QVERIFY2(added.code == 0, added.errors.constData());
    QVERIFY(added.output.contains("  Pilot (themes: 1"));
    QVERIFY(codebooks({u"add"_s, u"pilot"_s}).says(u"named “pilot” already"_s));
    QCOMPARE(codebooks({u"add"_s, u"Copy"_s, u"--codebook"_s, u"Pilot"_s}).code, 0);
    QCOMPARE(codebooks({u"rename"_s, u"Copy"_s, u"Second"_s}).code, 0);
    QVERIFY(codebooks({u"rename"_s, u"Copy"_s, u"Third"_s}).says(u"no codebook named “Copy”"_s));
    QCOMPARE(codebooks({u"use"_s, u"Pilot"_s}).code, 0);
    QVERIFY(themes({}).output.contains("pilots"));
    QVERIFY(count(u"theme:ogling"_s) != stories);
    QCOMPARE(themes({u"export"_s, m_program.path(u"old.json"_s), u"--codebook"_s, first}).code, 0);
    QVERIFY(m_program.read(u"old.json"_s).contains("Catcalling"));
    QVERIFY(codebooks({u"remove"_s, u"Pilot"_s}).says(u"is in force"_s));
    QVERIFY(codebooks({u"remove"_s, u"Second"_s}).says(u"Say --yes"_s));
    QCOMPARE(codebooks({u"remove"_s, u"Second"_s, u"--yes"_s}).code, 0);
    QVERIFY(codebooks({u"dance"_s, u"Second"_s}).says(u"codebooks add NAME"_s));
    QCOMPARE(codebooks({u"use"_s, first}).code, 0);
    QCOMPARE(count(u"theme:ogling"_s), stories);
    QVERIFY(!codebooks({}).output.contains("Second"));
}

QTEST_GUILESS_MAIN(TestThemesCommand)
#include "tst_themescommand.moc"
