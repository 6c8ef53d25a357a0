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

Result<FetchQuestion> questionFrom(const Invocation &invocation, const Collection &collection)
{
    FetchQuestion question;
    auto since = sinceFrom(invocation, collection.facts().zone);
    if (!since)
        return since.error();
    question.since = *since;
    if (invocation.has(u"source"_s)) {
        const auto subscription = subscriptionNamed(collection, invocation.value(u"source"_s));
        if (!subscription)
            return subscription.error();
        question.subscriptions.append(subscription->number);
    }
    const auto token = tokenFrom(invocation);
    if (!token)
        return token.error();
    if (*token && question.subscriptions.isEmpty())
        return Error{Error::Kind::Usage, Words::tr("Whose token is it? Name the source with --source.")};
    if (*token)
        question.secrets.insert(question.subscriptions.constFirst(), **token);
    return question;
}

QJsonObject asJson(const SourceFetch &fetch)
{
    const ImportCounts &counts = fetch.counts;
    QJsonObject skipped;
    for (auto it = fetch.skippedBy.cbegin(); it != fetch.skippedBy.cend(); ++it)
        skipped.insert(it.key(), it.value());
    return {{u"name"_s, fetch.name},
            {u"outcome"_s, outcomeKey(fetch.outcome)},
            {u"message"_s, fetch.message},
            {u"pages"_s, fetch.pages},
            {u"read"_s, counts.read},
            {u"added"_s, counts.added},
            {u"duplicates"_s, counts.duplicates},
            {u"updated"_s, counts.updated},
            {u"reposts"_s, counts.reposts},
            {u"originals"_s, counts.originals},
            {u"withdrawn"_s, counts.withdrawn},
            {u"skipped"_s, counts.skipped},
            {u"rejected"_s, counts.rejected},
            {u"skipped_by"_s, skipped},
            {u"not_before"_s, fetch.notBefore ? QJsonValue(utcText(*fetch.notBefore)) : QJsonValue()}};
}

void print(const SourceFetch &fetch)
{
    printLine(Words::tr("%1: %2 new, %3 changed, %4 reposts, %5 left out")
                  .arg(fetch.name)
                  .arg(fetch.counts.added + fetch.counts.originals)
                  .arg(fetch.counts.updated)
                  .arg(fetch.counts.reposts)
                  .arg(fetch.counts.skipped));
    for (auto it = fetch.skippedBy.cbegin(); it != fetch.skippedBy.cend(); ++it)
        printLine(QString::number(it.value()).rightJustified(12) + u"  "_s + it.key());
    if (fetch.outcome == FetchOutcome::Done && !fetch.message.isEmpty())
        printLine(u"  "_s + fetch.message);
}

/// A server that wants patience, a line that is down and more than one run takes are no failures.
int codeOf(const SourceFetch &fetch)
{
    switch (fetch.outcome) {
    case FetchOutcome::Failed:
    case FetchOutcome::Gone:
        return Failed;
    case FetchOutcome::Never:
    case FetchOutcome::Partly:
    case FetchOutcome::Waiting:
    case FetchOutcome::Offline:
        return NotYet;
    case FetchOutcome::Done:
        break;
    }
    return fetch.counts.rejected > 0 ? DoneWithRejections : Done;
}

int runFetch(const Invocation &invocation)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const auto question = questionFrom(invocation, **collection);
    if (!question)
        return fail(question.error());
    if ((*collection)->facts().subscriptions.isEmpty())
        return fail(Error{Error::Kind::Usage,
                          Words::tr("This collection has no subscription yet; tidemark sources add makes one.")});
    const QStringList costs = costsOfFetch(*question, (*collection)->facts());
    for (const QString &cost : costs)
        printNotice(cost);
    const auto job = (*collection)->fetch(*question);
    const auto fetches = waitFor(job, Words::tr("Fetching"));
    if (!fetches)
        return fail(fetches.error());
    QJsonArray sources;
    ImportCounts sums;
    int code = Done;
    for (const SourceFetch &fetch : *fetches) {
        sums += fetch.counts;
        code = worseOf(code, codeOf(fetch));
        if (invocation.has(u"json"_s))
            sources.append(asJson(fetch));
        else
            print(fetch);
        if (fetch.outcome != FetchOutcome::Done)
            printNotice(Words::tr("%1: %2").arg(fetch.name, fetch.message));
    }
    const qint64 stories = (*collection)->facts().stories;
    if (invocation.has(u"json"_s))
        printJson({{u"sources"_s, sources}, {u"added"_s, sums.added + sums.originals}, {u"stories"_s, stories}});
    else
        printLine(Words::tr("The collection holds %1 stories.").arg(stories));
    if (job.progress->isCancelled()) {
        const Error stopped{Error::Kind::Cancelled,
                            Words::tr("Stopped. What had come stays, and the next fetch goes on.")};
        code = worseOf(code, fail(stopped));
    }
    return finished(code);
}

} // namespace

Command fetchCommand()
{
    return {
        .name = u"fetch"_s,
        .arguments = {},
        .summary = Words::tr("bring in what is new at the sources that are subscribed to"),
        .details = Words::tr(
            "A first fetch goes back as far as the subscription says; later ones bring only what is new, and "
            "fill the gap that a stopped one left. Each page is in the collection as soon as it came, so a "
            "fetch may be stopped at any time. Servers that ask for patience get it.\n\nThe exit code is 4 where a "
            "source isn't complete yet and nothing failed: its server asked for patience, couldn't be reached, or "
            "has more than one run takes. Ask again later; each such source is named on standard error."),
        .options
        = {collectionOption(),
           jsonOption(),
           {u"source"_s, u"NAME"_s,
            Words::tr("only this one, even if it is paused or gone; without it, all that aren't")},
           sinceOption(Words::tr(
               "go back to this day once more, whatever was fetched before; what is older in a feed is left "
               "out")),
           tokenOption(Words::tr("the token for this fetch alone, where the keyring has none: a line of standard "
                                 "input, or an environment variable"))},
        .run = runFetch};
}

} // namespace tidemark
