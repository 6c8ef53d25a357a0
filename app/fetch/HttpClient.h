#pragma once

#include "fetch/HttpMessage.h"
#include "story/Progress.h"

#include <QSslCertificate>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace tidemark {

/// The one door to the network. Asks one address and gives what came, whole, or why nothing did; never shows
/// anybody more than the request says: no cookies, no cache, no language, no referrer, an honest name.
///
/// - https alone, certificates of the system alone, no way around either (Addresses.h has the one exception);
/// - redirects are followed here, at most `HttpLimits::redirects`, each judged like a new address, and a credential
///   goes to its own origin only: Qt would forward it;
/// - what comes is bounded while it comes: bytes on the way, bytes unpacked, the pause between two, the whole time;
/// - HTTP/2 stays off where Qt's is not safe (CVE-2023-51714).
///
/// Used on one thread, the one that made it; ask() waits there in an event loop of its own.
class HttpClient final
{
public:
    static constexpr int redirects = 5;

    /// authorities: whom to trust; empty: the certificates of the system.
    explicit HttpClient(const QList<QSslCertificate> &authorities = {});
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    HttpOutcome ask(const HttpRequest &request, const Progress &progress);

private:
    struct Hop;
    [[nodiscard]] std::optional<HttpFailure> judge(const QUrl &address, const HttpRequest &request,
                                                   const Hop &hop) const;
    [[nodiscard]] QNetworkRequest prepared(const QUrl &address, const HttpRequest &request) const;
    HttpOutcome askOnce(const QUrl &address, const HttpRequest &request, const Hop &hop);

    std::unique_ptr<QNetworkAccessManager> m_network;
    QList<QSslCertificate> m_authorities;
};

} // namespace tidemark
