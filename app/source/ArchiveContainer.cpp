#include "source/ArchiveContainer.h"

#include "source/Decompression.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Container)
};

constexpr qint64 mebibyte = 1024 * 1024;

/// One pass over an archive from its first entry on.
class ArchivePass
{
public:
    ArchivePass(const ArchivePlace &place, const ContainerLimits &limits)
        : m_place(place), m_limits(limits), m_archive(archive_read_new(), &archive_read_free)
    {
        const qint64 size = place.path.isEmpty() ? place.bytes.size() : QFileInfo(place.path).size();
        m_most = std::max(limits.unsuspicious, size * limits.ratio);
        m_room = std::max(limits.unsuspicious, limits.room.value_or(m_most));
    }

    Result<> open() { return m_place.kind == ArchiveKind::Zip ? openZip() : openTar(); }

    /// The next entry that is a file; null at the end.
    Result<archive_entry *> next()
    {
        archive_entry *entry = nullptr;
        do {
            const int state = archive_read_next_header(m_archive.get(), &entry);
            if (state == ARCHIVE_EOF)
                return nullptr;
            if (state < ARCHIVE_WARN)
                return m_failure ? *m_failure : damaged();
        } while (!isFile(entry));
        return entry;
    }

    Result<qint64> read(std::span<char> buffer)
    {
        const auto count = archive_read_data(m_archive.get(), buffer.data(), buffer.size());
        if (count < 0)
            return m_failure ? *m_failure : damaged();
        if (m_place.kind == ArchiveKind::Zip && !allows(count))
            return *m_failure;
        return qint64(count);
    }

    [[nodiscard]] qint64 consumed() const
    {
        return m_tar ? m_tar->consumed() : archive_filter_bytes(m_archive.get(), -1);
    }

private:
    static bool isFile(archive_entry *entry)
    {
        const bool isLink = archive_entry_hardlink(entry) || archive_entry_symlink(entry);
        return archive_entry_filetype(entry) == AE_IFREG && !isLink;
    }

    Result<> openZip()
    {
        archive_read_support_format_zip(m_archive.get());
        const int state = m_place.path.isEmpty()
            ? archive_read_open_memory(m_archive.get(), m_place.bytes.constData(), size_t(m_place.bytes.size()))
            : archive_read_open_filename(m_archive.get(), QFile::encodeName(m_place.path).constData(),
                                         m_block.size());
        m_isRecognised = state == ARCHIVE_OK;
        return m_isRecognised ? Result<>() : Result<>(damaged());
    }

    Result<> openTar()
    {
        if (m_place.path.isEmpty()) {
            m_tar = openBytes(m_place.bytes);
        } else {
            auto opened = openFile(m_place.path, m_limits.window);
            if (!opened)
                return opened.error();
            m_tar = std::move(opened).value();
        }
        archive_read_support_format_tar(m_archive.get());
        const int state = archive_read_open(m_archive.get(), this, nullptr, &ArchivePass::pull, nullptr);
        m_isRecognised = state == ARCHIVE_OK;
        return m_isRecognised ? Result<>() : Result<>(m_failure ? *m_failure : damaged());
    }

    static la_ssize_t pull(archive *, void *self, const void **block)
    {
        auto *pass = static_cast<ArchivePass *>(self);
        const auto count = pass->m_tar->read(pass->m_block);
        if (!count)
            pass->m_failure = count.error();
        if (!count || !pass->allows(*count))
            return -1;
        *block = pass->m_block.data();
        return la_ssize_t(*count);
    }

    /// Whether so many more bytes may be unpacked; otherwise the failure is set.
    bool allows(qint64 count)
    {
        m_unpacked += count;
        if (m_unpacked > m_most) {
            m_failure = Error{Error::Kind::Damaged,
                              Words::tr("%1 unpacks to more than %2 times its size, as files do that were made to "
                                        "fill a disk. Reading it stopped at %3 MiB.")
                                  .arg(m_place.name)
                                  .arg(m_limits.ratio)
                                  .arg(m_most / mebibyte)};
        } else if (m_unpacked > m_room) {
            m_failure
                = Error{Error::Kind::Full,
                        Words::tr("%1 holds more than fits on the disk beside the 2 GiB that stay free. Reading "
                                  "it stopped at %2 MiB. Make room and import it again.")
                            .arg(m_place.name)
                            .arg(m_room / mebibyte)};
        }
        return !m_failure;
    }

    [[nodiscard]] Error damaged() const
    {
        // libarchive asks the format that it found, and falls over where it found none.
        if (m_isRecognised && archive_read_has_encrypted_entries(m_archive.get()) > 0) {
            return {
                Error::Kind::Denied,
                Words::tr("%1 is protected by a password. Unpack it, and import the folder.").arg(m_place.name)};
        }
        const char *detail = archive_error_string(m_archive.get());
        return {Error::Kind::Damaged,
                Words::tr("%1 is a damaged or incomplete archive (%2). Get it again, or unpack what can be "
                          "unpacked and import the folder.")
                    .arg(m_place.name, QString::fromUtf8(detail ? detail : "libarchive"))};
    }

