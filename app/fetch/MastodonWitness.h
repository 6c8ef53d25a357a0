#pragma once

#include "fetch/HttpMessage.h"

namespace tidemark {

/// Asks a server of the fediverse for what must be there, before it is believed that something is gone: one that
/// has moved, was shut down, keeps us out or lost its way behind a proxy says of everything that it isn't there.
///
/// It has to show as a page, like the one that is missing, what it showed before, the account that shared what is
/// gone, or the newest post of its public timeline. Where its API said so, and not a page alone, it is enough that
/// the timeline has posts, or where strangers may not see that, that the server tells of itself.
class MastodonWitness final
{
public:
    MastodonWitness() = default;
    /// gone: the address of what isn't there. shown: of what was, some time before; empty: nothing was. byApi: the
    /// API says that it is gone, too.
    MastodonWitness(const QUrl &gone, const QUrl &shown, bool byApi);

    [[nodiscard]] bool isDone() const { return m_step == Step::Done; }
    [[nodiscard]] bool vouches() const { return m_vouches; } ///< once it is done: the server may be believed
    [[nodiscard]] QUrl address() const;                      ///< to ask for next
    void take(const HttpAnswer &answer);                     ///< of the very server

private:
    enum class Step { Pages, Timeline, Newest, Instance, FirstInstance, Done };

    void takeTimeline(const HttpAnswer &answer);
    void end(bool vouches);

    QUrl m_gone;
    QVector<QUrl> m_pages; ///< to ask for, of which one is enough
    QUrl m_newest;         ///< post of the timeline
    bool m_byApi = false;
    bool m_vouches = false;
    Step m_step = Step::Done;
};

} // namespace tidemark
