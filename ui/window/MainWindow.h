#pragma once

#include "collection/Collection.h"
#include "window/MainMenu.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QStackedWidget;

namespace tidemark {

class Banners;
class CollectionChooser;
class ImportQueue;
class ImportReportDialog;
class JobBar;
class MessageCard;
class Opening;
class Motion;
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
    /// way. Of several that are wished the last one comes. The files are to be imported into it.
    void openCollection(const QString &path, Collection::Missing missing, const QStringList &files = {});
    void openSample();
    /// Looks at files, folders and the archives in them and asks of each how to import it: into the collection that
    /// is on its way, or else the one that is open. With the sample open it goes into a new collection.
    void importFiles(const QStringList &paths);

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
    [[nodiscard]] bool isOpen(const QString &path) const;
    [[nodiscard]] bool importsIntoNew() const; ///< nothing is ever imported into the sample
    void importEach(const QStringList &paths);
    void tellOfImport(const ImportReport &report);
    void startImport(const ImportWish &wish);
    void importIntoNew(const ImportWish &wish);
    void whenIdle(const QString &verb, const std::function<void()> &then);
    void sayThatItOpens(const QString &name);
    void showWorkspace(bool shown); ///< nothing is done with stories that nobody can see
    void stay();                    ///< in the collection that is open; one that is on its way is wished no longer
    /// Of the workspace: a job, or a window, a question, a menu, which may be out of sight for the moment.
    [[nodiscard]] bool isSomethingOpen() const;
    void adopt(std::unique_ptr<Collection> &collection);
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
    Motion *m_motion;
    CollectionChooser *m_chooser;
    Workspace *m_workspace = nullptr;
    ImportQueue *m_imports;
    QPointer<ImportReportDialog> m_reports; ///< where one is in sight: what further imports brought goes there, too
    Opening *m_opening;
    QString m_nameOpening;
    QString m_newOne;                              ///< the collection that was made last for what is to be imported
    QVector<std::function<void()>> m_afterOpening; ///< what was wished before the collection was there
    bool m_closing = false;
};

} // namespace tidemark
