#include "window/LearningCommands.h"

#include "jobs/JobBar.h"
#include "learning/LearningDialog.h"
#include "window/WindowActions.h"

namespace tidemark {

LearningCommands::LearningCommands(Collection *collection, JobBar *jobs, WindowActions *actions, QWidget *window)
    : QObject(window), m_collection(collection), m_jobs(jobs), m_window(window)
{
    connect(actions->learn, &QAction::triggered, this, &LearningCommands::open);
}

void LearningCommands::open()
{
    auto *dialog = new LearningDialog(m_collection, m_window);
    connect(dialog, &LearningDialog::applyWished, this,
            [this](const Training &training, const QVector<Label> &labels) {
                m_jobs->run(tr("Coding by what was learned"), m_collection->applyTraining(training, labels));
            });
    connect(dialog, &LearningDialog::rulesWished, this, [this](const QVector<Label> &labels) {
        m_jobs->run(tr("Going back to the rules"), m_collection->codeByRules(labels));
    });
    dialog->open();
}

} // namespace tidemark
