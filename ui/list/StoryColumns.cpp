#include "list/StoryColumns.h"

#include "model/StoryListModel.h"

#include <algorithm>
#include <functional>

namespace tidemark {

namespace {

constexpr int shortestOpening = 32; ///< digits wide

} // namespace

StoryColumns::StoryColumns(QTableView *list) : m_list(list) {}

std::array<std::pair<int, int>, StoryColumns::count> StoryColumns::usualWidths() const
{
    using Model = StoryListModel;
    const int digit = m_list->fontMetrics().horizontalAdvance(u'0');
    return {
        std::pair(Model::TimeColumn, digit * 17 + 10),
        std::pair(Model::PlatformColumn, digit * 10 + 12),
        std::pair(Model::ThemesColumn, digit * 24),
        std::pair(Model::VoiceColumn, digit * 11 + 12),
        std::pair(Model::MarksColumn, 52),
    };
}

void StoryColumns::setUsualWidths()
{
    for (const auto &[column, width] : usualWidths())
        m_list->setColumnWidth(column, width);
}

/// Whether they have room is a matter of the window alone: nobody drags a column away.
bool StoryColumns::fitInto(int width)
{
    const auto widths = usualWidths();
    const int room = width - m_list->fontMetrics().horizontalAdvance(u'0') * shortestOpening;
    int needed = 0;
    for (const auto &[column, usual] : widths)
        needed += usual;
    const bool haveRoom = needed <= room;
    setHidden(!haveRoom);
    if (haveRoom)
        narrow(room);
    return haveRoom;
}

void StoryColumns::hide()
{
    setHidden(true);
}

void StoryColumns::setHidden(bool hidden)
{
    for (const auto &[column, usual] : usualWidths())
        m_list->setColumnHidden(column, hidden);
}

/// What is wide of a wider window, or fitted, leaves the openings their room: the widest column gives first, and
/// none more than it has beyond its usual width.
void StoryColumns::narrow(int room)
{
    auto widths = usualWidths();
    std::ranges::sort(widths, std::greater(),
                      [this](const auto &column) { return m_list->columnWidth(column.first); });
    int tooMuch = -room;
    for (const auto &[column, usual] : widths)
        tooMuch += m_list->columnWidth(column);
    for (const auto &[column, usual] : widths) {
        const int width = m_list->columnWidth(column);
        const int given = std::clamp(tooMuch, 0, std::max(width - usual, 0));
        m_list->setColumnWidth(column, width - given);
        tooMuch -= given;
    }
}

} // namespace tidemark
