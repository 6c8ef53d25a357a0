#include "import/Identity.h"

#include "store/Tombstones.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 sampled = 64 * 1024;

bool isTracking(const QString &parameter)
{
    return parameter.startsWith("utm_"_L1) || parameter == "fbclid"_L1 || parameter == "gclid"_L1
        || parameter == "igshid"_L1 || parameter == "ref_src"_L1 || parameter == "ref_url"_L1;
}

QString normalHost(QString host)
{
    for (const auto prefix : {"www."_L1, "mobile."_L1, "m."_L1}) {
        if (host.startsWith(prefix)) {
            host.remove(0, prefix.size());
            break;
        }
    }
    return host == "x.com"_L1 ? u"twitter.com"_s : host;
}

bool isSmallLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

/// Of an address that is written in one way only.
bool isPlain(QChar c)
{
    return isSmallLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

/// Whether a link is plainly in its one form already, as most are, and needn't be taken to pieces.
bool isNormal(QStringView link)
{
    constexpr QStringView scheme = u"https://";
    const qsizetype slash = link.startsWith(scheme) ? link.indexOf(u'/', scheme.size()) : -1;
    if (slash <= scheme.size() || link.endsWith(u'/'))
        return false;
    const QStringView host = link.sliced(scheme.size(), slash - scheme.size());
    const QStringView path = link.sliced(slash);
    const auto isOfHost = [](QChar c) { return isPlain(c) || c == u'.'; };
    const auto isOfPath = [](QChar c) { return isPlain(c) || (c >= u'A' && c <= u'Z') || c == u'/'; };
    return isSmallLetter(host.front()) && isSmallLetter(host.back()) && !host.contains(u"xn--")
        && std::all_of(host.begin(), host.end(), isOfHost) && std::all_of(path.begin(), path.end(), isOfPath)
        && normalHost(host.toString()) == host;
}

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

QString normalPermalink(const QString &permalink)
{
    if (isNormal(permalink))
        return permalink;
    constexpr auto www = "https://www."_L1; // of many links the only thing to take off
    if (permalink.startsWith(www)) {
        const QString bare = "https://"_L1 + permalink.sliced(www.size());
        if (isNormal(bare))
            return bare;
    }
    QUrl url(permalink.trimmed(), QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1))
        return permalink.trimmed();
    url.setScheme(u"https"_s);
    if (url.port() == 80 || url.port() == 443)
        url.setPort(-1);
    url.setHost(normalHost(url.host().toLower()));
    QUrlQuery kept;
    const auto parameters = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : parameters) {
        if (!isTracking(name))
            kept.addQueryItem(name, value);
    }
    url.setQuery(kept.isEmpty() ? QString() : kept.query(QUrl::FullyEncoded));
    if (kept.isEmpty())
        url.setQuery(QString());
    return url.toString(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash
                        | QUrl::FullyEncoded);
}

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
            identity.link = u"link:"_s + link;
    } else if (const QString id = tweetId(link); !id.isEmpty()) {
        identity.keys.append(nativeKey(Platform::Twitter, id));
        identity.link = u"link:"_s + link;
    } else if (!link.isEmpty()) {
        identity.keys.append(u"link:"_s + link);
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
