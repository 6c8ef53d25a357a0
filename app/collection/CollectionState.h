#pragma once

#include "collection/AnswerCache.h"
#include "collection/CollectionFacts.h"
#include "collection/KeptAnswer.h"
#include "collection/Published.h"
#include "collection/Snapshot.h"

#include <functional>
#include <optional>

namespace tidemark {

class CollectionWriter;

/// What the threads of one collection share: the writer thread publishes, all read.
struct CollectionState
{
    Published<Snapshot> snapshot;
    std::optional<KeptAnswer> keptAnswer; ///< while the first snapshot is awaited; set before there are threads
    Published<CollectionFacts> facts;
    Published<UndoTexts> undoTexts;
    AnswerCache answers;
    bool showsJobs = false; ///< what a job has brought in is shown while it runs, for somebody looks on

    // Called on the writer thread, between the steps of a long change, see Workers.
    std::function<bool()> isShortChangeNext;
    std::function<void(CollectionWriter &)> letShortChangesPass;

    // Called on the writer thread, after publishing.
    std::function<void(const CollectionChange &)> tellChanged;
    std::function<void()> tellUndoChanged;
};

} // namespace tidemark
