#pragma once

#include <QRect>
#include <Qt>

namespace tidemark {

/// Where the parts of a story stand in a row of two lines: the opening words with the marks at their end; below
/// them time, platform and voice, then the themes in what room is left. Pixels; no painter.
struct StoryCard
{
    static constexpr int margin = 8;
    static constexpr int gap = 12; ///< between details and themes

    QRect opening;
    QRect marks;
    QRect details;
    QRect themes; ///< empty: no room

    /// The widths are those of the marks and of the details when written out.
    static StoryCard inRow(const QRect &row, int lineHeight, int smallHeight, int marksWidth, int detailsWidth,
                           Qt::LayoutDirection direction);
};

} // namespace tidemark
