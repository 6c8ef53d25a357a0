#include "source/ByteStream.h"

#include "source/Decompression.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ByteStream)
};

class FileStream final : public ByteStream
{
public:
    explicit FileStream(const QString &path) : m_file(path) {}

    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    [[nodiscard]] QString reason() const { return m_file.errorString(); }

    Result<qint64> read(std::span<char> buffer) override
    {
        const qint64 count = m_file.read(buffer.data(), qint64(buffer.size()));
        if (count < 0) {
            return Error{Error::Kind::Damaged,
                         Words::tr("%1 can't be read any further: %2.").arg(m_file.fileName(), reason())};
        }
        m_consumed += count;
        return count;
    }

    [[nodiscard]] qint64 consumed() const override { return m_consumed; }
    [[nodiscard]] qint64 size() const override { return m_file.isSequential() ? -1 : m_file.size(); }

private:
    QFile m_file;
    qint64 m_consumed = 0;
};

class MemoryStream final : public ByteStream
{
public:
    explicit MemoryStream(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    Result<qint64> read(std::span<char> buffer) override
    {
        const auto count = std::min(qint64(buffer.size()), qint64(m_bytes.size()) - m_place);
        std::copy_n(m_bytes.constData() + m_place, count, buffer.data());
        m_place += count;
        return count;
    }

    [[nodiscard]] qint64 consumed() const override { return m_place; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qint64 m_place = 0;
};

/// A stream of which the beginning was already read.
class HeadedStream final : public ByteStream
{
public:
    HeadedStream(QByteArray head, std::unique_ptr<ByteStream> rest)
        : m_head(std::move(head)), m_rest(std::move(rest))
    {
    }

    Result<qint64> read(std::span<char> buffer) override
    {
        if (m_place == m_head.size())
            return m_rest->read(buffer);
        const auto count = std::min(qsizetype(buffer.size()), m_head.size() - m_place);
        std::copy_n(m_head.constData() + m_place, count, buffer.data());
        m_place += count;
        return qint64(count);
    }

    [[nodiscard]] qint64 consumed() const override { return m_rest->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_rest->size(); }

private:
    QByteArray m_head;
    std::unique_ptr<ByteStream> m_rest;
    qsizetype m_place = 0;
};

} // namespace

std::unique_ptr<ByteStream> withHead(QByteArray head, std::unique_ptr<ByteStream> rest)
{
    return std::make_unique<HeadedStream>(std::move(head), std::move(rest));
}

Result<qint64> appendNext(ByteStream &bytes, QByteArray &buffer, qint64 most)
{
    const qsizetype had = buffer.size();
    buffer.resize(had + most);
    auto count = bytes.read({buffer.data() + had, size_t(most)});
    buffer.resize(had + qsizetype(count ? *count : 0));
    return count;
}

QByteArray readHead(ByteStream &stream, qint64 size)
{
    QByteArray head(size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < size) {
        const auto count = stream.read({head.data() + filled, size_t(size - filled)});
        if (!count || *count == 0)
            break;
        filled += *count;
    }
    head.truncate(filled);
    return head;
}

std::unique_ptr<ByteStream> decompressed(std::unique_ptr<ByteStream> stream, const QString &name, ZstdWindow window)
{
    const QByteArray head = readHead(*stream, 6);
    stream = withHead(head, std::move(stream));
    if (head.startsWith("\x1f\x8b"))
        return gunzip(std::move(stream), name);
    if (head.startsWith("\x28\xb5\x2f\xfd"))
        return unzstd(std::move(stream), name, window);
    if (head.startsWith("BZh"))
        return unbzip2(std::move(stream), name);
    if (head.startsWith(QByteArray("\xfd"
                                   "7zXZ\0",
                                   6)))
        return unxz(std::move(stream), name);
    return stream;
}

Result<std::unique_ptr<ByteStream>> openFile(const QString &path, ZstdWindow window)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{Error::Kind::NotFound,
                     Words::tr("There is no file %1. Check the name and the folder.").arg(path)};
    }
    if (info.isDir()) {
        return Error{Error::Kind::Usage,
                     Words::tr("%1 is a folder. Choose the files in it that hold stories.").arg(path)};
    }
    auto file = std::make_unique<FileStream>(path);
    if (!file->open()) {
        return Error{
            Error::Kind::Denied,
            Words::tr("%1 can't be read: %2. Ask its owner for the right to read it, or copy it to a place "
                      "of your own.")
                .arg(path, file->reason())};
    }
    return decompressed(std::move(file), path, window);
}

std::optional<qint64> memoryNeeded(const QString &path)
{
    FileStream file(path);
    if (!file.open())
        return std::nullopt;
    const qint64 window = zstdWindowSize(readHead(file, 16));
    return window > usualZstdWindow ? std::optional(window) : std::nullopt;
}

std::unique_ptr<ByteStream> openBytes(QByteArray bytes)
{
    return decompressed(std::make_unique<MemoryStream>(std::move(bytes)), Words::tr("The data"));
}

} // namespace tidemark
