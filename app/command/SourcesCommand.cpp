#include "collection/FeedList.h"
#include "collection/SubscriptionNames.h"
#include "collection/SubscriptionRules.h"
#include "command/Subscriptions.h"
#include "command/Terminal.h"
#include "command/Tokens.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<Service> serviceFrom(const Invocation &invocation)
{
    if (!invocation.has(u"service"_s))
        return invocation.has(u"tag"_s) || invocation.has(u"all"_s) ? Service::Mastodon : Service::Feed;
    const auto service = serviceFromKey(invocation.value(u"service"_s));
    if (service)
        return *service;
    return Error{
        Error::Kind::Usage,
        Words::tr("There is no service “%1”: feed, mastodon, bluesky or x.").arg(invocation.value(u"service"_s))};
}

Result<Subscription> subscriptionFrom(const Invocation &invocation, const CollectionFacts &facts)
{
    Subscription subscription;
    auto service = serviceFrom(invocation);
    if (!service)
        return service.error();
    subscription.service = *service;
    subscription.address = typedAddress(invocation.positional().value(1));
    subscription.anyTags = typedTags(invocation.value(u"tag"_s));
    subscription.allTags = typedTags(invocation.value(u"all"_s));
    subscription.noneTags = typedTags(invocation.value(u"none"_s));
    subscription.words = invocation.value(u"query"_s);
    subscription.account = invocation.value(u"account"_s);
    subscription.wholeArchive = invocation.has(u"archive"_s);
    const auto budget = invocation.number(u"budget"_s, 0);
    if (!budget)
        return budget.error();
    subscription.budget = int(std::min<qint64>(*budget, 1'000'000));
    auto since = sinceFrom(invocation, facts.zone);
    if (!since)
        return since.error();
    subscription.since = *since;
    if (const auto lack = lackOf(subscription))
        return Error{Error::Kind::Usage, *lack};
    subscription.name = invocation.value(u"name"_s, freeName(nameFor(subscription), usedNames(facts)));
    if (const auto clash = clashOf(subscription, facts))
        return Error{Error::Kind::Usage, *clash};
    return subscription;
}

int add(const Invocation &invocation)
{
    // Looked at first, so that no collection is made for nothing.
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    const bool isMissing = !collection && collection.error().kind == Error::Kind::NotFound;
    const auto subscription = subscriptionFrom(invocation, collection ? (*collection)->facts() : CollectionFacts());
    if (!subscription)
        return fail(subscription.error());
    const auto token = tokenFrom(invocation);
    if (!token)
        return fail(token.error());
    if (isMissing)
        collection = openCollection(invocation, Collection::Missing::Create);
    if (!collection)
        return fail(collection.error());
    const auto added = waitFor((*collection)->addSubscription(*subscription), Words::tr("Adding"));
    if (!added)
        return fail(added.error());
    QString kept;
    if (*token) {
        const auto secret
            = waitFor((*collection)->keepSecret(*subscription, **token), Words::tr("Keeping the token"));
        if (!secret)
            return fail(secret.error());
        kept = *secret == SecretKept::InKeyring
            ? Words::tr("Its token is in the system's keyring.")
            : Words::tr("This system has no keyring, so its token is kept nowhere: "
                        "give it to each fetch with --token-from.");
    }
    if (invocation.has(u"json"_s)) {
        printJson({{u"name"_s, subscription->name}, {u"service"_s, serviceKey(subscription->service)}});
    } else {
        printLine(Words::tr("Added “%1” (%2). Nothing is fetched before you ask: tidemark fetch.")
                      .arg(subscription->name, serviceName(subscription->service)));
        if (!kept.isEmpty())
            printLine(kept);
    }
    return finished(Done);
}

int remove(const Invocation &invocation)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const QString name = invocation.positional().value(1);
    const auto subscription = subscriptionNamed(**collection, name);
    if (!subscription)
        return fail(subscription.error());
    const bool withStories = invocation.has(u"with-stories"_s);
    const bool leavesSecret = isLastWithItsSecret(*subscription, (*collection)->facts());
    const auto gone
        = waitFor((*collection)->removeSubscription(subscription->number, withStories), Words::tr("Removing"));
    if (!gone)
        return fail(gone.error());
    if (leavesSecret)
        (void)waitFor((*collection)->keepSecret(*subscription, {}), Words::tr("Forgetting the token"));
    printLine(withStories ? Words::tr("Removed “%1” and %2 stories that only it had brought.").arg(name).arg(*gone)
                          : Words::tr("Removed “%1”. Its stories stay.").arg(name));
    return finished(Done);
}

int setPaused(const Invocation &invocation, bool paused)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    auto subscription = subscriptionNamed(**collection, invocation.positional().value(1));
    if (!subscription)
        return fail(subscription.error());
    subscription->paused = paused;
    const auto changed = waitFor((*collection)->changeSubscription(*subscription), Words::tr("Changing"));
    return changed ? finished(Done) : fail(changed.error());
}

