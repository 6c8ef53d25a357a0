#include "source/ImportPaths.h"

#include "source/Container.h"
#include "source/FolderContainer.h"

#include <QDir>
#include <QFileInfo>

namespace tidemark {

namespace {

QStringList pathsFor(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    const Result<QStringList> names = filesIn(path, ContainerLimits().entries);
    if (!names)
        return {path}; // whoever imports it says why
    QStringList archives;
    for (const QString &name : *names) {
        const QString file = QDir(path).filePath(name);
        if (holdsFiles(file))
            archives << file;
    }
    const bool hasMore = archives.isEmpty() || archives.size() < names->size();
    return hasMore ? QStringList(path) + archives : archives;
}

} // namespace

QStringList importPaths(const QStringList &chosen)
{
    QStringList paths;
    for (const QString &path : chosen)
        paths += pathsFor(path);
    return paths;
}

} // namespace tidemark
