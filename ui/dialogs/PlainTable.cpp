#include "dialogs/PlainTable.h"

#include <QHeaderView>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longestCell = 300;
constexpr int widestColumn = 320;

QString beginning(const QString &text)
{
    return text.size() <= longestCell ? text.simplified() : text.left(longestCell).simplified() + u'…';
}

} // namespace

PlainTable::PlainTable(QWidget *parent) : QTableView(parent)
{
    setModel(new QStandardItemModel(this));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMaximumSectionSize(widestColumn);
    horizontalHeader()->setStretchLastSection(true);
}

/// Qt goes to the first row then, but doesn't choose it: it would be what buttons act on, and nobody would see it.
void PlainTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (selectionMode() != NoSelection && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

void PlainTable::setRows(const QStringList &header, const QVector<QStringList> &rows)
{
    auto *items = static_cast<QStandardItemModel *>(model());
    items->clear();
    items->setHorizontalHeaderLabels(header);
    for (const QStringList &row : rows) {
        QList<QStandardItem *> cells;
        for (qsizetype i = 0; i < std::min(row.size(), header.size()); ++i) {
            auto *cell = new QStandardItem(beginning(row.at(i)));
            if (cell->text().isEmpty())
                cell->setData(tr("Empty"), Qt::AccessibleTextRole);
            cells.append(cell);
        }
        items->appendRow(cells);
    }
    resizeColumnsToContents();
}

} // namespace tidemark
