#include "dialogs/EventsDialog.h"
#include "model/TimelineModel.h"
#include "timeline/TimelineMenu.h"
#include "timeline/TimelinePanel.h"
#include "timeline/TimelineView.h"
#include "ui/OpenedWindow.h"
#include "window/Banners.h"
#include "window/LayoutMemory.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace tidemark;
using namespace Qt::StringLiterals;

/// Work on the timeline and with samples in the real window, through real events.
class TimelineWorkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void anEventIsAddedShownAndUndone();
    void returnPressesTheButtonWithTheFocus();
    void aRowOfTheTableBecomesTheSpan();
    void theTableKeepsItsPlaceWhileStoriesAreRead();
    void aColumnOfTheTableStaysAsWideAsSomebodyMadeIt();
    void namesGoWithTheAnswer();
    void theSelectedSpanFillsTheTimeline();
    void whatIsShownAloneFollowsTheSpan();
    void eventsThatAreNotKeptAreAskedAbout();
    void figuresAreCopied();
    void whatThePictureAddsIsInTheTableAndTheFigures();
    void whereFiguresWentIsSaid();
    void theLookIsRemembered();
    void aSampleIsAFilterWithItsProgress();
    void nothingIsDrawnFromNothing();
    void aSampleLeavesAnotherOfItsNameAlone();
    void theTourIsSkippedForGood();
    void theTourIsTakenByKeys();

private:
    [[nodiscard]] TimelinePanel *panel() const { return m_opened->window()->findChild<TimelinePanel *>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

void TimelineWorkTest::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

void TimelineWorkTest::init()
{
    m_opened = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_opened->open());
}

void TimelineWorkTest::cleanup()
{
    m_opened.reset();
}

