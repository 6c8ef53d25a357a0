#pragma once

#include "command/Terminal.h"

namespace tidemark {

/// What one of the words behind `tidemark themes` does: themes evaluate, themes train ... Each gives the exit code
/// and has a file of its own.
using ThemesPart = int (*)(Collection &collection, const Invocation &invocation);

int listThemes(Collection &collection, const Invocation &invocation);
int showThemes(Collection &collection, const Invocation &invocation);
int setRule(Collection &collection, const Invocation &invocation);
int recodeThemes(Collection &collection, const Invocation &invocation);
int trainThemes(Collection &collection, const Invocation &invocation);
int labelThemes(Collection &collection, const Invocation &invocation);
int showAgreement(Collection &collection, const Invocation &invocation);
int listVersions(Collection &collection, const Invocation &invocation);
int showVersion(Collection &collection, const Invocation &invocation);
int importCodebook(Collection &collection, const Invocation &invocation);
int exportCodebook(Collection &collection, const Invocation &invocation);
int printThemesTable(Collection &collection, const Invocation &invocation);
int listLexicons(Collection &collection, const Invocation &invocation);
int switchLexicon(Collection &collection, const Invocation &invocation);
int evaluateThemes(Collection &collection, const Invocation &invocation);
int listCodebooks(Collection &collection, const Invocation &invocation);
int changeCodebooks(Collection &collection, const Invocation &invocation);

/// The ids that a filter's text selects. Otherwise an exit code, the reason already said.
std::variant<QVector<StoryId>, int> storiesOf(Collection &collection, const QString &filter);

/// The codebook of this name, of those on the shelf. An Error where there is none.
Result<ShelvedCodebook> shelvedNamed(const Collection &collection, const QString &name);
/// The codebook that --codebook names; the one in force where it isn't given.
Result<Codebook> codebookOf(const Collection &collection, const Invocation &invocation);

/// The labels of --themes; empty where it isn't given.
Result<QVector<Label>> labelsOf(const Collection &collection, const Invocation &invocation);

/// Themes that can't be learned, and why: by their keys, and as lines.
QJsonObject leftOutObject(const QVector<LeftOut> &leftOut, const Codebook &codebook);
void printLeftOut(const QVector<LeftOut> &leftOut, const Codebook &codebook);

/// A share in per cent with one digit, without the sign.
QString percent(double share);

/// --cut accuracy, f1 or precision:0.9, and what it is where nothing is said; --seed.
Result<LearningWish> wishOf(const Invocation &invocation, const QString &usualCut);

} // namespace tidemark
