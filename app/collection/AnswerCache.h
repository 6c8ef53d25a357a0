#pragma once

#include "index/Selection.h"

#include <QCache>
#include <QMutex>

#include <memory>

namespace tidemark {

/// The store's recent answers as sets over a snapshot's ordinals: words, attributes with their values, near-copies.
/// Shared by the reader threads. An answer holds for the Snapshot::texts that it was made under and no other.
class AnswerCache final
{
public:
    [[nodiscard]] std::shared_ptr<const Bitset> words(quint64 texts, const QString &leaf);
    void keepWords(quint64 texts, const QString &leaf, std::shared_ptr<const Bitset> stories);

    [[nodiscard]] std::shared_ptr<const AttributeValues> attribute(quint64 texts, const QString &name);
    void keepAttribute(quint64 texts, const QString &name, std::shared_ptr<const AttributeValues> values);

    /// The stories with any of an attribute's values.
    [[nodiscard]] std::shared_ptr<const Bitset> having(quint64 texts, const FacetTerm &term);
    void keepHaving(quint64 texts, const QString &attribute, const QStringList &values,
                    std::shared_ptr<const Bitset> stories);

    /// A question asks for so many at a time: they are kept together, so that the next needs no look.
    void makeRoomForAttributes(qsizetype facets, qsizetype terms);
    /// The stories whose attributes can't be read, as every look at them all finds; 0 as long as there was none.
    [[nodiscard]] qint64 damagedAttributes(quint64 texts);
    void keepDamagedAttributes(quint64 texts, qint64 stories);

    [[nodiscard]] std::shared_ptr<const NumberColumn> accounts(quint64 texts); ///< the stories' authors
    void keepAccounts(quint64 texts, std::shared_ptr<const NumberColumn> accounts);

    [[nodiscard]] std::shared_ptr<const CopyGroups> copies(quint64 texts);
    void keepCopies(quint64 texts, std::shared_ptr<const CopyGroups> copies);

    /// The last ranking, if it ranks these stories by these words; null otherwise.
    [[nodiscard]] std::shared_ptr<const Ranking> ranking(quint64 texts, const QString &words,
                                                         const Bitset &stories);
    void keepRanking(quint64 texts, const QString &words, const Bitset &stories,
                     std::shared_ptr<const Ranking> ranking);

    void clear(); ///< so that the next questions ask the store again

private:
    bool belongs(quint64 texts);
    void empty();

    struct RankedStories
    {
        QString words;
        Bitset stories;
        std::shared_ptr<const Ranking> ranking;
    };

    QMutex m_mutex;
    quint64 m_texts = 0;
    QCache<QString, std::shared_ptr<const Bitset>> m_words{
        64}; ///< a rule's alternatives, and those of the rule before
    static constexpr qsizetype attributesKept = 4;
    static constexpr qsizetype termsKept = 16;
    QCache<QString, std::shared_ptr<const AttributeValues>> m_attributes{attributesKept};
    QCache<QStringList, std::shared_ptr<const Bitset>> m_having{termsKept}; ///< by the attribute and its values
    qint64 m_damagedAttributes = 0;
    std::shared_ptr<const NumberColumn> m_accounts;
    std::shared_ptr<const CopyGroups> m_copies;
    RankedStories m_ranked;
};

} // namespace tidemark