int importList(const Invocation &invocation)
{
    const auto feeds = readOpmlFile(invocation.positional().value(1));
    if (!feeds)
        return fail(feeds.error());
    const auto collection = openCollection(invocation, Collection::Missing::Create);
    if (!collection)
        return fail(collection.error());
    int added = 0;
    const ListedSubscriptions listed = subscriptionsTo(*feeds, (*collection)->facts());
    for (const Subscription &subscription : listed.subscriptions) {
        const auto done = waitFor((*collection)->addSubscription(subscription), Words::tr("Adding"));
        if (!done)
            return fail(done.error());
        ++added;
    }
    for (const QString &sentence : whatWasAdded(added, listed))
        printLine(sentence);
    return finished(Done);
}

int exportList(const Invocation &invocation)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    printLine(writeOpml(subscribedFeeds((*collection)->facts())));
    return finished(Done);
}

int pause(const Invocation &invocation)
{
    return setPaused(invocation, true);
}

int resume(const Invocation &invocation)
{
    return setPaused(invocation, false);
}

struct Part
{
    QString word;
    qsizetype words = 2; ///< with itself
    int (*run)(const Invocation &invocation) = nullptr;
    QStringList options; ///< that it heeds, beside --collection
};

const QVector<Part> &parts()
{
    static const QVector<Part> all{
        {u"add"_s,
         2,
         add,
         {u"json"_s, u"service"_s, u"name"_s, u"tag"_s, u"all"_s, u"none"_s, u"query"_s, u"account"_s,
          u"token-from"_s, u"since"_s, u"archive"_s, u"budget"_s}},
        {u"list"_s, 1, listSources, {u"json"_s}},
        {u"pause"_s, 2, pause, {}},
        {u"resume"_s, 2, resume, {}},
        {u"remove"_s, 2, remove, {u"with-stories"_s}},
        {u"import"_s, 2, importList, {}},
        {u"opml"_s, 1, exportList, {}},
    };
    return all;
}

int runSources(const Invocation &invocation)
{
    const QStringList &words = invocation.positional();
    const QString what = words.value(0, u"list"_s);
    const auto part = std::ranges::find(parts(), what, &Part::word);
    if (part == parts().cend())
        return fail(
            Error{Error::Kind::Usage,
                  Words::tr("There is no “%1” here: add, list, pause, resume, remove, import, opml.").arg(what)});
    if (part->words != std::max<qsizetype>(1, words.size()))
        return fail(Error{
            Error::Kind::Usage,
            Words::tr("Say what to do and with which: add ADDRESS, list, pause NAME, resume NAME, remove NAME, "
                      "import FILE, opml.")});
    if (auto heeded = checkHeeded(invocation, u"sources "_s + what, part->options); !heeded)
        return fail(heeded.error());
    return part->run(invocation);
}

} // namespace

Command sourcesCommand()
{
    return {
        .name = u"sources"_s,
        .arguments = u"add ADDRESS | list | pause NAME | resume NAME | remove NAME | import FILE | opml"_s,
        .summary = Words::tr("what brings stories: subscriptions to servers and feeds, and files"),
        .details = Words::tr(
            "A subscription is fetched when you ask for it (tidemark fetch) and at no other time. ADDRESS is that "
            "of "
            "a feed (RSS, Atom, JSON Feed) or of a page that names one; of a server with Mastodon's API, with the "
            "hashtags to follow; of your own Bluesky server (https://bsky.social); or https://api.x.com. Only "
            "https "
            "is used, except for servers in your own network whose address you type. import takes the feeds of an "
            "OPML "
            "file, opml writes one.\n\nAuthors who ask not to be "
            "found by searching, and those who show their posts only to people who are logged in, are left out."),
        .options = {collectionOption(),
                    jsonOption(),
                    {u"service"_s, u"SERVICE"_s,
                     Words::tr("feed, mastodon, bluesky or x; mastodon where hashtags are named, else feed")},
                    {u"name"_s, u"NAME"_s, Words::tr("what to call it; without it, what it asks for and where")},
                    {u"tag"_s, u"A,B"_s, Words::tr("hashtags, of which a story has any")},
                    {u"all"_s, u"A,B"_s, Words::tr("hashtags, all of which it has")},
                    {u"none"_s, u"A,B"_s, Words::tr("hashtags, none of which it has")},
                    {u"query"_s, u"TEXT"_s, Words::tr("what Bluesky or X search for, in their own query language")},
                    {u"account"_s, u"HANDLE"_s,
                     Words::tr("your account on Bluesky, whose app password lets Tidemark search")},
                    tokenOption(Words::tr(
                        "where the token (Mastodon, X) or app password (Bluesky) comes from: a line of standard "
                        "input, or an environment variable. It goes into the system's keyring")),
                    sinceOption(Words::tr("how far back to fetch; without it, as far as the server goes")),
                    {u"archive"_s, {}, Words::tr("X: search the full archive, not the last seven days")},
                    {u"budget"_s, u"POSTS"_s,
                     Words::tr("X: how many posts one fetch may read at most, for each costs money")},
                    {u"with-stories"_s, {}, Words::tr("remove: the stories that only it had brought go, too")}},
        .run = runSources};
}

} // namespace tidemark
