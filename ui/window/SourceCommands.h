#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace tidemark {

class JobBar;
class SourcesDialog;
struct ListedSubscriptions;
class WindowActions;

/// What is asked over the network: the sources, fetching them (when the user says so, and by the schedules that he
/// set), and whether stories still stand.
class SourceCommands final : public QObject
{
    Q_OBJECT

public:
    SourceCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window);

private:
    struct RunningFetch
    {
        QString title;
        Job<QVector<SourceFetch>> job;
    };

    [[nodiscard]] QWidget *front() const; ///< what asks and tells belongs to
    void showSources();
    void add(const Subscription &subscription, const QString &secret);
    void addListed(const ListedSubscriptions &listed);
    void edit(const Subscription &subscription, const QString &secret);
    void keepSecret(const Subscription &subscription, const QString &secret);
    void fetch(const QVector<qint64> &subscriptions);
    void startFetch(const FetchQuestion &question, const QString &title);
    void fetchDue();
    void recheck();
    void startRecheck();
    void tell(const QVector<SourceFetch> &fetches);
    void tellOutcome(const QVector<SourceFetch> &fetches); ///< to who asked for them
    static QString titleOf(const QString &source);         ///< under which its failures are shown
    void tell(const RecheckReport &report, const QString &whereWordsAre);

    Collection *m_collection;
    JobBar *m_jobs;
    QWidget *m_window;
    QPointer<SourcesDialog> m_sources; ///< the open dialog
    QTimer m_clock;                    ///< looks for what is due; it runs only while a source has a schedule
    QVector<RunningFetch> m_running;
};

} // namespace tidemark
