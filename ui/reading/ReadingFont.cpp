#include "reading/ReadingFont.h"

#include <QFontDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

double ReadingFont::fitting(double points)
{
    constexpr double smallest = 8;
    constexpr double largest = 32;
    return std::clamp(points, smallest, largest);
}

QFont ReadingFont::font(const QFont &usual) const
{
    QFont font = serif ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : usual;
    if (serif) {
        font.setFamilies({u"Noto Serif"_s, u"Source Serif 4"_s, u"DejaVu Serif"_s, u"serif"_s});
        font.setStyleHint(QFont::Serif);
    }
    font.setPointSizeF(size);
    return font;
}

} // namespace tidemark
