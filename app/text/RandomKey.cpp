#include "text/RandomKey.h"

#include <QRandomGenerator>

namespace tidemark {

QByteArray randomKey()
{
    QByteArray key(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    return key;
}

} // namespace tidemark
