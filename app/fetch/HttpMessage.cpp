#include "fetch/HttpMessage.h"

#include <algorithm>

namespace tidemark {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
                                    [name](const auto &header) { return header.first == name; });
    return found == headers.cend() ? QByteArray() : found->second;
}

} // namespace tidemark
