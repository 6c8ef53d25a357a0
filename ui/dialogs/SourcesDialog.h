#pragma once

#include "collection/Collection.h"
#include "collection/FeedList.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace tidemark {

class JobBar;
class SubscriptionsModel;

/// The subscriptions of the collection, with how each stands, and everything that can be done with one.
class SourcesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SourcesDialog(Collection *collection, QWidget *parent = nullptr);

    /// A fetch that runs, with a way to stop it: the window's own is out of reach behind this dialog.
    void showFetch(const QString &title, const Job<QVector<SourceFetch>> &fetch);
    void tell(const QString &sentence); ///< for a moment: how it went

signals:
    void added(const tidemark::Subscription &subscription, const QString &secret);
    void listed(const tidemark::ListedSubscriptions &listed);
    void edited(const tidemark::Subscription &subscription, const QString &secret);
    void removed(const tidemark::Subscription &subscription, bool withStories);
    void fetchWished(const QVector<qint64> &subscriptions); ///< empty: all that aren't paused

private:
    void dressTable();
    [[nodiscard]] QLayout *makeSide();
    void follow();
    void chosen();
    void add();
    void edit();
    void pause();
    void remove();
    void fetchChosen();
    void fetchEach();
    void importList();
    void exportList();
    [[nodiscard]] static QString listFiles(); ///< which files it offers
    [[nodiscard]] const Subscription *current() const;

    Collection *m_collection;
    SubscriptionsModel *m_model;
    QTableView *m_table;
    QLabel *m_sentence;
    JobBar *m_fetches;
    QPushButton *m_edit;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QPushButton *m_fetch;
    QPushButton *m_fetchAll;
    QPushButton *m_import;
    QPushButton *m_export;
};

} // namespace tidemark
