#include "theme/Colours.h"

#include "theme/ThemeColours.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

std::array<QColor, 8> ofThemes()
{
    std::array<QColor, 8> series;
    std::ranges::transform(themeColours, series.begin(), rgb);
    return series;
}

Colours lightColours()
{
    return {.base = rgb(0xffffff),
            .window = rgb(0xf5f6f7),
            .text = rgb(0x1f2328),
            .secondary = rgb(0x57606a),
            .line = rgb(0xd5d9de),
            .accent = rgb(0x0f5c6e),
            .onAccent = rgb(0xffffff),
            .match = rgb(0xffe9a8),
            .explanation = rgb(0xcfe8ee),
            .series = ofThemes()};
}

Colours darkColours()
{
    return {.base = rgb(0x1d1f23),
            .window = rgb(0x24272b),
            .text = rgb(0xe6e8eb),
            .secondary = rgb(0xa5abb3),
            .line = rgb(0x3b3f46),
            .accent = rgb(0x6cc5d9),
            .onAccent = rgb(0x10242a),
            .match = rgb(0x5c4a12),
            .explanation = rgb(0x1d4650),
            .series = {rgb(0x5aa9e6), rgb(0xff8a4c), rgb(0x3cc49a), rgb(0xe38bc0), rgb(0xe0b83a), rgb(0x7fd0e8),
                       rgb(0xa99bf0), rgb(0xa8adb4)}};
}

double luminance(const QColor &colour)
{
    const auto linear = [](float part) {
        const double value = static_cast<double>(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Colours &colours(Scheme scheme)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    return scheme == Scheme::Dark ? dark : light;
}

const Colours &sepiaColours()
{
    static const Colours sepia = [] {
        Colours warm = lightColours();
        warm.base = rgb(0xfbf3e4);
        warm.window = rgb(0xf4ead6);
        warm.text = rgb(0x3b2f1e);
        warm.secondary = rgb(0x6b5a43);
        warm.line = rgb(0xddcfb6);
        return warm;
    }();
    return sepia;
}

Scheme schemeOf(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text)) ? Scheme::Dark
                                                                                               : Scheme::Light;
}

Colours coloursOf(const QPalette &palette)
{
    Colours own = colours(schemeOf(palette));
    own.base = palette.color(QPalette::Base);
    own.window = palette.color(QPalette::Window);
    own.text = palette.color(QPalette::Text);
    own.accent = palette.color(QPalette::Highlight);
    own.onAccent = palette.color(QPalette::HighlightedText);
    return own;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace tidemark
