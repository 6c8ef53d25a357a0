#pragma once

#include "collection/AnswerCache.h"
#include "collection/Published.h"
#include "collection/Snapshot.h"
#include "index/Selection.h"
#include "store/StoreReader.h"
#include "story/Result.h"

namespace tidemark {

struct SelectionQuestion;

/// Answers a question: the words and attributes from the store, the rest from the index. Both are of one moment: a
/// snapshot that was replaced meanwhile is asked anew. On a reader thread.
Result<Selection> answer(const SelectionQuestion &question, const Published<Snapshot> &snapshots,
                         StoreReader &store, AnswerCache &cache, const Progress &progress);

/// Stories in languages that the codebook's rules don't read.
qint64 unreadLanguages(const FacetCounts &languages, const RuleCoder &rules);

} // namespace tidemark
