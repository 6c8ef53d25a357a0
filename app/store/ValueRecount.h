#pragma once

#include "story/Progress.h"
#include "story/Result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <optional>

namespace tidemark {

class Connection;

/// Values in UTF-8 by the number of the attribute's name.
using ValuesByName = QHash<qint64, QSet<QByteArray>>;

/// Makes attribute_value say again which values stories have, where no story may be left of these (absent: of any).
/// Goes through the stories until that is sure; only attributes with as many values as are counted are counted
/// anew. Within the caller's transaction, which has to be dropped where it is cancelled.
Result<> recountAttributeValues(Connection &connection, const std::optional<ValuesByName> &doubted,
                                const Progress &progress);

} // namespace tidemark
