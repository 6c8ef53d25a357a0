#include "jobs/JobBar.h"
#include "model/StoryListModel.h"
#include "search/FilterChipButton.h"
#include "story/WorkPool.h"
#include "ui/OpenedWindow.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
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
    void whatWasLockedIsLockedAgain();
    void theSameFileIsNotOpenedTwice();
    void anotherCollectionFollowsAndTakesTheFailuresAlong();
    void aQuestionIsAnsweredBeforeTheNextCollectionComes();
    void whatIsDoneOnAnAnswerIsDoneBeforeTheNextCollectionComes();
    void whatCameOfForgettingIsToldBeforeTheNextCollectionComes();
    void ofTwoOpeningsTheLastOneCounts();
    void aCollectionThatIsOnItsWayIsNotOpenedOnceMore_data();
    void aCollectionThatIsOnItsWayIsNotOpenedOnceMore();
    void nothingIsDoneWithStoriesOutOfSight();
    void whatIsDroppedWithACollectionIsImportedIntoThat_data();
    void whatIsDroppedWithACollectionIsImportedIntoThat();
    void aFileChosenWhileACollectionIsOnItsWayIsImportedIntoThat();
    void whereAJobRunsWhatWasDroppedWaitsForTheAnswer();
    void filesDroppedOnTheSampleGoIntoOneNewCollection();
    void anImportThatWasMeantForANewCollectionIsAskedAboutAnewWhereAnotherComes();
    void anImportOverTheSampleThatIsNotToStopAJobIsForgotten();
    void aCollectionThatIsNotThereCanBeMade();
    void aCopyThatWasSavedIsToldOf();

private:
    [[nodiscard]] QStringList failures() const;
    [[nodiscard]] QString csv() const { return m_folder.filePath(u"posts.csv"_s); }
    [[nodiscard]] QString madeCollection(const QString &name) const;
    [[nodiscard]] QString pathOpen() const { return m_window->workspace()->collection()->facts().path; }
    void drop(const QStringList &paths) const;
    void openSample() const;
    static void clickImport();
    static void answer(const QString &verb);

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

QString tst_opening::madeCollection(const QString &name) const
{
    const QString path = m_folder.filePath(name + u".tidemark"_s);
    return Collection::open(path, Collection::Missing::Create) ? path : QString();
}

void tst_opening::drop(const QStringList &paths) const
{
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window->window(), &enter);
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window->window(), &drop);
}

void tst_opening::openSample() const
{
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->window()->openSample();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);
}

void tst_opening::clickImport()
{
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    auto *button = OpenedWindow::dialog(u"importDialog"_s)->findChild<QPushButton *>(u"importButton"_s);
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

void tst_opening::answer(const QString &verb)
{
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    const auto buttons = OpenedWindow::dialog(u"question"_s)->findChildren<QPushButton *>();
    const auto button = std::find_if(buttons.cbegin(), buttons.cend(), [&verb](const QPushButton *each) {
        return each->text().remove(u'&') == verb;
    });
    QVERIFY(button != buttons.cend());
    QTest::mouseClick(*button, Qt::LeftButton);
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
    workPool()->waitForDone();
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_VERIFY(m_window->workspace());
    QTRY_COMPARE(m_window->list()->currentStory(), read);
}

void tst_opening::whatWasLockedIsLockedAgain()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->chips().size(), 1);
    QAbstractButton *chip = m_window->chips().constFirst();
    OpenedWindow::chooseFromMenu(chip, chip->rect().center(), u"Lock Against Clear All"_s);
    QTRY_VERIFY(!m_window->workspace()->history()->locked().isEmpty());
    const Filter locked = m_window->workspace()->history()->locked();
    const QString path = m_window->workspace()->collection()->facts().path;
    m_window.reset();
    workPool()->waitForDone();
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_VERIFY(m_window->workspace());
    QCOMPARE(m_window->workspace()->history()->locked(), locked);
    QCOMPARE(m_window->chips().size(), 1);
    QVERIFY(qobject_cast<FilterChipButton *>(m_window->chips().constFirst())->state().locked);
}

