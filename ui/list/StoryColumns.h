#pragma once

#include <QTableView>

#include <array>
#include <utility>

namespace tidemark {

/// How wide the columns of the list are: as somebody made them, while the openings, which have the rest, keep a
/// room of their own.
class StoryColumns
{
public:
    explicit StoryColumns(QTableView *list);

    void setUsualWidths();
    /// Shows them, or none where even their usual widths leave the openings no room, which is said. What is wider
    /// than usual gives way first.
    [[nodiscard]] bool fitInto(int width);
    void hide();

    static constexpr int count = 5; ///< all but the openings
    /// Each with its usual width in pixels.
    [[nodiscard]] std::array<std::pair<int, int>, count> usualWidths() const;

private:
    void setHidden(bool hidden);
    void narrow(int room);

    QTableView *m_list;
};

} // namespace tidemark
