#include "text/ProfileLinks.h"

#include "text/Links.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

using Kind = Identifier::Kind;
using Answer = std::optional<Kind>;

struct Address
{
    QString host; ///< lower case, without www. and the like
    QStringList path;

    [[nodiscard]] QString part(qsizetype i) const { return path.value(i); }
};

QString plainHost(QStringView host)
{
    static const QStringList fronts {u"www."_s, u"m."_s, u"mobile."_s, u"old."_s, u"new."_s, u"web."_s, u"l."_s};
    QString plain = host.toString().toLower();
    if (const qsizetype port = plain.indexOf(u':'); port >= 0)
        plain.truncate(port);
    for (const QString &front : fronts) {
        if (plain.startsWith(front))
            return plain.mid(front.size());
    }
    return plain;
}

Address addressOf(QStringView link)
{
    if (const qsizetype scheme = link.indexOf(u"://"); scheme >= 0)
        link = link.mid(scheme + 3);
    qsizetype end = 0;
    while (end < link.size() && link.at(end) != u'?' && link.at(end) != u'#')
        ++end;
    QStringList parts = link.first(end).toString().split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    const QString host = plainHost(parts.takeFirst());
    return {host, parts};
}

Answer onTwitter(const Address &address)
{
    static const QStringList others {u"home"_s,    u"search"_s,   u"hashtag"_s,       u"share"_s,   u"explore"_s,
                                     u"login"_s,   u"signup"_s,   u"settings"_s,      u"about"_s,   u"tos"_s,
                                     u"privacy"_s, u"messages"_s, u"notifications"_s, u"compose"_s, u"download"_s};
    const QString first = address.part(0).toLower();
    if (first.isEmpty() || others.contains(first))
        return {};
    if (first == "intent"_L1)
        return address.part(1) == "user"_L1 ? Answer(Kind::ProfileLink) : Answer();
    if (address.path.contains("status"_L1) || address.path.contains("statuses"_L1))
        return Kind::StoryLink;
    if (first == "i"_L1)
        return address.part(1) == "user"_L1 ? Answer(Kind::ProfileLink) : Answer();
    return Kind::ProfileLink;
}

Answer onFacebook(const Address &address)
{
    static const QStringList others {u"hashtag"_s,   u"events"_s, u"sharer"_s,   u"sharer.php"_s,  u"login"_s,
                                     u"login.php"_s, u"help"_s,   u"policies"_s, u"marketplace"_s, u"dialog"_s,
                                     u"l.php"_s,     u"about"_s,  u"search"_s,   u"privacy"_s};
    static const QStringList posts {u"story.php"_s, u"permalink.php"_s, u"photo.php"_s, u"photo"_s, u"photos"_s,
                                    u"video.php"_s, u"watch"_s,         u"reel"_s,      u"share"_s, u"stories"_s,
                                    u"posts"_s,     u"videos"_s,        u"permalink"_s, u"notes"_s};
    const QString first = address.part(0).toLower();
    if (first.isEmpty() || others.contains(first))
        return {};
    for (const QString &part : address.path) {
        if (posts.contains(part.toLower()))
            return Kind::StoryLink;
    }
    return first == "groups"_L1 ? Answer() : Answer(Kind::ProfileLink);
}

Answer onInstagram(const Address &address)
{
    static const QStringList others {u"explore"_s, u"accounts"_s, u"about"_s, u"legal"_s, u"developer"_s};
    static const QStringList posts {u"p"_s, u"reel"_s, u"reels"_s, u"tv"_s, u"stories"_s};
    const QString first = address.part(0).toLower();
    if (first.isEmpty() || others.contains(first))
        return {};
    const bool post = posts.contains(first) || (address.path.size() > 2 && posts.contains(address.part(1)));
    return post ? Kind::StoryLink : Kind::ProfileLink;
}

Answer onBluesky(const Address &address)
{
    if (address.part(0) != "profile"_L1 || address.path.size() < 2)
        return {};
    return address.part(2) == "post"_L1 ? Kind::StoryLink : Kind::ProfileLink;
}

Answer onReddit(const Address &address)
{
    const QString first = address.part(0).toLower();
    const bool post = address.path.contains("comments"_L1) || (first == "r"_L1 && address.part(2) == "s"_L1);
    if (post)
        return Kind::StoryLink;
    const bool person = (first == "user"_L1 || first == "u"_L1) && address.path.size() > 1;
    return person ? Answer(Kind::ProfileLink) : Answer();
}

Answer onTumblr(const Address &address)
{
    static const QStringList others {u"tagged"_s, u"search"_s, u"explore"_s,  u"login"_s, u"register"_s,
                                     u"docs"_s,   u"policy"_s, u"settings"_s, u"about"_s, u"new"_s};
    if (address.host != "tumblr.com"_L1)
        return address.part(0) == "post"_L1 ? Kind::StoryLink : Kind::ProfileLink;
    const QString first = address.part(0).toLower();
    if (first.isEmpty() || others.contains(first))
        return {};
    const bool wrapped = first == "blog"_L1 || first == "dashboard"_L1;
    return address.path.size() > 1 && !wrapped ? Kind::StoryLink : Kind::ProfileLink;
}

Answer onOneWithPostsOnly(const Address &address)
{
    return address.path.isEmpty() ? Answer() : Answer(Kind::StoryLink);
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

using Classifier = Answer (*)(const Address &);

Classifier classifierOf(const QString &host)
{
    static const QHash<QString, Classifier> classifiers {
        {u"twitter.com"_s, onTwitter},        {u"x.com"_s, onTwitter},
        {u"facebook.com"_s, onFacebook},      {u"fb.com"_s, onFacebook},
        {u"instagram.com"_s, onInstagram},    {u"instagr.am"_s, onInstagram},
        {u"bsky.app"_s, onBluesky},           {u"reddit.com"_s, onReddit},
        {u"tumblr.com"_s, onTumblr},          {u"threads.net"_s, anywhere},
        {u"threads.com"_s, anywhere},         {u"pic.twitter.com"_s, onOneWithPostsOnly},
        {u"pic.x.com"_s, onOneWithPostsOnly}, {u"t.co"_s, onOneWithPostsOnly},
        {u"redd.it"_s, onOneWithPostsOnly},   {u"fb.me"_s, onOneWithPostsOnly},
        {u"fb.watch"_s, onOneWithPostsOnly},
    };
    if (host.endsWith(".tumblr.com"_L1))
        return onTumblr;
    if (host.endsWith(".facebook.com"_L1))
        return onFacebook;
    if (host.endsWith(".reddit.com"_L1))
        return onReddit;
    return classifiers.value(host);
}

bool isHostCharacter(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-');
}

} // namespace

std::optional<Identifier::Kind> personalLinkKind(QStringView link)
{
    const Address address = addressOf(link);
    const Classifier known = classifierOf(address.host);
    return known ? known(address) : anywhere(address);
}

qsizetype bareLinkLengthAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longestHost = 80;
    qsizetype end = at;
    while (end < text.size() && end - at <= longestHost && isHostCharacter(text.at(end)))
        ++end;
    const QString host = plainHost(text.sliced(at, end - at));
    if (end == text.size() || text.at(end) != u'/')
        return host.endsWith(".tumblr.com"_L1) ? end - at : 0;
    return classifierOf(host) ? linkEnd(text, end) - at : 0;
}

} // namespace tidemark
