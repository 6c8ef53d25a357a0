#include "filter/WordMatcher.h"

#include "text/Hashtags.h"

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

/// A query with its words folded.
struct WordMatcher::Part
{
    WordQuery::Kind kind = WordQuery::Kind::Phrase;
    QStringList words;
    bool prefix = false;
    int distance = 0;
    std::vector<Part> operands;

    static Part of(const WordQuery &query);
};

WordMatcher::Part WordMatcher::Part::of(const WordQuery &query)
{
    const WordQuery::Node &node = query.node();
    Part part;
    part.kind = node.kind;
    part.prefix = node.prefix;
    part.distance = node.distance;
    if (node.kind == WordQuery::Kind::Phrase)
        part.words = queryWords(node.text);
    else if (node.kind == WordQuery::Kind::Tag)
        part.words = foldTag(node.text).split(u' ', Qt::SkipEmptyParts);
    for (const WordQuery &operand : node.operands) {
        if (!operand.isEmpty())
            part.operands.push_back(of(operand));
    }
    return part;
}

namespace {

/// A text's words as the two columns of the full text hold them. The tags are made when first asked for.
class Columns
{
public:
    explicit Columns(const Tokens &tokens) : m_tokens(tokens) {}

    [[nodiscard]] const Tokens &words() const { return m_tokens; }
    const QVector<TagWord> &tags()
    {
        if (!m_tags)
            m_tags = tagWords(m_tokens);
        return *m_tags;
    }

private:
    const Tokens &m_tokens;
    std::optional<QVector<TagWord>> m_tags;
};

template<typename Words>
bool stands(const QStringList &phrase, bool prefix, const Words &words, qsizetype at)
{
    if (at + phrase.size() > words.size())
        return false;
    for (qsizetype i = 0; i < phrase.size(); ++i) {
        const QStringView word = words.at(at + i).word;
        const bool open = prefix && i + 1 == phrase.size();
        if (open ? !word.startsWith(phrase.at(i)) : word != phrase.at(i))
            return false;
    }
    return true;
}

template<typename Words>
QVector<qsizetype> places(const QStringList &phrase, bool prefix, const Words &words)
{
    QVector<qsizetype> found;
    if (phrase.isEmpty())
        return found;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (stands(phrase, prefix, words, at))
            found.append(at);
    }
    return found;
}

/// Adds the runs of a part to found where it matches; says whether it does.
template<typename Part>
bool collect(const Part &part, Columns &columns, QVector<TokenRun> *found);

/// FTS5's rule: with the last phrase of a match beginning at a place, each other one begins no further back than
/// its own length and the distance together.
template<typename Part>
bool collectNear(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    std::vector<QVector<qsizetype>> all;
    std::vector<const Part *> phrases;
    for (const Part &operand : part.operands) {
        if (operand.words.isEmpty())
            continue; // as FTS5 leaves them out
        all.push_back(places(operand.words, operand.prefix, columns.words()));
        phrases.push_back(&operand);
        if (all.back().isEmpty())
            return false;
    }
    QVector<qsizetype> lasts;
    for (const auto &list : all)
        lasts += list;
    std::sort(lasts.begin(), lasts.end());
    bool matched = false;
    for (const qsizetype last : std::as_const(lasts)) {
        std::vector<qsizetype> match;
        for (size_t i = 0; i < all.size(); ++i) {
            const auto after = std::upper_bound(all[i].cbegin(), all[i].cend(), last);
            if (after == all[i].cbegin() || *(after - 1) < last - phrases[i]->words.size() - part.distance)
                break;
            match.push_back(*(after - 1));
        }
        if (match.size() < all.size())
            continue;
        matched = true;
        if (!found)
            return true;
        for (size_t i = 0; i < match.size(); ++i)
            found->append({match[i], phrases[i]->words.size()});
    }
    return matched;
}

template<typename Part>
bool collectPhrase(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    const QVector<qsizetype> starts = places(part.words, part.prefix, columns.words());
    if (found) {
        for (const qsizetype start : starts)
            found->append({start, part.words.size()});
    }
    return !starts.isEmpty();
}

template<typename Part>
bool collectTag(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    const QVector<TagWord> &tags = columns.tags();
    const QVector<qsizetype> starts = places(part.words, part.prefix, tags);
    if (found) {
        for (const qsizetype start : starts) {
            const TagWord &last = tags.at(start + part.words.size() - 1);
            found->append({tags.at(start).first, last.first + last.count - tags.at(start).first});
        }
    }
    return !starts.isEmpty();
}

template<typename Part>
bool collectAny(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    bool matched = false;
    for (const Part &operand : part.operands) {
        matched = collect(operand, columns, found) || matched;
        if (matched && !found)
            return true;
    }
    return matched;
}

template<typename Part>
bool collectAll(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    const qsizetype before = found ? found->size() : 0;
    for (const Part &operand : part.operands) {
        if (!collect(operand, columns, found)) {
            if (found)
                found->resize(before);
            return false;
        }
    }
    return true;
}

template<typename Part>
bool collect(const Part &part, Columns &columns, QVector<TokenRun> *found)
{
    switch (part.kind) {
    case WordQuery::Kind::Phrase:
        return collectPhrase(part, columns, found);
    case WordQuery::Kind::Tag:
        return collectTag(part, columns, found);
    case WordQuery::Kind::Near:
        return collectNear(part, columns, found);
    case WordQuery::Kind::Or:
        return collectAny(part, columns, found);
    case WordQuery::Kind::And:
        return collectAll(part, columns, found);
    case WordQuery::Kind::Not:
        return part.operands.empty() || !collect<Part>(part.operands.front(), columns, nullptr);
    }
    return false;
}

} // namespace

WordMatcher::WordMatcher(const WordQuery &query)
    : m_query(query.isEmpty() ? nullptr : std::make_shared<const Part>(Part::of(query)))
{
}

bool WordMatcher::matches(const Tokens &tokens) const
{
    Columns columns(tokens);
    return !m_query || collect(*m_query, columns, nullptr);
}

QVector<TokenRun> WordMatcher::runs(const Tokens &tokens) const
{
    QVector<TokenRun> found;
    Columns columns(tokens);
    if (!m_query || !collect(*m_query, columns, &found))
        return {};
    const auto order = [](const TokenRun &a, const TokenRun &b) {
        return a.first != b.first ? a.first < b.first : a.count < b.count;
    };
    std::sort(found.begin(), found.end(), order);
    found.resize(std::distance(found.begin(), std::unique(found.begin(), found.end())));
    return found;
}

} // namespace tidemark
