#include "list/StoryCard.h"

#include <QTest>

using namespace tidemark;

/// A row 470 wide and 44 high, with lines of 18 and 15.
class tst_story_card : public QObject
{
    Q_OBJECT

private slots:
    void twoLinesStandInTheMiddle();
    void marksTakeTheirRoomFromTheOpening();
    void themesTakeWhatTheDetailsLeave();
    void longDetailsLeaveNoThemes();
    void rightToLeftIsTheMirrorImage();
};

namespace {

const QRect row(0, 100, 470, 44);

StoryCard card(int marks, int details, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return StoryCard::inRow(row, 18, 15, marks, details, direction);
}

} // namespace

void tst_story_card::twoLinesStandInTheMiddle()
{
    const StoryCard shown = card(0, 200);
    QCOMPARE(shown.opening, QRect(8, 105, 454, 18));
    QCOMPARE(shown.details, QRect(8, 123, 200, 15));
    QVERIFY(shown.marks.isEmpty());
}

void tst_story_card::marksTakeTheirRoomFromTheOpening()
{
    const StoryCard shown = card(30, 200);
    QCOMPARE(shown.marks, QRect(432, 105, 30, 18));
    QCOMPARE(shown.opening.right(), 423); // a margin before the marks
}

void tst_story_card::themesTakeWhatTheDetailsLeave()
{
    const StoryCard shown = card(0, 200);
    QCOMPARE(shown.themes, QRect(220, 123, 242, 15));
}

void tst_story_card::longDetailsLeaveNoThemes()
{
    const StoryCard shown = card(0, 2000);
    QCOMPARE(shown.details.right(), 461);
    QVERIFY(shown.themes.isEmpty());
}

void tst_story_card::rightToLeftIsTheMirrorImage()
{
    const StoryCard shown = card(30, 200, Qt::RightToLeft);
    QCOMPARE(shown.marks.left(), 8);
    QCOMPARE(shown.details.right(), 461);
    QCOMPARE(shown.themes.left(), 8);
}

QTEST_APPLESS_MAIN(tst_story_card)
#include "tst_story_card.moc"
