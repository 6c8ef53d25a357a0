#include "timeline/TimelinePicture.h"

#include "timeline/TimelinePaint.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double margin = 12;
constexpr int screenDots = 96; ///< an inch
constexpr double pointsPerInch = 72;
constexpr double printedScale = 2;
constexpr int textFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

TimelinePicture::TimelinePicture(const TimelineScene &scene, const QString &title, const QStringList &notes,
                                 const QFont &font, const QSizeF &plotSize)
    : m_scene(scene),
      m_title(title),
      m_notes(notes.join(u' ')),
      m_font(font),
      m_titleFont(font),
      m_plotSize(plotSize)
{
    // Pixels, so that one layout serves devices of any density.
    const double pixels = std::max(1.0, QFontMetricsF(font).height() * 0.75);
    m_font.setPixelSize(static_cast<int>(std::round(pixels)));
    m_titleFont = m_font;
    m_titleFont.setWeight(QFont::DemiBold);
    m_scene.hovered = -1;
    m_scene.focused = false;
    m_titleBox = textBox(m_title, m_titleFont).translated(margin, margin);
    m_notesBox = textBox(m_notes, m_font);
    layOut(m_scene, m_plotSize, QFontMetricsF(m_font));
    const double plotTop = m_titleBox.bottom() + margin;
    m_notesBox.translate(margin, plotTop + m_plotSize.height() + margin / 2);
    const double bottom = m_notes.isEmpty() ? plotTop + m_plotSize.height() : m_notesBox.bottom() + margin;
    m_size = QSizeF(m_plotSize.width() + 2 * margin, std::ceil(bottom));
}

QRectF TimelinePicture::textBox(const QString &text, const QFont &font) const
{
    const QRectF room(0, 0, m_plotSize.width(), 1e6);
    return text.isEmpty() ? QRectF() : QFontMetricsF(font).boundingRect(room, textFlags, text);
}

void TimelinePicture::paint(QPainter &painter) const
{
    const Colours &own = colours(Scheme::Light);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), own.base);
    painter.setPen(own.text);
    painter.setFont(m_titleFont);
    painter.drawText(QRectF(m_titleBox.topLeft(), QSizeF(m_plotSize.width(), m_titleBox.height() + 1)), textFlags,
                     m_title);
    painter.setFont(m_font);
    painter.setPen(own.secondary);
    painter.drawText(QRectF(m_notesBox.topLeft(), QSizeF(m_plotSize.width(), m_notesBox.height() + 1)), textFlags,
                     m_notes);
    painter.translate(margin, m_titleBox.bottom() + margin);
    paintTimeline(painter, m_scene, own);
}

QImage TimelinePicture::image(double scale) const
{
    QImage image((m_size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

QByteArray TimelinePicture::png() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage picture = image(printedScale);
    const double dots = printedScale * screenDots;
    constexpr double inchesPerMetre = 1 / 0.0254;
    picture.setDotsPerMeterX(static_cast<int>(dots * inchesPerMetre));
    picture.setDotsPerMeterY(static_cast<int>(dots * inchesPerMetre));
    picture.save(&buffer, "PNG");
    return bytes;
}

QByteArray TimelinePicture::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenDots);
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), m_size));
    // Qt 6.4 writes these two into the file as they are.
    generator.setTitle(m_title.toHtmlEscaped());
    generator.setDescription(m_notes.toHtmlEscaped());
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return bytes;
}

QByteArray TimelinePicture::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_title);
    writer.setPageSize(
        QPageSize(m_size * pointsPerInch / screenDots, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    print(writer);
    return bytes;
}

void TimelinePicture::print(QPagedPaintDevice &paper) const
{
    QPainter painter(&paper);
    const double scale = static_cast<double>(paper.width()) / m_size.width();
    painter.scale(scale, scale);
    paint(painter);
}

} // namespace tidemark
