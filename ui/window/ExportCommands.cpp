#include "window/ExportCommands.h"

#include "dialogs/ExportDialog.h"
#include "dialogs/ExportMemory.h"
#include "dialogs/ExportOutcome.h"
#include "dialogs/ForeignText.h"
#include "jobs/JobBar.h"
#include "jobs/WhenDone.h"
#include "model/StoryListModel.h"
#include "window/WindowActions.h"

#include <QFileInfo>

namespace tidemark {

ExportCommands::ExportCommands(Collection *collection, const StoryListModel *list, WindowActions *actions,
                               JobBar *jobs, QWidget *window)
    : QObject(window), m_collection(collection), m_list(list), m_jobs(jobs), m_window(window)
{
    connect(actions->exportStories, &QAction::triggered, this,
            [this] { openDialog(m_list->selection(), m_list->order()); });
}

ExportDialog *ExportCommands::openDialog(const Selection &selection, Order order)
{
    auto *dialog = new ExportDialog(m_collection->facts(), selection.count(), m_window);
    dialog->setOrder(order == Order::MostRelevant && !selection.isRanked() ? Order::NewestFirst : order);
    connect(dialog, &QDialog::accepted, this, [this, dialog, selection] { writeWhole(selection, *dialog); });
    dialog->open();
    return dialog;
}

void ExportCommands::writeWhole(const Selection &selection, const ExportDialog &dialog)
{
    const ExportSettings settings = dialog.settings();
    const QString path = dialog.path();
    if (!selection.isPreview())
        return write(selection, settings, path);
    SelectionQuestion question;
    question.filter = selection.filter();
    question.facets = false;
    whenDone(m_collection->select(question), this, [this, settings, path](const Result<Selection> &whole) {
        if (whole)
            write(whole.value(), settings, path);
        else
            m_jobs->showFailure(whole.error().message);
    });
}

void ExportCommands::write(const Selection &selection, const ExportSettings &settings, const QString &path)
{
    m_jobs->run(
        tr("Exporting %1").arg(isolated(QFileInfo(path).fileName())),
        exportSelection(*m_collection, selection, settings, path), this,
        [this, settings](const ExportReport &report) {
            exportMemory::setFolder(QFileInfo(report.path).absolutePath());
            informOfExport(m_window, report, settings);
        },
        [this, selection, path, order = settings.order](const Error &error) {
            ExportDialog *again = openDialog(selection, order);
            again->setPath(path);
            again->showFailure(error.message);
        });
}

} // namespace tidemark
