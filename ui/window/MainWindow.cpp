#include "window/MainWindow.h"

#include "dialogs/ForeignText.h"
#include "dialogs/ImportReportDialog.h"
#include "dialogs/Question.h"
#include "dialogs/Shortcuts.h"
#include "jobs/JobBar.h"
#include "list/MessageCard.h"
#include "theme/Motion.h"
#include "theme/Palette.h"
#include "window/AppearanceCommands.h"
#include "window/Banners.h"
#include "window/CollectionChooser.h"
#include "window/CollectionCommands.h"
#include "window/EventCommands.h"
#include "window/HelpCommands.h"
#include "window/ImportQueue.h"
#include "window/LayoutMemory.h"
#include "window/Opening.h"
#include "window/QuickHide.h"
#include "window/RecentCollections.h"
#include "window/ReturnKey.h"
#include "window/SideButtons.h"
#include "window/SourceCommands.h"
#include "window/SplitterAccessible.h"
#include "window/WindowActions.h"
#include "window/Workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent),
      m_actions(new WindowActions(this)),
      m_shortcuts(new Shortcuts(actions(), this)),
      m_menus(fillMenuBar(menuBar(), *m_actions)),
      m_banners(new Banners(this)),
      m_stack(new QStackedWidget(this)),
      m_message(new MessageCard(this)),
      m_jobs(new JobBar(this)),
      m_palette(new Palette(this)),
      m_motion(new Motion(this)),
      m_chooser(new CollectionChooser(this)),
      m_imports(new ImportQueue(
          [this](const QString &key) { return m_workspace ? m_workspace->collection()->setting(key) : QString(); },
          [this] { return importsIntoNew(); },
          [this] { return importsIntoNew() ? shippedCodebook() : m_workspace->collection()->facts().codebook; },
          this)),
      m_opening(new Opening([this] { return isSomethingOpen(); }, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Tidemark"_s);
    setAcceptDrops(true);
    installSplitterAccessibility();
    new ReturnKey(this);
    new SideButtons(m_actions->back, m_actions->forward, this);
    menuBar()->setAccessibleName(m_actions->menus->text());
    m_stack->addWidget(m_message);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banners);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_jobs);
    setCentralWidget(content);
    setMinimumSize(640, 420);

    connectFile();
    connectAppearance(*m_actions, m_palette, m_motion);
    addHideButton();
    new HelpCommands(m_actions, m_shortcuts, this);
    new QuickHide(this, m_actions->quickHide, m_actions->shiftHides);
    layoutMemory::restoreWindow(this);
    m_actions->fullScreen->setChecked(isFullScreen());
}

MainWindow::~MainWindow()
{
    layoutMemory::saveWindow(this);
    leave();
}

void MainWindow::connectFile()
{
    connect(m_opening, &Opening::came, this, &MainWindow::adopt);
    connect(m_opening, &Opening::failed, this, &MainWindow::showFailure);
    connect(m_opening, &Opening::takesLong, this, [this] {
        m_message->say(tr("Opening %1 ... Where an import was interrupted, its work is finished first, which "
                          "takes minutes with millions of stories.")
                           .arg(isolated(m_nameOpening)));
    });
    connect(m_chooser, &CollectionChooser::chosen, this,
            [this](const QString &path, Collection::Missing missing) { openCollection(path, missing); });
    connect(m_banners, &Banners::collectionWished, m_chooser, &CollectionChooser::create);
    connect(m_banners, &Banners::importWished, m_imports, &ImportQueue::choose);
    connect(m_actions->newCollection, &QAction::triggered, m_chooser, &CollectionChooser::create);
    connect(m_actions->open, &QAction::triggered, m_chooser, &CollectionChooser::open);
    connect(m_actions->sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_actions->import, &QAction::triggered, m_imports, &ImportQueue::choose);
    connect(m_imports, &ImportQueue::chosen, this, &MainWindow::importFiles);
    connect(m_imports, &ImportQueue::importWished, this, &MainWindow::startImport);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->menus, &QAction::triggered, this, [bar = menuBar()] {
        QAction *first = bar->actions().constFirst();
        bar->setActiveAction(first);
        first->menu()->setActiveAction(first->menu()->actions().constFirst());
    });
    connect(m_actions->contextMenu, &QAction::triggered, this, &MainWindow::openContextMenu);
    connect(m_menus.recent, &QMenu::aboutToShow, this, [this] { m_chooser->fillRecent(m_menus.recent); });
}

/// Qt knows the menu key alone, which many keyboards lack.
void MainWindow::openContextMenu()
{
    QWidget *focus = focusWidget();
    if (!focus)
        return;
    const QPoint place = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, focus->mapToGlobal(place));
    QCoreApplication::sendEvent(focus, &event);
}

void MainWindow::addHideButton()
{
    auto *hide = new QToolButton(this);
    hide->setDefaultAction(m_actions->quickHide);
    hide->setText(tr("Hide"));
    hide->setAutoRaise(true);
    hide->setAccessibleName(tr("Hide everything"));
    menuBar()->setCornerWidget(hide);
}

