#pragma once

#include "theme/Codebook.h"

#include <QStringView>

namespace tidemark {

// How programs for qualitative analysis know codes again, whatever they are called: by GUIDs, as the REFI-QDA
// standard has it. Those of other programs are kept as they wrote them.

/// Its own one, or that which its id gives: the same one in every export.
[[nodiscard]] QString guidOf(const Theme &theme);
[[nodiscard]] QString guidOf(const ThemeGroup &group);

/// What a file says, without spaces; empty where it is no GUID.
[[nodiscard]] QString checkedGuid(QStringView written);

[[nodiscard]] bool isSameGuid(const QString &one, const QString &other); ///< false where one of them is empty

} // namespace tidemark
