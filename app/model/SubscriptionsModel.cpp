#include "model/SubscriptionsModel.h"

#include "model/TimeText.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString outcomeText(FetchOutcome outcome)
{
    switch (outcome) {
    case FetchOutcome::Never:
        return SubscriptionsModel::tr("Not fetched yet");
    case FetchOutcome::Done:
        return SubscriptionsModel::tr("Complete");
    case FetchOutcome::Partly:
        return SubscriptionsModel::tr("Goes on");
    case FetchOutcome::Waiting:
        return SubscriptionsModel::tr("Waiting");
    case FetchOutcome::Offline:
        return SubscriptionsModel::tr("Offline");
    case FetchOutcome::Failed:
        return SubscriptionsModel::tr("Failed");
    case FetchOutcome::Gone:
        return SubscriptionsModel::tr("Gone");
    }
    return {};
}

/// In posts; empty: it costs nothing.
QString budgetText(const SubscriptionFacts &facts)
{
    const Subscription &subscription = facts.subscription;
    if (!costsMoney(subscription.service))
        return {};
    const QLocale locale;
    const QString budget = locale.toString(subscription.budget);
    const QString paid = locale.toString(paidInMonth(facts.state, QDateTime::currentMSecsSinceEpoch()));
    return subscription.everyMinutes ? SubscriptionsModel::tr("%1 a fetch; %2 of %3 this month")
                                           .arg(budget, paid, locale.toString(subscription.monthBudget))
                                     : SubscriptionsModel::tr("%1 a fetch; %2 this month").arg(budget, paid);
}

} // namespace

SubscriptionsModel::SubscriptionsModel(QObject *parent) : QAbstractTableModel(parent) {}

void SubscriptionsModel::setFacts(const CollectionFacts &facts)
{
    beginResetModel();
    m_subscriptions = facts.subscriptions;
    m_stories.clear();
    for (const SourceFacts &source : facts.sources)
        m_stories.insert(source.name, source.stories);
    m_zone = facts.zone;
    endResetModel();
}

int SubscriptionsModel::rowOf(qint64 number) const
{
    const auto found
        = std::find_if(m_subscriptions.cbegin(), m_subscriptions.cend(),
                       [number](const SubscriptionFacts &each) { return each.subscription.number == number; });
    return found == m_subscriptions.cend() ? -1 : static_cast<int>(std::distance(m_subscriptions.cbegin(), found));
}

bool SubscriptionsModel::hasBudgets() const
{
    return std::any_of(m_subscriptions.cbegin(), m_subscriptions.cend(),
                       [](const SubscriptionFacts &each) { return costsMoney(each.subscription.service); });
}

int SubscriptionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_subscriptions.size());
}

int SubscriptionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubscriptionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == StoriesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return textOf(m_subscriptions.at(index.row()), index.column());
}

QString SubscriptionsModel::textOf(const SubscriptionFacts &facts, int column) const
{
    const Subscription &subscription = facts.subscription;
    switch (column) {
    case NameColumn:
        return subscription.name;
    case ServiceColumn:
        return serviceName(subscription.service);
    case StoriesColumn:
        return QLocale().toString(m_stories.value(subscription.name));
    case ResultColumn:
        return outcomeText(facts.state.outcome);
    case AskedColumn:
        return facts.state.askedAt ? timeText(facts.state.askedAt, m_zone) : QString();
    case NextColumn: {
        if (subscription.paused)
            return tr("Paused");
        const auto due = dueAt(subscription, facts.state);
        if (!due)
            return subscription.everyMinutes && costsMoney(subscription.service) ? tr("Waits for a budget")
                                                                                 : tr("When asked");
        return *due == 0 ? tr("Soon") : timeText(due, m_zone);
    }
    case BudgetColumn:
        return budgetText(facts);
    default:
        return {};
    }
}

QVariant SubscriptionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Source");
    case ServiceColumn:
        return tr("Service");
    case StoriesColumn:
        return tr("Stories");
    case ResultColumn:
        return tr("Last fetch");
    case AskedColumn:
        return tr("Asked");
    case NextColumn:
        return tr("Next");
    case BudgetColumn:
        return tr("Budget (posts)");
    default:
        return {};
    }
}

} // namespace tidemark
