#pragma once

#include <QFont>

namespace tidemark {

/// The letters of the reading pane: as large as the reader likes them, with or without serifs.
struct ReadingFont
{
    static constexpr double usualSize = 12.5; ///< points

    double size = usualSize;
    bool serif = false;

    /// The nearest size that can be read and still fits.
    [[nodiscard]] static double fitting(double points);
    /// The font itself; usual is the one that is shown without serifs.
    [[nodiscard]] QFont font(const QFont &usual) const;
};

} // namespace tidemark
