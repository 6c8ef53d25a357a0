#include "facets/FacetView.h"

#include "facets/FacetDelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// At an edge, too, somebody looks for where they are.
bool leadsOn(int key)
{
    switch (key) {
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

} // namespace

FacetView::FacetView(FacetModel *model, QWidget *parent) : QListView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new FacetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(model->title());
    setAccessibleDescription(tr("Space includes a value, Shift+Space excludes it"));
    viewport()->setAutoFillBackground(false);

    connect(model, &QAbstractItemModel::modelReset, this, &FacetView::keepCurrent);
    connect(model, &QAbstractItemModel::dataChanged, this, &FacetView::arrange);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FacetView::arrange);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FacetView::arrange);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_currentKey = m_model->keyAt(current.row());
    });
    arrange();
}

void FacetView::setCompact(bool compact)
{
    static_cast<FacetDelegate *>(itemDelegate())->setCompact(compact);
    scheduleDelayedItemsLayout();
    arrange();
}

void FacetView::setMostRows(int rows)
{
    m_mostRows = rows;
    arrange();
}

void FacetView::arrange()
{
    m_hidden = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool chosen = m_model->index(row).data(FacetModel::ChoiceRole).toInt() != int(Choice::Neutral);
        const bool isHere = hasFocus() && row == currentIndex().row(); // Space would act on what nobody sees
        const bool hidden = row >= m_mostRows && !chosen && !isHere;
        m_hidden += hidden ? 1 : 0;
        if (isRowHidden(row) != hidden)
            setRowHidden(row, hidden);
    }
    updateGeometry();
    emit rowsChanged();
}

void FacetView::keepCurrent()
{
    const int row = m_currentKey.isEmpty() ? -1 : m_model->rowOf(m_currentKey);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
    arrange();
    if (row >= 0 && hasFocus())
        emit reachedByKeys(); // other counts may have moved it
}

QSize FacetView::sizeHint() const
{
    int height = 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!isRowHidden(row))
            height += itemDelegate()->sizeHint(option, m_model->index(row)).height();
    }
    return {160, height};
}

void FacetView::wish(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    if (!index.isValid())
        return;
    const QString key = m_model->keyAt(index.row());
    if (modifiers & (Qt::AltModifier | Qt::ShiftModifier))
        emit wished(FacetWish::TurnExcluded, key);
    else
        emit wished(modifiers & Qt::ControlModifier ? FacetWish::TurnAny : FacetWish::Turn, key);
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        wish(currentIndex(), event->modifiers());
        return;
    case Qt::Key_Delete:
        wish(currentIndex(), Qt::ShiftModifier);
        return;
    default:
        break;
    }
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex() != before || leadsOn(event->key()))
        emit reachedByKeys();
}

/// End leads to the last row that is shown.
QModelIndex FacetView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex index = QListView::moveCursor(action, modifiers);
    while (index.isValid() && isRowHidden(index.row()))
        index = index.siblingAtRow(index.row() - 1);
    return index;
}

bool FacetView::isOnMinus(const QModelIndex &index, const QPoint &place) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return static_cast<FacetDelegate *>(itemDelegate())->excludingPlace(option, index).contains(place);
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : QModelIndex();
    m_minusPressed = m_pressed.isValid() && isOnMinus(m_pressed, event->pos());
    if (m_pressed.isValid())
        setCurrentIndex(m_pressed);
    event->accept();
}

/// What goes up elsewhere than it went down means nothing.
void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPersistentModelIndex pressed = std::exchange(m_pressed, {});
    event->accept();
    if (event->button() != Qt::LeftButton || !pressed.isValid() || indexAt(event->pos()) != pressed
        || isOnMinus(pressed, event->pos()) != m_minusPressed)
        return;
    wish(pressed, m_minusPressed ? Qt::KeyboardModifiers(Qt::ShiftModifier) : event->modifiers());
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index); // the menu doesn't say whose it is
    const QString key = m_model->keyAt(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, FacetWish wish) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, wish, key] { emit wished(wish, key); });
        return action;
    };
    add(tr("&Only This"), FacetWish::Only);
    add(tr("&As Well (Any of These)"), FacetWish::Any);
    if (m_model->facet().facet == Facet::Theme)
        add(tr("Also &Required (All of These)"), FacetWish::Also);
    add(tr("&Exclude"), FacetWish::Exclude);
    menu->addSeparator();
    add(tr("&Clear"), FacetWish::Clear)
        ->setEnabled(index.data(FacetModel::ChoiceRole).toInt() != int(Choice::Neutral));
    if (m_model->facet().facet == Facet::Theme && key != "none"_L1) {
        menu->addSeparator();
        connect(menu->addAction(tr("A&bout This Theme...")), &QAction::triggered, this,
                [this, key] { emit aboutWished(key); });
    }
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

void FacetView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the panel scrolls, not the section
}

void FacetView::focusInEvent(QFocusEvent *event)
{
    if ((!currentIndex().isValid() || isRowHidden(currentIndex().row())) && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
    QListView::focusInEvent(event);
}

} // namespace tidemark
