#include "collection/FeedList.h"
#include "dialogs/SourcesDialog.h"
#include "dialogs/SubscriptionDialog.h"
#include "model/SubscriptionsModel.h"
#include "support/PostServer.h"
#include "ui/OpenedWindow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QToolButton>

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
    void whatWasTypedIsAskedAbout();
    void whatIsMissingIsSaid();
    void whatStandsInTheWayIsSaid_data();
    void whatStandsInTheWayIsSaid();
    void aFeedGoesBackAsFarAsItDoes();
    void whatWasSaidOfTheDayOutlivesTheService();
    void whatCostsMoneyIsSaidFirst();
    void budgetsStandInTheRow();
    void everyCommandHasAKey();
    void removingAsksFirstAndLeavesTheNextOneChosen();
    void aFetchIsStoppedFromTheSources();
    void whoAsksIsToldHowItWent();
    void aFeedThatHasMovedSaysWhere();
    void aFailureGoesOnceItWentWell();
    void aFailureGoesWithWhatWasEdited();
    void daysBeginInTheCollectionsZone();

private:
    static Subscription subscriptionTo(const QUrl &address, const QString &name, Service service = Service::Feed)
    {
        Subscription subscription;
        subscription.name = name;
        subscription.service = service;
        subscription.address = address;
        return subscription;
    }
    static void add(const OpenedWindow &opened, const Subscription &subscription)
    {
        const auto added = opened.workspace()->collection()->addSubscription(subscription);
        QTRY_VERIFY(added.answer.isFinished());
        QVERIFY(added.answer.result());
    }
    /// The open dialog; the test has failed if there is none.
    static QDialog *openSources(const OpenedWindow &opened)
    {
        opened.action(u"sources"_s)->trigger();
        (void)QTest::qWaitFor([] { return OpenedWindow::dialog(u"sourcesDialog"_s) != nullptr; });
        return OpenedWindow::dialog(u"sourcesDialog"_s);
    }

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
    QCOMPARE(row.join(u'|'), u"A blog|Feed|12|Offline|Aug 1, 2026 12:00|Aug 1, 2026 12:30|"_s);
    QVERIFY(!model.hasBudgets());
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
    QTRY_COMPARE_WITH_TIMEOUT(state().outcome, FetchOutcome::Done, 30000);
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
    const auto isTold = [](const QString &words) {
        QTRY_VERIFY(OpenedWindow::dialog<QMessageBox>(u"notice"_s));
        auto *notice = OpenedWindow::dialog<QMessageBox>(u"notice"_s);
        QCOMPARE(notice->text(), words);
        notice->close();
        QTRY_VERIFY(!OpenedWindow::dialog<QMessageBox>(u"notice"_s));
    };
    press(u"importSources"_s, list);
    isTold(u"Added 2 of 2 feeds."_s);
    QCOMPARE(feeds(), 2);
    QTRY_VERIFY(sources->findChild<QPushButton *>(u"exportSources"_s)->isEnabled());
    const QString written = m_folder.filePath(u"written.opml"_s);
    press(u"exportSources"_s, written);
    QTRY_VERIFY(QFile::exists(written));
    QTRY_VERIFY(sources->findChild<QLabel *>(u"sourceSentence"_s)->text().contains(u"written.opml"_s));
    QCOMPARE(readOpmlFile(written)->size(), 2);
    // Once more: they are there.
    press(u"importSources"_s, list);
    isTold(u"Added 0 of 2 feeds.\n2 feeds were there already."_s);
    QCOMPARE(feeds(), 2);
}

void TestSources::whatWasTypedIsAskedAbout()
{
    const QPointer dialog = new SubscriptionDialog({}, {});
    dialog->open();
    for (const auto &name : {u"addressBox"_s, u"nameBox"_s, u"secretBox"_s}) {
        auto *box = dialog->findChild<QLineEdit *>(name);
        auto *services = dialog->findChild<QComboBox *>(u"serviceBox"_s);
        services->setCurrentIndex(name == "secretBox"_L1 ? 1 : 0);
        QTest::keyClicks(box, u"abc"_s);
        QTest::keyClick(dialog.data(), Qt::Key_Escape);
        QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
        OpenedWindow::dialog(u"question"_s)->reject();
        QTRY_VERIFY(!OpenedWindow::dialog(u"question"_s));
        QVERIFY(dialog->isVisible());
        box->clear();
        services->setCurrentIndex(0);
    }
    QTest::keyClick(dialog.data(), Qt::Key_Escape); // as it was
    QVERIFY(!dialog || !dialog->isVisible());
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

void TestSources::whatStandsInTheWayIsSaid_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says"); // empty: nothing stands in the way
    QTest::newRow("nothing") << u"feed"_s << u"addressBox"_s << u"https://b.example/feed"_s << QString();
    QTest::newRow("the same feed") << u"feed"_s << u"addressBox"_s << u"https://a.example/feed"_s << u"blog"_s;
    QTest::newRow("its name") << u"feed"_s << u"nameBox"_s << u"blog"_s << u"blog"_s;
    QTest::newRow("http") << u"feed"_s << u"addressBox"_s << u"http://b.example/feed"_s << u"https"_s;
    QTest::newRow("a long query") << u"x"_s << u"wordsBox"_s << QString(600, u'a') << u"600"_s;
    QTest::newRow("a token of two lines") << u"mastodon"_s << u"secretBox"_s << u"abc\ndef"_s << u"line break"_s;
}

