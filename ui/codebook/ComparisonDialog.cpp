#include "codebook/ComparisonDialog.h"

#include "codebook/CodebookFileChoice.h"
#include "collection/CodebookSteps.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Placement.h"
#include "dialogs/PlainLabel.h"
#include "jobs/WhenDone.h"
#include "model/TimeText.h"
#include "text/ShippedWords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QPlainTextEdit *readingBox(const QString &name, const QString &spoken, QWidget *parent)
{
    auto *box = new QPlainTextEdit(parent);
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    box->setReadOnly(true);
    box->setTabChangesFocus(true);
    return box;
}

QWidget *titled(const QString &title, QWidget *box, QWidget *parent)
{
    auto *whole = new QWidget(parent);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(title, whole));
    layout->addWidget(box, 1);
    return whole;
}

} // namespace

ComparisonDialog::ComparisonDialog(Collection *collection, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_choice(new QComboBox(this)),
      m_sentence(plainLabel({}, this)),
      m_table(new QTableView(this)),
      m_here(readingBox(u"comparedHere"_s, tr("The theme in force"), this)),
      m_there(readingBox(u"comparedThere"_s, tr("The theme in the other codebook"), this))
{
    setObjectName(u"comparisonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions and Other Codebooks"));
    m_choice->setObjectName(u"otherCodebook"_s);
    m_choice->setAccessibleName(tr("Compare with"));
    m_sentence->setObjectName(u"comparisonSentence"_s);
    m_table->setObjectName(u"comparisonTable"_s);
    m_table->setAccessibleName(tr("Themes side by side"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ComparisonModel::ThemeColumn, 320);

    auto *file = new QPushButton(tr("&File or Collection..."), this);
    file->setObjectName(u"otherFile"_s);
    file->setAutoDefault(false);
    connect(file, &QPushButton::clicked, this, &ComparisonDialog::openByDialog);
    auto *top = new QHBoxLayout;
    auto *with = new QLabel(tr("Compare &with"), this);
    with->setBuddy(m_choice);
    top->addWidget(with);
    top->addWidget(m_choice, 1);
    top->addWidget(file);
    auto *sides = new QHBoxLayout;
    sides->addWidget(titled(tr("In force"), m_here, this));
    sides->addWidget(titled(tr("There"), m_there, this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_take = buttons->addButton(tr("&Take Over What Is Ticked"), QDialogButtonBox::ApplyRole);
    m_take->setObjectName(u"takeOver"_s);
    connect(m_take, &QPushButton::clicked, this, &ComparisonDialog::takeOver);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 3);
    layout->addLayout(sides, 2);
    layout->addWidget(buttons);
    resizeWithinScreen(this, {880, 620});

    connect(m_choice, &QComboBox::currentIndexChanged, this, &ComparisonDialog::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ComparisonDialog::showTheme);
    connect(&m_model, &ComparisonModel::takenChanged, this, &ComparisonDialog::updateTaking);
    readVersions();
}

void ComparisonDialog::readVersions()
{
    for (const ShelvedCodebook &other : m_collection->facts().shelf)
        addOther({.name = inReadersLanguage(other.codebook.title), .codebook = other.codebook});
    whenDone(m_collection->codebookVersions(), this, [this](const Result<QVector<CodebookVersion>> &versions) {
        if (!versions)
            return say(versions.error().message);
        const QTimeZone zone = m_collection ? m_collection->facts().zone : QTimeZone::utc();
        const QVector<CodebookStep> steps = stepsOf(versions.value());
        m_numberHere = steps.isEmpty() ? QString() : steps.constFirst().number;
        for (qsizetype i = 1; i < versions->size(); ++i) { // the first is the one in force
            const CodebookVersion &version = versions->at(i);
            const QString moment = timeText(version.madeAt, zone);
            m_others.append({tr("%1, version %2, from %3: %4")
                                 .arg(isolated(inReadersLanguage(version.codebook.title)), steps.at(i).number,
                                      moment, isolated(steps.at(i).change)),
                             version.codebook, steps.at(i).number});
            m_choice->addItem(m_others.constLast().name);
        }
        if (m_others.isEmpty())
            say(tr(
                "This codebook has no earlier version. Compare it with that of a file or of another collection."));
    });
}

void ComparisonDialog::openByDialog()
{
    const QString path = chooseCodebookFile(this, tr("Compare with a Codebook"));
    if (!path.isEmpty())
        compareWith(path);
}

void ComparisonDialog::compareWith(const QString &path)
{
    readCodebook(path, this, [this, path](const Result<Codebook> &codebook) {
        if (!codebook)
            return say(codebook.error().message);
        addOther({.name = QFileInfo(path).fileName(), .codebook = codebook.value()});
        m_model.takeAll(true);
    });
}

void ComparisonDialog::addOther(const Other &other)
{
    m_others.append(other);
    m_choice->addItem(isolated(other.name));
    m_choice->setCurrentIndex(static_cast<int>(m_others.size()) - 1);
}

void ComparisonDialog::compare()
{
    const Other other = m_others.value(m_choice->currentIndex());
    if (!m_collection || m_choice->currentIndex() < 0)
        return;
    const Codebook here = m_collection->facts().codebook;
    m_model.compare(here, other.codebook);
    say(tr("“%1”, version %2, with %n themes; in force is version %3.", nullptr,
           static_cast<int>(other.codebook.themes.size()))
            .arg(inReadersLanguage(other.codebook.title), other.number,
                 m_numberHere.isEmpty() ? QString::number(here.version) : m_numberHere));
    m_table->selectRow(0);
    showTheme();
}

void ComparisonDialog::showTheme()
{
    const ComparedTheme *pair = m_model.at(m_table->currentIndex().row());
    const auto text = [](const std::optional<Theme> &theme, const QString &group) {
        if (!theme)
            return tr("(not there)");
        QStringList lines{theme->name};
        if (!group.isEmpty())
            lines.append(tr("Group: %1").arg(group));
        if (theme->isRetired)
            lines.append(tr("Retired"));
        lines.append(theme->definition);
        for (const QString &example : theme->examples)
            lines.append(tr("Example: %1").arg(example));
        lines.append(theme->rule.isEmpty() ? tr("No rule") : tr("Rule: %1").arg(theme->rule));
        return lines.join(u"\n\n"_s);
    };
    m_here->setPlainText(pair ? text(pair->here, pair->groupHere) : QString());
    m_there->setPlainText(pair ? text(pair->there, pair->groupThere) : QString());
}

void ComparisonDialog::updateTaking()
{
    m_take->setEnabled(m_collection && !m_collection->facts().readOnly && !m_model.taken().isEmpty());
}

void ComparisonDialog::takeOver()
{
    const Other other = m_others.value(m_choice->currentIndex());
    const auto merged = withTakenOver(m_collection->facts().codebook, other.codebook, m_model.taken());
    if (!merged)
        return say(merged.error().message);
    emit takeOverWished(merged.value());
    accept();
}

void ComparisonDialog::say(const QString &sentence)
{
    m_sentence->setText(sentence);
}

} // namespace tidemark
