#pragma once

#include <QWidget>

class QListWidget;

namespace tidemark {

/// Which columns, in which order: ticked ones are taken, from top to bottom.
class ColumnChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChooser(QWidget *parent = nullptr);

    void setColumns(const QStringList &all, const QStringList &chosen);
    /// Columns that stay without contents as things are chosen, and why: they are shown as such.
    void setEmpty(const QStringList &columns, const QString &reason);
    [[nodiscard]] QStringList chosen() const;

signals:
    void changed();

private:
    void move(int by);

    QListWidget *m_list;
};

} // namespace tidemark
