#include "theme/CodebookGuid.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString madeFrom(const QString &key)
{
    static const QUuid space(u"{6f0a2f5e-3a68-4f0e-9d53-0d6f6f0c6a11}"_s);
    return QUuid::createUuidV5(space, key).toString(QUuid::WithoutBraces);
}

} // namespace

QString guidOf(const Theme &theme)
{
    return theme.guid.isEmpty() ? madeFrom(u"theme:"_s + theme.id) : theme.guid;
}

QString guidOf(const ThemeGroup &group)
{
    return group.guid.isEmpty() ? madeFrom(u"group:"_s + group.key) : group.guid;
}

QString checkedGuid(QStringView written)
{
    const QStringView guid = written.trimmed();
    return QUuid::fromString(guid).isNull() ? QString() : guid.toString();
}

bool isSameGuid(const QString &one, const QString &other)
{
    const QUuid guid = QUuid::fromString(one);
    return !guid.isNull() && guid == QUuid::fromString(other);
}

} // namespace tidemark