void tst_opening::theSameFileIsNotOpenedTwice()
{
    const Workspace *before = m_window->workspace();
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    QSignalSpy failed(m_window->window(), &MainWindow::openingFailed);
    m_window->window()->openCollection(before->collection()->facts().path, Collection::Missing::Fail);
    workPool()->waitForDone(); // where a collection would be opened
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
    QVERIFY(!before->isVisible()); // where it would be used to the last
    workPool()->waitForDone();     // where a collection is opened
    QVERIFY(!opened.wait(300));
    QCOMPARE(opened.size(), 0);
    QCOMPARE(m_window->workspace(), before);
    QPointer<Collection> collection = before->collection();
    qint64 forgotten = 0;
    connect(collection, &Collection::changed, this,
            [&](const CollectionChange &) { forgotten = 6 - collection->facts().stories; });
    answer(u"Forget"_s);
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
    workPool()->waitForDone();
    QVERIFY(!opened.wait(300));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_window->workspace()->collection()->facts().path, last);
    m_window->window()->openCollection(m_folder.filePath(u"first.tidemark"_s), Collection::Missing::Fail);
    m_window->window()->openCollection(last, Collection::Missing::Fail); // back to what is open
    QVERIFY(m_window->workspace()->isVisible());
    workPool()->waitForDone();
    QVERIFY(!opened.wait(300));
    QCOMPARE(opened.size(), 1);
}

void tst_opening::whatIsDoneOnAnAnswerIsDoneBeforeTheNextCollectionComes()
{
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->list()->step(1);
    QTRY_VERIFY(m_window->action(u"forget"_s)->isEnabled());
    m_window->action(u"forget"_s)->trigger();
    m_window->window()->openCollection(m_folder.filePath(u"soon.tidemark"_s), Collection::Missing::Create);
    workPool()->waitForDone(); // the collection is there, and nobody has looked yet
    answer(u"Forget"_s);
    QTRY_VERIFY(!opened.isEmpty() || OpenedWindow::dialog(u"notice"_s));
    QCOMPARE(opened.size(), 0);
    OpenedWindow::dialog(u"notice"_s)->close();
    QTRY_COMPARE(opened.size(), 1);
}

/// Where the saved copies lie on a disk that answers late.
void tst_opening::whatCameOfForgettingIsToldBeforeTheNextCollectionComes()
{
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->list()->step(1);
    QTRY_VERIFY(m_window->action(u"forget"_s)->isEnabled());
    m_window->action(u"forget"_s)->trigger();
    m_window->window()->openCollection(m_folder.filePath(u"late.tidemark"_s), Collection::Missing::Create);
    QThreadPool *pool = workPool();
    pool->waitForDone(); // the collection is there
    QSemaphore disk;
    const int threads = pool->maxThreadCount();
    const auto freeDisk = qScopeGuard([pool, &disk, threads] {
        disk.release(threads);
        pool->waitForDone();
    });
    for (int thread = 0; thread < threads; ++thread)
        pool->start([&disk] { disk.acquire(); });
    QSignalSpy changed(m_window->workspace()->collection(), &Collection::changed);
    answer(u"Forget"_s);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!opened.wait(500));
    disk.release(threads);
    QTRY_VERIFY(OpenedWindow::dialog(u"notice"_s));
    QCOMPARE(opened.size(), 0);
    OpenedWindow::dialog(u"notice"_s)->close();
    QTRY_COMPARE(opened.size(), 1);
}

void tst_opening::aCollectionThatIsOnItsWayIsNotOpenedOnceMore_data()
{
    QTest::addColumn<bool>("goesBack");
    QTest::newRow("wished twice") << false;
    QTest::newRow("wished, given up and wished again") << true;
}

