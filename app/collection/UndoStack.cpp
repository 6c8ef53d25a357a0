#include "collection/UndoStack.h"

#include <numeric>

namespace tidemark {

void UndoStack::push(Step step)
{
    m_redo.clear();
    m_undo.push_back(std::move(step));
    while (m_undo.size() > 1 && isTooMuch())
        m_undo.erase(m_undo.begin());
}

bool UndoStack::isTooMuch() const
{
    const qsizetype stories = std::accumulate(m_undo.begin(), m_undo.end(), qsizetype(0),
                                              [](qsizetype sum, const Step &step) { return sum + step.stories; });
    return m_undo.size() > mostSteps || stories > mostStories;
}

const UndoStack::Step *UndoStack::next(Direction direction) const
{
    const std::vector<Step> &steps = direction == Direction::Undo ? m_undo : m_redo;
    return steps.empty() ? nullptr : &steps.back();
}

void UndoStack::taken(Direction direction, Action contrary)
{
    std::vector<Step> &from = direction == Direction::Undo ? m_undo : m_redo;
    std::vector<Step> &to = direction == Direction::Undo ? m_redo : m_undo;
    to.push_back({std::move(from.back().text), std::move(contrary), from.back().stories});
    from.pop_back();
}

void UndoStack::drop(Direction direction)
{
    (direction == Direction::Undo ? m_undo : m_redo).pop_back();
}

UndoTexts UndoStack::texts() const
{
    return {m_undo.empty() ? QString() : m_undo.back().text, m_redo.empty() ? QString() : m_redo.back().text};
}

} // namespace tidemark
