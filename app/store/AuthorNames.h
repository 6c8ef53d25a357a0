#pragma once

#include "store/AllAuthorNames.h"
#include "store/Statement.h"
#include "story/StoredStory.h"

#include <array>
#include <memory>
#include <vector>

namespace tidemark {

/// The names of those who shared stories, for what goes through millions of these: of all who were read beforehand,
/// or looked up. People come again: each number has one of a fixed number of places, which keeps who came last, so
/// that memory is bounded. Right for as long as nobody writes: within one read transaction.
class AuthorNames final
{
public:
    /// all: null where they are to be looked up.
    explicit AuthorNames(Connection &connection, std::shared_ptr<const AllAuthorNames> all = nullptr);

    /// Valid until the next call; all empty where nobody has that number.
    Result<StoredAuthor> of(qint64 number);

private:
    struct Place
    {
        qint64 number = 0; ///< of the author; the store's begin with 1
        QByteArray names;  ///< one behind the other
        std::array<qsizetype, 4> ends{};
    };

    Result<> read(qint64 number, Place &place);

    std::shared_ptr<const AllAuthorNames> m_all;
    Statement m_read;
    std::vector<Place> m_places;
};

} // namespace tidemark
