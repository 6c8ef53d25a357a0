#include "tables/ThemeTableDialog.h"

#include "dialogs/FileChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Placement.h"
#include "export/SavedFile.h"
#include "export/ThemeTableCsv.h"
#include "jobs/WhenDone.h"
#include "list/CountSentence.h"
#include "story/WorkPool.h"
#include "tables/ThemeTablePicture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tidemark {

ThemeTableDialog::ThemeTableDialog(Collection *collection, FilterHistory *history, QWidget *parent)
    : QDialog(parent),
      m_collection(collection),
      m_history(history),
      m_counted(history->filter()),
      m_chosen(history->filter()),
      m_model(new ThemeTableModel(this)),
      m_view(new ThemeTableView(m_model, this)),
      m_title(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_by(new QComboBox(this)),
      m_cells(new QComboBox(this)),
      m_heat(new QCheckBox(tr("&Heat map"), this))
{
    setObjectName(u"themeTable"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Theme Tables"));
    for (QLabel *label : {m_title, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setObjectName(u"themeTableTitle"_s);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    makeChoices();
    layOut();
    connect(m_view, &ThemeTableView::cellChosen, this, &ThemeTableDialog::choose);
    connect(history, &FilterHistory::filterChanged, this, &ThemeTableDialog::follow);
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        if (change.stories || change.codings || change.codebook || change.settings)
            ask();
    });
    ask();
}

void ThemeTableDialog::makeChoices()
{
    m_by->addItem(tr("Themes by theme"), int(TableBy::Theme));
    m_by->addItem(tr("Themes by voice"), int(TableBy::Voice));
    m_by->addItem(tr("Themes by platform"), int(TableBy::Platform));
    m_by->addItem(tr("Themes by language"), int(TableBy::Language));
    m_by->addItem(tr("Themes by month"), int(TableBy::Month));
    m_by->setObjectName(u"tableBy"_s);
    m_by->setAccessibleName(tr("What themes are counted by"));
    m_cells->addItem(tr("Stories"), int(TableCells::Stories));
    m_cells->addItem(tr("Share of the row"), int(TableCells::ShareOfTheme));
    m_cells->addItem(tr("Share of the column"), int(TableCells::ShareOfColumn));
    m_cells->setObjectName(u"tableCells"_s);
    m_cells->setAccessibleName(tr("What the cells say"));
    m_heat->setObjectName(u"tableHeat"_s);
    m_heat->setChecked(true);
    connect(m_by, &QComboBox::currentIndexChanged, this, &ThemeTableDialog::ask);
    connect(m_cells, &QComboBox::currentIndexChanged, this, [this] { m_model->setCells(cells()); });
    connect(m_heat, &QCheckBox::toggled, m_view, &ThemeTableView::setHeatShown);
}

void ThemeTableDialog::layOut()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto button = [&](const QString &name, const QString &text, void (ThemeTableDialog::*act)()) {
        QPushButton *made = buttons->addButton(text, QDialogButtonBox::ActionRole);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
    };
    button(u"saveTablePicture"_s, tr("Save &Picture..."), &ThemeTableDialog::savePicture);
    button(u"saveTableFigures"_s, tr("Save &Figures..."), &ThemeTableDialog::saveFigures);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_by);
    choices->addWidget(m_cells);
    choices->addWidget(m_heat);
    choices->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addLayout(choices);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_notes);
    layout->addWidget(buttons);
    m_view->setFocus();
    resizeWithinScreen(this, {1000, 640});
}

ThemeTableQuestion ThemeTableDialog::question() const
{
    return {.by = static_cast<TableBy>(m_by->currentData().toInt()), .zone = m_collection->facts().zone};
}

TableCells ThemeTableDialog::cells() const
{
    return static_cast<TableCells>(m_cells->currentData().toInt());
}

void ThemeTableDialog::ask()
{
    if (!m_collection)
        return;
    const quint64 number = ++m_number;
    whenDone(m_collection->tableThemes(m_counted, question()).answer, this,
             [this, number](const Result<ThemeTable> &table) {
                 if (number != m_number || !m_collection)
                     return;
                 if (table)
                     take(*table);
                 else
                     say(table.error().message);
             });
}

void ThemeTableDialog::take(const ThemeTable &table)
{
    m_model->setTable(table, m_collection->facts().codebook);
    m_title->setText(title());
    say(notes());
}

void ThemeTableDialog::follow(const Filter &filter)
{
    if (filter == m_chosen)
        return;
    m_counted = filter;
    m_chosen = filter;
    ask();
}

void ThemeTableDialog::choose(const QModelIndex &cell)
{
    m_chosen = m_model->within(m_counted, cell);
    m_history->setFilter(m_chosen);
}

QString ThemeTableDialog::title() const
{
    const CollectionFacts facts = m_collection->facts();
    return selectionTitle(m_model->table().stories, facts.stories, m_counted, m_collection->names(),
                          facts.invented);
}

QString ThemeTableDialog::notes() const
{
    QStringList notes{tr("A story can have several themes, so rows don't add up to all stories.")};
    if (m_model->table().by == TableBy::Month)
        notes.append(tr("Undated stories are in no month; all stories count them, too."));
    return notes.join(u' ');
}

ThemeTablePicture ThemeTableDialog::picture() const
{
    const QString heading = tr("%1, %2: %3").arg(m_by->currentText(), m_cells->currentText(), title());
    return {*m_model, m_heat->isChecked(), heading, {notes()}, font()};
}

QByteArray ThemeTableDialog::figures() const
{
    return themeTableCsv(m_model->table(), m_model->cells(), {m_model->themeNames(), m_model->columnNames()},
                         ExportReader::Spreadsheet);
}

void ThemeTableDialog::savePicture()
{
    const QString path = chooseTarget(this, tr("Save Picture"), usualFolder() + u"/themes.png"_s, pictureFiles());
    if (!path.isEmpty())
        save(pictureName(path), picture().bytesFor(pictureName(path)));
}

void ThemeTableDialog::saveFigures()
{
    const QString path
        = chooseTarget(this, tr("Save Figures"), usualFolder() + u"/themes.csv"_s, tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        save(path, figures());
}

void ThemeTableDialog::save(const QString &path, const QByteArray &bytes)
{
    whenDone(QtConcurrent::run(workPool(), [path, bytes] { return saveBytes(path, bytes); }), this,
             [this, path](const Result<> &saved) {
                 say(saved ? tr("The table was written to %1.").arg(isolated(QFileInfo(path).fileName()))
                           : saved.error().message);
             });
}

void ThemeTableDialog::say(const QString &sentence)
{
    m_notes->setText(sentence);
}

} // namespace tidemark
