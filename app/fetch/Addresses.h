#pragma once

#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <optional>

namespace tidemark {

/// Scheme, host and port: what a credential belongs to.
struct Origin
{
    QString scheme;
    QString host; ///< in lower case
    int port = 0;

    friend bool operator==(const Origin &, const Origin &) = default;
};

Origin originOf(const QUrl &address);

/// Whether an address lies on this machine or in a network of the user's own (loopback, private, link-local, shared
/// and unspecified ranges of IPv4 and IPv6): no story in the world has any business to lead there.
bool isInOwnNetwork(const QHostAddress &address);

/// Whether an address leads there by its number or by a name that means nothing elsewhere; nobody is asked.
bool leadsIntoOwnNetwork(const QUrl &address);

/// Why this address must not be asked, as a sentence; nothing if it may. https only; a host in an own network, and
/// http to it, only where the user typed that very origin, by its number or by a name that means nothing elsewhere.
/// resolved: what the host's name means; empty where a proxy finds that out.
std::optional<QString> refusal(const QUrl &address, const QUrl &typed, const QList<QHostAddress> &resolved);

/// Where an answer's Location header leads, without a name or password for whoever is there.
QUrl redirectTarget(const QUrl &address, const QByteArray &location);

/// Scheme and host of an address, as one text.
QString serverOf(const QUrl &address);

/// A host as it is shown: with its port where that isn't the usual one.
QString namedHost(const QUrl &address);

} // namespace tidemark
