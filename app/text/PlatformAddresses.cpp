#include "text/PlatformAddresses.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

using Kind = Identifier::Kind;
using Answer = std::optional<Kind>;
using Address = PlatformAddress;

/// Whether a query asks for an account: intent/follow?screen_name=, search?q=from:.
bool namesSomeone(const QString &query)
{
    static const QStringList marks{u"screen_name="_s, u"user_id="_s, u"in_reply_to="_s, u"tweet_id="_s,
                                   u"via="_s,         u"from:"_s,    u"to:"_s};
    return std::any_of(marks.begin(), marks.end(), [&query](const QString &mark) { return query.contains(mark); });
}

Answer onTwitter(const Address &address)
{
    static const QStringList others{u"home"_s,     u"hashtag"_s,       u"share"_s,   u"explore"_s, u"login"_s,
                                    u"signup"_s,   u"settings"_s,      u"about"_s,   u"tos"_s,     u"privacy"_s,
                                    u"messages"_s, u"notifications"_s, u"compose"_s, u"download"_s};
    const QString first = address.part(0);
    if (first == "intent"_L1 || first == "search"_L1)
        return namesSomeone(address.query) ? Answer(Kind::ProfileLink) : Answer();
    if (first.isEmpty() || others.contains(first))
        return {};
    if (address.path.contains("status"_L1) || address.path.contains("statuses"_L1))
        return Kind::StoryLink;
    if (first == "i"_L1)
        return address.part(1) == "user"_L1 ? Answer(Kind::ProfileLink) : Answer();
    return Kind::ProfileLink;
}

Answer onFacebook(const Address &address)
{
    static const QStringList others{u"hashtag"_s,   u"events"_s, u"sharer"_s,   u"sharer.php"_s,  u"login"_s,
                                    u"login.php"_s, u"help"_s,   u"policies"_s, u"marketplace"_s, u"dialog"_s,
                                    u"l.php"_s,     u"about"_s,  u"search"_s,   u"privacy"_s};
    static const QStringList posts{u"story.php"_s, u"permalink.php"_s, u"photo.php"_s, u"photo"_s, u"photos"_s,
                                   u"video.php"_s, u"watch"_s,         u"reel"_s,      u"share"_s, u"stories"_s,
                                   u"posts"_s,     u"videos"_s,        u"permalink"_s, u"notes"_s};
    const QString first = address.part(0);
    if (first.isEmpty() || others.contains(first))
        return {};
    for (const QString &part : address.path) {
        if (posts.contains(part))
            return Kind::StoryLink;
    }
    if (first == "groups"_L1)
        return address.part(2) == "user"_L1 ? Answer(Kind::ProfileLink) : Answer();
    return Kind::ProfileLink;
}

Answer onInstagram(const Address &address)
{
    static const QStringList others{u"explore"_s, u"accounts"_s, u"about"_s, u"legal"_s, u"developer"_s};
    static const QStringList posts{u"p"_s, u"reel"_s, u"reels"_s, u"tv"_s, u"stories"_s};
    const QString first = address.part(0);
    if (first.isEmpty() || others.contains(first))
        return {};
    const bool post = posts.contains(first) || (address.path.size() > 2 && posts.contains(address.part(1)));
    return post ? Kind::StoryLink : Kind::ProfileLink;
}

Answer onBluesky(const Address &address)
{
    if (address.host.endsWith(".bsky.social"_L1) || address.part(0) == "starter-pack"_L1)
        return Kind::ProfileLink;
    if (address.part(0) != "profile"_L1 || address.path.size() < 2)
        return {};
    return address.part(2) == "post"_L1 ? Kind::StoryLink : Kind::ProfileLink;
}

Answer onReddit(const Address &address)
{
    const QString first = address.part(0);
    const bool post = address.path.contains("comments"_L1) || first == "gallery"_L1
        || (first == "r"_L1 && address.part(2) == "s"_L1);
    if (post)
        return Kind::StoryLink;
    const bool person = ((first == "user"_L1 || first == "u"_L1) && address.path.size() > 1)
        || (first == "r"_L1 && address.part(1).startsWith("u_"_L1));
    return person ? Answer(Kind::ProfileLink) : Answer();
}

Answer onTumblr(const Address &address)
{
    static const QStringList others{u"tagged"_s, u"search"_s, u"explore"_s,  u"login"_s, u"register"_s,
                                    u"docs"_s,   u"policy"_s, u"settings"_s, u"about"_s, u"new"_s};
    if (address.host != "tumblr.com"_L1)
        return address.part(0) == "post"_L1 ? Kind::StoryLink : Kind::ProfileLink;
    const QString first = address.part(0);
    if (first.isEmpty() || others.contains(first))
        return {};
    const bool wrapped = first == "blog"_L1 || first == "dashboard"_L1;
    return address.path.size() > 1 && !wrapped ? Kind::StoryLink : Kind::ProfileLink;
}

