#include "theme/Agreement.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Answers as a table: a row for each coder, a column for each story, a dot where nothing was said.
QVector<CoderAnswer> table(const QStringList &coders)
{
    QVector<CoderAnswer> answers;
    for (qsizetype coder = 0; coder < coders.size(); ++coder) {
        for (qsizetype unit = 0; unit < coders.at(coder).size(); ++unit) {
            if (const QChar cell = coders.at(coder).at(unit); cell != u'.')
                answers.append({unit, static_cast<int>(coder), cell.digitValue()});
        }
    }
    return answers;
}

// Written anew from the definitions, in another language and another way: pairs instead of counts.
const char *const python = R"(
import sys, itertools
rows = [line.strip() for line in sys.stdin]
units = [[(c, r[u]) for c, r in enumerate(rows) if r[u] != '.'] for u in range(len(rows[0]))]
units = [u for u in units if len(u) > 1]
values = [v for u in units for _, v in u]
n = len(values)
observed = sum(sum(a != b for (_, a), (_, b) in itertools.permutations(u, 2)) / (len(u) - 1) for u in units) / n
expected = sum(a != b for a, b in itertools.permutations(values, 2)) / (n * (n - 1))
pairs = [a == b for u in units for (_, a), (_, b) in itertools.combinations(u, 2)]
print(1 - observed / expected, sum(pairs) / len(pairs))
if len(rows) > 2: # Fleiss, by probabilities of drawing an answer and another one from a story drawn
    p = sum(sum(a == b for (_, a), (_, b) in itertools.permutations(u, 2)) / (len(u) * (len(u) - 1)) for u in units)
    p /= len(units)
    e = sum((sum(sum(v == k for _, v in u) / len(u) for u in units) / len(units)) ** 2 for k in set(values))
    print((p - e) / (1 - e))
if len(rows) == 2:
    both = [(u[0][1], u[1][1]) for u in units]
    p = sum(a == b for a, b in both) / len(both)
    e = sum(sum(a == k for a, _ in both) * sum(b == k for _, b in both) for k in set(values)) / len(both) ** 2
    print((p - e) / (1 - e))
)";

} // namespace

/// Agreement against published examples and against another implementation.
class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void alphaAsPublished();
    void kappaByHand();
    void kappaOfManyAsPublished();
    void kappaOfThreeByHand();
    void saysNothingWhereNothingIsDefined();
    void agreesWithAnotherImplementation_data();
    void agreesWithAnotherImplementation();
    void findsTheDisagreements();
    void drawsTheSameIntervalTwice();
};

void TestAgreement::alphaAsPublished()
{
    // Krippendorff 2011, section C: four observers, twelve units, nominal: 0.743.
    const Agreement four
        = agreement(table({u"123321412..."_s, u"1233224125.3"_s, u".3332342251."_s, u"12332441251."_s}), 1);
    QVERIFY2(four.alpha && std::abs(*four.alpha - 0.743) < 0.0005, qPrintable(QString::number(*four.alpha)));
    // Section A: two observers, ten units, binary, with the coincidences 10, 4, 4, 2: 0.095.
    const Agreement two = agreement(table({u"0100000000"_s, u"1110010010"_s}), 1);
    QVERIFY(two.alpha && std::abs(*two.alpha - 0.095) < 0.0005);
}

void TestAgreement::kappaByHand()
{
    // 20 said yes by both, 15 no by both, 5 and 10 apart: (0.7 - 0.5) / (1 - 0.5).
    const Agreement two
        = agreement(table({QString(25, u'1') + QString(25, u'0'),
                           QString(20, u'1') + QString(5, u'0') + QString(10, u'1') + QString(15, u'0')}),
                    1);
    QCOMPARE(two.units, 50);
    QCOMPARE(two.percent, 0.7);
    QVERIFY(two.kappa && std::abs(*two.kappa - 0.4) < 1e-12);
}

