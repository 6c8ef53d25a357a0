#include "window/ExportCommands.h"

#include "dialogs/ExportDialog.h"
#include "dialogs/ExportMemory.h"
#include "dialogs/ExportOutcome.h"
#include "dialogs/ForeignText.h"
#include "jobs/JobBar.h"
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
    if (selection.isPreview()) {
        SelectionQuestion question;
        question.filter = selection.filter();
        question.facets = false;
        const Job<Selection> whole = m_collection->ask(question); // of the moment whose number the dialog says
        connect(dialog, &QDialog::accepted, this,
                [this, dialog, whole, selection] { writeWhole(whole, selection, *dialog); });
    } else {
        connect(dialog, &QDialog::accepted, this,
                [this, dialog, selection] { write(selection, dialog->settings(), dialog->path()); });
    }
    dialog->open();
    return dialog;
}

void ExportCommands::writeWhole(const Job<Selection> &whole, const Selection &selection, const ExportDialog &dialog)
{
    const ExportSettings settings = dialog.settings();
    const QString path = dialog.path();
    m_jobs->run(
        titleOf(path), whole, this, [this, settings, path](const Selection &of) { write(of, settings, path); },
        [this, selection, path, order = settings.order](const Error &error) {
            showAgain(selection, order, path, error);
        });
}

void ExportCommands::write(const Selection &selection, const ExportSettings &settings, const QString &path)
{
    m_jobs->run(
        titleOf(path), exportSelection(*m_collection, selection, settings, path), this,
        [this, settings](const ExportReport &report) {
            exportMemory::setFolder(QFileInfo(report.path).absolutePath());
            informOfExport(m_window, report, settings);
        },
        [this, selection, path, order = settings.order](const Error &error) {
            showAgain(selection, order, path, error);
        });
}

void ExportCommands::showAgain(const Selection &selection, Order order, const QString &path, const Error &error)
{
    ExportDialog *again = openDialog(selection, order);
    again->setPath(path);
    again->showFailure(error.message);
}

QString ExportCommands::titleOf(const QString &path)
{
    return tr("Exporting %1").arg(isolated(QFileInfo(path).fileName()));
}

} // namespace tidemark