Answer anywhere(const Address &address)
{
    for (qsizetype i = 0; i < address.path.size(); ++i) {
        const bool at = address.path.at(i).size() > 1 && address.path.at(i).startsWith(u'@');
        const bool users = i == 0 && address.path.at(i) == "users"_L1 && address.path.size() > 1;
        if (at || users)
            return address.path.size() > i + (users ? 2 : 1) ? Kind::StoryLink : Kind::ProfileLink;
    }
    return {};
}

Answer onLinkedIn(const Address &address)
{
    static const QStringList posts{u"posts"_s, u"feed"_s, u"pulse"_s};
    const QString first = address.part(0);
    if (address.path.size() < 2)
        return {};
    if (first == "in"_L1 || first == "pub"_L1)
        return Kind::ProfileLink;
    return posts.contains(first) ? Answer(Kind::StoryLink) : Answer();
}

Answer onYouTube(const Address &address)
{
    static const QStringList people{u"user"_s, u"channel"_s, u"c"_s};
    if (address.path.size() > 1 && people.contains(address.part(0)))
        return Kind::ProfileLink;
    return anywhere(address);
}

Answer onSnapchat(const Address &address)
{
    static const QStringList people{u"add"_s, u"u"_s};
    if (address.path.size() > 1 && people.contains(address.part(0)))
        return Kind::ProfileLink;
    return anywhere(address);
}

Answer onOneWithPostsOnly(const Address &address)
{
    return address.path.isEmpty() ? Answer() : Answer(Kind::StoryLink);
}

Answer onOneWithProfiles(const Address &address)
{
    return address.path.isEmpty() ? Answer() : Answer(Kind::ProfileLink);
}

/// Where a person's page has a word before the name: flickr.com/people/name, quora.com/profile/name.
Answer onOneWithNamedProfiles(const Address &address)
{
    static const QStringList people{u"people"_s, u"photos"_s,   u"profile"_s, u"user"_s, u"users"_s,
                                    u"id"_s,     u"profiles"_s, u"u"_s,       u"n"_s,    u"f"_s};
    return address.path.size() > 1 && people.contains(address.part(0)) ? Answer(Kind::ProfileLink)
                                                                       : anywhere(address);
}

Answer onThreadReader(const Address &address)
{
    if (address.path.size() < 2)
        return {};
    if (address.part(0) == "user"_L1)
        return Kind::ProfileLink;
    return address.part(0) == "thread"_L1 ? Answer(Kind::StoryLink) : Answer();
}

bool isOneOfMany(const QString &host)
{
    return host.count(u'.') > 1;
}

/// Blogs whose host is named after the one who writes.
Answer onBlog(const Address &address)
{
    if (!isOneOfMany(address.host))
        return anywhere(address);
    return address.path.isEmpty() ? Kind::ProfileLink : Kind::StoryLink;
}

Answer onDeviantArt(const Address &address)
{
    return isOneOfMany(address.host) ? onBlog(address) : onOneWithProfiles(address);
}

Answer onThreads(const Address &address)
{
    const bool post = address.part(0) == "t"_L1 && address.path.size() > 1;
    return post ? Answer(Kind::StoryLink) : anywhere(address);
}

using Classifier = Answer (*)(const Address &);

