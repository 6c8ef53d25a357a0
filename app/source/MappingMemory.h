#pragma once

#include "source/ColumnMapping.h"
#include "source/TableForm.h"

namespace tidemark {

/// What a mapping is remembered under: the same for every file with these names of columns in this order.
QString mappingKey(const QStringList &header);

/// A mapping as text to keep; nothing comes back from a text that isn't one.
QString mappingToText(const ColumnMapping &mapping);
std::optional<ColumnMapping> mappingFromText(const QString &text);

/// What the user said of how a delimited file is written is remembered under the names of its columns as they are
/// found without being told: another separator makes other names.
QString tableFormKey(const QStringList &header);

/// Such a form as text to keep; an empty text says nothing.
QString tableFormToText(const TableForm &form);
TableForm tableFormFromText(const QString &text);

} // namespace tidemark
