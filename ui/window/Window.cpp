#include "window/Window.h"

#include "window/MainWindow.h"
#include "window/RecentCollections.h"

#include <QApplication>
#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

void openFirst(MainWindow &window, const QString &file)
{
    const QString path = file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
    const bool isCollection = path.endsWith(".tidemark"_L1);
    const QString last = recentCollections::last();
    if (!path.isEmpty() && !isCollection) {
        QObject::connect(
            &window, &MainWindow::opened, &window, [&window, path] { window.importFile(path); },
            Qt::SingleShotConnection);
    }
    if (isCollection)
        window.openCollection(path, Collection::Missing::Create);
    else if (!last.isEmpty())
        window.openCollection(last, Collection::Missing::Fail);
    else
        window.openSample();
}

} // namespace

int runWindow(QApplication &application, const QString &file)
{
    QApplication::setApplicationDisplayName(u"Tidemark"_s);
    QApplication::setDesktopFileName(u"org.tidemark.Tidemark"_s);
    int code = 0;
    {
        MainWindow window;
        window.show();
        openFirst(window, file);
        code = application.exec();
    }
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace tidemark
