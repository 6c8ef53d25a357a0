#include "theme/EdgedStyle.h"

#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int menuSpace = 7; ///< on both sides of a button's text, for it stays in the middle
constexpr int arrowSize = 8;

bool opensMenu(const QWidget *widget)
{
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button && button->menu() && button->popupMode() == QToolButton::InstantPopup;
}

} // namespace

EdgedStyle::EdgedStyle() : QProxyStyle(u"fusion"_s) {}

void EdgedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_IndicatorArrowDown && opensMenu(widget)) {
        QStyleOption arrow(*option);
        arrow.rect = visualRect(option->direction, widget->rect(),
                                QRect(widget->width() - menuSpace / 2 - arrowSize / 2 - 2,
                                      (widget->height() - arrowSize) / 2 + 1, arrowSize, arrowSize));
        QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRing = element == PE_IndicatorRadioButton;
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    // A box to type in has an edge of its own while it has the focus.
    const bool isLine = element == PE_FrameLineEdit && !option->state.testFlag(State_HasFocus);
    const bool isMenu = element == PE_FrameMenu;
    if (!isRing && !isBox && !isLine && !isMenu)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor edgeColour = option->palette.color(QPalette::PlaceholderText);
    if (isLine || isMenu)
        edgeColour.setAlphaF(isMenu ? 0.5F : 0.7F); // they are long, and seen well enough
    painter->setPen(QPen(edgeColour, 1));
    painter->setBrush(Qt::NoBrush);
    const double inset = isLine || isMenu ? 0.5 : 1.5;
    const QRectF edge = QRectF(option->rect).adjusted(inset, inset, -inset, -inset);
    const double radius = isRing ? edge.width() / 2 : isMenu ? 0 : 2;
    painter->drawRoundedRect(edge, radius, radius);
    painter->restore();
}

QSize EdgedStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ToolButton && opensMenu(widget) ? whole + QSize(2 * menuSpace, 0) : whole;
}

} // namespace tidemark
