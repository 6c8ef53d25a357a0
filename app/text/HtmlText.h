#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace tidemark {

/// How a piece of HTML is to be read.
struct HtmlReading
{
    QUrl base = {};                ///< relative links are resolved against it; where it is empty they are left out
    bool skipsInlineQuote = false; ///< leaves out Mastodon's "RE: ..." where the quoted post is known
};

struct ReadableText
{
    QString text;
    QStringList pictures; ///< their descriptions
};

/// HTML as plain text that reads like the page: paragraphs and line breaks, "• " and "1. " for list items, "> "
/// before the lines of a quotation, tabs between the cells of a table. A link is its words and then its address, or
/// the address alone where the words only repeat or shorten it; hashtags and mentions stay words. No markup, no
/// script and no style comes through.
///
/// Gumbo builds the tree for what a linear look finds tame: at most 256 KiB, tags of at most 16 KiB, 512 elements
/// open at once. For everything else (deep, huge, or holding what parsers disagree about) tags are only taken out.
/// Either way the time is linear. Any thread.
ReadableText readHtml(const QString &html, const HtmlReading &reading = {});

/// Whether the text holds a tag or an entity, for fields that may or may not be HTML.
bool looksLikeHtml(const QString &text);

} // namespace tidemark