void MainWindow::openCollection(const QString &path, Collection::Missing missing, const QStringList &files)
{
    if (isOpen(path)) {
        stay();
        importFiles(files);
        return;
    }
    whenIdle(tr("Stop and Open"), [this, path, missing, files] {
        sayThatItOpens(QFileInfo(path).completeBaseName());
        m_opening->wish(path, missing);
        importFiles(files);
    });
}

void MainWindow::openSample()
{
    if (m_workspace && m_workspace->collection()->facts().invented)
        return stay();
    whenIdle(tr("Stop and Open"), [this] {
        sayThatItOpens(tr("the sample"));
        m_opening->wishSample();
    });
}

bool MainWindow::isOpen(const QString &path) const
{
    const QString known = QFileInfo(path).canonicalFilePath();
    return m_workspace && !known.isEmpty()
        && known == QFileInfo(m_workspace->collection()->facts().path).canonicalFilePath();
}

void MainWindow::sayThatItOpens(const QString &name)
{
    m_nameOpening = name;
    m_message->say(tr("Opening %1 ...").arg(isolated(name)));
    showWorkspace(false);
}

void MainWindow::showWorkspace(bool shown)
{
    m_actions->setInSight(shown);
    m_banners->setEnabled(shown);
    for (QMenu *menu : {m_menus.themes, m_menus.voice, m_menus.timeline})
        menu->setEnabled(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_workspace) : m_message);
    if (shown)
        m_workspace->setFocus();
}

void MainWindow::stay()
{
    m_opening->wishNothing();
    m_afterOpening.clear();
    if (m_workspace && m_workspace != m_stack->currentWidget())
        showWorkspace(true);
}

bool MainWindow::isSomethingOpen() const
{
    return m_workspace
        && (m_jobs->isBusy() || isHidden() || QApplication::activeModalWidget()
            || QApplication::activePopupWidget());
}

void MainWindow::showFailure(const Error &error, const QString &path)
{
    QVector<MessageCard::Offer> offers{{tr("Open Another..."), [this] { m_chooser->open(); }},
                                       {tr("New Collection..."), [this] { m_chooser->create(); }},
                                       {tr("Sample Collection"), [this] { openSample(); }}};
    if (error.kind == Error::Kind::NotFound && path.endsWith(".tidemark"_L1))
        offers.prepend({tr("Make It"), [this, path] { openCollection(path, Collection::Missing::Create); }});
    m_message->say(error.message, offers);
    if (m_workspace)
        m_jobs->showFailure(error.message);
    stay();
    emit openingFailed(error.message);
}

void MainWindow::adopt(std::unique_ptr<Collection> &collection)
{
    leave();
    const CollectionFacts facts = collection->facts();
    recentCollections::add(facts.path);
    m_actions->setCollectionState(true, !facts.readOnly);
    m_workspace = new Workspace(std::move(collection), m_actions, m_menus, m_jobs, this);
    auto *commands = new CollectionCommands(m_workspace->collection(), m_workspace->covering(), m_actions, m_jobs,
                                            m_workspace);
    new EventCommands(m_workspace->collection(), m_actions, m_jobs, m_workspace);
    new SourceCommands(m_workspace->collection(), m_actions, m_jobs, m_workspace);
    connect(m_banners, &Banners::coveringWished, commands, &CollectionCommands::cover);
    m_workspace->setNotices(m_banners);
    connect(m_banners, &Banners::focusLeft, m_workspace, qOverload<>(&QWidget::setFocus));
    connect(m_workspace, &Workspace::importWished, m_imports, &ImportQueue::choose);
    m_stack->addWidget(m_workspace);
    showWorkspace(true);
    setWindowTitle(tr("%1 - Tidemark").arg(isolated(facts.invented ? tr("Sample (invented)") : facts.name)));
    m_banners->showFor(facts, *m_workspace->covering());
    emit opened();
    const auto wished = std::exchange(m_afterOpening, {});
    for (const auto &then : wished)
        then();
}

void MainWindow::leave()
{
    if (!m_workspace)
        return;
    m_actions->setCollectionState(false, false);
    delete std::exchange(m_workspace, nullptr);
    setWindowTitle(u"Tidemark"_s);
    m_banners->clear();
    m_jobs->dismissFailures();
    m_reports = nullptr; // stays in sight, and tells of that collection alone
}

void MainWindow::whenIdle(const QString &verb, const std::function<void()> &then)
{
    if (!m_jobs->isBusy()) {
        then();
        return;
    }
    QDialog *question
        = ask(this,
              tr("A job is still running. A stopped import keeps what came in and can go on later; anything else "
                 "that is stopped is as if it had not begun."),
              verb, [this, then] {
                  m_jobs->stopAll();
                  then();
              });
    // With the last job its reason is gone, too.
    connect(m_jobs, &JobBar::becameIdle, question, [question, then] {
        if (!question->isVisible()) // answered already
            return;
        question->close();
        then();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closing || !m_jobs->isBusy()) {
        event->accept();
        return;
    }
    event->ignore();
    whenIdle(tr("Stop and Quit"), [this] {
        m_closing = true;
        close();
    });
}

} // namespace tidemark
