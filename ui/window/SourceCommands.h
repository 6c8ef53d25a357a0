#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace tidemark {

class JobBar;
class WindowActions;

/// What is asked over the network: the sources, fetching them (when the user says so, and by the schedules that he
/// set), and whether stories still stand.
class SourceCommands final : public QObject
{
    Q_OBJECT

public:
    SourceCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window);

private:
    [[nodiscard]] QWidget *front() const; ///< what asks and tells belongs to
    void showSources();
    void add(const Subscription &subscription, const QString &secret);
    void edit(const Subscription &subscription, const QString &secret);
    void keepSecret(const Subscription &subscription, const QString &secret);
    void fetch(const QVector<qint64> &subscriptions);
    void startFetch(const QVector<qint64> &subscriptions);
    void fetchDue();
    void recheck();
    void startRecheck();
    void tell(const QVector<SourceFetch> &fetches);
    void tell(const RecheckReport &report);

    Collection *m_collection;
    JobBar *m_jobs;
    QWidget *m_window;
    QPointer<QWidget> m_sources; ///< the open dialog
    QTimer m_clock;              ///< looks for what is due; it runs only while a source has a schedule
    bool m_isFetching = false;
};

} // namespace tidemark
