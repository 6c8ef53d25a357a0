#include "collection/UserFiles.h"
#include "command/Command.h"
#include "command/Terminal.h"
#include "store/Store.h"
#include "text/Translations.h"
#include "window/Window.h"

#include <QApplication>

#include <clocale>
#include <cstdlib>
#include <langinfo.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A crash must not leave people's words in a core file.
void leaveNoCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

/// Names of files and what is printed are UTF-8; Qt would otherwise say at each start that it switches to it.
void speakUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setenv("LC_ALL", "C.UTF-8", 1);
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"tidemark"_s);
    QCoreApplication::setApplicationName(u"tidemark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDEMARK_VERSION));
}

/// Does what the arguments ask for where they name a command; gives nothing where they are the window's business.
std::optional<int> runWithoutDisplay(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    speak({});
    if (const auto prepared = prepareSqlite(); !prepared)
        return fail(prepared.error());
    return runCommandLine(QCoreApplication::arguments().mid(1));
}

} // namespace

int main(int argc, char **argv)
{
    keepOwnFilesPrivate();
    leaveNoCoreDumps();
    speakUtf8();
    if (const auto code = runWithoutDisplay(argc, argv))
        return *code;
    QApplication application(argc, argv);
    nameApplication();
    return runWindow(application, QApplication::arguments().mid(1));
}