    const ArchivePlace &m_place;
    const ContainerLimits &m_limits;
    std::unique_ptr<archive, decltype(&archive_read_free)> m_archive;
    std::unique_ptr<ByteStream> m_tar; ///< decompressed
    std::array<char, 64 * 1024> m_block{};
    bool m_isRecognised = false;
    qint64 m_most = 0;
    qint64 m_room = 0;
    qint64 m_unpacked = 0;
    std::optional<Error> m_failure;
};

class EntryStream final : public ByteStream
{
public:
    EntryStream(ArchivePass &pass, qint64 size) : m_pass(pass), m_size(size) {}

    Result<qint64> read(std::span<char> buffer) override
    {
        auto count = m_pass.read(buffer);
        if (count)
            m_consumed += *count;
        return count;
    }
    [[nodiscard]] qint64 consumed() const override { return m_consumed; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    ArchivePass &m_pass;
    qint64 m_size;
    qint64 m_consumed = 0;
};

QString nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    QString shown = QString::fromUtf8(name ? name : "?");
    for (QChar &c : shown) {
        if (c.unicode() < 0x20)
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

class ArchiveContainer final : public Container
{
public:
    ArchiveContainer(ArchivePlace place, const ContainerLimits &limits)
        : m_place(std::move(place)), m_limits(limits)
    {
    }

    /// Reads the names once.
    Result<> survey()
    {
        if (auto begun = restart(); !begun)
            return begun;
        for (qsizetype place = 0;; ++place) {
            const auto entry = m_pass->next();
            if (!entry && place == 0)
                return entry.error();
            if (!entry)
                m_breakOff = entry.error();
            if (!entry || !*entry)
                break;
            const QString name = nameOf(*entry);
            if (isPassedOver(name))
                continue;
            if (m_names.size() == m_limits.entries)
                return tooMany();
            m_names << name;
            m_places << place;
            m_sizes << (archive_entry_size_is_set(*entry) ? archive_entry_size(*entry) : -1);
        }
        m_pass.reset();
        return {};
    }

    [[nodiscard]] const QStringList &names() const override { return m_names; }
    [[nodiscard]] std::optional<Error> breakOff() const override { return m_breakOff; }
    [[nodiscard]] qint64 consumed() const override { return m_pass ? std::min(m_pass->consumed(), size()) : 0; }
    [[nodiscard]] qint64 size() const override
    {
        return m_place.path.isEmpty() ? m_place.bytes.size() : QFileInfo(m_place.path).size();
    }

    Result<std::unique_ptr<ByteStream>> open(qsizetype entry) override
    {
        const qsizetype wanted = m_places.at(entry);
        if (!m_pass || m_next > wanted) {
            if (auto begun = restart(); !begun)
                return begun.error();
        }
        for (; m_next <= wanted; ++m_next) {
            const auto found = m_pass->next();
            if (!found)
                return found.error();
            if (!*found)
                return Error{Error::Kind::Damaged, Words::tr("%1 changed while it was read.").arg(m_place.name)};
        }
        return decompressed(std::make_unique<EntryStream>(*m_pass, m_sizes.at(entry)), m_names.at(entry),
                            m_limits.window);
    }

private:
    Result<> restart()
    {
        m_pass = std::make_unique<ArchivePass>(m_place, m_limits);
        m_next = 0;
        return m_pass->open();
    }

    [[nodiscard]] Error tooMany() const
    {
        return {Error::Kind::Other,
                Words::tr("%1 holds more than %2 files, which is more than one source. Unpack it, and import the "
                          "folder or the files that hold the stories.")
                    .arg(m_place.name)
                    .arg(m_limits.entries)};
    }

    const ArchivePlace m_place;
    const ContainerLimits m_limits;
    QStringList m_names;
    QVector<qsizetype> m_places; ///< of each name among all files of the archive
    QVector<qint64> m_sizes;
    std::optional<Error> m_breakOff;
    std::unique_ptr<ArchivePass> m_pass;
    qsizetype m_next = 0; ///< place of the file that the pass comes to next
};

} // namespace

Result<std::unique_ptr<Container>> openArchive(const ArchivePlace &place, const ContainerLimits &limits)
{
    auto archive = std::make_unique<ArchiveContainer>(place, limits);
    if (auto surveyed = archive->survey(); !surveyed)
        return surveyed.error();
    return std::unique_ptr<Container>(std::move(archive));
}

} // namespace tidemark
