#pragma once

#include "story/Platform.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// Whether a cell holds a program's word for nothing, such as R's NA and Python's nan.
bool saysNothing(const QString &cell);

/// What stands around an id to keep it a text, as in ="920..." and '920..., goes.
///
/// What programs that know only floating numbers did to a long id: 1.58968E+18 has lost its last digits and names
/// no post any more, so the id goes; 920000000000000000.0 may have. What stood there, where digits are lost.
std::optional<QString> damagedId(QString &id);

/// The hashtags of a cell, without signs, each once, whatever stands between them.
QStringList splitTags(const QString &cell);

std::optional<bool> yesOrNo(const QString &cell);

/// A platform's key, or its name as people write it.
Platform platformOf(const QString &cell, Platform otherwise);

} // namespace tidemark
