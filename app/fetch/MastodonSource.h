#pragma once

#include "fetch/PageSource.h"
#include "fetch/Walk.h"

namespace tidemark {

/// The timeline of hashtags of a server with Mastodon's API.
class MastodonSource final : public PageSource
{
public:
    MastodonSource(const Subscription &subscription, const QString &place, const Secret &secret,
                   std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    Subscription m_subscription;
    std::optional<Credential> m_credential;
    Walk m_walk;
};

} // namespace tidemark
