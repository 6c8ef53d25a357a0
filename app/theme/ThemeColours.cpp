#include "theme/ThemeColours.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr std::array<uint, 8> codes{0x0b6bb0, 0xc4500a, 0x00795a, 0xa8467f, 0x8a6a00, 0x2e7f99, 0x6b5bb5, 0x5f6368};

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
    if (colour < 1 || colour > static_cast<int>(codes.size()))
        return {};
    return u'#' + QString::number(codes.at(static_cast<size_t>(colour) - 1), 16).rightJustified(6, u'0');
}

int colourLike(QStringView code)
{
    bool isNumber = false;
    const uint wanted = code.size() == 7 && code.front() == u'#' ? code.sliced(1).toUInt(&isNumber, 16) : 0;
    if (!isNumber)
        return 0;
    const auto nearest = std::min_element(codes.cbegin(), codes.cend(), [wanted](uint one, uint other) {
        return distance(one, wanted) < distance(other, wanted);
    });
    return static_cast<int>(nearest - codes.cbegin()) + 1;
}

} // namespace tidemark
