#pragma once

#include <QString>

namespace tidemark {

/// A foreign string (a file's name, a column, a host, a theme somebody named) inside a sentence of ours: isolated,
/// so that its direction can't turn the sentence round.
inline QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

/// A foreign string as the text of a menu entry or a button, where & would mark a letter.
inline QString asLabel(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace tidemark
