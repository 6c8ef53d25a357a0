#pragma once

#include "story/TimeSpan.h"

#include <QString>
#include <QStringList>
#include <QStringView>
#include <QUrl>

#include <array>
#include <optional>

namespace tidemark {

/// What kind of server a subscription asks.
enum class Service : quint8 { Feed, Mastodon, Bluesky, X };

inline constexpr std::array allServices{Service::Feed, Service::Mastodon, Service::Bluesky, Service::X};

/// The key used in collections, on the command line and in JSON: "feed", "mastodon", "bluesky", "x".
QString serviceKey(Service service);
std::optional<Service> serviceFromKey(QStringView key);
QString serviceName(Service service); ///< for people, translated

/// X gives no smaller page: with less, nothing is asked.
inline constexpr int smallestBudget = 10;

/// What to fetch from where: a source of stories that is asked again and again.
struct Subscription
{
    qint64 number = 0;
    QString name; ///< unique in the collection; its source is called so
    Service service = Service::Feed;
    QUrl address; ///< as the user typed it: the feed, a page that names it, or the server

    QStringList anyTags;       ///< without #. Mastodon: stories with any of them,
    QStringList allTags;       ///< that have all of these besides,
    QStringList noneTags;      ///< and none of these
    QString words;             ///< what Bluesky and X search for, in their own query language
    QString account;           ///< Bluesky: whose app password lets the program in
    bool wholeArchive = false; ///< X: the full archive and not the last seven days
    int budget = 0;            ///< X: posts that one run may read at most
    int monthBudget = 0;       ///< X: posts that may be read in a month before its schedule rests

    std::optional<Instant> since{};    ///< how far back; absent: as far as the server goes
    std::optional<int> everyMinutes{}; ///< fetched by itself while the program runs; absent: when asked for
    bool paused = false;

    friend bool operator==(const Subscription &, const Subscription &) = default;
};

/// How the last fetch of a subscription ended.
enum class FetchOutcome : quint8 {
    Never,   ///< nobody asked yet
    Done,    ///< everything that there was has come
    Partly,  ///< stopped, or more than one run takes: the next one goes on
    Waiting, ///< the server asks to be left alone for a while
    Offline, ///< no way there from here: nobody's mistake
    Failed,
    Gone, ///< the server says that there will never be anything again
};

QString outcomeKey(FetchOutcome outcome);     ///< "never", "done", "partly" ...
FetchOutcome outcomeFromKey(QStringView key); ///< Never for anything unknown

/// What is known of a subscription beside what the user said.
struct SubscriptionState
{
    FetchOutcome outcome = FetchOutcome::Never;
    QString message; ///< a sentence where something is to be said
    std::optional<Instant> askedAt;
    std::optional<Instant> notBefore; ///< the server asks for patience until then
    QString place;                    ///< how far it was read; the source's own, see fetch/PageSource.h
    QString paidMonth;                ///< "2026-11", in UTC: of the posts last paid for
    int paidPosts = 0;                ///< how many were read in that month

    friend bool operator==(const SubscriptionState &, const SubscriptionState &) = default;
};

/// Whether each post that is read costs the user money.
bool costsMoney(Service service);

/// The month, as states name it.
QString paidMonthOf(Instant instant);
/// Posts that were paid for in the month of that moment.
int paidInMonth(const SubscriptionState &state, Instant now);
/// Posts that a fetch by schedule may read, where they cost money.
int scheduledBudget(const Subscription &subscription, const SubscriptionState &state, Instant now);

/// When a subscription is due by its schedule; nothing: never by itself. What costs money is asked by schedule only
/// within the budget of the month, and rests until the next month where that is used up.
std::optional<Instant> dueAt(const Subscription &subscription, const SubscriptionState &state);

} // namespace tidemark
