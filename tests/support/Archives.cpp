#include "support/Archives.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace tidemark::test {

namespace {

using Writer = std::unique_ptr<::archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

Entry entryFor(const QString &name)
{
    Entry entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_perm(entry.get(), 0600);
    return entry;
}

void choose(::archive *writer, Packing packing)
{
    if (packing == Packing::Zip)
        archive_write_set_format_zip(writer);
    else
        archive_write_set_format_pax_restricted(writer);
    if (packing == Packing::TarGzip)
        archive_write_add_filter_gzip(writer);
    else if (packing == Packing::TarZstd)
        archive_write_add_filter_zstd(writer);
    else if (packing == Packing::TarXz)
        archive_write_add_filter_xz(writer);
    else if (packing == Packing::TarBzip2)
        archive_write_add_filter_bzip2(writer);
}

la_ssize_t append(::archive *, void *target, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(target)->append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

QByteArray archive(Packing packing, const Files &files, const Links &links)
{
    QByteArray bytes;
    Writer writer(archive_write_new(), &archive_write_free);
    choose(writer.get(), packing);
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    archive_write_open(writer.get(), &bytes, nullptr, &append, nullptr);
    for (const auto &[name, target] : links) {
        const Entry entry = entryFor(name);
        archive_entry_set_filetype(entry.get(), AE_IFLNK);
        archive_entry_set_symlink_utf8(entry.get(), target.toUtf8().constData());
        archive_write_header(writer.get(), entry.get());
    }
    for (const auto &[name, content] : files) {
        const Entry entry = entryFor(name);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_size(entry.get(), content.size());
        archive_write_header(writer.get(), entry.get());
        archive_write_data(writer.get(), content.constData(), size_t(content.size()));
    }
    archive_write_close(writer.get());
    return bytes;
}

Files filesUnder(const QString &folder)
{
    Files files;
    QDirIterator paths(folder, QDir::Files, QDirIterator::Subdirectories);
    while (paths.hasNext()) {
        QFile file(paths.next());
        if (file.open(QIODevice::ReadOnly))
            files.append({QDir(folder).relativeFilePath(file.fileName()), file.readAll()});
    }
    std::sort(files.begin(), files.end());
    return files;
}

void write(const QString &folder, const Files &files)
{
    for (const auto &[name, content] : files) {
        QFile file(folder + u'/' + name);
        QDir().mkpath(QFileInfo(file).path());
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    }
}

} // namespace tidemark::test
