#include "timeline/TimelineView.h"

#include "timeline/TimelineAccessible.h"
#include "timeline/TimelinePaint.h"
#include "timeline/TimelineWords.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tidemark {

namespace {

constexpr int fewestVisible = 4;

QFont quiet(QFont font)
{
    font.setPointSizeF(std::max(7.5, font.pointSizeF() * 0.88));
    return font;
}

} // namespace

TimelineView::TimelineView(QWidget *parent) : QWidget(parent)
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Timeline"));
    showScene();
    tell();
}

void TimelineView::setTimeline(const Timeline &timeline, const QStringList &names, const QTimeZone &zone)
{
    const bool sameBuckets = timeline.starts == m_scene.timeline.starts && timeline.end == m_scene.timeline.end;
    m_scene.timeline = timeline;
    m_scene.zone = zone;
    m_scene.series = shownSeries(timeline, names, tr("Others"));
    if (!sameBuckets) {
        m_scene.hovered = -1;
        m_brush.forgetBuckets();
        const TimeSpan &visible = m_scene.visible;
        const bool isElsewhere = !visible.isOpen()
            && (timeline.starts.isEmpty() || visible.until <= timeline.starts.constFirst()
                || visible.from >= timeline.end);
        if (isElsewhere)
            m_scene.visible = {};
    }
    showScene();
    tell();
}

void TimelineView::setSelected(const TimeSpan &span)
{
    if (!m_brush.setSelected(span))
        return;
    showScene();
    tell();
}

void TimelineView::setLook(const TimelineLook &look)
{
    m_scene.look = look;
    showScene();
    tell();
}

void TimelineView::setEvents(const QVector<DatedEvent> &events)
{
    m_scene.events = events;
    showScene();
    tell();
}

TimeSpan TimelineView::visible() const
{
    return {m_scene.geometry().from(), m_scene.geometry().until()};
}

QSize TimelineView::minimumSizeHint() const
{
    constexpr int lowestPlots = 116; // with the scale below them
    const double above = m_scene.legend.height() + m_scene.eventLabels.height();
    return {160, lowestPlots + static_cast<int>(std::ceil(above))};
}

void TimelineView::zoomBy(double factor)
{
    const TimelineGeometry geometry = m_scene.geometry();
    zoom(factor, geometry, geometry.plot().center().x());
}

void TimelineView::showEverything()
{
    setVisibleSpan({});
}

void TimelineView::setCursorBucket(int bucket)
{
    m_brush.moveTo(m_scene.geometry(), bucket);
    showCursor();
}

/// Everything that follows from what is shown, how, and how large.
void TimelineView::showScene()
{
    m_scene.direction = layoutDirection();
    m_scene.selected = m_brush.selected();
    m_scene.cursor = m_brush.cursor();
    prepare(m_scene);
    layOut(m_scene, size(), QFontMetricsF(quiet(font())));
    updateGeometry();
    update();
    emit sceneChanged();
}

void TimelineView::zoom(double factor, const TimelineGeometry &geometry, double x)
{
    const Timeline &timeline = m_scene.timeline;
    if (timeline.starts.isEmpty())
        return;
    const Instant first = timeline.starts.constFirst();
    const qint64 least = (timeline.end - first) / timeline.starts.size() * fewestVisible;
    const TimeSpan span = geometry.zoomed(factor, x, first, timeline.end, least);
    const bool everything = span.from <= first && span.until >= timeline.end;
    setVisibleSpan(everything ? TimeSpan() : span);
}

/// To which side time goes on.
int TimelineView::onwards() const
{
    return m_scene.geometry().isMirrored() ? -1 : 1;
}

void TimelineView::pan(double pixels)
{
    if (!m_scene.visible.isOpen())
        setVisibleSpan(
            m_scene.geometry().moved(pixels, m_scene.timeline.starts.constFirst(), m_scene.timeline.end));
}

void TimelineView::setVisibleSpan(const TimeSpan &span)
{
    if (span == m_scene.visible)
        return;
    m_scene.visible = span;
    showScene();
}

void TimelineView::hover(int bucket)
{
    if (std::exchange(m_scene.hovered, bucket) != bucket)
        tell();
}

/// Brings the cursor's bucket into view.
void TimelineView::showCursor()
{
    m_scene.cursor = m_brush.cursor();
    const TimelineGeometry &geometry = m_scene.geometry();
    if (m_scene.cursor >= 0 && m_scene.cursor < geometry.bucketCount()) {
        if (geometry.startOf(m_scene.cursor) < geometry.from())
            pan(geometry.xOf(geometry.startOf(m_scene.cursor)) - geometry.xOf(geometry.from())
                - onwards() * panStep);
        else if (geometry.endOf(m_scene.cursor) > geometry.until())
            pan(geometry.xOf(geometry.endOf(m_scene.cursor)) - geometry.xOf(geometry.until())
                + onwards() * panStep);
    }
    tell();
}

void TimelineView::apply(const SpanBrush::Outcome &outcome)
{
    if (outcome.began)
        emit gestureBegan();
    if (outcome.chose)
        showScene();
    showCursor();
    if (outcome.chose)
        emit spanChosen(m_brush.selected());
}

void TimelineView::step(int buckets, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const int before = m_brush.cursor() < 0 ? m_scene.geometry().firstVisible() - 1 : m_brush.cursor();
        setCursorBucket(before + buckets);
    } else {
        apply(m_brush.step(m_scene.geometry(), buckets, modifiers.testFlag(Qt::ShiftModifier)));
    }
}

void TimelineView::tell()
{
    m_scene.readout = bucketSentence(m_scene, m_scene.hovered >= 0 ? m_scene.hovered : m_scene.cursor);
    const QString spoken = spokenValue(m_scene);
    if (accessibleDescription() != spoken) {
        setAccessibleDescription(spoken);
        tellAccessibleValue(this, spoken);
    }
    update();
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(quiet(font()));
    const Colours colours = coloursOf(palette());
    m_scene.focused = hasFocus();
    paintTimeline(painter, m_scene, colours);
    if (m_scene.timeline.starts.isEmpty()) {
        painter.setPen(colours.secondary);
        painter.drawText(rect(), Qt::AlignCenter, tr("No dated stories"));
    }
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    showScene();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange
        || event->type() == QEvent::LayoutDirectionChange)
        showScene();
    QWidget::changeEvent(event);
}

} // namespace tidemark
