#include "collection/SubscriptionRules.h"

#include "fetch/Addresses.h"
#include "fetch/Keyring.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostTags = 4; ///< that servers take together

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Subscription)
};

QString costOf(const QString &name, int budget, int paid)
{
    const QLocale locale;
    return Words::tr("“%1” may read up to %2 posts of X, each of which costs money. In this month it has read %3.")
        .arg(name, locale.toString(budget), locale.toString(paid));
}

} // namespace

QUrl typedAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    return QUrl(trimmed.contains("://"_L1) ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
}

QStringList typedTags(const QString &text)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    QStringList tags;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts))
        tags << (part.startsWith(u'#') ? part.mid(1) : part);
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

bool holdsSecret(const QUrl &address)
{
    return !address.userInfo().isEmpty();
}

std::optional<QString> lackOf(const Subscription &subscription)
{
    const bool hasTags = !subscription.anyTags.isEmpty() || !subscription.allTags.isEmpty();
    const QString scheme = subscription.address.scheme();
    if (holdsSecret(subscription.address)) {
        return Words::tr("The address holds a name or password, which would be kept where everybody can read it. "
                         "Leave it out.");
    }
    if (!subscription.address.isValid() || subscription.address.host().isEmpty()
        || (scheme != "https"_L1 && scheme != "http"_L1)) {
        return Words::tr("“%1” is no address. Give one like https://server.example.")
            .arg(subscription.address.toString());
    }
    switch (subscription.service) {
    case Service::Feed:
        break;
    case Service::Mastodon:
        if (!hasTags)
            return Words::tr("Name the hashtags that are to be followed.");
        if (subscription.anyTags.size() + subscription.allTags.size() + subscription.noneTags.size() > mostTags)
            return Words::tr("Servers take at most four hashtags together.");
        break;
    case Service::Bluesky:
        if (!hasTags && subscription.words.isEmpty())
            return Words::tr("Say what is to be searched for.");
        if (subscription.account.isEmpty())
            return Words::tr("Bluesky lets nobody search without an account: name yours, and give an app password "
                             "of it.");
        break;
    case Service::X:
        if (subscription.words.isEmpty())
            return Words::tr("Say what is to be searched for.");
        if (subscription.budget < smallestBudget)
            return Words::tr("X takes money for every post that is read: set a budget, how many one fetch may read "
                             "at most (10 or more).");
        if (subscription.everyMinutes && subscription.monthBudget < smallestBudget)
            return Words::tr(
                "By schedule, X is asked only within a budget for the month, since nobody is asked first: "
                "set one (10 or more), or have it fetched only when asked.");
        break;
    }
    return std::nullopt;
}

bool isLastWithItsSecret(const Subscription &subscription, const CollectionFacts &facts)
{
    if (subscription.service == Service::Feed)
        return false;
    const QString key = Keyring::keyOf(subscription);
    return std::none_of(
        facts.subscriptions.cbegin(), facts.subscriptions.cend(), [&](const SubscriptionFacts &each) {
            return each.subscription.number != subscription.number && Keyring::keyOf(each.subscription) == key;
        });
}

bool needsSecret(const Subscription &subscription)
{
    return subscription.service == Service::Bluesky || subscription.service == Service::X;
}

QString lackOfSecret(const Subscription &subscription)
{
    return Words::tr("%1 lets nobody in without a password or token, and none is known here, so nothing was asked. "
                     "Edit the source to give it.")
        .arg(namedHost(subscription.address));
}

QStringList costsOfFetch(const FetchQuestion &question, const CollectionFacts &facts)
{
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    QStringList costs;
    for (const SubscriptionFacts &each : facts.subscriptions) {
        const Subscription &subscription = each.subscription;
        const bool isMeant = question.subscriptions.isEmpty()
            ? !subscription.paused
            : question.subscriptions.contains(subscription.number);
        if (isMeant && costsMoney(subscription.service))
            costs << costOf(subscription.name,
                            question.bySchedule ? scheduledBudget(subscription, each.state, now)
                                                : subscription.budget,
                            paidInMonth(each.state, now));
    }
    return costs;
}

bool canAsk(Service service, const CollectionFacts &facts)
{
    return std::any_of(facts.subscriptions.cbegin(), facts.subscriptions.cend(),
                       [service](const auto &each) { return each.subscription.service == service; });
}

QString costOfRecheck(qint64 stories)
{
    return Words::tr("X takes money for each of its stories that still stands there. The collection holds %1 of X.")
        .arg(QLocale().toString(stories));
}

QString nameFor(const Subscription &subscription)
{
    QStringList tags;
    for (const QString &tag : subscription.anyTags + subscription.allTags)
        tags << u'#' + tag;
    const QString what = subscription.words.isEmpty() ? tags.join(u' ') : subscription.words;
    const QString path = subscription.service == Service::Feed ? subscription.address.path() : QString();
    const QString where = subscription.address.host() + (path == "/"_L1 ? QString() : path);
    return what.isEmpty() ? where : what + u' ' + where;
}

} // namespace tidemark
