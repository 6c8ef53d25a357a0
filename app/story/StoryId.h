#pragma once

#include <QHashFunctions>

namespace tidemark {

/// A story's number within its collection: given once, never reused, shown as `story` in exports and taken by
/// `id:` in filters. It says nothing about where the story came from.
enum class StoryId : qint64 {};

inline constexpr StoryId noStory{0};

inline constexpr qint64 toNumber(StoryId id)
{
    return static_cast<qint64>(id);
}

} // namespace tidemark
