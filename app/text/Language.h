#pragma once

#include "text/Tokens.h"

namespace tidemark {

/// The language of a text by CLD2, as an ISO 639 code in lower case, or empty where it is not sure; tokens are
/// those of the text. Any thread.
QString detectLanguage(QStringView text, const Tokens &tokens);

/// A source's code in our form: lower case, primary subtag, old codes renewed (in -> id, iw -> he), pseudo codes
/// (und, qme, zxx ...) empty.
QString languageCode(QStringView code);

/// The language's name in the user's language; the code itself where Qt has no name.
QString languageName(const QString &code);

} // namespace tidemark
