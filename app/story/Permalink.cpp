#include "story/Permalink.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

QString linkKey(const QString &permalink)
{
    return permalink.isEmpty() ? QString() : linkKeyStart + normalPermalink(permalink);
}

} // namespace tidemark
