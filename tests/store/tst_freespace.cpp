#include "store/FreeSpace.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <limits>

using namespace tidemark;
using namespace Qt::StringLiterals;

class tst_freespace final : public QObject
{
    Q_OBJECT

private slots:
    void aFolderThatIsThereHasAFigure();
    void whatTheSystemDoesNotTellCountsAsRoomEnough();
    void aSystemWithoutATableOfDisksHasRoomToo();
};

void tst_freespace::aFolderThatIsThereHasAFigure()
{
    const QTemporaryDir folder;
    const qint64 space = freeSpaceBeside(folder.filePath(u"posts.tidemark"_s));
    QVERIFY(space > 0);
    QVERIFY(space < std::numeric_limits<qint64>::max());
}

void tst_freespace::whatTheSystemDoesNotTellCountsAsRoomEnough()
{
    const QTemporaryDir folder;
    QCOMPARE(freeSpaceBeside(folder.filePath(u"missing/posts.tidemark"_s)), std::numeric_limits<qint64>::max());
}

// In a container the root folder is in no table of mounted disks.
void tst_freespace::aSystemWithoutATableOfDisksHasRoomToo()
{
    if (geteuid() != 0)
        QSKIP("Only the administrator may change the root folder.");
    const QTemporaryDir folder;
    const pid_t child = fork();
    if (child == 0)
        _exit(chroot(folder.path().toLocal8Bit().constData()) == 0 && chdir("/") == 0
                      && freeSpaceBeside(u"/posts.tidemark"_s) > 0
                  ? 0
                  : 1);
    int status = 1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

QTEST_APPLESS_MAIN(tst_freespace)
#include "tst_freespace.moc"
