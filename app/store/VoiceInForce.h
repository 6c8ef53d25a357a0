#pragma once

namespace tidemark {

// SQL over a row of `story`. What a model codes is asked by a query that looks at no column of the row, which
// SQLite runs once for all of them.

/// The voice in force. A person's word holds over a model's, a model's over the rules', and the rules say nothing
/// of voices that a model codes.
inline constexpr char voiceInForce[]
    = "coalesce(hand_voice, model_voice, "
      "iif((SELECT sum(1 << voice) FROM voice_model) >> rule_voice & 1, 0, rule_voice))";

/// What assigned it, as a number of CodedBy.
inline constexpr char voiceCodedBy[]
    = "CASE WHEN hand_voice IS NOT NULL THEN 2 WHEN model_voice IS NOT NULL OR "
      "(SELECT sum(1 << voice) FROM voice_model) >> rule_voice & 1 THEN 1 ELSE 0 END";

} // namespace tidemark
