#include "fetch/HttpBody.h"

namespace tidemark {

HttpBody::HttpBody(const QByteArray &encoding, qint64 mostBytes) : m_mostBytes(mostBytes)
{
    const QByteArray packing = encoding.trimmed().toLower();
    if (packing == "gzip" || packing == "x-gzip" || packing == "deflate")
        m_inflation.emplace(mostBytes);
    else if (!packing.isEmpty() && packing != "identity")
        m_state = State::UnknownPacking; // only gzip was asked for
}

HttpBody::State HttpBody::add(const QByteArray &piece)
{
    m_received += piece.size();
    if (m_state != State::Fine)
        return m_state;
    if (m_received > m_mostBytes) {
        m_state = State::TooLarge;
    } else if (m_inflation) {
        const auto unpacked = m_inflation->add(piece);
        if (unpacked == Inflation::State::TooLarge)
            m_state = State::TooLarge;
        else if (unpacked == Inflation::State::Damaged)
            m_state = State::Damaged;
    } else {
        m_plain += piece;
    }
    return m_state;
}

bool HttpBody::isWhole() const
{
    return m_state == State::Fine
        && (!m_inflation || m_received == 0 || m_inflation->state() == Inflation::State::Ended);
}

} // namespace tidemark
