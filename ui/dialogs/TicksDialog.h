#pragma once

#include <QDialog>
#include <QVector>

class QListWidget;

namespace tidemark {

/// A list of names to tick: the columns about people that may be seen, the themes to cover.
class TicksDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Entry
    {
        QString name;
        bool ticked = false;
    };

    TicksDialog(const QString &title, const QString &sentence, const QVector<Entry> &entries,
                QWidget *parent = nullptr);
    [[nodiscard]] bool isTicked(int row) const;   ///< as it is now
    [[nodiscard]] QVector<Entry> changed() const; ///< those whose tick is different now

private:
    QVector<Entry> m_entries;
    QListWidget *m_list;
};

} // namespace tidemark
