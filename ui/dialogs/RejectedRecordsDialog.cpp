#include "dialogs/RejectedRecordsDialog.h"

#include "dialogs/PlainTable.h"
#include "jobs/WhenDone.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

RejectedRecordsDialog::RejectedRecordsDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_runs(new QComboBox(this)),
      m_sentence(new QLabel(this)),
      m_table(new PlainTable(this))
{
    setObjectName(u"rejectedRecordsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rejected Records"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_runs->setAccessibleName(tr("Import"));
    m_table->setAccessibleName(tr("Records set aside"));
    const QLocale locale;
    const CollectionFacts facts = collection->facts();
    for (const ImportRunFacts &run : facts.runs) {
        if (run.rejected > 0)
            m_runs->addItem(tr("%1, %2: %3 set aside")
                                .arg(run.sourceName,
                                     locale.toString(run.startedAt.toTimeZone(facts.zone), QLocale::ShortFormat),
                                     locale.toString(run.rejected)),
                            run.number);
    }
    m_runs->setVisible(m_runs->count() > 0);
    m_table->setVisible(m_runs->count() > 0);
    connect(m_runs, &QComboBox::activated, this, &RejectedRecordsDialog::show);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_runs);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    if (m_runs->count() > 0)
        resize(620, 380);
    show();
}

void RejectedRecordsDialog::show()
{
    if (m_runs->count() == 0 || !m_collection) {
        m_sentence->setText(tr("No record was set aside: every one could be read."));
        return;
    }
    whenDone(m_collection->rejectedRecords(m_runs->currentData().toLongLong()), this,
             [this](const Result<QVector<RejectedRecord>> &records) {
                 m_sentence->setText(records ? QString() : records.error().message);
                 m_sentence->setVisible(!records);
                 QVector<QStringList> rows;
                 if (records) {
                     for (const RejectedRecord &record : records.value())
                         rows.append({QLocale().toString(record.record), record.reason});
                 }
                 m_table->setRows({tr("Line"), tr("Why it was set aside")}, rows);
             });
}

} // namespace tidemark
