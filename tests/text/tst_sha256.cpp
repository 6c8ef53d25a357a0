#include "text/Sha256.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class TestSha256 : public QObject
{
    Q_OBJECT

private slots:
    void givesThePublishedDigests_data();
    void givesThePublishedDigests();
    void isTheSameInPieces();
    void goesOnFromACopy();
    void givesThePublishedKeyedDigests_data();
    void givesThePublishedKeyedDigests();
};

/// NIST's examples for FIPS 180-4.
void TestSha256::givesThePublishedDigests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("digest");
    QTest::addRow("nothing") << QByteArray()
                             << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba;
    QTest::addRow("abc") << "abc"_ba
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
    QTest::addRow("a million") << QByteArray(1'000'000, 'a')
                               << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_ba;
}

void TestSha256::givesThePublishedDigests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, digest);
    QCOMPARE(Sha256::of(bytes).toHex(), digest);
}

void TestSha256::isTheSameInPieces()
{
    const QByteArray bytes(1000, 'x');
    for (const qsizetype size : {1, 63, 64, 65, 999}) {
        Sha256 hash;
        for (qsizetype at = 0; at < bytes.size(); at += size)
            hash.add(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
        QCOMPARE(hash.result(), Sha256::of(bytes));
    }
}

void TestSha256::goesOnFromACopy()
{
    Sha256 begun;
    begun.add("ab");
    Sha256 copy(begun);
    copy.add("c");
    QCOMPARE(copy.result(), Sha256::of("abc"));
    begun.add("d");
    QCOMPARE(begun.result(), Sha256::of("abd"));
}

/// RFC 4231, cases 1, 2 and 6.
void TestSha256::givesThePublishedKeyedDigests_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    QTest::addRow("a short key") << QByteArray(20, '\x0b') << "Hi There"_ba
                                 << "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"_ba;
    QTest::addRow("a shorter key") << "Jefe"_ba
                                   << "what do ya want for nothing?"_ba
                                   << "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_ba;
    QTest::addRow("a key longer than a block")
        << QByteArray(131, '\xaa') << "Test Using Larger Than Block-Size Key - Hash Key First"_ba
        << "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"_ba;
}

void TestSha256::givesThePublishedKeyedDigests()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, digest);
    const KeyedSha256 keyed(key);
    QCOMPARE(keyed.of(message).toHex(), digest);
    QCOMPARE(keyed.of(message).toHex(), digest);
}

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
