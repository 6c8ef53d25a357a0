#include "index/BitWords.h"
#include "index/BlockSet.h"
#include "index/Columns.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace tidemark;

namespace {

constexpr qint64 size = 3 * BlockSet::blockSize + 1000;

using Plain = std::set<qint64>;

/// Few in the first block, many in the second, none in the third, some in the last.
Plain somePlain(QRandomGenerator &random)
{
    Plain plain;
    for (int i = 0; i < 100; ++i)
        plain.insert(random.bounded(int(BlockSet::blockSize)));
    for (int i = 0; i < 5000; ++i)
        plain.insert(BlockSet::blockSize + random.bounded(int(BlockSet::blockSize)));
    for (int i = 0; i < 200; ++i)
        plain.insert(3 * BlockSet::blockSize + random.bounded(1000));
    return plain;
}

BlockSet blocksOf(const Plain &plain)
{
    BlockSet set;
    for (const qint64 ordinal : plain)
        set.insert(ordinal);
    return set;
}

Plain plainOf(const BlockSet &set, qint64 ofSize = size)
{
    Bitset bits(ofSize);
    set.addTo(bits);
    Plain plain;
    bits.forEach([&](qint64 ordinal) { plain.insert(ordinal); });
    return plain;
}

/// Mostly equal or near, at times years further: in the middle of a stretch and at its edges.
std::vector<Instant> someInstants()
{
    QRandomGenerator random(6);
    std::vector<Instant> instants;
    Instant now = -4'000'000'000'000; // long before 1970
    for (int i = 0; i < 10'000; ++i) {
        if (i % 1500 == 700 || i % 2048 == 2047)
            now += 100'000'000'000;
        else
            now += random.bounded(3) == 0 ? random.bounded(5000) : 0;
        instants.push_back(now);
    }
    return instants;
}

} // namespace

class tst_blockset : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatWasPutIn();
    void aChangeCopiesOneBlock();
    void growsDenseAndKeepsEdges();
    void movesRuns();
    void sharesWhatStays();
    void loopsAgree();
    void columnsGiveBackWhatWentIn();
    void timesAreFoundAmongEquals();
    void timesAreTakenOverInPieces();
};

void tst_blockset::holdsWhatWasPutIn()
{
    QRandomGenerator random(1);
    const Plain plain = somePlain(random);
    const BlockSet set = blocksOf(plain);
    QCOMPARE(set.count(), qint64(plain.size()));
    QCOMPARE(plainOf(set), plain);
    QVERIFY(set.block(0) && set.block(0)->words.empty()); // listed
    QVERIFY(set.block(1) && !set.block(1)->words.empty());
    QVERIFY(!set.block(2));
    Bitset bits(size);
    for (const qint64 ordinal : plain)
        bits.insert(ordinal);
    QCOMPARE(plainOf(BlockSet(bits)), plain);
    QCOMPARE(BlockSet(bits).count(), set.count());
    for (qint64 ordinal = 0; ordinal < size; ordinal += 7)
        QCOMPARE(set.contains(ordinal), plain.contains(ordinal));
    QVERIFY(!set.contains(10 * BlockSet::blockSize));
    QVERIFY(BlockSet().isEmpty());
}

void tst_blockset::aChangeCopiesOneBlock()
{
    QRandomGenerator random(2);
    const Plain plain = somePlain(random);
    const BlockSet before = blocksOf(plain);
    BlockSet after = before;
    const qint64 changed = BlockSet::blockSize + 17;
    after.set(changed, !before.contains(changed));
    QCOMPARE(after.block(0), before.block(0));
    QVERIFY(after.block(1) != before.block(1));
    QCOMPARE(after.block(3), before.block(3));
    QVERIFY(after.contains(changed) != before.contains(changed));
    QCOMPARE(plainOf(before), plain);
    after.set(changed, before.contains(changed));
    QCOMPARE(plainOf(after), plain);
    BlockSet same = before;
    same.set(*plain.begin(), true); // nothing changes
    QCOMPARE(same.block(0), before.block(0));
}

void tst_blockset::growsDenseAndKeepsEdges()
{
    BlockSet set;
    Plain plain;
    const qint64 edges[]{0,       63, 64, BlockSet::blockSize - 1, BlockSet::blockSize, 2 * BlockSet::blockSize - 1,
                         size - 1};
    for (const qint64 ordinal : edges) {
        set.insert(ordinal);
        plain.insert(ordinal);
    }
    for (qint64 ordinal = 1000; ordinal < 1000 + 2 * qint64(BlockSet::mostListed); ordinal += 2) {
        set.insert(ordinal);
        set.insert(ordinal); // twice is once
        plain.insert(ordinal);
    }
    QCOMPARE(set.count(), qint64(plain.size()));
    QCOMPARE(plainOf(set), plain);
    QVERIFY(!set.block(0)->words.empty());
    for (const qint64 ordinal : edges)
        set.remove(ordinal);
    set.remove(5); // never was there
    for (const qint64 ordinal : edges)
        plain.erase(ordinal);
    QCOMPARE(plainOf(set), plain);
    QCOMPARE(set.count(), qint64(plain.size()));
}