void TimelineWorkTest::anEventIsAddedShownAndUndone()
{
    m_opened->action(u"events"_s)->trigger();
    auto *dialog = OpenedWindow::dialog<EventsDialog>(u"eventsDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"addEvent"_s)->click();
    auto *table = dialog->findChild<QTableView *>();
    QAbstractItemModel *model = table->model();
    QVERIFY(model->setData(model->index(0, EventsModel::DateColumn), u"2017-10-17"_s));
    QVERIFY(model->setData(model->index(0, EventsModel::LabelColumn), u"An invented event"_s));
    dialog->accept();
    QTRY_COMPARE(panel()->view()->scene().events.size(), 1);
    const int last = panel()->model()->columnCount() - 1;
    QCOMPARE(panel()->model()->headerData(last, Qt::Horizontal).toString(), u"Events"_s);
    panel()->menu()->copyFigures()->trigger();
    const QString csv = QGuiApplication::clipboard()->text();
    QVERIFY(csv.startsWith(u"start,end,stories,whole,Events"_s));
    QCOMPARE(csv.count(u"An invented event"_s), 1);
    TimelineLook without = panel()->menu()->look();
    without.events = false;
    emit panel()->menu()->lookChanged(without);
    QCOMPARE(panel()->model()->columnCount(), last); // as in the picture
    QCOMPARE(panel()->view()->scene().events.constFirst().date, QDate(2017, 10, 17));
    QTRY_VERIFY(m_opened->action(u"undo"_s)->text().contains(u"Change the events"_s));
    m_opened->action(u"undo"_s)->trigger();
    QTRY_VERIFY(panel()->view()->scene().events.isEmpty());
}

void TimelineWorkTest::returnPressesTheButtonWithTheFocus()
{
    m_opened->action(u"events"_s)->trigger();
    const QPointer dialog = OpenedWindow::dialog<EventsDialog>(u"eventsDialog"_s);
    QVERIFY(dialog);
    auto *add = dialog->findChild<QPushButton *>(u"addEvent"_s);
    QTRY_COMPARE(dialog->focusWidget(), add); // an empty table would not show that it has the focus
    QTest::keyClick(add, Qt::Key_Return);
    QTRY_COMPARE(dialog->findChild<QTableView *>()->model()->rowCount(), 1);
    QVERIFY(dialog && dialog->isVisible()); // it isn't the default button that was pressed
    dialog->done(QDialog::Rejected);
}

void TimelineWorkTest::aRowOfTheTableBecomesTheSpan()
{
    TimelineQuestion question = panel()->question();
    question.by = Granularity::Day;
    panel()->setQuestion(question);
    emit panel()->questionChanged(question);
    QTRY_COMPARE(panel()->view()->scene().timeline.starts.size(), 6);
    m_opened->action(u"timelineAsTable"_s)->trigger();
    auto *table = m_opened->child<QTableView>(u"timelineTable"_s);
    QVERIFY(table->isVisible());
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(m_opened->count(), u"2 of 6 stories"_s);
    m_opened->action(u"timelineAsTable"_s)->trigger();
}

void TimelineWorkTest::theTableKeepsItsPlaceWhileStoriesAreRead()
{
    panel()->menu()->asTable()->trigger();
    auto *table = m_opened->child<QTableView>(u"timelineTable"_s);
    QTRY_VERIFY(table->isVisible());
    QTRY_VERIFY(table->model()->rowCount() > 2);
    table->selectRow(2);
    const QSignalSpy figures(table->model(), &QAbstractItemModel::dataChanged);
    m_opened->workspace()->collection()->noteRead(m_opened->list()->topStory());
    QTRY_VERIFY(!figures.isEmpty());
    QCOMPARE(table->currentIndex().row(), 2);
    QVERIFY(table->selectionModel()->isRowSelected(2));
    panel()->menu()->asTable()->trigger();
}

void TimelineWorkTest::aColumnOfTheTableStaysAsWideAsSomebodyMadeIt()
{
    panel()->menu()->asTable()->trigger();
    auto *table = m_opened->child<QTableView>(u"timelineTable"_s);
    QTRY_VERIFY(table->isVisible());
    const int wide = table->columnWidth(TimelineModel::CountColumn) + 40;
    table->setColumnWidth(TimelineModel::CountColumn, wide);
    const int days = table->columnWidth(TimelineModel::StartColumn);

    const QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
    TimelineQuestion question = panel()->question();
    question.by = Granularity::Year;
    panel()->setQuestion(question);
    emit panel()->questionChanged(question);
    QTRY_VERIFY(!resets.isEmpty());
    QCOMPARE(table->columnWidth(TimelineModel::CountColumn), wide);
    QVERIFY(table->columnWidth(TimelineModel::StartColumn) < days); // nobody made that one as it was
    question.by = Granularity::Day;
    panel()->setQuestion(question);
    emit panel()->questionChanged(question);
    QTRY_COMPARE(resets.count(), 2);
    panel()->menu()->asTable()->trigger();
}

void TimelineWorkTest::namesGoWithTheAnswer()
{
    const auto boxes = panel()->findChildren<QComboBox *>();
    const auto split = std::find_if(boxes.cbegin(), boxes.cend(),
                                    [](const QComboBox *box) { return box->accessibleName() == "Split by"_L1; });
    QVERIFY(split != boxes.cend());
    const auto names = [this] { return panel()->view()->scene().series; };
    const auto first
        = [this] { return panel()->model()->headerData(TimelineModel::FixedColumns, Qt::Horizontal).toString(); };
    QTest::keyClick(*split, Qt::Key_Down); // by theme
    QTRY_VERIFY(!names().isEmpty());
    const QString theme = first();
    QTest::keyClick(*split, Qt::Key_Down); // by voice: the answer is under way
    CollectionChange change;
    change.stories = true;
    emit m_opened->workspace()->collection()->changed(change); // and so is an import
    QCOMPARE(first(), theme);
    QTRY_VERIFY(first() != theme);
    QTest::keyClick(*split, Qt::Key_Home);
    QTRY_VERIFY(names().isEmpty());
}

void TimelineWorkTest::theSelectedSpanFillsTheTimeline()
{
    auto *alone = m_opened->action(u"onlySelectedSpan"_s);
    QVERIFY(!alone->isEnabled()); // nothing is selected
    Filter filter;
    constexpr Instant october17 = 1'508'198'400'000;
    constexpr Instant day = 86'400'000;
    filter.span = {october17, october17 + day};
    m_opened->workspace()->history()->setFilter(filter);
    QTRY_VERIFY(alone->isEnabled());
    alone->trigger();
    QTRY_COMPARE(panel()->view()->scene().timeline.starts.value(0), october17);
    QCOMPARE(panel()->view()->scene().timeline.end, october17 + day);
    QVERIFY(m_opened->child<QLabel>(u"timelineNotes"_s)->text().contains(u"is shown."_s));
    alone->trigger();
    QTRY_VERIFY(panel()->view()->scene().timeline.end > october17 + day);
}

void TimelineWorkTest::whatIsShownAloneFollowsTheSpan()
{
    constexpr Instant october17 = 1'508'198'400'000;
    constexpr Instant day = 86'400'000;
    Filter filter;
    filter.span = {october17, october17 + day};
    m_opened->workspace()->history()->setFilter(filter);
    auto *alone = m_opened->action(u"onlySelectedSpan"_s);
    QTRY_VERIFY(alone->isEnabled());
    alone->trigger();
    QTRY_COMPARE(panel()->view()->scene().timeline.end, october17 + day);
    filter.span = {october17 + 2 * day, october17 + 3 * day};
    m_opened->workspace()->history()->setFilter(filter);
    QTRY_COMPARE(panel()->view()->scene().timeline.end, october17 + 3 * day);
    QCOMPARE(panel()->view()->scene().timeline.starts.value(0), october17 + 2 * day);
    alone->trigger();
}

void TimelineWorkTest::eventsThatAreNotKeptAreAskedAbout()
{
    m_opened->action(u"events"_s)->trigger();
    const QPointer dialog = OpenedWindow::dialog<EventsDialog>(u"eventsDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"addEvent"_s)->click();
    QAbstractItemModel *model = dialog->findChild<QTableView *>()->model();
    QVERIFY(model->setData(model->index(0, EventsModel::LabelColumn), u"An invented event"_s));
    dialog->reject();
    QDialog *question = OpenedWindow::dialog(u"question"_s);
    QVERIFY(question && dialog->isVisible());
    question->reject();
    QVERIFY(dialog->isVisible());
    QVERIFY(model->setData(model->index(0, EventsModel::LabelColumn), QString())); // as it was: nothing to keep
    dialog->reject();
    QTRY_VERIFY(!dialog);
}

void TimelineWorkTest::figuresAreCopied()
{
    panel()->menu()->copyFigures()->trigger();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"start,end,stories,whole"_s));
    panel()->menu()->copyPicture()->trigger();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TimelineWorkTest::whatThePictureAddsIsInTheTableAndTheFigures()
{
    const auto headings = [this] {
        QStringList names;
        for (int column = 0; column < panel()->model()->columnCount(); ++column)
            names.append(panel()->model()->headerData(column, Qt::Horizontal).toString());
        return names;
    };
    QCOMPARE(headings().size(), 3);
    TimelineLook look = panel()->menu()->look();
    look.averaged = 7;
    look.burstRatio = 2;
    panel()->menu()->setLook(look);
    emit panel()->menu()->lookChanged(look);
    QCOMPARE(headings().mid(3), (QStringList{u"Mean of 7"_s, u"Burst"_s}));
    panel()->menu()->copyFigures()->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"start,end,stories,whole,Mean of 7,Burst"_s));
    panel()->menu()->setLook({});
    emit panel()->menu()->lookChanged({});
    QCOMPARE(headings().size(), 3);
}

