#pragma once

#include <QDialog>
#include <QTimeZone>

class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace tidemark {

/// Chooses the time zone in which a collection's times are shown and its days are counted.
class TimeZoneDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TimeZoneDialog(const QTimeZone &zone, QWidget *parent = nullptr);
    [[nodiscard]] QTimeZone zone() const; ///< invalid: none is chosen

private:
    void search(const QString &text);
    void select(const QString &id);

    QSortFilterProxyModel *m_found;
    QListView *m_list;
    QPushButton *m_use;
};

} // namespace tidemark
