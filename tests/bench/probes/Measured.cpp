#include "probes/Measured.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace tidemark::bench {

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

int failed(const QString &sentence)
{
    std::fprintf(stderr, "bench: %s\n", qUtf8Printable(sentence));
    return 1;
}

void print(const QJsonObject &measured)
{
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
}

} // namespace tidemark::bench
