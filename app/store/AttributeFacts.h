#pragma once

#include "store/StoreFacts.h"
#include "story/Progress.h"
#include "story/Result.h"

#include <optional>

namespace tidemark {

class Connection;

/// An attribute whose stories are asked for, by its values.
struct WantedAttribute
{
    QString name;
    std::optional<QStringList> values = {}; ///< these; absent: all
};

/// What stories have of the attributes that were asked for.
struct FoundAttributes
{
    QVector<QVector<StoredValue>> values; ///< of each wanted one, those that stories have, ascending by UTF-8
    qint64 damaged = 0;                   ///< stories whose attributes can't be read; these are left out
};

/// One scan over the attributes of all stories, whatever is wanted.
Result<FoundAttributes> readAttributeValues(Connection &connection, const QVector<WantedAttribute> &wanted,
                                            const Progress &progress);

/// The attributes that stories have; reads no story.
Result<QVector<StoredAttribute>> readAttributes(Connection &connection);

} // namespace tidemark
