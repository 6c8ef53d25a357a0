#pragma once

#include <QByteArrayView>
#include <QString>

namespace tidemark {

/// Valid UTF-8 as text, letter for letter: Qt alone takes U+FEFF off its beginning.
QString textFromUtf8(QByteArrayView bytes);

} // namespace tidemark
