#pragma once

#include "story/StoryId.h"

#include <QString>

namespace tidemark {

/// Where a person was reading under a filter: what the way back brings back beside the filter.
struct ReadingPlace
{
    StoryId story = noStory; ///< the one in the reading pane
    StoryId top = noStory;   ///< the first one in sight in the list

    friend bool operator==(const ReadingPlace &, const ReadingPlace &) = default;
};

/// As a collection keeps it among its settings.
QString readingPlaceToText(const ReadingPlace &place);
ReadingPlace readingPlaceFromText(const QString &text); ///< of none, where it isn't one

} // namespace tidemark
