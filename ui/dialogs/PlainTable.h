#pragma once

#include <QStringList>
#include <QTableView>
#include <QVector>

namespace tidemark {

/// A small read-only table of texts, for previews and lists in dialogs. Long cells are shown by their beginning.
class PlainTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PlainTable(QWidget *parent = nullptr);

    void setRows(const QStringList &header, const QVector<QStringList> &rows);

protected:
    void focusInEvent(QFocusEvent *event) override;
};

} // namespace tidemark
