#pragma once

#include "theme/Codebook.h"

#include <optional>

namespace tidemark {

/// The version a codebook has once it takes the place of another: higher where the rules code otherwise.
int nextVersion(const Codebook &before, const Codebook &after);

/// Whether a codebook can take the place of another: every theme that is offered has a name of its own, no key sets
/// two, every rule can be read, and there are at most 64. Gives it with its next version and without the groups
/// that no theme is in.
Result<Codebook> checkedCodebook(const Codebook &before, Codebook after);

/// The key of the group of this name, which is made if there is none. An empty name is no group.
QString groupKey(Codebook &codebook, const QString &name);

/// The id that is wanted, with a number behind it where a theme has it.
QString unusedThemeId(const Codebook &codebook, const QString &wanted);

/// One theme becomes part of another: the kept one finds what either rule found and has the examples of both; the
/// other is retired. An Error if either isn't there.
Result<Codebook> mergedThemes(const Codebook &before, const QString &kept, const QString &gone);

/// A part of a theme becomes one of its own.
struct ThemeSplit
{
    QString from; ///< id
    QString name; ///< of the new theme
    /// What sets the part apart, if words do and the theme has a rule: then the rules are divided. Otherwise the
    /// new theme is coded by hand.
    std::optional<QString> words;
};
Result<Codebook> splitTheme(const Codebook &before, const ThemeSplit &split);

/// The themes of a codebook as one of its own, which has another title. What it doesn't say (its language, its
/// voices) is as in a codebook that there is.
Codebook newCodebook(const QString &title, const Codebook &themes, const Codebook &like);

/// What differs between two codebooks, for a menu: "Add theme Bus", "Change theme Bus", "Merge theme Bus into
/// Train", "Change the codebook".
QString changeInWords(const Codebook &before, const Codebook &after);

} // namespace tidemark
