#pragma once

#include "fetch/PageSource.h"

namespace tidemark {

/// A feed: one document, asked for anew each time, and only sent if it changed. Where the address is that of a web
/// page, the feed that it names.
class FeedSource final : public PageSource
{
public:
    FeedSource(const Subscription &subscription, const QString &place);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;

private:
    [[nodiscard]] QString place() const;
    std::variant<FetchedPage, PageProblem> discover(const HttpAnswer &answer);

    QUrl m_typed;
    QUrl m_address;                     ///< where the feed is now
    Validators m_known;                 ///< of what was read there
    std::optional<Milliseconds> m_rest; ///< that it asks for
    bool m_isDone = false;
    bool m_isNamed = false; ///< by a page: it names no other
};

} // namespace tidemark
