#pragma once

namespace tidemark {

/// A text with fewer words than these beside tags, names and links may be anybody's: equal ones are not taken for
/// one story, and a forgotten one is not known again by them.
inline constexpr int fewestWordsOfOne = 6;

} // namespace tidemark
