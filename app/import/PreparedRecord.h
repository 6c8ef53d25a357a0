#pragma once

#include "import/Identity.h"
#include "source/Record.h"
#include "store/CodedStory.h"
#include "theme/RuleCoder.h"

#include <optional>

namespace tidemark {

/// A story as a record tells it, with all that can be worked out without knowing the collection.
struct PreparedStory
{
    Identity identity;
    CodedStory coded; ///< what is stored if the story is new; merging takes the record's own story
};

/// A record ready to be put into the collection.
struct PreparedRecord
{
    Record record;
    std::optional<PreparedStory> story; ///< of a story, or of the original inside a repost
    AuthorKeys reposter;                ///< of a repost
    QByteArray packed;                  ///< record.raw, compressed; empty where it isn't to be kept
};

/// What is the same for all records of an import.
struct Preparation
{
    const RuleCoder &rules;
    const AuthorHash &authors;
    QByteArray fileDigest;
    bool keepsRaw = true; ///< records that are set aside are kept in any case
};

/// Identity, author's keys, language, words, themes and voice of one record: the costly part of importing it. Pure;
/// any thread.
PreparedRecord prepared(Record record, const Preparation &preparation);

} // namespace tidemark
