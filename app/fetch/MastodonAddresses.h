#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace tidemark {

// Where a server of the fediverse that speaks Mastodon's API answers, found from the address of something there.
// All of them are empty where there is no such place.

/// What a status is called on its own server: the end of its address.
QString statusNumber(const QUrl &status);

QUrl statusAddress(const QUrl &status);
/// Many statuses at once: Mastodon has that from 4.3 on.
QUrl statusesAddress(const QUrl &status, const QStringList &numbers);
/// Most servers keep what somebody shared two steps below the account: /users/name/statuses/1.
QUrl accountAbove(const QUrl &status);
/// The newest post that was shared there.
QUrl newestAddress(const QUrl &status);
/// What the server says of itself.
QUrl instanceAddress(const QUrl &status, int version);

} // namespace tidemark
