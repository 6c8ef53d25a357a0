#include "search/SavedFiltersView.h"

#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "filter/FilterHistory.h"
#include "model/SavedFilters.h"
#include "search/SavedFilterDelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Says when a drag is over, also one that moved nothing.
class DraggedList final : public QListView
{
public:
    DraggedList(QWidget *parent, std::function<void()> dragged) : QListView(parent), m_dragged(std::move(dragged))
    {
    }

protected:
    void startDrag(Qt::DropActions actions) override
    {
        QListView::startDrag(actions);
        m_dragged();
    }

private:
    std::function<void()> m_dragged;
};

} // namespace

SavedFiltersView::SavedFiltersView(SavedFilters *saved, FilterHistory *history, QWidget *parent)
    : QWidget(parent), m_saved(saved), m_history(history), m_view(new DraggedList(this, [this] { markCurrent(); }))
{
    auto *heading = new QLabel(tr("Saved Filters"), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(8, 0, 8, 0);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_view->setObjectName(u"savedFilters"_s);
    m_view->setAccessibleName(tr("Saved filters"));
    m_view->setModel(saved);
    m_view->setItemDelegate(new SavedFilterDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(m_view);

    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &SavedFiltersView::showMenu);
    connect(saved, &QAbstractItemModel::rowsInserted, this, &SavedFiltersView::fitHeight);
    connect(saved, &QAbstractItemModel::rowsRemoved, this, &SavedFiltersView::fitHeight);
    connect(saved, &QAbstractItemModel::rowsMoved, this, &SavedFiltersView::markCurrent);
    connect(history, &FilterHistory::filterChanged, this, &SavedFiltersView::markCurrent);
    fitHeight();
    markCurrent();
}

void SavedFiltersView::choose(int row)
{
    if (const std::optional<Filter> filter = m_saved->filterAt(row))
        m_history->setFilter(*filter);
    else if (row >= 0 && row < m_saved->rowCount())
        inform(window(), m_saved->index(row).data(Qt::ToolTipRole).toString());
}

/// The one in force is selected; the current one stays, for it is where the keyboard is.
void SavedFiltersView::markCurrent()
{
    const int row = m_saved->rowOf(m_history->filter());
    if (row < 0)
        m_view->clearSelection();
    else
        m_view->selectionModel()->select(m_saved->index(row), QItemSelectionModel::ClearAndSelect);
}

void SavedFiltersView::fitHeight()
{
    const int rows = m_saved->rowCount();
    m_view->setFixedHeight(std::max(1, rows * SavedFilterDelegate::rowHeight(m_view->fontMetrics())));
    setVisible(rows > 0);
}

void SavedFiltersView::saveCurrent()
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(u"saveFilterDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save Filter"));
    dialog->setLabelText(tr("Name of the filter"));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, filter = m_history->filter()](const QString &name) { save(name.trimmed(), filter); });
    dialog->resize(360, dialog->sizeHint().height()); // the window's title has room, too
    dialog->open();
}

/// Another filter of the name would be lost for good.
void SavedFiltersView::save(const QString &name, const Filter &filter)
{
    if (name.isEmpty())
        return;
    const auto add = [this, name, filter] {
        m_saved->add(name, filter);
        markCurrent();
    };
    const int same = m_saved->rowNamed(name);
    if (same < 0 || m_saved->filterAt(same) == filter)
        add();
    else
        ask(window(), tr("There is another saved filter %1. Replace it?").arg(isolated(name)), tr("Replace"), add);
}

void SavedFiltersView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const int row = index.row();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"savedFilterMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &QMenu::aboutToHide, this, &SavedFiltersView::markCurrent); // the click selected another one
    const auto add = [&](const QString &text, auto &&does) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    const bool writable = m_saved->isWritable();
    add(tr("&Rename"), [this, index] { m_view->edit(index); })->setEnabled(writable);
    add(tr("&Change to the Filter in Force"), [this, row] {
        m_saved->replace(row, m_history->filter());
        markCurrent(); // the menu hid before
    })->setEnabled(writable);
    add(tr("Copy as &Text"),
        [index] { QGuiApplication::clipboard()->setText(index.data(SavedFilters::TextRole).toString()); });
    menu->addSeparator();
    add(tr("Move &Up"), [this, row] { m_saved->moveBy(row, -1); })->setEnabled(writable && row > 0);
    add(tr("Move &Down"), [this, row] {
        m_saved->moveBy(row, 1);
    })->setEnabled(writable && row + 1 < m_saved->rowCount());
    menu->addSeparator();
    add(tr("Re&move..."), [this, row] { remove(row); })->setEnabled(writable);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void SavedFiltersView::remove(int row)
{
    const QString name = m_saved->index(row).data().toString();
    ask(window(), tr("Remove the saved filter %1? The stories stay.").arg(isolated(name)), tr("Remove"),
        [this, row] { m_saved->remove(row); });
}

bool SavedFiltersView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex index = m_view->currentIndex();
        if (index.isValid() && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
            choose(index.row());
            return true;
        }
        if (index.isValid() && key == Qt::Key_Delete && m_saved->isWritable()) {
            remove(index.row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tidemark
