#pragma once

#include "fetch/HttpClient.h"
#include "fetch/RetryAfter.h"

#include <QDateTime>
#include <QHash>

#include <functional>

namespace tidemark {

/// How patient the client is, and by which clock. Tests shorten it, and have clocks of their own.
struct Patience
{
    Milliseconds between{300};        ///< requests to one host
    Milliseconds firstBackoff{2'000}; ///< where a busy server doesn't say for how long
    Milliseconds mostWaited{120'000}; ///< inside one fetch; what is longer ends it and is kept for the next
    int tries = 5;
    std::function<Instant()> now = QDateTime::currentMSecsSinceEpoch;
};

/// The server asks to be left alone until then.
struct LeftAlone
{
    Instant until = 0;
    QString reason = {}; ///< a sentence, if it has just said so
};

/// Asks like HttpClient, and waits as servers wish: between requests, when a rate limit is used up, and when they
/// say that they are busy (429, 503), a few times. On the thread of its HttpClient.
class PoliteClient final
{
public:
    explicit PoliteClient(HttpClient &client, const Patience &patience = {});

    using Outcome = std::variant<HttpAnswer, HttpFailure, LeftAlone>;
    Outcome ask(const HttpRequest &request, const Progress &progress);

private:
    void note(const QString &host, const HttpAnswer &answer, int busyAnswers);
    /// Waits until the host may be asked again; nothing: now it may.
    std::optional<Outcome> waitFor(const QString &host, const Progress &progress);

    HttpClient &m_client;
    Patience m_patience;
    QHash<QString, Instant> m_notBefore; ///< by host
};

} // namespace tidemark
