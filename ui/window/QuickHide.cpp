#include "window/QuickHide.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int shiftsToHide = 3;
constexpr qint64 shiftMilliseconds = 2000;

void empty(QClipboard::Mode mode)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    if (mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard())
        clipboard->clear(mode);
}

/// Looks like any empty page.
class NeutralPage final : public QWidget
{
public:
    NeutralPage(QuickHide *hide, QList<QKeySequence> keys) : m_hide(hide), m_keys(std::move(keys))
    {
        m_keys.removeIf([](const QKeySequence &key) { return key.count() != 1; }); // of several strokes
        m_keys.append(QKeySequence(Qt::Key_F9)); // whatever the command's key is, or where it has none
        m_hint = new QLabel(QuickHide::tr("%1 or a double click here goes back.")
                                .arg(m_keys.constFirst().toString(QKeySequence::NativeText)),
                            this);
        setObjectName(u"neutralPage"_s);
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
        setWindowTitle(QuickHide::tr("Untitled"));
        setWindowIcon(style()->standardIcon(QStyle::SP_FileIcon));
        m_hint->setObjectName(u"goesBack"_s);
        m_hint->setTextFormat(Qt::PlainText);
        m_hint->setForegroundRole(QPalette::PlaceholderText);
        auto *layout = new QVBoxLayout(this);
        layout->addStretch(1);
        layout->addWidget(m_hint, 0, Qt::AlignHCenter);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const auto isKey = [this, event](Qt::KeyboardModifiers modifiers) {
            return m_keys.contains(QKeySequence(QKeyCombination(modifiers, Qt::Key(event->key()))));
        };
        const QString text = event->text();
        const bool isSign = text.size() == 1 && text.front().isPrint() && !text.front().isLetterOrNumber();
        const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
        // A sign such as ? may have been recorded without the Shift that it needs.
        if (isKey(modifiers) || (isSign && isKey(modifiers & ~Qt::ShiftModifier)))
            goBack();
        else
            QWidget::keyPressEvent(event);
    }

    /// On the sentence alone: a click anywhere may be somebody else's.
    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        if (m_hint->geometry().contains(event->position().toPoint()))
            goBack();
    }

    /// Whoever closes it may be somebody else: then the program ends, and shows nothing more.
    void closeEvent(QCloseEvent *event) override
    {
        event->accept();
        QCoreApplication::quit();
    }

private:
    void goBack() { QMetaObject::invokeMethod(m_hide, &QuickHide::bringBack, Qt::QueuedConnection); }

    QuickHide *m_hide;
    QList<QKeySequence> m_keys;
    QLabel *m_hint = nullptr;
};

} // namespace

QuickHide::QuickHide(QWidget *window, QAction *hide, QAction *byShift)
    : QObject(window), m_window(window), m_hide(hide), m_byShift(byShift->isChecked())
{
    connect(hide, &QAction::triggered, this, &QuickHide::hide);
    connect(byShift, &QAction::toggled, this, [this](bool on) { m_byShift = on; });
    QCoreApplication::instance()->installEventFilter(this);
}

QuickHide::~QuickHide() = default;

void QuickHide::hide()
{
    if (isHiding())
        return;
    m_programName = QGuiApplication::applicationDisplayName();
    m_page = std::make_unique<NeutralPage>(this, m_hide ? m_hide->shortcuts() : QList<QKeySequence>());
    QGuiApplication::setApplicationDisplayName(m_page->windowTitle()); // else it stands behind the title
    m_page->setGeometry(m_window->geometry());
    m_page->setWindowState(m_window->windowState());
    m_page->show();
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget == m_page.get() || widget == m_window || !widget->isVisible())
            continue;
        widget->hide();
        if (qobject_cast<QDialog *>(widget))
            m_hidden.append(widget);
    }
    m_window->hide();
    m_page->activateWindow();
    m_page->setFocus();
    empty(QClipboard::Clipboard);
    empty(QClipboard::Selection);
}

void QuickHide::bringBack()
{
    if (!isHiding())
        return;
    const std::unique_ptr<QWidget> page = std::move(m_page); // goes when everything else is there
    QGuiApplication::setApplicationDisplayName(m_programName);
    m_window->show();
    m_window->activateWindow();
    const QList<QPointer<QWidget>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &dialog : hidden) {
        if (dialog)
            dialog->show();
    }
}

/// A box at a job's end, or a window that another start of the program asks for.
void QuickHide::keepAway(QWidget *opened)
{
    opened->setAttribute(Qt::WA_DontShowOnScreen); // it is about to be shown, and can't be hidden before it is
    if (qobject_cast<QDialog *>(opened))
        m_hidden.append(opened);
    QMetaObject::invokeMethod(
        opened,
        [opened] {
            opened->hide();
            opened->setAttribute(Qt::WA_DontShowOnScreen, false);
        },
        Qt::QueuedConnection);
}

bool QuickHide::eventFilter(QObject *watched, QEvent *event)
{
    if (isHiding() && event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *const widget = static_cast<QWidget *>(watched);
        if (widget->isWindow() && widget != m_page.get() && widget != m_window)
            keepAway(widget);
    }
    // Each key comes to the window first and to a widget then; once is enough.
    if (!watched->isWindowType())
        return QObject::eventFilter(watched, event);
    if (m_byShift)
        countShift(event);
    if (isHiding() || event->type() != QEvent::KeyPress || !m_hide)
        return QObject::eventFilter(watched, event);
    const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
    if (!m_hide->shortcuts().contains(pressed))
        return QObject::eventFilter(watched, event);
    hide();
    return true;
}

void QuickHide::countShift(QEvent *event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    const bool released = event->type() == QEvent::KeyRelease;
    if (event->type() == QEvent::MouseButtonPress) {
        m_shifts = 0;
    } else if (pressed || released) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isShift = key->key() == Qt::Key_Shift && !key->isAutoRepeat();
        if (pressed) {
            m_shiftAlone = isShift;
            if (!isShift || (m_shifts > 0 && m_sinceFirst.hasExpired(shiftMilliseconds)))
                m_shifts = 0;
        } else if (isShift && std::exchange(m_shiftAlone, false)) {
            if (m_shifts++ == 0)
                m_sinceFirst.start();
            if (m_shifts >= shiftsToHide) {
                m_shifts = 0;
                hide();
            }
        }
    }
}

} // namespace tidemark
