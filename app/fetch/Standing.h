#pragma once

#include "fetch/BlueskySession.h"
#include "fetch/MastodonDoors.h"
#include "fetch/PageSource.h"
#include "story/Platform.h"

#include <QStringList>

#include <memory>

namespace tidemark {

/// What a platform says of a story that it was asked about.
enum class Standing : quint8 {
    Stands,
    Deleted,   ///< its author took it back
    Protected, ///< or shows it to fewer people now
    Unsought,  ///< stands, but its author asks those who search not to find it
    Suspended, ///< the account is suspended, deactivated or gone
    Unknown,   ///< nobody said: nothing changes
};

/// A story to ask about, as its platform knows it.
struct AskedAbout
{
    QString nativeId;
    QString authorId;
};

/// Asks one platform about stories, in its batch calls. Like PageSource it does nothing by itself: next() says what
/// to ask and take() understands the answer.
class StandingQuestion
{
public:
    virtual ~StandingQuestion() = default;

    [[nodiscard]] virtual qsizetype batchSize() const = 0;
    /// Which server is asked about a story: those of one batch have the same one.
    [[nodiscard]] virtual QString serverOf(const AskedAbout &story) const = 0;
    /// Begins with a batch.
    virtual void ask(const QVector<AskedAbout> &stories) = 0;
    /// What to ask next for it; nothing: standings() are known.
    virtual std::optional<HttpRequest> next() = 0;
    /// A problem ends the whole question; what isn't known stays Unknown.
    virtual std::optional<PageProblem> take(const HttpAnswer &answer) = 0;
    /// Why a server said nothing of some of them; nothing: it said something of each, or take() told.
    [[nodiscard]] virtual std::optional<PageProblem> ending() const { return {}; }
    /// In the order of the batch.
    [[nodiscard]] virtual QVector<Standing> standings() const = 0;
    /// What the server showed of those that stand and may have been changed.
    [[nodiscard]] virtual QVector<FetchedPage> shown() const { return {}; }
};

/// Asks each story's own server, for twenty at once where it lists them (Mastodon from 4.3 on), and for the page of
/// each one that it doesn't list: 404 and 410 say that it is gone, 401 and 403 that it isn't for everybody any more
/// (403: its account is suspended). That is believed once the server shows something else, another story or what
/// MastodonWitness asks for. Only the very server is heard, not another one to which it leads. Pages don't say what
/// their authors wish; so these are asked for, too, each once. A server that says nothing three times on end isn't
/// asked any more. doors: the servers that the user subscribed to, which may lie in his own network.
std::unique_ptr<StandingQuestion> mastodonStanding(const QVector<MastodonDoor> &doors);

/// Bluesky's getPosts leaves out what is deleted, and what belongs to accounts that are gone: their profiles tell.
/// That is believed of a server that shows at least the account that asks and, where nothing of a batch stands,
/// some post of somebody who has shared any.
std::unique_ptr<StandingQuestion> blueskyStanding(const Subscription &subscription,
                                                  std::shared_ptr<BlueskySession> session);

/// X's lookup of posts, a hundred at a time. It takes money for each that still stands.
std::unique_ptr<StandingQuestion> xStanding(const Subscription &subscription, const Secret &secret);

} // namespace tidemark
