#pragma once

#include "facets/FacetPanel.h"
#include "list/StoryListView.h"
#include "window/MainWindow.h"
#include "window/Workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QTemporaryDir>

#include <memory>

namespace tidemark {

/// The real window with a new collection of six invented stories, for tests that drive it by mouse and keyboard.
/// Three are on Mastodon, three on Twitter; one word, "invented", is in five of them.
class OpenedWindow
{
public:
    /// Once a test program: folders of its own, plain English.
    static bool prepare(const QTemporaryDir &folder);

    explicit OpenedWindow(const QString &folder);

    [[nodiscard]] bool open(); ///< shown, with the six stories in it; false: the test has failed
    [[nodiscard]] bool import(const QString &path);

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Workspace *workspace() const { return m_window->workspace(); }
    [[nodiscard]] QString count() const { return child<QLabel>(QStringLiteral("countLabel"))->text(); }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] StoryListView *list() const { return m_window->findChild<StoryListView *>(); }
    [[nodiscard]] FacetView *facet(Facet facet) const;
    [[nodiscard]] QList<QAbstractButton *> chips() const;
    void clickFacet(Facet facet, const QString &key, Qt::KeyboardModifiers modifiers = {}) const;
    /// Opens a context menu and chooses an entry of it by its words.
    static void chooseFromMenu(QWidget *widget, const QPoint &place, const QString &text);

    template<typename Child>
    [[nodiscard]] Child *child(const QString &name) const
    {
        return m_window->findChild<Child *>(name);
    }

    template<typename Dialog = QDialog>
    [[nodiscard]] static Dialog *dialog(const QString &name)
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (widget->objectName() == name && widget->isVisible())
                return qobject_cast<Dialog *>(widget);
        }
        return nullptr;
    }

private:
    QString m_folder;
    std::unique_ptr<MainWindow> m_window;
    int m_number = 0;
};

} // namespace tidemark
