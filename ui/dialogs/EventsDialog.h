#pragma once

#include "model/EventsModel.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace tidemark {

/// The dated events of a collection, to be edited, taken from a file or written to one. Nothing is kept until it is
/// accepted.
class EventsDialog final : public QDialog
{
    Q_OBJECT

public:
    EventsDialog(const QVector<DatedEvent> &events, QWidget *parent);

    [[nodiscard]] QVector<DatedEvent> events() const { return m_model->events(); }

    void reject() override; ///< what isn't kept is asked about before it goes

private:
    void add();
    void removeChosen();
    void importByDialog();
    void exportByDialog();
    void say(const QString &sentence);

    EventsModel *m_model;
    QVector<DatedEvent> m_before;
    QTableView *m_table;
    QLabel *m_outcome;
};

} // namespace tidemark
