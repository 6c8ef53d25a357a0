#include "window/ReadingCommands.h"

#include "jobs/JobBar.h"
#include "list/StoryListView.h"
#include "reading/ReadingPane.h"
#include "reading/StoryText.h"
#include "window/LayoutMemory.h"
#include "window/WindowActions.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QTableView>

#include <memory>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// What is selected in a field that one types into, or the current cell of a table, but for that of the stories;
/// false: it is none, or nothing is selected.
bool copyFrom(QWidget *field)
{
    if (auto *line = qobject_cast<QLineEdit *>(field); line && line->hasSelectedText()) {
        line->copy();
        return true;
    }
    if (auto *text = qobject_cast<QPlainTextEdit *>(field); text && text->textCursor().hasSelection()) {
        text->copy();
        return true;
    }
    const auto *table = qobject_cast<QTableView *>(field);
    if (table && !qobject_cast<StoryListModel *>(table->model()) && table->currentIndex().isValid()) {
        QApplication::clipboard()->setText(table->currentIndex().data().toString());
        return true;
    }
    return false;
}

} // namespace

ReadingCommands::ReadingCommands(Collection *collection, StoryListView *list, StoryListModel *model,
                                 ReadingPane *pane, JobBar *jobs, WindowActions *actions)
    : QObject(pane),
      m_collection(collection),
      m_list(list),
      m_model(model),
      m_pane(pane),
      m_jobs(jobs),
      m_actions(actions),
      m_unread(collection)
{
    connectSteps(actions);
    connectText(actions);
    connectType(actions);
    connect(m_pane, &ReadingPane::pageTurned, this, &ReadingCommands::enableText);
    enableText();
}

/// What acts on the text, while there is one.
void ReadingCommands::enableText()
{
    const bool shown = m_pane->isTextShown();
    for (QAction *action : {m_actions->print, m_actions->copy, m_actions->copyWithNames, m_actions->nextMatch,
                            m_actions->previousMatch})
        action->setEnabled(shown);
    m_actions->excerptNote->setEnabled(shown && !m_collection->facts().readOnly);
}

void ReadingCommands::connectSteps(WindowActions *actions)
{
    connect(actions->nextStory, &QAction::triggered, m_list, [this] { m_list->step(1); });
    connect(actions->previousStory, &QAction::triggered, m_list, [this] { m_list->step(-1); });
    connect(actions->nextUnread, &QAction::triggered, this, [this] { goToUnread(false); });
    connect(actions->previousUnread, &QAction::triggered, this, [this] { goToUnread(true); });
    connect(&m_unread, &NextUnread::found, m_list, &StoryListView::showStory);
    connect(&m_unread, &NextUnread::found, m_jobs,
            &JobBar::stopTelling); // that there is none in the other direction
    connect(&m_unread, &NextUnread::notFound, this, &ReadingCommands::tellNoneUnread);
    connect(&m_unread, &NextUnread::failed, m_jobs,
            [this](const Error &error) { m_jobs->showFailure(error.message); });
    connect(m_list, &StoryListView::readOnWished, this, &ReadingCommands::readOn);
    connect(m_pane->textView(), &StoryText::readOnWished, this, &ReadingCommands::readOn);
}

void ReadingCommands::connectText(WindowActions *actions)
{
    connect(actions->copy, &QAction::triggered, m_pane, [this] {
        if (!copyFrom(QApplication::focusWidget()))
            m_pane->copy();
    });
    connect(actions->copyWithNames, &QAction::triggered, m_pane, &ReadingPane::copyWithNames);
    connect(actions->excerptNote, &QAction::triggered, m_pane, &ReadingPane::noteOnSelection);
    connect(actions->print, &QAction::triggered, this, &ReadingCommands::print);
    connect(actions->nextMatch, &QAction::triggered, m_pane, [this] { m_pane->textView()->goToMatch(false); });
    connect(actions->previousMatch, &QAction::triggered, m_pane, [this] { m_pane->textView()->goToMatch(true); });
}

void ReadingCommands::connectType(WindowActions *actions)
{
    connect(actions->largerText, &QAction::triggered, m_pane, &ReadingPane::enlarge);
    connect(actions->smallerText, &QAction::triggered, m_pane, &ReadingPane::reduce);
    connect(actions->usualText, &QAction::triggered, m_pane, &ReadingPane::resetSize);
    connect(actions->serif, &QAction::toggled, m_pane, &ReadingPane::setSerif);
    connect(actions->sepia, &QAction::toggled, m_pane, &ReadingPane::setSepia);
    connect(actions->signs, &QAction::toggled, m_pane, &ReadingPane::setSignsNamed);
    m_pane->setSignsNamed(actions->signs->isChecked());
    m_pane->setSerif(actions->serif->isChecked());
    m_pane->setSepia(actions->sepia->isChecked());
    connect(m_pane, &ReadingPane::pointSizeChanged, this,
            [](double points) { layoutMemory::setChoice(u"readingSize"_s, QString::number(points)); });
    m_pane->setPointSize(layoutMemory::choice(u"readingSize"_s, u"12.5"_s).toDouble());
}

void ReadingCommands::goToUnread(bool backward)
{
    if (m_model->selection().isPreview()) // which doesn't know what comes next
        return;
    const int row = m_list->currentIndex().row();
    m_wentBackward = backward && row >= 0; // from none, either way to the first, as StoryListView::step() does
    m_unread.ask(m_model->selection(), m_model->order(), row, m_wentBackward);
}

void ReadingCommands::tellNoneUnread(bool anyElsewhere)
{
    m_jobs->tell(!anyElsewhere        ? tr("Every story here is read.")
                     : m_wentBackward ? tr("No unread story comes before this one, but some come after it.")
                                      : tr("No unread story comes after this one, but some come before it."));
}

void ReadingCommands::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), m_pane->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_pane, [pane = m_pane, printer] { pane->print(*printer); });
    dialog->open();
}

/// A page of the text, and at its end the next story.
void ReadingCommands::readOn(bool backward)
{
    if (!m_pane->readOn(backward))
        m_list->step(backward ? -1 : 1);
}

} // namespace tidemark
