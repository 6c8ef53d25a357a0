#include "facets/FacetSection.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Themes are few and their order is the codebook's; other facets can be long, and begin with the most frequent.
int rowsAtFirst(Facet facet)
{
    return facet == Facet::Theme ? std::numeric_limits<int>::max() : 10;
}

} // namespace

FacetSection::FacetSection(FacetKey facet, bool open, QWidget *parent)
    : QWidget(parent),
      m_model(new FacetModel(facet, this)),
      m_heading(new QToolButton(this)),
      m_view(new FacetView(m_model, this)),
      m_more(new QPushButton(this)),
      m_note(new QLabel(this))
{
    const QString title = m_model->title();
    m_heading->setObjectName(u"facetHeading"_s);
    m_heading->setText(title);
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

    m_view->setObjectName(u"facetView"_s);
    m_view->setMostRows(rowsAtFirst(facet.facet));
    connect(m_view, &FacetView::rowsChanged, this, &FacetSection::updateMore);
    connect(m_view, &FacetView::wished, this,
            [this](FacetWish wish, const QString &key) { emit wished(m_model->facet(), wish, key); });

    m_more->setFlat(true);
    m_more->setAutoDefault(false);
    connect(m_more, &QPushButton::clicked, this, &FacetSection::showMore);

    m_note->setObjectName(u"facetNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 4, 8, 0);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_view);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_note);
    m_view->setVisible(open);
    updateMore();
}

bool FacetSection::isOpen() const
{
    return m_heading->isChecked();
}

void FacetSection::setOpen(bool open)
{
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

void FacetSection::showMore()
{
    m_allShown = !m_allShown;
    m_view->setMostRows(m_allShown ? std::numeric_limits<int>::max() : rowsAtFirst(m_model->facet().facet));
}

void FacetSection::updateMore()
{
    const int hidden = m_view->hiddenRows();
    const bool useful = hidden > 0 || (m_allShown && m_model->rowCount() > rowsAtFirst(m_model->facet().facet));
    m_more->setVisible(isOpen() && useful);
    m_more->setText(hidden > 0 ? tr("Show %1 More").arg(QLocale().toString(hidden)) : tr("Show Fewer"));
    m_more->setAccessibleName(tr("%1: %2").arg(m_model->title(), m_more->text()));
}

} // namespace tidemark
