#pragma once

#include "store/Statement.h"
#include "story/StoredStory.h"

#include <array>
#include <vector>

namespace tidemark {

/// The names of those who shared stories, for what goes through millions of these: people come again, and looking
/// up each of them anew took a fifth of an export. Each number has one of a fixed number of places, which keeps who
/// came last, so that memory is bounded. Right for as long as nobody writes: within one read transaction.
class AuthorNames final
{
public:
    explicit AuthorNames(Connection &connection);

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

    Statement m_read;
    std::vector<Place> m_places;
};

} // namespace tidemark