void tst_opening::aCollectionThatIsOnItsWayIsNotOpenedOnceMore()
{
    QFETCH(const bool, goesBack);
    const QString path = madeCollection(QString::fromLatin1(QTest::currentDataTag()));
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    workPool()->waitForDone(); // it is there, and nobody has looked yet
    if (goesBack) {
        m_window->window()->openCollection(pathOpen(), Collection::Missing::Fail);
        QVERIFY(m_window->workspace()->isVisible());
    }
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QVERIFY(!m_window->workspace()->isVisible());
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(pathOpen(), path);
    QVERIFY(!m_window->workspace()->collection()->facts().readOnly);
    QVERIFY(!opened.wait(300));
    QCOMPARE(opened.size(), 1);
}

void tst_opening::nothingIsDoneWithStoriesOutOfSight()
{
    const QStringList names{u"star"_s, u"undo"_s, u"nextStory"_s, u"themeKey1"_s, u"voiceKey1"_s, u"forget"_s};
    const auto enabled = [&] {
        QStringList found = names;
        found.removeIf([this](const QString &name) { return !m_window->action(name)->isEnabled(); });
        return found;
    };
    const QString here = pathOpen();
    const QString next = madeCollection(u"sight"_s);
    const auto *jobs = m_window->window()->findChild<JobBar *>();
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->list()->step(1);
    QTRY_VERIFY(m_window->action(u"star"_s)->isEnabled());
    QTest::keyClick(m_window->window(), Qt::Key_S);
    QVERIFY(jobs->isBusy());
    QTRY_COMPARE(enabled(), names);
    QTRY_VERIFY(!jobs->isBusy());

    const StoryId story = m_window->list()->currentStory();
    m_window->window()->openCollection(next, Collection::Missing::Fail);
    QCOMPARE(enabled(), QStringList());
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_M, Qt::Key_J, Qt::Key_1})
        QTest::keyClick(m_window->window(), key);
    QTest::keyClick(m_window->window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!jobs->isBusy());
    QCOMPARE(m_window->list()->currentStory(), story);
    QVERIFY(!m_window->child<QMenu>(u"themesMenu"_s)->menuAction()->isEnabled());
    QVERIFY(!m_window->child<QMenu>(u"voiceMenu"_s)->menuAction()->isEnabled());
    m_window->window()->openCollection(here, Collection::Missing::Fail);
    QCOMPARE(enabled(), names);
    QVERIFY(m_window->child<QMenu>(u"themesMenu"_s)->menuAction()->isEnabled());

    m_window->action(u"forget"_s)->trigger(); // a question, for which the next collection waits
    m_window->window()->openCollection(next, Collection::Missing::Fail);
    Collection *collection = m_window->workspace()->collection();
    QSignalSpy changed(collection, &Collection::undoChanged);
    const auto marked = collection->setMark({story}, Collection::Mark::DoNotQuote, true);
    QTRY_VERIFY(marked.answer.isFinished() && !changed.isEmpty());
    QCoreApplication::processEvents(); // until everybody has heard of it
    QCOMPARE(enabled(), QStringList());
    answer(u"Cancel"_s);
    QTRY_COMPARE(pathOpen(), next);
    QVERIFY(!m_window->action(u"undo"_s)->isEnabled());
    QVERIFY(m_window->action(u"nextStory"_s)->isEnabled());
}

void tst_opening::whatIsDroppedWithACollectionIsImportedIntoThat_data()
{
    QTest::addColumn<bool>("fileComesFirst");
    QTest::newRow("collection and file") << false;
    QTest::newRow("file and collection") << true;
}

void tst_opening::whatIsDroppedWithACollectionIsImportedIntoThat()
{
    QFETCH(const bool, fileComesFirst);
    const QString path = madeCollection(QString::fromLatin1(QTest::currentDataTag()));
    drop(fileComesFirst ? QStringList{csv(), path} : QStringList{path, csv()});
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    QCOMPARE(pathOpen(), path);
    clickImport();
    QTRY_VERIFY(OpenedWindow::dialog(u"importReportDialog"_s));
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QCOMPARE(pathOpen(), path);
}

