#include "store/AllAuthorNames.h"

#include "store/Statement.h"

#include <QVariant>

#include <algorithm>
#include <cstring>

namespace tidemark {

namespace {

constexpr qint64 authorsReadMeanwhile = 4; ///< in the time that one lookup takes, when one goes after the other
constexpr int names = 4;

using Length = quint32;

QByteArrayView takeName(const char *&at)
{
    Length length = 0;
    std::memcpy(&length, at, sizeof length);
    const QByteArrayView name(at + sizeof length, length);
    at += sizeof length + length;
    return name;
}

} // namespace

Result<std::shared_ptr<const AllAuthorNames>> AllAuthorNames::read(Connection &connection, qint64 stories,
                                                                   const Progress &progress)
{
    using Read = std::shared_ptr<const AllAuthorNames>;
    const auto last = connection.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM author"));
    if (!last)
        return last.error();
    constexpr qint64 mostNumbers = mostBytes / qint64(sizeof(quint32));
    const qint64 largest = last->toLongLong();
    if (largest < 0 || largest >= std::min(stories * authorsReadMeanwhile, mostNumbers))
        return Read();
    const qint64 numbers = largest + 1;
    auto all = std::make_shared<AllAuthorNames>();
    all->m_places.resize(static_cast<size_t>(numbers));
    all->m_names.append(names * sizeof(Length), '\0'); // of nobody, at the beginning
    Statement authors(connection, "SELECT id, native_id, handle, name, link FROM author WHERE id > 0");
    auto row = authors.next();
    for (; row && row.value(); row = authors.next()) {
        const qint64 number = authors.number(0);
        if (number < 0 || number >= numbers) // as a damaged file may have it
            return Read();
        all->m_places[static_cast<size_t>(number)] = static_cast<quint32>(all->m_names.size());
        for (int column = 1; column <= names; ++column) {
            const QByteArrayView name = authors.utf8(column);
            const auto length = static_cast<Length>(name.size());
            all->m_names.append(reinterpret_cast<const char *>(&length), sizeof length);
            all->m_names.append(name);
        }
        if (progress.isCancelled() || all->m_names.size() + numbers * qint64(sizeof(quint32)) > mostBytes)
            return Read();
    }
    return row ? Result<Read>(std::move(all)) : Result<Read>(row.error());
}

StoredAuthor AllAuthorNames::of(qint64 number) const
{
    const bool isThere = number >= 0 && number < static_cast<qint64>(m_places.size());
    const char *at = m_names.constData() + (isThere ? m_places[static_cast<size_t>(number)] : 0);
    StoredAuthor author;
    for (QByteArrayView *name : {&author.nativeId, &author.handle, &author.name, &author.link})
        *name = takeName(at);
    return author;
}

} // namespace tidemark
