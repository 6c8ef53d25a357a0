#include "timeline/TimelinePicture.h"

#include "timeline/TimelinePaint.h"

#include <QFontMetricsF>

namespace tidemark {

TimelinePicture::TimelinePicture(const TimelineScene &scene, const QString &title, const QStringList &notes,
                                 const QFont &font, const QSizeF &plotSize)
    : Picture(title, notes, font), m_scene(scene)
{
    m_scene.hovered = -1;
    m_scene.focused = false;
    layOut(m_scene, plotSize, QFontMetricsF(Picture::font()));
    setContentSize(plotSize);
}

void TimelinePicture::paintContent(QPainter &painter, const Colours &colours) const
{
    paintTimeline(painter, m_scene, colours);
}

} // namespace tidemark
