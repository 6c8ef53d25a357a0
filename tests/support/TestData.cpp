#include "support/TestData.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark::test {

QString dataFile(const QString &relativePath)
{
    return QStringLiteral(TIDEMARK_TEST_DATA) + u'/' + relativePath;
}

QByteArray dataBytes(const QString &relativePath)
{
    QFile file(dataFile(relativePath));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sharedFile(const QString &relativePath)
{
    const QString path = QStringLiteral(TIDEMARK_SHARED) + u'/' + relativePath;
    return QFileInfo::exists(path) ? path : QString();
}

QString sourceRoot()
{
    return QStringLiteral(TIDEMARK_SOURCE);
}

} // namespace tidemark::test
