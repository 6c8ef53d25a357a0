#include "collection/SavedCopies.h"

#include "story/WorkPool.h"
#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QtConcurrentRun>

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
    QStringList there;
    QStringList elsewhere;
    for (auto copy = facts.savedCopies.cbegin(); copy != facts.savedCopies.cend(); ++copy) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(copy.value());
        (QFileInfo::exists(copy.key()) ? there : elsewhere)
            << Words::tr("%1 (of %2)").arg(copy.key(), localMinute(moment));
    }
    QStringList words{Words::tr("Their words have left the collection's file.")};
    if (there.isEmpty())
        words << Words::tr("Copies and backups of it still hold them.");
    else
        words << Words::tr("Copies that were saved before still hold them, unless they are older than the stories: "
                           "%1. So do backups by other programs.")
                     .arg(there.join(u", "_s));
    if (!elsewhere.isEmpty())
        words << Words::tr("These copies are not where they were saved any more; wherever else they are, they hold "
                           "them, too: %1.")
                     .arg(elsewhere.join(u", "_s));
    return words.join(u' ');
}

Job<QString> findWhereWordsAreStill(const CollectionFacts &facts)
{
    return {QtConcurrent::run(workPool(), [facts] { return Result<QString>(whereWordsAreStill(facts)); }),
            std::make_shared<Progress>()};
}

} // namespace tidemark
