#include "store/PrivateFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tidemark {

namespace {

constexpr mode_t ownerFile = S_IRUSR | S_IWUSR;
constexpr mode_t ownerFolder = S_IRWXU;

Error failure(const QString &path, int code)
{
    return {code == ENOSPC ? Error::Kind::Full : Error::Kind::Denied,
            QCoreApplication::translate("Store", "“%1” can't be made (%2). Choose another place.")
                .arg(path, QString::fromLocal8Bit(std::strerror(code)))};
}

Result<> makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path) {
        if (auto made = makePrivateFolder(parent); !made)
            return made.error();
    }
    if (::mkdir(QFile::encodeName(path).constData(), ownerFolder) != 0 && errno != EEXIST)
        return failure(path, errno);
    return {};
}

} // namespace

Result<> makePrivateFile(const QString &path)
{
    if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made.error();
    const int file
        = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, ownerFile);
    if (file < 0)
        return errno == EEXIST ? Result<>() : Result<>(failure(path, errno));
    ::fchmod(file, ownerFile);
    ::close(file);
    return {};
}

void makePrivate(const QString &path)
{
    ::chmod(QFile::encodeName(path).constData(), ownerFile);
}

} // namespace tidemark
