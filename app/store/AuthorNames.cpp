#include "store/AuthorNames.h"

#include <utility>

namespace tidemark {

namespace {

constexpr size_t places = 131'072; ///< some 15 MiB with the names in them

} // namespace

AuthorNames::AuthorNames(Connection &connection, std::shared_ptr<const AllAuthorNames> all)
    : m_all(std::move(all)),
      m_read(connection, "SELECT native_id, handle, name, link FROM author WHERE id = ?"),
      m_places(m_all ? 0 : places)
{
}

Result<StoredAuthor> AuthorNames::of(qint64 number)
{
    if (m_all)
        return m_all->of(number);
    Place &place = m_places[static_cast<size_t>(number) % places];
    if (place.number != number) {
        if (auto done = read(number, place); !done)
            return done.error();
    }
    const QByteArrayView names = place.names;
    const auto between = [&](size_t from, size_t to) {
        return names.sliced(place.ends.at(from), place.ends.at(to) - place.ends.at(from));
    };
    return StoredAuthor{names.first(place.ends.front()), between(0, 1), between(1, 2), between(2, 3)};
}

Result<> AuthorNames::read(qint64 number, Place &place)
{
    place.number = 0; // until all of it is there
    place.names.resize(0);
    place.ends = {};
    const auto row = m_read.bind(number).next();
    if (!row)
        return row.error();
    for (int column = 0; row.value() && column < 4; ++column) {
        place.names.append(m_read.utf8(column));
        place.ends.at(static_cast<size_t>(column)) = place.names.size();
    }
    place.number = number;
    return {};
}

} // namespace tidemark
