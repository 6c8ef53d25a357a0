#pragma once

#include "theme/Colours.h"
#include "timeline/TimelineScene.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QString>

class QPagedPaintDevice;

namespace tidemark {

/// A timeline as a picture that stands by itself: above it, what it shows; below it, what has to be known to read
/// it. On white paper, whatever the window looks like, and without what the pointer pointed at. Sizes are in pixels
/// at 96 a inch.
class TimelinePicture
{
public:
    TimelinePicture(const TimelineScene &scene, const QString &title, const QStringList &notes, const QFont &font,
                    const QSizeF &plotSize);

    [[nodiscard]] QSizeF size() const { return m_size; } ///< with title and notes

    [[nodiscard]] QImage image(double scale) const;
    [[nodiscard]] QByteArray png() const; ///< at twice the size, for print
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray pdf() const; ///< one page of the picture's size

    void print(QPagedPaintDevice &paper) const; ///< as wide as a page

private:
    void paint(QPainter &painter) const;
    [[nodiscard]] QRectF textBox(const QString &text, const QFont &font) const;

    TimelineScene m_scene;
    QString m_title;
    QString m_notes;
    QFont m_font;
    QFont m_titleFont;
    QSizeF m_plotSize;
    QRectF m_titleBox;
    QRectF m_notesBox;
    QSizeF m_size;
};

} // namespace tidemark
