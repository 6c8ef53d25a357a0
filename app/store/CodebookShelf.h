#pragma once

#include "story/Progress.h"
#include "story/Result.h"
#include "theme/Codebook.h"

namespace tidemark {

class Connection;
struct WriterTables;

/// A codebook of the collection that is not in force.
struct ShelvedCodebook
{
    qint64 number = 0; ///< kept when it comes into force and goes again
    Codebook codebook;
};

/// The codebooks that are not in force and not deleted, by title. One that can't be read is passed over.
Result<QVector<ShelvedCodebook>> readShelf(Connection &connection);
Result<qint64> numberInForce(Connection &connection);

// Within the caller's transaction.
/// Gives its number. It counts as deleted until it is kept.
Result<qint64> addToShelf(Connection &connection, const Codebook &codebook);
/// Deletes one, or brings it back with all that was coded under it. False: there is no such codebook.
Result<bool> keepOnShelf(Connection &connection, qint64 number, bool kept);
/// Renames one. False: there is no such codebook.
Result<bool> renameOnShelf(Connection &connection, qint64 number, const QString &title);
/// What was deleted goes for good, with what was coded under it.
Result<> clearShelf(Connection &connection);

/// Puts a codebook of the shelf in force and the one that is in force on the shelf; gives the number of that one.
/// What people said under it goes along, and what they said under the other is back; every story is coded anew by
/// the other's rules, unless they are the same, and by its models. Voices that people set stay: they are of the
/// stories. Progress counts stories, once for the rules and once for the models.
Result<qint64> bringIntoForce(WriterTables &tables, qint64 number, Progress &progress);

} // namespace tidemark
