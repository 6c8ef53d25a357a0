#pragma once

#include "filter/FilterText.h"
#include "index/Selection.h"

#include <QString>

namespace tidemark {

/// "1 story", "2,000 stories", in the user's locale.
QString storiesInWords(qint64 stories);

/// "1,204 of 2,000 stories" under a filter, else "2,000 stories".
QString countSentence(qint64 selected, qint64 all, bool filtered);

/// Why a list that should have the most relevant stories first has the newest; empty if it hasn't.
QString whyNotByRelevance(const Selection &selection);

/// What stands above a picture: "1,204 of 2,000 stories: theme: Workplace harassment", and that the sample's
/// stories are invented.
QString selectionTitle(qint64 selected, qint64 all, const Filter &filter, const KnownNames &names, bool invented);

} // namespace tidemark
