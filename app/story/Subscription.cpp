#include "story/Subscription.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 minute = 60'000;

Instant monthAfter(const QString &month)
{
    return QDate::fromString(month, u"yyyy-MM"_s).addMonths(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

struct OutcomeKey
{
    FetchOutcome outcome;
    QLatin1StringView key;
};

constexpr std::array outcomeKeys{
    OutcomeKey{FetchOutcome::Never, "never"_L1},     OutcomeKey{FetchOutcome::Done, "done"_L1},
    OutcomeKey{FetchOutcome::Partly, "partly"_L1},   OutcomeKey{FetchOutcome::Waiting, "waiting"_L1},
    OutcomeKey{FetchOutcome::Offline, "offline"_L1}, OutcomeKey{FetchOutcome::Failed, "failed"_L1},
    OutcomeKey{FetchOutcome::Gone, "gone"_L1},
};

} // namespace

QString serviceKey(Service service)
{
    switch (service) {
    case Service::Mastodon:
        return u"mastodon"_s;
    case Service::Bluesky:
        return u"bluesky"_s;
    case Service::X:
        return u"x"_s;
    case Service::Feed:
        break;
    }
    return u"feed"_s;
}

std::optional<Service> serviceFromKey(QStringView key)
{
    for (const Service service : allServices) {
        if (key.compare(serviceKey(service), Qt::CaseInsensitive) == 0)
            return service;
    }
    return std::nullopt;
}

QString serviceName(Service service)
{
    switch (service) {
    case Service::Mastodon:
        return QCoreApplication::translate("Subscription", "Mastodon");
    case Service::Bluesky:
        return QCoreApplication::translate("Subscription", "Bluesky");
    case Service::X:
        return QCoreApplication::translate("Subscription", "X");
    case Service::Feed:
        break;
    }
    return QCoreApplication::translate("Subscription", "Feed");
}

QString outcomeKey(FetchOutcome outcome)
{
    const auto known = std::find_if(outcomeKeys.cbegin(), outcomeKeys.cend(),
                                    [outcome](const OutcomeKey &each) { return each.outcome == outcome; });
    return known == outcomeKeys.cend() ? QString() : QString(known->key);
}

FetchOutcome outcomeFromKey(QStringView key)
{
    const auto known = std::find_if(outcomeKeys.cbegin(), outcomeKeys.cend(),
                                    [key](const OutcomeKey &each) { return each.key == key; });
    return known == outcomeKeys.cend() ? FetchOutcome::Never : known->outcome;
}

bool costsMoney(Service service)
{
    return service == Service::X;
}

QString paidMonthOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(u"yyyy-MM"_s);
}

int paidInMonth(const SubscriptionState &state, Instant now)
{
    return state.paidMonth == paidMonthOf(now) ? state.paidPosts : 0;
}

int scheduledBudget(const Subscription &subscription, const SubscriptionState &state, Instant now)
{
    return std::min(subscription.budget, subscription.monthBudget - paidInMonth(state, now));
}

std::optional<Instant> dueAt(const Subscription &subscription, const SubscriptionState &state)
{
    if (!subscription.everyMinutes || subscription.paused || state.outcome == FetchOutcome::Gone)
        return std::nullopt;
    const Instant bySchedule = state.askedAt ? *state.askedAt + *subscription.everyMinutes * minute : 0;
    const Instant due = std::max(bySchedule, state.notBefore.value_or(0));
    if (!costsMoney(subscription.service))
        return due;
    if (subscription.monthBudget < smallestBudget)
        return std::nullopt;
    const bool isUsedUp = subscription.monthBudget - state.paidPosts < smallestBudget;
    return isUsedUp ? std::max(due, monthAfter(state.paidMonth)) : due;
}

} // namespace tidemark
