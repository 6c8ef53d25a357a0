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

/// A story on which coders differ about a theme, or about the voice.
struct Disagreement
{
    StoryId story = noStory;
    std::optional<int> theme;                 ///< absent: the voice
    QString opening;                          ///< of the story, without names
    QVector<std::pair<QString, int>> answers; ///< of each coder: 1 present, 0 absent; or a voice's number

    friend bool operator==(const Disagreement &, const Disagreement &) = default;
};

/// How far coders agree on one theme, or on the voice, and where they don't. What was settled counts among the
/// figures as it was answered, and is no longer open.
struct ThemeAgreement
{
    std::optional<int> theme; ///< absent: the voice
    QStringList coders;
    Agreement figures;
    QVector<Disagreement> open;
    qint64 settled = 0;
};

/// Of each theme that two coders answered on, and of the voice. On a reader's thread.
Result<QVector<ThemeAgreement>> agreementsOf(const Codebook &codebook, quint32 seed, StoreReader &reader,
                                             Progress &progress);

} // namespace tidemark
