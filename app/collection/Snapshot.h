#pragma once

#include "collection/CollectionFacts.h"
#include "index/StoryIndex.h"
#include "story/Result.h"
#include "theme/RuleCoder.h"

#include <memory>
#include <optional>

namespace tidemark {

/// What questions are answered from, all of one moment. A value that shares its parts.
struct Snapshot
{
    std::shared_ptr<const StoryIndex> index = std::make_shared<const StoryIndex>();
    std::shared_ptr<const RuleCoder> rules;
    /// Raised when stories came, went or changed: sets of ordinals that were made under another number are void.
    /// Marks and codings move no ordinals.
    quint64 texts = 0;
    /// Of what the index was made from, as the store counts: StoreReader::generation().
    qint64 generation = 0;
    bool isKept = false;         ///< this very index is in the file too
    bool isOverviewKept = false; ///< and its overview, of the time zone and the place by now
    bool isOld = false;          ///< the index is of an older moment than the store, or of some stories only
    qint64 unkept = 0;           ///< stories that changed since it was kept
    std::optional<Error> unread; ///< why there is no index: what every question is answered with
};

/// What the menu says of the last action and the last undone one.
struct UndoTexts
{
    QString undo;
    QString redo;

    friend bool operator==(const UndoTexts &, const UndoTexts &) = default;
};

} // namespace tidemark
