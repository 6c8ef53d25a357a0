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

} // namespace tidemark
