#include "fetch/HttpExchange.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr Milliseconds lookEvery{50};
constexpr qint64 piece = qint64{64} * 1024;        ///< what Qt may hold back for us
constexpr qint64 mostHeaders = qint64{256} * 1024; ///< bytes of all header lines

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0);
}

QString seconds(Milliseconds time)
{
    return Words::tr("%n seconds", nullptr, int(std::chrono::ceil<std::chrono::seconds>(time).count()));
}

} // namespace

HttpExchange::HttpExchange(std::unique_ptr<QNetworkReply> reply, const QUrl &address, const HttpLimits &limits,
                           Milliseconds timeLeft, const Progress &progress)
    : m_reply(std::move(reply)),
      m_address(address),
      m_limits(limits),
      m_timeLeft(timeLeft),
      m_progress(progress),
      m_host(namedHost(address))
{
    m_reply->setReadBufferSize(piece);
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_untrusted = errors.constFirst().errorString(); });
    connect(&m_look, &QTimer::timeout, this, &HttpExchange::look);
}

HttpExchange::~HttpExchange()
{
    m_reply->disconnect(this);
    m_reply.release()->deleteLater(); // its own signals may still be on the stack
}

HttpOutcome HttpExchange::wait()
{
    m_sinceStart.start();
    m_sinceByte.start();
    m_look.start(lookEvery);
    if (!m_reply->isFinished())
        m_loop.exec();
    m_look.stop();
    takeHeaders();
    takeBytes();
    if (auto failed = failure()) {
        failed->wasSent = m_wasSent;
        return *failed;
    }
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.address = m_address;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append({name.toLower(), value});
    answer.body = m_body ? m_body->bytes() : QByteArray();
    return answer;
}

void HttpExchange::takeHeaders()
{
    m_sinceByte.restart();
    qint64 bytes = 0;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        bytes += name.size() + value.size();
    if (bytes > mostHeaders)
        stop(Kind::TooLarge, Words::tr("%1 sent more than %2 of headers.").arg(m_host, size(mostHeaders)));
}

void HttpExchange::takeBytes()
{
    if (m_stopped)
        return;
    if (!m_body)
        m_body.emplace(m_reply->rawHeader("content-encoding"), m_limits.bytes);
    HttpBody::State state = HttpBody::State::Fine;
    while (state == HttpBody::State::Fine && m_reply->bytesAvailable() > 0) {
        m_sinceByte.restart();
        state = m_body->add(m_reply->read(piece));
    }
    if (state == HttpBody::State::TooLarge) {
        stop(Kind::TooLarge,
             Words::tr("%1 sent more than %2, the most that is taken of one answer.")
                 .arg(m_host, size(m_limits.bytes)));
    } else if (state == HttpBody::State::Damaged) {
        stop(Kind::BrokenOff, Words::tr("What %1 sent is packed, and damaged.").arg(m_host));
    } else if (state == HttpBody::State::UnknownPacking) {
        stop(Kind::BrokenOff, Words::tr("What %1 sent is packed in a way that nobody asked for.").arg(m_host));
    }
}

/// Every so often: is there still time, and does anybody still want it?
void HttpExchange::look()
{
    if (m_progress.isCancelled())
        stop(Kind::Cancelled, Words::tr("Stopped."));
    else if (m_sinceStart.elapsed() > m_timeLeft.count())
        stop(Kind::TimedOut, Words::tr("%1 didn't answer in full within %2.").arg(m_host, seconds(m_limits.whole)));
    else if (m_sinceByte.elapsed() > m_limits.idle.count())
        stop(Kind::TimedOut,
             Words::tr("%1 sent nothing that can be understood for %2.").arg(m_host, seconds(m_limits.idle)));
}

void HttpExchange::stop(Kind kind, const QString &message)
{
    if (m_stopped)
        return;
    m_stopped = HttpFailure{kind, message};
    m_reply->abort();
    m_loop.quit();
}

std::optional<HttpFailure> HttpExchange::failure() const
{
    if (m_stopped)
        return m_stopped;
    const auto error = m_reply->error();
    // A status that says no is an answer, too; Qt's numbers below 200 are about the way there.
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (error != QNetworkReply::NoError && (error < QNetworkReply::ContentAccessDenied || status < 400))
        return failureOf(error);
    return shortfall();
}

/// Qt takes a connection that closes early for the end of the body. Where the body came in chunks it keeps even
/// that to itself: then whoever reads what came has to see that it isn't whole.
std::optional<HttpFailure> HttpExchange::shortfall() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status > 599)
        return HttpFailure{Kind::BrokenOff, Words::tr("What %1 sent is no answer in HTTP.").arg(m_host)};
    if (status == 204 || status == 304)
        return std::nullopt;
    bool isNumber = false;
    const qint64 announced = m_reply->rawHeader("content-length").toLongLong(&isNumber);
    const bool isShort = isNumber && m_body->received() < announced;
    if (isShort || !m_body->isWhole())
        return HttpFailure{Kind::BrokenOff, Words::tr("%1 broke off before its answer was whole.").arg(m_host)};
    return std::nullopt;
}

HttpFailure HttpExchange::failureOf(QNetworkReply::NetworkError error) const
{
    const QString detail = m_reply->errorString();
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownNetworkError:
        return {Kind::Offline, Words::tr("%1 can't be reached from here.").arg(m_host)};
    case QNetworkReply::ConnectionRefusedError:
        return {Kind::Closed, Words::tr("%1 takes no connection. Is the address right?").arg(m_host)};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {
            Kind::BrokenOff,
            Words::tr("The proxy on the way to %1 lets nobody through without a name and a password, or not with "
                      "these. Write both into its address where this system is set up: "
                      "http://name:password@proxy.")
                .arg(m_host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {Kind::Untrusted,
                Words::tr("%1 can't prove that it is who it says, so nothing was sent: %2")
                    .arg(m_host, m_untrusted.isEmpty() ? detail : m_untrusted)};
    case QNetworkReply::RemoteHostClosedError:
        return {Kind::BrokenOff, Words::tr("%1 broke off before its answer was whole.").arg(m_host)};
    default:
        return {Kind::BrokenOff, Words::tr("%1 could not be asked: %2").arg(m_host, detail)};
    }
}

} // namespace tidemark
