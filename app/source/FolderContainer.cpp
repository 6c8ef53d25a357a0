#include "source/FolderContainer.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace tidemark {

namespace {

class FolderContainer final : public Container
{
public:
    FolderContainer(const QDir &folder, QStringList names, QVector<qint64> sizes, ZstdWindow window)
        : m_folder(folder), m_names(std::move(names)), m_sizes(std::move(sizes)), m_window(window)
    {
        for (const qint64 size : std::as_const(m_sizes))
            m_size += size;
    }

    [[nodiscard]] const QStringList &names() const override { return m_names; }
    [[nodiscard]] qint64 consumed() const override { return m_consumed; }
    [[nodiscard]] qint64 size() const override { return m_size; }

    Result<std::unique_ptr<ByteStream>> open(qsizetype entry) override
    {
        m_consumed = std::min(m_consumed + m_sizes.at(entry), m_size);
        return openFile(m_folder.filePath(m_names.at(entry)), m_window);
    }

private:
    QDir m_folder;
    QStringList m_names;
    QVector<qint64> m_sizes;
    ZstdWindow m_window;
    qint64 m_size = 0;
    qint64 m_consumed = 0;
};

} // namespace

Result<QStringList> filesIn(const QString &path, qsizetype most)
{
    const QDir folder(QFileInfo(path).absoluteFilePath());
    QStringList names;
    QDirIterator files(folder.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = folder.relativeFilePath(files.next());
        if (isPassedOver(name))
            continue;
        names << name;
        if (names.size() > most) {
            return Error{Error::Kind::Other,
                         QCoreApplication::translate("Container",
                                                     "%1 holds more than %2 files, which is more than one source. "
                                                     "Choose the folder or the files that hold the stories.")
                             .arg(path)
                             .arg(most)};
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::unique_ptr<Container>> openFolder(const QString &path, const ContainerLimits &limits)
{
    auto files = filesIn(path, limits.entries);
    if (!files)
        return files.error();
    const QDir folder(QFileInfo(path).absoluteFilePath());
    QStringList names = std::move(files).value();
    names.removeIf([&folder](const QString &name) { return holdsFiles(folder.filePath(name)); });
    QVector<qint64> sizes;
    for (const QString &name : std::as_const(names))
        sizes << QFileInfo(folder.filePath(name)).size();
    return std::unique_ptr<Container>(std::make_unique<FolderContainer>(folder, names, sizes, limits.window));
}

} // namespace tidemark
