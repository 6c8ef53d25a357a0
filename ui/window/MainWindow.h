#pragma once

#include "collection/Collection.h"
#include "window/MainMenu.h"
#include "window/Opening.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace tidemark {

class Banners;
class CollectionChooser;
class ImportQueue;
class JobBar;
class MessageCard;
class Palette;
class Shortcuts;
class WindowActions;
class Workspace;
struct ImportWish;

/// The window: banners, one workspace, the running jobs. It opens collections and lets one follow another; what
/// can be done inside of one is the business of its workspace and of the commands that belong to it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What is open stays open, but out of sight, until the other one is there and nothing of the former is under
    /// way. Of several that are wished the last one comes.
    void openCollection(const QString &path, Collection::Missing missing);
    void openSample();
    /// Looks at a file and asks how to import it. With the sample open it goes into a new collection.
    void importFile(const QString &path);

    [[nodiscard]] Workspace *workspace() const { return m_workspace; }

signals:
    void opened();
    void openingFailed(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectFile();
    void openContextMenu();
    void addHideButton();
    [[nodiscard]] bool importsIntoNew() const; ///< nothing is ever imported into the sample
    void startImport(const ImportWish &wish);
    void whenIdle(const QString &verb, const std::function<void()> &then);
    void beginOpening(const QString &path, const QString &name, const QFuture<Opened> &future);
    void endOpening(const QString &path, quint64 number, const Opened &answer);
    void stay(); ///< in the collection that is open; one that is on its way is wished no longer
    /// Of the workspace: a job, or a window, a question, a menu, which may be out of sight for the moment.
    [[nodiscard]] bool isSomethingOpen() const;
    void adopt(std::unique_ptr<Collection> collection);
    void showFailure(const Error &error, const QString &path);
    void leave();

    WindowActions *m_actions;
    Shortcuts *m_shortcuts;
    LiveMenus m_menus;
    Banners *m_banners;
    QStackedWidget *m_stack;
    MessageCard *m_message;
    JobBar *m_jobs;
    Palette *m_palette;
    CollectionChooser *m_chooser;
    Workspace *m_workspace = nullptr;
    ImportQueue *m_imports;
    quint64 m_openings = 0;
    std::function<void()> m_afterOpening; ///< what was wished before the collection was there
    bool m_closing = false;
};

} // namespace tidemark
