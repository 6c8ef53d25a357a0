#include "window/StoryCommands.h"

#include "collection/SavedCopies.h"
#include "dialogs/NoteDialog.h"
#include "dialogs/Placement.h"
#include "dialogs/Question.h"
#include "dialogs/ThemePalette.h"
#include "jobs/JobBar.h"
#include "list/CountSentence.h"
#include "list/StoryListView.h"
#include "model/CodingRound.h"
#include "reading/ReadingPane.h"
#include "story/WorkPool.h"
#include "window/MainMenu.h"
#include "window/WindowActions.h"

#include <QMenu>
#include <QtConcurrentRun>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mostLookedAt = 100'000; ///< for the words in a menu

qint64 rowsOf(const QItemSelection &chosen)
{
    return std::accumulate(chosen.cbegin(), chosen.cend(), qint64(0),
                           [](qint64 rows, const QItemSelectionRange &range) { return rows + range.height(); });
}

} // namespace

StoryCommands::StoryCommands(Collection *collection, StoryListView *list, StoryListModel *model, JobBar *jobs,
                             WindowActions *actions, const LiveMenus &menus, QWidget *window)
    : QObject(list),
      m_collection(collection),
      m_list(list),
      m_model(model),
      m_jobs(jobs),
      m_actions(actions),
      m_window(window)
{
    connect(actions->star, &QAction::triggered, this, [this] { toggleMark(Collection::Mark::Starred); });
    connect(actions->unread, &QAction::triggered, this, [this] { toggleMark(Collection::Mark::Read); });
    connect(actions->doNotQuote, &QAction::triggered, this, [this] { toggleMark(Collection::Mark::DoNotQuote); });
    connect(actions->note, &QAction::triggered, this, &StoryCommands::editNote);
    connect(actions->themePalette, &QAction::triggered, this, &StoryCommands::openThemePalette);
    for (size_t i = 0; i < actions->themeKeys.size(); ++i) {
        connect(actions->themeKeys.at(i), &QAction::triggered, this, [this, i] {
            const Codebook codebook = m_collection->facts().codebook;
            if (const Theme *theme = codebook.themeAtKey(static_cast<int>(i) + 1))
                toggleTheme(theme->number);
        });
    }
    for (size_t i = 0; i < actions->voiceKeys.size(); ++i) {
        connect(actions->voiceKeys.at(i), &QAction::triggered, this,
                [this, voice = allVoices.at(i)] { setVoice(m_list->selectedStories(), voice); });
    }
    connect(actions->forget, &QAction::triggered, this, &StoryCommands::forgetSelected);

    connect(menus.themes, &QMenu::aboutToShow, this, [this, menu = menus.themes] { fillThemes(menu); });
    connect(menus.voice, &QMenu::aboutToShow, this, [this, menu = menus.voice] { fillVoices(menu); });
    connect(menus.story, &QMenu::aboutToShow, this, &StoryCommands::updateWords);

    connect(list, &StoryListView::selectedStoriesChanged, this, &StoryCommands::updateWords);
    connect(list, &StoryListView::currentStoryChanged, this, &StoryCommands::updateWords);
    connect(model, &QAbstractItemModel::dataChanged, this, &StoryCommands::updateWords);
    m_wordsSoon.setSingleShot(true);
    m_wordsSoon.setInterval(0);
    connect(&m_wordsSoon, &QTimer::timeout, this, &StoryCommands::sayMarksOfChosen);
    updateWords();
}

void StoryCommands::setMark(const QVector<StoryId> &stories, Collection::Mark mark, bool on)
{
    if (mark == Collection::Mark::Read)
        emit readMarked();
    if (!stories.isEmpty())
        m_jobs->run(tr("Marking %1").arg(storiesInWords(stories.size())), m_collection->setMark(stories, mark, on));
}

