#include "collection/Answer.h"

#include "collection/Collection.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int deepestQuery = 256;
constexpr int mostAttempts = 5;
constexpr std::array countedFacets{Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language, Facet::Source};

using Stories = std::shared_ptr<const Bitset>;

/// One question over one snapshot.
class Answering
{
public:
    Answering(const SelectionQuestion &question, const Snapshot &snapshot, StoreReader &store, AnswerCache &cache)
        : m_question(question), m_snapshot(snapshot), m_index(*snapshot.index), m_store(store), m_cache(cache)
    {
    }

    Result<Selection> run()
    {
        const Filter &filter = m_question.filter;
        if (!filter.words.isEmpty()) {
            const Result<Stories> found = words(filter.words, 0);
            if (!found)
                return found.error();
            m_answers.words = found.value();
        }
        for (const FacetTerm &term : filter.facets) {
            if (term.facet != Facet::Attribute)
                continue;
            const auto ids = m_store.withAttribute(term.attribute, term.values);
            if (!ids)
                return ids.error();
            m_answers.attributes.append(std::make_shared<const Bitset>(m_index.bitsOf(ids.value())));
        }
        Selection selection(m_snapshot.index, filter, m_index.select(filter, m_answers));
        if (m_question.facets)
            countFacets(selection);
        if (const Result<> counted = countAttributes(selection); !counted)
            return counted.error();
        if (m_question.timeline)
            countTime(selection);
        countUnreadLanguages(selection);
        return selection;
    }

private:
    Result<Stories> words(const WordQuery &query, int depth);
    Result<Stories> leaf(const WordQuery &query);
    Result<Stories> joined(const WordQuery::Node &node, int depth);

    /// The stories of the filter without the terms that say which values a facet may have.
    Bitset withoutChoicesOf(Facet facet, const QString &attribute, bool *isSame) const;
    template<typename Count>
    void countWithAlternatives(Selection &selection, Facet facet, const QString &attribute, Count count) const;

    void countFacets(Selection &selection) const;
    Result<> countAttributes(Selection &selection);
    void countTime(Selection &selection) const;
    void countUnreadLanguages(Selection &selection) const;
    Result<std::shared_ptr<const AttributeValues>> valuesOf(const QString &attribute);

    const SelectionQuestion &m_question;
    const Snapshot &m_snapshot;
    const StoryIndex &m_index;
    StoreReader &m_store;
    AnswerCache &m_cache;
    StoreAnswers m_answers;
};

Result<Stories> Answering::words(const WordQuery &query, int depth)
{
    if (depth > deepestQuery) {
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Collection",
                                                 "The search has too many brackets inside brackets. "
                                                 "Write it with fewer.")};
    }
    if (query.isEmpty())
        return std::make_shared<const Bitset>(m_index.size(), true);
    switch (query.node().kind) {
    case WordQuery::Kind::Phrase:
    case WordQuery::Kind::Tag:
    case WordQuery::Kind::Near:
        return leaf(query);
    case WordQuery::Kind::And:
    case WordQuery::Kind::Or:
    case WordQuery::Kind::Not:
        break;
    }
    return joined(query.node(), depth);
}

Result<Stories> Answering::leaf(const WordQuery &query)
{
    const QString text = query.toText();
    if (Stories kept = m_cache.words(m_snapshot.texts, text))
        return kept;
    const auto ids = m_store.matchLeaf(query);
    if (!ids)
        return ids.error();
    auto found = std::make_shared<const Bitset>(m_index.bitsOf(ids.value()));
    m_cache.keepWords(m_snapshot.texts, text, found);
    return Stories(std::move(found));
}

Result<Stories> Answering::joined(const WordQuery::Node &node, int depth)
{
    const bool any = node.kind == WordQuery::Kind::Or;
    Bitset all(m_index.size(), !any);
    for (const WordQuery &operand : node.operands) {
        const Result<Stories> found = words(operand, depth + 1);
        if (!found)
            return found.error();
        if (node.kind == WordQuery::Kind::Not)
            all.subtract(*found.value());
        else if (any)
            all |= *found.value();
        else
            all &= *found.value();
    }
    return std::make_shared<const Bitset>(std::move(all));
}

