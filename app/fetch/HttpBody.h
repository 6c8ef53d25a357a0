#pragma once

#include "fetch/Inflation.h"

#include <QByteArray>

#include <optional>

namespace tidemark {

/// The body of an answer as it comes in: unpacked if it is packed, and never longer than allowed, neither on the
/// way nor unpacked.
class HttpBody final
{
public:
    enum class State { Fine, TooLarge, Damaged, UnknownPacking };

    /// encoding: the Content-Encoding header.
    HttpBody(const QByteArray &encoding, qint64 mostBytes);

    State add(const QByteArray &piece);
    [[nodiscard]] qint64 received() const { return m_received; } ///< bytes on the way
    [[nodiscard]] bool isWhole() const;                          ///< a packed body must have come to its end
    [[nodiscard]] const QByteArray &bytes() const { return m_inflation ? m_inflation->bytes() : m_plain; }

private:
    qint64 m_mostBytes;
    qint64 m_received = 0;
    State m_state = State::Fine;
    QByteArray m_plain;
    std::optional<Inflation> m_inflation;
};

} // namespace tidemark
