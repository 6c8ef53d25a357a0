#pragma once

#include "source/Container.h"

namespace tidemark {

enum class ArchiveKind { Zip, Tar };

/// Where the bytes of an archive are: a file, or memory where `path` is empty.
struct ArchivePlace
{
    ArchiveKind kind = ArchiveKind::Zip;
    QString name; ///< for sentences
    QString path;
    QByteArray bytes;
};

/// The files in an archive, through libarchive; a tar's compression is undone by our own streams.
Result<std::unique_ptr<Container>> openArchive(const ArchivePlace &place, const ContainerLimits &limits);

} // namespace tidemark
