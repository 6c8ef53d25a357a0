#include "picture/Picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr double margin = 12;
constexpr int screenDots = 96; ///< an inch
constexpr double pointsPerInch = 72;
constexpr double printedScale = 2;
constexpr int textFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

Picture::Picture(const QString &title, const QStringList &notes, const QFont &font)
    : m_title(title), m_notes(notes.join(u' ')), m_font(font)
{
    const double pixels = std::max(1.0, QFontMetricsF(font).height() * 0.75);
    m_font.setPixelSize(static_cast<int>(std::round(pixels)));
    m_titleFont = m_font;
    m_titleFont.setWeight(QFont::DemiBold);
}

void Picture::setContentSize(const QSizeF &size)
{
    m_contentSize = size;
    m_titleBox = textBox(m_title, m_titleFont).translated(margin, margin);
    const double top = m_titleBox.bottom() + margin;
    m_notesBox = textBox(m_notes, m_font).translated(margin, top + size.height() + margin / 2);
    const double bottom = m_notes.isEmpty() ? top + size.height() : m_notesBox.bottom() + margin;
    m_size = QSizeF(size.width() + 2 * margin, std::ceil(bottom));
}

QRectF Picture::textBox(const QString &text, const QFont &font) const
{
    const QRectF room(0, 0, m_contentSize.width(), 1e6);
    return text.isEmpty() ? QRectF() : QFontMetricsF(font).boundingRect(room, textFlags, text);
}

void Picture::paint(QPainter &painter) const
{
    const Colours &own = colours(Scheme::Light);
    painter.fillRect(QRectF(QPointF(0, 0), m_size), own.base);
    painter.setPen(own.text);
    painter.setFont(m_titleFont);
    painter.drawText(QRectF(m_titleBox.topLeft(), QSizeF(m_contentSize.width(), m_titleBox.height() + 1)),
                     textFlags, m_title);
    painter.setFont(m_font);
    painter.setPen(own.secondary);
    painter.drawText(QRectF(m_notesBox.topLeft(), QSizeF(m_contentSize.width(), m_notesBox.height() + 1)),
                     textFlags, m_notes);
    painter.translate(margin, m_titleBox.bottom() + margin);
    paintContent(painter, own);
}

QImage Picture::image(double scale) const
{
    QImage image((m_size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

QByteArray Picture::png() const
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

QByteArray Picture::svg() const
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

QByteArray Picture::pdf() const
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

QByteArray Picture::bytesFor(const QString &path) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "svg"_L1)
        return svg();
    return ending == "pdf"_L1 ? pdf() : png();
}

void Picture::print(QPagedPaintDevice &paper) const
{
    QPainter painter(&paper);
    const double scale = static_cast<double>(paper.width()) / m_size.width();
    painter.scale(scale, scale);
    paint(painter);
}

QString pictureFiles()
{
    const QStringList kinds{Words::tr("PNG pictures (*.png)"), Words::tr("SVG drawings (*.svg)"),
                            Words::tr("PDF documents (*.pdf)")};
    return kinds.join(u";;"_s);
}

QString pictureName(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const bool isKnown = ending == "png"_L1 || ending == "svg"_L1 || ending == "pdf"_L1;
    return isKnown ? path : path + u".png"_s;
}

} // namespace tidemark
