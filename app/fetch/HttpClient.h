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
/// - a name is looked up once: the connection goes to the number that was judged, whatever the name means a moment
///   later, and the certificate must be the name's;
/// - HTTP/2 stays off: Qt's is not safe before 6.5.4 (CVE-2023-51714), and has no way to ask a number for a name.
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
    HttpOutcome askJudged(const QUrl &address, const HttpRequest &request, const Hop &hop);
    [[nodiscard]] QNetworkRequest prepared(const QUrl &address, const HttpRequest &request) const;
    HttpOutcome askAt(const std::optional<QHostAddress> &number, const QUrl &address, const HttpRequest &request,
                      const Hop &hop);

    std::unique_ptr<QNetworkAccessManager> m_network;
    QList<QSslCertificate> m_authorities;
};

} // namespace tidemark
