#pragma once

#include <QJsonArray>
#include <QStringList>

namespace tidemark {

/// A list of texts in a JSON file; anything else is an empty one.
inline QStringList stringsOf(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        list.append(entry.toString());
    return list;
}

} // namespace tidemark
