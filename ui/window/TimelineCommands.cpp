#include "window/TimelineCommands.h"

#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "export/SavedFile.h"
#include "export/TimelineCsv.h"
#include "jobs/JobBar.h"
#include "jobs/WhenDone.h"
#include "list/CountSentence.h"
#include "model/TimelineModel.h"
#include "story/WorkPool.h"
#include "timeline/TimelineMenu.h"
#include "timeline/TimelinePanel.h"
#include "timeline/TimelinePicture.h"
#include "timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>
#include <QPrintDialog>
#include <QPrinter>
#include <QtConcurrentRun>

#include <memory>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr QSizeF smallestPicture(720, 280);

} // namespace

TimelineCommands::TimelineCommands(TimelinePanel *panel, const CurrentSelection *current, JobBar *jobs,
                                   QWidget *window)
    : QObject(window), m_panel(panel), m_current(current), m_jobs(jobs), m_window(window)
{
    const TimelineMenu *menu = panel->menu();
    connect(menu->copyPicture(), &QAction::triggered, this, &TimelineCommands::copyPicture);
    connect(menu->savePicture(), &QAction::triggered, this, &TimelineCommands::savePicture);
    connect(menu->copyFigures(), &QAction::triggered, this, &TimelineCommands::copyFigures);
    connect(menu->saveFigures(), &QAction::triggered, this, &TimelineCommands::saveFigures);
    connect(menu->print(), &QAction::triggered, this, &TimelineCommands::print);
}

QString TimelineCommands::title() const
{
    const Collection *collection = m_current->collection();
    const Selection &selection = m_current->selection();
    const CollectionFacts facts = collection->facts();
    return selectionTitle(selection.count(), facts.stories, selection.filter(), collection->names(),
                          facts.invented);
}

TimelinePicture TimelineCommands::picture() const
{
    const QSizeF size = QSizeF(m_panel->view()->size()).expandedTo(smallestPicture);
    return {m_panel->view()->scene(), title(), m_panel->notes(), m_panel->font(), size};
}

QByteArray TimelineCommands::figures() const
{
    const TimelineModel *model = m_panel->model();
    QVector<FigureColumn> derived;
    for (const DerivedFigures &figures : model->derived())
        derived.append({model->derivedName(figures), figures.values, figures.words});
    return timelineCsv(model->timeline(), model->seriesNames(), model->zone(), derived);
}

void TimelineCommands::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture().image(2));
}

void TimelineCommands::copyFigures()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(figures()).remove(QChar(QChar::ByteOrderMark)));
}

void TimelineCommands::savePicture()
{
    const QString path
        = chooseTarget(m_window, tr("Save Picture"), usualFolder() + u"/timeline.png"_s, pictureFiles());
    if (!path.isEmpty())
        save(pictureName(path), picture().bytesFor(pictureName(path)));
}

void TimelineCommands::saveFigures()
{
    const QString path
        = chooseTarget(m_window, tr("Save Figures"), usualFolder() + u"/timeline.csv"_s, tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        save(path, figures());
}

void TimelineCommands::save(const QString &path, const QByteArray &bytes)
{
    whenDone(QtConcurrent::run(workPool(), [path, bytes] { return saveBytes(path, bytes); }), this,
             [jobs = m_jobs, path](const Result<> &saved) {
                 if (saved)
                     jobs->tell(tr("Written to %1.").arg(isolated(path)));
                 else
                     jobs->showFailure(saved.error().message);
             });
}

void TimelineCommands::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { picture().print(*printer); });
    dialog->open();
}

} // namespace tidemark
