#include "text/ExactText.h"

namespace tidemark {

QString textFromUtf8(QByteArrayView bytes)
{
    static constexpr QByteArrayView mark = "\xEF\xBB\xBF";
    qsizetype marks = 0;
    while (bytes.startsWith(mark)) {
        bytes = bytes.sliced(mark.size());
        ++marks;
    }
    const QString text = QString::fromUtf8(bytes);
    return marks == 0 ? text : QString(marks, QChar::ByteOrderMark) + text;
}

} // namespace tidemark