void TestSources::whatStandsInTheWayIsSaid()
{
    QFETCH(const QString, service);
    QFETCH(const QString, box);
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    CollectionFacts facts;
    facts.subscriptions.append({subscriptionTo(QUrl(u"https://a.example/feed"_s), u"blog"_s, Service::Feed), {}});
    facts.subscriptions[0].subscription.number = 1;
    SubscriptionDialog dialog({}, facts);
    auto *services = dialog.findChild<QComboBox *>(u"serviceBox"_s);
    services->setCurrentIndex(services->findData(service));
    dialog.findChild<QLineEdit *>(u"addressBox"_s)->setText(u"https://b.example"_s);
    dialog.findChild<QLineEdit *>(u"anyTagsBox"_s)->setText(u"metoo"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.findChild<QLineEdit *>(box)->setText(typed);
    const auto *label = dialog.findChild<QLabel *>(u"lackLabel"_s);
    QCOMPARE(label->text().isEmpty(), says.isEmpty());
    QVERIFY2(label->text().contains(says), qPrintable(label->text()));
    QTRY_VERIFY(says.isEmpty() || label->height() >= label->heightForWidth(label->width())); // all of it
}

/// Unless somebody wants less of it: what is older stays away, then.
void TestSources::aFeedGoesBackAsFarAsItDoes()
{
    SubscriptionDialog dialog({}, {});
    auto *services = dialog.findChild<QComboBox *>(u"serviceBox"_s);
    auto *since = dialog.findChild<QDateEdit *>(u"sinceBox"_s);
    QVERIFY(!dialog.subscription().since);
    services->setCurrentIndex(services->findData(u"mastodon"_s));
    QVERIFY(dialog.subscription().since);
    services->setCurrentIndex(services->findData(u"feed"_s));
    QVERIFY(!dialog.subscription().since);
    dialog.findChild<QCheckBox *>(u"hasSinceBox"_s)->setChecked(true);
    since->setDate(QDate(2026, 1, 1));
    QCOMPARE(dialog.subscription().since, QDate(2026, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    since->setDate(QDate(2999, 1, 1));
    QVERIFY(dialog.subscription().since.has_value());
    QVERIFY(dialog.subscription().since <= QDateTime::currentMSecsSinceEpoch());
}

void TestSources::whatWasSaidOfTheDayOutlivesTheService()
{
    SubscriptionDialog dialog({}, {});
    auto *services = dialog.findChild<QComboBox *>(u"serviceBox"_s);
    dialog.findChild<QCheckBox *>(u"hasSinceBox"_s)->click();
    for (const auto &service : {u"mastodon"_s, u"feed"_s}) {
        services->setCurrentIndex(services->findData(service));
        QVERIFY(dialog.subscription().since);
    }
    dialog.findChild<QCheckBox *>(u"hasSinceBox"_s)->click();
    services->setCurrentIndex(services->findData(u"mastodon"_s));
    QVERIFY(!dialog.subscription().since);
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

void TestSources::budgetsStandInTheRow()
{
    SubscriptionsModel model;
    CollectionFacts facts;
    SubscriptionFacts search;
    search.subscription = subscriptionTo(QUrl(u"https://api.x.com"_s), u"what costs"_s, Service::X);
    search.subscription.budget = 250;
    search.state.paidMonth = paidMonthOf(QDateTime::currentMSecsSinceEpoch());
    search.state.paidPosts = 40;
    const auto shown = [&](int column) {
        facts.subscriptions = {search};
        model.setFacts(facts);
        return model.index(0, column).data().toString();
    };
    QCOMPARE(shown(SubscriptionsModel::BudgetColumn), u"250 a fetch; 40 this month"_s);
    QVERIFY(model.hasBudgets());
    QCOMPARE(shown(SubscriptionsModel::NextColumn), u"When asked"_s);
    search.subscription.everyMinutes = 30;
    QCOMPARE(shown(SubscriptionsModel::NextColumn), u"Waits for a budget"_s);
    search.subscription.monthBudget = 1000;
    QCOMPARE(shown(SubscriptionsModel::NextColumn), u"Soon"_s);
    QCOMPARE(shown(SubscriptionsModel::BudgetColumn), u"250 a fetch; 40 of 1,000 this month"_s);
}

void TestSources::everyCommandHasAKey()
{
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    Subscription paused = subscriptionTo(QUrl(u"https://a.example/feed"_s), u"a"_s);
    paused.paused = true;
    add(opened, paused);
    const QDialog *sources = openSources(opened);
    QVERIFY(sources);
    QSet<QKeySequence> keys;
    const auto buttons = sources->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->objectName().isEmpty())
            continue; // Escape closes
        QVERIFY2(!button->shortcut().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!keys.contains(button->shortcut()), qPrintable(button->text()));
        keys.insert(button->shortcut());
    }
    QCOMPARE(keys.size(), 8);
}

void TestSources::removingAsksFirstAndLeavesTheNextOneChosen()
{
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        add(opened, subscriptionTo(QUrl(u"https://a.example/"_s + name), name));
    const QDialog *sources = openSources(opened);
    QVERIFY(sources);
    auto *table = sources->findChild<QTableView *>(u"sourcesTable"_s);
    const auto chosen = [table] { return table->currentIndex().siblingAtColumn(0).data().toString(); };
    const auto askToRemove = [&]() -> QMessageBox * {
        sources->findChild<QPushButton *>(u"removeSubscription"_s)->click();
        (void)QTest::qWaitFor([] { return OpenedWindow::dialog<QMessageBox>(u"question"_s) != nullptr; });
        return OpenedWindow::dialog<QMessageBox>(u"question"_s);
    };
    table->selectRow(1);
    QMessageBox *question = askToRemove();
    QVERIFY(question && question->checkBox() && !question->checkBox()->isChecked());
    QTest::keyClick(question, Qt::Key_Return); // who presses it without reading removes nothing
    QTRY_VERIFY(!OpenedWindow::dialog<QMessageBox>(u"question"_s));
    QCOMPARE(table->model()->rowCount(), 3);
    const QSignalSpy removed(qobject_cast<const SourcesDialog *>(sources), &SourcesDialog::removed);
    for (const auto &next : {u"c"_s, u"a"_s}) {
        question = askToRemove();
        QVERIFY(question);
        const bool withStories = next == u"a"_s;
        question->checkBox()->setChecked(withStories);
        const auto buttons = question->buttons();
        for (QAbstractButton *button : buttons) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(chosen(), next);
        QCOMPARE(removed.last().at(1).toBool(), withStories);
        QVERIFY(sources->findChild<QPushButton *>(u"removeSubscription"_s)->isEnabled());
    }
    QCOMPARE(table->model()->rowCount(), 1);
}

/// The window's own bar is behind the dialog, where nobody can click.
void TestSources::aFetchIsStoppedFromTheSources()
{
    test::LocalServer server;
    server.on("/", [](QTcpSocket &, const test::SeenRequest &) {}); // never answers
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    add(opened, subscriptionTo(server.address(), u"slow"_s));
    const auto outcome
        = [&] { return opened.workspace()->collection()->facts().subscriptions.constFirst().state.outcome; };
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_COMPARE(server.requests().size(), 1);
    const QDialog *sources = openSources(opened); // it runs already
    QVERIFY(sources);
    const auto stop = [&] {
        auto *button = sources->findChild<QToolButton *>(u"jobButton"_s);
        return button && button->isVisible() ? button : nullptr;
    };
    QTRY_VERIFY(stop());
    QTest::mouseClick(stop(), Qt::LeftButton);
    QTRY_COMPARE(outcome(), FetchOutcome::Partly);
    QTRY_VERIFY(!stop());
    sources->findChild<QPushButton *>(u"fetchSource"_s)->click();
    QTRY_COMPARE(server.requests().size(), 2);
    QTRY_VERIFY(stop());
    stop()->setFocus();
    QTest::keyClick(stop(), Qt::Key_Space);
    QTRY_VERIFY(!stop());
}

void TestSources::whoAsksIsToldHowItWent()
{
    test::PostServer server;
    server.add(2);
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    Subscription tags = subscriptionTo(server.address(QString()), u"tag"_s, Service::Mastodon);
    tags.anyTags = {u"metoo"_s};
    add(opened, tags);
    const auto *told = opened.child<QLabel>(u"told"_s);
    QVERIFY(told);
    const auto isTold = [told](const QString &words) {
        return told->isVisible() && told->text().contains(u"tag"_s) && told->text().contains(words);
    };
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"2 new stories"_s), 30000);
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"nothing new"_s), 30000);
    QVERIFY2(told->text().contains(QDate::currentDate().toString(u"yyyy"_s)), qPrintable(told->text()));
    server.on("/", test::LocalServer::answer(429, "{}", {"Retry-After: 3000"}));
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"127.0.0.1"_s), 30000);
    // Where the dialog is in front, it says so.
    QDialog *sources = openSources(opened);
    QVERIFY(sources);
    sources->findChild<QPushButton *>(u"fetchAllSources"_s)->click();
    const auto *toldThere = sources->findChild<QLabel *>(u"told"_s);
    QTRY_VERIFY_WITH_TIMEOUT(toldThere->isVisible() && toldThere->text().contains(u"127.0.0.1"_s), 30000);
}

