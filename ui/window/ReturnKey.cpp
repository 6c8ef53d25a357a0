#include "window/ReturnKey.h"

#include <QApplication>
#include <QDialog>
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
    QApplication::instance()->installEventFilter(this);
}

bool ReturnKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isReturn(*static_cast<QKeyEvent *>(event)))
        return false;
    const bool isHeld = static_cast<QKeyEvent *>(event)->isAutoRepeat();
    QAbstractButton *button = pressed(watched);
    if (!button)
        return isHeld && qobject_cast<QDialog *>(watched); // which would press its default button
    if (!isHeld)
        pressLater(button);
    return true;
}

/// The key has to be done with before what the button opens runs a loop of its own, or takes the button away. What
/// came meanwhile counts: the button may be out of sight, behind a dialog, or be for something else by then.
void ReturnKey::pressLater(QAbstractButton *button)
{
    if (m_button == button)
        return;
    m_button = button;
    const auto press = [this, meant = QPointer(button), text = button->text()] {
        if (m_button == meant)
            m_button = nullptr;
        const QWidget *dialog = QApplication::activeModalWidget();
        if (meant && meant->isVisible() && meant->text() == text && (!dialog || dialog == meant->window()))
            meant->click();
    };
    QMetaObject::invokeMethod(this, press, Qt::QueuedConnection);
}

} // namespace tidemark
