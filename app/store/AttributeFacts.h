#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

namespace tidemark {

class Connection;

/// Each is one scan over what stories have of all attributes. The ids ascend.
Result<std::vector<StoryId>> storiesWithAttribute(Connection &connection, const QString &name,
                                                  const QStringList &anyOf);
Result<QVector<StoredValue>> readAttributeValues(Connection &connection, const QString &name);

/// The attributes that stories have; reads no story.
Result<QVector<StoredAttribute>> readAttributes(Connection &connection);

} // namespace tidemark