Bitset Answering::withoutChoicesOf(Facet facet, const QString &attribute, bool *isSame) const
{
    Filter filter = m_question.filter;
    StoreAnswers answers = m_answers;
    filter.facets.clear();
    answers.attributes.clear();
    qsizetype attributeTerm = 0;
    for (const FacetTerm &term : m_question.filter.facets) {
        const bool isAttribute = term.facet == Facet::Attribute;
        const qsizetype answer = isAttribute ? attributeTerm++ : 0;
        if (term.facet == facet && !term.excluded && (!isAttribute || term.attribute == attribute))
            continue;
        filter.facets.append(term);
        if (isAttribute)
            answers.attributes.append(m_answers.attributes.at(answer));
    }
    *isSame = filter.facets.size() == m_question.filter.facets.size();
    return *isSame ? Bitset() : m_index.select(filter, answers);
}

template<typename Count>
void Answering::countWithAlternatives(Selection &selection, Facet facet, const QString &attribute,
                                      Count count) const
{
    bool isSame = true;
    const Bitset wider = m_question.keepAlternatives ? withoutChoicesOf(facet, attribute, &isSame) : Bitset();
    selection.facets.append(count(isSame ? selection.stories() : wider));
}

void Answering::countFacets(Selection &selection) const
{
    for (const Facet facet : countedFacets) {
        countWithAlternatives(selection, facet, {},
                              [&](const Bitset &stories) { return m_index.countFacet(facet, stories); });
    }
}

Result<> Answering::countAttributes(Selection &selection)
{
    for (const QString &attribute : m_question.attributeFacets) {
        const auto values = valuesOf(attribute);
        if (!values)
            return values.error();
        countWithAlternatives(selection, Facet::Attribute, attribute, [&](const Bitset &stories) {
            return m_index.countAttribute(*values.value(), stories);
        });
    }
    return {};
}

Result<std::shared_ptr<const AttributeValues>> Answering::valuesOf(const QString &attribute)
{
    if (auto kept = m_cache.attribute(m_snapshot.texts, attribute))
        return kept;
    const auto stored = m_store.attributeValues(attribute);
    if (!stored)
        return stored.error();
    AttributeValues values{attribute, {}};
    for (const StoredValue &value : stored.value())
        values.values.insert(value.value, std::make_shared<const Bitset>(m_index.bitsOf(value.stories)));
    auto shared = std::make_shared<const AttributeValues>(std::move(values));
    m_cache.keepAttribute(m_snapshot.texts, attribute, shared);
    return shared;
}

void Answering::countTime(Selection &selection) const
{
    if (!m_question.keepAlternatives || m_question.filter.span.isOpen()) {
        selection.timeline = m_index.timeline(*m_question.timeline, selection.stories(), m_question.filter.span);
        return;
    }
    Filter anytime = m_question.filter;
    anytime.span = {};
    selection.timeline = m_index.timeline(*m_question.timeline, m_index.select(anytime, m_answers), {});
}

void Answering::countUnreadLanguages(Selection &selection) const
{
    const FacetCounts languages = m_index.countFacet(Facet::Language, selection.stories());
    for (const FacetValue &language : languages.values) {
        if (language.key != "unknown"_L1 && m_snapshot.rules && !m_snapshot.rules->reads(language.key))
            selection.unreadLanguages += language.count;
    }
}

} // namespace

Result<Selection> answer(const SelectionQuestion &question, const Published<Snapshot> &snapshots,
                         StoreReader &store, AnswerCache &cache)
{
    // While an import runs, snapshots follow each other; the last attempt's answer is shown and soon replaced.
    for (int attempt = 1;; ++attempt) {
        const std::shared_ptr<const Snapshot> snapshot = snapshots.get();
        Result<Selection> selection = Answering(question, *snapshot, store, cache).run();
        if (!selection || attempt == mostAttempts || snapshots.get()->texts == snapshot->texts)
            return selection;
    }
}

} // namespace tidemark
