#pragma once

#include "fetch/PageSource.h"

namespace tidemark {

/// What a search of X's API v2 finds, with a bearer token. Every post read costs money there: a run reads at most
/// the subscription's budget, and no post a second time, for each question begins behind the newest one that is
/// known, or ends before the oldest one of a run that was stopped.
class XSource final : public PageSource
{
public:
    XSource(const Subscription &subscription, const QString &place, const Secret &secret,
            std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    void keepWithin(Instant earliest);
    [[nodiscard]] QString place() const;

    Subscription m_subscription;
    Credential m_credential;
    std::optional<Instant> m_since;
    int m_left;            ///< of the budget
    QString m_newest;      ///< id of the newest post that was read in runs that came to their end
    QString m_top;         ///< id of the newest post of the run under way
    QString m_before;      ///< id of the oldest one: the next question ends there
    QString m_token;       ///< of the next page, within a run
    bool m_goesOn = false; ///< below m_before, where another run was stopped
    bool m_isDone = false;
    bool m_isRepeating = false; ///< the server gave the same token again
};

} // namespace tidemark
