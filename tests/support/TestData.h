#pragma once

#include <QByteArray>
#include <QString>

namespace tidemark::test {

/// The path of a file of our own under tests/data; it always exists.
QString dataFile(const QString &relativePath);

/// The whole of such a file.
QByteArray dataBytes(const QString &relativePath);

/// A path under ../shared (real files that are not in the repository), or an empty string where it isn't
/// there: then the caller says QSKIP.
QString sharedFile(const QString &relativePath);

/// The root of the source tree, for tests that read the project itself.
QString sourceRoot();

} // namespace tidemark::test
