// Files that come in, chosen or dropped.
#include "window/MainWindow.h"

#include "collection/Places.h"
#include "dialogs/ForeignText.h"
#include "dialogs/ImportReportDialog.h"
#include "jobs/JobBar.h"
#include "jobs/WhenDone.h"
#include "source/ImportPaths.h"
#include "source/MappingMemory.h"
#include "story/WorkPool.h"
#include "window/CollectionChooser.h"
#include "window/ImportQueue.h"
#include "window/Opening.h"
#include "window/Workspace.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

void MainWindow::importFiles(const QStringList &paths)
{
    if (!paths.isEmpty())
        whenDone(QtConcurrent::run(workPool(), importPaths, paths), this,
                 [this](const QStringList &each) { importEach(each); });
}

void MainWindow::importEach(const QStringList &paths)
{
    if (m_opening->isUnderWay())
        m_afterOpening.append([this, paths] { m_imports->add(paths); });
    else
        m_imports->add(paths);
}

bool MainWindow::importsIntoNew() const
{
    return !m_workspace || m_workspace->collection()->facts().invented;
}

void MainWindow::startImport(const ImportWish &wish)
{
    if (importsIntoNew())
        return importIntoNew(wish);
    m_jobs->run(tr("Importing %1").arg(isolated(QFileInfo(wish.path).fileName())),
                m_workspace->collection()->import(wish.path, wish.options), m_workspace,
                [this, wish](const ImportReport &report) {
                    if (!wish.mappingKey.isEmpty() && wish.options.mapping)
                        m_workspace->collection()->setSetting(wish.mappingKey,
                                                              mappingToText(*wish.options.mapping));
                    if (!wish.formKey.isEmpty())
                        m_workspace->collection()->setSetting(wish.formKey, tableFormToText(wish.options.form));
                    tellOfImport(report);
                });
}

void MainWindow::tellOfImport(const ImportReport &report)
{
    if (m_reports && m_reports->isVisible()) {
        m_reports->add(report);
        return;
    }
    m_reports = new ImportReportDialog(report, this);
    m_reports->show();
}

/// Where another collection comes after all, it is asked anew how the file is to go into that.
void MainWindow::importIntoNew(const ImportWish &wish)
{
    whenIdle(tr("Stop and Open"), [this, wish] {
        if (!m_opening->isUnderWay()) {
            m_newOne = freeCollectionPath(CollectionChooser::usualFolder(), wish.path);
            sayThatItOpens(QFileInfo(m_newOne).completeBaseName());
            m_opening->wish(m_newOne, Collection::Missing::Create);
        }
        m_afterOpening.append([this, wish, into = m_newOne] {
            if (isOpen(into))
                startImport(wish);
            else
                importEach({wish.path});
        });
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QString collection;
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.endsWith(".tidemark"_L1))
            collection = path;
        else if (!path.isEmpty())
            files.append(path);
    }
    if (!collection.isEmpty())
        openCollection(collection, Collection::Missing::Fail, files);
    else
        importFiles(files);
    event->acceptProposedAction();
}

} // namespace tidemark
