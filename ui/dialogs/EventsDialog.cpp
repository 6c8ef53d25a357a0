#include "dialogs/EventsDialog.h"

#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "export/EventsCsv.h"
#include "export/SavedFile.h"
#include "jobs/WhenDone.h"
#include "source/EventsFile.h"
#include "story/WorkPool.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace tidemark {

EventsDialog::EventsDialog(const QVector<DatedEvent> &events, QWidget *parent)
    : QDialog(parent),
      m_model(new EventsModel(events, this)),
      m_before(m_model->events()),
      m_table(new QTableView(this)),
      m_outcome(new QLabel(this))
{
    setObjectName(u"eventsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Events"));
    auto *sentence
        = new QLabel(tr("What happened on a day stands as a label on the timeline. Dates are written like "
                        "2017-10-15; the source says where one can read of it."),
                     this);
    for (QLabel *label : {sentence, m_outcome}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_outcome->setObjectName(u"eventsOutcome"_s);
    m_outcome->hide();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Events"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(EventsModel::LabelColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(EventsModel::DateColumn, 110);
    m_table->setColumnWidth(EventsModel::SourceColumn, 200);
    auto *removal = new QAction(this);
    removal->setShortcut(QKeySequence::Delete);
    removal->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(removal);
    connect(removal, &QAction::triggered, this, &EventsDialog::removeChosen);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    const auto button = [&](const QString &name, const QString &text, void (EventsDialog::*act)()) {
        QPushButton *made = buttons->addButton(text, QDialogButtonBox::ActionRole);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    QPushButton *adding = button(u"addEvent"_s, tr("&Add"), &EventsDialog::add);
    button(u"removeEvent"_s, tr("&Remove"), &EventsDialog::removeChosen);
    button(u"importEvents"_s, tr("&Import..."), &EventsDialog::importByDialog);
    button(u"exportEvents"_s, tr("E&xport..."), &EventsDialog::exportByDialog);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(sentence);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    resize(700, 420);
    if (events.isEmpty())
        adding->setFocus(); // an empty table doesn't show that it has it
}

void EventsDialog::reject()
{
    if (events() == m_before)
        return QDialog::reject();
    ask(this, tr("The events have changes that are not kept."), tr("Discard Them"), [this] { QDialog::reject(); });
}

void EventsDialog::add()
{
    const QModelIndex label = m_model->append({QDate::currentDate(), {}, {}});
    m_table->scrollTo(label);
    const QModelIndex date = label.siblingAtColumn(EventsModel::DateColumn);
    m_table->setCurrentIndex(date);
    m_table->edit(date);
}

void EventsDialog::removeChosen()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, std::greater<>(), &QModelIndex::row);
    for (const QModelIndex &row : std::as_const(rows))
        m_model->removeRow(row.row());
}

void EventsDialog::importByDialog()
{
    const QString path = chooseFile(this, tr("Import Events"), usualFolder(),
                                    tr("Tables (*.csv *.tsv *.txt)") + u";;"_s + tr("All files (*)"));
    if (path.isEmpty())
        return;
    whenDone(QtConcurrent::run(workPool(), [path] { return readEventsFile(path); }), this,
             [this](const Result<QVector<DatedEvent>> &read) {
                 if (!read)
                     return say(read.error().message);
                 const qsizetype fresh = m_model->merge(read.value());
                 say(tr("%Ln events were taken from the file; already there: %1.", nullptr, static_cast<int>(fresh))
                         .arg(QLocale().toString(read.value().size() - fresh)));
             });
}

void EventsDialog::exportByDialog()
{
    const QString path
        = chooseTarget(this, tr("Export Events"), usualFolder() + u"/events.csv"_s, tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    whenDone(QtConcurrent::run(workPool(), [path, csv = eventsCsv(events())] { return saveBytes(path, csv); }),
             this, [this, path](const Result<> &saved) {
                 say(saved ? tr("The events were written to %1.").arg(isolated(QFileInfo(path).fileName()))
                           : saved.error().message);
             });
}

void EventsDialog::say(const QString &sentence)
{
    m_outcome->setText(sentence);
    m_outcome->show();
}

} // namespace tidemark
