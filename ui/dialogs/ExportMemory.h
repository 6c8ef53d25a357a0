#pragma once

#include "export/ExportSettings.h"

namespace tidemark {

/// How the last export was made, for the next one. At first: for a spreadsheet, with the locale's separator.
namespace exportMemory {

[[nodiscard]] ExportSettings settings();
void setSettings(const ExportSettings &settings);
[[nodiscard]] QString folder();
void setFolder(const QString &folder);

} // namespace exportMemory

} // namespace tidemark
