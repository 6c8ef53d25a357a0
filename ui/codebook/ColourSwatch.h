#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace tidemark {

/// The name of a theme's colour (Theme::colour, 1 to 8), which always stands beside it.
QString colourName(int colour);

/// A small disc in it, as the palette's scheme has it; 0: nothing, of the same size.
QIcon colourSwatch(int colour, const QPalette &palette);

} // namespace tidemark
