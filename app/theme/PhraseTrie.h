#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>
#include <vector>

namespace tidemark {

/// Many phrases in one trie over words, so that a text is compared with all of them in one pass. Words are
/// interned: a word that no phrase holds costs one look-up.
class PhraseTrie
{
public:
    /// Adds a phrase and gives its number; a phrase added before keeps its number. Not empty.
    int add(const QStringList &words, bool prefix);

    [[nodiscard]] const QStringList &words(int phrase) const { return m_phrases[static_cast<size_t>(phrase)]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_phrases.size()); }

    /// Calls visit(phrase, place) for every phrase at every place where it stands; words are anything with a
    /// member `word`.
    template<typename Words, typename Visit>
    void scan(const Words &words, Visit visit) const
    {
        if (m_phrases.empty())
            return;
        std::vector<int> numbers;
        numbers.reserve(static_cast<size_t>(words.size()));
        for (const auto &word : words)
            numbers.push_back(m_words.value(word.word, -1));
        for (qsizetype start = 0; start < words.size(); ++start) {
            int node = 0;
            for (qsizetype at = start; node >= 0 && at < words.size(); ++at) {
                visitPrefixes(node, words.at(at).word, [&](int phrase) { visit(phrase, start); });
                node = next(node, numbers[static_cast<size_t>(at)]);
                if (node >= 0 && m_nodes[static_cast<size_t>(node)].phrase >= 0)
                    visit(m_nodes[static_cast<size_t>(node)].phrase, start);
            }
        }
    }

private:
    struct Prefix
    {
        QString text;
        int phrase = -1;
    };
    struct Node
    {
        std::vector<std::pair<int, int>> children; ///< word -> node, ascending
        std::vector<Prefix> prefixes;              ///< phrases that end here with the beginning of a word
        int phrase = -1;                           ///< the phrase that ends here with a whole word
    };
    template<typename Visit>
    void visitPrefixes(int node, QStringView word, Visit visit) const
    {
        const auto visitAll = [&](const std::vector<Prefix> &prefixes) {
            for (const Prefix &prefix : prefixes) {
                if (word.startsWith(prefix.text))
                    visit(prefix.phrase);
            }
        };
        visitAll(m_nodes[static_cast<size_t>(node)].prefixes);
        if (node == 0 && word.size() > 1) {
            if (const auto found = m_rootPrefixes.constFind(firstUnits(word)); found != m_rootPrefixes.cend())
                visitAll(*found);
        }
    }

    [[nodiscard]] static quint32 firstUnits(QStringView word)
    {
        return quint32(word.at(0).unicode()) << 16 | word.at(1).unicode();
    }
    [[nodiscard]] int next(int node, int word) const;
    int child(int node, const QString &word);
    int numberOf(int known, const QStringList &words);

    std::vector<Node> m_nodes = std::vector<Node>(1);
    std::vector<QStringList> m_phrases;
    QStringList m_spelled;                              ///< the words of all phrases
    QHash<QStringView, int> m_words;                    ///< their numbers; the keys stand in m_spelled
    QHash<quint32, std::vector<Prefix>> m_rootPrefixes; ///< of two units or more, by these two
};

} // namespace tidemark
