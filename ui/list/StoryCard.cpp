#include "list/StoryCard.h"

#include <QStyle>

#include <algorithm>

namespace tidemark {

StoryCard StoryCard::inRow(const QRect &row, int lineHeight, int smallHeight, int marksWidth, int detailsWidth,
                           Qt::LayoutDirection direction)
{
    const QRect inner = row.adjusted(margin, 0, -margin, 0);
    const int top = inner.top() + (inner.height() - lineHeight - smallHeight) / 2;
    const int marksRoom = marksWidth > 0 ? marksWidth + margin : 0;
    StoryCard card;
    card.opening = {inner.left(), top, std::max(0, inner.width() - marksRoom), lineHeight};
    card.marks = {inner.right() + 1 - marksWidth, top, marksWidth, lineHeight};
    card.details = {inner.left(), top + lineHeight, std::min(detailsWidth, inner.width()), smallHeight};
    const int left = card.details.right() + 1 + gap;
    card.themes = {left, card.details.top(), std::max(0, inner.right() + 1 - left), smallHeight};
    for (QRect *part : {&card.opening, &card.marks, &card.details, &card.themes})
        *part = QStyle::visualRect(direction, row, *part);
    return card;
}

} // namespace tidemark
