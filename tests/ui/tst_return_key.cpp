#include "window/ReturnKey.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

/// A dialog that Return would accept, with a button, a tool button and a tick that have the focus in turn.
class InventedDialog final : public QDialog
{
public:
    InventedDialog()
        : button(new QPushButton(u"Add"_s, this)), tool(new QToolButton(this)), tick(new QCheckBox(u"Also"_s, this))
    {
        tool->setText(u"Stop"_s);
        tool->setFocusPolicy(Qt::StrongFocus);
        button->setAutoDefault(false);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok, this);
        auto *layout = new QVBoxLayout(this);
        for (QWidget *widget : {static_cast<QWidget *>(button), static_cast<QWidget *>(tool),
                                static_cast<QWidget *>(tick), static_cast<QWidget *>(buttons)})
            layout->addWidget(widget);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    }

    QPushButton *button;
    QToolButton *tool;
    QCheckBox *tick;
};

void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers, bool isRepeat = false)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, u"\r"_s, isRepeat);
    QApplication::sendEvent(widget, &event);
    QCoreApplication::processEvents();
}

} // namespace

class ReturnKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { new ReturnKey(this); }
    void pressesTheButtonWithTheFocus_data();
    void pressesTheButtonWithTheFocus();
    void leavesTheKeyToTheDialog_data();
    void leavesTheKeyToTheDialog();
    void pressesOnceWhileItIsHeld();
    void isStillHeldWhenADialogComesBack();
    void pressesOnceWhatWasPressedTwiceMeanwhile();
    void leavesOutWhatIsForSomethingElseByThen();
    void aButtonMayTakeItselfAway();
    void opensTheMenuOfAToolButton();
    void answersAMessageBoxByTheButtonWithTheFocus();
};

void ReturnKeyTest::pressesTheButtonWithTheFocus_data()
{
    QTest::addColumn<bool>("isTool");
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("button") << false << int(Qt::Key_Return) << Qt::KeyboardModifiers();
    QTest::newRow("button, keypad") << false << int(Qt::Key_Enter) << Qt::KeyboardModifiers(Qt::KeypadModifier);
    QTest::newRow("tool button") << true << int(Qt::Key_Return) << Qt::KeyboardModifiers();
    QTest::newRow("tool button, keypad") << true << int(Qt::Key_Enter) << Qt::KeyboardModifiers(Qt::KeypadModifier);
}

void ReturnKeyTest::pressesTheButtonWithTheFocus()
{
    QFETCH(bool, isTool);
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    InventedDialog dialog;
    dialog.show();
    QAbstractButton *button = isTool ? static_cast<QAbstractButton *>(dialog.tool) : dialog.button;
    const QSignalSpy clicked(button, &QAbstractButton::clicked);
    press(button, key, modifiers);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(dialog.isVisible()); // it isn't the default button that was pressed
}

void ReturnKeyTest::leavesTheKeyToTheDialog_data()
{
    QTest::addColumn<bool>("isTick");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("on a tick") << true << Qt::KeyboardModifiers() << true;
    QTest::newRow("with Ctrl") << false << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
}

void ReturnKeyTest::leavesTheKeyToTheDialog()
{
    QFETCH(bool, isTick);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(bool, isAccepted);
    InventedDialog dialog;
    dialog.show();
    QAbstractButton *focused = isTick ? static_cast<QAbstractButton *>(dialog.tick) : dialog.button;
    const QSignalSpy clicked(focused, &QAbstractButton::clicked);
    press(focused, Qt::Key_Return, modifiers);
    QCOMPARE(clicked.count(), 0);
    QCOMPARE(dialog.result() == QDialog::Accepted, isAccepted);
}

void ReturnKeyTest::pressesOnceWhileItIsHeld()
{
    InventedDialog dialog;
    dialog.show();
    const QSignalSpy clicked(dialog.tool, &QAbstractButton::clicked);
    press(dialog.tool, Qt::Key_Return, {});
    for (int i = 0; i < 5; ++i)
        press(dialog.tool, Qt::Key_Return, {}, true);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(dialog.isVisible());
}

/// As after a file was chosen by it: it repeats in what has the focus then, and that is no button.
void ReturnKeyTest::isStillHeldWhenADialogComesBack()
{
    InventedDialog dialog;
    dialog.show();
    for (int i = 0; i < 5; ++i)
        press(dialog.tick, Qt::Key_Return, {}, true);
    QVERIFY(dialog.isVisible());
    press(dialog.tick, Qt::Key_Return, {});
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

/// The window was busy, and both keys came before it could do anything.
void ReturnKeyTest::pressesOnceWhatWasPressedTwiceMeanwhile()
{
    InventedDialog dialog;
    dialog.show();
    const QSignalSpy clicked(dialog.tool, &QAbstractButton::clicked);
    for (int i = 0; i < 2; ++i) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(dialog.tool, &key);
    }
    QCoreApplication::processEvents();
    QCOMPARE(clicked.count(), 1);
}

void ReturnKeyTest::leavesOutWhatIsForSomethingElseByThen()
{
    InventedDialog dialog;
    dialog.show();
    const QSignalSpy clicked(dialog.tool, &QAbstractButton::clicked);
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(dialog.tool, &key);
    dialog.tool->setText(u"Dismiss"_s);
    QCoreApplication::processEvents();
    QCOMPARE(clicked.count(), 0);

    QCoreApplication::sendEvent(dialog.tool, &key);
    dialog.hide();
    QCoreApplication::processEvents();
    QCOMPARE(clicked.count(), 0);
}

void ReturnKeyTest::aButtonMayTakeItselfAway()
{
    InventedDialog dialog;
    dialog.show();
    const QPointer<QToolButton> tool = dialog.tool;
    connect(tool, &QAbstractButton::clicked, &dialog, [&dialog] {
        dialog.layout()->removeWidget(dialog.tool);
        dialog.tool->deleteLater();
    });
    press(tool, Qt::Key_Return, {});
    QTRY_VERIFY(!tool);
    QVERIFY(dialog.isVisible());
}

void ReturnKeyTest::opensTheMenuOfAToolButton()
{
    InventedDialog dialog;
    QMenu menu;
    menu.addAction(u"Invented"_s);
    dialog.tool->setMenu(&menu);
    dialog.tool->setPopupMode(QToolButton::InstantPopup);
    dialog.show();
    bool wasOpen = false;
    connect(&menu, &QMenu::aboutToShow, &menu, [&menu, &wasOpen] {
        wasOpen = true;
        QMetaObject::invokeMethod(&menu, &QWidget::close, Qt::QueuedConnection); // it runs a loop of its own
    });
    press(dialog.tool, Qt::Key_Return, {});
    QTRY_VERIFY(wasOpen);
    QVERIFY(dialog.isVisible());
}

void ReturnKeyTest::answersAMessageBoxByTheButtonWithTheFocus()
{
    QMessageBox box;
    QPushButton *remove = box.addButton(u"Remove"_s, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.open();
    remove->setAutoDefault(false); // else Qt would do it by itself
    press(remove, Qt::Key_Return, {});
    QTRY_VERIFY(!box.isVisible());
    QCOMPARE(box.clickedButton(), remove);
}

QTEST_MAIN(ReturnKeyTest)
#include "tst_return_key.moc"
