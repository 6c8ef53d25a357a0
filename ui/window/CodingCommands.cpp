#include "window/CodingCommands.h"

#include "coding/AgreementDialog.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "jobs/JobBar.h"
#include "list/StoryListView.h"
#include "model/StoryListModel.h"
#include "story/WorkPool.h"
#include "text/ShippedWords.h"
#include "window/LayoutMemory.h"
#include "window/WindowActions.h"

#include <QLocale>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString coderKey()
{
    return u"coder"_s;
}

int firstOf(ThemeSet themes)
{
    return std::countr_zero(themes.bits());
}

} // namespace

CodingCommands::CodingCommands(CodingRound *round, Collection *collection, const CurrentSelection *current,
                               FilterHistory *history, SavedFilters *saved, StoryListView *list, JobBar *jobs,
                               WindowActions *actions, QWidget *window)
    : QObject(window),
      m_round(round),
      m_collection(collection),
      m_current(current),
      m_history(history),
      m_saved(saved),
      m_list(list),
      m_jobs(jobs),
      m_actions(actions),
      m_window(window)
{
    m_wish.coder = layoutMemory::choice(coderKey());
    connect(actions->code, &QAction::triggered, this, &CodingCommands::ask);
    connect(actions->agreement, &QAction::triggered, this, &CodingCommands::compare);
    connectRound();
    updateActions();
}

void CodingCommands::connectRound()
{
    connect(m_actions->recordCoding, &QAction::triggered, this,
            [this] { m_jobs->run(tr("Coding a story"), m_round->record()); });
    connect(m_actions->skipCoding, &QAction::triggered, m_round, &CodingRound::skip);
    connect(m_actions->endCoding, &QAction::triggered, m_round, &CodingRound::end);
    connect(m_round, &CodingRound::storyChanged, this, &CodingCommands::showStory);
    connect(m_round, &CodingRound::answersChanged, this, &CodingCommands::updateActions);
    connect(m_round, &CodingRound::ended, this, &CodingCommands::updateActions);
    connect(m_list, &StoryListView::currentStoryChanged, m_round, &CodingRound::goTo);
    // Its list comes a moment later than the round.
    connect(
        m_list->model(), &QAbstractItemModel::modelReset, this, [this] { showStory(m_round->story()); },
        Qt::QueuedConnection);
}

void CodingCommands::ask()
{
    if (m_current->selection().isPreview()) // of which no sample can be drawn
        return;
    const Codebook codebook = m_collection->facts().codebook;
    auto *dialog = new CodingDialog(m_current->selection().count(), codebook, m_wish, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { gather(dialog->wish()); });
    dialog->open();
}

void CodingCommands::gather(const CodingWish &wish)
{
    m_wish = wish;
    layoutMemory::setChoice(coderKey(), wish.coder);
    const Selection selection = m_current->selection();
    switch (wish.from) {
    case CodingWish::From::Selection: {
        const auto *model = static_cast<const StoryListModel *>(m_list->model());
        return begin(wish, selection.ids(0, wish.sample.size, model->order()));
    }
    case CodingWish::From::Sample: {
        const QTimeZone zone = m_collection->facts().zone;
        return whenDone(
            QtConcurrent::run(workPool(),
                              [selection, wish, zone] { return readingSample(selection, wish.sample, zone); }),
            this, [this, wish](const QVector<StoryId> &stories) { begin(wish, stories); });
    }
    case CodingWish::From::Suggestions:
        return whenDone(QtConcurrent::run(workPool(), [selection] { return selection.allIds(Order::OldestFirst); }),
                        this, [this, wish](const QVector<StoryId> &stories) { suggest(wish, stories); });
    case CodingWish::From::Colleague:
        // What the first coder said last may be on its way.
        return whenDone(m_round->recorded(), this,
                        [this, wish, filter = selection.filter()](const auto &) { findColleagues(wish, filter); });
    }
}

