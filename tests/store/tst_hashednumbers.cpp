#include "store/HashPlaces.h"

#include <QTest>

#include <random>
#include <set>
#include <unordered_map>

using namespace tidemark;

class tst_hashednumbers : public QObject
{
    Q_OBJECT

private slots:
    void placesOfOneHashAreAllFound();
    void allAreGivenInTheOrderOfTheirHashes();
};

void tst_hashednumbers::allAreGivenInTheOrderOfTheirHashes()
{
    std::mt19937 draw(5);
    HashPlaces places;
    std::set<std::pair<quint32, quint32>> expected;
    for (quint32 place = 1; place <= 20'000; ++place) {
        const auto hash = static_cast<quint32>(draw());
        places.insert(hash, place);
        expected.emplace(hash, place);
    }
    std::vector<std::pair<quint32, quint32>> given;
    for (size_t part = 0; part < HashPlaces::parts; ++part) {
        for (const HashPlaces::Entry &entry : places.part(part))
            given.emplace_back(entry.hash, entry.place);
    }
    QVERIFY(std::is_sorted(given.begin(), given.end()));
    QVERIFY(std::equal(given.begin(), given.end(), expected.begin(), expected.end()));
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
