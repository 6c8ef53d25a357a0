#pragma once

#include "theme/Codebook.h"

namespace tidemark {

/// How one theme stands in two codebooks.
struct ComparedTheme
{
    enum class Kind : quint8 { Same, Changed, OnlyHere, OnlyThere };
    Kind kind = Kind::Same;
    QString id; ///< here, or there where it is only there
    std::optional<Theme> here;
    std::optional<Theme> there;
    QString groupHere; ///< by name
    QString groupThere;
    QStringList fields; ///< what differs, for people: "name", "rule"
};

/// Two codebooks side by side, theme by theme: by id, else by name. First those of the one here in its order, then
/// what only the other one has. What the other leaves empty is no difference: a table of names and definitions says
/// nothing of rules.
QVector<ComparedTheme> compareCodebooks(const Codebook &here, const Codebook &there);

/// The codebook here with these themes, by their id in the other one, as they are there: see mergedCodebook().
Result<Codebook> withTakenOver(const Codebook &here, const Codebook &there, const QStringList &ids);

} // namespace tidemark
