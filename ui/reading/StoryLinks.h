#pragma once

#include <QString>
#include <QUrl>
#include <QVector>

#include <optional>

namespace tidemark {

/// A link in a text and what it leads to.
struct TextLink
{
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl target;
};

/// An address that may be offered for a click: http or https with a host, user and password stripped.
std::optional<QUrl> safeLink(const QString &address);

/// The whole host as it is shown: in ASCII form where it isn't plain ASCII, so that letters of another script
/// can't pass for those of a known name.
QString shownHost(const QUrl &link);

/// All links of a text that may be offered, in order.
QVector<TextLink> linksOf(const QString &text);

} // namespace tidemark