void TimelineWorkTest::whereFiguresWentIsSaid()
{
    const QString path = m_folder.filePath(u"figures.csv"_s);
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&timer, path] {
        auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!files)
            return;
        timer.stop();
        files->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QMetaObject::invokeMethod(files, "accept", Qt::QueuedConnection);
    });
    timer.start(25);
    panel()->menu()->saveFigures()->trigger();
    const auto *told = m_opened->child<QLabel>(u"told"_s);
    QTRY_VERIFY(told->isVisible());
    QCOMPARE(told->text(), u"Written to \u2068%1\u2069."_s.arg(path));
    QVERIFY(QFileInfo(path).size() > 0);
}

void TimelineWorkTest::theLookIsRemembered()
{
    TimelineLook look;
    look.shape = TimelineLook::Shape::Lines;
    look.averaged = 7;
    look.burstRatio = 3;
    panel()->menu()->setLook(look);
    panel()->menu()->asTable()->trigger();
    m_opened.reset();
    m_opened = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_opened->open());
    QCOMPARE(panel()->menu()->look(), look);
    QCOMPARE(panel()->view()->scene().look, look);
    QVERIFY(m_opened->child<QTableView>(u"timelineTable"_s)->isVisible());
    panel()->menu()->asTable()->trigger();
    panel()->menu()->setLook({});
}

