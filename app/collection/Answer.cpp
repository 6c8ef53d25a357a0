#include "collection/Answer.h"

#include "collection/AskedAttributes.h"
#include "collection/Collection.h"
#include "store/Relevance.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int deepestQuery = 256;
constexpr int mostAttempts = 5;

using Stories = std::shared_ptr<const Bitset>;

/// One question over one snapshot.
class Answering
{
public:
    Answering(const SelectionQuestion &question, const Snapshot &snapshot, StoreReader &store, AnswerCache &cache,
              const Progress &progress)
        : m_question(question),
          m_snapshot(snapshot),
          m_index(*snapshot.index),
          m_store(store),
          m_cache(cache),
          m_progress(progress)
    {
    }

    Result<Selection> run()
    {
        const Filter &filter = m_question.filter;
        if (!filter.words.isEmpty()) {
            const Result<Stories> found = words(filter.words, 0);
            if (!found)
                return found.error();
            m_asked.answers.words = found.value();
        }
        if (const Result<> asked = askForCopies(); !asked)
            return asked.error();
        const auto attributes = askForAttributes(m_question, m_snapshot, m_store, m_cache, m_progress);
        if (!attributes)
            return attributes.error();
        m_asked.answers.attributes = attributes->terms;
        m_asked.attributes = attributes->facets;
        m_asked.filter = filter;
        if (m_question.facets)
            m_asked.facets = QVector<Facet>(countedFacets.begin(), countedFacets.end());
        m_asked.keepAlternatives = m_question.keepAlternatives;
        m_asked.anytime = m_question.timeline && m_question.keepAlternatives && !filter.span.isOpen();
        IndexAnswer found = m_index.answer(m_asked);
        Selection selection(m_snapshot.index, filter, std::move(found.stories));
        selection.facets = std::move(found.facets);
        if (m_snapshot.rules)
            selection.unreadLanguages = unreadLanguages(found.languages, *m_snapshot.rules);
        selection.damagedAttributes = attributes->damaged;
        if (m_question.timeline) {
            const auto accounts = accountsToCount();
            if (!accounts)
                return accounts.error();
            selection.timeline
                = m_index.timeline(*m_question.timeline, m_asked.anytime ? found.anytime : selection.stories(),
                                   m_asked.anytime ? TimeSpan() : filter.span, accounts->get());
        }
        if (m_question.ranked) {
            if (const Result<> ranked = rank(selection); !ranked)
                return ranked.error();
        }
        return selection;
    }

private:
    Result<Stories> words(const WordQuery &query, int depth);
    Result<Stories> leaf(const WordQuery &query);
    Result<Stories> joined(const WordQuery::Node &node, int depth);

    Result<> askForCopies();
    Result<std::shared_ptr<const NumberColumn>> accountsToCount();
    Result<> rank(Selection &selection);

    const SelectionQuestion &m_question;
    const Snapshot &m_snapshot;
    const StoryIndex &m_index;
    StoreReader &m_store;
    AnswerCache &m_cache;
    const Progress &m_progress;
    IndexQuestion m_asked;
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
    auto matched = m_store.matchLeaf(query, m_index);
    if (!matched)
        return matched.error();
    auto found = std::make_shared<const Bitset>(std::move(matched).value());
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

Result<> Answering::askForCopies()
{
    const Filter &filter = m_question.filter;
    const bool isAsked = !filter.copies.isEmpty()
        || std::ranges::any_of(filter.properties,
                               [](const PropertyTerm &term) { return term.property == Property::Original; });
    if (!isAsked)
        return {};
    m_asked.answers.copies = m_cache.copies(m_snapshot.texts);
    if (m_asked.answers.copies)
        return {};
    auto read = m_store.copyGroups(m_index);
    if (!read)
        return read.error();
    m_asked.answers.copies = std::make_shared<const CopyGroups>(std::move(read).value());
    m_cache.keepCopies(m_snapshot.texts, m_asked.answers.copies);
    return {};
}

/// The authors' numbers, if the timeline counts accounts; else null.
Result<std::shared_ptr<const NumberColumn>> Answering::accountsToCount()
{
    using Accounts = std::shared_ptr<const NumberColumn>;
    if (m_question.timeline->counting != Counting::Accounts)
        return Accounts();
    if (Accounts kept = m_cache.accounts(m_snapshot.texts))
        return kept;
    auto read = m_store.accounts(m_index);
    if (!read)
        return read.error();
    auto accounts = std::make_shared<const NumberColumn>(std::move(read).value());
    m_cache.keepAccounts(m_snapshot.texts, accounts);
    return Accounts(std::move(accounts));
}

/// Marks change no texts: their ranking is kept, so that reading on doesn't rank a million stories anew.
Result<> Answering::rank(Selection &selection)
{
    const QVector<WordQuery> leaves = wantedLeaves(m_question.filter.words);
    if (leaves.isEmpty() || selection.count() > Selection::mostRanked)
        return {};
    const QString words = m_question.filter.words.toText();
    std::shared_ptr<const Ranking> ranking = m_cache.ranking(m_snapshot.texts, words, selection.stories());
    if (!ranking) {
        auto ranked = m_store.rank(leaves, selection);
        if (!ranked)
            return ranked.error();
        ranking = std::make_shared<const Ranking>(std::move(ranked).value());
        m_cache.keepRanking(m_snapshot.texts, words, selection.stories(), ranking);
    }
    selection.rank(std::move(ranking));
    return {};
}

} // namespace

qint64 unreadLanguages(const FacetCounts &languages, const RuleCoder &rules)
{
    qint64 stories = 0;
    for (const FacetValue &language : languages.values) {
        if (language.key != "unknown"_L1 && !rules.reads(language.key))
            stories += language.count;
    }
    return stories;
}

Result<Selection> answer(const SelectionQuestion &question, const Published<Snapshot> &snapshots,
                         StoreReader &store, AnswerCache &cache, const Progress &progress)
{
    // While an import runs, snapshots follow each other; the last attempt's answer is shown and soon replaced.
    for (int attempt = 1;; ++attempt) {
        const std::shared_ptr<const Snapshot> snapshot = snapshots.get();
        if (snapshot->unread)
            return *snapshot->unread;
        Result<Selection> selection = Answering(question, *snapshot, store, cache, progress).run();
        if (!selection || attempt == mostAttempts || snapshots.get()->texts == snapshot->texts)
            return selection;
    }
}

} // namespace tidemark
