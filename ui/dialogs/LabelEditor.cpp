#include "dialogs/LabelEditor.h"

#include "dialogs/CalmChoice.h"
#include "dialogs/ForeignText.h"
#include "dialogs/PlainLabel.h"
#include "text/ShippedWords.h"

#include <QFormLayout>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// No data: no coding. An empty key: a list of themes, as in LabelColumn.
QStandardItem *meaning(const QString &text, const QVariant &key)
{
    auto *item = new QStandardItem(text);
    item->setData(key, Qt::UserRole);
    return item;
}

} // namespace

const Theme *themeCalled(const Codebook &codebook, const QString &name)
{
    const auto called = [&](QString Theme::*title) {
        return std::find_if(codebook.themes.cbegin(), codebook.themes.cend(), [&](const Theme &theme) {
            return name.compare(theme.*title, Qt::CaseInsensitive) == 0;
        });
    };
    auto found = called(&Theme::id);
    if (found == codebook.themes.cend())
        found = called(&Theme::name);
    return found == codebook.themes.cend() ? nullptr : &*found;
}

LabelEditor::LabelEditor(const Codebook &codebook, QWidget *parent)
    : QWidget(parent),
      m_codebook(codebook),
      m_meanings(new QStandardItemModel(this)),
      m_rows(new QFormLayout),
      m_further(new CalmChoice(this))
{
    m_meanings->appendRow(meaning(tr("No coding"), {}));
    m_meanings->appendRow(meaning(tr("A list of themes"), QString()));
    for (const Theme &theme : codebook.themes) {
        if (!theme.isRetired)
            m_meanings->appendRow(meaning(inReadersLanguage(theme.name), theme.id));
    }
    m_further->setObjectName(u"furtherLabel"_s);
    m_further->setAccessibleName(tr("Another column with codings"));
    m_further->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_further, &QComboBox::activated, this, [this](int place) {
        if (place == 0)
            return;
        QComboBox *row = addRow(m_further->itemText(place));
        setFreeColumns(m_free);
        row->setFocus();
    });
    m_rows->setVerticalSpacing(6);
    m_rows->setHorizontalSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(
        plainLabel(tr("Columns in which people coded the stories by hand: yes or no for a theme, or a "
                      "list of themes. They come in as codings by hand."),
                   this));
    layout->addLayout(m_rows);
    layout->addWidget(m_further);
}

void LabelEditor::setLabels(const QVector<LabelColumn> &labels, const QStringList &offered)
{
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    m_columns.clear();
    m_order.clear();
    for (const LabelColumn &label : labels) {
        const Theme *theme = themeCalled(m_codebook, label.theme);
        QComboBox *row = addRow(label.column);
        // A theme that this codebook doesn't have, or has retired, is none to choose.
        if (theme || label.theme.isEmpty())
            row->setCurrentIndex(std::max(0, row->findData(theme ? theme->id : QString())));
    }
    for (const QString &column : offered)
        addRow(column);
}

/// The row of a column; a column has one.
QComboBox *LabelEditor::addRow(const QString &column)
{
    if (QComboBox *present = m_columns.value(column))
        return present;
    auto *row = new CalmChoice(this);
    row->setModel(m_meanings);
    row->setObjectName(u"label-"_s + column);
    row->setAccessibleName(tr("What %1 codes").arg(isolated(column)));
    row->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->setMinimumContentsLength(14);
    connect(row, &QComboBox::activated, this, &LabelEditor::changed);
    m_rows->addRow(plainLabel(column, this), row);
    m_columns.insert(column, row);
    m_order.append(column);
    return row;
}

void LabelEditor::setFreeColumns(const QStringList &columns)
{
    m_free = columns;
    m_further->clear();
    m_further->addItem(tr("Another column..."));
    for (const QString &column : columns) {
        if (!m_columns.contains(column))
            m_further->addItem(column);
    }
    for (int place = 0; place < m_rows->rowCount(); ++place)
        m_rows->setRowVisible(place, columns.contains(m_order.at(place)));
}

QVector<LabelColumn> LabelEditor::labels() const
{
    QVector<LabelColumn> labels;
    for (const QString &column : m_order) {
        const QVariant theme = m_columns.value(column)->currentData();
        if (theme.isValid() && m_free.contains(column))
            labels.append({theme.toString(), column});
    }
    return labels;
}

} // namespace tidemark
