#pragma once

#include "timeline/SpanBrush.h"
#include "timeline/TimelineScene.h"

#include <QWidget>

namespace tidemark {

/// The volume over time, and the place to choose a span. With the mouse: drag chooses, double-click clears, the
/// wheel and pinching zoom around the pointer, Shift and wheel or the middle button move. With keys: Left and Right
/// move the chosen span, or the cursor where none is or Ctrl is held; Shift widens; with both, what is visible
/// moves; Return chooses the cursor's bucket; Home and End go to the ends; Esc clears. Zooming changes what is
/// visible, never the filter.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// names: of the series, in their order.
    void setTimeline(const Timeline &timeline, const QStringList &names, const QTimeZone &zone);
    void setSelected(const TimeSpan &span);
    void setLook(const TimelineLook &look);
    void setEvents(const QVector<DatedEvent> &events);

    [[nodiscard]] const TimelineScene &scene() const { return m_scene; }
    [[nodiscard]] TimeSpan selected() const { return m_scene.selected; }
    [[nodiscard]] TimeSpan visible() const;
    static constexpr double zoomStep = 1.25;
    void zoomBy(double factor); ///< around the middle; less than 1: closer
    void showEverything();      ///< undoes the zoom
    void setCursorBucket(int bucket);

    [[nodiscard]] QSize sizeHint() const override { return {470, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override; ///< legend and labels leave room for a plot

signals:
    void gestureBegan(); ///< the spans chosen from here on belong together: one drag, one run of arrow keys
    void spanChosen(const tidemark::TimeSpan &span); ///< open: cleared
    void sceneChanged();                             ///< what it shows, or how

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
    static constexpr double panStep = 40; ///< pixels

    void showScene();
    void zoom(double factor, const TimelineGeometry &geometry, double x);
    void pan(double pixels);
    [[nodiscard]] int onwards() const;
    void setVisibleSpan(const TimeSpan &span);
    void hover(int bucket);
    void step(int buckets, Qt::KeyboardModifiers modifiers);
    void apply(const SpanBrush::Outcome &outcome);
    void showCursor();
    void tell();

    TimelineScene m_scene;
    SpanBrush m_brush;
    int m_pressedX = 0;
    double m_pannedX = 0;
};

} // namespace tidemark
