#include "collection/SubscriptionNames.h"

#include "store/SubscriptionTable.h"

using namespace Qt::StringLiterals;

namespace tidemark {

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

QSet<QString> takenNames(const CollectionFacts &facts, const Subscription &subscription)
{
    QSet<QString> names = usedNames(facts, subscription.number);
    if (subscription.number != 0)
        return names;
    for (const SourceFacts &each : facts.sources) {
        if (each.isFetched && serviceOfPages(each.format) == subscription.service)
            names.remove(each.name);
    }
    for (const SubscriptionFacts &each : facts.subscriptions)
        names.insert(each.subscription.name);
    return names;
}

QSet<QString> usedNames(const CollectionFacts &facts, qint64 number)
{
    QSet<QString> names;
    QString own;
    for (const SourceFacts &each : facts.sources)
        names.insert(each.name);
    for (const SubscriptionFacts &each : facts.subscriptions) {
        names.insert(each.subscription.name);
        if (each.subscription.number == number)
            own = each.subscription.name;
    }
    names.remove(own);
    return names;
}

QString freeName(const QString &wished, const QSet<QString> &taken)
{
    QString name = wished;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1 (%2)"_s.arg(wished).arg(number);
    return name;
}

} // namespace tidemark
