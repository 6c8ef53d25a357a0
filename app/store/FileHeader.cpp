#include "store/FileHeader.h"

#include "store/Schema.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <algorithm>
#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr qint64 headerSize = 100;
constexpr QByteArrayView magic("SQLite format 3\0", 16);

qint32 numberAt(const QByteArray &header, qsizetype place)
{
    return qFromBigEndian<qint32>(header.constData() + place);
}

} // namespace

QByteArray fileHeader(const QString &path)
{
    const QFileInfo info(path);
    const qint64 size = std::min(info.size(), headerSize);
    if (!info.isFile() || size == 0)
        return {};
    const QByteArray address = "file://" + QUrl::toPercentEncoding(info.absoluteFilePath(), QByteArrayLiteral("/"))
        + QByteArrayLiteral("?immutable=1");
    sqlite3 *opened = nullptr;
    const int outcome
        = sqlite3_open_v2(address.constData(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3 *)> database(opened, &sqlite3_close);
    sqlite3_file *file = nullptr;
    if (outcome != SQLITE_OK
        || sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file)) != SQLITE_OK
        || file == nullptr || file->pMethods == nullptr)
        return {};
    QByteArray header(size, Qt::Uninitialized);
    return file->pMethods->xRead(file, header.data(), static_cast<int>(size), 0) == SQLITE_OK ? header
                                                                                              : QByteArray();
}

Result<int> schemaInHeader(const QString &path)
{
    if (QFileInfo(path).size() == 0)
        return 0;
    const QByteArray header = fileHeader(path);
    if (header.isEmpty()) {
        return Error{Error::Kind::Denied,
                     Words::tr("“%1” can't be opened. Check the file's and the folder's permissions.").arg(path)};
    }
    if (header.size() < headerSize || !header.startsWith(magic)) {
        return Error{Error::Kind::Damaged,
                     Words::tr("“%1” is not a collection. To bring a file of stories in, import it.").arg(path)};
    }
    const int schema = numberAt(header, 60);
    if (numberAt(header, 68) != collectionApplicationId || schema < 1) {
        return Error{Error::Kind::Damaged,
                     Words::tr("“%1” is a database, but not a collection of Tidemark. Open a file that ends in "
                               ".tidemark, or start a new collection.")
                         .arg(path)};
    }
    return schema;
}

bool isDatabaseFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    if (path.endsWith("-shm"_L1)) // its locks, too, would go
        return true;
    const QByteArray header = fileHeader(path);
    const bool isLog = header.startsWith("\x37\x7f\x06\x82") || header.startsWith("\x37\x7f\x06\x83");
    return isLog || header.startsWith(magic);
}

} // namespace tidemark
