#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace tidemark {

/// Has the mouse's buttons for back and forward do so anywhere in the window.
class SideButtons final : public QObject
{
    Q_OBJECT

public:
    SideButtons(QAction *back, QAction *forward, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *m_back;
    QAction *m_forward;
    QWidget *m_window;
};

} // namespace tidemark
