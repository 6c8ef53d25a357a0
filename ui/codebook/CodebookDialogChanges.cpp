// What the buttons of the editor do.
#include "codebook/CodebookDialog.h"

#include "codebook/ComparisonDialog.h"
#include "codebook/RuleEditor.h"
#include "codebook/SplitDialog.h"
#include "codebook/ThemeFields.h"
#include "codebook/ThemeTree.h"
#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/RowChooser.h"
#include "export/CodebookExport.h"
#include "export/SavedFile.h"
#include "jobs/JobBar.h"
#include "jobs/WhenDone.h"
#include "story/WorkPool.h"
#include "text/ShippedWords.h"

#include <QFileInfo>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStringListModel>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tidemark {

void CodebookDialog::addTheme()
{
    const QString id = m_draft.add(tr("New theme"), current().group);
    if (id.isEmpty())
        return say(
            tr("A codebook has at most 64 themes, retired ones included. Bring back a retired one instead."));
    showTree();
    m_tree->choose(id);
    m_tabs->setCurrentWidget(m_form);
    m_form->focusName();
}

void CodebookDialog::save()
{
    const auto checked = m_draft.checked();
    if (!checked)
        return say(checked.error().message);
    QVector<HandThemes> byHand;
    const QHash<QString, StoryJudgements> kept = judged();
    for (auto theme = kept.cbegin(); theme != kept.cend(); ++theme) {
        HandThemes themes{m_draft.codebook().theme(theme.key())->number, {}};
        for (auto judgement = theme->cbegin(); judgement != theme->cend(); ++judgement)
            themes.values.append({judgement.key(), judgement.value()});
        byHand.append(themes);
    }
    run(tr("Saving the codebook"), m_collection->setCodebook(checked.value(), byHand),
        [this] { forgetJudgements(); });
}

void CodebookDialog::retire()
{
    Codebook codebook = m_draft.saved();
    const Theme *saved = codebook.theme(m_shown);
    if (!saved)
        return;
    Theme &theme = codebook.themes[saved->number];
    theme.isRetired = !theme.isRetired;
    theme.key = theme.isRetired ? 0 : theme.key;
    m_draft.discard(m_shown);
    run(theme.isRetired ? tr("Retiring %1").arg(isolated(inReadersLanguage(theme.name)))
                        : tr("Bringing back %1").arg(isolated(inReadersLanguage(theme.name))),
        m_collection->setCodebook(codebook));
}

void CodebookDialog::merge()
{
    QVector<Theme> others;
    QStringList names;
    for (const Theme &theme : m_draft.saved().themes) {
        if (theme.id == m_shown || theme.isRetired)
            continue;
        others.append(theme);
        names.append(inReadersLanguage(theme.name));
    }
    const Theme gone = *m_draft.saved().theme(m_shown);
    auto *dialog
        = new RowChooser(tr("Merge Theme"),
                         tr("Into which theme does %1 go? That one finds what either rule found, and has what "
                            "was coded by hand. %1 is retired.")
                             .arg(isolated(inReadersLanguage(gone.name))),
                         tr("Merge"), new QStringListModel(names), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, others, gone] {
        if (dialog->row() < 0)
            return;
        const Theme &kept = others.at(dialog->row());
        m_draft.discard(gone.id);
        m_draft.discard(kept.id);
        run(tr("Merging %1 into %2")
                .arg(isolated(inReadersLanguage(gone.name)), isolated(inReadersLanguage(kept.name))),
            m_collection->mergeThemes(kept.number, gone.number));
        m_tree->choose(kept.id);
    });
    dialog->open();
}

void CodebookDialog::split()
{
    auto *dialog = new SplitDialog(m_collection, *m_draft.saved().theme(m_shown), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_draft.discard(dialog->split().from);
        run(tr("Splitting off %1").arg(isolated(dialog->split().name)),
            m_collection->splitTheme(dialog->split(), dialog->stories()));
    });
    dialog->open();
}

void CodebookDialog::compare()
{
    auto *dialog = new ComparisonDialog(m_collection, this);
    connect(dialog, &ComparisonDialog::takeOverWished, this, [this](const Codebook &codebook) {
        run(tr("Taking themes over"), m_collection->setCodebook(codebook));
    });
    dialog->open();
}

void CodebookDialog::exportByDialog()
{
    const QString path
        = chooseTarget(this, tr("Export Codebook"), usualFolder() + u"/codebook.json"_s,
                       tr("Codebooks (*.json)") + u";;"_s + tr("Tables of names and definitions (*.csv)") + u";;"_s
                           + tr("REFI-QDA codebooks (*.qdc)"));
    if (path.isEmpty())
        return;
    const auto bytes = codebookToBytes(m_draft.saved(), path);
    if (!bytes)
        return say(bytes.error().message);
    whenDone(QtConcurrent::run(workPool(), [path, bytes = *bytes] { return saveBytes(path, bytes); }), this,
             [this, path](const Result<> &saved) {
                 say(saved ? tr("The codebook was written to %1.").arg(isolated(QFileInfo(path).fileName()))
                           : saved.error().message);
             });
}

void CodebookDialog::undo()
{
    unlessEdited([this] { run(tr("Undoing: %1").arg(m_collection->undoText()), m_collection->undo()); });
}

void CodebookDialog::redo()
{
    unlessEdited([this] { run(tr("Redoing: %1").arg(m_collection->redoText()), m_collection->redo()); });
}

void CodebookDialog::run(const QString &title, const Job<std::monostate> &job, const std::function<void()> &then)
{
    m_outcome->hide();
    const QPointer<QPushButton> pressed(qobject_cast<QPushButton *>(focusWidget()));
    m_jobs->run(title, job, this, [this, then, pressed](std::monostate) {
        if (then)
            then();
        updateButtons();
        if (pressed && pressed->isEnabled() && m_tree->hasFocus())
            pressed->setFocus();
    });
    updateButtons();
    if (pressed && !pressed->isEnabled()) // a grey one would hand the focus on to anything
        m_tree->setFocus();
}

void CodebookDialog::say(const QString &sentence)
{
    m_outcome->setText(sentence);
    m_outcome->show();
}

} // namespace tidemark