void TestSources::aFeedThatHasMovedSaysWhere()
{
    test::LocalServer server;
    server.on("/old", test::LocalServer::answer(301, {}, {"Location: /new"}));
    server.on("/new",
              test::LocalServer::answer(200,
                                        "<?xml version='1.0'?><rss version='2.0'><channel>"
                                        "<title>Invented</title></channel></rss>"));
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    add(opened, subscriptionTo(server.address(u"/old"_s), u"blog"_s));
    const QDialog *sources = openSources(opened);
    QVERIFY(sources);
    const auto *sentence = sources->findChild<QLabel *>(u"sourceSentence"_s);
    for (int i = 0; i < 2; ++i) { // it stays known
        server.forgetRequests();
        sources->findChild<QPushButton *>(u"fetchAllSources"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains(server.address(u"/new"_s).toString()), 30000);
    }
}

void TestSources::aFailureGoesOnceItWentWell()
{
    test::LocalServer server;
    server.on("/", test::LocalServer::answer(403, "<html>Not you</html>"));
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    add(opened, subscriptionTo(server.address(), u"moody"_s));
    const auto said = [&] {
        const auto *sentence = opened.child<QLabel>(u"jobSentence"_s);
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    };
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY2(said().contains("lets nobody in"_L1), qPrintable(said()));
    server.on("/",
              test::LocalServer::answer(200,
                                        "<?xml version='1.0'?><rss version='2.0'><channel>"
                                        "<title>Invented</title></channel></rss>"));
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY2(!said().contains("lets nobody in"_L1), qPrintable(said()));
    QTRY_COMPARE(opened.workspace()->collection()->facts().subscriptions.constFirst().state.message, QString());
}

