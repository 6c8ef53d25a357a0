#pragma once

#include "filter/FilterText.h"

#include <QString>

namespace tidemark {

/// "1 story", "2,000 stories", in the user's locale.
QString storiesInWords(qint64 stories);

/// "1,204 of 2,000 stories" under a filter, else "2,000 stories".
QString countSentence(qint64 selected, qint64 all, bool filtered);

/// What stands above a picture: "1,204 of 2,000 stories: theme: Workplace harassment", and that the sample's
/// stories are invented.
QString selectionTitle(qint64 selected, qint64 all, const Filter &filter, const KnownNames &names, bool invented);

} // namespace tidemark
