#include "collection/AnswerCache.h"

#include <algorithm>
#include <utility>

namespace tidemark {

/// Whether answers under this number are the ones kept; a later number empties the cache, an earlier one (a
/// question that was overtaken) is no business of it.
bool AnswerCache::belongs(quint64 texts)
{
    if (texts > m_texts) {
        empty();
        m_texts = texts;
    }
    return texts == m_texts;
}

std::shared_ptr<const Bitset> AnswerCache::words(quint64 texts, const QString &leaf)
{
    const QMutexLocker lock(&m_mutex);
    const auto *kept = belongs(texts) ? m_words.object(leaf) : nullptr;
    return kept ? *kept : nullptr;
}

void AnswerCache::keepWords(quint64 texts, const QString &leaf, std::shared_ptr<const Bitset> stories)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_words.insert(leaf, new std::shared_ptr<const Bitset>(std::move(stories)));
}

std::shared_ptr<const AttributeValues> AnswerCache::attribute(quint64 texts, const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    const auto *kept = belongs(texts) ? m_attributes.object(name) : nullptr;
    return kept ? *kept : nullptr;
}

void AnswerCache::keepAttribute(quint64 texts, const QString &name, std::shared_ptr<const AttributeValues> values)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_attributes.insert(name, new std::shared_ptr<const AttributeValues>(std::move(values)));
}

std::shared_ptr<const Bitset> AnswerCache::having(quint64 texts, const FacetTerm &term)
{
    const QMutexLocker lock(&m_mutex);
    const auto *kept = belongs(texts) ? m_having.object(QStringList(term.attribute) + term.values) : nullptr;
    return kept ? *kept : nullptr;
}

void AnswerCache::keepHaving(quint64 texts, const QString &attribute, const QStringList &values,
                             std::shared_ptr<const Bitset> stories)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_having.insert(QStringList(attribute) + values, new std::shared_ptr<const Bitset>(std::move(stories)));
}

void AnswerCache::makeRoomForAttributes(qsizetype facets, qsizetype terms)
{
    const QMutexLocker lock(&m_mutex);
    m_attributes.setMaxCost(std::max(m_attributes.maxCost(), facets));
    m_having.setMaxCost(std::max(m_having.maxCost(), terms));
}

qint64 AnswerCache::damagedAttributes(quint64 texts)
{
    const QMutexLocker lock(&m_mutex);
    return belongs(texts) ? m_damagedAttributes : 0;
}

void AnswerCache::keepDamagedAttributes(quint64 texts, qint64 stories)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_damagedAttributes = stories;
}

std::shared_ptr<const NumberColumn> AnswerCache::accounts(quint64 texts)
{
    const QMutexLocker lock(&m_mutex);
    return belongs(texts) ? m_accounts : nullptr;
}

void AnswerCache::keepAccounts(quint64 texts, std::shared_ptr<const NumberColumn> accounts)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_accounts = std::move(accounts);
}

std::shared_ptr<const CopyGroups> AnswerCache::copies(quint64 texts)
{
    const QMutexLocker lock(&m_mutex);
    return belongs(texts) ? m_copies : nullptr;
}

void AnswerCache::keepCopies(quint64 texts, std::shared_ptr<const CopyGroups> copies)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_copies = std::move(copies);
}

std::shared_ptr<const Ranking> AnswerCache::ranking(quint64 texts, const QString &words, const Bitset &stories)
{
    const QMutexLocker lock(&m_mutex);
    const bool isKept
        = belongs(texts) && m_ranked.words == words && std::as_const(m_ranked.stories).words() == stories.words();
    return isKept ? m_ranked.ranking : nullptr;
}

void AnswerCache::keepRanking(quint64 texts, const QString &words, const Bitset &stories,
                              std::shared_ptr<const Ranking> ranking)
{
    const QMutexLocker lock(&m_mutex);
    if (belongs(texts))
        m_ranked = {words, stories, std::move(ranking)};
}

void AnswerCache::clear()
{
    const QMutexLocker lock(&m_mutex);
    empty();
}

void AnswerCache::empty()
{
    m_words.clear();
    m_attributes.clear();
    m_having.clear();
    m_damagedAttributes = 0;
    m_accounts.reset();
    m_copies.reset();
    m_ranked = {};
}

} // namespace tidemark
