#pragma once

#include "story/TimeSpan.h"
#include "timeline/TimelineGeometry.h"

namespace tidemark {

/// How a span of time is chosen on a timeline by dragging and by keys, as a value without a screen: the chosen
/// span, the bucket under the cursor, and what is under way.
class SpanBrush
{
public:
    /// What came of a move.
    struct Outcome
    {
        bool began = false; ///< a gesture: what it chooses from here on belongs together
        bool chose = false; ///< the selected span is another one
    };

    [[nodiscard]] const TimeSpan &selected() const { return m_selected; } ///< open: none
    [[nodiscard]] int cursor() const { return m_cursor; }                 ///< -1: nowhere
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    [[nodiscard]] bool isPressed() const { return m_pressed; }
    [[nodiscard]] bool canClear() const { return m_dragging || !m_selected.isOpen(); }

    bool setSelected(const TimeSpan &span); ///< from outside; nothing while a drag is under way. True: a change
    void forgetBuckets();                   ///< they are others now

    void moveTo(const TimelineGeometry &geometry, int bucket); ///< the cursor alone; within the buckets
    void press(const TimelineGeometry &geometry, int bucket);
    Outcome drag(const TimelineGeometry &geometry, int bucket); ///< the first one begins it
    void release();

    /// Left and right: move the selected span, or the cursor where there is none; widen: the span grows to there.
    Outcome step(const TimelineGeometry &geometry, int buckets, bool widen);
    /// The cursor's bucket; a span that step() just chose stays.
    Outcome chooseCursor(const TimelineGeometry &geometry);
    Outcome clear(); ///< while dragging: what was selected before
    void endRun() { m_running = false; }

private:
    void placeCursor(const TimelineGeometry &geometry, int bucket);

    TimeSpan m_selected;
    TimeSpan m_before; ///< what was selected when the drag began
    int m_cursor = -1;
    int m_anchor = -1; ///< the bucket where the mouse or the widening began
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_running = false; ///< the last change was made by an arrow key
};

} // namespace tidemark
