#include "theme/EdgedStyle.h"

#include <QApplication>
#include <QPainter>
#include <QProgressBar>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <optional>
#include <utility>

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

bool isBusy(const QStyleOptionProgressBar &bar)
{
    return bar.minimum == 0 && bar.maximum == 0;
}

struct Edge
{
    double inset;
    double radius;
    float strength; ///< 1: all of the colour; long edges are seen well enough with less
};

constexpr Edge field{0.5, 2, 0.7F}; ///< of what is typed into or chosen from

std::optional<Edge> edgeOf(QStyle::PrimitiveElement element, const QStyleOption &option)
{
    constexpr double round = 100;
    switch (element) {
    case QStyle::PE_IndicatorRadioButton:
        return Edge{1.5, round, 1};
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        return Edge{1.5, 2, 1};
    case QStyle::PE_FrameLineEdit: // it has an edge of its own while it has the focus
        return option.state.testFlag(QStyle::State_HasFocus) ? std::nullopt : std::optional(field);
    case QStyle::PE_PanelMenu:
        return Edge{0.5, 0, 0.5F};
    default:
        return std::nullopt;
    }
}

void paintEdge(const Edge &edge, const QStyleOption &option, QPainter *painter,
               QPalette::ColorRole role = QPalette::PlaceholderText)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor colour = option.palette.color(role);
    colour.setAlphaF(edge.strength);
    painter->setPen(QPen(colour, 1));
    painter->setBrush(Qt::NoBrush);
    const QRectF place = QRectF(option.rect).adjusted(edge.inset, edge.inset, -edge.inset, -edge.inset);
    const double radius = std::min(edge.radius, place.width() / 2);
    painter->drawRoundedRect(place, radius, radius);
    painter->restore();
}

} // namespace

EdgedStyle::EdgedStyle() : QProxyStyle(u"fusion"_s) {}

void EdgedStyle::setStill(bool still)
{
    if (std::exchange(m_still, still) == still)
        return;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (qobject_cast<QProgressBar *>(widget))
            widget->update(); // drawn once more, a busy one takes up moving or ends it
    }
}

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
    if (const auto edge = edgeOf(element, *option))
        paintEdge(*edge, *option, painter);
}

void EdgedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control != CC_SpinBox && control != CC_ComboBox)
        return;
    // Fusion shows the focus only where a key brought it.
    if (option->state.testFlag(State_HasFocus))
        paintEdge({field.inset, field.radius, 1}, *option, painter, QPalette::Highlight);
    else
        paintEdge(field, *option, painter);
}

void EdgedStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (m_still && element == CE_ProgressBarContents && bar && isBusy(*bar)) {
        QStyleOptionProgressBar standing(*bar);
        standing.maximum = standing.progress = 1;
        QProxyStyle::drawControl(element, &standing, painter, widget); // ends what moved until now
        painter->fillRect(bar->rect, bar->palette.base()); // all of it: a low bar is hardly more than its edges
        painter->fillRect(bar->rect, QBrush(bar->palette.color(QPalette::Highlight), Qt::BDiagPattern));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    // Return presses the button that has the focus, so it is shown, whatever brought it.
    if (element == CE_PushButton && option->state.testFlag(State_HasFocus))
        paintEdge({field.inset, field.radius, 1}, *option, painter, QPalette::Highlight);
}

QSize EdgedStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ToolButton && opensMenu(widget) ? whole + QSize(2 * menuSpace, 0) : whole;
}

int EdgedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    if (m_still && hint == SH_Widget_Animation_Duration)
        return 0;
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace tidemark
