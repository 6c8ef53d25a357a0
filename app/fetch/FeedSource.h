#pragma once

#include "fetch/PageSource.h"

namespace tidemark {

/// A feed: one document, asked for anew each time, and only sent if it changed. Where the address is that of a web
/// page, the feed that it names; once that is gone, the page is asked once more.
class FeedSource final : public PageSource
{
public:
    /// again: entries since then, this time, whatever was read before.
    FeedSource(const Subscription &subscription, const QString &place, std::optional<Instant> again = {});

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] std::optional<PageProblem> ending() const override; ///< that it has moved for good

private:
    [[nodiscard]] QString place() const;
    std::variant<FetchedPage, PageProblem> discover(const HttpAnswer &answer);
    [[nodiscard]] PageProblem troubleOf(const HttpAnswer &answer) const;
    FetchedPage lookAgain();
    void move(const QUrl &address);

    QUrl m_typed;
    QUrl m_moved;                       ///< where that has moved to for good; empty: nowhere
    QUrl m_address;                     ///< where the feed is now
    Validators m_known;                 ///< of what was read there
    std::optional<Milliseconds> m_rest; ///< that it asks for
    std::optional<Instant> m_since;     ///< no older entries,
    std::optional<Instant> m_again;     ///< or none older than this, in this run
    bool m_isDone = false;
    bool m_isNamed = false;  ///< by a page: it names no other
    bool m_hasMoved = false; ///< in this run
};

/// Where what the user typed has moved to for good, as a place that its source gave says; empty: nowhere.
QUrl movedTo(const Subscription &subscription, const QString &place);
/// The same as a sentence.
QString sentenceOnMove(const QUrl &address);

} // namespace tidemark
