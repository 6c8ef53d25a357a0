#include "timeline/TimelineView.h"

#include "model/TimeText.h"
#include "timeline/TimelineAccessible.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 smallestShare = 8; // the axis reaches at least an eighth of the highest bar of the whole
constexpr double margin = 8;
constexpr double zoomStep = 1.25;
constexpr double panStep = 40;
constexpr int fewestVisible = 4;
constexpr int mouseNotch = 120;

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
        m_scene.cursor = -1;
        m_anchor = -1;
        m_dragging = false;
    }
    layOut();
    tell();
}

void TimelineView::setSelected(const TimeSpan &span)
{
    if (m_dragging || span == m_scene.selected)
        return;
    m_scene.selected = span;
    update();
    tell();
}

TimeSpan TimelineView::visible() const
{
    return {m_scene.geometry.from(), m_scene.geometry.until()};
}

void TimelineView::showEverything()
{
    setVisibleSpan({});
}

qint64 TimelineView::mostVisible(int first, int last) const
{
    qint64 chosen = 0;
    qint64 whole = 0;
    for (int i = std::max(0, first); i <= last; ++i) {
        qint64 stacked = 0;
        for (const ShownSeries &series : m_scene.series)
            stacked += series.counts.value(i);
        chosen = std::max({chosen, stacked, m_scene.timeline.counts.value(i)});
        whole = std::max(whole, m_scene.timeline.whole.value(i));
    }
    // A small share of a large volume must still be readable: then the faint whole runs out of the plot at the top.
    return std::max(chosen, whole / smallestShare);
}

void TimelineView::layOut()
{
    const Timeline &timeline = m_scene.timeline;
    const QFontMetricsF metrics(quiet(font()));
    const Instant first = timeline.starts.isEmpty() ? 0 : timeline.starts.constFirst();
    const Instant from = std::clamp(m_visible.from.value_or(first), first, std::max(first, timeline.end - 1));
    const Instant until
        = std::clamp(m_visible.until.value_or(timeline.end), from + 1, std::max(from + 1, timeline.end));

    TimelineGeometry geometry(timeline.starts, timeline.end, from, until, QRectF(0, 0, 1, 1), 1);
    const qint64 most = mostVisible(geometry.firstVisible(), geometry.lastVisible());
    const QString figure = QLocale().toString(3 * TimelineGeometry::roundStep(most));
    const double left = std::ceil(metrics.horizontalAdvance(figure)) + margin;
    m_scene.legend = QRectF(margin, 0, std::max(1.0, width() - 2 * margin), 0);
    m_scene.legend.setHeight(legendHeight(m_scene.series, m_scene.legend.width(), metrics));
    const double top = std::ceil(m_scene.legend.bottom() + metrics.height() / 2);
    const double bottom = height() - std::ceil(metrics.height()) - margin / 2;
    const QRectF plot(left, top, std::max(1.0, width() - left - margin), std::max(1.0, bottom - top));
    m_scene.geometry = TimelineGeometry(timeline.starts, timeline.end, from, until, plot, most);
    update();
}

void TimelineView::zoom(double factor, double x)
{
    const Timeline &timeline = m_scene.timeline;
    if (timeline.starts.isEmpty())
        return;
    const Instant first = timeline.starts.constFirst();
    const qint64 least = (timeline.end - first) / timeline.starts.size() * fewestVisible;
    const TimeSpan span = m_scene.geometry.zoomed(factor, x, first, timeline.end, least);
    const bool everything = span.from <= first && span.until >= timeline.end;
    setVisibleSpan(everything ? TimeSpan() : span);
}

void TimelineView::pan(double pixels)
{
    if (!m_visible.isOpen())
        setVisibleSpan(m_scene.geometry.moved(pixels, m_scene.timeline.starts.constFirst(), m_scene.timeline.end));
}

void TimelineView::setVisibleSpan(const TimeSpan &span)
{
    if (span == m_visible)
        return;
    m_visible = span;
    layOut();
}

