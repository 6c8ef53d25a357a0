// What mouse, wheel and keys do on the timeline.
#include "timeline/TimelineView.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tidemark {

namespace {

constexpr double nearPlot = 8;
constexpr int mouseNotch = 120;
constexpr double mostZoom = 10; // by one gesture

} // namespace

bool TimelineView::event(QEvent *event)
{
    // Esc is often a window's shortcut too; while there is something to clear, it is ours.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && m_brush.canClear())
            event->accept();
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) { // its value is by how much what is shown grows
            const TimelineGeometry geometry = m_scene.paneAt(gesture->position()).geometry;
            zoom(1 / std::max(1 + gesture->value(), 1 / mostZoom), geometry, gesture->position().x());
            return true;
        }
    }
    return QWidget::event(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_pannedX = event->position().x();
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedX = event->position().toPoint().x();
    const TimelineGeometry &geometry = m_scene.paneAt(event->position()).geometry;
    m_brush.press(geometry, geometry.bucketAt(event->position().x()));
    showCursor();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (event->buttons().testFlag(Qt::MiddleButton))
        return pan(std::exchange(m_pannedX, x) - x);
    const TimelineGeometry &geometry = m_scene.paneAt(event->position()).geometry;
    const int bucket = geometry.bucketAt(x);
    const bool pressed = event->buttons().testFlag(Qt::LeftButton) && m_brush.isPressed();
    if (!pressed) {
        const bool inside = geometry.plot().adjusted(0, -nearPlot, 0, nearPlot).contains(event->position());
        return hover(inside ? bucket : -1);
    }
    if (m_brush.isDragging() || std::abs(x - m_pressedX) >= QApplication::startDragDistance()) {
        m_scene.hovered = bucket;
        apply(m_brush.drag(geometry, bucket));
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_brush.release();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        apply(m_brush.clear());
}

void TimelineView::leaveEvent(QEvent *)
{
    hover(-1);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (m_scene.timeline.starts.isEmpty() || turned.isNull())
        return;
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    const double x = event->position().x();
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier))
        pan(-panStep * (sideways ? turned.x() : onwards() * turned.y()) / mouseNotch);
    else
        zoom(std::pow(zoomStep, -static_cast<double>(turned.y()) / mouseNotch),
             TimelineGeometry(m_scene.paneAt(event->position()).geometry), x);
    hover(m_scene.paneAt(event->position()).geometry.bucketAt(x));
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const TimelineGeometry geometry = m_scene.geometry();
    const int all = geometry.bucketCount();
    const int page = std::max(1, (geometry.lastVisible() - geometry.firstVisible()) / 10);
    const bool pans = event->modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return pans ? pan(-panStep) : step(-onwards(), event->modifiers());
    case Qt::Key_Right:
        return pans ? pan(panStep) : step(onwards(), event->modifiers());
    case Qt::Key_PageUp:
        return step(-page, event->modifiers());
    case Qt::Key_PageDown:
        return step(page, event->modifiers());
    case Qt::Key_Home:
        return step(-all, event->modifiers());
    case Qt::Key_End:
        return step(all, event->modifiers());
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return apply(m_brush.chooseCursor(geometry));
    case Qt::Key_Escape:
        if (m_brush.canClear())
            return apply(m_brush.clear());
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    if (m_scene.cursor < 0 && byKey)
        setCursorBucket(m_scene.geometry().firstVisible());
    update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    m_brush.endRun();
    update();
}

} // namespace tidemark
