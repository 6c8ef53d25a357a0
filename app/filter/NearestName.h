#pragma once

#include <QString>
#include <QStringList>

namespace tidemark {

/// The known name that is written most like a mistyped one, or an empty string where none is alike: within a
/// third of its letters by edit distance, or beginning alike. Case doesn't count.
QString nearestName(const QString &mistyped, const QStringList &known);

/// " Did you mean “theme:”?" with a space in front, for sentences; empty where no name is alike.
QString didYouMean(const QString &mistyped, const QStringList &known, const QString &behind = {});

} // namespace tidemark