void TimelineView::hover(int bucket)
{
    if (bucket == m_scene.hovered)
        return;
    m_scene.hovered = bucket;
    tell();
}

void TimelineView::setCursorBucket(int bucket)
{
    const int buckets = m_scene.geometry.bucketCount();
    if (buckets == 0)
        return;
    m_scene.cursor = std::clamp(bucket, 0, buckets - 1);
    const TimelineGeometry &geometry = m_scene.geometry;
    if (geometry.startOf(m_scene.cursor) < geometry.from())
        pan(geometry.xOf(geometry.startOf(m_scene.cursor)) - geometry.plot().left() - panStep);
    else if (geometry.endOf(m_scene.cursor) > geometry.until())
        pan(geometry.xOf(geometry.endOf(m_scene.cursor)) - geometry.plot().right() + panStep);
    tell();
}

void TimelineView::dragTo(int bucket)
{
    if (bucket < 0 || m_anchor < 0)
        return;
    const TimeSpan span = m_scene.geometry.spanOf(m_anchor, bucket);
    m_scene.cursor = bucket;
    m_scene.hovered = bucket;
    if (span != m_scene.selected)
        choose(span);
    else
        tell();
}

void TimelineView::choose(const TimeSpan &span)
{
    m_scene.selected = span;
    tell();
    emit spanChosen(span);
}

void TimelineView::clear()
{
    m_anchor = -1;
    endRun();
    if (m_dragging) {
        m_dragging = false;
        choose(m_before);
    } else if (!m_scene.selected.isOpen()) {
        emit gestureBegan();
        choose({});
    }
}

void TimelineView::endRun()
{
    m_running = false;
}

void TimelineView::step(int buckets, bool widen)
{
    if (!std::exchange(m_running, true))
        emit gestureBegan();
    const TimelineGeometry &geometry = m_scene.geometry;
    const int last = geometry.bucketCount() - 1;
    if (last < 0)
        return;
    const TimeSpan &selected = m_scene.selected;
    const int low = selected.from ? geometry.bucketOf(*selected.from) : 0;
    const int high = selected.until ? geometry.bucketOf(*selected.until - 1) : last;
    const int cursor = m_scene.cursor >= 0 ? m_scene.cursor : buckets > 0 ? -1 : last + 1;

    if (widen) {
        if (m_anchor < 0)
            m_anchor = selected.isOpen() ? std::clamp(cursor, 0, last) : buckets > 0 ? low : high;
        const int moving = selected.isOpen() ? m_anchor : m_anchor == low ? high : low;
        setCursorBucket(moving + buckets);
        choose(geometry.spanOf(m_anchor, m_scene.cursor));
    } else if (selected.isOpen()) {
        m_anchor = -1;
        setCursorBucket(cursor + buckets);
    } else {
        m_anchor = -1;
        const int shift = std::clamp(buckets, -low, last - high);
        setCursorBucket(shift < 0 ? low + shift : high + shift);
        choose(geometry.spanOf(low + shift, high + shift));
    }
}

QString TimelineView::bucketSentence(int bucket) const
{
    const Timeline &timeline = m_scene.timeline;
    if (bucket < 0 || bucket >= timeline.starts.size())
        return {};
    const QLocale locale;
    const QString when = bucketText(timeline.by, timeline.starts.at(bucket), m_scene.zone);
    const qint64 count = timeline.counts.value(bucket);
    const qint64 whole = timeline.whole.value(bucket);
    QString amount = locale.toString(count);
    if (whole > count)
        amount = tr("%1 of %2").arg(amount, locale.toString(whole));
    const bool one = std::max(count, whole) == 1;
    switch (timeline.counting) {
    case Counting::Stories:
        amount = one ? tr("%1 story").arg(amount) : tr("%1 stories").arg(amount);
        break;
    case Counting::Posts:
        amount = one ? tr("%1 post").arg(amount) : tr("%1 posts").arg(amount);
        break;
    case Counting::Accounts:
        amount = one ? tr("%1 account").arg(amount) : tr("%1 distinct accounts").arg(amount);
        break;
    }
    QStringList parts;
    for (const ShownSeries &series : m_scene.series) {
        if (const qint64 part = series.counts.value(bucket); part > 0)
            parts.append(series.name + u' ' + locale.toString(part));
    }
    const QString sentence = tr("%1: %2").arg(when, amount);
    return parts.isEmpty() ? sentence : sentence + u" \u00b7 "_s + parts.join(u", "_s);
}

