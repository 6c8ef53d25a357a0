#include "collection/SubscriptionNames.h"

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

QSet<QString> takenNames(const CollectionFacts &facts, qint64 number)
{
    QSet<QString> names;
    for (const SubscriptionFacts &each : facts.subscriptions) {
        if (each.subscription.number != number)
            names.insert(each.subscription.name);
    }
    for (const SourceFacts &each : facts.sources) {
        if (!each.isFetched)
            names.insert(each.name);
    }
    return names;
}

QSet<QString> usedNames(const CollectionFacts &facts, qint64 number)
{
    QSet<QString> names;
    for (const SourceFacts &each : facts.sources)
        names.insert(each.name);
    for (const SubscriptionFacts &each : facts.subscriptions) {
        if (each.subscription.number == number)
            names.remove(each.subscription.name); // of what it brought itself
    }
    return names.unite(takenNames(facts, number));
}

QString freeName(const QString &wished, const QSet<QString> &taken)
{
    QString name = wished;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1 (%2)"_s.arg(wished).arg(number);
    return name;
}

} // namespace tidemark
