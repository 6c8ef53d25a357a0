#pragma once

#include "fetch/Addresses.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <QVector>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace tidemark {

using Milliseconds = std::chrono::milliseconds;

/// What a server gave with an answer and gets back, byte for byte, to be asked whether anything is new. They belong
/// to the one address that answered: another one might take them for its own, and never send what is new there.
struct Validators
{
    QByteArray etag;
    QByteArray lastModified;
    QUrl address = {}; ///< that gave them

    [[nodiscard]] bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }

    friend bool operator==(const Validators &, const Validators &) = default;
};

/// What lets somebody in, and the one origin that it was given for: no other ever sees it.
struct Credential
{
    Origin origin;
    QByteArray authorization; ///< the whole value of the Authorization header
};

/// What shows a token to the server of an address, as OAuth 2 does it.
Credential bearerOf(const QString &token, const QUrl &server);

/// How much of a server's time and words one request may take. TRUST.md gives the figures.
struct HttpLimits
{
    Milliseconds idle{20'000};              ///< without a byte
    Milliseconds whole{60'000};             ///< with all redirects
    qint64 bytes = qint64{4} * 1024 * 1024; ///< of the body, decoded
};

inline constexpr HttpLimits feedLimits{.whole = Milliseconds{120'000}, .bytes = qint64{16} * 1024 * 1024};

struct HttpRequest
{
    QUrl address;
    QUrl typed; ///< the user's own address, whose host may lie in a network of his own; see Addresses.h
    QByteArray accept = QByteArrayLiteral("*/*");
    Validators known = {};
    std::optional<Credential> credential = {};
    std::optional<QByteArray> json = {}; ///< a body: posted, and never to another address
    HttpLimits limits = {};
};

/// What came, whole. Any status: 404 and 500 are answers too.
struct HttpAnswer
{
    int status = 0;
    QUrl address;                                       ///< the one that answered, behind all redirects
    QUrl movedForGood{};                                ///< where permanent redirects lead to; empty: nowhere
    QVector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name; empty: none
    [[nodiscard]] Validators validators() const { return {header("etag"), header("last-modified"), address}; }
};

/// Why nothing came.
struct HttpFailure
{
    enum class Kind {
        Offline, ///< no way to any server, or this one's name is unknown: nobody's mistake
        Refused, ///< an address that must not be asked
        TimedOut,
        TooLarge,
        Closed,    ///< nobody takes a connection there
        BrokenOff, ///< reset, cut short, or not HTTP
        Untrusted, ///< its certificate doesn't hold
        Cancelled,
    };

    Kind kind = Kind::BrokenOff;
    QString message;      ///< a sentence that names the host and the cause
    bool wasSent = false; ///< the server may have heard the question, and have answered
};

using HttpOutcome = std::variant<HttpAnswer, HttpFailure>;

} // namespace tidemark
