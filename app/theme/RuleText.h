#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace tidemark {

/// Named lists of words that a rule may refer to as {NAME}.
using RuleMacros = QHash<QString, QStringList>;

/// A rule in which each phrase that holds {NAME} becomes one phrase for every word of that list, joined by OR:
/// the query language has no number ranges. Unknown names stay as they are.
QString expandMacros(const QString &rule, const RuleMacros &macros);

/// The rule that a list of terms stands for: any of them and, where more is required, any of those too. Words
/// side by side in a term are a phrase; a * at its end makes the last word the beginning of one.
QString ruleFromTerms(const QStringList &terms, const QStringList &required);

} // namespace tidemark
