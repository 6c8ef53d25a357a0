#include "reading/NoteEditor.h"
#include "reading/ReadingPane.h"
#include "reading/StoryText.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QWheelEvent>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

StoryPage page(int id, const QString &text)
{
    StoryPage story;
    story.row.id = StoryId{id};
    story.text = text;
    return story;
}

QToolButton *button(const ReadingPane &pane, const QString &text)
{
    const auto buttons = pane.findChildren<QToolButton *>();
    for (QToolButton *one : buttons) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class ReadingPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void wishesNameTheirStory();
    void aNoteIsKeptWhenTheNextStoryComes();
    void aNoteKeepsTheFocusWhenItsStoryIsReadAnew();
    void whatIsBeingWrittenStaysWhenTheNoteIsAskedForAgain();
    void anExcerptIsOfTheStoryAlone();
    void anExcerptMayBeOfWhatTheStoryQuotes();
    void aNoteStandsBesideTheStoryInALowPane();
    void keepsTheMeasure();
    void textChangesItsSize();
    void takesNothingIn();
    void aReadOnlyCollectionTakesNoWishes();
    void opensALinkOnReturn();
    void copiesTheWholeStoryWhereNothingIsSelected();
    void keyAndContextMenuCopyTheWholeStoryToo();
    void copiesMoreOfALongTextThanIsShown();
    void noTextIsShownWhileAnotherComes();
};

void ReadingPaneTest::wishesNameTheirStory()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    const QSignalSpy starred(&pane, &ReadingPane::starToggled);
    QVERIFY(button(pane, u"Star"_s));
    button(pane, u"Star"_s)->click();
    QCOMPARE(starred.count(), 1);
    QCOMPARE(starred.constFirst().at(0).value<StoryId>(), StoryId{4});
    QCOMPARE(starred.constFirst().at(1).toBool(), true);
}

void ReadingPaneTest::aNoteIsKeptWhenTheNextStoryComes()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    const QSignalSpy edited(&pane, &ReadingPane::noteEdited);
    pane.editNote();
    pane.findChild<QPlainTextEdit *>()->setPlainText(u"remember"_s);
    pane.showStory(page(5, u"other"_s));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.constFirst().at(0).value<StoryId>(), StoryId{4});
    QCOMPARE(edited.constFirst().at(1).toString(), u"remember"_s);
}

void ReadingPaneTest::aNoteKeepsTheFocusWhenItsStoryIsReadAnew()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    pane.editNote();
    QWidget *writing = QApplication::focusWidget();
    QVERIFY(pane.findChild<NoteEditor *>()->isAncestorOf(writing));
    pane.showStory(page(4, u"text"_s)); // as after a second, when it counts as read
    QCOMPARE(QApplication::focusWidget(), writing);
}

void ReadingPaneTest::whatIsBeingWrittenStaysWhenTheNoteIsAskedForAgain()
{
    NoteEditor editor;
    editor.show();
    editor.hide();
    const QSignalSpy edited(&editor, &NoteEditor::edited);
    editor.edit(StoryId{4}, u"stored"_s);
    auto *text = editor.findChild<QPlainTextEdit *>();
    QTest::keyClicks(text, u" and more"_s);
    editor.edit(StoryId{4}, u"stored"_s); // the key once more
    QCOMPARE(text->toPlainText(), u"stored and more"_s);
    editor.edit(StoryId{4}, u"stored"_s, u"\n> quoted"_s);
    QCOMPARE(text->toPlainText(), u"stored and more\n> quoted"_s);
    QTest::keyClick(text, Qt::Key_Escape); // keeps what was written
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.constFirst().at(1).toString(), u"stored and more\n> quoted"_s);

    editor.edit(StoryId{4}, {}, u"> quoted alone"_s);
    editor.edit(StoryId{5}, u"of another"_s);
    QCOMPARE(edited.count(), 2);
    QCOMPARE(edited.at(1).at(0).value<StoryId>(), StoryId{4});
    QCOMPARE(text->toPlainText(), u"of another"_s);
}

/// Time, platform and whatever else stands around the text is no part of it.
void ReadingPaneTest::anExcerptIsOfTheStoryAlone()
{
    ReadingPane pane;
    StoryPage story = page(4, u"what was said"_s);
    story.permalink = u"https://example.org/4"_s;
    pane.showStory(story);
    auto *text = pane.findChild<StoryText *>();
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(0);
    cursor.setPosition(5, QTextCursor::KeepAnchor);
    text->setTextCursor(cursor);
    pane.noteOnSelection();
    QCOMPARE(pane.findChild<QPlainTextEdit *>()->toPlainText(), QString());
    text->selectAll();
    pane.noteOnSelection();
    QCOMPARE(pane.findChild<QPlainTextEdit *>()->toPlainText(), u"> what was said\n"_s);
}

void ReadingPaneTest::anExcerptMayBeOfWhatTheStoryQuotes()
{
    ReadingPane pane;
    StoryPage story = page(4, u"I agree"_s);
    LinkedRelation quoted;
    quoted.relation.kind = Relation::Kind::Quote;
    quoted.relation.text = u"what another one said"_s;
    story.relations.append(quoted);
    story.note = u"> another one"_s;
    pane.showStory(story);
    auto *text = pane.findChild<StoryText *>();
    text->setTextCursor(text->document()->find(u"another one"_s));
    QCOMPARE(text->textCursor().charFormat().underlineStyle(), QTextCharFormat::DotLine);
    text->setTextCursor(text->document()->find(u"what another"_s));
    pane.noteOnSelection();
    QVERIFY(pane.findChild<QPlainTextEdit *>()->toPlainText().endsWith(u"> what another\n"_s));
}

