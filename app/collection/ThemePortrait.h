#pragma once

#include "filter/Filter.h"
#include "index/Selection.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "theme/Codebook.h"
#include "theme/Figures.h"
#include "theme/WordContrast.h"

#include <QTimeZone>

#include <optional>

namespace tidemark {

class StoreReader;

/// What is a theme like within the stories of a filter?
struct PortraitQuestion
{
    int theme = 0;
    Filter filter;
    QTimeZone zone = QTimeZone::utc(); ///< of the volume over time
    qsizetype mostRead = 2000;         ///< stories with it, and as many without, whose texts are read
    qsizetype mostWords = 30;
    qsizetype mostStories = 5; ///< typical, and as many doubtful
    int mostBuckets = 80;
};

struct ThemePortrait
{
    /// Another theme that occurs with it.
    struct Companion
    {
        int theme = 0;
        qint64 both = 0;    ///< stories that have both
        qint64 stories = 0; ///< stories that have the other one
    };

    qint64 stories = 0; ///< of the filter
    qint64 having = 0;  ///< of these, those that have the theme
    /// Of these, those in the languages in which somebody has it: with others it would be compared by its language.
    qint64 comparable = 0;
    Timeline volume;               ///< of those
    QVector<Companion> companions; ///< the most frequent first
    /// The rule beside what people said of as many stories as are read; none where they coded none of them.
    std::optional<Confusion> byHand;
    /// The model that codes it, on stories that were kept aside when it was learned, whatever the filter; absent:
    /// no model does, or an earlier Tidemark learned it and kept no figures.
    std::optional<Confusion> byModel;

    qsizetype readWith = 0; ///< stories whose texts were read: drawn evenly over time
    qsizetype readWithout = 0;
    QVector<ContrastWord> words; ///< that set those with it apart

    bool isLearned = false; ///< a model codes it
    /// Of those read. By a model: the most probable, and those next to its cut. By rule: those that are said most,
    /// and least, in the words that set it apart. What people coded is in no doubt.
    QVector<StoryId> typical;
    QVector<StoryId> doubtful;
};

/// On a reader's thread.
Result<ThemePortrait> portray(const PortraitQuestion &question, const Selection &selection,
                              const Codebook &codebook, StoreReader &reader, Progress &progress);

} // namespace tidemark
