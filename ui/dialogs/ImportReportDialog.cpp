#include "dialogs/ImportReportDialog.h"

#include "dialogs/ForeignText.h"
#include "dialogs/ImportReportPage.h"
#include "dialogs/PlainLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int longestFileName = 40; ///< in letters, shown whole

qint64 newStoriesOf(const ImportReport &report)
{
    return report.counts.added + report.counts.originals;
}

QString entryFor(const ImportReport &report)
{
    const QString added = ImportReportDialog::tr("%1: %Ln new stories", nullptr, int(newStoriesOf(report)))
                              .arg(isolated(QFileInfo(report.path).fileName()));
    return report.counts.rejected == 0
        ? added
        : ImportReportDialog::tr("%1, %2 set aside").arg(added, QLocale().toString(report.counts.rejected));
}

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport &report, QWidget *parent)
    : QDialog(parent), m_sum(plainLabel({}, this)), m_files(new QComboBox(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(u"importReportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Imported"));
    m_files->setAccessibleName(tr("The file that the report is about"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_files->setMinimumContentsLength(longestFileName);
    m_sum->hide();
    m_files->hide();
    connect(m_files, &QComboBox::currentIndexChanged, m_pages, &QStackedWidget::setCurrentIndex);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(12);
    layout->addWidget(m_sum);
    layout->addWidget(m_files);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    add(report);
}

void ImportReportDialog::add(const ImportReport &report)
{
    m_pages->addWidget(new ImportReportPage(report, this));
    m_files->addItem(entryFor(report));
    m_newStories += newStoriesOf(report);
    const int files = m_files->count();
    m_sum->setText(tr("%n files brought %1 new stories.", nullptr, files).arg(locale().toString(m_newStories)));
    m_sum->setVisible(files > 1);
    m_files->setVisible(files > 1);
}

} // namespace tidemark