void ReadingPaneTest::aNoteStandsBesideTheStoryInALowPane()
{
    ReadingPane pane;
    pane.resize(800, 200);
    pane.showStory(page(4, u"text"_s));
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    pane.editNote();
    const auto *note = pane.findChild<NoteEditor *>();
    QTRY_VERIFY(note->x() > 0);
    QVERIFY(pane.textView()->width() > note->width());
    pane.resize(400, 800);
    QTRY_COMPARE(note->x(), 0);
    QVERIFY(note->y() > pane.textView()->y());
}

void ReadingPaneTest::keepsTheMeasure()
{
    ReadingPane pane;
    pane.resize(1400, 600);
    pane.showStory(page(4, u"the quick sea carries what it was given "_s.repeated(40)));
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const StoryDocument &document = pane.textView()->story();
    const QTextBlock block = document.findBlock(document.textStart());
    QVERIFY(block.layout()->lineCount() > 10);
    for (int i = 0; i + 1 < block.layout()->lineCount(); ++i) {
        const int letters = block.layout()->lineAt(i).textLength();
        QVERIFY2(letters >= 55 && letters <= 76, qPrintable(QString::number(letters)));
    }
}

void ReadingPaneTest::textChangesItsSize()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    pane.enlarge();
    QCOMPARE(pane.pointSize(), 13.5);
    const QPointF place(20, 20);
    QWheelEvent wheel(place, pane.textView()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(pane.textView()->viewport(), &wheel);
    QCOMPARE(pane.pointSize(), 14.5);
    pane.resetSize();
    QCOMPARE(pane.pointSize(), 12.5);
    pane.setPointSize(500);
    QCOMPARE(pane.pointSize(), 32.0);
}

void ReadingPaneTest::takesNothingIn()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    const QString before = pane.textView()->toPlainText();
    QTest::keyClicks(pane.textView(), u"typed"_s);
    pane.textView()->paste();
    QCOMPARE(pane.textView()->toPlainText(), before);
    QVERIFY(!pane.textView()->acceptDrops());
}

void ReadingPaneTest::aReadOnlyCollectionTakesNoWishes()
{
    ReadingPane pane;
    CollectionFacts facts;
    facts.readOnly = true;
    pane.setFacts(facts);
    pane.showStory(page(4, u"text"_s));
    QVERIFY(!button(pane, u"Star"_s)->isEnabled());
    QVERIFY(button(pane, u"Explain"_s)->isEnabled());
}

void ReadingPaneTest::opensALinkOnReturn()
{
    ReadingPane pane;
    pane.showStory(page(4, u"read https://example.org/page today"_s));
    const QSignalSpy opened(&pane, &ReadingPane::linkActivated);
    QTest::keyClick(pane.textView(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(opened.count(), 0);
    QCOMPARE(pane.findChild<StoryText *>()->selectedText(false), u"https://example.org/page"_s); // it is seen
    QTest::keyClick(pane.textView(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toUrl(), QUrl(u"https://example.org/page"_s));
}

void ReadingPaneTest::copiesTheWholeStoryWhereNothingIsSelected()
{
    ReadingPane pane;
    QGuiApplication::clipboard()->setText(u"earlier"_s);
    pane.copy(); // no story, nothing to copy
    QCOMPARE(QGuiApplication::clipboard()->text(), u"earlier"_s);
    pane.showStory(page(4, u"I told @somebody."_s));
    pane.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I told person-1."_s);
    pane.copyWithNames();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I told @somebody."_s);
}

void ReadingPaneTest::keyAndContextMenuCopyTheWholeStoryToo()
{
    ReadingPane pane;
    pane.showStory(page(4, u"I told @somebody."_s));
    QGuiApplication::clipboard()->setText(u"earlier"_s);
    QTest::keyClick(pane.textView(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I told person-1."_s);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const auto choose = [&](const QString &text) {
        QWidget *viewport = pane.textView()->viewport();
        QContextMenuEvent wish(QContextMenuEvent::Mouse, {5, 5}, viewport->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(viewport, &wish);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == text)
                action->trigger();
        }
        menu->close();
    };
    choose(u"Copy with Names"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I told @somebody."_s);
    choose(u"Copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I told person-1."_s);
}

void ReadingPaneTest::copiesMoreOfALongTextThanIsShown()
{
    ReadingPane pane;
    const QString filling = u"invented words\n"_s.repeated(20'000);
    pane.showStory(page(4, filling + u"I told @somebody."_s));
    QVERIFY(!pane.textView()->toPlainText().contains(u"I told"_s));
    pane.copy();
    QVERIFY(QGuiApplication::clipboard()->text() == filling + u"I told person-1."_s);
    pane.copyWithNames();
    QVERIFY(QGuiApplication::clipboard()->text() == filling + u"I told @somebody."_s);
}

void ReadingPaneTest::noTextIsShownWhileAnotherComes()
{
    ReadingPane pane;
    pane.showStory(page(4, u"text"_s));
    QVERIFY(pane.isTextShown());
    const QSignalSpy turned(&pane, &ReadingPane::pageTurned);
    pane.setLoading(true);
    QVERIFY(!pane.isTextShown()); // the one that is seen is no longer meant
    QCOMPARE(turned.count(), 1);
    pane.setLoading(true);
    QCOMPARE(turned.count(), 1);
    pane.showStory(page(5, u"another text"_s));
    QVERIFY(pane.isTextShown());
    QCOMPARE(turned.count(), 2);
}

QTEST_MAIN(ReadingPaneTest)
#include "tst_reading_pane.moc"
