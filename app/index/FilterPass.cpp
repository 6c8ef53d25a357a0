#include "index/FilterPass.h"

#include "index/BitWords.h"
#include "index/BlockOutcome.h"
#include "index/Together.h"

#include <QMutex>

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t blockWords = BlockSet::blockWords;
constexpr size_t blocksWorthHelpers = 4; ///< fewer are done before a helper wakes up

using Scratch = std::array<quint64, blockWords>;

/// What a block's number of words has of a longer row of words.
std::span<const quint64> part(const Bitset &bits, size_t number, size_t count)
{
    const std::span<const quint64> words(bits.words());
    const size_t from = std::min(number * blockWords, words.size());
    return words.subspan(from, std::min(count, words.size() - from));
}

/// Whether each story has exactly one value of a facet.
bool hasOneEach(Facet facet)
{
    return facet == Facet::Voice || facet == Facet::Platform || facet == Facet::Language;
}

FacetTerm facetNamed(Facet facet, const QString &attribute = {}, bool excluded = false)
{
    return {.facet = facet, .attribute = attribute, .values = {}, .excluded = excluded};
}

} // namespace

/// What one thread does and has counted.
class FilterPass::Worker
{
public:
    explicit Worker(const FilterPass &pass) : m_pass(pass), m_counts(pass.m_values.size()) {}

    void doBlock(size_t number)
    {
        const auto start = static_cast<qint64>(number) * BlockSet::blockSize;
        const qint64 stories = std::min(BlockSet::blockSize, m_pass.m_size - start);
        const auto words = static_cast<size_t>((stories + 63) / 64);
        for (const Variant &variant : m_pass.m_variants) {
            const std::span<quint64> own = std::span(m_own).first(words);
            if (!variant.stories)
                std::ranges::fill(own, 0); // an answer's stories are empty from the start
            m_outcome.begin(variant.stories ? variant.stories->words().subspan(number * blockWords, words) : own,
                            stories);
            if (!join(variant, number, start, stories))
                continue;
            if (variant.runs.empty())
                continue;
            m_outcome.look();
            if (m_outcome.count() > 0)
                count(variant, number);
        }
    }

    [[nodiscard]] const std::vector<qint64> &counts() const { return m_counts; }

private:
    /// Leaves the variant's stories in the outcome; false: there are none.
    bool join(const Variant &variant, size_t number, qint64 start, qint64 stories)
    {
        const qint64 from = std::max<qint64>(variant.from - start, 0);
        const qint64 until = std::min(variant.until - start, stories);
        if (from >= until)
            return false;
        fillBits(m_outcome.words().data(), from, until);
        for (const Condition *condition : variant.conditions) {
            if (condition->excluded)
                exclude(*condition, number);
            else
                require(*condition, number);
        }
        return true;
    }

    void require(const Condition &condition, size_t number)
    {
        const std::span<quint64> words = m_outcome.words();
        const quint64 *one = nullptr;
        if (condition.bits) {
            const auto given = part(*condition.bits, number, words.size());
            if (given.size() == words.size())
                one = given.data();
        } else if (condition.sets.size() == 1) {
            const BlockSet::Block *block = condition.sets.front()->block(number);
            if (block && !block->words.empty())
                one = block->words.data();
        }
        if (!one) {
            gather(condition, number);
            one = m_any.data();
        }
        BitWords::loops().intersect(words.data(), one, words.size());
    }

    void exclude(const Condition &condition, size_t number)
    {
        gather(condition, number);
        BitWords::loops().subtract(m_outcome.words().data(), m_any.data(), m_outcome.words().size());
    }

    void gather(const Condition &condition, size_t number)
    {
        const std::span<quint64> words = std::span(m_any).first(m_outcome.words().size());
        std::ranges::fill(words, 0);
        for (const BlockSet *set : condition.sets)
            set->uniteInto(words, number);
        if (condition.bits) {
            const auto given = part(*condition.bits, number, words.size());
            BitWords::loops().unite(words.data(), given.data(), given.size());
        }
    }

    void count(const Variant &variant, size_t number)
    {
        for (const Run &run : variant.runs) {
            qint64 rest = m_outcome.count();
            for (size_t place = run.first; place < run.end; ++place) {
                const bool isLast = run.isOneEach && place + 1 == run.end;
                const qint64 counted
                    = isLast ? std::max<qint64>(rest, 0) : countOf(m_pass.m_values[place].sets, variant, number);
                m_counts[place] += counted;
                rest -= counted;
            }
        }
    }

    qint64 countOf(const std::vector<const BlockSet *> &sets, const Variant &variant, size_t number)
    {
        if (sets.size() > 1) {
            Condition any;
            any.sets = sets;
            gather(any, number);
            return m_outcome.countIn(m_any.data());
        }
        if (sets.empty() || !sets.front()->block(number))
            return 0;
        const auto requiresIt = [set = sets.front()](const Condition *condition) {
            return !condition->excluded && condition->sets.size() == 1 && condition->sets.front() == set;
        };
        return std::ranges::any_of(variant.conditions, requiresIt)
            ? m_outcome.count()
            : m_outcome.countIn(*sets.front()->block(number));
    }

    const FilterPass &m_pass;
    std::vector<qint64> m_counts;
    BlockOutcome m_outcome;
    Scratch m_own; ///< the outcome of a variant that goes nowhere
    Scratch m_any; ///< a condition's sets together
};

