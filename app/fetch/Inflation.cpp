#include "fetch/Inflation.h"

#include <array>
#include <zlib.h>

namespace tidemark {

namespace {

constexpr int gzipOrZlib = MAX_WBITS + 32;
constexpr size_t pieceSize = size_t{64} * 1024;

} // namespace

Inflation::Inflation(qint64 mostBytes) : m_stream(std::make_unique<z_stream>()), m_mostBytes(mostBytes)
{
    if (inflateInit2(m_stream.get(), gzipOrZlib) != Z_OK)
        m_state = State::Damaged;
}

Inflation::~Inflation()
{
    inflateEnd(m_stream.get());
}

Inflation::State Inflation::add(const QByteArray &packed)
{
    QByteArray input = packed; // zlib takes no constant bytes
    m_stream->next_in = reinterpret_cast<Bytef *>(input.data());
    m_stream->avail_in = static_cast<uInt>(input.size());
    std::array<char, pieceSize> piece{};
    bool isFull = true; // there may be more to come out than fits
    while (m_state == State::GoesOn && (m_stream->avail_in > 0 || isFull)) {
        m_stream->next_out = reinterpret_cast<Bytef *>(piece.data());
        m_stream->avail_out = static_cast<uInt>(piece.size());
        const int code = inflate(m_stream.get(), Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
            m_state = State::Damaged;
            break;
        }
        m_bytes.append(piece.data(), static_cast<qsizetype>(piece.size() - m_stream->avail_out));
        isFull = m_stream->avail_out == 0;
        if (m_bytes.size() > m_mostBytes)
            m_state = State::TooLarge;
        else if (code == Z_STREAM_END)
            m_state = State::Ended;
        else if (code == Z_BUF_ERROR)
            break;
    }
    return m_state;
}

} // namespace tidemark
