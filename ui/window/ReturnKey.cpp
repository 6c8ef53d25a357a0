#include "window/ReturnKey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>

namespace tidemark {

namespace {

bool isReturn(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
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
    auto *button = qobject_cast<QPushButton *>(watched);
    if (!button)
        return false;
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat()) // a key that is held down presses once
        button->click();
    return true;
}

} // namespace tidemark
