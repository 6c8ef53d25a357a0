#pragma once

#include "export/Exporter.h"

class QWidget;

namespace tidemark {

/// Says what was written, and what the reader of the file should know of it.
void informOfExport(QWidget *window, const ExportReport &report, const ExportSettings &settings);

} // namespace tidemark
