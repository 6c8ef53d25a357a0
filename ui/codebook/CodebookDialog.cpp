#include "codebook/CodebookDialog.h"

#include "codebook/CodebookChoice.h"
#include "codebook/RuleEditor.h"
#include "codebook/ThemeFields.h"
#include "codebook/ThemeTree.h"
#include "dialogs/ForeignText.h"
#include "dialogs/PaneSplitter.h"
#include "dialogs/Placement.h"
#include "dialogs/PlainLabel.h"
#include "dialogs/Question.h"
#include "jobs/JobBar.h"
#include "jobs/WhenDone.h"

#include <QGridLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

CodebookDialog::CodebookDialog(Collection *collection, Covering *covering, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_draft(collection->facts().codebook),
      m_number(collection->facts().codebookNumber),
      m_choice(new CodebookChoice(collection, this))
{
    setObjectName(u"codebookDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Themes"));
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"themeTabs"_s);
    m_form = new ThemeFields(m_tabs);
    m_rule = new RuleEditor(collection, covering, m_tabs);
    m_tabs->setAccessibleName(tr("The chosen theme"));
    m_tabs->addTab(m_form, tr("T&heme"));
    m_tabs->addTab(m_rule, tr("&Rule"));
    auto *sides = new PaneSplitter(Qt::Horizontal, this);
    sides->addWidget(makeThemes());
    sides->addWidget(m_tabs);
    sides->setStretchFactor(1, 1);
    sides->setChildrenCollapsible(false);
    sides->setSizes({290, 730});
    m_outcome = plainLabel({}, this);
    m_outcome->setObjectName(u"codebookOutcome"_s);
    m_outcome->hide();
    m_jobs = new JobBar(this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_choice);
    layout->addWidget(sides, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(m_jobs);
    layout->addWidget(makeFoot());
    resizeWithinScreen(this, {1040, 680});

    const bool readOnly = collection->facts().readOnly;
    m_form->setReadOnly(readOnly);
    m_rule->setReadOnly(readOnly);
    connect(m_choice, &CodebookChoice::changeWished, this,
            [this](const QString &title, const CodebookChoice::Begin &begin) { run(title, begin()); });
    connect(m_choice, &CodebookChoice::useWished, this,
            [this](const QString &title, const CodebookChoice::Begin &begin) {
                unlessEdited([this, title, begin] { run(title, begin()); });
                m_choice->showInForce(); // until it is
            });
    connect(m_tree, &ThemeTree::themeChosen, this, &CodebookDialog::showTheme);
    connect(m_tree->themes(), &ThemeTreeModel::groupNamed, this, &CodebookDialog::nameGroup);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (!m_tabs->tabBar()->hasFocus()) // who goes along the tabs by keys goes on there
            m_tabs->currentWidget()->setFocus();
    });
    connect(m_form, &ThemeFields::edited, this, &CodebookDialog::noteEdit);
    connect(m_rule, &RuleEditor::edited, this, &CodebookDialog::noteEdit);
    connect(collection, &Collection::changed, this, &CodebookDialog::follow);
    connect(collection, &Collection::undoChanged, this, &CodebookDialog::updateButtons);
    connect(m_jobs, &JobBar::becameIdle, this, &CodebookDialog::updateButtons);
    showTree();
    m_tree->choose({});
    m_tree->setFocus();
}

QWidget *CodebookDialog::makeThemes()
{
    auto *whole = new QWidget(this);
    whole->setAccessibleName(tr("Themes"));
    m_tree = new ThemeTree(whole);
    m_add = makeButton(u"addTheme"_s, tr("Ne&w"), &CodebookDialog::addTheme);
    m_retire = makeButton(u"retireTheme"_s, tr("Ret&ire"), &CodebookDialog::retire);
    m_merge = makeButton(u"mergeTheme"_s, tr("&Merge..."), &CodebookDialog::merge);
    m_split = makeButton(u"splitTheme"_s, tr("S&plit..."), &CodebookDialog::split);
    auto *layout = new QGridLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree, 0, 0, 1, 2);
    layout->addWidget(m_add, 1, 0);
    layout->addWidget(m_retire, 1, 1);
    layout->addWidget(m_merge, 2, 0);
    layout->addWidget(m_split, 2, 1);
    return whole;
}

QWidget *CodebookDialog::makeFoot()
{
    auto *whole = new QWidget(this);
    m_undo = makeButton(u"undoCodebook"_s, tr("&Undo"), &CodebookDialog::undo);
    m_redo = makeButton(u"redoCodebook"_s, tr("Redo"), &CodebookDialog::redo);
    m_save = makeButton(u"saveCodebook"_s, tr("&Save"), &CodebookDialog::save);
    auto *close = new QPushButton(tr("Close"), whole);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &CodebookDialog::reject);
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_undo);
    layout->addWidget(m_redo);
    layout->addSpacing(12);
    layout->addWidget(makeButton(u"compareCodebooks"_s, tr("&Versions and Others..."), &CodebookDialog::compare));
    layout->addWidget(makeButton(u"exportCodebook"_s, tr("E&xport..."), &CodebookDialog::exportByDialog));
    layout->addStretch(1);
    layout->addWidget(m_save);
    layout->addWidget(close);
    return whole;
}

