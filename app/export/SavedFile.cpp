#include "export/SavedFile.h"

#include "collection/UserFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tidemark {

Error cannotWrite(const QString &path, const QString &fallback)
{
    const int code = errno;
    const QString reason = code != 0 ? QString::fromLocal8Bit(std::strerror(code)) : fallback;
    return {code == ENOSPC ? Error::Kind::Full : Error::Kind::Denied,
            QCoreApplication::translate("Export",
                                        "“%1” could not be written: %2. Choose another place or make room there.")
                .arg(path, reason)};
}

Error isDatabaseError(const QString &path)
{
    return {Error::Kind::Denied,
            QCoreApplication::translate("Export",
                                        "“%1” is a collection or another database, and an export doesn't "
                                        "replace those. Name another file.")
                .arg(path)};
}

Result<> saveBytes(const QString &path, const QByteArray &bytes)
{
    if (isDatabase(path))
        return isDatabaseError(path);
    errno = 0;
    const bool isNew = !QFileInfo::exists(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return cannotWrite(path, file.errorString());
    if (isNew)
        file.setPermissions(userFilePermissions());
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace tidemark
