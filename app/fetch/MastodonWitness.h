#pragma once

#include "fetch/HttpMessage.h"

namespace tidemark {

/// Asks a server of the fediverse for what must be there, before it is believed that something is gone: one that
/// has moved, was shut down, keeps us out or lost its way behind a proxy says of everything that it isn't there.
///
/// It has to show the account that shared what is gone, or the newest post of its public timeline as a page like
/// the one that is missing. Where its API said so, and not a page alone, it is enough that the timeline has posts,
/// or where strangers may not see that, that the server tells of itself.
class MastodonWitness final
{
public:
    MastodonWitness() = default;
    /// gone: the address of what isn't there. byApi: the API said so, too.
    MastodonWitness(const QUrl &gone, bool byApi);

    [[nodiscard]] bool isDone() const { return m_step == Step::Done; }
    [[nodiscard]] bool vouches() const { return m_vouches; } ///< once it is done: the server may be believed
    [[nodiscard]] QUrl address() const;                      ///< to ask for next
    void take(const HttpAnswer &answer);

private:
    enum class Step { Account, Timeline, Newest, Instance, FirstInstance, Done };

    void takeTimeline(const HttpAnswer &answer);
    void end(bool vouches);

    QUrl m_gone;
    QUrl m_newest; ///< post of the timeline
    bool m_byApi = false;
    bool m_vouches = false;
    Step m_step = Step::Done;
};

} // namespace tidemark
