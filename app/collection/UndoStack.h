#pragma once

#include "collection/Action.h"
#include "collection/Snapshot.h"

#include <optional>
#include <vector>

namespace tidemark {

/// What was done and can be undone, and what was undone and can be done again, for as long as the collection is
/// open.
class UndoStack final
{
public:
    struct Step
    {
        QString text;
        Action contrary; ///< what takes the step back (or does it again)
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

    std::vector<Step> m_undo; ///< latest last
    std::vector<Step> m_redo; ///< next last
};

} // namespace tidemark
