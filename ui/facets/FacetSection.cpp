#include "facets/FacetSection.h"

#include "dialogs/ClearButton.h"
#include "dialogs/ForeignText.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int mostUnsearched = 20; ///< values that an eye runs over

/// Themes are few and their order is the codebook's; other facets can be long, and begin with the most frequent.
int rowsAtFirst(Facet facet)
{
    return facet == Facet::Theme ? std::numeric_limits<int>::max() : 10;
}

/// The order that was chosen last; the codebook's, or by count, where none was.
FacetModel::Sorting sortingFrom(const QVariant &kept, bool themes)
{
    const auto sorting = static_cast<FacetModel::Sorting>(kept.toInt());
    const bool isOffered
        = sorting == FacetModel::Sorting::ByName || (themes && sorting == FacetModel::Sorting::ByCount);
    return isOffered ? sorting : FacetModel::Sorting::AsGiven;
}

} // namespace

FacetSection::FacetSection(FacetKey facet, bool open, QWidget *parent)
    : QWidget(parent),
      m_model(new FacetModel(facet, this)),
      m_heading(new QToolButton(this)),
      m_sorting(new QToolButton(this)),
      m_search(new QLineEdit(this)),
      m_view(new FacetView(m_model, this)),
      m_more(new QPushButton(this)),
      m_note(new QLabel(this))
{
    const QString title = m_model->title();
    makeHeading(title, open);
    makeSorting(title);
    makeSearch(title);

    m_view->setObjectName(u"facetView"_s);
    m_view->setMostRows(rowsAtFirst(facet.facet));
    connect(m_view, &FacetView::rowsChanged, this, &FacetSection::updateMore);
    connect(m_view, &FacetView::wished, this,
            [this](FacetWish wish, const QString &key) { emit wished(m_model->facet(), wish, key); });

    m_more->setFlat(true);
    connect(m_more, &QPushButton::clicked, this, &FacetSection::showMore);

    m_note->setObjectName(u"facetNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 4, 8, 0);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();

    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_heading, 1);
    top->addWidget(m_sorting);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_search);
    layout->addWidget(m_view);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_note);
    layout->addStretch();
    m_view->setVisible(open);
    updateMore();
}

void FacetSection::makeHeading(const QString &title, bool open)
{
    m_heading->setObjectName(u"facetHeading"_s);
    m_heading->setText(asLabel(title));
    m_heading->setCheckable(true);
    m_heading->setChecked(open);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setAccessibleName(tr("%1, section").arg(title));
    connect(m_heading, &QToolButton::toggled, this, &FacetSection::setOpen);
}

void FacetSection::makeSorting(const QString &title)
{
    using Sorting = FacetModel::Sorting;
    m_sorting->setObjectName(u"facetSorting"_s);
    m_sorting->setText(u"\u2195"_s);
    m_sorting->setAutoRaise(true);
    m_sorting->setPopupMode(QToolButton::InstantPopup);
    m_sorting->setFocusPolicy(Qt::StrongFocus);
    m_sorting->setAccessibleName(tr("%1, order of the values").arg(title));
    auto *menu = new QMenu(m_sorting);
    auto *group = new QActionGroup(menu);
    const FacetKey &facet = m_model->facet();
    const bool themes = facet.facet == Facet::Theme;
    const QString setting = u"facets/order%1"_s.arg(static_cast<int>(facet.facet)); // one for all attributes
    const Sorting kept = sortingFrom(QSettings().value(setting), themes);
    m_model->setSorting(kept);
    const auto add = [&](const QString &text, Sorting sorting) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(sorting == kept);
        connect(action, &QAction::triggered, m_model, [this, sorting, setting] {
            m_model->setSorting(sorting);
            QSettings().setValue(setting, static_cast<int>(sorting));
        });
    };
    if (themes)
        add(tr("As in the &Codebook"), Sorting::AsGiven);
    add(tr("By &Count"), themes ? Sorting::ByCount : Sorting::AsGiven); // others are given by count
    add(tr("By &Name"), Sorting::ByName);
    m_sorting->setMenu(menu);
}

void FacetSection::makeSearch(const QString &title)
{
    m_search->setObjectName(u"facetSearch"_s);
    m_search->setPlaceholderText(tr("Search values"));
    m_search->setAccessibleName(tr("%1, search values").arg(title));
    addClearButton(m_search);
    m_search->hide();
    connect(m_search, &QLineEdit::textChanged, this, &FacetSection::search);
}

bool FacetSection::isOpen() const
{
    return m_heading->isChecked();
}

QWidget *FacetSection::entrance() const
{
    if (isOpen() && m_model->rowCount() > 0)
        return m_view;
    return m_heading;
}

void FacetSection::setOpen(bool open)
{
    parentWidget()->setMinimumHeight(0);
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_view->setVisible(open);
    m_note->setVisible(open && !m_note->text().isEmpty());
    updateMore();
    emit openChanged(open);
}

void FacetSection::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(isOpen() && !note.isEmpty());
}

/// While one searches, the facets together keep their height: the box would move away from under the hand where
/// fewer rows leave nothing to scroll.
void FacetSection::search(const QString &text)
{
    parentWidget()->setMinimumHeight(text.isEmpty() ? 0 : parentWidget()->height());
    m_model->setSearch(text);
}

void FacetSection::showMore()
{
    m_allShown = !m_allShown;
    m_view->setMostRows(m_allShown ? std::numeric_limits<int>::max() : rowsAtFirst(m_model->facet().facet));
}

void FacetSection::updateMore()
{
    const int hidden = m_view->hiddenRows();
    m_search->setVisible(isOpen()
                         && m_model->valueCount() > std::min(rowsAtFirst(m_model->facet().facet), mostUnsearched));
    m_sorting->setVisible(isOpen() && m_model->valueCount() > 1);
    const bool useful = hidden > 0 || (m_allShown && m_model->rowCount() > rowsAtFirst(m_model->facet().facet));
    m_more->setVisible(isOpen() && useful);
    m_more->setText(hidden > 0 ? tr("Show %1 More").arg(QLocale().toString(hidden)) : tr("Show Fewer"));
    m_more->setAccessibleName(tr("%1: %2").arg(m_model->title(), m_more->text()));
}

} // namespace tidemark
