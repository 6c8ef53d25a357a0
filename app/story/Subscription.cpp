#include "story/Subscription.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 minute = 60'000;

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

std::optional<Instant> dueAt(const Subscription &subscription, const SubscriptionState &state)
{
    if (!subscription.everyMinutes || subscription.paused || state.outcome == FetchOutcome::Gone)
        return std::nullopt;
    const Instant bySchedule = state.askedAt ? *state.askedAt + *subscription.everyMinutes * minute : 0;
    return std::max(bySchedule, state.notBefore.value_or(0));
}

} // namespace tidemark
