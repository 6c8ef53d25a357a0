#include "theme/ThemeColours.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The square of how far two colours lie apart.
int distance(uint one, uint other)
{
    int sum = 0;
    for (const uint shift : {0U, 8U, 16U}) {
        const int apart = static_cast<int>((one >> shift) & 0xffU) - static_cast<int>((other >> shift) & 0xffU);
        sum += apart * apart;
    }
    return sum;
}

} // namespace

QString colourCode(int colour)
{
    if (colour < 1 || colour > static_cast<int>(themeColours.size()))
        return {};
    return u'#' + QString::number(themeColours.at(static_cast<size_t>(colour) - 1), 16).rightJustified(6, u'0');
}

int colourLike(QStringView code)
{
    bool isNumber = false;
    const uint wanted = code.size() == 7 && code.front() == u'#' ? code.sliced(1).toUInt(&isNumber, 16) : 0;
    if (!isNumber)
        return 0;
    const auto nearest
        = std::min_element(themeColours.cbegin(), themeColours.cend(), [wanted](uint one, uint other) {
              return distance(one, wanted) < distance(other, wanted);
          });
    return static_cast<int>(nearest - themeColours.cbegin()) + 1;
}

} // namespace tidemark
