#include "window/RecentCollections.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tidemark::recentCollections {

namespace {

constexpr int mostRemembered = 10;

QString key()
{
    return u"recent/collections"_s;
}

} // namespace

QStringList paths()
{
    QStringList paths = QSettings().value(key()).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void add(const QString &path)
{
    QStringList paths = QSettings().value(key()).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(key(), QStringList(paths.mid(0, mostRemembered)));
}

QString last()
{
    return QSettings().value(key()).toStringList().value(0);
}

} // namespace tidemark::recentCollections