void StoryCommands::setTheme(const QVector<StoryId> &stories, int theme, std::optional<bool> present)
{
    if (isCoding(stories) && present)
        return m_round->set(theme, *present);
    if (!stories.isEmpty() && !isBlind())
        m_jobs->run(tr("Setting a theme of %1").arg(storiesInWords(stories.size())),
                    m_collection->setTheme(stories, theme, present));
}

void StoryCommands::setVoice(const QVector<StoryId> &stories, std::optional<Voice> voice)
{
    if (isCoding(stories) && voice && m_round->list().asksVoice)
        return m_round->setVoice(*voice);
    if (!stories.isEmpty() && !isBlind())
        m_jobs->run(tr("Setting the voice of %1").arg(storiesInWords(stories.size())),
                    m_collection->setVoice(stories, voice));
}

void StoryCommands::setNote(const QVector<StoryId> &stories, const QString &note)
{
    if (stories.isEmpty())
        return;
    const QString title = tr("Keeping the note");
    m_jobs->run(
        title, m_collection->setNote(stories, note), this, [](std::monostate) {},
        [this, title, stories, note](const Error &error) {
            m_jobs->showFailure(title, error.message);
            openNote(stories, {})->write(note); // what was written isn't lost
        });
}

void StoryCommands::setReading(ReadingPane *reading)
{
    m_reading = reading;
    connect(reading, &ReadingPane::storyShown, this, &StoryCommands::updateWords);
}

const StoryRow *StoryCommands::known(StoryId story) const
{
    const StoryRow *listed = m_model->storyAt(m_model->rowOf(story));
    return !listed && m_reading && m_reading->story() == story ? m_reading->row() : listed;
}

const StoryRow *StoryCommands::decidingRow() const
{
    if (isOneChosen())
        return known(m_list->selectedStories().value(0));
    const StoryRow *current = known(m_list->currentStory());
    const QItemSelection chosen = m_list->selectionModel()->selection();
    return current || chosen.isEmpty() ? current : m_model->storyAt(chosen.constFirst().top());
}

/// There may be millions of them, so they are gathered and looked at in the pool.
template<typename Shared, typename Look>
void StoryCommands::withShared(Look look, const std::function<void(const QVector<StoryId> &, const Shared &)> &then)
{
    const auto found = [look, gather = m_list->selectedStoriesLater(), selection = m_model->selection()] {
        const QVector<StoryId> stories = gather();
        return std::pair(stories, look(selection.index(), stories));
    };
    whenDone(QtConcurrent::run(workPool(), found), this, [then](const std::pair<QVector<StoryId>, Shared> &answer) {
        if (!answer.first.isEmpty())
            then(answer.first, answer.second);
    });
}

void StoryCommands::withMarks(const std::function<void(const QVector<StoryId> &, const SharedMarks &)> &then)
{
    if (isOneChosen()) {
        const QVector<StoryId> stories = m_list->selectedStories();
        if (const StoryRow *row = known(stories.value(0)))
            then(stories, {row->read, row->starred, row->doNotQuote});
        return;
    }
    withShared<SharedMarks>(sharedMarks, then);
}

/// What only some of them have is set on all.
void StoryCommands::toggleMark(Collection::Mark mark)
{
    withMarks([this, mark](const QVector<StoryId> &stories, const SharedMarks &marks) {
        const bool have = mark == Collection::Mark::Starred ? marks.starred
            : mark == Collection::Mark::Read                ? marks.read
                                                            : marks.doNotQuote;
        setMark(stories, mark, !have);
    });
}

void StoryCommands::editNote()
{
    const QVector<StoryId> stories = m_list->selectedStories();
    if (stories.size() > 1) {
        openNote(stories, {});
        return;
    }
    const StoryId story = stories.isEmpty() ? m_list->currentStory() : stories.constFirst();
    if (story == noStory)
        return;
    if (m_reading->story() == story && !m_reading->isCovered())
        return m_reading->editNote();
    whenDone(m_collection->story(story), this, [this, story](const Result<StoryPage> &page) {
        if (page)
            openNote({story}, page.value().note);
        else
            m_jobs->showFailure(page.error().message);
    });
}

