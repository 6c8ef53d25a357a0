#include "collection/UserFiles.h"

#include "store/FileHeader.h"

#include <sys/stat.h>

namespace tidemark {

namespace {

mode_t &foundUmask()
{
    static mode_t mask = 022;
    return mask;
}

} // namespace

void keepOwnFilesPrivate()
{
    foundUmask() = ::umask(077);
}

QFileDevice::Permissions userFilePermissions()
{
    const mode_t mode = 0666 & ~foundUmask();
    QFileDevice::Permissions permissions;
    const auto allow = [&](mode_t bit, QFileDevice::Permission permission) {
        if ((mode & bit) != 0)
            permissions |= permission;
    };
    allow(S_IRUSR, QFileDevice::ReadOwner);
    allow(S_IWUSR, QFileDevice::WriteOwner);
    allow(S_IRGRP, QFileDevice::ReadGroup);
    allow(S_IWGRP, QFileDevice::WriteGroup);
    allow(S_IROTH, QFileDevice::ReadOther);
    allow(S_IWOTH, QFileDevice::WriteOther);
    return permissions;
}

bool isDatabase(const QString &path)
{
    return isDatabaseFile(path);
}

} // namespace tidemark
