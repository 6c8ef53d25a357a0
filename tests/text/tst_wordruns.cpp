#include "text/WordRuns.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

// Invented, like every text here.
const QString call = u"if every woman who was ever followed home wrote these two words then people would see how "
                     "many of us there are"_s;

double likeness(const QString &a, const QString &b)
{
    return shared(wordRuns(tokenise(a)), wordRuns(tokenise(b)));
}

size_t alike(const TextSketch &a, const TextSketch &b)
{
    size_t count = 0;
    for (size_t i = 0; i < a.size(); ++i)
        count += a[i] == b[i] ? 1 : 0;
    return count;
}

} // namespace

class TestWordRuns final : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatTextsShare();
    void leavesOutNamesLinksAndCase();
    void findsSharesAsOftenAsItSays();
    void staysAsCollectionsHaveIt();
    void takesShortTextsForNobodysCopies();
};

void TestWordRuns::countsWhatTextsShare()
{
    // Seven words are five runs; another last word changes one of them: four of six are shared.
    QCOMPARE(likeness(u"one two three four five six seven"_s, u"one two three four five six eight"_s), 4.0 / 6);
    QCOMPARE(likeness(call, call), 1.0);
    QCOMPARE(likeness(call, u"nothing of that kind was said here by anybody"_s), 0.0);
    QCOMPARE(likeness(u""_s, u""_s), 0.0);
    QCOMPARE(likeness(u"me too"_s, u"Me too!"_s), 1.0);
}

void TestWordRuns::leavesOutNamesLinksAndCase()
{
    QCOMPARE(likeness(call, u"@someone "_s + call.toUpper() + u" https://example.org/1"_s), 1.0);
}

void TestWordRuns::findsSharesAsOftenAsItSays()
{
    // Runs by themselves, drawn so that two sets share seven in ten; one of six numbers is alike with the
    // probability 1 - (1 - 0.7^3)^6 = 0.92. A thousand tries stray from that by 0.009; four times that is allowed.
    QRandomGenerator64 random(7);
    int found = 0;
    for (int tries = 0; tries < 1000; ++tries) {
        WordRuns a;
        WordRuns b;
        for (int i = 0; i < 100; ++i) {
            const quint64 run = random.generate();
            if (i < 85)
                a.push_back(run);
            if (i >= 15)
                b.push_back(run);
        }
        found += alike(sketchOf(a), sketchOf(b)) > 0 ? 1 : 0;
    }
    QVERIFY2(std::abs(found / 1000.0 - 0.92) < 0.036, qPrintable(QString::number(found)));
}

void TestWordRuns::staysAsCollectionsHaveIt()
{
    // Collections hold these numbers: whoever changes them has to sketch every story anew.
    // What is expected was worked out by a script in another language.
    QCOMPARE(sketchOf({1, 2, 3}), sketchOf({3, 2, 1}));
    const TextSketch sketch = sketchOf(wordRuns(tokenise(u"the same words give the same numbers for ever"_s)));
    QCOMPARE(sketch, (TextSketch{2652106983, 4238098955, 693132424, 3207105185, 256506351, 3988960570}));
}

void TestWordRuns::takesShortTextsForNobodysCopies()
{
    QVERIFY(!canBeCopied(tokenise(u"#MeToo me too @friend"_s)));
    QVERIFY(!canBeCopied(tokenise(u""_s)));
    QVERIFY(canBeCopied(tokenise(call)));
}

QTEST_GUILESS_MAIN(TestWordRuns)
#include "tst_wordruns.moc"