void TestSources::aFailureGoesWithWhatWasEdited()
{
    test::LocalServer server;
    OpenedWindow opened(m_folder.path());
    QVERIFY(opened.open());
    add(opened, subscriptionTo(server.address(u"/wrong"_s), u"moody"_s));
    const auto said = [&] {
        const auto *sentence = opened.child<QLabel>(u"jobSentence"_s);
        return sentence && sentence->isVisible() ? sentence->text() : QString();
    };
    opened.action(u"fetchAll"_s)->trigger();
    QTRY_VERIFY2(said().contains("has nothing at this address"_L1), qPrintable(said()));
    QDialog *sources = openSources(opened);
    QTest::mouseClick(sources->findChild<QPushButton *>(u"editSource"_s), Qt::LeftButton);
    QTRY_VERIFY(OpenedWindow::dialog(u"subscriptionDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"subscriptionDialog"_s);
    dialog->findChild<QLineEdit *>(u"nameBox"_s)->setText(u"calm"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(said(), QString());
    QTRY_COMPARE(opened.workspace()->collection()->facts().subscriptions.constFirst().subscription.name, u"calm"_s);
}

void TestSources::daysBeginInTheCollectionsZone()
{
    const QTimeZone zone("America/New_York");
    const auto since = [&](const Subscription &subscription, QDate day) {
        CollectionFacts facts;
        facts.zone = zone;
        SubscriptionDialog dialog(subscription, facts);
        if (!dialog.findChild<QLabel *>(u"zoneLabel"_s)->text().contains("America/New_York"_L1))
            return QDateTime();
        dialog.findChild<QDateEdit *>(u"sinceBox"_s)->setDate(day);
        return QDateTime::fromMSecsSinceEpoch(dialog.subscription().since.value_or(0), Qt::UTC);
    };
    Subscription tags = subscriptionTo(QUrl(u"https://a.example"_s), u"tags"_s, Service::Mastodon);
    tags.number = 7;
    tags.since = QDateTime(QDate(2017, 10, 15), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); // the 14th over there
    QCOMPARE(since(tags, QDate(2017, 10, 20)), QDateTime(QDate(2017, 10, 20), QTime(4, 0), Qt::UTC));
    QCOMPARE(since(tags, QDate(2017, 12, 20)), QDateTime(QDate(2017, 12, 20), QTime(5, 0), Qt::UTC));
    QCOMPARE(since(tags, QDate(2017, 10, 14)), QDateTime(QDate(2017, 10, 15), QTime(0, 0), Qt::UTC)); // untouched
}

QTEST_MAIN(TestSources)
#include "tst_sources.moc"
