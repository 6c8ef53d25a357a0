#include "dialogs/PaneSplitter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

constexpr int pixelsAKey = 16;
constexpr int allTheWay = 100'000;

/// To the right or down: 1; to the left or up: -1.
int directionOf(int key, Qt::Orientation orientation)
{
    const bool sideways = orientation == Qt::Horizontal;
    if (key == (sideways ? Qt::Key_Left : Qt::Key_Up))
        return -1;
    return key == (sideways ? Qt::Key_Right : Qt::Key_Down) ? 1 : 0;
}

} // namespace

bool bringsFocusBack(Qt::FocusReason reason)
{
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason
        || reason == Qt::MenuBarFocusReason;
}

PaneSplitter::PaneSplitter(Qt::Orientation orientation, QWidget *parent) : QSplitter(orientation, parent)
{
    keepEdges();
}

void PaneSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        keepEdges();
}

/// From right to left QSplitter puts all panes one pixel too far right, where the first one's edge is cut off.
void PaneSplitter::keepEdges()
{
    setContentsMargins(0, 0, orientation() == Qt::Horizontal && isRightToLeft() ? 1 : 0, 0);
}

QSplitterHandle *PaneSplitter::createHandle()
{
    return new PaneBorder(orientation(), this);
}

PaneBorder::PaneBorder(Qt::Orientation orientation, QSplitter *splitter) : QSplitterHandle(orientation, splitter)
{
    setFocusPolicy(Qt::TabFocus);
    describe();
}

void PaneBorder::describe()
{
    setAccessibleDescription(tr("Arrow keys move it, Enter ends that, Escape puts it back."));
}

void PaneBorder::moveByKeys(QWidget *before)
{
    setFocus(Qt::ShortcutFocusReason);
    m_before = before;
}

void PaneBorder::focusInEvent(QFocusEvent *event)
{
    if (!bringsFocusBack(event->reason())) {
        m_sizesBefore = splitter()->sizes();
        m_before.clear();
        describe();
    }
    QSplitterHandle::focusInEvent(event);
    update();
}

void PaneBorder::focusOutEvent(QFocusEvent *event)
{
    QSplitterHandle::focusOutEvent(event);
    update();
}

void PaneBorder::keyPressEvent(QKeyEvent *event)
{
    const int direction = directionOf(event->key(), orientation());
    if (direction != 0)
        moveBy(direction * pixelsAKey);
    else if (event->key() == Qt::Key_Home)
        moveBy(-allTheWay);
    else if (event->key() == Qt::Key_End)
        moveBy(allTheWay);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        leave();
    else if (event->key() == Qt::Key_Escape) {
        splitter()->setSizes(m_sizesBefore);
        leave();
    } else
        QSplitterHandle::keyPressEvent(event);
}

/// What one pane gets, the other gives, down to its least size.
void PaneBorder::moveBy(int pixels)
{
    const bool mirrored = orientation() == Qt::Horizontal && splitter()->isRightToLeft();
    const int behind = splitter()->indexOf(this);
    QList<int> sizes = splitter()->sizes();
    const int given = std::clamp(mirrored ? -pixels : pixels, -sizes.at(behind - 1), sizes.at(behind));
    sizes[behind - 1] += given;
    sizes[behind] -= given;
    splitter()->setSizes(sizes);
    setAccessibleDescription(tr("%Ln pixels for the pane before it", nullptr, splitter()->sizes().at(behind - 1)));
}

void PaneBorder::leave()
{
    if (QWidget *before = std::exchange(m_before, {}))
        before->setFocus(Qt::OtherFocusReason);
    else
        focusNextChild();
}

void PaneBorder::paintEvent(QPaintEvent *event)
{
    QSplitterHandle::paintEvent(event);
    if (hasFocus())
        QPainter(this).fillRect(rect(), palette().highlight());
}

} // namespace tidemark
