#pragma once

#include <QAbstractButton>
#include <QObject>
#include <QPointer>

namespace tidemark {

/// Has Return press the button or tool button that has the focus, in the window and in every dialog: Qt would give
/// the key to the default button of a dialog, whichever button it was meant for. Held down, it presses once, and
/// nothing in a dialog that it is still held over when another one closes.
class ReturnKey final : public QObject
{
    Q_OBJECT

public:
    explicit ReturnKey(QObject *parent); ///< for the whole program, as long as it lives

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pressLater(QAbstractButton *button);

    QPointer<QAbstractButton> m_button; ///< that is about to be pressed
};

} // namespace tidemark
