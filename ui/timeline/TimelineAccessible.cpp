#include "timeline/TimelineAccessible.h"

#include "timeline/TimelineView.h"
#include "timeline/TimelineWords.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tidemark {

namespace {

class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView *view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? spokenValue(m_view->scene()) : QAccessibleWidget::text(kind);
    }

private:
    TimelineView *m_view;
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
