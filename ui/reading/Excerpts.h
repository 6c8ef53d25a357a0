#pragma once

#include "reading/ShownText.h"

#include <QString>
#include <QVector>

namespace tidemark {

/// Selected words as a line of a note that is about them: "> the words", on one line, cut after some 300
/// characters. Empty where nothing but spaces is selected.
QString asExcerpt(const QString &selected);

/// Where the lines of a note that begin with ">" stand in a text, whatever spaces or line ends are between their
/// words; each at its first place. Names are compared as they are shown.
QVector<ShownRange> excerptsIn(const QString &shown, const QString &note);

} // namespace tidemark
