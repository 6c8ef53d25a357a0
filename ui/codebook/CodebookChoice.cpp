#include "codebook/CodebookChoice.h"

#include "codebook/NewCodebookDialog.h"
#include "dialogs/ForeignText.h"
#include "dialogs/RowChooser.h"
#include "text/ShippedWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace tidemark {

CodebookChoice::CodebookChoice(Collection *collection, QWidget *parent)
    : QWidget(parent), m_collection(collection), m_choice(new QComboBox(this))
{
    m_choice->setObjectName(u"codebookChoice"_s);
    m_choice->setAccessibleName(tr("Codebook in force"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    auto *label = new QLabel(tr("Codeboo&k"), this);
    label->setBuddy(m_choice);
    m_add = makeButton(u"addCodebook"_s, tr("&Add..."), &CodebookChoice::add);
    m_rename = makeButton(u"renameCodebook"_s, tr("Rename..."), &CodebookChoice::rename);
    m_delete = makeButton(u"deleteCodebook"_s, tr("Delete..."), &CodebookChoice::remove);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_add);
    layout->addWidget(m_rename);
    layout->addWidget(m_delete);
    connect(m_choice, &QComboBox::activated, this,
            [this](int row) { wishTo(m_choice->itemData(row).toLongLong()); });
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.codebook || change.settings)
            follow();
    });
    follow();
}

QPushButton *CodebookChoice::makeButton(const QString &name, const QString &text, void (CodebookChoice::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void CodebookChoice::setPossible(bool possible)
{
    m_possible = possible;
    m_choice->setEnabled(possible);
    m_add->setEnabled(possible);
    m_rename->setEnabled(possible);
    m_delete->setEnabled(possible && m_choice->count() > 1);
    m_delete->setToolTip(
        m_choice->count() > 1 ? QString() : tr("The codebook in force can't be deleted. Use another one first."));
}

void CodebookChoice::showInForce()
{
    m_choice->setCurrentIndex(0);
}

void CodebookChoice::follow()
{
    if (!m_collection)
        return;
    const CollectionFacts facts = m_collection->facts();
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItem(inReadersLanguage(facts.codebook.title), facts.codebookNumber);
    for (const ShelvedCodebook &other : facts.shelf)
        m_choice->addItem(inReadersLanguage(other.codebook.title), other.number);
    setPossible(m_possible);
    if (const int row = m_choice->findText(m_added); row > 0 && !m_added.isEmpty()) {
        m_added.clear();
        wishTo(m_choice->itemData(row).toLongLong());
    }
}

void CodebookChoice::wishTo(qint64 number)
{
    if (!m_collection || number == m_collection->facts().codebookNumber)
        return;
    const QString title = inReadersLanguage(m_collection->facts().titleOf(number));
    emit useWished(tr("Coding the stories by %1").arg(isolated(title)),
                   [collection = m_collection, number] { return collection->useCodebook(number); });
}

void CodebookChoice::add()
{
    auto *dialog = new NewCodebookDialog(m_collection->facts(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Codebook codebook = dialog->codebook();
        m_added = codebook.title;
        emit changeWished(tr("Adding %1").arg(isolated(codebook.title)),
                          [collection = m_collection, codebook] { return collection->addCodebook(codebook); });
    });
    dialog->open();
}

void CodebookChoice::rename()
{
    const CollectionFacts facts = m_collection->facts();
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"renameCodebookDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename Codebook"));
    dialog->setLabelText(tr("Name of the codebook in force"));
    dialog->setTextValue(facts.codebook.title);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, number = facts.codebookNumber](const QString &name) {
                emit changeWished(tr("Renaming the codebook"), [collection = m_collection, number, name] {
                    return collection->renameCodebook(number, name);
                });
            });
    dialog->open();
}

void CodebookChoice::remove()
{
    const QVector<ShelvedCodebook> shelf = m_collection->facts().shelf;
    QStringList titles;
    for (const ShelvedCodebook &other : shelf)
        titles.append(inReadersLanguage(other.codebook.title));
    auto *dialog = new RowChooser(
        tr("Delete Codebook"),
        tr("Which codebook is to go? What was coded by hand under it goes with it. That can be undone until the "
           "collection is closed. The one in force isn't among them."),
        tr("Delete"), new QStringListModel(titles), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, shelf] {
        if (dialog->row() < 0)
            return;
        const ShelvedCodebook &gone = shelf.at(dialog->row());
        emit changeWished(
            tr("Deleting %1").arg(isolated(inReadersLanguage(gone.codebook.title))),
            [collection = m_collection, number = gone.number] { return collection->deleteCodebook(number); });
    });
    dialog->open();
}

} // namespace tidemark
