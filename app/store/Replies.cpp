#include "store/Replies.h"

#include "store/Statement.h"
#include "store/StoredNumbers.h"
#include "story/Platform.h"

using namespace Qt::StringLiterals;

namespace tidemark {

Result<QVector<StoryId>> readReplies(Connection &connection, StoryId story, int most)
{
    Statement platform(connection, "SELECT platform FROM story WHERE id = ?");
    const auto found = platform.bind(story).next();
    if (!found)
        return found.error();
    if (!found.value())
        return QVector<StoryId>();
    // A story that was edited has several identities, and may be answered under each.
    const QString prefix = nativeKeyStart(platformOf(platform.number(0)));
    Statement replies(connection,
                      "SELECT DISTINCT story.id, posted_at FROM identity "
                      "JOIN relation ON native_id = substr(key, length(?2) + 1) AND kind = 1 "
                      "JOIN story ON story.id = relation.story "
                      "WHERE identity.story = ?1 AND substr(key, 1, length(?2)) = ?2 AND story.id <> ?1 "
                      "AND platform = (SELECT platform FROM story WHERE id = ?1) "
                      "AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = relation.story) "
                      "ORDER BY posted_at IS NULL, posted_at, story.id LIMIT ?3");
    QVector<StoryId> ids;
    auto row = replies.bind(story, prefix, most).next();
    for (; row && row.value(); row = replies.next())
        ids.append(replies.story(0));
    return row ? Result<QVector<StoryId>>(ids) : Result<QVector<StoryId>>(row.error());
}

} // namespace tidemark
