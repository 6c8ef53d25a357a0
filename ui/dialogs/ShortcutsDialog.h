#pragma once

#include <QDialog>

class QAction;

namespace tidemark {

/// The keys of the window: those of its commands, and those of its panes.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace tidemark
