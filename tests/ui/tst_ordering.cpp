#include "list/StoryListPane.h"
#include "search/SearchBox.h"
#include "ui/OpenedWindow.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// The order of the list, marks on many stories at once, and an export that fails, in the real window.
class tst_ordering : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void init();
    void cleanup() { m_window.reset(); }

    void theMostRelevantComeFirst();
    void nextUnreadFollowsTheRanking();
    void withoutWordsTheListSaysWhyItIsByTime();
    void theOrderIsRemembered();
    void columnsAreAsWideAsTheyWereMade();
    void aMixedChoiceGetsOneMark();
    void theExportsKeyWorksInTheSearchBox();
    void aFailedExportComesBackWithItsChoices();
    void anotherOrderBeginsAtItsTop();
    void theArrowSaysHowASingleStoryIsSorted();

private:
    void search(const QString &text) const;
    [[nodiscard]] QStringList openings() const;
    [[nodiscard]] const QLabel *remark() const { return m_window->child<QLabel>(u"listRemark"_s); }
    [[nodiscard]] StoryListModel *model() const
    {
        return qobject_cast<StoryListModel *>(m_window->list()->model());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_ordering::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    m_window->action(u"newestFirst"_s)->trigger();
}

void tst_ordering::search(const QString &text) const
{
    auto *box = m_window->child<SearchBox>(u"searchBox"_s);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

QStringList tst_ordering::openings() const
{
    QStringList words;
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (const StoryRow *story = model()->storyAt(row))
            words.append(story->opening.section(u' ', 0, 1));
    }
    return words;
}

void tst_ordering::theMostRelevantComeFirst()
{
    search(u"manager OR work OR boss OR invented"_s);
    QTRY_COMPARE(m_window->count(), u"5 of 6 stories"_s);
    QTRY_COMPARE(openings().value(0), u"Nadie me"_s); // the newest: it has only the common word
    m_window->action(u"mostRelevant"_s)->trigger();
    QTRY_VERIFY(model()->selection().isRanked());
    QTRY_COMPARE(openings().size(), 5);
    QVERIFY(openings().mid(3).contains(u"Nadie me"_s));
    QVERIFY(openings().mid(3).contains(u"I believe"_s));
    QVERIFY(remark()->isHidden());
}

/// The next unread story is the next one of the list as it is shown, by rank and not by time.
void tst_ordering::nextUnreadFollowsTheRanking()
{
    search(u"manager OR work OR boss OR invented"_s);
    QTRY_COMPARE(m_window->count(), u"5 of 6 stories"_s);
    m_window->action(u"mostRelevant"_s)->trigger();
    QTRY_VERIFY(model()->selection().isRanked());
    QTRY_COMPARE(openings().size(), 5);
    const QVector<StoryId> ranked{model()->idAt(0), model()->idAt(1), model()->idAt(2), model()->idAt(3)};
    m_window->workspace()->collection()->setMark({ranked.at(1), ranked.at(2)}, Collection::Mark::Read, true);
    QTRY_VERIFY(model()->storyAt(2) && model()->storyAt(2)->read);
    m_window->list()->showStory(ranked.at(0));
    m_window->action(u"nextUnread"_s)->trigger();
    QTRY_COMPARE(m_window->list()->currentStory(), ranked.at(3));
    m_window->action(u"previousUnread"_s)->trigger();
    QTRY_COMPARE(m_window->list()->currentStory(), ranked.at(0));
    QVERIFY(model()->selection().isRanked());
}

void tst_ordering::withoutWordsTheListSaysWhyItIsByTime()
{
    m_window->action(u"mostRelevant"_s)->trigger();
    QTRY_VERIFY(remark()->isVisible());
    QVERIFY(remark()->text().startsWith(u"Newest first"_s));
    search(u"work"_s);
    QTRY_VERIFY(remark()->isHidden());
    m_window->workspace()->history()->clear();
    QTRY_VERIFY(remark()->isVisible());
    m_window->action(u"oldestFirst"_s)->trigger();
    QVERIFY(remark()->isHidden());
    QTRY_COMPARE(openings().value(0), u"My boss"_s);
}

void tst_ordering::anotherOrderBeginsAtItsTop()
{
    QFile file(m_folder.filePath(u"many.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("text,posted_at,platform\r\n");
    for (int i = 0; i < 200; ++i)
        file.write("\"A numbered story: " + QByteArray::number(i)
                   + " (invented)\",2018-01-01T10:00:00Z,mastodon\r\n");
    file.close();
    QVERIFY(m_window->import(file.fileName()));
    search(u"numbered"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model()->rowCount(), 200, 60000);
    QScrollBar *bar = m_window->list()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0, 60000);
    bar->setValue(bar->maximum());
    m_window->action(u"oldestFirst"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 0, 60000);

    m_window->list()->showStory(model()->idAt(150));
    QVERIFY(bar->value() > 0);
    m_window->action(u"newestFirst"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bar->value() > 0, 60000); // by time what is read stays in sight
    const StoryId read = m_window->list()->currentStory();
    m_window->action(u"mostRelevant"_s)->trigger(); // the best matches are what is asked for then
    QTRY_VERIFY_WITH_TIMEOUT(model()->selection().isRanked(), 60000);
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 0, 60000);
    QCOMPARE(m_window->list()->currentStory(), read);
    QCOMPARE(m_window->list()->selectedStories(), QVector<StoryId>{read});
    m_window->list()->showStory(read);
    QVERIFY(bar->value() > 0);
    search(u"numbered OR invented"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 0, 60000); // so are they where other words are asked for
    m_window->list()->showStory(read);
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->chips().size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->history()->filter().facets.isEmpty()
                                 && model()->selection().filter() == m_window->workspace()->history()->filter(),
                             60000);
    QVERIFY(bar->value() > 0); // the same words rank as before
}

