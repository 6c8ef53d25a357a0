#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace tidemark {

/// Whether what came is a web page and no feed.
bool isWebPage(const QByteArray &body);

/// The feed that a web page names in its head (`link rel="alternate"` of RSS, Atom or JSON Feed), the first of
/// them; address: the page's own. Linear.
std::optional<QUrl> feedNamedIn(const QByteArray &page, const QUrl &address);

} // namespace tidemark