NoteDialog *StoryCommands::openNote(const QVector<StoryId> &stories, const QString &note)
{
    auto *dialog = new NoteDialog(note, stories.size(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, stories] { setNote(stories, dialog->note()); });
    openBeside(dialog, m_reading);
    return dialog;
}

void StoryCommands::withSharedThemes(
    const std::function<void(const QVector<StoryId> &, const SharedThemes &)> &then)
{
    if (m_model->selection().isPreview()) { // of which one story is chosen at most, and there is no index to ask
        const QVector<StoryId> stories = m_list->selectedStories();
        if (const StoryRow *row = known(stories.value(0)))
            then(stories, {row->themes, {}});
        return;
    }
    withShared<SharedThemes>(sharedThemes, then);
}

bool StoryCommands::isOneChosen() const
{
    const auto rows = rowsOf(m_list->selectionModel()->selection());
    return rows == 1 || (rows == 0 && m_list->hasSelectedStories()); // or one that isn't listed
}

bool StoryCommands::isChosenCoding() const
{
    return isOneChosen() && isCoding(m_list->selectedStories());
}

bool StoryCommands::isCoding(const QVector<StoryId> &stories) const
{
    return m_round && m_round->story() != noStory && stories == QVector<StoryId>{m_round->story()};
}

/// What others said stays in force then, for who codes wouldn't even see that it changed.
bool StoryCommands::isBlind() const
{
    return m_round && m_round->list().isBlind;
}

void StoryCommands::forgetSelected()
{
    const QVector<StoryId> stories = m_list->selectedStories();
    if (stories.isEmpty())
        return;
    ask(m_window,
        tr("Forget %1? Text, author and record are deleted from this collection, and no later import brings them "
           "back. This can't be undone.")
            .arg(storiesInWords(stories.size())),
        tr("Forget"), [this, stories] {
            m_jobs->run(tr("Forgetting %1").arg(storiesInWords(stories.size())), m_collection->forget(stories),
                        this, [this](qint64 gone) { tellForgotten(gone); });
        });
}

/// Still a job: until it is told, no other collection comes.
void StoryCommands::tellForgotten(qint64 gone)
{
    m_jobs->run(tr("Looking for saved copies"), findWhereWordsAreStill(m_collection->facts()), this,
                [this, gone](const QString &where) {
                    inform(m_window, tr("Forgotten: %1.").arg(storiesInWords(gone)) + u' ' + where);
                });
}

void StoryCommands::updateWords()
{
    const StoryRow *row = decidingRow();
    const bool possible = row && !m_collection->facts().readOnly && m_list->hasSelectedStories();
    for (QAction *action : {m_actions->star, m_actions->unread, m_actions->note, m_actions->doNotQuote,
                            m_actions->forget, m_actions->themePalette})
        action->setEnabled(possible);
    if (row && rowsOf(m_list->selectionModel()->selection()) <= 1)
        sayMarks({row->read, row->starred, row->doNotQuote});
    else
        m_wordsSoon.start();
}

/// So many that nobody knows what all of them have are said to lack it.
void StoryCommands::sayMarksOfChosen()
{
    if (rowsOf(m_list->selectionModel()->selection()) > mostLookedAt)
        sayMarks({});
    else
        withMarks([this](const QVector<StoryId> &, const SharedMarks &marks) { sayMarks(marks); });
}

void StoryCommands::sayMarks(const SharedMarks &marks)
{
    m_actions->star->setText(marks.starred ? tr("Remove &Star") : tr("&Star"));
    m_actions->unread->setText(marks.read ? tr("Mark &as Unread") : tr("Mark &as Read"));
    m_actions->doNotQuote->setText(marks.doNotQuote ? tr("May Be &Quoted") : tr("Do Not &Quote"));
}

} // namespace tidemark
