#pragma once

#include "fetch/BlueskySession.h"
#include "fetch/PageSource.h"
#include "fetch/TagWalks.h"

namespace tidemark {

/// What searches of Bluesky find, through the user's own server. It takes several hashtags for a wish to have all
/// of them. So each of those of which any will do is searched for by itself.
class BlueskySource final : public PageSource
{
public:
    BlueskySource(const Subscription &subscription, const QString &place, std::shared_ptr<BlueskySession> session,
                  std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    [[nodiscard]] QUrl address() const;
    std::variant<FetchedPage, PageProblem> takePage(const HttpAnswer &answer);
    [[nodiscard]] bool isUnwanted(const Json &post) const;

    Subscription m_subscription;
    std::shared_ptr<BlueskySession> m_session;
    TagWalks m_searches;
};

} // namespace tidemark
