#include "list/CountSentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidemark {

QString storiesInWords(qint64 stories)
{
    return stories == 1
        ? QCoreApplication::translate("CountSentence", "1 story")
        : QCoreApplication::translate("CountSentence", "%1 stories").arg(QLocale().toString(stories));
}

QString countSentence(qint64 selected, qint64 all, bool filtered)
{
    if (!filtered)
        return storiesInWords(selected);
    return QCoreApplication::translate("CountSentence", "%1 of %2")
        .arg(QLocale().toString(selected), storiesInWords(all));
}

QString whyNotByRelevance(const Selection &selection)
{
    if (selection.isRanked())
        return {};
    if (selection.count() > Selection::mostRanked && !selection.filter().words.isEmpty())
        return QCoreApplication::translate("CountSentence",
                                           "Newest first: at most %1 stories can be sorted by relevance.")
            .arg(QLocale().toString(Selection::mostRanked));
    return QCoreApplication::translate("CountSentence",
                                       "Newest first: only stories that words were searched for can be sorted by "
                                       "relevance.");
}

QString selectionTitle(qint64 selected, qint64 all, const Filter &filter, const KnownNames &names, bool invented)
{
    QString title = countSentence(selected, all, !filter.isEmpty());
    if (!filter.isEmpty())
        title = QCoreApplication::translate("CountSentence", "%1: %2").arg(title, partsInWords(filter, names));
    return invented ? QCoreApplication::translate("CountSentence", "%1 (invented)").arg(title) : title;
}

} // namespace tidemark
