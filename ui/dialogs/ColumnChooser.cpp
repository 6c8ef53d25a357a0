#include "dialogs/ColumnChooser.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

ColumnChooser::ColumnChooser(QWidget *parent) : QWidget(parent), m_list(new QListWidget(this))
{
    m_list->setObjectName(u"exportColumns"_s);
    m_list->setAccessibleName(tr("Columns, in order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::changed);

    auto *up = new QPushButton(tr("Move &Up"), this);
    auto *down = new QPushButton(tr("Move &Down"), this);
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    auto *side = new QVBoxLayout;
    side->addWidget(up);
    side->addWidget(down);
    side->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(side);
}

void ColumnChooser::setColumns(const QStringList &all, const QStringList &chosen)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString &name, bool ticked) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    };
    for (const QString &name : chosen) {
        if (all.contains(name))
            add(name, true);
    }
    for (const QString &name : all) {
        if (!chosen.contains(name))
            add(name, false);
    }
    m_list->setCurrentRow(0);
}

void ColumnChooser::setEmpty(const QStringList &columns, const QString &reason)
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool isEmpty = columns.contains(item->text());
        QFont font = m_list->font();
        font.setItalic(isEmpty);
        item->setFont(font);
        item->setForeground(m_list->palette().brush(isEmpty ? QPalette::PlaceholderText : QPalette::Text));
        item->setToolTip(isEmpty ? reason : QString());
        item->setData(Qt::AccessibleDescriptionRole, isEmpty ? reason : QString());
    }
}

QStringList ColumnChooser::chosen() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->text());
    }
    return names;
}

void ColumnChooser::move(int by)
{
    const int row = m_list->currentRow();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= m_list->count())
        return;
    m_list->insertItem(target, m_list->takeItem(row));
    m_list->setCurrentRow(target);
    emit changed();
}

} // namespace tidemark
