#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace tidemark {

enum class Scheme : quint8 { Light, Dark };

/// The few colours that Tidemark has of its own. Text on its ground reaches at least 4.5:1 everywhere.
struct Colours
{
    QColor base;      ///< ground of text
    QColor window;    ///< ground of panels
    QColor text;      ///< on either ground
    QColor secondary; ///< quieter text
    QColor line;      ///< hairlines; says nothing by itself
    QColor accent;
    QColor onAccent;    ///< text on the accent
    QColor match;       ///< ground of a word that was searched for; always underlined too
    QColor explanation; ///< ground of a word for which a rule matched; always underlined too
    std::array<QColor, 8> series;
};

/// Those of a scheme.
const Colours &colours(Scheme scheme);

/// Light, on the warm ground of old paper: for reading.
const Colours &sepiaColours();

/// By the lightness of the ground that text stands on.
Scheme schemeOf(const QPalette &palette);

/// What a widget paints with: the colours of its palette's scheme, with the palette's own grounds, text and
/// accent, for the platform's come first.
Colours coloursOf(const QPalette &palette);

/// Contrast of two opaque colours after WCAG 2.1, section 1.4.3: 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace tidemark
