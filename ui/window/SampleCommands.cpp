#include "window/SampleCommands.h"

#include "dialogs/SampleDialog.h"
#include "jobs/WhenDone.h"
#include "story/WorkPool.h"
#include "window/WindowActions.h"

#include <QLocale>
#include <QtConcurrentRun>

namespace tidemark {

namespace {

constexpr qint64 mostFollowed = 5000;

} // namespace

SampleCommands::SampleCommands(const CurrentSelection *current, FilterHistory *history, SavedFilters *saved,
                               WindowActions *actions, QWidget *window)
    : QObject(window), m_current(current), m_history(history), m_saved(saved), m_window(window)
{
    connect(actions->drawSample, &QAction::triggered, this, &SampleCommands::ask);
}

void SampleCommands::ask()
{
    auto *dialog = new SampleDialog(m_current->selection().count(), m_question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draw(dialog->question()); });
    dialog->open();
}

void SampleCommands::draw(const SampleQuestion &question)
{
    m_question = question;
    const auto name = [question](qsizetype stories) {
        const QString size = QLocale().toString(stories);
        switch (question.strata) {
        case Strata::Month:
            return tr("Sample of %1 by month, seed %2").arg(size).arg(question.seed);
        case Strata::Theme:
            return tr("Sample of %1 by theme, seed %2").arg(size).arg(question.seed);
        case Strata::Platform:
            return tr("Sample of %1 by platform, seed %2").arg(size).arg(question.seed);
        case Strata::None:
            break;
        }
        return tr("Sample of %1, seed %2").arg(size).arg(question.seed);
    };
    const QTimeZone zone = m_current->collection()->facts().zone;
    const auto drawn = QtConcurrent::run(workPool(), [selection = m_current->selection(), question, zone] {
        return readingSample(selection, question, zone);
    });
    whenDone(drawn, this, [this, name](const QVector<StoryId> &stories) {
        if (stories.isEmpty())
            return;
        Filter filter;
        filter.ids = stories;
        if (m_saved->isWritable())
            m_saved->add(m_saved->freeName(name(stories.size()), filter), filter);
        m_history->setFilter(filter);
    });
}

QString progressInWords(const Selection &selection)
{
    if (selection.filter().ids.isEmpty() || selection.count() > mostFollowed)
        return {};
    const SampleProgress progress = progressOf(selection);
    const QLocale locale;
    return SampleCommands::tr(": %1 read, %2 coded by hand")
        .arg(locale.toString(progress.read), locale.toString(progress.coded));
}

} // namespace tidemark
