#include "codebook/ThemeFields.h"

#include "codebook/ColourSwatch.h"
#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "text/ShippedWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int colours = 8;
constexpr int keys = 9;

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines;
    const QStringList all = edit->toPlainText().split(u'\n');
    for (const QString &line : all) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            lines.append(text);
    }
    return lines;
}

} // namespace

ThemeFields::ThemeFields(QWidget *parent)
    : QWidget(parent),
      m_name(new QLineEdit(this)),
      m_group(new QComboBox(this)),
      m_shownAs(plainLabel({}, this)),
      m_key(new QComboBox(this)),
      m_colour(new QComboBox(this)),
      m_coveredFirst(new QCheckBox(tr("Its stories open &covered"), this)),
      m_definition(new QPlainTextEdit(this)),
      m_examples(new QPlainTextEdit(this))
{
    m_name->setObjectName(u"themeName"_s);
    setFocusProxy(m_name);
    setAccessibleName(tr("What the theme is"));
    m_group->setObjectName(u"themeGroup"_s);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_shownAs->setObjectName(u"themeShownAs"_s);
    m_key->setObjectName(u"themeKey"_s);
    m_key->addItem(tr("None"));
    for (int key = 1; key <= keys; ++key)
        m_key->addItem(QString::number(key));
    m_colour->setObjectName(u"themeColour"_s);
    fillColours();
    m_coveredFirst->setObjectName(u"themeCoveredFirst"_s);
    m_definition->setObjectName(u"themeDefinition"_s);
    m_definition->setTabChangesFocus(true);
    m_examples->setObjectName(u"themeExamples"_s);
    m_examples->setTabChangesFocus(true);
    m_examples->setPlaceholderText(tr("One a line, invented: a codebook is passed on"));

    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Group"), m_group);
    form->addRow(QString(), m_shownAs);
    form->addRow(tr("&Key"), m_key);
    form->addRow(tr("C&olour"), m_colour);
    form->addRow(QString(), m_coveredFirst);
    form->addRow(tr("&Definition"), m_definition);
    form->addRow(tr("&Examples"), m_examples);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_group),
                           static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_colour),
                           static_cast<QWidget *>(m_definition), static_cast<QWidget *>(m_examples)}) {
        if (const auto *label = qobject_cast<QLabel *>(form->labelForField(field)))
            field->setAccessibleName(label->text().remove(u'&'));
    }
    m_group->lineEdit()->setAccessibleName(m_group->accessibleName());
    connect(m_name, &QLineEdit::textChanged, this, &ThemeFields::noteEdit);
    connect(m_group, &QComboBox::activated, this, &ThemeFields::noteEdit);
    connect(m_group->lineEdit(), &QLineEdit::editingFinished, this, &ThemeFields::noteEdit);
    connect(m_key, &QComboBox::currentIndexChanged, this, &ThemeFields::noteEdit);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ThemeFields::noteEdit);
    connect(m_coveredFirst, &QCheckBox::toggled, this, &ThemeFields::noteEdit);
    connect(m_definition, &QPlainTextEdit::textChanged, this, &ThemeFields::noteEdit);
    connect(m_examples, &QPlainTextEdit::textChanged, this, &ThemeFields::noteEdit);
}

void ThemeFields::showTheme(const Theme &theme, const Codebook &codebook)
{
    const QScopedValueRollback showing(m_showing, true);
    m_theme = theme;
    m_name->setText(theme.name);
    m_group->clear();
    m_group->addItem(QString());
    m_group->setItemData(0, tr("None"), Qt::AccessibleTextRole);
    for (const ThemeGroup &group : codebook.groups)
        m_group->addItem(group.name);
    m_group->setCurrentText(codebook.groupName(theme.group));
    m_key->setCurrentIndex(theme.key);
    m_colour->setCurrentIndex(theme.colour);
    m_coveredFirst->setChecked(theme.isCoveredFirst);
    m_definition->setPlainText(theme.definition);
    m_examples->setPlainText(theme.examples.join(u'\n'));
    sayHowShown();
}

void ThemeFields::setReadOnly(bool readOnly)
{
    m_name->setReadOnly(readOnly);
    m_definition->setReadOnly(readOnly);
    m_examples->setReadOnly(readOnly);
    for (QWidget *choice : {static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_key),
                            static_cast<QWidget *>(m_colour), static_cast<QWidget *>(m_coveredFirst)})
        choice->setEnabled(!readOnly);
}

void ThemeFields::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

Theme ThemeFields::theme() const
{
    Theme theme = m_theme;
    theme.name = m_name->text().trimmed();
    theme.key = m_key->currentIndex();
    theme.colour = m_colour->currentIndex();
    theme.isCoveredFirst = m_coveredFirst->isChecked();
    theme.definition = m_definition->toPlainText().trimmed();
    theme.examples = linesOf(m_examples);
    return theme;
}

QString ThemeFields::groupName() const
{
    return m_group->currentText().trimmed();
}

void ThemeFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fillColours();
}

void ThemeFields::fillColours()
{
    const QScopedValueRollback showing(m_showing, true);
    const int chosen = std::max(0, m_colour->currentIndex());
    m_colour->clear();
    for (int colour = 0; colour <= colours; ++colour)
        m_colour->addItem(colourSwatch(colour, palette()), colourName(colour));
    m_colour->setCurrentIndex(chosen);
}

void ThemeFields::noteEdit()
{
    if (m_showing)
        return;
    sayHowShown();
    emit edited();
}

/// What is stored is edited, in the words of the codebook; the window has the shipped ones in the reader's.
void ThemeFields::sayHowShown()
{
    const QString name = m_name->text().trimmed();
    const QString shown = inReadersLanguage(name);
    m_shownAs->setVisible(shown != name);
    m_shownAs->setText(tr("Stored and exported in these words; the window shows it as “%1”.").arg(isolated(shown)));
}

} // namespace tidemark
