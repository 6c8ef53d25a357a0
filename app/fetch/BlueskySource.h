#pragma once

#include "fetch/BlueskySession.h"
#include "fetch/PageSource.h"
#include "fetch/Walk.h"

#include <QSet>
#include <QVector>

namespace tidemark {

/// What searches of Bluesky find, through the user's own server. It takes several hashtags for a wish to have all
/// of them. So each of those of which any will do is searched for by itself, in turn, with a way and a place of its
/// own.
class BlueskySource final : public PageSource
{
public:
    BlueskySource(const Subscription &subscription, const QString &place, std::shared_ptr<BlueskySession> session,
                  std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    struct Search
    {
        QString tag; ///< empty: there is one search, for what else is wished
        Walk walk;
        QString place;          ///< as the walk says once it has read a page; until then as it was before
        bool hasCursor = false; ///< the walk's place is one that the server gave in this run
    };

    [[nodiscard]] QUrl address(const Search &search) const;
    std::variant<FetchedPage, PageProblem> takePage(const HttpAnswer &answer);
    [[nodiscard]] bool isUnwanted(const Json &post) const;
    void passOn();
    [[nodiscard]] QString place() const;

    Subscription m_subscription;
    std::shared_ptr<BlueskySession> m_session;
    QVector<Search> m_searches;
    qsizetype m_turn = 0;  ///< whose page is next, if any is left
    QSet<QString> m_taken; ///< uris: a post may be found by several searches
};

} // namespace tidemark
