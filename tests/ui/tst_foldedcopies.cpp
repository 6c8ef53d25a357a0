#include "model/StoryListModel.h"
#include "ui/OpenedWindow.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Near-copies in the real window: folded, counted, and brought in sight.
class tst_foldedcopies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void foldingIsAFilterThatEveryViewShows();
    void theCopiesOfAStoryAreShown();

private:
    [[nodiscard]] std::unique_ptr<OpenedWindow> opened();

    QTemporaryDir m_folder;
};

void tst_foldedcopies::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
    // Invented, like every text here.
    QFile file(m_folder.filePath(u"copied.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("text,posted_at\n");
    for (int hour = 10; hour < 13; ++hour)
        file.write("\"the same call was passed from hand to hand and said nothing new\",2019-01-01T"
                   + QByteArray::number(hour) + ":00:00Z\n");
}

std::unique_ptr<OpenedWindow> tst_foldedcopies::opened()
{
    auto window = std::make_unique<OpenedWindow>(m_folder.path());
    if (!window->open() || !window->import(m_folder.filePath(u"copied.csv"_s)))
        return nullptr;
    return window;
}

void tst_foldedcopies::foldingIsAFilterThatEveryViewShows()
{
    const auto window = opened();
    QVERIFY(window);
    QTRY_COMPARE(window->count(), u"9 stories"_s);
    window->action(u"foldCopies"_s)->trigger();
    QTRY_COMPARE(window->count(), u"7 of 9 stories"_s);
    QCOMPARE(window->chips().size(), 1);
    window->workspace()->history()->goBack();
    QTRY_COMPARE(window->count(), u"9 stories"_s);
    QVERIFY(!window->action(u"foldCopies"_s)->isChecked());
}

void tst_foldedcopies::theCopiesOfAStoryAreShown()
{
    const auto window = opened();
    QVERIFY(window);
    QTRY_COMPARE(window->count(), u"9 stories"_s);
    const QAbstractItemModel *rows = window->list()->model();
    QTRY_VERIFY(rows->index(0, StoryListModel::OpeningColumn).data(StoryListModel::LoadedRole).toBool());
    window->list()->showStory(
        StoryId{rows->index(0, 0).data(StoryListModel::StoryIdRole).toLongLong()}); // the newest: one of the three
    const auto row = rows->index(0, 0).data(StoryListModel::RowRole).value<StoryRow>();
    QCOMPARE(row.copies, 2);
    QVERIFY(rows->index(0, StoryListModel::MarksColumn).data().toString().contains(u"+2 copies"_s));
    QTRY_VERIFY(window->action(u"showCopies"_s)->isEnabled());
    window->action(u"showCopies"_s)->trigger();
    QTRY_VERIFY(window->count().startsWith("3 of 9 stories"_L1));
}

QTEST_MAIN(tst_foldedcopies)
#include "tst_foldedcopies.moc"
