#pragma once

#include "import/ImportReport.h"

#include <QDialog>

namespace tidemark {

/// What became of an imported file, in numbers that add up.
class ImportReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportReportDialog(const ImportReport &report, QWidget *parent = nullptr);
};

} // namespace tidemark
