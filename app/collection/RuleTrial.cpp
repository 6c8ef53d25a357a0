#include "collection/RuleTrial.h"

#include "collection/Answer.h"
#include "collection/Collection.h"
#include "collection/CollectionState.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <queue>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 idsAtOnce = 100'000;

/// SplitMix64 (Steele, Lea and Flood 2014): a number drawn for the story by lot, the same for the same seed.
quint64 lotOf(StoryId story, quint32 seed)
{
    quint64 lot = static_cast<quint64>(story) + (static_cast<quint64>(seed) << 32) + 0x9e3779b97f4a7c15U;
    lot = (lot ^ (lot >> 30)) * 0xbf58476d1ce4e5b9U;
    lot = (lot ^ (lot >> 27)) * 0x94d049bb133111ebU;
    return lot ^ (lot >> 31);
}

SampledStories sampled(const Selection &selection, const RuleQuestion &question)
{
    std::priority_queue<std::pair<quint64, StoryId>> smallest;
    for (qint64 row = 0; row < selection.count(); row += idsAtOnce) {
        const QVector<StoryId> ids = selection.ids(row, idsAtOnce, Order::OldestFirst);
        for (const StoryId id : ids) {
            smallest.emplace(lotOf(id, question.seed), id);
            if (static_cast<int>(smallest.size()) > question.sampled)
                smallest.pop();
        }
    }
    SampledStories stories{selection.count(), {}};
    for (; !smallest.empty(); smallest.pop())
        stories.sample.prepend(smallest.top().second);
    return stories;
}

/// The alternatives that a rule is made of: what its OR joins, also within an AND.
void gatherAlternatives(const WordQuery &query, QVector<QVector<WordQuery>> &groups)
{
    if (query.isEmpty())
        return;
    const WordQuery::Node &node = query.node();
    if (node.kind == WordQuery::Kind::Or)
        groups.append(node.operands);
    for (const WordQuery &operand : node.operands) {
        if (node.kind == WordQuery::Kind::And)
            gatherAlternatives(operand, groups);
    }
}

class Trial
{
public:
    Trial(const RuleQuestion &question, CollectionState &state, StoreReader &store, const Progress &progress)
        : m_question(question), m_state(state), m_store(store), m_progress(progress)
    {
    }

    Result<RuleTrial> run()
    {
        if (auto known = findLanguages(); !known)
            return known.error();
        const WordQuery &rule = m_question.rule;
        const WordQuery &saved = m_question.savedRule;
        const auto matching = found(rule);
        if (!matching)
            return matching.error();
        m_trial.matching = sampled(matching.value(), m_question);
        const auto difference = [&](const WordQuery &one, const WordQuery &other) {
            return one.isEmpty() || other.isEmpty() ? found(one)
                                                    : found(WordQuery::all({one, WordQuery::negation(other)}));
        };
        const auto entering = difference(rule, saved);
        if (!entering)
            return entering.error();
        m_trial.entering = sampled(entering.value(), m_question);
        const auto leaving = difference(saved, rule);
        if (!leaving)
            return leaving.error();
        m_trial.leaving = sampled(leaving.value(), m_question);
        if (auto counted = countTerms(matching.value()); !counted)
            return counted.error();
        return m_trial;
    }

private:
    Result<> findLanguages();
    Result<> countTerms(const Selection &matching);
    Result<> countAlternatives(const QVector<WordQuery> &alternatives, const Selection &matching);
    /// The readable stories that a query finds; an empty one finds none.
    Result<Selection> found(const WordQuery &query);

    const RuleQuestion &m_question;
    CollectionState &m_state;
    StoreReader &m_store;
    const Progress &m_progress;
    QStringList m_languages;
    RuleTrial m_trial;
};

Result<> Trial::findLanguages()
{
    const auto all = answer({.filter = {}, .timeline = {}, .facets = true}, m_state.snapshot, m_store,
                            m_state.answers, m_progress);
    if (!all)
        return all.error();
    const auto rules = m_state.snapshot.get()->rules;
    for (const FacetCounts &facet : all->facets) {
        if (facet.facet != Facet::Language)
            continue;
        for (const FacetValue &language : facet.values) {
            const bool isUnknown = language.key == "unknown"_L1;
            if (!rules || !rules->reads(isUnknown ? QString() : language.key))
                continue;
            m_languages.append(language.key);
            m_trial.readable += language.count;
        }
    }
    return {};
}

Result<Selection> Trial::found(const WordQuery &query)
{
    if (m_progress.isCancelled())
        return Error{Error::Kind::Cancelled, QCoreApplication::translate("Collection", "Stopped.")};
    if (query.isEmpty() || m_languages.isEmpty())
        return Selection();
    SelectionQuestion question{.filter = {}, .timeline = {}, .facets = false};
    question.filter.words = query;
    question.filter.facets = {{.facet = Facet::Language, .attribute = {}, .values = m_languages}};
    return answer(question, m_state.snapshot, m_store, m_state.answers, m_progress);
}

Result<> Trial::countTerms(const Selection &matching)
{
    QVector<QVector<WordQuery>> groups;
    gatherAlternatives(m_question.rule, groups);
    for (const QVector<WordQuery> &alternatives : std::as_const(groups)) {
        if (auto counted = countAlternatives(alternatives, matching); !counted)
            return counted;
    }
    std::ranges::stable_sort(m_trial.terms, std::greater<>(), &RuleTerm::stories);
    return {};
}

Result<> Trial::countAlternatives(const QVector<WordQuery> &alternatives, const Selection &matching)
{
    std::vector<Bitset> sets;
    Bitset once(matching.stories().size());
    Bitset twice(matching.stories().size());
    for (const WordQuery &alternative : alternatives) {
        const auto selection = found(alternative);
        if (!selection)
            return selection.error();
        if (selection->stories().size() != matching.stories().size()) // stories came in between: the next
            return {};                                                // question counts them
        Bitset stories = selection->stories();
        stories &= matching.stories();
        Bitset again = stories;
        again &= once;
        twice |= again;
        once |= stories;
        sets.push_back(std::move(stories));
    }
    for (size_t i = 0; i < sets.size(); ++i) {
        RuleTerm term{alternatives.at(static_cast<qsizetype>(i)).toText(), sets[i].count(), 0};
        sets[i].subtract(twice);
        term.alone = sets[i].count();
        m_trial.terms.append(term);
    }
    return {};
}

} // namespace

Result<RuleTrial> tryRule(const RuleQuestion &question, CollectionState &state, StoreReader &store,
                          const Progress &progress)
{
    return Trial(question, state, store, progress).run();
}

} // namespace tidemark
