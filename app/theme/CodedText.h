#pragma once

#include "story/StoryId.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"
#include "theme/RuleCoder.h"

#include <QHash>
#include <QString>

#include <optional>

namespace tidemark {

/// A story as learners read it: its text, and what people said of it.
struct CodedText
{
    StoryId id = noStory;
    QString text;
    QString language;
    ThemeSet present; ///< by hand
    ThemeSet absent;  ///< likewise; a theme in neither is uncoded
    std::optional<Voice> voice;
};

/// What can be learned: whether a theme is present, or whether a voice is the story's.
struct Label
{
    enum class Kind : quint8 { Theme, Voice };
    Kind kind = Kind::Theme;
    int number = 0;

    friend bool operator==(const Label &, const Label &) = default;
    friend size_t qHash(Label label, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(label.kind), label.number);
    }
};

/// What a person said of it; absent: nothing. A voice that a person set says no to all others.
inline std::optional<bool> truth(const CodedText &story, Label label)
{
    if (label.kind == Label::Kind::Voice)
        return story.voice ? std::optional(*story.voice == static_cast<Voice>(label.number)) : std::nullopt;
    if (story.present.contains(label.number))
        return true;
    return story.absent.contains(label.number) ? std::optional(false) : std::nullopt;
}

inline bool ruleSays(const RuleCoding &rules, Label label)
{
    return label.kind == Label::Kind::Voice ? rules.voice == static_cast<Voice>(label.number)
                                            : rules.themes.contains(label.number);
}

} // namespace tidemark
