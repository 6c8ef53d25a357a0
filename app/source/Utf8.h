#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace tidemark {

/// How many bytes at the end begin a UTF-8 sequence that isn't complete (0 to 3).
qsizetype incompleteTail(QByteArrayView bytes);

/// A U+FFFD (three bytes) in repaired text, and what stood there.
struct Utf8Repair
{
    qsizetype place = 0; ///< in the repaired text
    QByteArray before;   ///< 1 to 3 bytes
};

/// Bytes as valid UTF-8: each byte that can't be part of it becomes U+FFFD; `repaired` grows by their number. The
/// repairs, in order, where they are asked for.
QByteArray repairedUtf8(QByteArrayView bytes, qint64 &repaired, std::vector<Utf8Repair> *repairs = nullptr);

/// How much speaks for and against UTF-8 in bytes beyond ASCII. A surrogate written as three bytes counts as for.
struct Utf8Evidence
{
    qint64 sequences = 0;
    qint64 brokenBytes = 0;
};
Utf8Evidence utf8Evidence(QByteArrayView bytes);

} // namespace tidemark
