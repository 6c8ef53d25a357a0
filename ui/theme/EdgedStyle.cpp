#include "theme/EdgedStyle.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tidemark {

EdgedStyle::EdgedStyle() : QProxyStyle(u"fusion"_s) {}

void EdgedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRing = element == PE_IndicatorRadioButton;
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    // A box to type in has an edge of its own while it has the focus.
    const bool isLine = element == PE_FrameLineEdit && !option->state.testFlag(State_HasFocus);
    if (!isRing && !isBox && !isLine)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor edgeColour = option->palette.color(QPalette::PlaceholderText);
    if (isLine)
        edgeColour.setAlphaF(0.7F); // it is long, and seen well enough
    painter->setPen(QPen(edgeColour, 1));
    painter->setBrush(Qt::NoBrush);
    const double inset = isLine ? 0.5 : 1.5;
    const QRectF edge = QRectF(option->rect).adjusted(inset, inset, -inset, -inset);
    const double radius = isRing ? edge.width() / 2 : 2;
    painter->drawRoundedRect(edge, radius, radius);
    painter->restore();
}

} // namespace tidemark
