#pragma once

#include "collection/AnswerCache.h"
#include "collection/Snapshot.h"
#include "store/StoreReader.h"

namespace tidemark {

struct SelectionQuestion;

/// What a question needs of attributes, over its snapshot's ordinals.
struct AskedAttributes
{
    QVector<std::shared_ptr<const Bitset>> terms;           ///< one a Facet::Attribute term: those with any value
    QVector<std::shared_ptr<const AttributeValues>> facets; ///< one an open facet
    qint64 damaged = 0;                                     ///< stories whose attributes can't be read
};

/// From the questions before, and for all that these don't answer by one pass over the store.
Result<AskedAttributes> askForAttributes(const SelectionQuestion &question, const Snapshot &snapshot,
                                         StoreReader &store, AnswerCache &cache, const Progress &progress);

} // namespace tidemark