void tst_opening::aFileChosenWhileACollectionIsOnItsWayIsImportedIntoThat()
{
    const QString path = madeCollection(u"chosen"_s);
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTimer::singleShot(0, this, [this] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->selectFile(csv());
        QMetaObject::invokeMethod(dialog, "accept");
    });
    m_window->action(u"importFile"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    QCOMPARE(pathOpen(), path);
    OpenedWindow::dialog(u"importDialog"_s)->close();
}

void tst_opening::whereAJobRunsWhatWasDroppedWaitsForTheAnswer()
{
    const QString here = pathOpen();
    const QString path = madeCollection(u"busy"_s);
    QPromise<Result<int>> work;
    work.start();
    m_window->window()->findChild<JobBar *>()->run(u"Working (invented)"_s,
                                                   Job<int>{work.future(), std::make_shared<Progress>()});
    drop({csv(), path});
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    QVERIFY(!OpenedWindow::dialog(u"importDialog"_s));
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    answer(u"Stop and Open"_s);
    QVERIFY(!opened.wait(150));
    QCOMPARE(pathOpen(), here);
    work.addResult(0);
    work.finish();
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    QCOMPARE(pathOpen(), path);
    OpenedWindow::dialog(u"importDialog"_s)->close();
}

void tst_opening::filesDroppedOnTheSampleGoIntoOneNewCollection()
{
    openSample();
    QFile more(m_folder.filePath(u"more.csv"_s));
    QVERIFY(more.open(QIODevice::WriteOnly));
    more.write("text,posted_at,platform\r\n\"One more (invented)\",2017-10-21T10:00:00Z,twitter\r\n");
    more.close();
    QSignalSpy opened(m_window->window(), &MainWindow::opened);
    drop({csv(), more.fileName()});
    clickImport();
    clickImport();
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(m_window->count(), u"7 stories"_s);
    QCOMPARE(opened.size(), 1);
}

/// The dialog that was answered spoke of another one.
void tst_opening::anImportThatWasMeantForANewCollectionIsAskedAboutAnewWhereAnotherComes()
{
    openSample();
    const QString path = madeCollection(u"meant"_s);
    m_window->window()->importFiles({csv()});
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    m_window->window()->openCollection(path, Collection::Missing::Fail); // from outside, as by a file manager
    clickImport();
    QTRY_COMPARE(pathOpen(), path);
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    QCOMPARE(OpenedWindow::dialog(u"importDialog"_s)->findChild<QLabel *>(u"importTarget"_s)->text(), QString());
    clickImport();
    QTRY_VERIFY(OpenedWindow::dialog(u"importReportDialog"_s));
    QCOMPARE(pathOpen(), path);
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
}

void tst_opening::anImportOverTheSampleThatIsNotToStopAJobIsForgotten()
{
    openSample();
    const QString path = madeCollection(u"unstopped"_s);
    QPromise<Result<int>> work;
    work.start();
    m_window->window()->findChild<JobBar *>()->run(u"Working (invented)"_s,
                                                   Job<int>{work.future(), std::make_shared<Progress>()});
    m_window->window()->importFiles({csv()});
    clickImport();
    answer(u"Cancel"_s);
    work.addResult(0);
    work.finish();
    QTRY_VERIFY(!m_window->window()->findChild<JobBar *>()->isBusy());
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_COMPARE(pathOpen(), path);
    QVERIFY(!m_window->window()->findChild<JobBar *>()->isBusy());
    const auto isImporting
        = [] { return OpenedWindow::dialog(u"importDialog"_s) || OpenedWindow::dialog(u"importReportDialog"_s); };
    QVERIFY(!QTest::qWaitFor(isImporting, 150));
    QCOMPARE(m_window->count(), u"0 stories"_s);
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
#include "story/WorkPool.h"
#include "tst_opening.moc"
