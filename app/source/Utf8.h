#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tidemark {

/// How many bytes at the end begin a UTF-8 sequence that isn't complete (0 to 3).
qsizetype incompleteTail(QByteArrayView bytes);

/// Bytes as valid UTF-8: each byte that can't be part of it becomes U+FFFD; `repaired` grows by their number.
QByteArray repairedUtf8(QByteArrayView bytes, qint64 &repaired);

/// How much speaks for and against UTF-8 in bytes beyond ASCII. A surrogate written as three bytes counts as for.
struct Utf8Evidence
{
    qint64 sequences = 0;
    qint64 brokenBytes = 0;
};
Utf8Evidence utf8Evidence(QByteArrayView bytes);

} // namespace tidemark
