#include "codebook/RuleEditor.h"

#include "codebook/SampleView.h"
#include "dialogs/PlainLabel.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

void mark(QPlainTextEdit *edit, const std::optional<Mistake> &mistake)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (mistake) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = edit->textCursor();
        const auto end = edit->document()->characterCount() - 1;
        const auto start = std::min(int(mistake->position), std::max(0, end - 1));
        selection.cursor.setPosition(start);
        selection.cursor.setPosition(std::min(start + std::max(1, int(mistake->length)), end),
                                     QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(QColor(0xC0392B));
        marks.append(selection);
    }
    edit->setExtraSelections(marks);
}

QTableView *tableOf(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(RuleTermsModel::TermColumn, QHeaderView::Stretch);
    return table;
}

} // namespace

RuleEditor::RuleEditor(Collection *collection, Covering *covering, QWidget *parent)
    : QWidget(parent),
      m_draft(collection),
      m_model(plainLabel(
          tr("A model codes this theme now, and the rule is only among what it learned from. “Back to the "
             "Rules” in Learn Themes lets the rule code it again."),
          this)),
      m_rule(new QPlainTextEdit(this)),
      m_verdict(plainLabel({}, this)),
      m_doubt(plainLabel({}, this)),
      m_tabs(new QTabWidget(this)),
      m_samples{new SampleView(collection, covering, tr("Stories that match"), this),
                new SampleView(collection, covering, tr("Stories that enter"), this),
                new SampleView(collection, covering, tr("Stories that leave"), this)},
      m_termTable(tableOf(&m_terms, tr("What each of the words brings"), this)),
      m_keep(new QCheckBox(tr("&Keep what was judged as codings by hand when saving"), this))
{
    m_rule->setObjectName(u"themeRule"_s);
    setFocusProxy(m_rule);
    setAccessibleName(tr("Rule and what it codes"));
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->setPlaceholderText(tr("Words, \"phrases\", beginnings*, NEAR(a b, 5), joined by OR, AND, NOT"));
    m_rule->setTabChangesFocus(true);
    m_rule->setMaximumHeight(130);
    m_model->setObjectName(u"codedByModel"_s);
    m_model->hide();
    m_verdict->setObjectName(u"ruleVerdict"_s);
    m_doubt->setObjectName(u"ruleDoubt"_s);
    QFont bold = m_doubt->font();
    bold.setBold(true);
    m_doubt->setFont(bold);
    m_tabs->setObjectName(u"ruleTabs"_s);
    m_tabs->setAccessibleName(tr("What the rule brings"));
    m_termTable->setObjectName(u"ruleTerms"_s);
    m_keep->setObjectName(u"keepJudgements"_s);
    m_samples[0]->setObjectName(u"matchingSample"_s);
    m_samples[1]->setObjectName(u"enteringSample"_s);
    m_samples[2]->setObjectName(u"leavingSample"_s);
    for (SampleView *sample : m_samples) {
        m_tabs->addTab(sample, QString());
        connect(sample->stories(), &JudgedStories::judged, this, [this](const StoryJudgements &judgements) {
            setJudgements(judgements);
            emit edited();
        });
    }
    m_tabs->addTab(m_termTable, tr("Wor&ds"));

    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &RuleEditor::readRule);
    connect(m_rule, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_pause.start();
        emit edited();
    });
    connect(m_keep, &QCheckBox::clicked, this, &RuleEditor::edited);
    connect(&m_draft, &RuleDraft::changed, this, &RuleEditor::showTrial);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_model);
    layout->addWidget(m_rule);
    layout->addWidget(m_verdict);
    layout->addWidget(m_doubt);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_keep);
    updateKeep();
}

void RuleEditor::showRule(const QString &rule, const QString &savedRule, const StoryJudgements &toKeep)
{
    const QScopedValueRollback showing(m_showing, true);
    m_pause.stop();
    setJudgements(toKeep);
    m_keep->setChecked(!toKeep.isEmpty());
    m_rule->setPlainText(rule);
    m_draft.begin(rule, savedRule);
}

void RuleEditor::setReadOnly(bool readOnly)
{
    m_rule->setReadOnly(readOnly);
    m_keep->setVisible(!readOnly);
}

void RuleEditor::setCodedByModel(bool coded)
{
    m_model->setVisible(coded);
}

QString RuleEditor::rule() const
{
    return m_rule->toPlainText().trimmed();
}

void RuleEditor::askAgain(const QString &savedRule)
{
    m_pause.stop();
    m_draft.begin(m_rule->toPlainText(), savedRule);
}

StoryJudgements RuleEditor::toKeep() const
{
    return m_keep->isChecked() ? m_judgements : StoryJudgements();
}

void RuleEditor::forgetJudgements()
{
    setJudgements({});
}

void RuleEditor::readRule()
{
    m_draft.setRule(m_rule->toPlainText());
}

void RuleEditor::showTrial()
{
    mark(m_rule, m_draft.mistake());
    m_verdict->setText(m_draft.verdict());
    m_doubt->setText(m_draft.doubt());
    m_doubt->setVisible(!m_draft.doubt().isEmpty());
    if (m_draft.isBusy() || m_draft.mistake())
        return;
    const RuleTrial &trial = m_draft.trial();
    const QLocale locale;
    const auto tell = [&](int tab, const QString &title, const SampledStories &stories) {
        m_tabs->setTabText(tab, title.arg(locale.toString(stories.count)));
        m_samples.at(static_cast<size_t>(tab))->stories()->setStories(stories.sample);
    };
    m_samples[0]->setWords(m_draft.words());
    m_samples[1]->setWords(m_draft.words());
    m_samples[2]->setWords(m_draft.savedWords());
    tell(0, tr("M&atch: %1"), trial.matching);
    tell(1, tr("En&ter: %1"), trial.entering);
    tell(2, tr("&Leave: %1"), trial.leaving);
    m_terms.setTerms(trial.terms);
}

void RuleEditor::setJudgements(const StoryJudgements &judgements)
{
    m_judgements = judgements;
    for (SampleView *sample : m_samples)
        sample->stories()->setJudgements(judgements);
    updateKeep();
}

void RuleEditor::updateKeep()
{
    m_keep->setEnabled(!m_judgements.isEmpty());
    if (m_judgements.isEmpty())
        m_keep->setChecked(false);
}

} // namespace tidemark