FilterPass::FilterPass(const StoryIndex::Data &data, const IndexQuestion &question)
    : m_data(data), m_question(question), m_size(data.size()), m_until(data.size())
{
    addConditions();
}

FilterPass::Tally FilterPass::tally(size_t variant, size_t ofExcluded, const FacetTerm &facet,
                                    const std::vector<FacetSets> &values)
{
    Tally made{.counts = {.facet = facet.facet, .attribute = facet.attribute, .values = {}},
               .firstValue = m_values.size(),
               .values = 0};
    for (const FacetSets &value : values) {
        if (!isListed(facet, value))
            continue;
        const size_t place = m_values.size();
        const size_t counting = ofExcluded > 0 && isExcluded(facet, value.key) ? ofExcluded
            : countsInWhole(facet, value.key)                                  ? 0
                                                                               : variant;
        std::vector<Run> &runs = m_variants[counting].runs;
        if (made.values == 0 || runs.empty() || runs.back().end != place)
            runs.push_back({.first = place, .end = place, .isOneEach = false});
        runs.back().end = place + 1;
        m_values.push_back(value);
        ++made.values;
    }
    std::vector<Run> &runs = m_variants[variant].runs;
    if (!runs.empty() && runs.back().first == made.firstValue && runs.back().end == m_values.size())
        runs.back().isOneEach = hasOneEach(facet.facet);
    return made;
}

FacetCounts FilterPass::counted(Tally &tally) const
{
    FacetCounts counts = std::move(tally.counts);
    counts.values.reserve(tally.values);
    for (size_t i = 0; i < static_cast<size_t>(tally.values); ++i) {
        const size_t place = tally.firstValue + i;
        counts.values.append({m_values[place].key, m_counts[place]});
    }
    if (counts.facet != Facet::Theme)
        std::ranges::sort(counts.values, FacetValue::comesFirst);
    return counts;
}

/// Adds the terms is:original to the variants, each after what the rest of it chooses.
void FilterPass::foldCopies()
{
    if (m_folds.empty())
        return;
    std::deque<Bitset> chosen(m_variants.size(), Bitset(m_size));
    std::vector<Variant> whole = m_variants;
    for (size_t i = 0; i < m_variants.size(); ++i) {
        m_variants[i].stories = &chosen[i];
        m_variants[i].runs.clear();
    }
    goThroughBlocks();
    for (size_t i = 0; i < whole.size(); ++i) {
        const Bitset &later = m_later.emplace_back(m_question.answers.copies->laterAmong(chosen[i]));
        for (const bool isTurned : m_folds) {
            m_foldings.push_back({.sets = {}, .bits = &later, .excluded = !isTurned});
            whole[i].conditions.push_back(&m_foldings.back());
        }
    }
    m_variants = std::move(whole);
}

/// Joins and counts all variants, with the help of the other cores.
void FilterPass::goThroughBlocks()
{
    const auto blocks = static_cast<size_t>((m_size + BlockSet::blockSize - 1) / BlockSet::blockSize);
    std::atomic<size_t> next{0};
    QMutex summing;
    m_counts.assign(m_values.size(), 0);
    together(blocks < blocksWorthHelpers ? 0 : mostHelpers(), [&] {
        Worker worker(*this);
        for (size_t number = next++; number < blocks; number = next++)
            worker.doBlock(number);
        const QMutexLocker lock(&summing);
        std::ranges::transform(m_counts, worker.counts(), m_counts.begin(), std::plus<>());
    });
}

IndexAnswer FilterPass::run()
{
    IndexAnswer answer{.stories = Bitset(m_size), .anytime = {}, .facets = {}, .languages = {}};
    m_variants.push_back(variant(false, nullptr));
    m_variants.front().stories = &answer.stories;
    std::vector<Tally> tallies;
    std::optional<qsizetype> languages; ///< of the whole filter, among the facets that are asked for
    for (const Facet facet : m_question.facets) {
        const FacetTerm named = facetNamed(facet);
        const size_t variant = variantFor(named);
        const size_t ofExcluded = variantFor(facetNamed(facet, {}, true));
        if (facet == Facet::Language && variant == 0 && ofExcluded == 0)
            languages = std::ssize(tallies);
        tallies.push_back(tally(variant, ofExcluded, named, m_data.values(facet)));
    }
    for (const auto &attribute : m_question.attributes) {
        const FacetTerm named = facetNamed(Facet::Attribute, attribute->attribute);
        std::vector<FacetSets> values;
        for (auto value = attribute->values.cbegin(); value != attribute->values.cend(); ++value)
            values.push_back({value.key(), {&value.value()}});
        const size_t ofExcluded = variantFor(facetNamed(Facet::Attribute, attribute->attribute, true));
        tallies.push_back(tally(variantFor(named), ofExcluded, named, values));
    }
    std::optional<Tally> ownLanguages;
    if (!languages)
        ownLanguages = tally(0, 0, facetNamed(Facet::Language), m_data.values(Facet::Language));
    if (m_question.anytime) {
        answer.anytime = Bitset(m_size);
        m_variants.push_back(variant(true, nullptr));
        m_variants.back().stories = &answer.anytime;
    }

    foldCopies();
    goThroughBlocks();
    for (Tally &each : tallies)
        answer.facets.append(counted(each));
    answer.languages = languages ? answer.facets.at(*languages) : counted(*ownLanguages);
    return answer;
}

} // namespace tidemark
