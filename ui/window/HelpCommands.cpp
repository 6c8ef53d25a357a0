#include "window/HelpCommands.h"

#include "dialogs/AboutDialog.h"
#include "dialogs/HelplinesDialog.h"
#include "dialogs/Question.h"
#include "dialogs/ShortcutsDialog.h"
#include "jobs/WhenDone.h"
#include "search/QueryHelp.h"
#include "story/WorkPool.h"
#include "window/WindowActions.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMainWindow>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Beside the window, which can be worked with meanwhile; one that is open comes to the front.
template<typename Help, typename Make>
void showOnce(const QWidget *window, Make make)
{
    const auto open = window->findChildren<Help *>();
    const auto shown = std::ranges::find_if(open, &QWidget::isVisible);
    Help *help = shown == open.cend() ? make() : *shown;
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace

HelpCommands::HelpCommands(WindowActions *actions, Shortcuts *shortcuts, QMainWindow *window)
    : QObject(window), m_window(window)
{
    connect(actions->handbook, &QAction::triggered, this, &HelpCommands::openHandbook);
    connect(actions->helplines, &QAction::triggered, this, &HelpCommands::showHelplines);
    connect(actions->queryHelp, &QAction::triggered, window,
            [window] { showOnce<QueryHelp>(window, [window] { return new QueryHelp(window); }); });
    connect(actions->shortcuts, &QAction::triggered, window, [window, shortcuts] {
        showOnce<ShortcutsDialog>(window, [window, shortcuts] { return new ShortcutsDialog(shortcuts, window); });
    });
    connect(actions->about, &QAction::triggered, window, [window] { (new AboutDialog(window))->open(); });
}

QString handbookPage()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/handbook/index.html"_s;
    return QFileInfo::exists(beside)
        ? beside
        : QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"doc/tidemark/handbook/index.html"_s);
}

void HelpCommands::openHandbook()
{
    const QString page = handbookPage();
    if (page.isEmpty() || !QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
        inform(m_window,
               page.isEmpty() ? tr("The handbook is not installed. Install Tidemark's whole package.")
                              : tr("No program opens the handbook. Open this file in a browser: %1").arg(page));
}

void HelpCommands::showHelplines()
{
    whenDone(QtConcurrent::run(workPool(), [] { return readHelplines(u":/helplines/helplines.csv"_s); }), this,
             [this](const Result<QVector<Helpline>> &lines) {
                 (new HelplinesDialog(lines, QDate::currentDate(), m_window))->open();
             });
}

} // namespace tidemark
