#include "dialogs/ThemesDialog.h"

#include "filter/FilterText.h"
#include "jobs/WhenDone.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void mark(QPlainTextEdit *edit, const Mistake *mistake)
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

} // namespace

ThemesDialog::ThemesDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_themes(collection->facts().codebook.themes),
      m_list(new QListWidget(this)),
      m_name(new QLineEdit(this)),
      m_definition(new QPlainTextEdit(this)),
      m_rule(new QPlainTextEdit(this)),
      m_verdict(plainLabel({}, this))
{
    setObjectName(u"themesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Themes"));
    m_list->setObjectName(u"themeList"_s);
    m_list->setAccessibleName(tr("Themes"));
    m_list->setMaximumWidth(260);
    for (const Theme &theme : std::as_const(m_themes))
        m_list->addItem(theme.name);
    m_name->setObjectName(u"themeName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_definition->setObjectName(u"themeDefinition"_s);
    m_definition->setAccessibleName(tr("Definition"));
    m_definition->setTabChangesFocus(true);
    m_definition->setMaximumHeight(90);
    m_rule->setObjectName(u"themeRule"_s);
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->setTabChangesFocus(true);
    m_verdict->setObjectName(u"ruleVerdict"_s);
    const bool readOnly = collection->facts().readOnly;
    m_name->setReadOnly(readOnly);
    m_definition->setReadOnly(readOnly);
    m_rule->setReadOnly(readOnly);

    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &ThemesDialog::readRule);
    connect(m_rule, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_rule, &QPlainTextEdit::textChanged, this, &ThemesDialog::update);
    connect(m_name, &QLineEdit::textChanged, this, &ThemesDialog::update);
    connect(m_definition, &QPlainTextEdit::textChanged, this, &ThemesDialog::update);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save and Code Anew"), QDialogButtonBox::ApplyRole);
    m_save->setObjectName(u"saveTheme"_s);
    connect(m_save, &QPushButton::clicked, this, &ThemesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Definition"), m_definition);
    form->addRow(tr("Rule"), m_rule);
    form->addRow(QString(), m_verdict);
    auto *right = new QVBoxLayout;
    right->addLayout(form, 1);
    right->addWidget(
        plainLabel(tr("A rule is a search for words. What somebody set by hand stays as it is."), this));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(m_list);
    sides->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addLayout(sides, 1);
    layout->addWidget(buttons);
    resize(860, 560);
    connect(m_list, &QListWidget::currentRowChanged, this, &ThemesDialog::show);
    m_list->setCurrentRow(0);
}

Theme ThemesDialog::edited() const
{
    Theme theme = m_themes.value(m_list->currentRow());
    theme.name = m_name->text().trimmed();
    theme.definition = m_definition->toPlainText().trimmed();
    theme.rule = m_rule->toPlainText().trimmed();
    return theme;
}

void ThemesDialog::show(int row)
{
    const Theme theme = m_themes.value(row);
    m_name->setText(theme.name);
    m_definition->setPlainText(theme.definition);
    m_rule->setPlainText(theme.rule);
    m_pause.stop();
    readRule();
}

void ThemesDialog::readRule()
{
    const auto parsed = parseWords(m_rule->toPlainText());
    const auto *mistake = std::get_if<Mistake>(&parsed);
    m_ruleIsSound = !mistake;
    mark(m_rule, mistake);
    ++m_number;
    if (mistake)
        m_verdict->setText(mistake->message);
    else if (m_rule->toPlainText().trimmed().isEmpty())
        m_verdict->setText(tr("Without a rule the theme is set by hand only."));
    else
        countRule(std::get<WordQuery>(parsed));
    update();
}

void ThemesDialog::countRule(const WordQuery &words)
{
    if (!m_collection)
        return;
    m_verdict->setText(tr("Counting ..."));
    SelectionQuestion question;
    question.filter.words = words;
    question.facets = false;
    whenDone(m_collection->select(question), this, [this, number = m_number](const Result<Selection> &selection) {
        if (number != m_number)
            return;
        m_verdict->setText(selection ? tr("%1 stories in any language hold these words.")
                                           .arg(QLocale().toString(selection.value().count()))
                                     : selection.error().message);
    });
}

void ThemesDialog::update()
{
    const Theme theme = edited();
    m_save->setEnabled(m_collection && !m_collection->facts().readOnly && m_ruleIsSound && !theme.name.isEmpty()
                       && theme != m_themes.value(m_list->currentRow()));
    m_save->setText(theme.rule == m_themes.value(m_list->currentRow()).rule ? tr("Save")
                                                                            : tr("Save and Code Anew"));
}

void ThemesDialog::save()
{
    readRule();
    if (!m_save->isEnabled())
        return;
    const Theme theme = edited();
    m_themes[m_list->currentRow()] = theme;
    m_list->currentItem()->setText(theme.name);
    update();
    emit saved(theme);
}

} // namespace tidemark
