#include "list/StoryHeader.h"

#include "dialogs/PaneSplitter.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int pixelsAKey = 8;

} // namespace

StoryHeader::StoryHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(u"storyHeader"_s);
    setAccessibleName(tr("Columns"));
    setFocusPolicy(Qt::TabFocus);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(20);
    setSectionsClickable(true);
}

void StoryHeader::takeKeys(QWidget *before)
{
    setFocus(Qt::ShortcutFocusReason);
    m_before = before;
}

/// Without that of the views, which would choose a row.
void StoryHeader::focusInEvent(QFocusEvent *event)
{
    if (!bringsFocusBack(event->reason()))
        m_before.clear();
    update();
    speak();
    viewport()->update();
}

void StoryHeader::focusOutEvent(QFocusEvent * /*event*/)
{
    update();
    viewport()->update();
}

void StoryHeader::keyPressEvent(QKeyEvent *event)
{
    const int onward = isRightToLeft() ? -1 : 1;
    const bool widens = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Right ? onward : -onward;
        return widens ? widen(step * pixelsAKey) : choose(visualIndex(m_chosen) + step);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit sectionClicked(m_chosen);
        return;
    case Qt::Key_Escape:
        (m_before ? m_before.data() : parentWidget())->setFocus(Qt::OtherFocusReason);
        return;
    default:
        event->ignore();
    }
}

void StoryHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Fit Columns")), &QAction::triggered, this, &StoryHeader::fitWished);
    connect(menu->addAction(tr("&Usual Widths")), &QAction::triggered, this, &StoryHeader::usualWidthsWished);
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    menu->popup(byMouse ? event->globalPos()
                        : viewport()->mapToGlobal(QPoint(sectionViewportPosition(m_chosen), height())));
}

void StoryHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save(); // it leaves a clip behind
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    if (!hasFocus() || section != m_chosen)
        return;
    painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter->drawRect(rect.adjusted(1, 1, -1, -1));
}

void StoryHeader::choose(int place)
{
    m_chosen = logicalIndex(std::clamp(place, 0, count() - 1));
    speak();
    viewport()->update();
}

void StoryHeader::widen(int pixels)
{
    if (sectionResizeMode(m_chosen) != Stretch)
        resizeSection(m_chosen, std::max(sectionSize(m_chosen) + pixels, minimumSectionSize()));
    speak();
}

void StoryHeader::speak()
{
    setAccessibleDescription(tr("%1, %Ln pixels wide", nullptr, sectionSize(m_chosen))
                                 .arg(model()->headerData(m_chosen, Qt::Horizontal).toString()));
}

} // namespace tidemark
