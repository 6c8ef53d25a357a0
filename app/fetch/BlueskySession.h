#pragma once

#include "fetch/HttpMessage.h"
#include "fetch/PageSource.h"

#include <QHash>

#include <memory>
#include <optional>

namespace tidemark {

/// A session with a server of Bluesky's protocol, opened with an app password and kept open. Lives as long as the
/// run; nothing of it is ever written down.
class BlueskySession final
{
public:
    BlueskySession(QUrl server, QString account, Secret password);

    [[nodiscard]] bool isOpen() const { return !m_access.isEmpty(); }
    /// Asks for the session, or for a fresh one where the old one has run out.
    [[nodiscard]] HttpRequest opening() const;
    /// Takes the answer to that; nothing: it is open.
    std::optional<PageProblem> take(const HttpAnswer &answer);
    /// Whether an answer says that the session has run out and can be renewed: then it is closed.
    bool hasRunOut(const HttpAnswer &answer);
    [[nodiscard]] Credential credential() const;
    [[nodiscard]] QString did() const { return m_did; } ///< of the account itself; empty: the server didn't say

private:
    QUrl m_server;
    QString m_account;
    Secret m_password;
    QString m_access;
    QString m_refresh;
    QString m_did;
    bool m_isFresh = false; ///< not used since it was opened: running out now would be for ever
};

/// The sessions of one run: all that are let in by the same account at the same server share one.
class BlueskySessions final
{
public:
    std::shared_ptr<BlueskySession> sessionFor(const Subscription &subscription, const Secret &password);
    void clear() { m_sessions.clear(); }

private:
    QHash<QStringList, std::shared_ptr<BlueskySession>> m_sessions; ///< by server, account and password
};

/// The address of a method of Bluesky's protocol at a server.
QUrl blueskyMethod(const QUrl &server, const QString &name);

} // namespace tidemark
