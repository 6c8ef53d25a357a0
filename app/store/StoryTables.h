#pragma once

#include "store/AttributeReader.h"
#include "store/AttributeTable.h"
#include "store/AuthorTable.h"
#include "store/CodedStory.h"
#include "store/DoubtedValues.h"
#include "store/FullText.h"
#include "store/Statement.h"
#include "store/StoryKeys.h"
#include "story/Story.h"

namespace tidemark {

/// The record that brings a story for the first time.
struct FirstRecord
{
    qint64 run = 0;
    qint64 record = 0;
    qint64 minutes = 0; ///< since the run began
};

/// One story over all the tables that hold its parts, full text included: the place where the schema's story and
/// the program's Story meet. Within the caller's transaction.
class StoryTables final
{
public:
    StoryTables(Connection &connection, AuthorTable &authors);

    Result<StoryId> add(const CodedStory &story, int codebookVersion, const FirstRecord &first);
    /// The story becomes this one; what people did with it (marks, codings, notes) stays.
    Result<> rewrite(StoryId id, const CodedStory &story, int codebookVersion);
    /// With everything that hangs on it.
    Result<> remove(StoryId id);
    /// As it was added, as far as stored, without attributes that are damaged; an Error of kind NotFound if it
    /// isn't there.
    Result<Story> read(StoryId id);

    Result<> code(StoryId id, const RuleCoding &coding, int codebookVersion);

    /// Behind stories that were removed or rewritten: attribute_value says again which values there are. Cancelled:
    /// the caller's transaction has to be dropped.
    Result<> settleValues(const Progress &progress);

    FullText &fullText() { return m_fullText; }
    StoryKeys &keys() { return m_keys; }

    void forgetCache(); ///< after a rollback

private:
    Result<> addParts(StoryId id, const CodedStory &coded);
    Result<> removeFullText(StoryId id);
    Result<> addSketch(StoryId id, const std::optional<TextSketch> &sketch);

    Connection &m_connection;
    AuthorTable &m_authors;
    FullText m_fullText;
    StoryKeys m_keys;
    AttributeTable m_attributes;
    AttributeReader m_attributeReader;
    DoubtedValues m_doubtedValues;
    Statement m_insert;
    Statement m_update;
    Statement m_writeText;
    Statement m_addRelation;
    Statement m_addEarlier;
    Statement m_removeParts[6];
    Statement m_remove;
    Statement m_indexedText;
    Statement m_read;
    Statement m_readRelations;
    Statement m_readEarlier;
    Statement m_code;
    Statement m_addSketch;
    Statement m_leaveUngrouped;
};

} // namespace tidemark
