#include "collection/FeedList.h"
#include "model/SubscriptionsModel.h"
#include "support/PostServer.h"
#include "ui/OpenedWindow.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Sources in the real window: added, fetched by key, paused, removed.
class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void theModelTellsHowEachSourceStands();
    void aSourceIsAddedAndFetched();
    void listsOfFeedsComeAndGo();
    void whatIsMissingIsSaid();
    void whatCostsMoneyIsSaidFirst();

private:
    QTemporaryDir m_folder;
};

void TestSources::theModelTellsHowEachSourceStands()
{
    SubscriptionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CollectionFacts facts;
    SubscriptionFacts feed;
    feed.subscription.number = 7;
    feed.subscription.name = u"A blog"_s;
    feed.subscription.everyMinutes = 30;
    feed.state.outcome = FetchOutcome::Offline;
    feed.state.askedAt = QDateTime(QDate(2026, 8, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    facts.subscriptions = {feed};
    facts.sources = {{1, u"A blog"_s, u"feed"_s, 12, {}}};
    model.setFacts(facts);
    QStringList row;
    for (int column = 0; column < model.columnCount(); ++column)
        row << model.index(0, column).data().toString();
    QCOMPARE(row.join(u'|'), u"A blog|Feed|12|Offline|Aug 1, 2026 12:00|Aug 1, 2026 12:30"_s);
    QCOMPARE(model.rowOf(7), 0);
    QCOMPARE(model.rowOf(8), -1);
    feed.subscription.paused = true;
    facts.subscriptions = {feed};
    model.setFacts(facts);
    QCOMPARE(model.index(0, SubscriptionsModel::NextColumn).data().toString(), u"Paused"_s);
}

void TestSources::aSourceIsAddedAndFetched()
{
    test::PostServer server;
    server.add(3);
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    opened.action(u"sources"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"sourcesDialog"_s));
    QDialog *sources = OpenedWindow::dialog(u"sourcesDialog"_s);
    QTest::mouseClick(sources->findChild<QPushButton *>(u"addSource"_s), Qt::LeftButton);
    QTRY_VERIFY(OpenedWindow::dialog(u"subscriptionDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"subscriptionDialog"_s);
    auto *service = dialog->findChild<QComboBox *>(u"serviceBox"_s);
    service->setCurrentIndex(service->findData(u"mastodon"_s));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"addressBox"_s), server.address(QString()).toString());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"anyTagsBox"_s), u"#MeToo"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    auto *table = sources->findChild<QTableView *>(u"sourcesTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(server.requests().size(), 0);
    QTest::keyClick(sources, Qt::Key_Escape);

    // Posts of January and later; the dialog's date is some weeks before today.
    for (auto &post : server.posts())
        post.at = QDateTime::currentDateTimeUtc().addSecs(-60);
    QTRY_VERIFY(!OpenedWindow::dialog(u"sourcesDialog"_s));
    QAction *fetch = opened.action(u"fetchAll"_s);
    QCOMPARE(fetch->shortcut(), QKeySequence(Qt::Key_F5));
    fetch->trigger();
    const auto state = [&] { return opened.workspace()->collection()->facts().subscriptions.constFirst().state; };
    QTRY_VERIFY_WITH_TIMEOUT(state().outcome != FetchOutcome::Never, 30000);
    QVERIFY2(state().outcome == FetchOutcome::Done, qPrintable(state().message));
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), u"9 stories"_s, 30000);
    QCOMPARE(opened.workspace()->collection()->facts().subscriptions.constFirst().state.outcome,
             FetchOutcome::Done);
}

void TestSources::listsOfFeedsComeAndGo()
{
    const QString list = m_folder.filePath(u"feeds.opml"_s);
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeOpml({{u"One"_s, QUrl(u"https://one.example/feed"_s), {}},
                          {u"Two"_s, QUrl(u"https://two.example/feed"_s), {}}}));
    file.close();
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    opened.action(u"sources"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"sourcesDialog"_s));
    QDialog *sources = OpenedWindow::dialog(u"sourcesDialog"_s);
    const auto press = [&](const QString &button, const QString &path) {
        QTimer::singleShot(0, this, [path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        QTest::mouseClick(sources->findChild<QPushButton *>(button), Qt::LeftButton);
    };
    const auto feeds = [&] { return subscribedFeeds(opened.workspace()->collection()->facts()).size(); };
    QVERIFY(sources->findChild<QPushButton *>(u"importSources"_s)->isEnabled());
    press(u"importSources"_s, list);
    QTRY_COMPARE(feeds(), 2);
    QTRY_VERIFY(sources->findChild<QPushButton *>(u"exportSources"_s)->isEnabled());
    const QString written = m_folder.filePath(u"written.opml"_s);
    press(u"exportSources"_s, written);
    QTRY_VERIFY(QFile::exists(written));
    QTRY_VERIFY(sources->findChild<QLabel *>(u"sourceSentence"_s)->text().contains(u"written.opml"_s));
    QCOMPARE(readOpmlFile(written)->size(), 2);
    // Once more: they are there.
    press(u"importSources"_s, list);
    QTRY_VERIFY(OpenedWindow::dialog<QMessageBox>(u"notice"_s));
    auto *notice = OpenedWindow::dialog<QMessageBox>(u"notice"_s);
    QVERIFY2(notice->text().contains(u'2'), qPrintable(notice->text()));
    notice->close();
    QCOMPARE(feeds(), 2);
}

void TestSources::whatIsMissingIsSaid()
{
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    opened.action(u"sources"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"sourcesDialog"_s));
    OpenedWindow::dialog(u"sourcesDialog"_s)->findChild<QPushButton *>(u"addSource"_s)->click();
    QTRY_VERIFY(OpenedWindow::dialog(u"subscriptionDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"subscriptionDialog"_s);
    auto *service = dialog->findChild<QComboBox *>(u"serviceBox"_s);
    service->setCurrentIndex(service->findData(u"x"_s));
    dialog->findChild<QLineEdit *>(u"addressBox"_s)->setText(u"https://api.x.com"_s);
    dialog->findChild<QLineEdit *>(u"wordsBox"_s)->setText(u"metoo"_s);
    const QString lack = dialog->findChild<QLabel *>(u"lackLabel"_s)->text();
    QVERIFY2(lack.contains(u"budget"_s), qPrintable(lack));
    QVERIFY(dialog->findChild<QLineEdit *>(u"accountBox"_s)->isHidden());
}

/// And nothing is asked before somebody agrees.
void TestSources::whatCostsMoneyIsSaidFirst()
{
    test::LocalServer server;
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    Subscription search;
    search.name = u"what costs"_s;
    search.service = Service::X;
    search.address = server.address(QString());
    search.words = u"metoo"_s;
    search.budget = 250;
    auto added = opened.workspace()->collection()->addSubscription(search);
    QTRY_VERIFY(added.answer.isFinished());
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog<QMessageBox>(u"question"_s));
    auto *question = OpenedWindow::dialog<QMessageBox>(u"question"_s);
    QVERIFY2(question->text().contains(u"250"_s), qPrintable(question->text()));
    question->close();
    QTRY_VERIFY(!OpenedWindow::dialog<QMessageBox>(u"question"_s));
    QCOMPARE(server.requests().size(), 0);
}

QTEST_MAIN(TestSources)
#include "tst_sources.moc"
