#pragma once

#include "store/StoreFacts.h"
#include "theme/Agreement.h"

namespace tidemark {

class Connection;

/// What a coder said of a theme, beside what others said. What is in force stays; where nothing was, this is. What
/// was in force before a second coder came counts as the first one's. Within the caller's transaction.
Result<> addCoderCodings(Connection &connection, int theme, const QString &coder, const QVector<HandTheme> &values);

/// All coders' answers on a theme.
struct CoderAnswers
{
    QStringList coders; ///< by their number in the answers; an unnamed one is ""
    QVector<CoderAnswer> answers;
};
Result<CoderAnswers> readCoderAnswers(Connection &connection, int theme);

} // namespace tidemark
