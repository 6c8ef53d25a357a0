#include "codebook/NewCodebookDialog.h"

#include "codebook/CodebookFileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "text/ShippedWords.h"
#include "theme/CodebookEditing.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

NewCodebookDialog::NewCodebookDialog(const CollectionFacts &facts, QWidget *parent)
    : QDialog(parent),
      m_facts(facts),
      m_name(new QLineEdit(this)),
      m_source(new QComboBox(this)),
      m_sentence(plainLabel({}, this))
{
    setObjectName(u"newCodebookDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a Codebook"));
    m_name->setObjectName(u"codebookName"_s);
    m_source->setObjectName(u"codebookSource"_s);
    m_sentence->setObjectName(u"codebookSentence"_s);
    m_source->addItem(tr("None yet"));
    m_sources.append(Codebook());
    m_source->addItem(tr("As in %1").arg(inReadersLanguage(facts.codebook.title)));
    m_sources.append(facts.codebook);
    for (const ShelvedCodebook &other : facts.shelf) {
        m_source->addItem(tr("As in %1").arg(inReadersLanguage(other.codebook.title)));
        m_sources.append(other.codebook);
    }
    auto *file = new QPushButton(tr("&File or Collection..."), this);
    file->setObjectName(u"codebookFile"_s);
    file->setAutoDefault(false);
    connect(file, &QPushButton::clicked, this, &NewCodebookDialog::chooseByDialog);
    auto *themes = new QHBoxLayout;
    themes->addWidget(m_source, 1);
    themes->addWidget(file);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Add and Use"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(u"addAndUse"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(
        plainLabel(tr("A collection may have several codebooks, one for each study or language. One is in "
                      "force: the stories are coded by it. What was coded by hand under the others is kept "
                      "with them."),
                   this));
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Themes"), themes);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(themes)))
        label->setBuddy(m_source);
    m_name->setAccessibleName(tr("Name of the codebook"));
    m_source->setAccessibleName(tr("Where its themes come from"));
    form->addRow(m_sentence);
    form->addRow(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &NewCodebookDialog::check);
    check();
    resize(560, sizeHint().height());
}

void NewCodebookDialog::chooseByDialog()
{
    const QString path = chooseCodebookFile(this, tr("Take Themes From"));
    if (!path.isEmpty())
        takeFrom(path);
}

void NewCodebookDialog::takeFrom(const QString &path)
{
    readCodebook(path, this, [this, path](const Result<Codebook> &codebook) {
        if (!codebook)
            return m_sentence->setText(codebook.error().message);
        m_sources.append(codebook.value());
        m_source->addItem(tr("As in %1").arg(isolated(QFileInfo(path).fileName())));
        m_source->setCurrentIndex(m_source->count() - 1);
        check();
    });
}

Codebook NewCodebookDialog::codebook() const
{
    return newCodebook(m_name->text().trimmed(), m_sources.value(m_source->currentIndex()), m_facts.codebook);
}

void NewCodebookDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isTaken = m_facts.hasCodebook(name);
    m_sentence->setText(isTaken ? tr("There is a codebook of this name already. Choose another one.") : QString());
    m_go->setEnabled(!name.isEmpty() && !isTaken);
}

} // namespace tidemark
