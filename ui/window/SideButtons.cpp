#include "window/SideButtons.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace tidemark {

SideButtons::SideButtons(QAction *back, QAction *forward, QWidget *window)
    : QObject(window), m_back(back), m_forward(forward), m_window(window)
{
    QApplication::instance()->installEventFilter(this);
}

/// Before the panes, most of which take every press for their own. The second of two quick ones is a double click.
bool SideButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
    if (!widget || widget->window() != m_window || (button != Qt::BackButton && button != Qt::ForwardButton))
        return false;
    (button == Qt::BackButton ? m_back : m_forward)->trigger();
    return true;
}

} // namespace tidemark
