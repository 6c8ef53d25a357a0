#include "collection/UndoStack.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;
using Direction = UndoStack::Direction;

namespace {

UndoStack::Step step(const QString &text)
{
    return {text, SetNotes{{{StoryId(1), text}}}};
}

} // namespace

class tst_undostack : public QObject
{
    Q_OBJECT

private slots:
    void beginsEmpty();
    void goesBackAndForward();
    void aNewStepEndsRedoing();
    void forgetsTheOldestSteps();
    void remembersTenMillionStories();
    void aCodebookRemembersItsCodings();
};

void tst_undostack::beginsEmpty()
{
    const UndoStack stack;
    QCOMPARE(stack.next(Direction::Undo), nullptr);
    QCOMPARE(stack.texts(), UndoTexts());
}

void tst_undostack::goesBackAndForward()
{
    UndoStack stack;
    stack.push(step(u"one"_s));
    stack.push(step(u"two"_s));
    stack.taken(Direction::Undo, SetNotes{{{StoryId(1), u"contrary of two"_s}}});
    QCOMPARE(stack.texts(), (UndoTexts{u"one"_s, u"two"_s}));
    QCOMPARE(std::get<SetNotes>(stack.next(Direction::Redo)->contrary).notes.first().note, u"contrary of two"_s);
    stack.taken(Direction::Redo, SetNotes{{{StoryId(1), u"two"_s}}});
    QCOMPARE(stack.texts(), (UndoTexts{u"two"_s, {}}));
    stack.drop(Direction::Undo);
    QCOMPARE(stack.texts(), (UndoTexts{u"one"_s, {}}));
}

void tst_undostack::aNewStepEndsRedoing()
{
    UndoStack stack;
    stack.push(step(u"one"_s));
    stack.taken(Direction::Undo, SetNotes{});
    stack.push(step(u"two"_s));
    QCOMPARE(stack.texts(), (UndoTexts{u"two"_s, {}}));
}

void tst_undostack::forgetsTheOldestSteps()
{
    UndoStack stack;
    for (int i = 0; i < 1000; ++i)
        stack.push(step(QString::number(i)));
    int steps = 0;
    for (; stack.next(Direction::Undo); ++steps)
        stack.drop(Direction::Undo);
    QCOMPARE(steps, 200);
}

void tst_undostack::remembersTenMillionStories()
{
    UndoStack stack;
    for (const qsizetype stories : {4'000'000, 5'000'000, 3'000'000}) {
        UndoStack::Step large = step(QString::number(stories));
        large.stories = stories;
        stack.push(std::move(large));
    }
    stack.drop(Direction::Undo);
    QCOMPARE(stack.texts().undo, u"5000000"_s);
    stack.drop(Direction::Undo);
    QVERIFY(!stack.next(Direction::Undo));
    UndoStack::Step tooLarge = step(u"all"_s); // stays all the same
    tooLarge.stories = 30'000'000;
    stack.push(std::move(tooLarge));
    QCOMPARE(stack.texts().undo, u"all"_s);
}

void tst_undostack::aCodebookRemembersItsCodings()
{
    CodebookChange change;
    change.codings = {{0, {{StoryId(1), true}, {StoryId(2), false}}}, {1, {{StoryId(1), true}}}};
    change.answers = {{0, {StoryId(1), true}}};
    QCOMPARE(storiesRemembered(SetCodebook{change}), 4);
    QCOMPARE(storiesRemembered(SetCodebook{}), 0);
}

QTEST_APPLESS_MAIN(tst_undostack)
#include "tst_undostack.moc"
