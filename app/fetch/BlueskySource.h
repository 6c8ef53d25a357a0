#pragma once

#include "fetch/BlueskySession.h"
#include "fetch/PageSource.h"
#include "fetch/Walk.h"

namespace tidemark {

/// What a search of Bluesky finds, through the user's own server.
class BlueskySource final : public PageSource
{
public:
    BlueskySource(const Subscription &subscription, const QString &place, std::shared_ptr<BlueskySession> session,
                  std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    std::variant<FetchedPage, PageProblem> takePage(const HttpAnswer &answer);

    Subscription m_subscription;
    std::shared_ptr<BlueskySession> m_session;
    Walk m_walk;
    bool m_hasCursor = false; ///< the walk's place is one that the server gave in this run
};

} // namespace tidemark
