#include "fetch/PostStanding.h"

#include "source/Audience.h"

using namespace Qt::StringLiterals;

namespace tidemark {

bool isPageOf(const Json &object, const QString &address)
{
    bool found = object["id"].text() == address;
    forOneOrEach(object["url"], [&](const Json &url) { found |= objectAddress(url) == address; });
    return found && object.has("type");
}

Standing standingOfObject(const Json &object)
{
    if (object["type"].text() == "Tombstone"_L1)
        return Standing::Deleted;
    const bool tellsWhom = object.has("to") || object.has("cc");
    return tellsWhom && !isOpenObject(object) ? Standing::Protected : Standing::Stands;
}

Standing standingOfStatus(const Json &status)
{
    if (status.has("visibility") && !isOpenStatus(status))
        return Standing::Protected;
    return shunsSearch(status["account"]) ? Standing::Unsought : Standing::Stands;
}

Standing standingWithout(int status, bool tellsOfOthers)
{
    switch (status) {
    case 404:
    case 410:
        return Standing::Deleted;
    case 401:
        return tellsOfOthers ? Standing::Protected : Standing::Unknown;
    case 403:
        return Standing::Suspended;
    default:
        return Standing::Unknown;
    }
}

} // namespace tidemark
