// One file: four streams that differ in their libraries alone, each written like the others.
#include "source/Decompression.h"

#include <QCoreApplication>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int usualWindowLog = 27; // the library's own default
constexpr int largeWindowLog = 31;
constexpr uint64_t mostXzMemory = uint64_t(1) << 30;

Error broken(const QString &name, const QString &detail)
{
    return {Error::Kind::Damaged,
            QCoreApplication::translate("ByteStream",
                                        "%1 is damaged or cut off: the compressed data can't be read any further "
                                        "(%2). What came before is kept; get the file again for the rest.")
                .arg(name, detail)};
}

/// Reads the compressed bytes piece by piece and remembers a failure until what came before it was given.
class Decompressor : public ByteStream
{
public:
    Decompressor(std::unique_ptr<ByteStream> compressed, QString name)
        : m_name(std::move(name)), m_compressed(std::move(compressed)), m_input(size_t(256) * 1024)
    {
    }

    Result<qint64> read(std::span<char> buffer) final
    {
        if (m_failure)
            return *m_failure;
        const qint64 count = produce(buffer);
        if (count == 0 && m_failure)
            return *m_failure;
        return count;
    }

    [[nodiscard]] qint64 consumed() const final { return m_compressed->consumed(); }
    [[nodiscard]] qint64 size() const final { return m_compressed->size(); }

protected:
    /// Bytes written to the buffer; fail() was called where there can be no more.
    virtual qint64 produce(std::span<char> buffer) = 0;

    void fail(Error error) { m_failure = std::move(error); }
    [[nodiscard]] bool failed() const { return m_failure.has_value(); }

    /// The next compressed bytes; empty at the end or after a failure.
    std::span<char> nextInput()
    {
        const auto count = m_compressed->read(m_input);
        if (!count) {
            fail(count.error());
            return {};
        }
        return std::span(m_input).first(size_t(*count));
    }

    const QString m_name;

private:
    std::unique_ptr<ByteStream> m_compressed;
    std::vector<char> m_input;
    std::optional<Error> m_failure;
};

/// Any number of gzip members one after the other, as RFC 1952 allows; what follows them is ignored.
class GzipStream final : public Decompressor
{
public:
    GzipStream(std::unique_ptr<ByteStream> compressed, const QString &name)
        : Decompressor(std::move(compressed), name)
    {
        if (inflateInit2(&m_stream, MAX_WBITS + 16) != Z_OK)
            fail(broken(name, u"zlib"_s));
    }
    ~GzipStream() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipStream)

protected:
    qint64 produce(std::span<char> buffer) override
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        m_stream.avail_out = uInt(std::min(buffer.size(), size_t(1) << 30));
        const uInt wanted = m_stream.avail_out;
        while (m_stream.avail_out == wanted && !m_ended && !failed())
            step();
        return wanted - m_stream.avail_out;
    }

private:
    void step()
    {
        if (m_stream.avail_in == 0 && !refill())
            return;
        if (m_betweenMembers) {
            if (!startsMember()) {
                m_ended = true;
                return;
            }
            inflateReset(&m_stream);
            m_betweenMembers = false;
        }
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END)
            m_betweenMembers = true;
        else if (state != Z_OK && state != Z_BUF_ERROR)
            fail(broken(m_name, QString::fromLatin1(m_stream.msg ? m_stream.msg : "gzip")));
    }

    bool refill()
    {
        const auto input = nextInput();
        m_stream.next_in = reinterpret_cast<Bytef *>(input.data());
        m_stream.avail_in = uInt(input.size());
        if (!input.empty())
            return true;
        if (!failed() && !m_betweenMembers)
            fail(broken(m_name, QCoreApplication::translate("ByteStream", "it ends too early")));
        m_ended = true;
        return false;
    }

    /// Padding such as zeros may follow the last member; only the magic number begins another.
    [[nodiscard]] bool startsMember() const { return *m_stream.next_in == 0x1f; }

    z_stream m_stream{};
    bool m_betweenMembers = false;
    bool m_ended = false;
};

class ZstdStream final : public Decompressor
{
public:
    ZstdStream(std::unique_ptr<ByteStream> compressed, const QString &name, ZstdWindow window)
        : Decompressor(std::move(compressed), name), m_stream(ZSTD_createDStream(), &ZSTD_freeDStream)
    {
        ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax,
                               window == ZstdWindow::Large ? largeWindowLog : usualWindowLog);
    }

protected:
    qint64 produce(std::span<char> buffer) override
    {
        ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
        while (output.pos == 0 && !m_ended && !failed())
            step(output);
        return qint64(output.pos);
    }

private:
    void step(ZSTD_outBuffer &output)
    {
        // After a full output buffer the decoder may still hold bytes, so it is asked before more input is read.
        if (m_input.pos == m_input.size && !m_mayHoldOutput && !refill())
            return;
        const size_t state = ZSTD_decompressStream(m_stream.get(), &output, &m_input);
        if (ZSTD_isError(state)) {
            fail(explained(state));
            return;
        }
        m_betweenFrames = state == 0;
        m_mayHoldOutput = output.pos == output.size && !m_betweenFrames;
    }

    bool refill()
    {
        const auto input = nextInput();
        m_input = {input.data(), input.size(), 0};
        if (!input.empty())
            return true;
        if (!failed() && !m_betweenFrames)
            fail(broken(m_name, QCoreApplication::translate("ByteStream", "it ends too early")));
        m_ended = true;
        return false;
    }

    [[nodiscard]] Error explained(size_t state) const
    {
        if (ZSTD_getErrorCode(state) != ZSTD_error_frameParameter_windowTooLarge)
            return broken(m_name, QString::fromLatin1(ZSTD_getErrorName(state)));
        return {
            Error::Kind::Other,
            QCoreApplication::translate("ByteStream",
                                        "%1 is compressed so that unpacking it takes up to 2 GiB of memory. Allow "
                                        "that, on the command line with --large-window, or unpack it first (zstd "
                                        "-d --long=31 FILE) and import the result.")
                .arg(m_name)};
    }

    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> m_stream;
    ZSTD_inBuffer m_input{nullptr, 0, 0};
    bool m_betweenFrames = true;
    bool m_mayHoldOutput = false;
    bool m_ended = false;
};

