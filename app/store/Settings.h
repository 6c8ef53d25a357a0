#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

namespace tidemark {

class Connection;

/// A free one: JSON, which copies of the collection were saved, and when (Instant). No copy has it.
inline constexpr char savedCopiesKey[] = "saved_copies";

/// The collection's own settings; free ones have keys without this beginning.
namespace settingKey {
inline constexpr char own[] = "collection.";
inline constexpr char timeZone[] = "collection.time_zone";
inline constexpr char showAuthors[] = "collection.show_authors";
inline constexpr char publicAccounts[] = "collection.public_accounts";
inline constexpr char pseudonymKey[] = "collection.pseudonym_key";
inline constexpr char invented[] = "collection.invented";
inline constexpr char keepRawRecords[] = "collection.keep_raw_records";
inline constexpr char overview[] = "collection.overview"; ///< see store/KeptOverview.h
inline constexpr char normalVersion[] = "collection.normal_version";
inline constexpr char fullTextEnds[]
    = "collection.full_text_ends"; ///< of stories with larger numbers it has no words
inline constexpr char fullTextUnmerged[] = "collection.full_text_unmerged"; ///< "1" behind a large import
inline constexpr char purgeDue[] = "collection.purge_due";                  ///< "1": see store/Purging.h
inline constexpr char valuesDoubted[] = "collection.values_doubted";        ///< "1": see store/DoubtedValues.h
inline constexpr char deferredWork[] = "collection.deferred_work"; ///< until a large import ends: see there
} // namespace settingKey

/// Makes what every collection has and a new one lacks: the key of its pseudonyms, the shipped codebook.
Result<> prepareSettings(Connection &connection);

Result<StoreSettings> readSettings(Connection &connection);
Result<QStringList> readPublicAccounts(Connection &connection);
Result<> writeSetting(Connection &connection, const QString &key, const QString &value); ///< empty: removed
Result<> noteSavedCopy(Connection &connection, const QString &path);                     ///< of this moment

} // namespace tidemark
