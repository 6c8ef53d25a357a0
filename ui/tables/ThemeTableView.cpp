#include "tables/ThemeTableView.h"

#include "tables/HeatDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int valuesWidth = 92;
constexpr int themesWidth = 210;
constexpr int widestThemes = 320; ///< French names need 280
constexpr int headerLines = 4;
constexpr int room = 10; ///< beside the text

} // namespace

ThemeTableView::ThemeTableView(ThemeTableModel *model, QWidget *parent)
    : QTableView(parent), m_delegate(new HeatDelegate(this))
{
    setObjectName(u"themeTableView"_s);
    setModel(model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Themes as a table"));
    setAccessibleDescription(tr("Return shows the stories of a cell"));
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignHCenter | Qt::AlignBottom
                                            | Qt::Alignment::fromInt(Qt::TextWordWrap));
    horizontalHeader()->setDefaultSectionSize(valuesWidth);
    horizontalHeader()->setFixedHeight(headerLines * fontMetrics().lineSpacing() + room);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + room);
    fitThemes();
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()})
        header->setSectionsClickable(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    viewport()->setToolTip(tr("A click shows the stories of a cell"));
    connect(this, &QTableView::clicked, this, &ThemeTableView::cellChosen);
    connect(model, &QAbstractItemModel::modelReset, this, &ThemeTableView::fitThemes);
}

void ThemeTableView::fitThemes()
{
    verticalHeader()->setFixedWidth(std::clamp(verticalHeader()->sizeHint().width(), themesWidth, widestThemes));
}

void ThemeTableView::setHeatShown(bool shown)
{
    m_delegate->setHeatShown(shown);
    viewport()->update();
}

void ThemeTableView::keyPressEvent(QKeyEvent *event)
{
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (chooses && currentIndex().isValid())
        emit cellChosen(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace tidemark
