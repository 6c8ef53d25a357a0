#pragma once

#include "fetch/PageSource.h"

#include <QSet>

class QUrlQuery;

namespace tidemark {

/// What a search of X's API v2 finds, with a bearer token. Every post read costs money there: a run reads at most
/// the subscription's budget, and no post a second time. All between the oldest and the newest known post is read:
/// a run asks for what is above that, going on below the last post of a run that was stopped, and, where somebody
/// wishes for an earlier day than before, for what is below. A later day than before changes nothing. A wish that a
/// run didn't fulfil stays for the next one. A hundred empty pages, one after another, are taken for the end.
class XSource final : public PageSource
{
public:
    XSource(const Subscription &subscription, const QString &place, const Secret &secret,
            std::optional<Instant> again);

    std::optional<HttpRequest> next() override;
    std::variant<FetchedPage, PageProblem> take(const HttpAnswer &answer) override;
    [[nodiscard]] int mostPaid() const override;
    [[nodiscard]] std::optional<PageProblem> ending() const override;

private:
    enum class Stretch { Above, Below, None };

    void keepWithin(Instant earliest);
    void endAbove();
    void endStretch();
    bool readsNew(const QStringList &ids);
    void addSpan(QUrlQuery &query) const;
    [[nodiscard]] QString place() const;

    Subscription m_subscription;
    Credential m_credential;
    std::optional<Instant> m_wish; ///< to go back to there, beside what the subscription says
    Instant m_since = 0;
    int m_left;                     ///< of the budget
    QString m_newest;               ///< id of the newest post below which all is read
    QString m_oldest;               ///< id of the oldest one of those
    std::optional<Instant> m_floor; ///< nothing is left below it down to here; absent: nobody knows
    QString m_top;    ///< id of the newest post of the stretch above, where that isn't read to its end
    QString m_before; ///< id of the oldest one of it
    Stretch m_stretch = Stretch::Above;
    QString
        m_until; ///< where the stretch began in this run, for its questions must stay the same; empty: at the top
    QString m_token;            ///< of the stretch's next page
    QSet<QString> m_tokens;     ///< that the stretch's pages gave
    QSet<QString> m_read;       ///< ids of posts in this run
    int m_emptyPages = 0;       ///< one after another
    bool m_isRepeating = false; ///< the server gave a token again, or nothing but posts that were read
    bool m_isBarren = false;    ///< a stretch ended at empty pages, behind which there may be more
};

} // namespace tidemark