/// Any number of bzip2 streams one after the other, as parallel compressors write them. Each holds blocks that are
/// read whole or not at all.
class Bzip2Stream final : public Decompressor
{
public:
    Bzip2Stream(std::unique_ptr<ByteStream> compressed, const QString &name)
        : Decompressor(std::move(compressed), name)
    {
        begin();
    }
    ~Bzip2Stream() override { BZ2_bzDecompressEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Bzip2Stream)

protected:
    qint64 produce(std::span<char> buffer) override
    {
        m_stream.next_out = buffer.data();
        m_stream.avail_out = unsigned(std::min(buffer.size(), size_t(1) << 30));
        const unsigned wanted = m_stream.avail_out;
        while (m_stream.avail_out == wanted && !m_ended && !failed())
            step();
        return wanted - m_stream.avail_out;
    }

private:
    void begin()
    {
        if (BZ2_bzDecompressInit(&m_stream, 0, 0) != BZ_OK)
            fail(broken(m_name, u"bzip2"_s));
    }

    void step()
    {
        if (m_stream.avail_in == 0 && !refill())
            return;
        if (m_betweenStreams && !beginNext())
            return;
        const int state = BZ2_bzDecompress(&m_stream);
        if (state == BZ_STREAM_END)
            m_betweenStreams = true;
        else if (state != BZ_OK)
            fail(broken(m_name, u"bzip2"_s));
    }

    bool refill()
    {
        const auto input = nextInput();
        m_stream.next_in = input.data();
        m_stream.avail_in = unsigned(input.size());
        if (!input.empty())
            return true;
        if (!failed() && !m_betweenStreams)
            fail(broken(m_name, QCoreApplication::translate("ByteStream", "it ends too early")));
        m_ended = true;
        return false;
    }

    /// What follows and is no stream is ignored.
    bool beginNext()
    {
        if (*m_stream.next_in != 'B') {
            m_ended = true;
            return false;
        }
        BZ2_bzDecompressEnd(&m_stream);
        begin();
        m_betweenStreams = false;
        return !failed();
    }

    bz_stream m_stream{};
    bool m_betweenStreams = false;
    bool m_ended = false;
};

/// Any number of xz streams one after the other.
class XzStream final : public Decompressor
{
public:
    XzStream(std::unique_ptr<ByteStream> compressed, const QString &name)
        : Decompressor(std::move(compressed), name)
    {
        if (lzma_stream_decoder(&m_stream, mostXzMemory, LZMA_CONCATENATED) != LZMA_OK)
            fail(broken(name, u"xz"_s));
    }
    ~XzStream() override { lzma_end(&m_stream); }
    Q_DISABLE_COPY_MOVE(XzStream)

protected:
    qint64 produce(std::span<char> buffer) override
    {
        m_stream.next_out = reinterpret_cast<uint8_t *>(buffer.data());
        m_stream.avail_out = buffer.size();
        while (m_stream.avail_out == buffer.size() && !m_ended && !failed())
            step();
        return qint64(buffer.size() - m_stream.avail_out);
    }

private:
    void step()
    {
        if (m_stream.avail_in == 0 && !m_atEnd) {
            const auto input = nextInput();
            m_stream.next_in = reinterpret_cast<const uint8_t *>(input.data());
            m_stream.avail_in = input.size();
            m_atEnd = input.empty();
            if (failed())
                return;
        }
        const lzma_ret state = lzma_code(&m_stream, m_atEnd ? LZMA_FINISH : LZMA_RUN);
        m_ended = state == LZMA_STREAM_END;
        if (!m_ended && state != LZMA_OK)
            fail(broken(m_name, explained(state)));
    }

    static QString explained(lzma_ret state)
    {
        switch (state) {
        case LZMA_BUF_ERROR:
            return QCoreApplication::translate("ByteStream", "it ends too early");
        case LZMA_MEMLIMIT_ERROR:
        case LZMA_MEM_ERROR:
            return QCoreApplication::translate("ByteStream", "unpacking it takes more than a gigabyte of memory");
        default:
            return u"xz"_s;
        }
    }

    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_atEnd = false;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed, const QString &name)
{
    return std::make_unique<GzipStream>(std::move(compressed), name);
}

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed, const QString &name, ZstdWindow window)
{
    return std::make_unique<ZstdStream>(std::move(compressed), name, window);
}

qint64 zstdWindowSize(QByteArrayView head)
{
    constexpr char singleSegment = 0x20;
    if (head.size() < 6 || !head.startsWith("\x28\xb5\x2f\xfd") || (head[4] & singleSegment) != 0)
        return 0;
    const auto descriptor = static_cast<unsigned char>(head[5]);
    const qint64 base = qint64(1) << (10 + (descriptor >> 3));
    return base + base / 8 * (descriptor & 7);
}

std::unique_ptr<ByteStream> unbzip2(std::unique_ptr<ByteStream> compressed, const QString &name)
{
    return std::make_unique<Bzip2Stream>(std::move(compressed), name);
}

std::unique_ptr<ByteStream> unxz(std::unique_ptr<ByteStream> compressed, const QString &name)
{
    return std::make_unique<XzStream>(std::move(compressed), name);
}

} // namespace tidemark
