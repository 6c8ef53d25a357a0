#pragma once

#include "source/ByteStream.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// What a container may cost at most.
struct ContainerLimits
{
    qsizetype entries = 10'000;             ///< that could hold stories: see isPassedOver
    qint64 ratio = 200;                     ///< unpacked bytes for each byte of the archive ...
    qint64 unsuspicious = 64 * 1024 * 1024; ///< ... beyond these
    std::optional<qint64> room{};           ///< unpacked bytes in all; no archive is stopped below `unsuspicious`
    ZstdWindow window = ZstdWindow::Usual;  ///< of compressed files in it
};

/// A folder or an archive (zip, or tar under any compression): named files, read as streams. Nothing is ever
/// unpacked to disk. Links, devices and what isPassedOver() names are not there; an archive within an archive is an
/// ordinary file, and one in a folder isn't there: see importPaths().
/// Not shared between threads.
class Container
{
public:
    virtual ~Container() = default;

    /// What the files in it are called, with / between folders, in the order of the container. Only names: none is
    /// ever used as a path.
    [[nodiscard]] virtual const QStringList &names() const = 0;

    /// The bytes of one of them, decompressed; usable until the next call. Reading in order is the quick way.
    virtual Result<std::unique_ptr<ByteStream>> open(qsizetype entry) = 0;

    /// Why names() isn't everything: an archive that breaks off, or a limit that was passed.
    [[nodiscard]] virtual std::optional<Error> breakOff() const { return {}; }

    [[nodiscard]] virtual qint64 consumed() const = 0; ///< see ByteStream
    [[nodiscard]] virtual qint64 size() const = 0;
};

/// Whether a file in a container is left aside by its name: hidden ones, and the pictures, sound and film of which
/// the archives of accounts are full.
bool isPassedOver(const QString &name);

/// Whether the content, decompressed, begins as a zip or tar does.
bool isArchive(QByteArrayView head);

/// Whether the path is a folder or an archive.
bool holdsFiles(const QString &path);

/// The folder or archive at a path; null if it is an ordinary file. The Error says which limit was passed or what
/// is damaged.
Result<std::unique_ptr<Container>> openContainer(const QString &path, const ContainerLimits &limits = {});

/// An archive in memory; null if the bytes are none. name is used in sentences.
Result<std::unique_ptr<Container>> openContainer(const QByteArray &bytes, const QString &name,
                                                 const ContainerLimits &limits = {});

} // namespace tidemark
