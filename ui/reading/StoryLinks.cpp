#include "reading/StoryLinks.h"

#include "text/Identifiers.h"

using namespace Qt::StringLiterals;

namespace tidemark {

std::optional<QUrl> safeLink(const QString &address)
{
    constexpr qsizetype longestAddress = 4096;
    if (address.size() > longestAddress)
        return {};
    QUrl link(address.contains("://"_L1) ? address : u"https://"_s + address, QUrl::StrictMode);
    const QString scheme = link.scheme();
    if (!link.isValid() || link.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return {};
    link.setUserInfo({});
    return link;
}

QString shownHost(const QUrl &link)
{
    return QString::fromLatin1(QUrl::toAce(link.host()));
}

QVector<TextLink> linksOf(const QString &text)
{
    QVector<TextLink> links;
    const QVector<Identifier> found = findLinks(text);
    links.reserve(found.size());
    for (const Identifier &link : found) {
        if (const auto target = safeLink(text.mid(link.start, link.length)))
            links.append({link.start, link.length, *target});
    }
    return links;
}

} // namespace tidemark
