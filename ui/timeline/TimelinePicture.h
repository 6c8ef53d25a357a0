#pragma once

#include "picture/Picture.h"
#include "timeline/TimelineScene.h"

namespace tidemark {

/// A timeline as a picture, without what the pointer pointed at.
class TimelinePicture final : public Picture
{
public:
    TimelinePicture(const TimelineScene &scene, const QString &title, const QStringList &notes, const QFont &font,
                    const QSizeF &plotSize);

protected:
    void paintContent(QPainter &painter, const Colours &colours) const override;

private:
    TimelineScene m_scene;
};

} // namespace tidemark
