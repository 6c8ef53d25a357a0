#include "timeline/TimelineAccessible.h"

#include "model/TimeText.h"
#include "timeline/TimelineView.h"
#include "timeline/TimelineWords.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace tidemark {

namespace {

/// One bar: its name is its time, its value what the reader would see there.
class BarAccessible final : public QAccessibleInterface
{
public:
    BarAccessible(TimelineView *view, int bucket) : m_view(view), m_bucket(bucket) {}

    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_bucket < m_view->scene().timeline.starts.size();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const TimelineScene &scene = m_view->scene();
        if (kind == QAccessible::Name)
            return bucketText(scene.timeline.by, scene.timeline.starts.at(m_bucket), scene.zone);
        // AT-SPI knows no value that is text: there the description says it.
        return kind == QAccessible::Value || kind == QAccessible::Description ? bucketSentence(scene, m_bucket)
                                                                              : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const TimelineGeometry &geometry = m_view->scene().geometry();
        const QRectF column = geometry.between(geometry.startOf(m_bucket), geometry.endOf(m_bucket));
        const QRect shown = column.toAlignedRect();
        return {m_view->mapToGlobal(shown.topLeft()), shown.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const TimelineScene &scene = m_view->scene();
        state.focusable = true;
        state.focused = scene.focused && scene.cursor == m_bucket;
        state.selectable = true;
        state.selected = !scene.selected.isOpen() && scene.isSelected(m_bucket);
        state.offscreen = m_bucket < scene.geometry().firstVisible() || m_bucket > scene.geometry().lastVisible();
        return state;
    }

    [[nodiscard]] int bucket() const { return m_bucket; }

private:
    QPointer<TimelineView> m_view;
    int m_bucket;
};

/// The chart; its children are its bars, made when somebody asks for them.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView *view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}
    ~TimelineAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_bars))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(TimelineAccessible)

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? spokenValue(m_view->scene()) : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_view->scene().timeline.starts.size());
    }

    [[nodiscard]] QAccessibleInterface *child(int bucket) const override
    {
        if (bucket < 0 || bucket >= childCount())
            return nullptr;
        if (!m_bars.contains(bucket))
            m_bars.insert(bucket, QAccessible::registerAccessibleInterface(new BarAccessible(m_view, bucket)));
        return QAccessible::accessibleInterface(m_bars.value(bucket));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *bar = dynamic_cast<const BarAccessible *>(child);
        return bar ? bar->bucket() : -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = m_view->mapFromGlobal(QPoint(x, y));
        const TimelineScene &scene = m_view->scene();
        if (scene.panes.isEmpty())
            return nullptr;
        const TimelineGeometry &geometry = scene.paneAt(place).geometry;
        return geometry.plot().contains(place) ? child(geometry.bucketAt(place.x())) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_view->scene().focused ? child(m_view->scene().cursor) : nullptr;
    }

private:
    TimelineView *m_view;
    mutable QHash<int, QAccessible::Id> m_bars;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccessible(view) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

void tellAccessibleValue(QWidget *timeline, const QString &value)
{
    QAccessibleValueChangeEvent event(timeline, value);
    QAccessible::updateAccessibility(&event);
}

} // namespace tidemark
