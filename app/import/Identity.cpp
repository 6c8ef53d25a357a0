#include "import/Identity.h"

#include "store/Tombstones.h"
#include "story/Permalink.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 sampled = 64 * 1024;

/// The id in the address of a tweet, or an empty string.
QString tweetId(const QString &normalLink)
{
    static const QRegularExpression pattern(u"^https://twitter\\.com/[^/]+(?:/web)?/status(?:es)?/(\\d+)"_s);
    return pattern.match(normalLink).captured(1);
}

/// What a feed calls its entry, if that counts within the feed only: it stands behind the feed's own id. Whichever
/// feed of a site shows an entry, and whether it was fetched or saved as a file, page and number are the same.
QString entryNumber(const Story &story)
{
    return story.platform == Platform::Blog ? story.nativeId.section(u' ', 1) : QString();
}

QString hashOf(const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

QString personOf(const Author &author)
{
    if (!author.nativeId.isEmpty())
        return u"id "_s + author.nativeId;
    return author.handle.isEmpty() ? author.name : author.handle.toCaseFolded();
}

QString timeOf(const std::optional<Instant> &instant)
{
    return instant ? QString::number(*instant) : QString();
}

QString recordKey(const QByteArray &fileDigest, qint64 record)
{
    return placeKey + u"%1:%2"_s.arg(QString::fromLatin1(fileDigest.toHex().left(32))).arg(record);
}

} // namespace

Identity identityOf(const Story &story, const QByteArray &fileDigest, qint64 record)
{
    Identity identity;
    const QString link = story.permalink.isEmpty() ? QString() : normalPermalink(story.permalink);
    if (!story.nativeId.isEmpty()) {
        identity.keys.append(nativeKey(story.platform, story.nativeId));
        for (const QString &version : story.editIds) {
            if (version != story.nativeId)
                identity.keys.append(nativeKey(story.platform, version));
        }
        if (const QString entry = entryNumber(story); !entry.isEmpty() && !link.isEmpty())
            identity.keys.append(u"entry:"_s + link + u' ' + entry);
        if (!link.isEmpty())
            identity.link = linkKeyStart + link;
    } else if (const QString id = tweetId(link); !id.isEmpty()) {
        identity.keys.append(nativeKey(Platform::Twitter, id));
        identity.link = linkKeyStart + link;
    } else if (!link.isEmpty()) {
        identity.keys.append(linkKeyStart + link);
    } else if (story.postedAt || !story.author.isEmpty()) {
        identity.keys.append(
            u"hash:"_s
            + hashOf({platformKey(story.platform), timeOf(story.postedAt), personOf(story.author), story.text}));
        identity.mayRepeat = story.author.isEmpty();
    } else {
        identity.keys.append(recordKey(fileDigest, record));
    }
    return identity;
}

QString repostKey(const Repost &repost, const QString &originalKey, const QByteArray &fileDigest, qint64 record)
{
    if (!repost.nativeId.isEmpty())
        return nativeKey(repost.platform, repost.nativeId);
    if (repost.postedAt || !repost.author.isEmpty()) {
        return u"repost:"_s
            + hashOf({platformKey(repost.platform), timeOf(repost.postedAt), personOf(repost.author), originalKey});
    }
    return recordKey(fileDigest, record);
}

QByteArray fileDigest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(file.size()) + '\0');
    hash.addData(file.read(sampled));
    if (file.size() > sampled && file.seek(qMax(sampled, file.size() - sampled)))
        hash.addData(file.read(sampled));
    return hash.result();
}

} // namespace tidemark
