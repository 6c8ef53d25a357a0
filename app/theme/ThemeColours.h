#pragma once

#include <QStringView>

namespace tidemark {

// The eight colours of themes (Theme::colour) as other programs write colours: "#0b6bb0". The window's are shades
// of them that suit its background.

QString colourCode(int colour); ///< empty for 0
/// The colour that is most like a code's; 0 for what is none.
int colourLike(QStringView code);

} // namespace tidemark
