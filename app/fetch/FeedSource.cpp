#include "fetch/FeedSource.h"

#include "fetch/FeedDiscovery.h"
#include "fetch/FeedRhythm.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longestShown = 200; ///< of an address, in letters

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// The encoding that the server names goes before the one that the document names; a mark of the bytes' own goes
/// before both. What is in the server's comes as UTF-8 with such a mark.
QByteArray decoded(const HttpAnswer &answer)
{
    static const QRegularExpression pattern(u"\\bcharset\\s*=\\s*[\"']?([\\w.:-]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QByteArray &body = answer.body;
    const auto match = pattern.match(QString::fromLatin1(answer.header("content-type")));
    const bool hasMark
        = body.startsWith("\xEF\xBB\xBF") || body.startsWith("\xFF\xFE") || body.startsWith("\xFE\xFF");
    if (!match.hasMatch() || hasMark || match.captured(1).compare("utf-8"_L1, Qt::CaseInsensitive) == 0)
        return body;
    QStringDecoder decoder(match.captured(1).toLatin1().constData());
    if (!decoder.isValid())
        return body;
    const QString text = decoder(body);
    return decoder.hasError() ? body : "\xEF\xBB\xBF" + text.toUtf8();
}

/// JSON, but no feed. What is no JSON either is told by whoever reads it.
bool isOfAnotherKind(const QByteArray &body)
{
    JsonParser parser;
    const auto document = parser.parse(body);
    return document && !(*document)["items"].isArray();
}

} // namespace

FeedSource::FeedSource(const Subscription &subscription, const QString &place, std::optional<Instant> again)
    : m_typed(subscription.address), m_address(subscription.address), m_since(subscription.since), m_again(again)
{
    const QJsonObject read = QJsonDocument::fromJson(place.toUtf8()).object();
    // An address that was learned belongs to the one that the user typed then.
    if (read["typed"_L1].toString() == m_typed.toString()) {
        m_moved = movedTo(subscription, place);
        m_address = QUrl(read["address"_L1].toString());
        const QJsonValue since = read["since"_L1];
        // Another day wants of the same document what was left out before.
        if (!m_again && m_since == (since.isDouble() ? std::optional(since.toInteger()) : std::nullopt))
            m_known = {QByteArray::fromBase64(read["etag"_L1].toString().toLatin1()),
                       QByteArray::fromBase64(read["modified"_L1].toString().toLatin1()),
                       QUrl(read["by"_L1].toString())};
        if (const qint64 rest = read["rest"_L1].toInteger(); rest > 0)
            m_rest = Milliseconds{rest};
    }
}

QString FeedSource::place() const
{
    const QJsonObject place{{u"typed"_s, m_typed.toString()},
                            {u"moved"_s, m_moved.toString()},
                            {u"address"_s, m_address.toString()},
                            {u"etag"_s, QString::fromLatin1(m_known.etag.toBase64())},
                            {u"modified"_s, QString::fromLatin1(m_known.lastModified.toBase64())},
                            {u"by"_s, m_known.address.toString(QUrl::FullyEncoded)},
                            {u"since"_s, m_since ? QJsonValue(*m_since) : QJsonValue()},
                            {u"rest"_s, qint64{m_rest.value_or(Milliseconds{0}).count()}}};
    return QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact));
}

std::optional<HttpRequest> FeedSource::next()
{
    if (m_isDone)
        return std::nullopt;
    return HttpRequest{.address = m_address,
                       .typed = m_typed,
                       .accept = "application/atom+xml, application/rss+xml, application/feed+json, "
                                 "application/xml;q=0.9, text/html;q=0.5, */*;q=0.1",
                       .known = m_known,
                       .limits = feedLimits};
}

std::variant<FetchedPage, PageProblem> FeedSource::take(const HttpAnswer &answer)
{
    const bool isUnchanged = answer.status == 304 && !m_known.isEmpty() && answer.address == m_known.address;
    const bool isMissing = answer.status == 404 || answer.status == 410;
    if (isMissing && m_address != m_typed && !m_isNamed)
        return lookAgain();
    if (answer.status != 200 && !isUnchanged)
        return troubleOf(answer);
    if (!answer.movedForGood.isEmpty())
        move(answer.movedForGood);
    if (answer.status == 200 && isWebPage(answer.body, answer.header("content-type")))
        return discover(answer);
    m_isDone = true;
    if (isUnchanged)
        return FetchedPage{{}, {}, place(), m_rest};
    if (answer.body.trimmed().isEmpty()) {
        return PageProblem{
            FetchOutcome::Failed,
            Words::tr("%1 sent nothing at all instead of a feed. Try again later.").arg(namedHost(answer.address))};
    }
    const bool isJson = looksLikeJson(answer.body);
    if (isJson && isOfAnotherKind(answer.body))
        return notWhatWasAsked(answer);
    m_known = m_again ? Validators{} : answer.validators(); // what this day leaves out is still to come
    const QByteArray feed = isJson ? answer.body : decoded(answer);
    m_rest = isJson ? std::nullopt : feedRhythm(feed);
    return FetchedPage{feed, isJson ? u"json-feed"_s : u"feed"_s, place(), m_rest, 0, m_again ? m_again : m_since};
}

/// Only what the user typed can be gone for good: it may lead elsewhere another day, if this is somewhere else.
PageProblem FeedSource::troubleOf(const HttpAnswer &answer) const
{
    PageProblem problem = problemOf(answer);
    if (problem.outcome == FetchOutcome::Gone && answer.address != m_typed)
        problem.outcome = FetchOutcome::Failed;
    return problem;
}

std::optional<PageProblem> FeedSource::ending() const
{
    return m_hasMoved ? std::optional(PageProblem{FetchOutcome::Done, sentenceOnMove(m_moved)}) : std::nullopt;
}

/// A feed that a page names moves without that page.
void FeedSource::move(const QUrl &address)
{
    if (m_address == m_typed || m_address == m_moved) {
        m_moved = address == m_typed ? QUrl() : address;
        m_hasMoved = !m_moved.isEmpty();
    }
    m_address = address;
}

/// Where it was found it is no more; what the user typed may know where it is now.
FetchedPage FeedSource::lookAgain()
{
    m_address = m_typed;
    m_moved.clear();
    m_known = {};
    return {};
}

std::variant<FetchedPage, PageProblem> FeedSource::discover(const HttpAnswer &answer)
{
    const auto named = m_isNamed ? std::nullopt : feedNamedIn(answer.body, answer.address);
    if (!named) {
        return PageProblem{FetchOutcome::Failed,
                           Words::tr("%1 sent a web page that names no feed. Give the address of the feed itself.")
                               .arg(namedHost(answer.address))};
    }
    m_isNamed = true;
    m_address = *named;
    m_known = {};
    return FetchedPage{};
}

QUrl movedTo(const Subscription &subscription, const QString &place)
{
    const QJsonObject read = QJsonDocument::fromJson(place.toUtf8()).object();
    const bool isItsOwn = read["typed"_L1].toString() == subscription.address.toString();
    return isItsOwn ? QUrl(read["moved"_L1].toString()) : QUrl();
}

QString sentenceOnMove(const QUrl &address)
{
    return Words::tr("Its address has moved for good, to %1.")
        .arg(address.toString(QUrl::FullyEncoded).left(longestShown));
}

} // namespace tidemark