void CodingCommands::suggest(const CodingWish &wish, const QVector<StoryId> &among)
{
    const bool isForVoice = wish.suggestedVoice != Voice::Unknown;
    const Label label = isForVoice ? Label{Label::Kind::Voice, static_cast<int>(wish.suggestedVoice)}
                                   : Label{Label::Kind::Theme, firstOf(wish.themes)};
    const QString name = isForVoice
        ? voiceName(wish.suggestedVoice)
        : inReadersLanguage(m_collection->facts().codebook.themes.value(label.number).name);
    m_jobs->run(tr("Learning what to suggest for %1").arg(isolated(name)),
                m_collection->suggestStories({among, label, wish.sample.size, wish.sample.seed}), this,
                [this, wish, name](const SuggestedStories &suggested) {
                    QVector<StoryId> stories;
                    for (const Suggestion &suggestion : suggested.stories)
                        stories.append(suggestion.story);
                    const QLocale locale;
                    QString remark = tr("Suggested for %1 by what %2 codings taught: F1 %3 %.")
                                         .arg(isolated(name), locale.toString(suggested.learnedFrom),
                                              locale.toString(100 * suggested.learned.f1(), 'f', 0));
                    if (suggested.gain)
                        remark += u' '
                            + tr("With 50 codings more it has lately changed by %1 points.")
                                  .arg(locale.toString(100 * *suggested.gain, 'f', 1));
                    begin(wish, stories, remark);
                });
}

void CodingCommands::findColleagues(const CodingWish &wish, const Filter &within)
{
    SelectionQuestion question;
    question.filter = within;
    question.filter.properties.append({Property::CodedByHand});
    whenDone(m_collection->select(question), this, [this, wish](const Result<Selection> &selection) {
        if (!selection)
            return m_jobs->showFailure(selection.error().message);
        whenDone(QtConcurrent::run(workPool(),
                                   [selection = selection.value(), wish, zone = m_collection->facts().zone] {
                                       return readingSample(selection, wish.sample, zone);
                                   }),
                 this, [this, wish](const QVector<StoryId> &stories) { begin(wish, stories); });
    });
}

void CodingCommands::begin(const CodingWish &wish, const QVector<StoryId> &stories, const QString &remark)
{
    if (stories.isEmpty())
        return inform(m_window, tr("None of the stories selected is to be coded this way."));
    Filter filter;
    filter.ids = stories;
    std::sort(filter.ids.begin(), filter.ids.end());
    const QString name
        = tr("To code: %1 stories, seed %2").arg(QLocale().toString(stories.size())).arg(wish.sample.seed);
    m_saved->add(m_saved->freeName(name, filter), filter);
    m_list->clearSelection(); // a key is meant for the story at hand, and not for all that were chosen before
    m_history->setFilter(filter);
    m_round->begin({stories, wish.themes, wish.coder, wish.asksVoice, wish.isBlind(), remark});
    updateActions();
    m_list->setFocus(Qt::OtherFocusReason);
}

void CodingCommands::showStory(StoryId story)
{
    updateActions();
    if (story != noStory && (story != m_list->currentStory() || m_list->selectedStories().isEmpty()))
        m_list->showStory(story);
}

void CodingCommands::updateActions()
{
    const bool underWay = m_round->isUnderWay();
    m_actions->recordCoding->setEnabled(m_round->canRecord());
    m_actions->skipCoding->setEnabled(underWay && m_round->story() != noStory);
    m_actions->endCoding->setEnabled(underWay);
}

void CodingCommands::compare()
{
    auto *dialog = new AgreementDialog(m_collection, m_window);
    connect(dialog, &AgreementDialog::settleWished, this, [this](StoryId story, int theme, bool present) {
        m_jobs->run(tr("Settling a difference"), m_collection->settle(story, theme, present));
    });
    connect(dialog, &AgreementDialog::voiceSettleWished, this, [this](StoryId story, Voice voice) {
        m_jobs->run(tr("Settling a difference"), m_collection->settleVoice(story, voice));
    });
    connect(dialog, &AgreementDialog::undoWished, this,
            [this] { m_jobs->run(tr("Undoing: %1").arg(m_collection->undoText()), m_collection->undo()); });
    connect(dialog, &AgreementDialog::storyWished, this, [this](StoryId story) {
        Filter filter;
        filter.ids = {story};
        m_history->setFilter(filter);
    });
    dialog->open();
}

} // namespace tidemark
