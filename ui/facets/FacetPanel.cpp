#include "facets/FacetPanel.h"

#include "filter/FilterHistory.h"
#include "list/CountSentence.h"

#include <QFocusEvent>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString openKey(Facet facet)
{
    return u"facets/open%1"_s.arg(static_cast<int>(facet));
}

} // namespace

FacetPanel::FacetPanel(FilterHistory *history, QWidget *parent)
    : QScrollArea(parent), m_history(history), m_content(new QWidget(this)), m_layout(new QVBoxLayout(m_content))
{
    setObjectName(u"facetPanel"_s);
    setAccessibleName(tr("Facets"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(180);
    m_layout->setContentsMargins(4, 8, 4, 8);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    setWidget(m_content);
    for (const Facet facet : {Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language, Facet::Source})
        addSection({facet, {}}, QSettings().value(openKey(facet), facet != Facet::Source).toBool());
}

FacetSection *FacetPanel::addSection(const FacetKey &facet, bool open)
{
    auto *section = new FacetSection(facet, open, m_content);
    section->view()->setCompact(m_compact);
    section->model()->setFacts(m_facts);
    section->model()->setSelection(m_selection);
    connect(section, &FacetSection::wished, this, &FacetPanel::choose);
    connect(section, &FacetSection::openChanged, this, &FacetPanel::reportOpenAttributes);
    if (facet.facet != Facet::Attribute) { // whose names are the collection's, and nothing for settings
        connect(section, &FacetSection::openChanged, section,
                [facet](bool isOpen) { QSettings().setValue(openKey(facet.facet), isOpen); });
    }
    FacetView *view = section->view();
    connect(view, &FacetView::reachedByKeys, this, [this, view] { ensureWidgetVisible(view); });
    m_layout->insertWidget(m_layout->count() - 1, section);
    m_sections.append(section);
    return section;
}

void FacetPanel::setFacts(const CollectionFacts &facts)
{
    m_facts = facts;
    QStringList attributes;
    for (const AttributeFacts &attribute : facts.attributes) {
        if (attribute.isFacet())
            attributes.append(attribute.name);
    }
    setAttributes(attributes);
    for (FacetSection *section : std::as_const(m_sections))
        section->model()->setFacts(facts);
}

void FacetPanel::setAttributes(const QStringList &attributes)
{
    const auto gone = [&](FacetSection *section) {
        const FacetKey &key = section->model()->facet();
        if (key.facet != Facet::Attribute || attributes.contains(key.attribute))
            return false;
        section->deleteLater();
        return true;
    };
    m_sections.removeIf(gone);
    for (const QString &attribute : attributes) {
        if (!section({Facet::Attribute, attribute}))
            addSection({Facet::Attribute, attribute}, false);
    }
}

void FacetPanel::setSelection(const Selection &selection)
{
    m_selection = selection;
    for (FacetSection *section : std::as_const(m_sections))
        section->model()->setSelection(selection);
    const QString note = selection.unreadLanguages == 0
        ? QString()
        : tr("%1 in languages that the rules don't read").arg(storiesInWords(selection.unreadLanguages));
    section({Facet::Theme, {}})->setNote(note);
    const QString damage = selection.damagedAttributes == 0
        ? QString()
        : tr("%1 whose columns are damaged").arg(storiesInWords(selection.damagedAttributes));
    for (FacetSection *section : std::as_const(m_sections)) {
        if (section->model()->facet().facet == Facet::Attribute)
            section->setNote(damage);
    }
}

void FacetPanel::setCompact(bool compact)
{
    m_compact = compact;
    for (FacetSection *section : std::as_const(m_sections))
        section->view()->setCompact(compact);
}

void FacetPanel::addAbove(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

FacetSection *FacetPanel::section(const FacetKey &facet) const
{
    for (FacetSection *section : m_sections) {
        if (section->model()->facet() == facet)
            return section;
    }
    return nullptr;
}

void FacetPanel::focusInEvent(QFocusEvent *event)
{
    QWidget *entrance = m_sections.constFirst()->entrance();
    entrance->setFocus(event->reason());
    ensureWidgetVisible(entrance);
}

void FacetPanel::choose(const FacetKey &facet, FacetWish wish, const QString &key)
{
    const Filter &filter = m_history->filter();
    const Choice choice = choiceOf(filter, facet, key);
    switch (wish) {
    case FacetWish::Turn:
        m_history->setFilter(choice == Choice::Neutral ? withOnly(filter, facet, key)
                                                       : withCleared(filter, facet, key));
        break;
    case FacetWish::TurnAny:
        m_history->setFilter(choice == Choice::Neutral ? withAny(filter, facet, key)
                                                       : withCleared(filter, facet, key));
        break;
    case FacetWish::TurnExcluded:
        m_history->setFilter(choice == Choice::Excluded ? withCleared(filter, facet, key)
                                                        : withExcluded(filter, facet, key));
        break;
    case FacetWish::Only:
        m_history->setFilter(withOnly(filter, facet, key));
        break;
    case FacetWish::Any:
        m_history->setFilter(withAny(filter, facet, key));
        break;
    case FacetWish::Also:
        m_history->setFilter(withAlso(filter, facet, key));
        break;
    case FacetWish::Exclude:
        m_history->setFilter(withExcluded(filter, facet, key));
        break;
    case FacetWish::Clear:
        m_history->setFilter(withCleared(filter, facet, key));
        break;
    }
}

void FacetPanel::reportOpenAttributes()
{
    QStringList attributes;
    for (const FacetSection *section : std::as_const(m_sections)) {
        const FacetKey &key = section->model()->facet();
        if (key.facet == Facet::Attribute && section->isOpen())
            attributes.append(key.attribute);
    }
    emit attributesOpened(attributes);
}

} // namespace tidemark
