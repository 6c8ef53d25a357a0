#include "store/Purging.h"

#include "store/AuthorTable.h"
#include "store/Connection.h"
#include "store/DoubtedValues.h"
#include "store/IndexParts.h"
#include "store/Settings.h"
#include "store/TakingBack.h"

#include <QCoreApplication>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Result<> takeOutTraces(Connection &connection, AuthorTable &authors)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    if (auto tidied = authors.tidy(); !tidied)
        return tidied;
    // Whatever becomes of the import that took stories out, their words have to go.
    if (auto settled = DoubtedValues(connection).settle(Progress()); !settled)
        return settled;
    if (auto merged = mergeFullText(connection); !merged)
        return merged;
    if (auto forgotten = forgetPackedIndex(connection); !forgotten)
        return forgotten;
    return transaction.commit();
}

} // namespace

Result<> notePurgeDue(Connection &connection)
{
    return writeSetting(connection, QString::fromLatin1(settingKey::purgeDue), u"1"_s);
}

Result<bool> isPurgeDue(Connection &connection)
{
    const auto due
        = connection.value(u"SELECT 1 FROM setting WHERE key = ?"_s, {QString::fromLatin1(settingKey::purgeDue)});
    return due ? Result<bool>(due->isValid()) : Result<bool>(due.error());
}

Result<bool> purgeIfDue(Connection &connection, AuthorTable &authors, const Progress &progress)
{
    const auto due = isPurgeDue(connection);
    if (!due || !due.value())
        return due ? Result<bool>(true) : due;
    if (const auto gone = takeOutTraces(connection, authors); !gone)
        return gone.error();
    const auto emptied = emptyWal(connection, progress);
    if (!emptied || !emptied.value())
        return false;
    const auto noted = writeSetting(connection, QString::fromLatin1(settingKey::purgeDue), {});
    return noted ? Result<bool>(true) : Result<bool>(noted.error());
}

QString wordsLinger()
{
    return QCoreApplication::translate(
        "Collection",
        "The stories are gone, but the collection's journal file could not be "
        "emptied, so their words stay in it until the collection is closed. Close it "
        "once.");
}

} // namespace tidemark
