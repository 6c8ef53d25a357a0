#include "theme/PhraseTrie.h"

#include <algorithm>

namespace tidemark {

int PhraseTrie::next(int node, int word) const
{
    if (word < 0)
        return -1;
    const auto &children = m_nodes[static_cast<size_t>(node)].children;
    const auto found = std::lower_bound(children.begin(), children.end(), std::pair(word, 0));
    return found != children.end() && found->first == word ? found->second : -1;
}

int PhraseTrie::child(int node, const QString &word)
{
    auto known = m_words.find(word);
    if (known == m_words.end()) {
        m_spelled.append(word);
        known = m_words.insert(m_spelled.constLast(), static_cast<int>(m_words.size()));
    }
    const int number = *known;
    if (const int there = next(node, number); there >= 0)
        return there;
    const int made = static_cast<int>(m_nodes.size());
    m_nodes.emplace_back();
    auto &children = m_nodes[static_cast<size_t>(node)].children;
    const std::pair edge(number, made);
    children.insert(std::lower_bound(children.begin(), children.end(), edge), edge);
    return made;
}

int PhraseTrie::numberOf(int known, const QStringList &words)
{
    if (known >= 0)
        return known;
    m_phrases.push_back(words);
    return static_cast<int>(m_phrases.size()) - 1;
}

int PhraseTrie::add(const QStringList &words, bool prefix)
{
    int node = 0;
    const qsizetype whole = prefix ? words.size() - 1 : words.size();
    for (qsizetype i = 0; i < whole; ++i)
        node = child(node, words.at(i));
    if (!prefix) {
        int &phrase = m_nodes[static_cast<size_t>(node)].phrase;
        return phrase = numberOf(phrase, words);
    }
    const bool atRoot = node == 0 && words.last().size() > 1;
    auto &prefixes
        = atRoot ? m_rootPrefixes[firstUnits(words.last())] : m_nodes[static_cast<size_t>(node)].prefixes;
    for (const Prefix &known : prefixes) {
        if (known.text == words.last())
            return known.phrase;
    }
    prefixes.push_back({words.last(), numberOf(-1, words)});
    return prefixes.back().phrase;
}

} // namespace tidemark
