#pragma once

#include "import/ImportReport.h"

#include <QWidget>

namespace tidemark {

/// What became of one file, in numbers that add up.
class ImportReportPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPage(const ImportReport &report, QWidget *parent = nullptr);
};

} // namespace tidemark
