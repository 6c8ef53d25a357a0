#pragma once

#include "store/AttributeReader.h"
#include "store/Statement.h"
#include "store/ValueRecount.h"

namespace tidemark {

/// The values in attribute_value of which perhaps no story is left: those of stories that were taken out or
/// rewritten. They are doubted story by story and settled once, behind the last. The collection remembers that it
/// is due; where the program ended in between, all values are doubted. Within the caller's transactions.
class DoubtedValues final
{
public:
    explicit DoubtedValues(Connection &connection);

    /// Before a story goes, or gets these attributes instead.
    Result<> leave(StoryId story, const QVector<Attribute> &next);
    /// Looks at stories until nothing is in doubt any more: most often soon, at the worst at all of them.
    /// Cancelled: the caller's transaction has to be dropped, and it stays due.
    Result<> settle(const Progress &progress);

    void forgetCache() { m_isNoted = false; } ///< after a rollback

private:
    Result<> note();

    Connection &m_connection;
    AttributeReader m_reader;
    Statement m_find;
    std::optional<ValuesByName> m_doubted; ///< absent: not known, so all are where it is due
    bool m_isNoted = false;
};

} // namespace tidemark
