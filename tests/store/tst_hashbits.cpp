#include "store/HashBits.h"

#include <QTest>

#include <random>

using namespace tidemark;

class tst_hashbits : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSeenIsAlwaysKnown_data();
    void whatWasSeenIsAlwaysKnown();
    void littleElseIsTakenForIt();
};

void tst_hashbits::whatWasSeenIsAlwaysKnown_data()
{
    QTest::addColumn<size_t>("expected");
    QTest::newRow("none expected") << size_t{0};
    QTest::newRow("as many as come") << size_t{10'000};
    QTest::newRow("more than there are bits for") << size_t{200'000'000};
}

void tst_hashbits::whatWasSeenIsAlwaysKnown()
{
    QFETCH(size_t, expected);
    std::mt19937 draw(6);
    std::vector<quint32> hashes{0, 1, 0x7fff'ffff, 0x8000'0000, 0xffff'ffff};
    while (hashes.size() < 10'000)
        hashes.push_back(static_cast<quint32>(draw()));
    HashBits bits(expected);
    QVERIFY(std::none_of(hashes.begin(), hashes.end(), [&bits](quint32 hash) { return bits.mayHave(hash); }));
    for (const quint32 hash : hashes)
        bits.insert(hash);
    QVERIFY(std::all_of(hashes.begin(), hashes.end(), [&bits](quint32 hash) { return bits.mayHave(hash); }));
}

void tst_hashbits::littleElseIsTakenForIt()
{
    constexpr int count = 100'000;
    std::mt19937 draw(7);
    HashBits bits(count);
    for (int i = 0; i < count; ++i)
        bits.insert(static_cast<quint32>(draw()));
    int taken = 0;
    for (int i = 0; i < count; ++i)
        taken += bits.mayHave(static_cast<quint32>(draw())) ? 1 : 0;
    QVERIFY2(taken < count * 35 / 1000, qPrintable(QString::number(taken)));
}

QTEST_APPLESS_MAIN(tst_hashbits)
#include "tst_hashbits.moc"
