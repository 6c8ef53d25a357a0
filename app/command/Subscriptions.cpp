#include "command/Subscriptions.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

} // namespace

Result<Subscription> subscriptionNamed(const Collection &collection, const QString &name)
{
    const CollectionFacts facts = collection.facts();
    for (const SubscriptionFacts &each : facts.subscriptions) {
        if (each.subscription.name == name)
            return each.subscription;
    }
    return Error{Error::Kind::Usage,
                 Words::tr("There is no subscription “%1”; tidemark sources list shows them all.").arg(name)};
}

Result<std::optional<Instant>> sinceFrom(const Invocation &invocation, const QTimeZone &zone)
{
    if (!invocation.has(u"since"_s))
        return std::optional<Instant>();
    const QDate date = QDate::fromString(invocation.value(u"since"_s), Qt::ISODate);
    if (!date.isValid())
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” is no date. Write it as 2017-10-15.").arg(invocation.value(u"since"_s))};
    const Instant since = date.startOfDay(zone).toMSecsSinceEpoch();
    if (since > QDateTime::currentMSecsSinceEpoch())
        return Error{Error::Kind::Usage,
                     Words::tr("%1 is still to come: nothing can have been shared since.")
                         .arg(invocation.value(u"since"_s))};
    return std::optional<Instant>(since);
}

CommandOption sinceOption(const QString &meaning)
{
    return {u"since"_s, u"DATE"_s, meaning};
}

} // namespace tidemark
