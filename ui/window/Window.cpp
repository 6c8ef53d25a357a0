#include "window/Window.h"

#include "window/MainWindow.h"
#include "window/RecentCollections.h"

#include <QApplication>
#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace tidemark {

int runWindow(QApplication &application, const QString &collection)
{
    QApplication::setApplicationDisplayName(u"Tidemark"_s);
    QApplication::setDesktopFileName(u"org.tidemark.Tidemark"_s);
    int code = 0;
    {
        MainWindow window;
        window.show();
        const QString last = recentCollections::last();
        if (!collection.isEmpty())
            window.openCollection(QFileInfo(collection).absoluteFilePath(), Collection::Missing::Create);
        else if (!last.isEmpty())
            window.openCollection(last, Collection::Missing::Fail);
        else
            window.openSample();
        code = application.exec();
    }
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

} // namespace tidemark
