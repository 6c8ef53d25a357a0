#pragma once

namespace tidemark {

class TimelinePanel;

/// What the timeline counts, by what it is split, and how it is shown, from one start to the next.
namespace timelineMemory {

void save(const TimelinePanel *panel);
void restore(TimelinePanel *panel);

} // namespace timelineMemory

} // namespace tidemark
