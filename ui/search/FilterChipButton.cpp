#include "search/FilterChipButton.h"

#include "dialogs/ForeignText.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int side = 10;
constexpr int crossSpace = 18;
constexpr int lockSpace = 14;
constexpr int widest = 420;

} // namespace

FilterChipButton::FilterChipButton(const FilterChip &chip, State state, QWidget *parent)
    : QAbstractButton(parent), m_chip(chip), m_state(state)
{
    setObjectName(u"filterChip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(state.off ? tr("Switched off, bring back into the filter: %1").arg(chip.label)
                                : tr("Remove from the filter: %1").arg(chip.label));
    setAccessibleDescription(state.locked ? tr("Locked: Clear All leaves it") : QString());
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_state.off)
            emit switched(true);
        else
            emit removed();
    });
}

QString FilterChipButton::shownText() const
{
    return isolated(m_state.off ? tr("off: %1").arg(m_chip.label) : m_chip.label); // in its own direction
}

QSize FilterChipButton::sizeHint() const
{
    const int width
        = fontMetrics().horizontalAdvance(shownText()) + 2 * side + crossSpace + (m_state.locked ? lockSpace : 0);
    return {std::min(width, widest), fontMetrics().height() + 8};
}

/// What doesn't fit is shown whole where the pointer rests. A tool tip of the widget's own would be its
/// description, too, so that screen readers said it twice.
bool FilterChipButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const bool whole = fontMetrics().horizontalAdvance(shownText()) <= textPlace().width();
    const QPoint place = static_cast<QHelpEvent *>(event)->globalPos();
    QToolTip::showText(place, whole ? QString() : asToolTip(shownText()), this);
    return true;
}

QRect FilterChipButton::textPlace() const
{
    return rect().adjusted(side + (m_state.locked ? lockSpace : 0), 0, -crossSpace - 4, 0);
}

void FilterChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor ink = palette().color(m_state.off ? QPalette::PlaceholderText : QPalette::WindowText);
    QColor ground = accent;
    ground.setAlpha(underMouse() ? 50 : m_state.off ? 0 : 26);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPen edge(QColor(accent.red(), accent.green(), accent.blue(), 110), 1);
    if (m_state.off)
        edge.setStyle(Qt::DashLine);
    painter.setPen(hasFocus() ? QPen(accent, 2) : edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    // Written from left to right; where people read the other way, its mirror image.
    const auto mirrored = [this](const QPointF &point) {
        return isRightToLeft() ? QPointF(width() - point.x(), point.y()) : point;
    };
    if (m_state.locked) {
        painter.setPen(QPen(ink, 1.3));
        paintLock(painter, mirrored({side + 4.0, rect().center().y() + 0.5}));
    }
    painter.setPen(ink);
    const QRect text = QStyle::visualRect(layoutDirection(), rect(), textPlace());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(shownText(), Qt::ElideMiddle, text.width()));

    const QPointF centre = mirrored({rect().right() - side - 3.0, rect().center().y() + 0.5});
    painter.setPen(QPen(ink, 1.3));
    if (m_state.off) {
        painter.drawEllipse(centre, 3.5, 3.5);
        return;
    }
    painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5));
    painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

void FilterChipButton::paintLock(QPainter &painter, const QPointF &centre) const
{
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(centre + QPointF(-2.5, -6), QSizeF(5, 8)), 0, 180 * 16);
    painter.setBrush(painter.pen().color());
    painter.drawRect(QRectF(centre + QPointF(-4, -1.5), QSizeF(8, 6)));
}

void FilterChipButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removed();
        return;
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
    auto *menu = new QMenu(this); // with a loop of its own it would be in the way when the button goes
    menu->setObjectName(u"chipMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Remove")), &QAction::triggered, this, &FilterChipButton::removed);
    QAction *turn = menu->addAction(m_chip.excluded ? tr("&Include Instead") : tr("&Exclude Instead"));
    turn->setEnabled(m_state.invertible && !m_state.off);
    connect(turn, &QAction::triggered, this, &FilterChipButton::inverted);
    connect(menu->addAction(m_state.off ? tr("&Switch On") : tr("&Switch Off")), &QAction::triggered, this,
            [this] { emit switched(m_state.off); });
    QAction *lock = menu->addAction(m_state.locked ? tr("Un&lock") : tr("&Lock Against Clear All"));
    lock->setEnabled(!m_state.off);
    connect(lock, &QAction::triggered, this, [this] { emit lockTurned(!m_state.locked); });
    menu->popup(event->globalPos());
}

} // namespace tidemark
