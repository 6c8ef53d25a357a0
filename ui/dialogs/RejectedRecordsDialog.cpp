#include "dialogs/RejectedRecordsDialog.h"

#include "dialogs/FileChoice.h"
#include "dialogs/PlainTable.h"
#include "jobs/WhenDone.h"
#include "model/RejectedRecordsModel.h"
#include "model/TimeText.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

// A widget lays a long line out in quadratic time.
constexpr qsizetype mostShown = 64 * 1024; ///< bytes; longer contents are mended in a file

/// What was typed, as it was: toPlainText() makes hard spaces soft ones.
QString writtenIn(const QPlainTextEdit &edit)
{
    return edit.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace

RejectedRecordsDialog::RejectedRecordsDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_records(new RejectedRecordsModel(collection, this)),
      m_runs(new QComboBox(this)),
      m_sentence(new QLabel(this)),
      m_table(new PlainTable(this)),
      m_content(new QPlainTextEdit(this)),
      m_retry(new QPushButton(tr("&Try Again"), this)),
      m_export(new QPushButton(tr("&Export..."), this))
{
    setObjectName(u"rejectedRecordsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rejected Records"));
    const QLocale locale;
    const CollectionFacts facts = collection->facts();
    for (const ImportRunFacts &run : facts.runs) {
        if (run.rejected == 0)
            continue;
        m_facts.append(run);
        m_runs->addItem(tr("%1, %2: %3 set aside")
                            .arg(run.sourceName, timeText(run.startedAt.toMSecsSinceEpoch(), facts.zone),
                                 locale.toString(run.rejected)));
    }
    m_retry->setEnabled(!facts.readOnly);
    layOut();
    connect(m_runs, &QComboBox::activated, this, &RejectedRecordsDialog::showRun);
    connect(m_records, &RejectedRecordsModel::failed, this, [this](const Error &error) { say(error.message); });
    connect(m_records, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first > 0)
            return;
        m_table->resizeColumnsToContents();
        m_table->selectRow(0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RejectedRecordsDialog::readContent);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        keepEdit();
        emit retryWished(m_facts.at(m_runs->currentIndex()), m_edited);
        accept();
    });
    connect(m_export, &QPushButton::clicked, this, &RejectedRecordsDialog::exportRecords);
    showRun();
}

void RejectedRecordsDialog::layOut()
{
    m_table->setModel(m_records);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_runs->setAccessibleName(tr("Import"));
    m_table->setAccessibleName(tr("Records set aside"));
    m_content->setAccessibleName(tr("Content of the record"));
    m_content->setObjectName(u"rejectedContent"_s);
    m_content->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_content->setTabChangesFocus(true);
    m_retry->setObjectName(u"retryRejected"_s);
    m_retry->setAutoDefault(false);
    m_retry->setToolTip(tr("Reads the records once more, with what you mended below"));
    m_export->setAutoDefault(false);
    const bool any = !m_facts.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_runs, m_table, m_content, m_retry, m_export})
        widget->setVisible(any);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_retry, QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_runs);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_content, 1);
    layout->addWidget(buttons);
    if (any)
        resize(680, 480);
}

void RejectedRecordsDialog::showRun()
{
    m_edited.clear();
    m_shown.reset();
    m_content->clear();
    say(m_facts.isEmpty() ? tr("No record was set aside: every one could be read.") : QString());
    if (!m_facts.isEmpty())
        m_records->setRun(m_facts.at(m_runs->currentIndex()).number);
}

void RejectedRecordsDialog::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void RejectedRecordsDialog::readContent()
{
    keepEdit();
    m_shown.reset();
    m_content->clear();
    m_content->document()->setModified(false);
    m_content->setReadOnly(true);
    const RejectedRecord *record = m_records->recordAt(m_table->currentIndex().row());
    if (!record || !m_collection)
        return;
    m_shown = *record;
    const auto edited = m_edited.constFind(record->record);
    if (edited != m_edited.cend())
        return showContent(*edited);
    const qint64 run = m_facts.at(m_runs->currentIndex()).number;
    whenDone(m_collection->rejectedRecords(run, record->number - 1, 1), this,
             [this, number = record->number](const Result<QVector<RejectedRecord>> &page) {
                 if (!m_shown || m_shown->number != number)
                     return;
                 if (page && !page->isEmpty())
                     showContent(page->constFirst().content);
                 else if (!page)
                     say(page.error().message);
             });
}

void RejectedRecordsDialog::showContent(const QByteArray &content)
{
    say({});
    m_content->setPlainText(QString::fromUtf8(content.left(mostShown)));
    m_content->setReadOnly(content.size() > mostShown || (m_collection && m_collection->facts().readOnly));
    m_content->document()->setModified(false);
}

void RejectedRecordsDialog::keepEdit()
{
    if (m_shown && m_content->document()->isModified())
        m_edited.insert(m_shown->record, writtenIn(*m_content).toUtf8());
}

void RejectedRecordsDialog::exportRecords()
{
    const QString path = chooseTarget(this, tr("Export Rejected Records"), usualFolder(),
                                      tr("JSON Lines (*.jsonl);;All files (*)"), Replacing::IsTheCallers);
    if (!path.isEmpty())
        emit exportWished(m_facts.at(m_runs->currentIndex()), path);
}

} // namespace tidemark
