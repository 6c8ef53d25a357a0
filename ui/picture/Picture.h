#pragma once

#include "theme/Colours.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QString>
#include <QStringList>

class QPagedPaintDevice;
class QPainter;

namespace tidemark {

/// A chart or table as a picture that stands by itself: above it, what it shows; below it, what has to be known to
/// read it. On white paper, whatever the window looks like. Sizes are in pixels at 96 a inch.
class Picture
{
public:
    virtual ~Picture() = default;

    [[nodiscard]] QSizeF size() const { return m_size; } ///< with title and notes

    [[nodiscard]] QImage image(double scale) const;
    [[nodiscard]] QByteArray png() const; ///< at twice the size, for print
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray pdf() const; ///< one page of the picture's size
    /// As a file of that name holds it: .svg, .pdf, else PNG.
    [[nodiscard]] QByteArray bytesFor(const QString &path) const;

    void print(QPagedPaintDevice &paper) const; ///< as wide as a page

protected:
    Picture(const QString &title, const QStringList &notes, const QFont &font);
    Picture(const Picture &) = default;
    Picture(Picture &&) noexcept = default;
    Picture &operator=(const Picture &) = default;
    Picture &operator=(Picture &&) noexcept = default;

    /// In pixels, so that one layout serves devices of any density.
    [[nodiscard]] const QFont &font() const { return m_font; }
    void setContentSize(const QSizeF &size); ///< once, before anything else is asked
    /// From (0, 0), with font().
    virtual void paintContent(QPainter &painter, const Colours &colours) const = 0;

private:
    void paint(QPainter &painter) const;
    [[nodiscard]] QRectF textBox(const QString &text, const QFont &font) const;

    QString m_title;
    QString m_notes;
    QFont m_font;
    QFont m_titleFont;
    QSizeF m_contentSize;
    QRectF m_titleBox;
    QRectF m_notesBox;
    QSizeF m_size;
};

/// The kinds of file that a picture is written as, as a file dialog takes them: one a line, so that the kind can be
/// chosen without typing an ending.
QString pictureFiles();

/// A file's name for a picture that the user chose: one without a known ending gets .png.
QString pictureName(const QString &path);

} // namespace tidemark
