#include "store/FileHeader.h"

#include "store/Schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

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

Result<int> schemaInHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Kind::Denied,
                     Words::tr("“%1” can't be opened. Check the file's and the folder's permissions.").arg(path)};
    }
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty())
        return 0;
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

} // namespace tidemark
