#include "dialogs/ExportDialog.h"

#include "dialogs/ColumnChooser.h"
#include "dialogs/ExportMemory.h"
#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Placement.h"
#include "dialogs/PlainLabel.h"
#include "dialogs/Question.h"
#include "dialogs/ScrollingPart.h"
#include "list/CountSentence.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QRadioButton *addChoice(QVBoxLayout *layout, QButtonGroup *group, int id, const QString &text,
                        const QString &meaning)
{
    auto *button = new QRadioButton(text, layout->parentWidget());
    auto *label = plainLabel(meaning, layout->parentWidget());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(24, 0, 0, 4);
    button->setAccessibleDescription(meaning);
    group->addButton(button, id);
    layout->addWidget(button);
    layout->addWidget(label);
    return button;
}

QStringList columnsOf(const CollectionFacts &facts)
{
    QStringList columns = allExportColumns();
    for (const AttributeFacts &attribute : facts.attributes)
        columns.append(u"attr:"_s + attribute.name);
    return columns;
}

} // namespace

ExportDialog::ExportDialog(const CollectionFacts &facts, qint64 stories, QWidget *parent)
    : QDialog(parent),
      m_failure(plainLabel({}, this)),
      m_reader(new QButtonGroup(this)),
      m_separator(new QComboBox(this)),
      m_profile(new QButtonGroup(this)),
      m_fresh(new QCheckBox(tr("New numbers for people and stories in this export alone"), this)),
      m_columns(new ColumnChooser(this)),
      m_themes(new QComboBox(this)),
      m_order(new QComboBox(this)),
      m_manifest(new QCheckBox(tr("Write a manifest beside it: filter, count, columns, checksum"), this)),
      m_path(new QLineEdit(this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));

    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeReader());
    left->addWidget(makePeople());
    left->addStretch(1);
    auto *choices = new QWidget(this);
    auto *sides = new QHBoxLayout(choices);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(16);
    sides->addLayout(left, 1);
    sides->addWidget(makeForm(columnsOf(facts)), 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportNow"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *count = plainLabel(tr("%1 will be written.").arg(storiesInWords(stories)), this);
    count->setObjectName(u"exportCount"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    m_failure->setObjectName(u"exportFailure"_s);
    m_failure->hide();
    layout->addWidget(m_failure);
    layout->addWidget(count);
    layout->addWidget(scrollingPart(choices), 1);
    layout->addWidget(makeTarget(facts.name));
    layout->addWidget(buttons);
    showSettings(exportMemory::settings());
    // Other languages need more lines than English does, and the columns of the file more than half of the width.
    constexpr int width = 900;
    const int around = layout->totalSizeHint().height() - layout->itemAt(2)->sizeHint().height();
    const QSize fitting(width, std::max(600, sides->totalHeightForWidth(width - 80) + around));
    resizeWithinScreen(this, fitting);
}

QWidget *ExportDialog::makeReader()
{
    auto *box = new QGroupBox(tr("Who will read it"), this);
    auto *layout = new QVBoxLayout(box);
    addChoice(layout, m_reader, int(ExportReader::Spreadsheet), tr("A &spreadsheet"),
              tr("Opens in LibreOffice Calc or Excel with date and time in columns of their own. A cell that could "
                 "be taken for a formula gets a leading apostrophe; no guard is perfect."))
        ->setObjectName(u"forSpreadsheet"_s);
    addChoice(layout, m_reader, int(ExportReader::Analysis), tr("&R, Python or an archive"),
              tr("Every text exactly as it is, times in UTC."))
        ->setObjectName(u"forAnalysis"_s);
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_separator->setAccessibleName(tr("Between cells"));
    auto *form = new QFormLayout;
    form->addRow(tr("Between cells:"), m_separator);
    layout->addLayout(form);
    connect(m_reader, &QButtonGroup::idToggled, this, &ExportDialog::enableChoices);
    return box;
}

QWidget *ExportDialog::makePeople()
{
    auto *box = new QGroupBox(tr("People"), this);
    auto *layout = new QVBoxLayout(box);
    addChoice(layout, m_profile, int(ExportProfile::Pseudonymous), tr("&Pseudonymous"),
              tr("Authors and handles read person- and a number; mail addresses, phone numbers, links and ids are "
                 "replaced or "
                 "left out. Verbatim quotes can still often be found again by a search engine."))
        ->setObjectName(u"pseudonymous"_s);
    addChoice(layout, m_profile, int(ExportProfile::Full), tr("&Full"),
              tr("With names, handles, links and ids. Whoever gets the file can find the people in it."))
        ->setObjectName(u"fullProfile"_s);
    m_fresh->setObjectName(u"freshPseudonyms"_s);
    layout->addWidget(m_fresh);
    connect(m_profile, &QButtonGroup::idToggled, this, &ExportDialog::enableChoices);
    return box;
}

QWidget *ExportDialog::makeForm(const QStringList &columns)
{
    auto *box = new QGroupBox(tr("Columns"), this);
    m_columns->setColumns(columns, exportMemory::settings().columns);
    m_themes->addItem(tr("In one column, joined by ;"), int(ThemeForm::Joined));
    m_themes->addItem(tr("A column of 0 and 1 for each theme"), int(ThemeForm::Wide));
    m_themes->setAccessibleName(tr("Themes"));
    m_order->addItem(tr("Newest first"), int(Order::NewestFirst));
    m_order->addItem(tr("Oldest first"), int(Order::OldestFirst));
    m_order->setAccessibleName(tr("Order of the rows"));
    m_manifest->setObjectName(u"manifest"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("Themes:"), m_themes);
    form->addRow(tr("Rows:"), m_order);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(m_columns, 1);
    layout->addLayout(form);
    layout->addWidget(m_manifest);
    connect(m_columns, &ColumnChooser::changed, this, &ExportDialog::enableChoices);
    return box;
}

QWidget *ExportDialog::makeTarget(const QString &name)
{
    auto *row = new QWidget(this);
    m_path->setObjectName(u"exportPath"_s);
    m_path->setAccessibleName(tr("File to write"));
    m_path->setText(QDir(exportMemory::folder()).filePath(name + u".csv"_s));
    auto *choose = new QPushButton(tr("&Choose..."), row);
    choose->setObjectName(u"choosePath"_s);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::enableChoices);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(tr("File:"), row));
    layout->addWidget(m_path, 1);
    layout->addWidget(choose);
    return row;
}