void tst_blockset::movesRuns()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 20; ++round) {
        const Plain plain = somePlain(random);
        std::vector<OrdinalRun> runs;
        Plain expected;
        qint64 from = 0;
        qint64 to = 0;
        while (from < size) {
            const qint64 count = std::min<qint64>(size - from, 1 + random.bounded(200'000));
            runs.push_back({from, to, count});
            for (auto each = plain.lower_bound(from); each != plain.end() && *each < from + count; ++each)
                expected.insert(*each - from + to);
            from += count + random.bounded(100); // some leave
            to += count + random.bounded(100);   // and some come between
        }
        QCOMPARE(plainOf(blocksOf(plain).moved(runs), to + 1000), expected);
    }
}

void tst_blockset::sharesWhatStays()
{
    QRandomGenerator random(4);
    const BlockSet set = blocksOf(somePlain(random));
    // One story comes in the second block: the first stays as it is, the last two move.
    const qint64 place = BlockSet::blockSize + 5000;
    const std::vector<OrdinalRun> runs{{0, 0, place}, {place, place + 1, size - place}};
    const BlockSet moved = set.moved(runs);
    QCOMPARE(moved.block(0), set.block(0));
    QVERIFY(moved.block(1) != set.block(1));
    QCOMPARE(moved.count(), set.count());
}

void tst_blockset::loopsAgree()
{
    QRandomGenerator random(5);
    for (const size_t count : {0, 1, 7, 8, 9, 64, 1000, 2048}) {
        std::vector<quint64> a(count);
        std::vector<quint64> b(count);
        std::vector<quint64> both(count);
        std::vector<quint64> either(count);
        std::vector<quint64> without(count);
        qint64 inA = 0;
        qint64 inBoth = 0;
        for (size_t i = 0; i < count; ++i) {
            a[i] = random.generate64();
            b[i] = random.generate64() & random.generate64();
            both[i] = a[i] & b[i];
            either[i] = a[i] | b[i];
            without[i] = a[i] & ~b[i];
            for (int bit = 0; bit < 64; ++bit) {
                inA += qint64(a[i] >> bit & 1);
                inBoth += qint64(both[i] >> bit & 1);
            }
        }
        const BitWords &loops = BitWords::loops();
        QCOMPARE(loops.count(a.data(), count), inA);
        QCOMPARE(loops.countBoth(a.data(), b.data(), count), inBoth);
        std::vector<quint64> made = a;
        loops.intersect(made.data(), b.data(), count);
        QCOMPARE(made, both);
        made = a;
        loops.unite(made.data(), b.data(), count);
        QCOMPARE(made, either);
        made = a;
        loops.subtract(made.data(), b.data(), count);
        QCOMPARE(made, without);
    }
}

void tst_blockset::columnsGiveBackWhatWentIn()
{
    NumberColumn numbers;
    std::vector<qint64> expected;
    for (const qint64 number : {qint64(0), qint64(7), qint64(0xffff'ffff), qint64(0x1'0000'0000), qint64(-1)}) {
        numbers.append(number);
        expected.push_back(number);
        for (size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(numbers.at(qint64(i)), expected[i]);
    }
    NumberColumn zeros(3);
    zeros.set(1, 5);
    zeros.append(numbers, 3, 5);
    QCOMPARE(zeros.size(), 5);
    QCOMPARE(zeros.at(0), 0);
    QCOMPARE(zeros.at(1), 5);
    QCOMPARE(zeros.at(3), qint64(0x1'0000'0000));
    QCOMPARE(zeros.at(4), -1);
}

void tst_blockset::timesAreFoundAmongEquals()
{
    const std::vector<Instant> expected = someInstants();
    const Instant now = expected.back();
    TimeColumn times;
    for (const Instant instant : expected)
        times.append(instant);
    QCOMPARE(times.size(), qint64(expected.size()));
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(times.at(qint64(i)), expected[i]);
    for (size_t i = 0; i < expected.size(); i += 13) {
        for (const Instant instant : {expected[i] - 1, expected[i], expected[i] + 1}) {
            const auto first = std::ranges::lower_bound(expected, instant) - expected.begin();
            QCOMPARE(times.firstNotBefore(instant), first);
        }
    }
    QCOMPARE(times.firstNotBefore(now + 1), times.size());
    QCOMPARE(TimeColumn().firstNotBefore(0), 0);
}

/// As where stories come among others, or go.
void tst_blockset::timesAreTakenOverInPieces()
{
    const std::vector<Instant> instants = someInstants();
    TimeColumn times;
    for (const Instant instant : instants)
        times.append(instant);
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<Instant> expected;
        TimeColumn taken;
        for (size_t from = random.bounded(3000u); from < instants.size();) {
            const size_t until = std::min<size_t>(from + random.bounded(1u, 4000u), instants.size());
            expected.insert(expected.end(), instants.begin() + qsizetype(from),
                            instants.begin() + qsizetype(until));
            taken.append(times, qint64(from), qint64(until));
            if (random.bounded(2) == 0) { // a newcomer
                expected.push_back(instants[until - 1]);
                taken.append(instants[until - 1]);
            }
            from = until + (random.bounded(2) == 0 ? random.bounded(2000u) : 0u); // some go
        }
        QCOMPARE(taken.size(), qint64(expected.size()));
        for (size_t i = 0; i < expected.size(); ++i) {
            if (taken.at(qint64(i)) != expected[i])
                QCOMPARE(taken.at(qint64(i)), expected[i]);
        }
    }
}

QTEST_APPLESS_MAIN(tst_blockset)
#include "tst_blockset.moc"
