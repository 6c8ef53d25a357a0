#include "fetch/MastodonDoors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Pages are the same for everybody: tokens let nobody see more of them.
bool isOfApi(const QUrl &address)
{
    return address.path().startsWith("/api/"_L1);
}

/// Some servers keep only their timelines for themselves, and a token that is none any more must close nothing
/// else.
QString partOfApi(const QUrl &address)
{
    return serverOf(address) + address.path().section(u'/', 0, 3);
}

} // namespace

HttpRequest MastodonDoors::requestFor(const QUrl &address, const QByteArray &accept) const
{
    HttpRequest request{.address = address, .typed = {}, .accept = accept};
    const qsizetype door = doorTo(address);
    if (door < 0)
        return request;
    request.typed = m_doors.at(door).server;
    if (isOfApi(address) && m_closedToStrangers.contains(partOfApi(address)))
        request.credential = bearerOf(m_tokens.value(door), address);
    return request;
}

bool MastodonDoors::opensFor(const QUrl &asked, const HttpAnswer &answer)
{
    const bool isRefused = answer.status == 401 || answer.status == 403 || answer.status == 422;
    const qsizetype door = doorTo(asked);
    if (!isRefused || !isOfApi(asked) || originOf(answer.address) != originOf(asked) || door < 0
        || m_closedToStrangers.contains(partOfApi(asked)) || tokenFor(door).isEmpty())
        return false;
    m_closedToStrangers.insert(partOfApi(asked));
    return true;
}

qsizetype MastodonDoors::doorTo(const QUrl &address) const
{
    const auto door = std::find_if(m_doors.cbegin(), m_doors.cend(), [&](const MastodonDoor &each) {
        return originOf(each.server) == originOf(address);
    });
    return door == m_doors.cend() ? -1 : std::distance(m_doors.cbegin(), door);
}

QString MastodonDoors::tokenFor(qsizetype door)
{
    if (!m_tokens.contains(door))
        m_tokens.insert(door, m_doors.at(door).token().text);
    return m_tokens.value(door);
}

} // namespace tidemark
