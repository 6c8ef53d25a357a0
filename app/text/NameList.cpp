#include "text/NameList.h"

using namespace Qt::StringLiterals;

namespace tidemark {

QStringList namesInList(const QString &list)
{
    QStringList names;
    QString name;
    bool quoted = false;
    const auto close = [&names, &name] {
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            names.append(trimmed);
        name.clear();
    };
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar c = list.at(i);
        const bool doubled = quoted && c == u'"' && i + 1 < list.size() && list.at(i + 1) == u'"';
        const bool opens = !quoted && c == u'"' && (name.trimmed().isEmpty() || name.endsWith(u'='));
        if (doubled) {
            name.append(c);
            ++i;
        } else if (opens || (quoted && c == u'"')) {
            quoted = opens;
        } else if (c == u',' && !quoted) {
            close();
        } else {
            name.append(c);
        }
    }
    close();
    return names;
}

} // namespace tidemark
