#include "collection/Places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

Result<QString> inDataFolder(const QString &name)
{
    auto folder = dataFolder();
    if (!folder)
        return folder;
    return folder.value() + u'/' + name;
}

/// The name of a file without its endings: "posts.jsonl.gz" gives "posts".
QString stem(const QString &path)
{
    static const QStringList compressions{u"gz"_s, u"zst"_s, u"bz2"_s, u"xz"_s};
    QString name = QFileInfo(path).fileName();
    if (compressions.contains(QFileInfo(name).suffix(), Qt::CaseInsensitive))
        name.chop(QFileInfo(name).suffix().size() + 1);
    const QString base = QFileInfo(name).completeBaseName();
    return base.isEmpty() ? QCoreApplication::translate("Places", "stories") : base;
}

} // namespace

Result<QString> dataFolder()
{
    const QString path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const bool isNew = !QFileInfo::exists(path);
    if (path.isEmpty() || !QDir().mkpath(path) || (isNew && !QFile::setPermissions(path, ownerOnly))) {
        return Error{Error::Kind::Denied,
                     QCoreApplication::translate("Places",
                                                 "The folder %1 for collections can't be made. Name a collection "
                                                 "elsewhere, or make the folder yourself.")
                         .arg(path)};
    }
    return path;
}

Result<QString> defaultCollectionPath()
{
    return inDataFolder(u"stories.tidemark"_s);
}

Result<QString> sampleCollectionPath()
{
    return inDataFolder(u"sample.tidemark"_s);
}

QString freeCollectionPath(const QString &folder, const QString &importedFile)
{
    const QString base = folder + u'/' + stem(importedFile);
    QString path = base + u".tidemark"_s;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = base + u' ' + QString::number(number) + u".tidemark"_s;
    return path;
}

} // namespace tidemark
