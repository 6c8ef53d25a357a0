#include "window/LayoutMemory.h"

#include <QAction>
#include <QHeaderView>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tidemark::layoutMemory {

void saveSplitter(const QString &name, const QSplitter *splitter)
{
    QSettings().setValue(u"layout/"_s + name, splitter->saveState());
}

void restoreSplitter(const QString &name, QSplitter *splitter, const QList<int> &sizes)
{
    const Qt::Orientation orientation = splitter->orientation();
    if (!splitter->restoreState(QSettings().value(u"layout/"_s + name).toByteArray()))
        splitter->setSizes(sizes);
    splitter->setOrientation(orientation);
}

void saveColumns(const QString &name, const QHeaderView *header)
{
    QSettings().setValue(u"layout/"_s + name, header->saveState());
}

void restoreColumns(const QString &name, QHeaderView *header)
{
    header->restoreState(QSettings().value(u"layout/"_s + name).toByteArray());
}

void saveWindow(const QWidget *window)
{
    QSettings().setValue(u"layout/window"_s, window->saveGeometry());
}

void restoreWindow(QWidget *window)
{
    if (window->restoreGeometry(QSettings().value(u"layout/window"_s).toByteArray()))
        return;
    // With its frame the window has to fit the screen.
    constexpr QSize wanted(1280, 800);
    constexpr QSize frame(16, 40);
    const QSize room = window->screen()->availableSize() - frame;
    window->resize(wanted.boundedTo(room));
    if (room.width() <= wanted.width() || room.height() <= wanted.height())
        window->setWindowState(window->windowState() | Qt::WindowMaximized);
}

QString choice(const QString &name, const QString &otherwise)
{
    return QSettings().value(u"view/"_s + name, otherwise).toString();
}

void setChoice(const QString &name, const QString &value)
{
    QSettings().setValue(u"view/"_s + name, value);
}

void remember(QAction *action, const QString &name)
{
    action->setChecked(choice(name) == "yes"_L1);
    QObject::connect(action, &QAction::toggled, action,
                     [name](bool on) { setChoice(name, on ? u"yes"_s : u"no"_s); });
}

} // namespace tidemark::layoutMemory
