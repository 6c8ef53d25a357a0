#include "store/HashPlaces.h"
#include "store/HashSet.h"

#include <QTest>

#include <random>
#include <set>
#include <unordered_map>

using namespace tidemark;

class tst_hashednumbers : public QObject
{
    Q_OBJECT

private slots:
    void aSetHoldsWhatWasPutIntoIt();
    void aSetTakesEveryHash();
    void placesOfOneHashAreAllFound();
    void theyMayComeInTheOrderOfTheirHashes();
};

void tst_hashednumbers::aSetHoldsWhatWasPutIntoIt()
{
    std::mt19937_64 draw(1);
    std::set<quint64> expected;
    HashSet hashes;
    for (int i = 0; i < 100'000; ++i) {
        const quint64 hash = draw();
        expected.insert(hash);
        hashes.insert(hash);
        if (i % 3 == 0)
            hashes.insert(hash); // once more
    }
    QCOMPARE(hashes.size(), expected.size());
    QVERIFY(std::all_of(expected.begin(), expected.end(), [&](quint64 hash) { return hashes.contains(hash); }));
    std::mt19937_64 others(2);
    for (int i = 0; i < 100'000; ++i) {
        const quint64 hash = others();
        QCOMPARE(hashes.contains(hash), expected.contains(hash));
    }
    hashes.clear();
    QCOMPARE(hashes.size(), size_t(0));
    QVERIFY(!hashes.contains(*expected.begin()));
}

/// 0 marks an empty place, and hashes may lie as badly as they like.
void tst_hashednumbers::aSetTakesEveryHash()
{
    HashSet hashes;
    QVERIFY(!hashes.contains(0));
    constexpr quint64 greatest = ~quint64(0);
    for (quint64 i = 0; i < 1000; ++i) {
        hashes.insert(greatest - i);
        hashes.insert(i << 32);
    }
    for (quint64 i = 0; i < 1000; ++i) {
        QVERIFY(hashes.contains(greatest - i));
        QVERIFY(hashes.contains(i << 32));
    }
    QVERIFY(!hashes.contains(greatest - 1000));
}

/// As from an index. Without room for them each of the millions would be put at the end of one run, and the test be
/// ended by its runner.
void tst_hashednumbers::theyMayComeInTheOrderOfTheirHashes()
{
    constexpr quint32 count = 3'000'000;
    std::mt19937 draw(4);
    std::vector<quint32> hashes(count);
    for (quint32 &hash : hashes)
        hash = static_cast<quint32>(draw());
    std::sort(hashes.begin(), hashes.end());
    HashPlaces places;
    places.expect(count);
    for (quint32 i = 0; i < count; ++i)
        places.insert(hashes[i], i + 1);
    QCOMPARE(places.size(), size_t(count));
    for (quint32 i = 0; i < count; ++i)
        QVERIFY(places.find(hashes[i], [i](quint32 place) { return place == i + 1; }));
}

void tst_hashednumbers::placesOfOneHashAreAllFound()
{
    std::mt19937 draw(3);
    std::unordered_map<quint32, std::set<quint32>> expected;
    HashPlaces places;
    for (quint32 place = 1; place <= 50'000; ++place) {
        const quint32 hash = draw() & 0xfff00fff; // many share one
        expected[hash].insert(place);
        places.insert(hash, place);
    }
    QCOMPARE(places.size(), size_t(50'000));
    for (const auto &[hash, wanted] : expected) {
        std::set<quint32> found;
        const bool accepted = places.find(hash, [&](quint32 place) {
            found.insert(place);
            return false;
        });
        QVERIFY(!accepted);
        QVERIFY(found == wanted);
        const quint32 last = *wanted.rbegin();
        QVERIFY(places.find(hash, [last](quint32 place) { return place == last; }));
    }
}

QTEST_GUILESS_MAIN(tst_hashednumbers)

#include "tst_hashednumbers.moc"
