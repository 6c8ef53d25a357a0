#include "window/ReturnKey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace tidemark {

namespace {

bool isReturn(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

/// Null: something whose own business Return is.
QAbstractButton *pressed(QObject *watched)
{
    if (auto *button = qobject_cast<QPushButton *>(watched))
        return button;
    return qobject_cast<QToolButton *>(watched);
}

} // namespace

ReturnKey::ReturnKey(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ReturnKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isReturn(*static_cast<QKeyEvent *>(event)))
        return false;
    QAbstractButton *button = pressed(watched);
    if (!button)
        return false;
    // A key that is held down presses once. The key has to be done with before what the button opens runs a loop of
    // its own, or takes the button away.
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
        QMetaObject::invokeMethod(button, &QAbstractButton::click, Qt::QueuedConnection);
    return true;
}

} // namespace tidemark
