#include "story/Platform.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

QString platformKey(Platform platform)
{
    switch (platform) {
    case Platform::Other:
        return u"other"_s;
    case Platform::Twitter:
        return u"twitter"_s;
    case Platform::Facebook:
        return u"facebook"_s;
    case Platform::Instagram:
        return u"instagram"_s;
    case Platform::Mastodon:
        return u"mastodon"_s;
    case Platform::Bluesky:
        return u"bluesky"_s;
    case Platform::Reddit:
        return u"reddit"_s;
    case Platform::Tumblr:
        return u"tumblr"_s;
    case Platform::Blog:
        return u"blog"_s;
    }
    return u"other"_s;
}

std::optional<Platform> platformFromKey(QStringView key)
{
    for (const Platform platform : allPlatforms) {
        if (key.compare(platformKey(platform), Qt::CaseInsensitive) == 0)
            return platform;
    }
    return std::nullopt;
}

QString nativeKeyStart(Platform platform)
{
    return platformKey(platform) + u':';
}

QString nativeKey(Platform platform, const QString &nativeId)
{
    return nativeKeyStart(platform) + nativeId;
}

QString platformName(Platform platform)
{
    switch (platform) {
    case Platform::Twitter:
        return u"Twitter"_s;
    case Platform::Facebook:
        return u"Facebook"_s;
    case Platform::Instagram:
        return u"Instagram"_s;
    case Platform::Mastodon:
        return u"Mastodon"_s;
    case Platform::Bluesky:
        return u"Bluesky"_s;
    case Platform::Reddit:
        return u"Reddit"_s;
    case Platform::Tumblr:
        return u"Tumblr"_s;
    case Platform::Blog:
        return QCoreApplication::translate("Platform", "Blog or news");
    case Platform::Other:
        break;
    }
    return QCoreApplication::translate("Platform", "Other");
}

} // namespace tidemark
