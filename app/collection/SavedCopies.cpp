#include "collection/SavedCopies.h"

#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

} // namespace

QString whereWordsAreStill(const CollectionFacts &facts)
{
    QStringList copies;
    for (auto copy = facts.savedCopies.cbegin(); copy != facts.savedCopies.cend(); ++copy) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(copy.value());
        copies << Words::tr("%1 (of %2)").arg(copy.key(), localMinute(moment));
    }
    QString words = Words::tr("Their words have left the collection's file.") + u' ';
    if (copies.isEmpty())
        return words + Words::tr("Copies and backups of it still hold them.");
    return words
        + Words::tr("Copies that were saved before still hold them: %1. So do backups by other programs.")
              .arg(copies.join(u", "_s));
}

} // namespace tidemark
