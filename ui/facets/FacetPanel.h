#pragma once

#include "collection/CollectionFacts.h"
#include "facets/FacetSection.h"
#include "index/Selection.h"

#include <QScrollArea>

class QVBoxLayout;

namespace tidemark {

class FilterHistory;

/// The facets of the selection, one section each, and of each attribute with few values. What a person chooses
/// becomes the next step of the filter's history.
class FacetPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FacetPanel(FilterHistory *history, QWidget *parent = nullptr);

    void setFacts(const CollectionFacts &facts);
    void setSelection(const Selection &selection);
    void setCompact(bool compact);
    void addAbove(QWidget *widget); ///< the facets

    [[nodiscard]] FacetSection *section(const FacetKey &facet) const; ///< null if there is none
    [[nodiscard]] QSize sizeHint() const override { return {250, 600}; }

signals:
    void attributesOpened(const QStringList &attributes); ///< all whose section is open now

protected:
    void focusInEvent(QFocusEvent *event) override; ///< hands it on to the first section

private:
    FacetSection *addSection(const FacetKey &facet, bool open);
    void setAttributes(const QStringList &attributes);
    void choose(const FacetKey &facet, FacetWish wish, const QString &key);
    void reportOpenAttributes();

    FilterHistory *m_history;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QVector<FacetSection *> m_sections;
    CollectionFacts m_facts;
    Selection m_selection;
    bool m_compact = false;
};

} // namespace tidemark