QPushButton *CodebookDialog::makeButton(const QString &name, const QString &text, void (CodebookDialog::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

Theme CodebookDialog::current() const
{
    const Theme *theme = m_draft.codebook().theme(m_shown);
    return theme ? *theme : Theme();
}

void CodebookDialog::showTheme(const QString &id)
{
    m_judged = judged();
    m_shown = id;
    const Theme theme = current();
    const Theme *saved = m_draft.saved().theme(id);
    m_tabs->setEnabled(!id.isEmpty());
    m_form->showTheme(theme, m_draft.codebook());
    m_rule->showRule(theme.rule, saved && !saved->isRetired ? saved->rule : QString(), m_judged.take(id));
    m_outcome->hide();
    updateButtons();
    tellWhoCodes();
}

void CodebookDialog::tellWhoCodes()
{
    whenDone(m_collection->labelCoders(), this, [this, id = m_shown](const Result<QVector<LabelCoder>> &coders) {
        if (id != m_shown || !coders)
            return;
        const Label shown{Label::Kind::Theme, current().number};
        m_rule->setCodedByModel(std::any_of(coders->cbegin(), coders->cend(), [shown](const LabelCoder &coder) {
            return coder.label == shown && coder.model != 0;
        }));
    });
}

void CodebookDialog::noteEdit()
{
    Theme theme = m_form->theme();
    theme.rule = m_rule->rule();
    theme.isRetired = current().isRetired;
    theme.group = m_draft.groupNamed(m_form->groupName());
    m_draft.change(theme);
    m_outcome->hide(); // it was said of what stood here before
    showTree();
}

void CodebookDialog::nameGroup(const QString &key, const QString &name)
{
    m_draft.nameGroup(key, name);
    m_form->showTheme(current(), m_draft.codebook());
    updateButtons();
}

void CodebookDialog::showTree()
{
    QSet<QString> edited;
    for (const Theme &theme : m_draft.codebook().themes) {
        if (m_draft.isEdited(theme.id))
            edited.insert(theme.id);
    }
    m_tree->setCodebook(m_draft.codebook(), edited);
    updateButtons();
}

void CodebookDialog::updateButtons()
{
    if (!m_collection)
        return;
    const bool possible = !m_collection->facts().readOnly && !m_jobs->isBusy();
    const Theme *saved = m_draft.saved().theme(m_shown);
    const QString undoText = m_collection->undoText();
    const QString redoText = m_collection->redoText();
    m_choice->setPossible(possible);
    m_add->setEnabled(possible);
    m_retire->setEnabled(possible && saved);
    m_retire->setText(saved && saved->isRetired ? tr("Br&ing Back") : tr("Ret&ire"));
    m_merge->setEnabled(possible && saved && !saved->isRetired);
    m_split->setEnabled(possible && saved && !saved->isRetired);
    m_save->setEnabled(possible && (m_draft.isEdited() || !judged().isEmpty()));
    m_undo->setEnabled(possible && !undoText.isEmpty());
    m_redo->setEnabled(possible && !redoText.isEmpty());
    m_undo->setToolTip(asToolTip(undoText));
    m_redo->setToolTip(asToolTip(redoText));
}

/// What was written stays; what is in force may be another now.
void CodebookDialog::follow(const CollectionChange &change)
{
    if (!m_collection || (!change.codebook && !change.stories))
        return;
    if (m_collection->facts().codebookNumber != m_number)
        return startAnew();
    m_draft.setSaved(m_collection->facts().codebook);
    const QString shown = m_shown;
    showTree();
    if (m_shown != shown)
        return; // the theme is gone, and another one is shown
    if (!m_draft.isEdited(shown)) {
        if (current().rule != m_rule->rule())
            return showTheme(shown);
        m_form->showTheme(current(), m_draft.codebook());
    }
    const Theme *saved = m_draft.saved().theme(shown);
    m_rule->askAgain(saved && !saved->isRetired ? saved->rule : QString());
    tellWhoCodes();
}

/// Nothing of what was written stays: it was for another codebook, or is discarded.
void CodebookDialog::startAnew()
{
    m_number = m_collection->facts().codebookNumber;
    m_draft = CodebookDraft(m_collection->facts().codebook);
    forgetJudgements();
    showTree();
    showTheme(m_tree->chosen());
}

QHash<QString, StoryJudgements> CodebookDialog::judged() const
{
    QHash<QString, StoryJudgements> all = m_judged;
    if (const StoryJudgements shown = m_rule->toKeep(); !shown.isEmpty())
        all.insert(m_shown, shown);
    all.removeIf([this](const auto &judged) {
        const Theme *theme = m_draft.codebook().theme(judged.key());
        return !theme || theme->isRetired;
    });
    return all;
}

void CodebookDialog::forgetJudgements()
{
    m_judged.clear();
    m_rule->forgetJudgements();
}

void CodebookDialog::unlessEdited(const std::function<void()> &then)
{
    if (!m_draft.isEdited() && judged().isEmpty())
        return then();
    ask(this, tr("The codebook has changes that are not saved."), tr("Discard Them"), [this, then] {
        startAnew();
        then();
    });
}

/// What isn't saved is asked about; what is under way can be stopped, but not left.
void CodebookDialog::reject()
{
    if (m_jobs->isBusy())
        return say(tr("A change is still being made. Wait for it, or stop it."));
    unlessEdited([this] { QDialog::reject(); });
}

} // namespace tidemark
