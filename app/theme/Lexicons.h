#pragma once

#include "theme/Codebook.h"

#include <QHash>

namespace tidemark {

/// Rules for the shipped codebook's themes in another language (resources/lexicons). Nobody has measured how well
/// they find the themes, so none is used before it is switched on (Codebook::lexicons).
struct Lexicon
{
    QString language;              ///< the only one whose stories it reads
    QHash<QString, QString> rules; ///< by the theme's id
};

/// Those that come with the program, by language.
const QVector<Lexicon> &shippedLexicons();

/// A lexicon's file: {"format": "story-lexicon", "format_version": 1, "language": "de", "themes": {"workplace":
/// {"terms":
/// ["am arbeitsplatz", "kolleg*"]}}}, with terms, require_any and macros as a codebook's file has them. A term that
/// doesn't parse is an Error that names its theme and its place.
Result<Lexicon> lexiconFromJson(const QByteArray &json);

/// The codebook as the lexicon reads it: its themes with the lexicon's rules, no voices.
Codebook withLexicon(const Codebook &codebook, const Lexicon &lexicon);

} // namespace tidemark
