#include "window/Window.h"

#include "text/Translations.h"
#include "window/LanguageMenu.h"
#include "window/MainWindow.h"
#include "window/RecentCollections.h"
#include "window/SingleInstance.h"
#include "window/Workspace.h"

#include <QApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// What a start is about.
struct Wish
{
    QString collection;   ///< empty: the sample
    bool isNamed = false; ///< else it is the one that was open last
    QStringList files;    ///< to import into it
};

Wish wishOf(const QStringList &arguments)
{
    Wish wish;
    const auto option = "--collection"_L1;
    const bool hasOption = arguments.contains(option);
    QString before;
    for (const QString &argument : arguments) {
        const bool isCollection = hasOption ? before == option : argument.endsWith(".tidemark"_L1);
        before = argument;
        if (argument.isEmpty() || argument.startsWith(u'-'))
            continue; // the windowing system's options are gone by now, and others are no file's name
        const QString path = QFileInfo(argument).absoluteFilePath();
        if (isCollection && wish.collection.isEmpty())
            wish.collection = path;
        else
            wish.files.append(path);
    }
    wish.isNamed = !wish.collection.isEmpty();
    if (!wish.isNamed)
        wish.collection = recentCollections::last();
    return wish;
}

void open(MainWindow &window, const Wish &wish)
{
    if (!wish.files.isEmpty()) {
        QObject::connect(
            &window, &MainWindow::opened, &window,
            [&window, wish] {
                const QString path = window.workspace()->collection()->path();
                if (!wish.isNamed || QFileInfo(path) == QFileInfo(wish.collection)) // else it could not be opened
                    window.importFiles(wish.files);
            },
            Qt::SingleShotConnection);
    }
    if (wish.collection.isEmpty())
        window.openSample();
    else
        window.openCollection(wish.collection, Collection::Missing::Fail);
}

void listen(SingleInstance &instance, MainWindow &window)
{
    QObject::connect(&window, &MainWindow::opened, &instance, [&instance, &window] {
        const Collection *collection = window.workspace()->collection();
        instance.listenFor(collection->facts().readOnly ? QString() : collection->path());
    });
    QObject::connect(&instance, &SingleInstance::raiseWished, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
    QObject::connect(&instance, &SingleInstance::filesHandedOver, &window, &MainWindow::importFiles);
}

} // namespace

int runWindow(QApplication &application, const QStringList &arguments)
{
    QApplication::setApplicationDisplayName(u"Tidemark"_s);
    QApplication::setDesktopFileName(u"org.tidemark.Tidemark"_s);
    speak(LanguageMenu::chosen());
    const Wish wish = wishOf(arguments);
    if (SingleInstance::handOver(wish.collection, wish.files))
        return 0;
    MainWindow window;
    SingleInstance instance;
    listen(instance, window);
    window.show();
    open(window, wish);
    return application.exec();
}

} // namespace tidemark
