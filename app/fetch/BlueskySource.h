#pragma once

#include "fetch/PageSource.h"
#include "fetch/Walk.h"

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

private:
    QUrl m_server;
    QString m_account;
    Secret m_password;
    QString m_access;
    QString m_refresh;
    bool m_isFresh = false; ///< not used since it was opened: running out now would be for ever
};

/// What a search of Bluesky finds, through the user's own server.
class BlueskySource final : public PageSource
{
public:
    BlueskySource(const Subscription &subscription, const QString &place, const Secret &secret,
                  std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;

private:
    std::variant<FetchedPage, PageProblem> takePage(const HttpAnswer &answer);

    Subscription m_subscription;
    BlueskySession m_session;
    Walk m_walk;
    bool m_hasCursor = false; ///< the walk's place is one that the server gave in this run
};

} // namespace tidemark