Classifier classifierOf(const QString &host)
{
    static const QHash<QString, Classifier> classifiers{
        {u"twitter.com"_s, onTwitter},
        {u"x.com"_s, onTwitter},
        {u"xcancel.com"_s, onTwitter},
        {u"vxtwitter.com"_s, onTwitter},
        {u"fxtwitter.com"_s, onTwitter},
        {u"fixvx.com"_s, onTwitter},
        {u"fixupx.com"_s, onTwitter},
        {u"facebook.com"_s, onFacebook},
        {u"fb.com"_s, onFacebook},
        {u"instagram.com"_s, onInstagram},
        {u"instagr.am"_s, onInstagram},
        {u"ddinstagram.com"_s, onInstagram},
        {u"bsky.app"_s, onBluesky},
        {u"fxbsky.app"_s, onBluesky},
        {u"bskx.app"_s, onBluesky},
        {u"reddit.com"_s, onReddit},
        {u"rxddit.com"_s, onReddit},
        {u"vxreddit.com"_s, onReddit},
        {u"tumblr.com"_s, onTumblr},
        {u"threads.net"_s, onThreads},
        {u"threads.com"_s, onThreads},
        {u"linkedin.com"_s, onLinkedIn},
        {u"youtube.com"_s, onYouTube},
        {u"snapchat.com"_s, onSnapchat},
        {u"linktr.ee"_s, onOneWithProfiles},
        {u"telegram.me"_s, onOneWithProfiles},
        {u"paypal.me"_s, onOneWithProfiles},
        {u"ko-fi.com"_s, onOneWithProfiles},
        {u"patreon.com"_s, onOneWithProfiles},
        {u"onlyfans.com"_s, onOneWithProfiles},
        {u"ask.fm"_s, onOneWithProfiles},
        {u"about.me"_s, onOneWithProfiles},
        {u"vk.com"_s, onOneWithProfiles},
        {u"plc.directory"_s, onOneWithProfiles},
        {u"ok.ru"_s, onOneWithProfiles},
        {u"pinterest.com"_s, onOneWithProfiles},
        {u"soundcloud.com"_s, onOneWithProfiles},
        {u"twitch.tv"_s, onOneWithProfiles},
        {u"gab.com"_s, onOneWithProfiles},
        {u"curiouscat.me"_s, onOneWithProfiles},
        {u"curiouscat.live"_s, onOneWithProfiles},
        {u"pixelfed.social"_s, onOneWithProfiles},
        {u"flickr.com"_s, onOneWithNamedProfiles},
        {u"quora.com"_s, onOneWithNamedProfiles},
        {u"wattpad.com"_s, onOneWithNamedProfiles},
        {u"weibo.com"_s, onOneWithNamedProfiles},
        {u"threadreaderapp.com"_s, onThreadReader},
        {u"tmblr.co"_s, onOneWithPostsOnly},
        {u"t.me"_s, onOneWithProfiles},
        {u"wa.me"_s, onOneWithProfiles},
        {u"pic.twitter.com"_s, onOneWithPostsOnly},
        {u"pic.x.com"_s, onOneWithPostsOnly},
        {u"t.co"_s, onOneWithPostsOnly},
        {u"redd.it"_s, onOneWithPostsOnly},
        {u"fb.me"_s, onOneWithPostsOnly},
        {u"fb.watch"_s, onOneWithPostsOnly},
        {u"vm.tiktok.com"_s, onOneWithPostsOnly},
        {u"vt.tiktok.com"_s, onOneWithPostsOnly},
        {u"m.me"_s, onOneWithProfiles},
        {u"venmo.com"_s, onOneWithProfiles},
        {u"cash.app"_s, onOneWithProfiles},
        {u"myspace.com"_s, onOneWithProfiles},
        {u"keybase.io"_s, onOneWithProfiles},
        {u"github.com"_s, onOneWithProfiles},
        {u"gofundme.com"_s, onOneWithNamedProfiles},
        {u"xing.com"_s, onOneWithNamedProfiles},
        {u"last.fm"_s, onOneWithNamedProfiles},
        {u"steamcommunity.com"_s, onOneWithNamedProfiles},
        {u"deviantart.com"_s, onDeviantArt},
        {u"bsky.social"_s, onBluesky},
        {u"wordpress.com"_s, onBlog},
        {u"blogspot.com"_s, onBlog},
        {u"livejournal.com"_s, onBlog},
        {u"substack.com"_s, onBlog},
        {u"medium.com"_s, onBlog},
        {u"carrd.co"_s, onBlog},
        {u"wixsite.com"_s, onBlog},
        {u"github.io"_s, onBlog},
    };
    // What a platform says of itself: help.twitter.com.
    static const QStringList ofTheHouse{u"about"_s, u"blog"_s,     u"business"_s, u"careers"_s, u"developer"_s,
                                        u"help"_s,  u"investor"_s, u"legal"_s,    u"status"_s,  u"support"_s};
    // Mirrors of a platform that anyone may run, by the name that they usually stand under: nitter.example.org.
    static const QHash<QString, Classifier> mirrors{
        {u"nitter"_s, onTwitter}, {u"libreddit"_s, onReddit}, {u"redlib"_s, onReddit}, {u"teddit"_s, onReddit}};
    const QString first = host.section(u'.', 0, 0);
    for (QString rest = host; !rest.isEmpty(); rest = rest.section(u'.', 1)) {
        if (const Classifier known = classifiers.value(rest))
            return rest == host.section(u'.', 1) && ofTheHouse.contains(first) ? nullptr : known;
    }
    return mirrors.value(first);
}

} // namespace

QString plainHostName(QStringView host)
{
    static const QStringList fronts{u"www."_s, u"m."_s};
    QString plain = host.mid(host.lastIndexOf(u'@') + 1).toString().toLower();
    if (const qsizetype port = plain.indexOf(u':'); port >= 0)
        plain.truncate(port);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    for (const QString &front : fronts) {
        if (plain.startsWith(front) && plain.indexOf(u'.', front.size()) > 0) // m.me is whole
            return plain.mid(front.size());
    }
    return plain;
}

PlatformAddress platformAddress(QStringView link)
{
    if (const qsizetype scheme = link.indexOf(u"://"); scheme >= 0)
        link = link.mid(scheme + 3);
    const qsizetype query = link.indexOf(u'?');
    QString place = link.first(query < 0 ? link.size() : query).toString().toLower();
    place.replace("/#!"_L1, "/"_L1); // Twitter's addresses of 2010
    place.truncate(place.indexOf(u'#') < 0 ? place.size() : place.indexOf(u'#'));
    QStringList parts = place.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    const QString host = plainHostName(parts.takeFirst());
    return {host, parts, query < 0 ? QString() : link.mid(query + 1).toString().toLower()};
}

bool isKnownPlatform(const QString &host)
{
    return classifierOf(host) != nullptr;
}

std::optional<Identifier::Kind> personalAddressKind(const PlatformAddress &address)
{
    const Classifier known = classifierOf(address.host);
    return known ? known(address) : anywhere(address);
}

} // namespace tidemark
