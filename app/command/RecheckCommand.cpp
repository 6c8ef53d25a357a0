#include "collection/SavedCopies.h"
#include "collection/SubscriptionRules.h"
#include "command/Subscriptions.h"
#include "command/Terminal.h"
#include "command/Tokens.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<QHash<qint64, QString>> secretsFrom(const Invocation &invocation, const Collection &collection)
{
    QHash<qint64, QString> secrets;
    const auto token = tokenFrom(invocation);
    if (!token)
        return token.error();
    if (!*token)
        return secrets;
    const auto subscription = subscriptionNamed(collection, invocation.value(u"source"_s));
    if (!subscription)
        return subscription.error();
    // Whichever subscription of that server is asked through.
    for (const SubscriptionFacts &each : collection.facts().subscriptions) {
        if (each.subscription.service == subscription->service
            && each.subscription.address == subscription->address)
            secrets.insert(each.subscription.number, **token);
    }
    return secrets;
}

int runRecheck(const Invocation &invocation)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const auto secrets = secretsFrom(invocation, **collection);
    if (!secrets)
        return fail(secrets.error());
    const auto costs = waitFor((*collection)->costsOfRecheck(), Words::tr("Asking"));
    if (!costs)
        return fail(costs.error());
    for (const QString &cost : *costs)
        printNotice(cost);
    const auto job = (*collection)->recheck(*secrets);
    const auto report = waitFor(job, Words::tr("Asking"));
    if (!report)
        return fail(report.error());
    const auto end = [&]() -> int {
        if (job.progress->isCancelled())
            return fail(Error{Error::Kind::Cancelled, Words::tr("Stopped before all stories were asked about.")});
        return report->unknown > report->unaskable ? NotYet : Done;
    };
    if (invocation.has(u"json"_s)) {
        printJson({{u"asked"_s, report->asked},
                   {u"standing"_s, report->standing},
                   {u"deleted"_s, report->deleted},
                   {u"hidden"_s, report->hidden},
                   {u"visible_again"_s, report->visibleAgain},
                   {u"unknown"_s, report->unknown},
                   {u"notes"_s, QJsonArray::fromStringList(report->notes)}});
        return finished(end());
    }
    printLine(Words::tr("%1 stories still stand where they were shared.").arg(report->standing));
    if (report->deleted > 0)
        printLine(Words::tr("%1 were deleted there and are gone here.").arg(report->deleted) + u' '
                  + whereWordsAreStill((*collection)->facts()));
    if (report->hidden > 0)
        printLine(Words::tr("%1 are out of sight there: hidden here, and gone in seven days.").arg(report->hidden));
    if (report->visibleAgain > 0)
        printLine(Words::tr("%1 that were hidden can be seen again.").arg(report->visibleAgain));
    if (report->unknown > 0)
        printLine(Words::tr("Of %1 nobody said anything; they stay as they are.").arg(report->unknown));
    for (const QString &note : report->notes)
        printLine(u"  "_s + note);
    return finished(end());
}

} // namespace

Command recheckCommand()
{
    return {
        .name = u"recheck"_s,
        .arguments = {},
        .summary = Words::tr("ask the platforms whether the stories still stand there"),
        .details = Words::tr(
            "What was deleted there goes here and stays away; what was edited there reads so here; what is out "
            "of sight there (its account protected, suspended or gone, or shown to fewer people) is hidden and "
            "goes "
            "after seven days; so is what was found by searching and whose author doesn't want that any more; "
            "where nobody answers, nothing changes. Stories of Mastodon are asked about at their own servers, as a "
            "stranger, and where these let no stranger in with the token of a source at that very server; those of "
            "Bluesky and X through the first source of that service.\n\nThe exit code is 4 where nobody said "
            "anything of some stories: the lines behind the figures say why."),
        .options = {collectionOption(),
                    jsonOption(),
                    {u"source"_s, u"NAME"_s, Words::tr("whose token --token-from gives")},
                    tokenOption(Words::tr(
                        "a token or app password where the keyring has none: a line of standard input, or an "
                        "environment variable"))},
        .run = runRecheck};
}

} // namespace tidemark
