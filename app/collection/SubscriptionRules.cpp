#include "collection/SubscriptionRules.h"

#include "collection/SubscriptionNames.h"
#include "fetch/Addresses.h"
#include "fetch/FeedSource.h"
#include "fetch/Keyring.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostTags = 4; ///< that servers take together

// What X takes of letters in one query: https://docs.x.com/x-api/posts/search/introduction
constexpr qsizetype longestRecentQuery = 512;
constexpr qsizetype longestArchiveQuery = 1024;

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

/// As hashtags are told apart.
QStringList folded(const QStringList &tags)
{
    QStringList all;
    for (const QString &tag : tags)
        all << tag.toCaseFolded();
    return all;
}

/// Whether one brings what the other brings.
bool asksTheSame(const Subscription &one, const Subscription &other)
{
    const auto question = [](const Subscription &of) {
        QUrl address = of.address;
        if (address.path() == "/"_L1)
            address.setPath({});
        return std::tuple(of.service, address, folded(of.anyTags), folded(of.allTags), folded(of.noneTags),
                          of.words, of.account, of.wholeArchive);
    };
    return question(one) == question(other);
}

/// Without a scheme before it, a host is known by its dots or its port; this machine is known by its name.
bool beginsWithHost(const QString &text)
{
    static const QRegularExpression host(
        u"^(?:localhost|[^/?#\\s]*\\w[.:]\\w[^/?#\\s]*|\\[[^/?#\\s]*)(?:[/?#]|$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return host.match(text).hasMatch();
}

/// Servers with Mastodon's API find nothing under a tag that is none.
std::optional<QString> lackOfTags(const QStringList &tags)
{
    static const QRegularExpression pattern(u"^[\\p{L}\\p{M}\\p{N}_\u00B7\u30FB\u200C\u200D]+$"_s);
    for (const QString &tag : tags) {
        if (!pattern.match(tag).hasMatch())
            return Words::tr("“%1” is no hashtag: these have letters, digits and underscores alone.").arg(tag);
    }
    return std::nullopt;
}

std::optional<QString> lackOfX(const Subscription &search)
{
    if (search.words.isEmpty())
        return Words::tr("Say what is to be searched for.");
    const qsizetype letters = search.words.toUcs4().size();
    const qsizetype most = search.wholeArchive ? longestArchiveQuery : longestRecentQuery;
    if (letters > most)
        return Words::tr(
                   "X takes at most %1 letters in a query, and this one has %2. Make it shorter, or split it in "
                   "two sources.")
            .arg(QLocale().toString(most), QLocale().toString(letters));
    if (search.budget < smallestBudget)
        return Words::tr("X takes money for every post that is read: set a budget, how many one fetch may read "
                         "at most (10 or more).");
    if (search.everyMinutes && search.monthBudget < smallestBudget)
        return Words::tr("By schedule, X is asked only within a budget for the month, since nobody is asked first: "
                         "set one (10 or more), or have it fetched only when asked.");
    return std::nullopt;
}

} // namespace

QUrl typedAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.contains("://"_L1))
        return QUrl(trimmed, QUrl::StrictMode);
    const QUrl address(u"https://"_s + trimmed, QUrl::StrictMode);
    return address.isValid() && beginsWithHost(trimmed) ? address : QUrl(trimmed);
}

QStringList typedTags(const QString &text)
{
    static const QRegularExpression between(u"[,\uFF0C\u3001\\s]+"_s);
    QStringList tags;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts))
        tags << (part.startsWith(u'#') || part.startsWith(u'\uFF03') ? part.mid(1) : part);
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

bool holdsSecret(const QUrl &address)
{
    return !address.userInfo().isEmpty();
}

QUrl addressNow(const SubscriptionFacts &facts)
{
    const QUrl moved = movedTo(facts.subscription, facts.state.place);
    return moved.isEmpty() ? facts.subscription.address : moved;
}

QStringList remarksOn(const SubscriptionFacts &facts)
{
    QStringList remarks;
    if (const QUrl moved = movedTo(facts.subscription, facts.state.place); !moved.isEmpty())
        remarks << sentenceOnMove(moved);
    if (!facts.state.message.isEmpty())
        remarks << facts.state.message;
    remarks.removeDuplicates(); // the fetch that found it moved has said so
    return remarks;
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
    if (scheme == "http"_L1 && !leadsIntoOwnNetwork(subscription.address)) {
        return Words::tr(
                   "“%1” would be asked over http, where anybody on the way can read along. Only https is used: "
                   "try the address with https.")
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
        return lackOfTags(subscription.anyTags + subscription.allTags + subscription.noneTags);
    case Service::Bluesky:
        if (!hasTags && subscription.words.isEmpty())
            return Words::tr("Say what is to be searched for.");
        if (subscription.account.isEmpty())
            return Words::tr("Bluesky lets nobody search without an account: name yours, and give an app password "
                             "of it.");
        break;
    case Service::X:
        return lackOfX(subscription);
    }
    return std::nullopt;
}

std::optional<QString> clashOf(const Subscription &subscription, const CollectionFacts &facts)
{
    // Another one may have moved to where this one has been all along: it stays as it is.
    const bool asksWhatItAsked = std::any_of(
        facts.subscriptions.cbegin(), facts.subscriptions.cend(), [&](const SubscriptionFacts &each) {
            return each.subscription.number == subscription.number && asksTheSame(each.subscription, subscription);
        });
    for (const SubscriptionFacts &each : facts.subscriptions) {
        Subscription now = each.subscription;
        now.address = addressNow(each);
        if (each.subscription.number != subscription.number
            && (asksTheSame(each.subscription, subscription)
                || (!asksWhatItAsked && asksTheSame(now, subscription))))
            return Words::tr("“%1” asks for the very same already.").arg(each.subscription.name);
    }
    if (takenNames(facts, subscription).contains(subscription.name))
        return Words::tr("There is a source called “%1” already. Choose another name.").arg(subscription.name);
    return std::nullopt;
}

std::optional<QString> faultOf(const QString &secret)
{
    const bool isBroken = std::any_of(secret.cbegin(), secret.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
    return isBroken
        ? std::optional(Words::tr("The token or password holds a line break or the like, which none has. "
                                  "Copy it again, from its first letter to its last."))
        : std::nullopt;
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
        if (question.isAbout(subscription, each.state) && costsMoney(subscription.service))
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

} // namespace tidemark
