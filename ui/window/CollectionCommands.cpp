#include "window/CollectionCommands.h"

#include "codebook/CodebookDialog.h"
#include "collection/SavedCopies.h"
#include "dialogs/ForeignText.h"
#include "dialogs/ImportReportDialog.h"
#include "dialogs/LinesDialog.h"
#include "dialogs/Question.h"
#include "dialogs/RejectedRecordsDialog.h"
#include "dialogs/RowChooser.h"
#include "dialogs/TicksDialog.h"
#include "dialogs/TimeZoneDialog.h"
#include "jobs/JobBar.h"
#include "model/Covering.h"
#include "model/ImportRunsModel.h"
#include "model/SourcesModel.h"
#include "text/ShippedWords.h"
#include "window/CollectionChooser.h"
#include "window/WindowActions.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

CollectionCommands::CollectionCommands(Collection *collection, Covering *covering, WindowActions *actions,
                                       JobBar *jobs, QWidget *window)
    : QObject(window), m_collection(collection), m_covering(covering), m_jobs(jobs), m_window(window)
{
    connect(actions->saveCopy, &QAction::triggered, this, &CollectionCommands::saveCopy);
    connect(actions->themes, &QAction::triggered, this, &CollectionCommands::editThemes);
    connect(actions->undoImport, &QAction::triggered, this, &CollectionCommands::undoImport);
    connect(actions->removeSource, &QAction::triggered, this, &CollectionCommands::removeSource);
    connect(actions->timeZone, &QAction::triggered, this, &CollectionCommands::chooseTimeZone);
    connect(actions->publicAccounts, &QAction::triggered, this, &CollectionCommands::editPublicAccounts);
    connect(actions->personalColumns, &QAction::triggered, this, &CollectionCommands::chooseColumns);
    connect(actions->coveredThemes, &QAction::triggered, this, [this] { cover(true); });
    connect(actions->check, &QAction::triggered, this, &CollectionCommands::check);
    connect(actions->rejectedRecords, &QAction::triggered, this, &CollectionCommands::showRejected);
    connect(actions->keepAuthorsShown, &QAction::triggered, this,
            [this](bool keep) { m_jobs->run(tr("Keeping the setting"), m_collection->setShowAuthors(keep)); });
}

void CollectionCommands::saveCopy()
{
    const auto target = CollectionChooser::copyTarget(m_window, m_collection->path());
    if (!target)
        return;
    m_jobs->run(tr("Saving a copy"), m_collection->saveCopy(*target), this, [this, target](const auto &) {
        inform(m_window, tr("A copy of the collection was saved as %1.").arg(isolated(*target)));
    });
}

void CollectionCommands::editThemes()
{
    (new CodebookDialog(m_collection, m_covering, m_window))->open();
}

void CollectionCommands::undoImport()
{
    auto *runs = new ImportRunsModel;
    runs->setFacts(m_collection->facts());
    auto *dialog = new RowChooser(
        tr("Undo Import"),
        tr("Undoing an import takes out the stories that it brought, unless another "
           "source has them too. What you marked and wrote on those goes with them, and doesn't come back."),
        tr("Undo Import"), runs, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, runs] {
        if (dialog->row() < 0)
            return;
        const ImportRunFacts run = runs->runAt(dialog->row());
        m_jobs->run(tr("Undoing the import of %1").arg(isolated(run.sourceName)),
                    m_collection->undoImport(run.number));
    });
    dialog->open();
}

void CollectionCommands::removeSource()
{
    auto *sources = new SourcesModel;
    sources->setFacts(m_collection->facts());
    auto *dialog = new RowChooser(
        tr("Remove Source"),
        tr("Which source should go? What you marked and wrote on stories that go with it doesn't come back."),
        tr("Remove"), sources, m_window);
    dialog->offer(tr("Remove the stories that only it brought, too"), true);
    connect(dialog, &QDialog::accepted, this, [this, dialog, sources] {
        if (dialog->row() < 0)
            return;
        const SourceFacts source = sources->sourceAt(dialog->row());
        m_jobs->run(tr("Removing %1").arg(isolated(source.name)),
                    m_collection->removeSource(source.number, dialog->isOffered()));
    });
    dialog->open();
}

