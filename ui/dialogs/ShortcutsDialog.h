#pragma once

#include <QDialog>
#include <QStringList>
#include <QVector>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark {

class PlainTable;
class Shortcuts;

/// Every command of the window with its keys, and those keys that belong to a pane. A command's key can be changed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(Shortcuts *shortcuts, QWidget *parent);

private:
    void fill();
    [[nodiscard]] static QVector<QStringList> paneKeys();
    void narrow(const QString &text); ///< to the rows that have it
    void chooseFirst();               ///< of these
    void showChosen();
    void change();
    bool isTaken(const QKeySequence &key);
    void takeAway(); ///< all its keys
    void reset();
    void showChanged();
    [[nodiscard]] QString wish(const QAction *action) const;
    [[nodiscard]] QAction *chosen() const; ///< null: the row belongs to a pane

    Shortcuts *m_shortcuts;
    QLineEdit *m_search;
    PlainTable *m_table;
    QKeySequenceEdit *m_key;
    QPushButton *m_change;
    QPushButton *m_none;
    QPushButton *m_reset;
    QLabel *m_sentence;
};

} // namespace tidemark