void ExportDialog::setOrder(Order order)
{
    if (order == Order::MostRelevant && m_order->findData(int(order)) < 0)
        m_order->addItem(tr("Most relevant first"), int(order));
    m_order->setCurrentIndex(m_order->findData(int(order)));
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

void ExportDialog::showFailure(const QString &sentence)
{
    m_failure->setText(sentence);
    m_failure->show();
    m_path->setFocus();
}

void ExportDialog::showSettings(const ExportSettings &settings)
{
    m_reader->button(int(settings.reader))->setChecked(true);
    m_profile->button(int(settings.profile))->setChecked(true);
    m_separator->setCurrentIndex(std::max(0, m_separator->findData(settings.separator)));
    m_themes->setCurrentIndex(m_themes->findData(int(settings.themes)));
    m_manifest->setChecked(settings.manifest);
    m_fresh->setChecked(settings.freshPseudonyms);
    enableChoices();
}

void ExportDialog::enableChoices()
{
    m_separator->setEnabled(m_reader->checkedId() == int(ExportReader::Spreadsheet));
    const bool isPseudonymous = m_profile->checkedId() == int(ExportProfile::Pseudonymous);
    m_fresh->setEnabled(isPseudonymous);
    m_columns->setEmpty(isPseudonymous ? columnsLeftEmpty() : QStringList(),
                        tr("Stays empty in a pseudonymous export"));
    if (m_export)
        m_export->setEnabled(!m_path->text().trimmed().isEmpty() && !m_columns->chosen().isEmpty());
}

void ExportDialog::choosePath()
{
    const QString path = chooseTarget(this, tr("Export"), m_path->text(), tr("CSV files (*.csv);;All files (*)"),
                                      Replacing::IsTheCallers);
    if (path.isEmpty())
        return;
    m_path->setText(QFileInfo(path).suffix().isEmpty() ? path + u".csv"_s : path);
    m_path->setFocus(); // from where Return exports, and not asks again
}

ExportSettings ExportDialog::settings() const
{
    ExportSettings settings;
    settings.reader = static_cast<ExportReader>(m_reader->checkedId());
    settings.profile = static_cast<ExportProfile>(m_profile->checkedId());
    settings.themes = static_cast<ThemeForm>(m_themes->currentData().toInt());
    settings.order = static_cast<Order>(m_order->currentData().toInt());
    settings.columns = m_columns->chosen();
    settings.separator = settings.reader == ExportReader::Spreadsheet ? m_separator->currentData().toChar() : u',';
    settings.manifest = m_manifest->isChecked();
    settings.freshPseudonyms = settings.profile == ExportProfile::Pseudonymous && m_fresh->isChecked();
    return settings;
}

QString ExportDialog::path() const
{
    return QFileInfo(m_path->text().trimmed()).absoluteFilePath();
}

void ExportDialog::accept()
{
    const auto go = [this] {
        exportMemory::setSettings(settings());
        QDialog::accept();
    };
    QStringList files = writtenFiles(path(), settings());
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    if (files.isEmpty())
        go();
    else
        ask(this, tr("%1 exists already. Replace it?").arg(isolated(files.constFirst())), tr("Replace"), go);
}

} // namespace tidemark
