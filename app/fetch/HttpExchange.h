#pragma once

#include "fetch/HttpBody.h"
#include "fetch/HttpMessage.h"
#include "story/Progress.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkReply>
#include <QTimer>

#include <memory>
#include <optional>

namespace tidemark {

/// Waits for one reply of Qt's and takes in what it brings, within the limits.
class HttpExchange final : public QObject
{
public:
    /// address: what was asked for; the reply's own may name a number instead of a host.
    HttpExchange(std::unique_ptr<QNetworkReply> reply, const QUrl &address, const HttpLimits &limits,
                 Milliseconds timeLeft, const Progress &progress);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    HttpOutcome wait();

private:
    using Kind = HttpFailure::Kind;

    void takeHeaders();
    void takeBytes();
    void look();
    void stop(Kind kind, const QString &message);
    [[nodiscard]] std::optional<HttpFailure> failure() const;
    [[nodiscard]] std::optional<HttpFailure> shortfall() const;
    [[nodiscard]] HttpFailure failureOf(QNetworkReply::NetworkError error) const;

    std::unique_ptr<QNetworkReply> m_reply;
    QUrl m_address;
    HttpLimits m_limits;
    Milliseconds m_timeLeft;
    const Progress &m_progress;
    QString m_host;
    QEventLoop m_loop;
    QTimer m_look;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceByte;
    std::optional<HttpBody> m_body;
    QString m_untrusted; ///< what is wrong with the certificate
    std::optional<HttpFailure> m_stopped;
    bool m_wasSent = false;
};

} // namespace tidemark
