#include "collection/UserFiles.h"
#include "dialogs/ExportDialog.h"
#include "dialogs/FileChoice.h"
#include "picture/Picture.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSizeGrip>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// A lock as SQLite takes it: the process loses it as soon as it closes the file through any other handle.
class Lock
{
public:
    explicit Lock(const QString &path)
        : m_path(QFile::encodeName(path)), m_handle(::open(m_path.constData(), O_RDWR))
    {
        struct flock lock = shared();
        m_isTaken = ::fcntl(m_handle, F_SETLK, &lock) == 0;
    }
    ~Lock() { ::close(m_handle); }
    Q_DISABLE_COPY_MOVE(Lock)

    /// As another process sees it.
    [[nodiscard]] bool isHeld() const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            struct flock wish = shared();
            wish.l_type = F_WRLCK;
            const int handle = ::open(m_path.constData(), O_RDWR);
            ::_exit(handle >= 0 && ::fcntl(handle, F_GETLK, &wish) == 0 && wish.l_type != F_UNLCK ? 1 : 0);
        }
        int status = 0;
        return m_isTaken && ::waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 1;
    }

private:
    static struct flock shared()
    {
        struct flock lock = {};
        lock.l_type = F_RDLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 120;
        lock.l_len = 8;
        return lock;
    }

    QByteArray m_path;
    int m_handle;
    bool m_isTaken = false;
};

/// Looks at the dialog that is about to open: waits until it lists so many files, then closes it.
void closeWhenListed(int files, bool &listed)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, files, &listed, rounds = 0]() mutable {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        const auto *list = dialog->findChild<QListView *>(u"listView"_s);
        listed = list && list->model()->rowCount(list->rootIndex()) >= files;
        if (++rounds < 20 || (!listed && rounds < 200)) // icons come after names
            return;
        timer->deleteLater();
        dialog->reject();
    });
    timer->start(25);
}

} // namespace

class tst_file_choice final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsListedIsNotOpened_data();
    void whatIsListedIsNotOpened();
    void everyPartHasARoleAndAName();
    void asksAboutTheFileThatWillBeWritten();
    void aPicturesKindIsChosenFromTheList_data();
    void aPicturesKindIsChosenFromTheList();
    void nextTimeItBeginsWhereTheLastFileWas();
    void anExportGoesOnFromTheChosenPath();
    void databasesAreKnownByTheirBeginning();
};

void tst_file_choice::whatIsListedIsNotOpened_data()
{
    QTest::addColumn<bool>("isTarget");
    QTest::newRow("to read") << false;
    QTest::newRow("to write") << true;
}

void tst_file_choice::whatIsListedIsNotOpened()
{
    QFETCH(bool, isTarget);
    const QTemporaryDir folder;
    const QStringList names{u"c.tidemark"_s, u"c.tidemark-shm"_s, u"c.tidemark-wal"_s};
    std::vector<std::unique_ptr<Lock>> locks;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        locks.push_back(std::make_unique<Lock>(folder.filePath(name)));
        QVERIFY(locks.back()->isHeld());
    }
    bool listed = false;
    closeWhenListed(int(names.size()), listed);
    const QString chosen = isTarget ? chooseTarget(nullptr, u"Save"_s, folder.path(), u"All files (*)"_s)
                                    : chooseFile(nullptr, u"Open"_s, folder.path(), u"All files (*)"_s);
    QVERIFY(chosen.isEmpty());
    QVERIFY(listed);
    for (const auto &lock : locks)
        QVERIFY(lock->isHeld());
}

void tst_file_choice::everyPartHasARoleAndAName()
{
    const QTemporaryDir folder;
    QString name;
    bool hasGrip = true;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        hasGrip = dialog->findChild<QSizeGrip *>() != nullptr;
        const QAccessibleInterface *files
            = QAccessible::queryAccessibleInterface(dialog->findChild<QFrame *>(u"frame"_s));
        name = files ? files->text(QAccessible::Name) : QString();
        dialog->reject();
    });
    timer.start(25);
    QVERIFY(chooseFile(nullptr, u"Open"_s, folder.path(), u"All files (*)"_s).isEmpty());
    QCOMPARE(name, u"Files"_s);
    QVERIFY(!hasGrip);
}

void tst_file_choice::asksAboutTheFileThatWillBeWritten()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"chart.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    bool asked = false;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&asked] {
        if (auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = question->text().contains(u"chart.png"_s);
            question->reject();
        } else if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
            if (asked)
                return dialog->reject();
            dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(u"chart"_s);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    timer.start(25);
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, folder.path(), u"Pictures (*.png *.svg)"_s), QString());
    QVERIFY(asked);
}

void tst_file_choice::aPicturesKindIsChosenFromTheList_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << 0 << u"chart.png"_s;
    QTest::newRow("svg") << 1 << u"chart.svg"_s;
    QTest::newRow("pdf") << 2 << u"chart.pdf"_s;
}

void tst_file_choice::aPicturesKindIsChosenFromTheList()
{
    QFETCH(int, row);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&timer, row] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer.stop();
        auto *kinds = dialog->findChild<QComboBox *>(u"fileTypeCombo"_s);
        kinds->setCurrentIndex(row);
        QMetaObject::invokeMethod(kinds, "activated", Q_ARG(int, row));
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    timer.start(25);
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, folder.filePath(u"chart.png"_s), pictureFiles()),
             folder.filePath(name));
}

void tst_file_choice::nextTimeItBeginsWhereTheLastFileWas()
{
    const QTemporaryDir folder;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [] {
        if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    timer.start(25);
    const QString first = folder.filePath(u"first.csv"_s);
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, first, u"CSV files (*.csv)"_s), first);
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, usualFolder() + u"/second.csv"_s, u"CSV files (*.csv)"_s),
             folder.filePath(u"second.csv"_s));
    const QTemporaryDir other; // a caller may have a reason for another one
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, other.filePath(u"third.csv"_s), u"CSV files (*.csv)"_s),
             other.filePath(u"third.csv"_s));
    const QString atHome = QDir::homePath() + u"/fourth.csv"_s; // as somebody typed it
    QCOMPARE(chooseTarget(nullptr, u"Save"_s, atHome, u"CSV files (*.csv)"_s), atHome);
}

/// By Return, which would ask for another file as long as the button has the focus.
void tst_file_choice::anExportGoesOnFromTheChosenPath()
{
    const QTemporaryDir folder;
    ExportDialog dialog({}, 1);
    dialog.setPath(folder.filePath(u"stories.csv"_s));
    dialog.show();
    auto *choose = dialog.findChild<QPushButton *>(u"choosePath"_s);
    choose->setFocus();
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&timer] {
        auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!files)
            return;
        timer.stop();
        QMetaObject::invokeMethod(files, "accept", Qt::QueuedConnection);
    });
    timer.start(25);
    choose->click();
    QCOMPARE(dialog.focusWidget(), dialog.findChild<QLineEdit *>(u"exportPath"_s));
}

void tst_file_choice::databasesAreKnownByTheirBeginning()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"c.tidemark"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0'));
    file.close();
    QVERIFY(isDatabase(path));
    QVERIFY(!isDatabase(folder.filePath(u"missing"_s)));
}

QTEST_MAIN(tst_file_choice)
#include "tst_file_choice.moc"
