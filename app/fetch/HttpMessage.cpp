#include "fetch/HttpMessage.h"

#include <algorithm>

namespace tidemark {

Credential bearerOf(const QString &token, const QUrl &server)
{
    return {originOf(server), "Bearer " + token.toUtf8()};
}

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
                                    [name](const auto &header) { return header.first == name; });
    return found == headers.cend() ? QByteArray() : found->second;
}

} // namespace tidemark
