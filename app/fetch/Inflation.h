#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace tidemark {

/// Unpacks a gzip body piece by piece and never gives more bytes than it was told to.
class Inflation final
{
public:
    enum class State { GoesOn, Ended, TooLarge, Damaged };

    explicit Inflation(qint64 mostBytes);
    ~Inflation();
    Q_DISABLE_COPY_MOVE(Inflation)

    /// Unpacks a piece. Behind the end of the stream nothing more is read.
    State add(const QByteArray &packed);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    std::unique_ptr<z_stream_s> m_stream;
    qint64 m_mostBytes;
    State m_state = State::GoesOn;
    QByteArray m_bytes;
};

} // namespace tidemark
