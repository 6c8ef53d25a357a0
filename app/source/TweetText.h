#pragma once

#include "source/Json.h"

#include <QString>
#include <QStringList>

namespace tidemark {

/// A tweet's text for people: the part that display_text_range marks (in code points; missing: all of it), short
/// links of `urls` and `media` replaced by where they lead, and &amp; &lt; &gt; decoded once.
QString tweetText(const QString &text, const Json &range, const Json &urls, const Json &media);

/// The address of a tweet; without a handle the one that leads there all the same.
QString tweetLink(const QString &handle, const QString &id);

/// What stands in place of a country where a tweet is withheld everywhere for copyright: Twitter's own code.
QString withheldForCopyright();

/// The values of one member of each element of a list, without empty ones.
QStringList membersOf(const Json &list, std::string_view member);

} // namespace tidemark