/// Ranked or by time, the rows are the same.
void tst_ordering::theArrowSaysHowASingleStoryIsSorted()
{
    const QHeaderView *header = m_window->list()->horizontalHeader();
    search(u"copier"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->count(), u"1 of 6 stories"_s, 60000);
    QCOMPARE(header->sortIndicatorSection(), int(StoryListModel::TimeColumn));
    m_window->action(u"mostRelevant"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(model()->selection().isRanked(), 60000);
    QTRY_COMPARE(header->sortIndicatorSection(), int(StoryListModel::OpeningColumn));
}

void tst_ordering::theOrderIsRemembered()
{
    m_window->action(u"mostRelevant"_s)->trigger();
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    QVERIFY(m_window->action(u"mostRelevant"_s)->isChecked());
    QCOMPARE(m_window->workspace()->order(), Order::MostRelevant);
}

void tst_ordering::columnsAreAsWideAsTheyWereMade()
{
    m_window->window()->resize(2200, 800);
    QTRY_VERIFY(!m_window->list()->hasCards());
    const QHeaderView *header = m_window->list()->horizontalHeader();
    const auto width = [&] { return header->sectionSize(StoryListModel::PlatformColumn); };
    const auto used = [&] { return header->length(); };
    const int before = width();
    const int whole = used();
    const QPoint edge(header->sectionViewportPosition(StoryListModel::PlatformColumn) + before - 1,
                      header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(15, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(30, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(30, 0));
    const int made = width();
    QVERIFY2(made > before, qPrintable(QString::number(made)));
    QCOMPARE(used(), whole); // the openings have the rest
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    QCOMPARE(width(), made);
    m_window->window()->resize(2400, 800);
    QTRY_VERIFY(used() > whole);
    QCOMPARE(width(), made);
    m_window->window()->resize(700, 800); // two lines a story
    QTRY_VERIFY(m_window->list()->hasCards());
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    m_window->window()->resize(2200, 800);
    header = m_window->list()->horizontalHeader();
    QTRY_COMPARE(width(), made);
}

void tst_ordering::aMixedChoiceGetsOneMark()
{
    Collection *collection = m_window->workspace()->collection();
    collection->setMark({model()->idAt(0), model()->idAt(1)}, Collection::Mark::Starred, true);
    QTRY_VERIFY(model()->storyAt(1) && model()->storyAt(1)->starred);
    const auto starred = [this] {
        int count = 0;
        for (int row = 0; row < model()->rowCount(); ++row)
            count += model()->storyAt(row) && model()->storyAt(row)->starred ? 1 : 0;
        return count;
    };
    m_window->list()->setFocus();
    m_window->list()->showStory(model()->idAt(0)); // the current one has a star, the others lack it
    m_window->list()->selectAll();
    QAction *star = m_window->action(u"star"_s);
    QTRY_COMPARE(star->text(), u"&Star"_s);
    star->trigger();
    QTRY_COMPARE(starred(), 6);
    QTRY_COMPARE(star->text(), u"Remove &Star"_s);
    star->trigger();
    QTRY_COMPARE(starred(), 0);
}

void tst_ordering::theExportsKeyWorksInTheSearchBox()
{
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    auto *box = m_window->child<SearchBox>(u"searchBox"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(OpenedWindow::dialog(u"exportDialog"_s));
    OpenedWindow::dialog(u"exportDialog"_s)->reject();
}

void tst_ordering::aFailedExportComesBackWithItsChoices()
{
    const auto dialog = [] { return OpenedWindow::dialog(u"exportDialog"_s); };
    m_window->action(u"oldestFirst"_s)->trigger();
    m_window->action(u"exportStories"_s)->trigger();
    QTRY_VERIFY(dialog());
    const QString wrong = m_folder.filePath(u"no such folder/x.csv"_s);
    dialog()->findChild<QLineEdit *>(u"exportPath"_s)->setText(wrong);
    dialog()->findChild<QAbstractButton *>(u"forAnalysis"_s)->click();
    const QPointer<QDialog> first = dialog();
    dialog()->findChild<QPushButton *>(u"exportNow"_s)->click();
    QTRY_VERIFY(dialog() && dialog() != first);
    QVERIFY(dialog()->findChild<QLabel *>(u"exportFailure"_s)->isVisible());
    QVERIFY(!dialog()->findChild<QLabel *>(u"exportFailure"_s)->text().isEmpty());
    QCOMPARE(dialog()->findChild<QLineEdit *>(u"exportPath"_s)->text(), wrong);
    QVERIFY(dialog()->findChild<QAbstractButton *>(u"forAnalysis"_s)->isChecked());
    QVERIFY(m_window->child<QWidget>(u"jobBar"_s)->isHidden());
    const QString right = m_folder.filePath(u"x.csv"_s);
    dialog()->findChild<QLineEdit *>(u"exportPath"_s)->setText(right);
    dialog()->findChild<QPushButton *>(u"exportNow"_s)->click();
    QTRY_VERIFY(QFile::exists(right));
    QTRY_VERIFY(OpenedWindow::dialog(u"information"_s) || !dialog());
}

QTEST_MAIN(tst_ordering)
#include "tst_ordering.moc"
