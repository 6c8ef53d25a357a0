#include "index/BitWords.h"
#include "index/Bitset.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <vector>

using namespace tidemark;

namespace {

using Plain = std::vector<bool>;

Bitset bitsOf(const Plain &plain)
{
    Bitset bits(static_cast<qint64>(plain.size()));
    for (size_t i = 0; i < plain.size(); ++i) {
        if (plain[i])
            bits.insert(static_cast<qint64>(i));
    }
    return bits;
}

Plain randomPlain(QRandomGenerator &random, size_t size)
{
    Plain plain(size);
    const int density = random.bounded(1, 11);
    for (size_t i = 0; i < size; ++i)
        plain[i] = random.bounded(11) < density;
    return plain;
}

} // namespace

class tst_bitset : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithPlainLoops_data();
    void agreesWithPlainLoops();
    void countsAlikeOnEveryProcessor();
    void movesStretches();
    void toleratesOtherSizes();
};

void tst_bitset::agreesWithPlainLoops_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 63, 64, 65, 127, 128, 129, 1000, 4096, 5001})
        QTest::addRow("%d", size) << size;
}

void tst_bitset::agreesWithPlainLoops()
{
    QFETCH(int, size);
    QRandomGenerator random(static_cast<quint32>(size));
    for (int round = 0; round < 20; ++round) {
        const auto length = static_cast<size_t>(size);
        const Plain a = randomPlain(random, length);
        const Plain b = randomPlain(random, length);
        const int from = random.bounded(size + 1);
        const int until = random.bounded(size + 1);
        Plain both(length), either(length), without(length), contrary(length), filled = a;
        std::vector<qint64> inRange;
        qint64 count = 0;
        for (size_t i = 0; i < length; ++i) {
            const bool inside = static_cast<int>(i) >= from && static_cast<int>(i) < until;
            both[i] = a[i] && b[i];
            either[i] = a[i] || b[i];
            without[i] = a[i] && !b[i];
            contrary[i] = !a[i];
            filled[i] = a[i] || inside;
            count += a[i];
            if (inside && a[i])
                inRange.push_back(static_cast<qint64>(i));
        }
        const Bitset bits = bitsOf(a);
        QVERIFY((Bitset(bits) &= bitsOf(b)) == bitsOf(both));
        QVERIFY((Bitset(bits) |= bitsOf(b)) == bitsOf(either));
        QVERIFY(Bitset(bits).subtract(bitsOf(b)) == bitsOf(without));
        QVERIFY(Bitset(bits).complement() == bitsOf(contrary));
        Bitset range = bits;
        range.insertRange(from, until);
        QVERIFY(range == bitsOf(filled));
        QCOMPARE(bits.count(), count);
        QCOMPARE(bits.isEmpty(), count == 0);
        QCOMPARE(bits.count(from, until), static_cast<qint64>(inRange.size()));
        std::vector<qint64> visited;
        bits.forEach(from, until, [&](qint64 ordinal) { visited.push_back(ordinal); });
        QCOMPARE(visited, inRange);
    }
    QCOMPARE(Bitset(size, true).count(), size);
}

void tst_bitset::countsAlikeOnEveryProcessor()
{
    constexpr size_t most = 2048; // a block's
    QRandomGenerator random(3);
    std::vector<quint64> a(most), b(most);
    random.fillRange(a.data(), qsizetype(most));
    random.fillRange(b.data(), qsizetype(most));
    std::vector<qint64> own{0}, both{0}; // of the first so many words
    for (size_t i = 0; i < most; ++i) {
        own.push_back(own.back() + std::popcount(a[i]));
        both.push_back(both.back() + std::popcount(a[i] & b[i]));
    }
    const std::vector<BitWords> every = BitWords::usable();
    QVERIFY(!every.empty());
    for (const BitWords &loops : every) {
        for (size_t words = 0; words <= most; words += words < 300 ? 1 : 437) {
            QCOMPARE(loops.count(a.data(), words), own[words]);
            QCOMPARE(loops.countBoth(a.data(), b.data(), words), both[words]);
        }
        const std::vector<quint64> full(most, ~quint64(0));
        QCOMPARE(loops.count(full.data(), most), qint64(most * 64));
    }
}

void tst_bitset::movesStretches()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const Plain source = randomPlain(random, 300);
        Plain target = randomPlain(random, 300);
        const int count = random.bounded(300);
        const int from = random.bounded(300 - count + 1);
        const int to = random.bounded(300 - count + 1);
        Bitset moved = bitsOf(target);
        moveBits(bitsOf(source).words().data(), from, moved.words().data(), to, count);
        for (int i = 0; i < count; ++i) {
            if (source[static_cast<size_t>(from + i)])
                target[static_cast<size_t>(to + i)] = true;
        }
        QVERIFY(moved == bitsOf(target));
    }
}

void tst_bitset::toleratesOtherSizes()
{
    const Bitset large(200, true);
    const Bitset small(70, true);
    QCOMPARE((Bitset(large) &= small).count(), 70);
    QCOMPARE((Bitset(small) |= large), small);
    QCOMPARE(Bitset(large).subtract(small).count(), 130);
}

QTEST_APPLESS_MAIN(tst_bitset)
#include "tst_bitset.moc"
