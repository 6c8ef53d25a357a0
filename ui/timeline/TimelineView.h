#pragma once

#include "timeline/TimelineScene.h"

#include <QWidget>

namespace tidemark {

/// The volume over time as bars, and the place to choose a span. With the mouse: drag chooses, double-click
/// clears, the wheel zooms around the pointer, Shift and wheel moves. With keys: Left and Right move the chosen
/// span, or the cursor where none is; Shift widens; Return chooses the cursor's bucket; Home and End go to the
/// ends; + - 0 zoom; Esc clears. Zooming changes what is visible, never the filter.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// names: of the series, in their order.
    void setTimeline(const Timeline &timeline, const QStringList &names, const QTimeZone &zone);
    void setSelected(const TimeSpan &span);

    [[nodiscard]] const TimelineScene &scene() const { return m_scene; }
    [[nodiscard]] TimeSpan selected() const { return m_scene.selected; }
    [[nodiscard]] TimeSpan visible() const;
    void showEverything(); ///< undoes the zoom

    /// "24 Oct 2017: 31 of 120 stories", with the parts of a split behind it.
    [[nodiscard]] QString bucketSentence(int bucket) const;
    /// Of the bucket under the cursor, or of the whole: what a screen reader says.
    [[nodiscard]] QString spokenValue() const;

    [[nodiscard]] QSize sizeHint() const override { return {470, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 72}; }

signals:
    void gestureBegan(); ///< the spans chosen from here on belong together: one drag, one run of arrow keys
    void spanChosen(const tidemark::TimeSpan &span); ///< open: cleared

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] qint64 mostVisible(int first, int last) const;
    void zoom(double factor, double x);
    void pan(double pixels);
    void setVisibleSpan(const TimeSpan &span);
    void hover(int bucket);
    void setCursorBucket(int bucket);
    void dragTo(int bucket);
    void step(int buckets, bool widen);
    void choose(const TimeSpan &span);
    void clear();
    void endRun();
    void tell();

    TimelineScene m_scene;
    TimeSpan m_visible; ///< open: everything
    TimeSpan m_before;  ///< what was selected when the drag began
    int m_anchor = -1;  ///< the bucket where the mouse or the widening began
    int m_pressedX = 0;
    bool m_dragging = false;
    bool m_running = false; ///< the last change was made by an arrow key
};

} // namespace tidemark
