#pragma once

#include "fetch/PageSource.h"
#include "fetch/TagWalks.h"

namespace tidemark {

/// The timelines of hashtags of a server with Mastodon's API. Smaller servers give the posts of the tag in the
/// address and don't heed which others are wished for or not. So each tag of which any will do is asked for by
/// itself, and what has not all of the others, or has one that nobody wants, is left out here, too.
class MastodonSource final : public PageSource
{
public:
    MastodonSource(const Subscription &subscription, const QString &place, const Secret &secret,
                   std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    [[nodiscard]] bool isWished(const Json &status) const;

    Subscription m_subscription;
    std::optional<Credential> m_credential;
    TagWalks m_walks;
};

} // namespace tidemark
