#include "collection/AskedAttributes.h"

#include "collection/Collection.h"
#include "store/AttributeFacts.h"

#include <utility>

namespace tidemark {

namespace {

using Values = std::shared_ptr<const AttributeValues>;
using Stories = std::shared_ptr<const Bitset>;

QStringList keyOf(const QString &attribute, const QStringList &values)
{
    return QStringList(attribute) + values;
}

/// One question's attributes over one snapshot.
class Asking
{
public:
    Asking(const SelectionQuestion &question, const Snapshot &snapshot, AnswerCache &cache)
        : m_facets(question.attributeFacets), m_snapshot(snapshot), m_cache(cache)
    {
        for (const FacetTerm &term : question.filter.facets) {
            if (term.facet == Facet::Attribute)
                m_terms.append(term);
        }
    }

    Result<AskedAttributes> run(StoreReader &store, const Progress &progress)
    {
        if (m_facets.isEmpty() && m_terms.isEmpty())
            return AskedAttributes();
        m_cache.makeRoomForAttributes(m_facets.size(), m_terms.size());
        findKept();
        if (!m_wanted.isEmpty()) {
            const auto found = store.attributeValues(m_wanted, progress);
            if (!found)
                return found.error();
            take(*found);
        }
        return answered();
    }

private:
    void findKept();
    void take(const FoundAttributes &found);
    [[nodiscard]] AskedAttributes answered() const;

    QStringList m_facets;
    QVector<FacetTerm> m_terms;
    const Snapshot &m_snapshot;
    AnswerCache &m_cache;
    QVector<WantedAttribute> m_wanted;  ///< of the store
    QHash<QString, Values> m_values;    ///< all of an attribute's, by its name
    QHash<QStringList, Stories> m_sets; ///< by keyOf()
};

/// An attribute whose facet is open, or was, needs no look for its terms.
void Asking::findKept()
{
    for (const QString &facet : std::as_const(m_facets)) {
        if (const Values kept = m_cache.attribute(m_snapshot.texts, facet))
            m_values.insert(facet, kept);
        else
            m_wanted.append({facet});
    }
    for (const FacetTerm &term : std::as_const(m_terms)) {
        if (m_facets.contains(term.attribute))
            continue;
        if (const Values values = m_cache.attribute(m_snapshot.texts, term.attribute))
            m_values.insert(term.attribute, values);
        else if (const Stories kept = m_cache.having(m_snapshot.texts, term))
            m_sets.insert(keyOf(term.attribute, term.values), kept);
        else
            m_wanted.append({term.attribute, term.values});
    }
}

void Asking::take(const FoundAttributes &found)
{
    const StoryIndex &index = *m_snapshot.index;
    m_cache.keepDamagedAttributes(m_snapshot.texts, found.damaged);
    for (qsizetype i = 0; i < m_wanted.size(); ++i) {
        const WantedAttribute &wanted = m_wanted.at(i);
        if (wanted.values) {
            std::vector<StoryId> ids;
            for (const StoredValue &value : found.values.at(i))
                ids.insert(ids.end(), value.stories.begin(), value.stories.end());
            const auto stories = std::make_shared<const Bitset>(index.bitsOf(ids));
            m_sets.insert(keyOf(wanted.name, *wanted.values), stories);
            m_cache.keepHaving(m_snapshot.texts, wanted.name, *wanted.values, stories);
            continue;
        }
        AttributeValues all{wanted.name, {}};
        for (const StoredValue &value : found.values.at(i))
            all.values.insert(value.value, BlockSet(index.bitsOf(value.stories)));
        const auto values = std::make_shared<const AttributeValues>(std::move(all));
        m_values.insert(wanted.name, values);
        m_cache.keepAttribute(m_snapshot.texts, wanted.name, values);
    }
}

AskedAttributes Asking::answered() const
{
    AskedAttributes asked;
    for (const QString &facet : m_facets)
        asked.facets.append(m_values.value(facet));
    for (const FacetTerm &term : m_terms) {
        const Values values = m_values.value(term.attribute);
        if (!values) {
            asked.terms.append(m_sets.value(keyOf(term.attribute, term.values)));
            continue;
        }
        Bitset stories(m_snapshot.index->size());
        for (const QString &value : term.values)
            values->values.value(value).addTo(stories);
        asked.terms.append(std::make_shared<const Bitset>(std::move(stories)));
    }
    asked.damaged = m_cache.damagedAttributes(m_snapshot.texts);
    return asked;
}

} // namespace

Result<AskedAttributes> askForAttributes(const SelectionQuestion &question, const Snapshot &snapshot,
                                         StoreReader &store, AnswerCache &cache, const Progress &progress)
{
    return Asking(question, snapshot, cache).run(store, progress);
}

} // namespace tidemark
