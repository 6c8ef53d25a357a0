#pragma once

#include "store/CoderTables.h"
#include "story/Progress.h"
#include "theme/Codebook.h"

namespace tidemark {

class StoreReader;

/// What a coder says of some themes of one story.
struct CodedAnswers
{
    StoryId story = noStory;
    QString coder;
    ThemeSet present;
    ThemeSet absent;
    std::optional<Voice> voice = {}; ///< absent: nothing is said of it
    bool isBlind = false;            ///< a second opinion: what another coder said stays in force
};

/// A story on which coders differ about a theme.
struct Disagreement
{
    StoryId story = noStory;
    int theme = 0;
    QString opening;                           ///< of the story, without names
    QVector<std::pair<QString, bool>> answers; ///< of each coder, present or absent

    friend bool operator==(const Disagreement &, const Disagreement &) = default;
};

/// How far coders agree on one theme, and where they don't. What was settled counts among the figures as it was
/// answered, and is no longer open.
struct ThemeAgreement
{
    int theme = 0;
    QStringList coders;
    Agreement figures;
    QVector<Disagreement> open;
    qint64 settled = 0;
};

/// Of each theme that two coders answered on. On a reader's thread.
Result<QVector<ThemeAgreement>> agreementsOf(const Codebook &codebook, quint32 seed, StoreReader &reader,
                                             Progress &progress);

} // namespace tidemark
