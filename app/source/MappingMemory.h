#pragma once

#include "source/ColumnMapping.h"

namespace tidemark {

/// What a mapping is remembered under: the same for every file with these names of columns in this order.
QString mappingKey(const QStringList &header);

/// A mapping as text to keep; nothing comes back from a text that isn't one.
QString mappingToText(const ColumnMapping &mapping);
std::optional<ColumnMapping> mappingFromText(const QString &text);

} // namespace tidemark
