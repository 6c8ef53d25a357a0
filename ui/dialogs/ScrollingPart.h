#pragma once

#include <QScrollArea>
#include <QScrollBar>

namespace tidemark {

/// Lets a part of a dialog scroll where the screen is too low for it: on small screens, with large type, in
/// languages of long words.
inline QScrollArea *scrollingPart(QWidget *part)
{
    auto *area = new QScrollArea(part->parentWidget());
    area->setWidget(part);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and comes in sight then
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(part->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    return area;
}

} // namespace tidemark
