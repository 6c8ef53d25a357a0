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

void TestAgreement::saysNothingWhereNothingIsDefined()
{
    const Agreement same = agreement(table({u"111"_s, u"111"_s}), 1);
    QCOMPARE(same.percent, 1.0);
    QVERIFY(!same.kappa && !same.alpha && !same.alphaInterval);
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
    QCOMPARE(found.kappa.has_value(), coders.size() == 2);
    if (found.kappa)
        QVERIFY(std::abs(*found.kappa - expected.at(2).toDouble()) < 1e-9);
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
