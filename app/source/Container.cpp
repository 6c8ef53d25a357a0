#include "source/Container.h"

#include "source/ArchiveContainer.h"
#include "source/Decompression.h"
#include "source/FolderContainer.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 headSize = 512;
constexpr qsizetype tarMagicPlace = 257;

bool isTar(QByteArrayView head)
{
    return head.size() > tarMagicPlace && head.sliced(tarMagicPlace).startsWith("ustar");
}

bool isZip(QByteArrayView head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

} // namespace

bool isPassedOver(const QString &name)
{
    static const QSet<QString> media{u"jpg"_s, u"jpeg"_s, u"png"_s, u"gif"_s, u"webp"_s, u"heic"_s, u"mp4"_s,
                                     u"mov"_s, u"m4v"_s,  u"m4a"_s, u"mp3"_s, u"aac"_s,  u"ogg"_s,  u"webm"_s};
    const QStringList parts = name.split(u'/', Qt::SkipEmptyParts);
    const bool isHidden = std::any_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.startsWith(u'.') && part != "."_L1 && part != ".."_L1;
    });
    return isHidden || name.startsWith("__MACOSX/"_L1)
        || media.contains(name.section(u'/', -1).section(u'.', -1).toLower());
}

bool isArchive(QByteArrayView head)
{
    return isZip(head) || isTar(head);
}

bool holdsFiles(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const auto bytes = openFile(path);
    return bytes && isArchive(readHead(**bytes, headSize));
}

Result<std::unique_ptr<Container>> openContainer(const QString &path, const ContainerLimits &limits)
{
    if (QFileInfo(path).isDir())
        return openFolder(path, limits);
    const auto bytes = openFile(path, limits.window);
    if (!bytes)
        return bytes.error();
    // What can't be read so far is no archive; its reader says why.
    const QByteArray head = readHead(**bytes, headSize);
    if (!isArchive(head))
        return std::unique_ptr<Container>();
    return openArchive({isZip(head) ? ArchiveKind::Zip : ArchiveKind::Tar, path, path, {}}, limits);
}

Result<std::unique_ptr<Container>> openContainer(const QByteArray &bytes, const QString &name,
                                                 const ContainerLimits &limits)
{
    const auto stream = openBytes(bytes);
    const QByteArray head = readHead(*stream, headSize);
    if (!isArchive(head))
        return std::unique_ptr<Container>();
    return openArchive({isZip(head) ? ArchiveKind::Zip : ArchiveKind::Tar, name, {}, bytes}, limits);
}

} // namespace tidemark
