#include "store/Replies.h"

#include "store/Statement.h"
#include "store/StoredNumbers.h"
#include "store/StoryKeys.h"
#include "story/Platform.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostNames = 1000; ///< more has no story that was edited in earnest

/// names: what the platform calls the story that is answered.
Result<QVector<StoryId>> repliesTo(Connection &connection, StoryId story, qint64 platform, QVariantList names,
                                   int most)
{
    const QString marks = QStringList(names.size(), u"?"_s).join(u',');
    names += QVariantList{platform, toNumber(story), most};
    auto rows
        = connection.select(u"SELECT DISTINCT id, posted_at FROM relation JOIN story ON id = relation.story "
                            "WHERE native_id IN (%1) AND kind = 1 AND platform = ? AND id <> ? "
                            "AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = relation.story) "
                            "ORDER BY posted_at IS NULL, posted_at, id LIMIT ?"_s.arg(marks),
                            names);
    if (!rows)
        return rows.error();
    QVector<StoryId> ids;
    while (rows->next())
        ids.append(StoryId{rows->value(0).toLongLong()});
    return ids;
}

} // namespace

Result<QVector<StoryId>> readReplies(Connection &connection, StoryId story, int most)
{
    Statement platform(connection, "SELECT platform FROM story WHERE id = ?");
    const auto found = platform.bind(story).next();
    if (!found)
        return found.error();
    if (!found.value())
        return QVector<StoryId>();
    // A story that was edited has several identities, and may be answered under each.
    const auto keys = StoryKeys(connection).of(story);
    if (!keys)
        return keys.error();
    const QString prefix = nativeKeyStart(platformOf(platform.number(0)));
    QVariantList names;
    for (const QString &key : *keys) {
        if (key.startsWith(prefix) && names.size() < mostNames)
            names.append(key.sliced(prefix.size()));
    }
    return repliesTo(connection, story, platform.number(0), names, most);
}

} // namespace tidemark