void TimelineWorkTest::aSampleIsAFilterWithItsProgress()
{
    m_opened->action(u"drawSample"_s)->trigger();
    QDialog *dialog = OpenedWindow::dialog(u"sampleDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"sampleSize"_s)->setValue(3);
    dialog->findChild<QPushButton *>(u"drawSampleButton"_s)->click();
    QTRY_COMPARE(m_opened->count(), u"3 of 6 stories: 0 read, 0 coded by hand"_s);
    QCOMPARE(m_opened->workspace()->history()->filter().ids.size(), 3);
    QTest::keyClick(m_opened->list(), Qt::Key_Down);
    QTRY_COMPARE(m_opened->count(), u"3 of 6 stories: 1 read, 0 coded by hand"_s);
}

void TimelineWorkTest::nothingIsDrawnFromNothing()
{
    const QAction *draw = m_opened->action(u"drawSample"_s);
    const QAction *exports = m_opened->action(u"exportStories"_s);
    QTRY_VERIFY_WITH_TIMEOUT(draw->isEnabled(), 60000);
    Filter filter;
    filter.words = WordQuery::phrase(u"nowhere"_s);
    m_opened->workspace()->history()->setFilter(filter);
    QTRY_VERIFY_WITH_TIMEOUT(!draw->isEnabled(), 60000);
    m_opened->workspace()->history()->clear();
    QTRY_VERIFY_WITH_TIMEOUT(draw->isEnabled(), 60000);

    // Nor before it is known what there is.
    std::optional<bool> atOnce;
    connect(m_opened->window(), &MainWindow::opened, this,
            [&] { atOnce = draw->isEnabled() || exports->isEnabled(); });
    m_opened->window()->openCollection(m_folder.filePath(u"another.tidemark"_s), Collection::Missing::Create);
    QTRY_VERIFY_WITH_TIMEOUT(atOnce.has_value(), 60000);
    disconnect(m_opened->window(), &MainWindow::opened, this, nullptr);
    QVERIFY(!*atOnce);
}

/// Drawn from another selection, the same size and seed are another sample.
void TimelineWorkTest::aSampleLeavesAnotherOfItsNameAlone()
{
    const auto draw = [this] {
        m_opened->action(u"drawSample"_s)->trigger();
        QDialog *dialog = OpenedWindow::dialog(u"sampleDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"sampleSize"_s)->setValue(2);
        dialog->findChild<QPushButton *>(u"drawSampleButton"_s)->click();
        QTRY_COMPARE(m_opened->workspace()->history()->filter().ids.size(), 2);
        QTRY_VERIFY(m_opened->count().startsWith(u"2 of 6 stories"_s));
    };
    const auto chooseAlone = [this](const QString &platform) {
        m_opened->workspace()->history()->clear();
        QTRY_COMPARE(m_opened->count(), u"6 stories"_s);
        m_opened->clickFacet(Facet::Platform, platform);
        QTRY_COMPARE(m_opened->count(), u"3 of 6 stories"_s);
    };
    const QAbstractItemModel *saved = m_opened->child<QListView>(u"savedFilters"_s)->model();
    chooseAlone(u"mastodon"_s);
    draw();
    const QString name = saved->index(0, 0).data().toString();
    const QString first = saved->index(0, 0).data(SavedFilters::TextRole).toString();
    chooseAlone(u"twitter"_s);
    draw();
    QCOMPARE(saved->rowCount(), 2);
    QCOMPARE(saved->index(0, 0).data(SavedFilters::TextRole).toString(), first);
    QCOMPARE(saved->index(1, 0).data().toString(), name + u" (2)"_s);
    chooseAlone(u"twitter"_s); // the very same again
    draw();
    QCOMPARE(saved->rowCount(), 2);
}

void TimelineWorkTest::theTourIsSkippedForGood()
{
    layoutMemory::setChoice(u"encryptionNotice"_s, u"seen"_s);
    CollectionFacts sample;
    sample.invented = true;
    const Covering covering(m_opened->workspace()->collection());
    const auto says = [](const Banners &banners, const QString &beginning) {
        const QList<QLabel *> sentences = banners.findChildren<QLabel *>(u"bannerSentence"_s);
        return std::any_of(sentences.begin(), sentences.end(),
                           [&](const QLabel *sentence) { return sentence->text().startsWith(beginning); });
    };
    const auto press = [](const Banners &banners, const QString &text) {
        const QList<QPushButton *> buttons = banners.findChildren<QPushButton *>();
        const auto button = std::find_if(buttons.begin(), buttons.end(),
                                         [&](const QPushButton *one) { return one->text() == text; });
        QVERIFY(button != buttons.end());
        (*button)->click();
    };
    Banners banners;
    banners.showFor(sample, covering);
    QVERIFY(says(banners, u"Tour, 1 of 3"_s));
    press(banners, u"Next"_s);
    QTRY_VERIFY(says(banners, u"Tour, 2 of 3"_s)); // an offer is taken up once its click is over
    press(banners, u"Skip the Tour"_s);
    QTRY_VERIFY(!says(banners, u"Tour"_s));
    banners.showFor(sample, covering);
    QVERIFY(!says(banners, u"Tour"_s));
    QVERIFY(says(banners, u"These posts are invented."_s));
    sample.readOnly = true; // another window has it open
    sample.readOnlyReason = u"Somebody else writes."_s;
    banners.showFor(sample, covering);
    QVERIFY(says(banners, u"These posts are invented. "_s + sample.readOnlyReason));
}

/// F6 leads to it, each step keeps the focus, and its end leads to the stories.
void TimelineWorkTest::theTourIsTakenByKeys()
{
    layoutMemory::setChoice(u"encryptionNotice"_s, u"seen"_s);
    layoutMemory::setChoice(u"tour"_s, {});
    CollectionFacts sample;
    sample.invented = true;
    auto *covering = m_opened->workspace()->covering();
    covering->setThemes({});
    QTRY_VERIFY(covering->wasAsked());
    auto *banners = m_opened->window()->findChild<Banners *>();
    banners->showFor(sample, *covering);
    QTRY_VERIFY(banners->focusProxy()->isVisible());
    const auto focusedText = [this] {
        const auto *button = qobject_cast<QPushButton *>(m_opened->window()->focusWidget());
        return button ? button->text() : QString();
    };
    m_opened->window()->activateWindow(); // or the workspace is not told that it has the focus
    QVERIFY(QTest::qWaitForWindowActive(m_opened->window()));
    m_opened->list()->setFocus();
    for (int i = 0; i < 6 && focusedText().isEmpty(); ++i)
        m_opened->action(u"nextPane"_s)->trigger();
    QCOMPARE(focusedText(), u"Next"_s);
    QTest::keyClick(m_opened->window()->focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(banners->findChildren<QLabel *>().constLast()->text().startsWith(u"Tour, 2"_s));
    QTRY_COMPARE(focusedText(), u"Next"_s);
    QTest::keyClick(m_opened->window()->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(focusedText(), u"Done"_s);
    QTest::keyClick(m_opened->window()->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(m_opened->window()->focusWidget(), m_opened->list());
}

QTEST_MAIN(TimelineWorkTest)
#include "tst_timeline_work.moc"
