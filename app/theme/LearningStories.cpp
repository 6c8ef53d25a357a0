#include "theme/LearningStories.h"

#include "theme/NearCopies.h"

#include <QCoreApplication>
#include <QtConcurrentMap>

#include <algorithm>
#include <unordered_map>

namespace tidemark {

namespace {

constexpr size_t hitsOfOne = 8;        ///< features that say what the rules say; few stories have more
constexpr size_t storiesAtOnce = 4096; ///< that all cores take to pieces before their features are put together

size_t hashOfWords(const Tokens &tokens)
{
    size_t hash = 0;
    for (const Token &token : tokens)
        hash = qHashMulti(hash, token.word);
    return hash;
}

/// What is counted over all stories before the features of one can be weighed.
Result<> countAll(LearningStories &read, std::span<const CodedText> stories, std::span<const quint64> kinds,
                  const Progress &progress)
{
    NearCopies copies;
    std::unordered_map<size_t, quint64> kindOfWords;
    for (size_t row = 0; row < stories.size(); ++row) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled,
                         QCoreApplication::translate("Learning", "Stopped before it was done.")};
        const Tokens tokens = tokenise(stories[row].text);
        read.space.count(tokens);
        copies.add(tokens);
        const quint64 first = kindOfWords.emplace(hashOfWords(tokens), kinds[row]).first->second;
        read.contradictions += first == kinds[row] ? 0 : 1;
    }
    read.space.finish();
    read.groups = copies.groups();
    return {};
}

/// One story on its way to a row.
struct Row
{
    const CodedText *story = nullptr;
    std::vector<Feature> features;
    RuleCoding byRule;

    void read(const FeatureSpace &space, const HitFinder &finder, bool readsRules)
    {
        const Tokens tokens = tokenise(story->text);
        const RuleHits hits = readsRules ? finder.find(tokens) : RuleHits();
        features = space.features(tokens, readsRules ? &hits : nullptr);
        byRule = finder.rules().code(tokens, story->language);
    }
};

} // namespace

qint64 LearningStories::copies() const
{
    const auto last = std::ranges::max_element(groups); // they are numbered from 0
    return last == groups.end() ? 0 : static_cast<qint64>(groups.size()) - *last - 1;
}

Result<LearningStories> readForLearning(std::span<const CodedText> stories, std::span<const quint64> kinds,
                                        const HitFinder &finder, bool readsRules, Progress &progress)
{
    LearningStories read;
    if (auto counted = countAll(read, stories, kinds, progress); !counted)
        return counted.error();
    read.examples.emplace(read.space);
    read.examples->reserve(read.space.countedPieces() + stories.size() * hitsOfOne, stories.size());
    for (size_t from = 0; from < stories.size(); from += storiesAtOnce) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled,
                         QCoreApplication::translate("Learning", "Stopped before it was done.")};
        std::vector<Row> rows;
        for (const CodedText &story : stories.subspan(from, std::min(storiesAtOnce, stories.size() - from)))
            rows.push_back({&story, {}, {}});
        QtConcurrent::blockingMap(rows, [&](Row &row) { row.read(read.space, finder, readsRules); });
        for (const Row &row : rows) {
            read.examples->add(row.features);
            read.byRule.push_back(row.byRule);
        }
    }
    return read;
}

} // namespace tidemark
