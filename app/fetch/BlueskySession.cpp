#include "fetch/BlueskySession.h"

#include "source/Json.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

BlueskySession::BlueskySession(QUrl server, QString account, Secret password)
    : m_server(std::move(server)), m_account(std::move(account)), m_password(std::move(password))
{
}

HttpRequest BlueskySession::opening() const
{
    HttpRequest request{.address = {}, .typed = m_server, .accept = "application/json"};
    if (!m_refresh.isEmpty()) {
        request.address = blueskyMethod(m_server, u"com.atproto.server.refreshSession"_s);
        request.credential = bearerOf(m_refresh, m_server);
        request.json = QByteArray("");
        return request;
    }
    request.address = blueskyMethod(m_server, u"com.atproto.server.createSession"_s);
    request.json = QJsonDocument(QJsonObject{{u"identifier"_s, m_account}, {u"password"_s, m_password.text}})
                       .toJson(QJsonDocument::Compact);
    return request;
}

std::optional<PageProblem> BlueskySession::take(const HttpAnswer &answer)
{
    if (answer.status != 200 && !m_refresh.isEmpty()) {
        m_refresh.clear(); // then anew, with the password
        return std::nullopt;
    }
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto session = parser.parse(answer.body);
    if (!session || (*session)["accessJwt"].text().isEmpty())
        return notWhatWasAsked(answer);
    m_access = (*session)["accessJwt"].text();
    m_refresh = (*session)["refreshJwt"].text();
    m_did = (*session)["did"].text();
    m_isFresh = true;
    return std::nullopt;
}

bool BlueskySession::hasRunOut(const HttpAnswer &answer)
{
    JsonParser parser;
    const auto said = answer.status == 400 || answer.status == 401 ? parser.parse(answer.body) : std::nullopt;
    const bool hasRunOut = said && (*said)["error"].text() == "ExpiredToken"_L1 && !m_isFresh;
    m_isFresh = false;
    if (hasRunOut)
        m_access.clear();
    return hasRunOut;
}

Credential BlueskySession::credential() const
{
    return bearerOf(m_access, m_server);
}

std::shared_ptr<BlueskySession> BlueskySessions::sessionFor(const Subscription &subscription,
                                                            const Secret &password)
{
    auto &session = m_sessions[{subscription.address.toString(), subscription.account, password.text}];
    if (!session)
        session = std::make_shared<BlueskySession>(subscription.address, subscription.account, password);
    return session;
}

QUrl blueskyMethod(const QUrl &server, const QString &name)
{
    QUrl address = server;
    address.setPath(u"/xrpc/"_s + name);
    address.setQuery(QString());
    return address;
}

} // namespace tidemark
