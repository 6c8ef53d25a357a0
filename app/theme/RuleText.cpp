#include "theme/RuleText.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The end of the unit that begins at a place: a quoted phrase with its *, or a stretch without spaces.
qsizetype unitEnd(const QString &rule, qsizetype start)
{
    if (rule.at(start) != u'"') {
        qsizetype end = start;
        while (end < rule.size() && !QStringView(u" ()\",").contains(rule.at(end)))
            ++end;
        return qMax(end, start + 1);
    }
    const qsizetype close = rule.indexOf(u'"', start + 1);
    if (close < 0)
        return rule.size();
    if (QStringView(rule).sliced(close + 1).startsWith(" *"_L1))
        return close + 3;
    return QStringView(rule).sliced(close + 1).startsWith(u'*') ? close + 2 : close + 1;
}

/// The macro that a unit refers to, or an empty string.
QString macroIn(QStringView unit, const RuleMacros &macros)
{
    const qsizetype open = unit.indexOf(u'{');
    const qsizetype close = open < 0 ? -1 : unit.indexOf(u'}', open);
    if (close < 0)
        return {};
    const QString name = unit.sliced(open + 1, close - open - 1).toString();
    return macros.contains(name) ? name : QString();
}

QString writtenTerm(const QString &term)
{
    if (!term.contains(u' ') || term.startsWith("NEAR("_L1))
        return term;
    return term.endsWith(u'*') ? u'"' + term.chopped(1) + u"\" *"_s : u'"' + term + u'"';
}

QString anyOf(const QStringList &terms)
{
    QStringList written;
    written.reserve(terms.size());
    for (const QString &term : terms)
        written.append(writtenTerm(term));
    return written.join(" OR "_L1);
}

} // namespace

QString expandMacros(const QString &rule, const RuleMacros &macros)
{
    QString expanded;
    for (qsizetype at = 0; at < rule.size();) {
        const qsizetype end = unitEnd(rule, at);
        const QString unit = rule.mid(at, end - at);
        at = end;
        const QString name = macroIn(unit, macros);
        if (name.isEmpty()) {
            expanded.append(unit);
            continue;
        }
        QStringList alternatives;
        const QStringList words = macros.value(name);
        for (const QString &word : words)
            alternatives.append(QString(unit).replace(u'{' + name + u'}', word));
        expanded.append(u'(' + alternatives.join(" OR "_L1) + u')');
    }
    return expanded;
}

QString ruleFromTerms(const QStringList &terms, const QStringList &required)
{
    if (terms.isEmpty() || required.isEmpty())
        return anyOf(terms);
    return u'(' + anyOf(terms) + u") AND ("_s + anyOf(required) + u')';
}

} // namespace tidemark
