#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace tidemark {

/// Whether what came is a web page and no feed. Its first element decides, for feeds come under any type; where
/// that one may be anything, the type that the server names does (its header's whole value).
bool isWebPage(const QByteArray &body, const QByteArray &contentType);

/// The feed that a web page names (`link rel="alternate"`): the first of RSS, Atom or JSON Feed, and where there is
/// none the first that says no more than that it is JSON. What stands in comments and scripts names none. address:
/// the page's own. Linear.
std::optional<QUrl> feedNamedIn(const QByteArray &page, const QUrl &address);

} // namespace tidemark