void TestAgreement::kappaOfManyAsPublished()
{
    // The worked example of Fleiss' kappa that textbooks print: ten subjects, fourteen raters, five answers: 0.210.
    const int counts[][5] = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
                             {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
    QVector<CoderAnswer> answers;
    for (qint64 unit = 0; unit < 10; ++unit) {
        int coder = 0;
        for (int answer = 0; answer < 5; ++answer) {
            for (int i = 0; i < counts[unit][answer]; ++i)
                answers.append({unit, coder++, answer});
        }
    }
    const Agreement fourteen = agreement(answers, 1);
    QVERIFY(fourteen.isFleissKappa());
    QVERIFY2(std::abs(fourteen.kappa.value() - 0.210) < 0.0005, qPrintable(QString::number(*fourteen.kappa)));
}

void TestAgreement::kappaOfThreeByHand()
{
    // Of four stories two are coded alike by all, two with one apart, which is a third of their pairs: observed
    // (1 + 1 + 1/3 + 1/3) / 4 = 2/3; by chance half each, 1/2.
    const Agreement three = agreement(table({u"1010"_s, u"1001"_s, u"1010"_s}), 1);
    QVERIFY(std::abs(three.kappa.value() - 1.0 / 3) < 1e-12);
    // A story that two coded counts as much as one that three did: observed (1 + 1 + 1/3 + 0) / 4 = 7/12; present
    // (1 + 0 + 2/3 + 1/2) / 4 = 13/24, so by chance (13 * 13 + 11 * 11) / 24 / 24 = 145/288.
    const Agreement withGap = agreement(table({u"1010"_s, u"1001"_s, u"101."_s}), 1);
    QVERIFY(std::abs(withGap.kappa.value() - (7.0 / 12 - 145.0 / 288) / (1 - 145.0 / 288)) < 1e-12);
}

void TestAgreement::saysNothingWhereNothingIsDefined()
{
    const Agreement same = agreement(table({u"111"_s, u"111"_s}), 1);
    QCOMPARE(same.percent, 1.0);
    QVERIFY(!same.kappa && !same.alpha && !same.alphaInterval);
    QVERIFY(!agreement(table({u"111"_s, u"111"_s, u"111"_s}), 1).kappa);
    const Agreement alone = agreement(table({u"10."_s, u"..1"_s}), 1);
    QCOMPARE(alone.units, 0);
    QVERIFY(!alone.kappa && !alone.alpha);
}

void TestAgreement::agreesWithAnotherImplementation_data()
{
    QTest::addColumn<QStringList>("coders");
    QRandomGenerator random(1);
    for (int coders = 2; coders <= 4; ++coders) {
        QStringList rows;
        for (int coder = 0; coder < coders; ++coder) {
            QString row;
            for (int unit = 0; unit < 60; ++unit) {
                const bool slip = random.bounded(4) == 0;
                row += random.bounded(7) == 0 && coders > 2 ? u'.' : QChar(u'0' + (slip ? 1 : unit % 2));
            }
            rows << row;
        }
        QTest::addRow("%d coders", coders) << rows;
    }
}

void TestAgreement::agreesWithAnotherImplementation()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not installed");
    QFETCH(const QStringList, coders);
    QProcess process;
    process.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(python)});
    process.write(coders.join(u'\n').toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const QList<QByteArray> expected = process.readAllStandardOutput().simplified().split(' ');
    QVERIFY2(expected.size() >= 2, process.readAllStandardError().constData());
    const Agreement found = agreement(table(coders), 1);
    QVERIFY(std::abs(found.alpha.value() - expected.at(0).toDouble()) < 1e-9);
    QVERIFY(std::abs(found.percent - expected.at(1).toDouble()) < 1e-9);
    QCOMPARE(found.isFleissKappa(), coders.size() > 2);
    QVERIFY(std::abs(found.kappa.value() - expected.at(2).toDouble()) < 1e-9);
    QVERIFY(found.alphaInterval && found.alphaInterval->from <= *found.alpha
            && *found.alpha <= found.alphaInterval->to);
}

void TestAgreement::findsTheDisagreements()
{
    QCOMPARE(disagreements(table({u"101."_s, u"1001"_s})), QVector<qint64>{2});
}

void TestAgreement::drawsTheSameIntervalTwice()
{
    const auto answers = table({u"110100110"_s, u"100100111"_s});
    const Agreement once = agreement(answers, 7);
    const Agreement twice = agreement(answers, 7);
    QCOMPARE(once.alphaInterval->from, twice.alphaInterval->from);
    QCOMPARE(once.alphaInterval->to, twice.alphaInterval->to);
}

QTEST_APPLESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