void CollectionCommands::chooseTimeZone()
{
    auto *dialog = new TimeZoneDialog(m_collection->facts().zone, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->zone().isValid())
            m_jobs->run(tr("Changing the time zone"), m_collection->setTimeZone(dialog->zone()));
    });
    dialog->open();
}

void CollectionCommands::editPublicAccounts()
{
    auto *dialog = new LinesDialog(tr("Public Accounts"),
                                   tr("Accounts of organisations and public figures, one a line. Their names stay "
                                      "where people become person- and a number."),
                                   m_collection->facts().publicAccounts, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_jobs->run(tr("Keeping the accounts"), m_collection->setPublicAccounts(dialog->lines()));
    });
    dialog->open();
}

void CollectionCommands::chooseColumns()
{
    QVector<TicksDialog::Entry> entries;
    const CollectionFacts facts = m_collection->facts();
    for (const AttributeFacts &attribute : facts.attributes) {
        if (attribute.personal)
            entries.append({attribute.name, attribute.ticked});
    }
    if (entries.isEmpty()) {
        inform(m_window, tr("No column of this collection looks as if it were about people."));
        return;
    }
    auto *dialog
        = new TicksDialog(tr("Columns About People"),
                          tr("These columns look as if they were about people. They are shown and exported "
                             "pseudonymously only if they are ticked."),
                          entries, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QVector<TicksDialog::Entry> changed = dialog->changed();
        for (const TicksDialog::Entry &entry : changed)
            m_jobs->run(tr("Keeping the setting"), m_collection->setTicked(entry.name, entry.ticked));
    });
    dialog->open();
}

void CollectionCommands::cover(bool choose)
{
    if (!choose) {
        m_covering->setThemes({});
        return;
    }
    QVector<TicksDialog::Entry> entries;
    const Codebook codebook = m_collection->facts().codebook;
    QStringList ids;
    for (const Theme &theme : codebook.themes) {
        if (theme.isRetired)
            continue;
        ids.append(theme.id);
        entries.append({inReadersLanguage(theme.name), m_covering->themes().contains(theme.id)});
    }
    auto *dialog
        = new TicksDialog(tr("Covered Themes"),
                          tr("Stories with these themes open covered, with their time, themes and length in "
                             "sight. A warning of the author always covers."),
                          entries, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        QStringList themes;
        for (int row = 0; row < ids.size(); ++row) {
            if (dialog->isTicked(row))
                themes.append(ids.at(row));
        }
        m_covering->setThemes(themes);
    });
    dialog->open();
}

void CollectionCommands::showRejected()
{
    auto *dialog = new RejectedRecordsDialog(m_collection, m_window);
    connect(dialog, &RejectedRecordsDialog::retryWished, this,
            [this](const ImportRunFacts &run, const QHash<qint64, QByteArray> &edited) {
                m_jobs->run(
                    tr("Reading the rejected records of %1 once more").arg(isolated(run.sourceName)),
                    m_collection->retryRejected(run.number, {}, edited), this,
                    [this](const ImportReport &report) { (new ImportReportDialog(report, m_window))->open(); });
            });
    connect(dialog, &RejectedRecordsDialog::exportWished, this,
            [this](const ImportRunFacts &run, const QString &path) {
                m_jobs->run(tr("Writing the rejected records of %1").arg(isolated(run.sourceName)),
                            m_collection->exportRejected({run}, path));
            });
    dialog->open();
}

void CollectionCommands::check()
{
    m_jobs->run(tr("Checking the collection"), m_collection->check(), this, [this](const QStringList &faults) {
        if (faults.isEmpty())
            inform(m_window, tr("The collection is whole."));
        else
            inform(m_window,
                   tr("Something is wrong with this collection. Import what you can again, or go back to "
                      "a copy."),
                   faults);
    });
}

} // namespace tidemark
