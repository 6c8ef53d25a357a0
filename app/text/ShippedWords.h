#pragma once

#include <QString>

namespace tidemark {

/// What the codebook that comes with the program calls something, in the reader's language: itself, names and
/// definitions of themes, names of groups. Whatever else it is given, a name that somebody wrote, it gives back.
/// For the window only: what is exported or coded keeps the codebook's own words. Any thread.
QString inReadersLanguage(const QString &words);

} // namespace tidemark
