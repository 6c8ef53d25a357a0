#pragma once

#include <QByteArray>

namespace tidemark {

/// 256 bits from the system's generator: a key for keyed hashes, or a mark that nothing else bears.
QByteArray randomKey();

} // namespace tidemark
