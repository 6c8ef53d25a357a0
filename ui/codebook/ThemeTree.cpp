#include "codebook/ThemeTree.h"

#include "codebook/ColourSwatch.h"

#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Puts a theme's colour before its name.
class SwatchDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(ThemeTreeModel::IdRole).toString().isEmpty()) {
            option->font.setBold(true);
            return;
        }
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = colourSwatch(index.data(ThemeTreeModel::ColourRole).toInt(), option->palette);
    }
};

} // namespace

ThemeTree::ThemeTree(QWidget *parent) : QTreeView(parent), m_themes(new ThemeTreeModel(this))
{
    setObjectName(u"themeTree"_s);
    setAccessibleName(tr("Themes"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIconSize(QSize(16, 16));
    setIndentation(14);
    setItemDelegate(new SwatchDelegate(this));
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setModel(m_themes);
    connect(m_themes, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
}

void ThemeTree::setCodebook(const Codebook &codebook, const QSet<QString> &edited)
{
    const QString chosen = m_chosen;
    m_themes->setCodebook(codebook, edited);
    if (!currentIndex().isValid() || currentIndex() != m_themes->indexOf(chosen))
        choose(chosen);
}

void ThemeTree::choose(const QString &theme)
{
    QModelIndex place = m_themes->indexOf(theme);
    if (!place.isValid() && m_themes->rowCount() > 0)
        place = m_themes->index(0, 0, m_themes->index(0, 0));
    if (!place.isValid())
        m_chosen.clear(); // a codebook without themes
    setCurrentIndex(place);
    scrollTo(place);
}

QString ThemeTree::chosen() const
{
    return m_chosen;
}

void ThemeTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString id = current.data(ThemeTreeModel::IdRole).toString();
    if (id.isEmpty() || id == m_chosen)
        return;
    m_chosen = id;
    emit themeChosen(id);
}

} // namespace tidemark
