#include "fetch/FeedDiscovery.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype searched = qsizetype{512} * 1024; ///< bytes of the page; heads are shorter

QString attribute(const QString &tag, QLatin1StringView name)
{
    const QRegularExpression pattern(u"[\\s\"']%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(tag);
    QString value = match.captured(match.lastCapturedIndex());
    return match.hasMatch() ? value.replace("&amp;"_L1, "&"_L1).trimmed() : QString();
}

} // namespace

bool isWebPage(const QByteArray &body)
{
    static const QRegularExpression page(u"<(!doctype\\s+html|html|head|body)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression feed(u"<(rss|feed|(\\w+:)?RDF)\\b"_s);
    const QString start = QString::fromUtf8(body.left(4096));
    return page.match(start).hasMatch() && !feed.match(start).hasMatch();
}

std::optional<QUrl> feedNamedIn(const QByteArray &page, const QUrl &address)
{
    static const QRegularExpression tags(u"<(link|base)\\s[^<>]{1,4096}>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QStringList types{u"application/rss+xml"_s, u"application/atom+xml"_s, u"application/feed+json"_s,
                                   u"application/json"_s};
    const QString head = QString::fromUtf8(page.left(searched));
    QUrl base = address;
    auto matches = tags.globalMatch(head);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString tag = match.captured();
        const QUrl target = base.resolved(QUrl(attribute(tag, "href"_L1)));
        if (match.captured(1).compare("base"_L1, Qt::CaseInsensitive) == 0) {
            base = target;
            continue;
        }
        const QStringList relations = attribute(tag, "rel"_L1).toLower().split(u' ', Qt::SkipEmptyParts);
        const QString type = attribute(tag, "type"_L1).toLower().section(u';', 0, 0).trimmed();
        if (relations.contains("alternate"_L1) && types.contains(type) && target.isValid()
            && !attribute(tag, "href"_L1).isEmpty())
            return target;
    }
    return std::nullopt;
}

} // namespace tidemark
