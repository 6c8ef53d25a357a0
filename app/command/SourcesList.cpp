#include "command/Subscriptions.h"

#include "collection/SubscriptionRules.h"
#include "command/Terminal.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(utcText(*instant)) : QJsonValue();
}

QJsonObject asJson(const SubscriptionFacts &facts, qint64 stories)
{
    const Subscription &subscription = facts.subscription;
    const QUrl moved = addressNow(facts);
    return {{u"name"_s, subscription.name},
            {u"service"_s, serviceKey(subscription.service)},
            {u"address"_s, subscription.address.toString()},
            {u"moved_to"_s, moved == subscription.address ? QJsonValue() : QJsonValue(moved.toString())},
            {u"tag"_s, QJsonArray::fromStringList(subscription.anyTags)},
            {u"all"_s, QJsonArray::fromStringList(subscription.allTags)},
            {u"none"_s, QJsonArray::fromStringList(subscription.noneTags)},
            {u"query"_s, subscription.words},
            {u"budget"_s, subscription.budget},
            {u"month_budget"_s, subscription.monthBudget},
            {u"read_this_month"_s, paidInMonth(facts.state, QDateTime::currentMSecsSinceEpoch())},
            {u"since"_s, timeOrNull(subscription.since)},
            {u"paused"_s, subscription.paused},
            {u"stories"_s, stories},
            {u"outcome"_s, outcomeKey(facts.state.outcome)},
            {u"message"_s, facts.state.message},
            {u"asked_at"_s, timeOrNull(facts.state.askedAt)},
            {u"not_before"_s, timeOrNull(facts.state.notBefore)}};
}

} // namespace

int listSources(const Invocation &invocation)
{
    const auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const CollectionFacts facts = (*collection)->facts();
    QStringList subscribed;
    QJsonArray sources;
    const auto storiesOf = [&](const QString &name) {
        const auto source = std::find_if(facts.sources.cbegin(), facts.sources.cend(),
                                         [&](const SourceFacts &each) { return each.name == name; });
        return source == facts.sources.cend() ? 0 : source->stories;
    };
    for (const SubscriptionFacts &each : facts.subscriptions) {
        const QString name = each.subscription.name;
        subscribed << name;
        if (invocation.has(u"json"_s)) {
            sources.append(asJson(each, storiesOf(name)));
            continue;
        }
        printLine(u"%1  %2  %3  %4%5"_s.arg(storiesOf(name), 10)
                      .arg(serviceKey(each.subscription.service), -8)
                      .arg(outcomeKey(each.state.outcome), -7)
                      .arg(name, each.subscription.paused ? Words::tr(" (paused)") : QString()));
        const QStringList sentences
            = costsOfFetch({.subscriptions = {each.subscription.number}}, facts) + remarksOn(each);
        for (const QString &sentence : sentences)
            printLine(u"            "_s + sentence);
    }
    for (const SourceFacts &each : facts.sources) {
        if (subscribed.contains(each.name) || each.format == "recheck"_L1) // that one brings nothing
            continue;
        const QString kind = each.isFetched ? u"removed"_s : u"file"_s; // "removed": what a subscription left
        if (invocation.has(u"json"_s))
            sources.append(QJsonObject{{u"name"_s, each.name},
                                       {u"service"_s, kind},
                                       {u"format"_s, each.format},
                                       {u"stories"_s, each.stories}});
        else
            printLine(u"%1  %2  %3  %4"_s.arg(each.stories, 10).arg(kind, -8).arg(QString(), -7).arg(each.name));
    }
    if (invocation.has(u"json"_s))
        printJson({{u"sources"_s, sources}});
    return finished(Done);
}

} // namespace tidemark
