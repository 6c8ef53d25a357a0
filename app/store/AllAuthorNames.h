#pragma once

#include "store/Connection.h"
#include "story/Progress.h"
#include "story/StoredStory.h"

#include <memory>
#include <vector>

namespace tidemark {

/// The names of everybody, read in one go: looking up millions one by one took more than half of a large export.
/// Some twenty bytes an author beside the names. Immutable; any thread. Right for the moment of the transaction
/// that it was read in.
class AllAuthorNames final
{
public:
    static constexpr qint64 mostBytes = 128 * 1024 * 1024;

    /// Null: they are too many to be held, too few stories are to be read for it to be worth it, or it was
    /// cancelled.
    static Result<std::shared_ptr<const AllAuthorNames>> read(Connection &connection, qint64 stories,
                                                              const Progress &progress);

    /// All empty where nobody has that number.
    [[nodiscard]] StoredAuthor of(qint64 number) const;

private:
    std::vector<quint32> m_places; ///< by number, where the names begin
    QByteArray m_names;            ///< of each four: its length, then its bytes
};

} // namespace tidemark
