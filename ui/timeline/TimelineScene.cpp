#include "timeline/TimelineScene.h"

#include <algorithm>

namespace tidemark {

const TimelineGeometry &TimelineScene::geometry() const
{
    static const TimelineGeometry none;
    return panes.isEmpty() ? none : panes.constFirst().geometry;
}

const TimelinePane &TimelineScene::paneAt(const QPointF &place) const
{
    const auto distance = [&place](const TimelinePane &pane) {
        const QRectF &plot = pane.geometry.plot();
        const double x = std::max({0.0, plot.left() - place.x(), place.x() - plot.right()});
        const double y = std::max({0.0, plot.top() - place.y(), place.y() - plot.bottom()});
        return x + y;
    };
    return *std::ranges::min_element(panes, {}, distance);
}

bool TimelineScene::isSideBySide() const
{
    return look.places == TimelineLook::Places::SideBySide && !series.isEmpty();
}

bool TimelineScene::showsLines() const
{
    const bool stacks = !series.isEmpty() && !isSideBySide();
    return look.shape == TimelineLook::Shape::Lines || (stacks && look.scale == CountScale::Kind::Logarithmic);
}

const QVector<qint64> &TimelineScene::countsOf(const TimelinePane &pane) const
{
    return pane.series < 0 ? timeline.counts : series.at(pane.series).counts;
}

bool TimelineScene::isSelected(int bucket) const
{
    return (!selected.from || geometry().endOf(bucket) > *selected.from)
        && (!selected.until || geometry().startOf(bucket) < *selected.until);
}

Derivation TimelineScene::derivation() const
{
    return {.averaged = look.averaged,
            .compares = look.earlier != Earlier::None,
            .compared = compared,
            .bursts = look.burstRatio > 0 ? std::optional(bursts) : std::nullopt,
            .events = look.events ? events : QVector<DatedEvent>(),
            .zone = zone};
}

const Burst *TimelineScene::burstAt(int bucket) const
{
    const auto found = std::find_if(bursts.cbegin(), bursts.cend(), [bucket](const Burst &burst) {
        return burst.first <= bucket && bucket <= burst.last;
    });
    return found == bursts.cend() ? nullptr : &*found;
}

void prepare(TimelineScene &scene)
{
    scene.compared = comparedBuckets(scene.timeline, scene.selected, scene.look.earlier, scene.zone);
    scene.bursts = scene.look.burstRatio > 0 ? bursts(scene.timeline.counts, {.ratio = scene.look.burstRatio})
                                             : QVector<Burst>();
}

} // namespace tidemark
