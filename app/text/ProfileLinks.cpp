#include "text/ProfileLinks.h"

#include "text/Links.h"
#include "text/PhoneNumbers.h"
#include "text/PlatformAddresses.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Where the next http:// or https:// begins from a place on, or the end.
qsizetype nextSchemeAt(QStringView link, qsizetype from)
{
    constexpr qsizetype longestScheme = 5;
    for (qsizetype colon = link.indexOf(u"://", from); colon >= 0; colon = link.indexOf(u"://", colon + 1)) {
        for (qsizetype size = longestScheme - 1; size <= longestScheme; ++size) {
            const qsizetype start = colon - size;
            if (start >= from && QStringView(u"https").startsWith(link.sliced(start, size), Qt::CaseInsensitive))
                return start;
        }
    }
    return link.size();
}

/// Whether a link holds a handle, a mail address or a user's name: an at-sign before a letter or digit.
bool holdsName(QStringView link)
{
    for (qsizetype at = link.indexOf(u'@'); at >= 0; at = link.indexOf(u'@', at + 1)) {
        if (at + 1 < link.size() && link.at(at + 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// Whether a link holds a phone number: send?phone=491512345678, #p/+491512345678.
bool holdsNumber(QStringView link)
{
    for (qsizetype at = 0; at < link.size(); ++at) {
        const bool mayBegin = link.at(at) == u'+' || (at > 0 && link.at(at - 1) == u'=');
        if (mayBegin && phoneNumberLengthAt(link, at) > 0)
            return true;
    }
    return false;
}

bool isHostCharacter(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
}

/// The kind of the first personal link without a scheme that stands in another behind a slash or an equals sign.
std::optional<Identifier::Kind> innerLinkKind(QStringView link)
{
    constexpr qsizetype longestLink = 500;
    for (qsizetype at = 1; at < link.size(); ++at) {
        if (link.at(at - 1) != u'/' && link.at(at - 1) != u'=')
            continue;
        const QStringView inner = link.mid(at, longestLink);
        const QStringView host
            = inner.first(std::find_if_not(inner.begin(), inner.end(), isHostCharacter) - inner.begin());
        if (!host.contains(u'.') || !isKnownPlatform(plainHostName(host)))
            continue;
        if (const auto kind = personalAddressKind(platformAddress(inner)))
            return kind;
    }
    return std::nullopt;
}

} // namespace

std::optional<Identifier::Kind> personalLinkKind(QStringView link)
{
    const QString decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(link.toUtf8()));
    // Scrapers glue links together, archives and redirects carry one in another: each is looked at by itself.
    for (qsizetype start = 0; start < decoded.size();) {
        const qsizetype end = nextSchemeAt(decoded, start + 1);
        if (const auto kind = personalAddressKind(platformAddress(QStringView(decoded).sliced(start, end - start))))
            return kind;
        start = end;
    }
    if (const auto kind = innerLinkKind(decoded))
        return kind;
    return holdsName(decoded) || holdsNumber(decoded) ? std::optional(Identifier::Kind::ProfileLink) : std::nullopt;
}

qsizetype bareLinkLengthAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longestHost = 80;
    constexpr QStringView gluedPicture = u"pic.twitter.com";
    qsizetype end = at;
    bool hasDot = false; // with something behind it: most end a sentence
    for (; end < text.size() && end - at <= longestHost && isHostCharacter(text.at(end)); ++end)
        hasDot = hasDot || (end > at && text.at(end - 1) == u'.');
    if (!hasDot && (end == text.size() || text.at(end) != u'/'))
        return 0; // as most words
    const QString host = plainHostName(text.sliced(at, end - at));
    if (host.size() > gluedPicture.size() && host.endsWith(gluedPicture))
        return 0; // "toopic.twitter.com/Ab": begins within
    if (text.mid(end, 3).compare("%2f"_L1, Qt::CaseInsensitive) == 0)
        return isKnownPlatform(host) ? linkEnd(text, end) - at : 0;
    if (end < text.size() && text.at(end) == u'/') {
        const QStringView path = text.mid(end, QStringView(u"/users/").size());
        const bool person = host.contains(u'.')
            && (path.startsWith("/@"_L1) || path.compare("/users/"_L1, Qt::CaseInsensitive) == 0);
        return person || isKnownPlatform(host) ? linkEnd(text, end) - at : 0;
    }
    if (!personalAddressKind({host, {}, {}}))
        return 0;
    while (!text.at(end - 1).isLetterOrNumber())
        --end;
    return end - at;
}

qsizetype accountAddressLengthAt(QStringView text, qsizetype at)
{
    static constexpr std::array beginnings{"did:plc:"_L1, "did:web:"_L1, "at://"_L1};
    if (!QStringView(u"aAdD").contains(text.at(at)))
        return 0;
    const QStringView rest = text.sliced(at);
    for (const QLatin1StringView beginning : beginnings) {
        if (rest.startsWith(beginning, Qt::CaseInsensitive)) {
            const qsizetype end = linkEnd(text, at + beginning.size());
            return end > at + beginning.size() ? end - at : 0;
        }
    }
    return 0;
}

} // namespace tidemark
