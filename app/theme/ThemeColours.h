#pragma once

#include <QStringView>

#include <array>

namespace tidemark {

/// The eight colours of themes (Theme::colour), from the first on; on a dark background the window has lighter
/// shades of them.
inline constexpr std::array<uint, 8> themeColours{0x0b6bb0, 0xc4500a, 0x00795a, 0xa8467f,
                                                  0x8a6a00, 0x2e7f99, 0x6b5bb5, 0x5f6368};

// As other programs write colours: "#0b6bb0".
QString colourCode(int colour); ///< empty for 0
/// The colour that is most like a code's; 0 for what is none.
int colourLike(QStringView code);

} // namespace tidemark
