#pragma once

#include "store/CoderTables.h"

namespace tidemark {

/// Sets the voices by hand that are in force (absent: none), and gives those before where they were different.
/// Where there is one already it may be kept. Within the caller's transaction.
Result<QVector<HandVoice>> setHandVoices(Connection &connection, const QVector<HandVoice> &values, InForce inForce);

/// Sets what coders said of voices (absent: nothing), as setCoderAnswers() does of themes.
Result<QVector<HandVoice>> setCoderVoices(Connection &connection, const QVector<HandVoice> &values);

Result<CoderAnswers> readCoderVoices(Connection &connection);

} // namespace tidemark
