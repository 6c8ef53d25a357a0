#pragma once

#include "store/StoreFacts.h"
#include "theme/Agreement.h"

#include <span>

namespace tidemark {

class Connection;

/// What a coder said of a theme, beside what others said. What is in force stays; where nothing was, this is. What
/// was in force before a second coder came counts as the first one's. Within the caller's transaction.
Result<> addCoderCodings(Connection &connection, int theme, const QString &coder, const QVector<HandTheme> &values);

/// Sets what coders said of themes (absent: nothing), beside what others said, and gives what they had said before
/// where that was different. What was in force by another coder, whose answer isn't kept yet, is kept as his first.
/// Within the caller's transaction.
Result<QVector<ThemeAnswer>> setCoderAnswers(Connection &connection, const QVector<ThemeAnswer> &answers);

/// Sets the codings by hand that are in force, and gives those before where they were different. Where there is one
/// already it may be kept. Within the caller's transaction.
enum class InForce { Replaced, Kept };
Result<QVector<ThemeAnswer>> setAnswersInForce(Connection &connection, const QVector<ThemeAnswer> &answers,
                                               InForce inForce);

/// What is set at once: all of the above.
struct RecordedAnswers
{
    QVector<ThemeAnswer> inForce;
    QVector<ThemeAnswer> ofCoders;
    QVector<HandVoice> voices;
    QVector<HandVoice> voicesOfCoders;
};

/// All coders' answers on a theme, or on the voice, which are its numbers.
struct CoderAnswers
{
    QStringList coders; ///< by their number in the answers; an unnamed one is ""
    QVector<CoderAnswer> answers;
    QVector<qint64> settled; ///< stories whose coders have agreed since, ascending

    void add(StoryId story, const QString &coder, int answer);
};
Result<CoderAnswers> readCoderAnswers(Connection &connection, int theme);

/// What one coder said of stories; those of which he said nothing are not there.
struct CoderSheet
{
    ThemeSet present;
    ThemeSet absent;
    std::optional<Voice> voice;
};
Result<QHash<StoryId, CoderSheet>> readCoderSheets(Connection &connection, const QString &coder,
                                                   std::span<const StoryId> ids);

/// Of each theme and voice that somebody coded by hand.
Result<QVector<HandCount>> readHandCounts(Connection &connection);
/// The stories of which somebody said by hand whether the label is there, ascending.
Result<QVector<StoryId>> readCodedStories(Connection &connection, Label label);

} // namespace tidemark
