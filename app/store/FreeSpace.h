#pragma once

#include <QString>

namespace tidemark {

/// Bytes that can still be written beside a file. Asked of the system by the folder, not by the table of mounted
/// disks, which names no disk at all inside a container; what the system doesn't tell counts as room enough.
qint64 freeSpaceBeside(const QString &path);

} // namespace tidemark
