#pragma once

#include <QStringList>

namespace tidemark {

/// What is imported one by one where somebody chose these files and folders. An archive in a folder is a source of
/// its own, behind the folder; a folder of nothing but archives is none itself. Looks into each file: not on the
/// window's thread.
QStringList importPaths(const QStringList &chosen);

} // namespace tidemark
