#pragma once

#include "fetch/PageSource.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <functional>
#include <utility>

namespace tidemark {

/// A server of the fediverse that the user subscribed to, and what lets him in there.
struct MastodonDoor
{
    QUrl server;                   ///< as he typed it
    std::function<Secret()> token; ///< looked for once, where this server lets no stranger in
};

/// How servers of the fediverse are asked about what they hold: as a stranger, for that is what everybody sees.
/// Only one that lets no stranger into its API is asked with the token that the user has for this very server, and
/// nobody else ever is.
class MastodonDoors final
{
public:
    explicit MastodonDoors(QVector<MastodonDoor> doors) : m_doors(std::move(doors)) {}

    [[nodiscard]] HttpRequest requestFor(const QUrl &address, const QByteArray &accept) const;
    /// Whether a server that answered so is to be asked the same once more, now with the token. asked: the address.
    bool opensFor(const QUrl &asked, const HttpAnswer &answer);

private:
    [[nodiscard]] qsizetype doorTo(const QUrl &address) const; ///< -1: none
    [[nodiscard]] QString tokenFor(qsizetype door);            ///< empty: none

    QVector<MastodonDoor> m_doors;
    QHash<qsizetype, QString> m_tokens; ///< by door, of those that were looked for
    QSet<QString> m_closedToStrangers;  ///< parts of their APIs
};

} // namespace tidemark
