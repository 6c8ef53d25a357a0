#pragma once

#include <QString>
#include <QStringList>

namespace tidemark {

/// The names of a list parted by commas, as people type them on a command line: trimmed, without empty ones. A name
/// that holds a comma is written in double quotes ("Town, State"), within which two stand for one; after an
/// equals sign too (text="Story, in full").
QStringList namesInList(const QString &list);

} // namespace tidemark
