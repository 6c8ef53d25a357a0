#pragma once

#include "source/Record.h"
#include "story/Story.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tidemark {

/// By what a story is recognised, strongest first.
struct Identity
{
    /// Those that say "the same story": (platform, native id) and those of its edited versions, of a feed's entry
    /// that is numbered within its feed also permalink and number; else the permalink;
    /// else, if time or author is known, a hash of platform, time, author and text; else file and record number,
    /// so that a thousand bare "#MeToo" rows stay a thousand.
    QStringList keys;
    /// The permalink beside a native id: by it a record without an id finds the story.
    QString link;
    /// What other stories call it that answer it; nothing is recognised by it.
    QString called;
    /// Whether equal records of one file may be as many stories all the same, for nobody knows their author. A
    /// prepared record says so only of bare tags and texts as short (text/FewestWords.h).
    bool mayRepeat = false;
};

Identity identityOf(const Story &story, const QByteArray &fileDigest, qint64 record);

/// The key of a repost's wrapper.
QString repostKey(const Repost &repost, const QString &originalKey, const QByteArray &fileDigest, qint64 record);

/// SHA-256 of a file's size, first and last 64 KiB: what tells that it is the same file. Empty if it can't be read.
QByteArray fileDigest(const QString &path);

} // namespace tidemark
