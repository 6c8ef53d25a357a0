#pragma once

#include "import/ImportReport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace tidemark {

/// What became of an imported file, or of several: their sum, and each one's page.
class ImportReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportReportDialog(const ImportReport &report, QWidget *parent = nullptr);

    void add(const ImportReport &report); ///< of another file; the page that is looked at stays

private:
    qint64 m_newStories = 0;
    QLabel *m_sum;
    QComboBox *m_files; ///< which one's page
    QStackedWidget *m_pages;
};

} // namespace tidemark
