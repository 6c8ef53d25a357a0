#include "search/FilterChipButton.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int side = 10;
constexpr int crossSpace = 18;
constexpr int widest = 420;

} // namespace

FilterChipButton::FilterChipButton(const FilterChip &chip, bool invertible, QWidget *parent)
    : QAbstractButton(parent), m_chip(chip), m_invertible(invertible)
{
    setObjectName(u"filterChip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Remove from the filter: %1").arg(chip.label));
    connect(this, &QAbstractButton::clicked, this, [this] { emit removed(m_chip.without); });
}

QSize FilterChipButton::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_chip.label) + 2 * side + crossSpace;
    return {std::min(width, widest), fontMetrics().height() + 8};
}

void FilterChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    QColor ground = accent;
    ground.setAlpha(underMouse() ? 50 : 26);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(accent, 2)
                              : QPen(QColor(accent.red(), accent.green(), accent.blue(), 110), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    painter.setPen(palette().color(QPalette::WindowText));
    const QRect text = rect().adjusted(side, 0, -crossSpace - 4, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_chip.label, Qt::ElideMiddle, text.width()));

    const QPointF centre(rect().right() - side - 3, rect().center().y() + 0.5);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.3));
    painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5));
    painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

void FilterChipButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChipButton::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    connect(menu.addAction(tr("&Remove")), &QAction::triggered, this, [this] { emit removed(m_chip.without); });
    QAction *turn = menu.addAction(m_chip.excluded ? tr("&Include Instead") : tr("&Exclude Instead"));
    turn->setEnabled(m_invertible);
    connect(turn, &QAction::triggered, this, [this] { emit inverted(m_chip.inverted); });
    menu.exec(event->globalPos());
}

} // namespace tidemark
