#include "timeline/TimelineTable.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

TimelineTable::TimelineTable(TimelineModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(u"timelineTable"_s);
    setModel(model);
    setAccessibleName(tr("Timeline as a table"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ContiguousSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::doubleClicked, this, &TimelineTable::wishSelected);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (isVisible())
            fitColumns(); // weeks have longer names than days
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int /*before*/, int width) {
        if (!m_fits)
            m_widths.insert(columnName(column), width);
    });
}

QString TimelineTable::columnName(int column) const
{
    return m_model->headerData(column, Qt::Horizontal).toString();
}

void TimelineTable::fitColumns()
{
    const QScopedValueRollback fitting(m_fits, true);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (const int width = m_widths.value(columnName(column)); width > 0)
            setColumnWidth(column, width);
        else
            resizeColumnToContents(column);
    }
}

void TimelineTable::showSpan(const TimeSpan &span)
{
    const int row = span.from ? m_model->rowAt(*span.from) : -1;
    if (row >= 0)
        scrollTo(m_model->index(row, TimelineModel::StartColumn), PositionAtCenter);
}

void TimelineTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        wishSelected();
    else
        QTableView::keyPressEvent(event);
}

void TimelineTable::wishSelected()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const auto [first, last] = std::ranges::minmax(rows, {}, &QModelIndex::row);
    emit spanWished({m_model->bucket(first.row()).from, m_model->bucket(last.row()).until});
}

} // namespace tidemark
