#include "dialogs/Placement.h"

#include <QDialog>
#include <QScreen>
#include <QStyle>

#include <algorithm>
#include <array>

namespace tidemark {

namespace {

constexpr int gap = 8;
constexpr QSize frame(20, 60);
constexpr int aboveAndBelow = 104; ///< Qt opens a dialog above the middle: with less, its title leaves the screen

QRect movedInto(QRect place, const QRect &room)
{
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveLeft(std::max(place.left(), room.left()));
    place.moveTop(std::max(place.top(), room.top()));
    return place;
}

int covered(const QRect &place, const QRect &read)
{
    const QRect both = place & read;
    return both.isEmpty() ? 0 : both.width() * both.height();
}

} // namespace

QRect placeBeside(QSize size, const QRect &read, const QRect &room, Qt::LayoutDirection direction)
{
    const QRect left({read.left() - gap - size.width(), read.top()}, size);
    const QRect right({read.x() + read.width() + gap, read.top()}, size);
    const bool mirrored = direction == Qt::RightToLeft;
    const std::array wished{mirrored ? right : left, mirrored ? left : right,
                            QRect({read.left(), read.top() - gap - size.height()}, size),
                            QRect({read.left(), read.y() + read.height() + gap}, size)};
    std::array<QRect, wished.size()> places;
    std::ranges::transform(wished, places.begin(), [&](const QRect &place) { return movedInto(place, room); });
    return *std::ranges::min_element(places, {}, [&](const QRect &place) { return covered(place, read); });
}

void resizeWithinScreen(QDialog *dialog, QSize wished)
{
    const QRect room = dialog->screen()->availableGeometry();
    dialog->resize(wished.boundedTo(room.size() - frame));
    if (dialog->height() > room.height() - aboveAndBelow)
        dialog->move(room.x() + (room.width() - dialog->width()) / 2, room.y());
}

void openBeside(QDialog *dialog, const QWidget *read)
{
    const QWidget *window = read->window();
    const int title = dialog->style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect seen(read->mapToGlobal(QPoint()), read->size());
    const QRect room = window->frameGeometry() & window->screen()->availableGeometry();
    dialog->move(placeBeside(dialog->size() + QSize(0, title), seen, room, dialog->layoutDirection()).topLeft());
    dialog->open();
}

} // namespace tidemark
