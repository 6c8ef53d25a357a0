#include "fetch/Addresses.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int httpPort = 80;
constexpr int httpsPort = 443;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

int usualPort(const QString &scheme)
{
    return scheme == "https"_L1 ? httpsPort : httpPort;
}

/// Whether a name can't mean anything outside the user's own network: those kept for it (RFC 6761, 6762, 8375 and
/// the top level's own list) and names of one word.
bool isOwnName(const QString &host)
{
    static const std::array endings{u".localhost"_s, u".local"_s, u".lan"_s,      u".home.arpa"_s, u".internal"_s,
                                    u".home"_s,      u".corp"_s,  u".intranet"_s, u".test"_s};
    return !host.contains(u'.') || std::any_of(endings.cbegin(), endings.cend(), [&](const QString &ending) {
        return host.endsWith(ending, Qt::CaseInsensitive);
    });
}

/// The IPv4 address inside an IPv6 one (mapped, or by the translators' prefix 64:ff9b::), or the address itself.
QHostAddress unwrapped(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4);
    static const auto translated = QHostAddress::parseSubnet(u"64:ff9b::/96"_s);
    if (!address.isInSubnet(translated))
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    quint32 inner = 0;
    for (int i = 12; i < 16; ++i)
        inner = (inner << 8U) | bytes[i];
    return QHostAddress(inner);
}

} // namespace

Origin originOf(const QUrl &address)
{
    const QString scheme = address.scheme().toLower();
    return {scheme, address.host().toLower(), address.port(usualPort(scheme))};
}

bool isInOwnNetwork(const QHostAddress &address)
{
    static const std::array ranges{
        u"0.0.0.0/8"_s,     u"10.0.0.0/8"_s,   u"100.64.0.0/10"_s,  u"127.0.0.0/8"_s,   u"169.254.0.0/16"_s,
        u"172.16.0.0/12"_s, u"192.0.0.0/24"_s, u"192.168.0.0/16"_s, u"198.18.0.0/15"_s, u"224.0.0.0/3"_s,
        u"::/127"_s,        u"fc00::/7"_s,     u"fe80::/10"_s,      u"fec0::/10"_s,     u"ff00::/8"_s,
    };
    const QHostAddress plain = unwrapped(address);
    return plain.isNull() || std::any_of(ranges.cbegin(), ranges.cend(), [&](const QString &range) {
               return plain.isInSubnet(QHostAddress::parseSubnet(range));
           });
}

bool leadsIntoOwnNetwork(const QUrl &address)
{
    const QHostAddress literal(address.host());
    return literal.isNull() ? isOwnName(address.host()) : isInOwnNetwork(literal);
}

std::optional<QString> refusal(const QUrl &address, const QUrl &typed, const QList<QHostAddress> &resolved)
{
    const QString host = namedHost(address);
    const QString scheme = address.scheme().toLower();
    if (!address.isValid() || address.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return Words::tr("“%1” is no address of the web. Only https addresses are fetched.")
            .arg(address.toDisplayString().left(200));
    const QHostAddress literal(address.host());
    const bool isOwn = resolved.isEmpty() ? leadsIntoOwnNetwork(address)
                                          : std::any_of(resolved.cbegin(), resolved.cend(), isInOwnNetwork);
    const bool isTyped = originOf(address) == originOf(typed);
    if (isOwn && !isTyped)
        return Words::tr("%1 is a host in your own network, and only addresses that you typed yourself lead there.")
            .arg(host);
    // Who holds a name of the world may let it mean anything, today this and tomorrow that.
    if (isOwn && literal.isNull() && !isOwnName(address.host()))
        return Words::tr(
                   "%1 is a name of the world, but leads into your own network. If you mean that host, type its "
                   "number instead of its name.")
            .arg(host);
    const bool isSeenToBeOwn = isOwn && (!literal.isNull() || !resolved.isEmpty()); // not by a proxy elsewhere
    if (scheme == "http"_L1 && !(isSeenToBeOwn && isTyped))
        return Words::tr("%1 was asked for over http, where anybody on the way can read along. Only https is used.")
            .arg(host);
    return std::nullopt;
}

QUrl redirectTarget(const QUrl &address, const QByteArray &location)
{
    return address.resolved(QUrl::fromEncoded(location)).adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

QString serverOf(const QUrl &address)
{
    return address.scheme().toLower() + u"://"_s + namedHost(address).toLower();
}

QString namedHost(const QUrl &address)
{
    const int port = address.port(-1);
    const QString host = address.host(QUrl::FullyEncoded);
    return port < 0 || port == usualPort(address.scheme()) ? host : host + u':' + QString::number(port);
}

} // namespace tidemark
