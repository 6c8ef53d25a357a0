#include "timeline/SpanBrush.h"

#include <algorithm>
#include <utility>

namespace tidemark {

bool SpanBrush::setSelected(const TimeSpan &span)
{
    if (m_dragging || span == m_selected)
        return false;
    m_selected = span;
    endRun();
    return true;
}

void SpanBrush::forgetBuckets()
{
    m_cursor = -1;
    m_anchor = -1;
    m_pressed = false;
    m_dragging = false;
}

void SpanBrush::moveTo(const TimelineGeometry &geometry, int bucket)
{
    endRun();
    placeCursor(geometry, bucket);
}

void SpanBrush::placeCursor(const TimelineGeometry &geometry, int bucket)
{
    if (geometry.bucketCount() > 0)
        m_cursor = std::clamp(bucket, 0, geometry.bucketCount() - 1);
}

void SpanBrush::press(const TimelineGeometry &geometry, int bucket)
{
    m_before = m_selected;
    m_anchor = bucket;
    m_pressed = bucket >= 0;
    m_dragging = false;
    moveTo(geometry, bucket);
}

SpanBrush::Outcome SpanBrush::drag(const TimelineGeometry &geometry, int bucket)
{
    if (bucket < 0 || m_anchor < 0)
        return {};
    Outcome outcome;
    outcome.began = !std::exchange(m_dragging, true);
    m_cursor = bucket;
    const TimeSpan span = geometry.spanOf(m_anchor, bucket);
    outcome.chose = span != m_selected;
    m_selected = span;
    return outcome;
}

void SpanBrush::release()
{
    m_pressed = false;
    if (std::exchange(m_dragging, false))
        m_anchor = -1;
}

SpanBrush::Outcome SpanBrush::step(const TimelineGeometry &geometry, int buckets, bool widen)
{
    Outcome outcome{.began = !std::exchange(m_running, true)};
    const int last = geometry.bucketCount() - 1;
    if (last < 0)
        return outcome;
    const int low = m_selected.from ? geometry.bucketOf(*m_selected.from) : 0;
    const int high = m_selected.until ? geometry.bucketOf(*m_selected.until - 1) : last;
    const int cursor = m_cursor >= 0 ? m_cursor : buckets > 0 ? -1 : last + 1;

    if (widen) {
        if (m_anchor < 0)
            m_anchor = m_selected.isOpen() ? std::clamp(cursor, 0, last) : buckets > 0 ? low : high;
        const int moving = m_selected.isOpen() ? m_anchor : m_anchor == low ? high : low;
        placeCursor(geometry, moving + buckets);
        m_selected = geometry.spanOf(m_anchor, m_cursor);
        outcome.chose = true;
    } else if (m_selected.isOpen()) {
        m_anchor = -1;
        placeCursor(geometry, cursor + buckets);
    } else {
        m_anchor = -1;
        const int shift = std::clamp(buckets, -low, last - high);
        placeCursor(geometry, shift < 0 ? low + shift : high + shift);
        m_selected = geometry.spanOf(low + shift, high + shift);
        outcome.chose = true;
    }
    return outcome;
}

SpanBrush::Outcome SpanBrush::chooseCursor(const TimelineGeometry &geometry)
{
    if (m_cursor < 0 || (m_running && !m_selected.isOpen())) // what the arrow keys chose is meant
        return {};
    endRun();
    m_selected = geometry.spanOf(m_cursor, m_cursor);
    return {.began = true, .chose = true};
}

SpanBrush::Outcome SpanBrush::clear()
{
    m_anchor = -1;
    m_pressed = false;
    endRun();
    if (std::exchange(m_dragging, false)) {
        m_selected = m_before;
        return {.began = false, .chose = true};
    }
    if (m_selected.isOpen())
        return {};
    m_selected = {};
    return {.began = true, .chose = true};
}

} // namespace tidemark
