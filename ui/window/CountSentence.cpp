#include "window/CountSentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidemark {

QString countSentence(qint64 selected, qint64 all, bool filtered)
{
    const QLocale locale;
    if (filtered)
        return QCoreApplication::translate("CountSentence", "%1 of %2 stories")
            .arg(locale.toString(selected), locale.toString(all));
    if (selected == 1)
        return QCoreApplication::translate("CountSentence", "1 story");
    return QCoreApplication::translate("CountSentence", "%1 stories").arg(locale.toString(selected));
}

} // namespace tidemark
