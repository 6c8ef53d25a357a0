#include "text/WordRuns.h"

#include <algorithm>
#include <limits>

namespace tidemark {

namespace {

constexpr size_t wordsInRun = 3;
constexpr quint64 ordersInNumber = 3;
constexpr int wordsToBeCopied = 6;

quint64 mixed(quint64 value) // the finaliser of splitmix64
{
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return value ^ value >> 31;
}

quint64 hashOf(QStringView word) // FNV-1a over UTF-16
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const QChar c : word)
        hash = (hash ^ c.unicode()) * 0x100000001b3U;
    return hash;
}

bool counts(const Token &token)
{
    return token.kind != Token::Kind::Mention;
}

} // namespace

WordRuns wordRuns(const Tokens &tokens)
{
    std::vector<quint64> words;
    words.reserve(static_cast<size_t>(tokens.size()));
    for (const Token &token : tokens) {
        if (counts(token))
            words.push_back(hashOf(token.word));
    }
    WordRuns runs;
    const size_t length = std::min(wordsInRun, words.size());
    for (size_t first = 0; length > 0 && first + length <= words.size(); ++first) {
        quint64 run = 0;
        for (size_t i = first; i < first + length; ++i)
            run = mixed(run + words[i]);
        runs.push_back(run);
    }
    std::ranges::sort(runs);
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

double shared(const WordRuns &a, const WordRuns &b)
{
    size_t both = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        both += a[i] == b[j] ? 1 : 0;
        const bool first = a[i] <= b[j];
        const bool second = b[j] <= a[i];
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    const size_t either = a.size() + b.size() - both;
    return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

TextSketch sketchOf(const WordRuns &runs)
{
    TextSketch sketch;
    quint64 order = 0;
    for (quint32 &number : sketch) {
        quint64 together = 0;
        for (quint64 i = 0; i < ordersInNumber; ++i) {
            const quint64 key = mixed(++order);
            quint64 least = std::numeric_limits<quint64>::max();
            for (const quint64 run : runs)
                least = std::min(least, mixed(run ^ key));
            together = mixed(together ^ least);
        }
        number = static_cast<quint32>(together);
    }
    return sketch;
}

bool canBeCopied(const Tokens &tokens)
{
    return std::ranges::count_if(tokens, counts) >= wordsToBeCopied;
}

} // namespace tidemark
