#pragma once

namespace tidemark {

/// SQL over a row of `story`: the voice in force. A person's word holds over a model's, a model's over the rules',
/// and the rules say nothing of voices that a model codes.
inline constexpr char voiceInForce[] = "coalesce(hand_voice, model_voice, "
                                       "iif(rule_voice IN (SELECT voice FROM voice_model), 0, rule_voice))";

/// Likewise: what assigned it, as a number of CodedBy.
inline constexpr char voiceCodedBy[] = "CASE WHEN hand_voice IS NOT NULL THEN 2 WHEN model_voice IS NOT NULL OR "
                                       "rule_voice IN (SELECT voice FROM voice_model) THEN 1 ELSE 0 END";

} // namespace tidemark