QString TimelineView::spokenValue() const
{
    const Timeline &timeline = m_scene.timeline;
    if (timeline.starts.isEmpty())
        return tr("No dated stories");
    if (m_scene.cursor >= 0)
        return bucketSentence(m_scene.cursor);
    const auto name = [&](Instant start) { return bucketText(timeline.by, start, m_scene.zone); };
    return tr("%1 to %2").arg(name(timeline.starts.constFirst()), name(timeline.starts.constLast()));
}

void TimelineView::tell()
{
    m_scene.readout = bucketSentence(m_scene.hovered >= 0 ? m_scene.hovered : m_scene.cursor);
    const QString spoken = spokenValue();
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
    layOut();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        layOut();
    QWidget::changeEvent(event);
}

bool TimelineView::event(QEvent *event)
{
    // Esc is often a window's shortcut too; while there is something to clear, it is ours.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && (m_dragging || !m_scene.selected.isOpen()))
            event->accept();
    }
    return QWidget::event(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_before = m_scene.selected;
    m_pressedX = event->position().toPoint().x();
    m_anchor = m_scene.geometry.bucketAt(event->position().x());
    m_dragging = false;
    endRun();
    setCursorBucket(m_anchor);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    const int bucket = m_scene.geometry.bucketAt(x);
    const bool pressed = event->buttons().testFlag(Qt::LeftButton) && m_anchor >= 0;
    if (!pressed) {
        const bool inside = m_scene.geometry.plot().adjusted(0, -margin, 0, margin).contains(event->position());
        hover(inside ? bucket : -1);
        return;
    }
    if (!m_dragging && std::abs(x - m_pressedX) >= QApplication::startDragDistance()) {
        m_dragging = true;
        emit gestureBegan();
    }
    if (m_dragging)
        dragTo(bucket);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_anchor = -1;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        clear();
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
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier))
        pan(-panStep * (sideways ? turned.x() : turned.y()) / mouseNotch);
    else
        zoom(std::pow(zoomStep, -static_cast<double>(turned.y()) / mouseNotch), event->position().x());
    hover(m_scene.geometry.bucketAt(event->position().x()));
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool widen = event->modifiers().testFlag(Qt::ShiftModifier);
    const int all = m_scene.geometry.bucketCount();
    const int page = std::max(1, (m_scene.geometry.lastVisible() - m_scene.geometry.firstVisible()) / 10);
    const double middle = m_scene.geometry.plot().center().x();
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, widen);
    case Qt::Key_Right:
        return step(1, widen);
    case Qt::Key_PageUp:
        return step(-page, widen);
    case Qt::Key_PageDown:
        return step(page, widen);
    case Qt::Key_Home:
        return step(-all, widen);
    case Qt::Key_End:
        return step(all, widen);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1 / zoomStep, middle);
    case Qt::Key_Minus:
        return zoom(zoomStep, middle);
    case Qt::Key_0:
        return showEverything();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_scene.cursor >= 0) {
            endRun();
            emit gestureBegan();
            choose(m_scene.geometry.spanOf(m_scene.cursor, m_scene.cursor));
        }
        return;
    case Qt::Key_Escape:
        if (m_dragging || !m_scene.selected.isOpen())
            return clear();
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
        setCursorBucket(m_scene.geometry.firstVisible());
    update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    endRun();
    update();
}

} // namespace tidemark
