#pragma once

#include "store/AttributeReader.h"
#include "store/AuthorNames.h"
#include "store/CopyCounts.h"
#include "store/RunOrigins.h"
#include "store/StoryKeys.h"
#include "store/StoryWalk.h"
#include "story/StoredStory.h"

#include <memory>
#include <vector>

namespace tidemark {

/// Reads stories in ascending number, all tables in step. Within the caller's transaction, and for one chunk after
/// another: the statements stay open in between.
class StoryStream final
{
public:
    /// authors: those of the same moment, where they were read beforehand.
    StoryStream(Connection &connection, const StoredParts &parts,
                std::shared_ptr<const AllAuthorNames> authors = nullptr);

    /// The story, until the next is read; null: it isn't there.
    Result<const StoredStory *> read(StoryId id);

private:
    Result<> readRow();
    Result<> readMark();
    Result<> readCodings();
    Result<> readSources();
    Result<> readRelations();
    Result<> readAttributes();
    Result<> readNote();
    Result<> readReposts();
    Result<> readCopies();
    Result<StoryId> relatedStory(const QByteArray &nativeId);

    StoredParts m_parts;
    StoredStory m_story;
    quint64 m_modelThemes = 0; ///< what the rules say of these doesn't count
    std::optional<Error> m_failure;
    StoryWalk m_rows;
    StoryWalk m_hidden;
    StoryWalk m_marks;
    StoryWalk m_codings;
    StoryWalk m_provenances;
    StoryWalk m_relations;
    StoryWalk m_attributes;
    AttributeReader m_attributeReader;
    StoryWalk m_notes;
    StoryWalk m_reposts;
    StoryKeys m_keys;
    AuthorNames m_authors;
    CopyCounts m_copies;
    RunOrigins m_origins;
    std::vector<Origin> m_found; ///< of the story read last; the first is the earliest
};

} // namespace tidemark
