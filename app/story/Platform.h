#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace tidemark {

/// Where a story was shared. The numbers are stored in collections: never renumber.
enum class Platform : quint8 {
    Other = 0,
    Twitter,
    Facebook,
    Instagram,
    Mastodon,
    Bluesky,
    Reddit,
    Tumblr,
    Blog,
};

inline constexpr std::array allPlatforms{
    Platform::Twitter, Platform::Facebook, Platform::Instagram, Platform::Mastodon, Platform::Bluesky,
    Platform::Reddit,  Platform::Tumblr,   Platform::Blog,      Platform::Other,
};

/// The key used in filters, files and JSON: "twitter", ..., "other".
QString platformKey(Platform platform);
std::optional<Platform> platformFromKey(QStringView key);

/// How the key begins by which a platform's own id is known among those of a story, and the whole key.
QString nativeKeyStart(Platform platform);
QString nativeKey(Platform platform, const QString &nativeId);

/// The name for people, translated.
QString platformName(Platform platform);

} // namespace tidemark
