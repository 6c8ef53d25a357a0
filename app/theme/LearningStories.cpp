#include "theme/LearningStories.h"

#include "story/WorkPool.h"
#include "theme/NearCopies.h"

#include <QCoreApplication>
#include <QtConcurrentMap>

#include <algorithm>
#include <numeric>
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

Error stopped()
{
    return {Error::Kind::Cancelled, QCoreApplication::translate("Learning", "Stopped before it was done.")};
}

/// What all cores find out about some stories, and what one of them then does with it, in the stories' order.
template<typename Found, typename Find, typename Take>
Result<> inOrder(std::span<const CodedText> stories, const Progress &progress, const Find &find, const Take &take)
{
    for (size_t from = 0; from < stories.size(); from += storiesAtOnce) {
        if (progress.isCancelled())
            return stopped();
        const std::span<const CodedText> some
            = stories.subspan(from, std::min(storiesAtOnce, stories.size() - from));
        std::vector<Found> found(some.size());
        std::vector<size_t> places(some.size());
        std::iota(places.begin(), places.end(), size_t{0});
        QtConcurrent::blockingMap(workPool(), places, [&](size_t place) { found[place] = find(some[place]); });
        for (size_t place = 0; place < some.size(); ++place)
            take(std::move(found[place]), from + place);
    }
    return {};
}

/// What is counted over all stories before the features of one can be weighed.
Result<> countAll(LearningStories &read, std::span<const CodedText> stories, std::span<const quint64> kinds,
                  const Progress &progress)
{
    struct Counted
    {
        std::vector<quint32> buckets;
        WordRuns runs;
        size_t words = 0;
    };
    NearCopies copies;
    std::unordered_map<size_t, quint64> kindOfWords;
    const auto counted = inOrder<Counted>(
        stories, progress,
        [](const CodedText &story) {
            const Tokens tokens = tokenise(story.text);
            return Counted{FeatureSpace::bucketsOf(tokens), wordRuns(tokens), hashOfWords(tokens)};
        },
        [&](Counted &&one, size_t row) {
            read.space.count(one.buckets);
            copies.add(std::move(one.runs));
            const quint64 first = kindOfWords.emplace(one.words, kinds[row]).first->second;
            read.contradictions += first == kinds[row] ? 0 : 1;
        });
    if (!counted)
        return counted;
    read.space.finish();
    read.groups = copies.groups();
    return {};
}

Result<> readAll(LearningStories &read, std::span<const CodedText> stories, const HitFinder &finder,
                 bool readsRules, const Progress &progress)
{
    struct Row
    {
        std::vector<Feature> features;
        RuleCoding byRule;
    };
    return inOrder<Row>(
        stories, progress,
        [&](const CodedText &story) {
            const Tokens tokens = tokenise(story.text);
            const RuleHits hits = readsRules ? finder.find(tokens) : RuleHits();
            return Row{read.space.features(tokens, readsRules ? &hits : nullptr),
                       finder.rules().code(tokens, story.language)};
        },
        [&read](Row &&row, size_t) {
            read.examples->add(row.features);
            read.byRule.push_back(row.byRule);
        });
}

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
    if (auto all = readAll(read, stories, finder, readsRules, progress); !all)
        return all.error();
    return read;
}

} // namespace tidemark
