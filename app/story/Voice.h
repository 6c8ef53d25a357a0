#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace tidemark {

/// What kind of speech a story is; exactly one per story. The numbers are stored in collections: never renumber.
enum class Voice : quint8 { Unknown = 0, Testimony, Solidarity, Support, Commentary };

inline constexpr std::array allVoices{
    Voice::Testimony, Voice::Solidarity, Voice::Support, Voice::Commentary, Voice::Unknown,
};

/// The key used in filters, files and JSON: "testimony", ..., "unknown".
QString voiceKey(Voice voice);
std::optional<Voice> voiceFromKey(QStringView key);

/// The name for people, translated.
QString voiceName(Voice voice);

} // namespace tidemark
