#include "source/Decompression.h"

#include <QRandomGenerator>
#include <QTest>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr qsizetype contentSize = 700'000;

QByteArray content()
{
    QRandomGenerator random(5);
    QByteArray bytes;
    while (bytes.size() < contentSize)
        bytes += "line " + QByteArray::number(random.generate()) + '\n';
    return bytes;
}

QByteArray gzipped(QByteArray from)
{
    QByteArray to(from.size() + 1000, Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(from.data());
    stream.avail_in = uInt(from.size());
    stream.next_out = reinterpret_cast<Bytef *>(to.data());
    stream.avail_out = uInt(to.size());
    deflate(&stream, Z_FINISH);
    to.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return to;
}

QByteArray bzipped(QByteArray from)
{
    QByteArray to(from.size() + 10'000, Qt::Uninitialized);
    auto size = unsigned(to.size());
    BZ2_bzBuffToBuffCompress(to.data(), &size, from.data(), unsigned(from.size()), 1, 0, 0);
    return to.first(qsizetype(size));
}

QByteArray xzed(const QByteArray &from)
{
    QByteArray to(from.size() + 10'000, Qt::Uninitialized);
    size_t size = 0;
    lzma_easy_buffer_encode(1, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const uint8_t *>(from.data()),
                            size_t(from.size()), reinterpret_cast<uint8_t *>(to.data()), &size, size_t(to.size()));
    return to.first(qsizetype(size));
}

QByteArray zstded(const QByteArray &from)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray to(qsizetype(ZSTD_compressBound(size_t(from.size()))), Qt::Uninitialized);
    const size_t size
        = ZSTD_compress2(context.get(), to.data(), size_t(to.size()), from.data(), size_t(from.size()));
    return to.first(qsizetype(size));
}

struct Given
{
    QByteArray bytes;
    QString error;
};

Given everythingIn(const QByteArray &compressed)
{
    const auto stream = openBytes(compressed);
    Given given;
    std::array<char, 7919> buffer{};
    while (true) {
        const auto count = stream->read(buffer);
        if (!count)
            given.error = count.error().message;
        if (!count || *count == 0)
            return given;
        given.bytes.append(buffer.data(), qsizetype(*count));
    }
}

} // namespace

class TestCompression final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhole_data() { kinds(); }
    void readsWhole();
    void givesAllThatComesBeforeTheBreak_data() { kinds(); }
    void givesAllThatComesBeforeTheBreak();
    void givesABeginningOfWhatIsCutAnywhere_data() { kinds(); }
    void givesABeginningOfWhatIsCutAnywhere();
    void readsStreamsOneAfterTheOther_data() { kinds(); }
    void readsStreamsOneAfterTheOther();

private:
    static void kinds()
    {
        QTest::addColumn<QByteArray>("compressed");
        QTest::newRow("gz") << gzipped(content());
        QTest::newRow("bz2") << bzipped(content());
        QTest::newRow("xz") << xzed(content());
        QTest::newRow("zst") << zstded(content());
    }
};

void TestCompression::readsWhole()
{
    QFETCH(QByteArray, compressed);
    const Given given = everythingIn(compressed);
    QVERIFY(given.bytes == content());
    QCOMPARE(given.error, QString());
}

void TestCompression::givesAllThatComesBeforeTheBreak()
{
    QFETCH(QByteArray, compressed);
    const Given given = everythingIn(compressed.chopped(1)); // a part of the checksum
    QVERIFY(given.bytes == content());
    QVERIFY(given.error.contains(u"it ends too early"_s));
}

void TestCompression::givesABeginningOfWhatIsCutAnywhere()
{
    QFETCH(QByteArray, compressed);
    constexpr qsizetype largestBlock = 256 * 1024; // of what any of the four holds back
    for (const qsizetype cut : {compressed.size() / 2, compressed.size() * 9 / 10}) {
        const Given given = everythingIn(compressed.first(cut));
        QVERIFY(content().startsWith(given.bytes));
        QVERIFY(given.bytes.size() > content().size() * cut / compressed.size() - largestBlock);
        QVERIFY(!given.error.isEmpty());
    }
}

void TestCompression::readsStreamsOneAfterTheOther()
{
    QFETCH(QByteArray, compressed);
    const Given given = everythingIn(compressed + compressed);
    QVERIFY(given.bytes == content() + content());
    QCOMPARE(given.error, QString());
}

QTEST_GUILESS_MAIN(TestCompression)
#include "tst_compression.moc"
