#pragma once

#include "collection/Action.h"
#include "collection/Snapshot.h"

#include <optional>
#include <vector>

namespace tidemark {

/// What was done and can be undone, and what was undone and can be done again, for as long as the collection is
/// open: the latest two hundred steps, or fewer where they remember something of more than ten million stories.
class UndoStack final
{
public:
    struct Step
    {
        QString text;
        Action contrary;       ///< what takes the step back (or does it again)
        qsizetype stories = 1; ///< that it remembers something of
    };
    enum class Direction { Undo, Redo };

    /// A new step; what was undone can't be redone any more.
    void push(Step step);

    [[nodiscard]] const Step *next(Direction direction) const; ///< null: none
    /// The next step was taken in this direction, and contrary takes it back.
    void taken(Direction direction, Action contrary);
    /// The next step can't be taken any more, for what it was about is gone.
    void drop(Direction direction);

    [[nodiscard]] UndoTexts texts() const;

private:
    static constexpr size_t mostSteps = 200;
    static constexpr qsizetype mostStories = 10'000'000;

    [[nodiscard]] bool isTooMuch() const;

    std::vector<Step> m_undo; ///< latest last
    std::vector<Step> m_redo; ///< next last
};

} // namespace tidemark
