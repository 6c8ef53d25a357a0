#include "model/StoryListModel.h"
#include "ui/OpenedWindow.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// One collection after another in the real window.
class tst_opening : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void init();
    void cleanup() { m_window.reset(); }

    void aFileThatCannotBeOpenedLeavesTheOpenOne();
    void theStoryReadLastIsThereAgain();
    void theSameFileIsNotOpenedTwice();
    void anotherCollectionFollowsAndTakesTheFailuresAlong();
    void aQuestionIsAnsweredBeforeTheNextCollectionComes();
    void ofTwoOpeningsTheLastOneCounts();
    void aCollectionThatIsNotThereCanBeMade();
    void aCopyThatWasSavedIsToldOf();

private:
    [[nodiscard]] QStringList failures() const;

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_opening::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
}

QStringList tst_opening::failures() const
{
    QStringList sentences;
    const auto labels = m_window->window()->findChildren<QLabel *>(u"jobSentence"_s);
    for (const QLabel *label : labels) {
        if (label->isVisible())
            sentences.append(label->text());
    }
    return sentences;
}

void tst_opening::aFileThatCannotBeOpenedLeavesTheOpenOne()
{
    const QString path = m_folder.filePath(u"invented.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no collection (invented)");
    file.close();
    QSignalSpy failed(m_window->window(), &MainWindow::openingFailed);
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(m_window->workspace() && m_window->workspace()->isVisible());
    QCOMPARE(m_window->count(), u"6 stories"_s);
    QTRY_COMPARE(failures().size(), 1);
    QVERIFY2(failures().constFirst().contains(u"invented.txt"_s), qPrintable(failures().constFirst()));
    auto *dismiss = m_window->child<QToolButton>(u"jobButton"_s);
    QTest::mouseClick(dismiss, Qt::LeftButton);
    QTRY_COMPARE(failures().size(), 0);
}

void tst_opening::theStoryReadLastIsThereAgain()
{
    const auto idAt
        = [this](int row) { return qobject_cast<StoryListModel *>(m_window->list()->model())->idAt(row); };
    const StoryId read = idAt(3);
    m_window->list()->showStory(read);
    QTRY_COMPARE(m_window->workspace()->history()->place().story, read);
    const QString path = m_window->workspace()->collection()->facts().path;
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_VERIFY(m_window->workspace());
    QTRY_COMPARE(m_window->list()->currentStory(), read);
}

void tst_opening::theSameFileIsNotOpenedTwice()
{
    const Workspace *before = m_window->workspace();
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    QSignalSpy failed(m_window->window(), &MainWindow::openingFailed);
    m_window->window()->openCollection(before->collection()->facts().path, Collection::Missing::Fail);
    QThreadPool::globalInstance()->waitForDone(); // where a collection would be opened
    QCoreApplication::processEvents();
    QCOMPARE(opened.size() + failed.size(), 0);
    QCOMPARE(m_window->workspace(), before);
}

void tst_opening::anotherCollectionFollowsAndTakesTheFailuresAlong()
{
    QSignalSpy failed(m_window->window(), &MainWindow::openingFailed);
    m_window->window()->openCollection(m_folder.filePath(u"none.tidemark"_s), Collection::Missing::Fail);
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(failures().size(), 1);
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->window()->openCollection(m_folder.filePath(u"another.tidemark"_s), Collection::Missing::Create);
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(m_window->count(), u"0 stories"_s);
    QCOMPARE(failures().size(), 0);
}

void tst_opening::aQuestionIsAnsweredBeforeTheNextCollectionComes()
{
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->list()->step(1);
    QTRY_VERIFY(m_window->action(u"forget"_s)->isEnabled());
    m_window->action(u"forget"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    Workspace *before = m_window->workspace();
    m_window->window()->openCollection(m_folder.filePath(u"next.tidemark"_s), Collection::Missing::Create);
    QVERIFY(!before->isVisible());                // where it would be used to the last
    QThreadPool::globalInstance()->waitForDone(); // where a collection is opened
    QTest::qWait(300);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(m_window->workspace(), before);
    QPointer<Collection> collection = before->collection();
    qint64 forgotten = 0;
    connect(collection, &Collection::changed, this,
            [&](const CollectionChange &) { forgotten = 6 - collection->facts().stories; });
    const auto buttons = OpenedWindow::dialog(u"question"_s)->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == "Forget"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(OpenedWindow::dialog(u"notice"_s)); // what was begun is told to the end
    QCOMPARE(forgotten, 1);
    QCOMPARE(opened.size(), 0);
    OpenedWindow::dialog(u"notice"_s)->close();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!collection);
    QVERIFY(m_window->workspace()->isVisible());
}

void tst_opening::ofTwoOpeningsTheLastOneCounts()
{
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    const QString last = m_folder.filePath(u"last.tidemark"_s);
    m_window->window()->openCollection(m_folder.filePath(u"first.tidemark"_s), Collection::Missing::Create);
    m_window->window()->openCollection(last, Collection::Missing::Create);
    QTRY_VERIFY(!opened.isEmpty());
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(300);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_window->workspace()->collection()->facts().path, last);
    m_window->window()->openCollection(m_folder.filePath(u"first.tidemark"_s), Collection::Missing::Fail);
    m_window->window()->openCollection(last, Collection::Missing::Fail); // back to what is open
    QVERIFY(m_window->workspace()->isVisible());
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(300);
    QCOMPARE(opened.size(), 1);
}

void tst_opening::aCollectionThatIsNotThereCanBeMade()
{
    const QString path = m_folder.filePath(u"wished.tidemark"_s);
    MainWindow window;
    window.show();
    QSignalSpy failed(&window, &MainWindow::openingFailed);
    window.openCollection(path, Collection::Missing::Fail);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!QFile::exists(path));
    QSignalSpy opened(&window, &MainWindow::opened);
    const auto buttons = window.findChildren<QPushButton *>();
    const auto make = std::find_if(buttons.cbegin(), buttons.cend(),
                                   [](const QPushButton *button) { return button->text() == "Make It"_L1; });
    QVERIFY(make != buttons.cend());
    (*make)->click();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(QFile::exists(path));
}

void tst_opening::aCopyThatWasSavedIsToldOf()
{
    const QString copy = m_folder.filePath(u"copy.tidemark"_s);
    QTimer::singleShot(0, this, [&copy] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->selectFile(copy);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    m_window->action(u"saveCopy"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog<QMessageBox>(u"notice"_s));
    auto *notice = OpenedWindow::dialog<QMessageBox>(u"notice"_s);
    QVERIFY2(notice->text().contains(u"copy.tidemark"_s), qPrintable(notice->text()));
    QVERIFY(QFile::exists(copy));
    notice->close();
}

QTEST_MAIN(tst_opening)
#include "tst_opening.moc"
