#include "fetch/HttpClient.h"

#include "fetch/HttpExchange.h"
#include "fetch/SystemProxies.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr char userAgent[] = "Tidemark/" TIDEMARK_VERSION " (+https://tidemark.example)";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

bool isRedirect(int status)
{
    static constexpr std::array redirects{301, 302, 303, 307, 308};
    return std::find(redirects.cbegin(), redirects.cend(), status) != redirects.cend();
}

/// What went wrong behind a redirect, and who sent there.
HttpFailure sentOn(HttpFailure failure, const QUrl &by)
{
    if (failure.kind != HttpFailure::Kind::Cancelled)
        failure.message = Words::tr("%1 sends to another address. %2").arg(namedHost(by), failure.message);
    return failure;
}

/// What goes wrong on the way may be the proxy's doing, which its server knows nothing of.
HttpOutcome throughProxy(HttpOutcome outcome, const QString &proxy)
{
    using Kind = HttpFailure::Kind;
    auto *failure = std::get_if<HttpFailure>(&outcome);
    if (failure
        && (failure->kind == Kind::Offline || failure->kind == Kind::Closed || failure->kind == Kind::TimedOut))
        failure->message += u' '
            + Words::tr("It was asked through the proxy %1, as this system is set up: does that one work?")
                  .arg(proxy);
    return outcome;
}

bool isForGood(int status)
{
    return status == 301 || status == 308;
}

} // namespace

/// One of the addresses that a request leads to.
struct HttpClient::Hop
{
    QDeadlineTimer deadline;
    const Progress &progress;

    [[nodiscard]] bool isOver() const { return progress.isCancelled() || deadline.hasExpired(); }
    [[nodiscard]] QList<QHostAddress> numbersOf(const QString &name) const;
    [[nodiscard]] Milliseconds left() const { return Milliseconds{std::max<qint64>(deadline.remainingTime(), 0)}; }
};

QList<QHostAddress> HttpClient::Hop::numbersOf(const QString &name) const
{
    QEventLoop loop;
    QTimer look;
    QHostInfo found;
    const int lookup = QHostInfo::lookupHost(name, &loop, [&](const QHostInfo &info) {
        found = info;
        loop.quit();
    });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isOver())
            loop.quit();
    });
    look.start(Milliseconds{50});
    loop.exec();
    QHostInfo::abortHostLookup(lookup);
    // Where IPv6 is broken it keeps silent, and nobody would come to the other ones.
    QList<QHostAddress> numbers = found.addresses();
    std::stable_partition(numbers.begin(), numbers.end(), [](const QHostAddress &number) {
        return number.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return numbers;
}

HttpClient::HttpClient(const QList<QSslCertificate> &authorities)
    : m_network(std::make_unique<QNetworkAccessManager>()),
      m_authorities(authorities.isEmpty() ? QSslConfiguration::systemCaCertificates() : authorities)
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setProxyFactory(new SystemProxies);
}

HttpClient::~HttpClient() = default;

HttpOutcome HttpClient::ask(const HttpRequest &request, const Progress &progress)
{
    const Hop hop{QDeadlineTimer(request.limits.whole), progress};
    QUrl address = request.address;
    QUrl movedForGood;
    bool isMovedForGood = true;
    for (int hops = 0; hops <= redirects; ++hops) {
        HttpOutcome outcome = askJudged(address, request, hop);
        auto *answer = std::get_if<HttpAnswer>(&outcome);
        if (!answer)
            return hops == 0 ? outcome : sentOn(std::get<HttpFailure>(outcome), request.address);
        answer->movedForGood = movedForGood;
        const QByteArray target = answer->header("location");
        if (!isRedirect(answer->status) || target.isEmpty() || request.json)
            return outcome;
        isMovedForGood = isMovedForGood && isForGood(answer->status);
        address = redirectTarget(address, target);
        if (isMovedForGood)
            movedForGood = address;
    }
    return HttpFailure{
        HttpFailure::Kind::BrokenOff,
        Words::tr("%1 sends from one address to the next and never to an end.").arg(namedHost(request.address))};
}

/// Looks a name up, to see where it leads before anybody is asked there, and asks there.
HttpOutcome HttpClient::askJudged(const QUrl &address, const HttpRequest &request, const Hop &hop)
{
    const bool isName = QHostAddress(address.host()).isNull() && !address.host().isEmpty();
    const QString proxy = SystemProxies::proxyFor(address);
    if (!isName || !proxy.isEmpty()) {
        if (const auto refused = refusal(address, request.typed, {}))
            return HttpFailure{HttpFailure::Kind::Refused, *refused};
        HttpOutcome outcome = askAt(std::nullopt, address, request, hop);
        return proxy.isEmpty() ? outcome : throughProxy(std::move(outcome), proxy);
    }
    const QList<QHostAddress> numbers = hop.numbersOf(address.host());
    if (hop.progress.isCancelled())
        return HttpFailure{HttpFailure::Kind::Cancelled, Words::tr("Stopped.")};
    if (const auto refused = refusal(address, request.typed, numbers))
        return HttpFailure{HttpFailure::Kind::Refused, *refused};
    HttpOutcome outcome = HttpFailure{HttpFailure::Kind::Offline,
                                      Words::tr("%1 can't be reached from here.").arg(namedHost(address))};
    for (const QHostAddress &number : numbers) {
        outcome = askAt(number, address, request, hop);
        const auto *failure = std::get_if<HttpFailure>(&outcome);
        if (!failure || (failure->kind != HttpFailure::Kind::Closed && failure->kind != HttpFailure::Kind::Offline))
            break;
    }
    return outcome;
}

QNetworkRequest HttpClient::prepared(const QUrl &address, const HttpRequest &request) const
{
    QNetworkRequest prepared(address);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setCaCertificates(m_authorities);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    prepared.setSslConfiguration(tls);

    prepared.setRawHeader("User-Agent", userAgent);
    prepared.setRawHeader("Accept", request.accept);
    prepared.setRawHeader("Accept-Language", "*");
    prepared.setRawHeader("Accept-Encoding", "gzip"); // and Qt unpacks nothing by itself
    const Validators known = request.known.address == address ? request.known : Validators{};
    if (!known.etag.isEmpty())
        prepared.setRawHeader("If-None-Match", known.etag);
    if (!known.lastModified.isEmpty())
        prepared.setRawHeader("If-Modified-Since", known.lastModified);
    if (request.json)
        prepared.setRawHeader("Content-Type", "application/json");
    if (request.credential && request.credential->origin == originOf(address))
        prepared.setRawHeader("Authorization", request.credential->authorization);
    return prepared;
}

/// number: one that the address's name means; absent: the address as it is.
HttpOutcome HttpClient::askAt(const std::optional<QHostAddress> &number, const QUrl &address,
                              const HttpRequest &request, const Hop &hop)
{
    QNetworkRequest asked = prepared(address, request);
    if (number) {
        QUrl there = address;
        there.setHost(number->toString());
        asked.setUrl(there);
        asked.setRawHeader("Host", namedHost(address).toLatin1());
        asked.setPeerVerifyName(address.host(QUrl::FullyEncoded));
    }
    std::unique_ptr<QNetworkReply> reply(request.json ? m_network->post(asked, *request.json)
                                                      : m_network->get(asked));
    return HttpExchange(std::move(reply), address, request.limits, hop.left(), hop.progress).wait();
}

} // namespace tidemark
