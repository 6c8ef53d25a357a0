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

/// A foreign string as a tool tip. Qt takes a tool tip for markup if it finds a tag in it, so none is left: a
/// joiner that nobody sees stands behind every <.
inline QString asToolTip(QString text)
{
    return text.replace(QLatin1Char('<'), QString(QLatin1Char('<')) + QChar(0x2060));
}

} // namespace tidemark
