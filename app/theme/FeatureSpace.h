#pragma once

#include "text/Tokens.h"
#include "theme/RuleHits.h"
#include "theme/TextPieces.h"

#include <span>
#include <vector>

class QDataStream;

namespace tidemark {

/// One number that a learner reads of a story.
struct Feature
{
    int number = 0;
    float value = 0;

    friend bool operator==(const Feature &, const Feature &) = default;
};

/// Turns stories into features: each piece of the text (TextPieces.h) weighted by 1 + ln of how often it occurs
/// here, times its smoothed inverse document frequency, 1 + ln((1 + stories) / (1 + stories that have it));
/// characters and words made one long as a vector (L2), the runs of words likewise; then what the rules say, a
/// theme or a voice each, with the weight 0.5, and likewise their variants. Pieces that fewer than two of the
/// stories have (of more than twenty thousand stories: fewer than one in ten thousand) are left out. Characters,
/// words, runs of words and hits of rules follow one another in this order.
///
/// Learned from stories with count() and finish(); then a value that any thread reads.
class FeatureSpace
{
public:
    static constexpr float hitWeight = 0.5F;

    /// The buckets of all pieces of a text, ascending, each once.
    static std::vector<quint32> bucketsOf(const Tokens &tokens);
    void count(std::span<const quint32> buckets); ///< of one story
    void count(const Tokens &tokens) { count(bucketsOf(tokens)); }
    void finish();

    /// How many pieces of the texts all counted stories have together, as features are made of them.
    [[nodiscard]] size_t countedPieces() const { return m_pieces; }

    /// The numbers of features are 0 to size() - 1.
    [[nodiscard]] int size() const { return firstHit() + hitFeatures; }

    /// Ascending by number. hits: of the rules; null: the learner is not told.
    [[nodiscard]] std::vector<Feature> features(const Tokens &tokens, const RuleHits *hits) const;
    [[nodiscard]] std::vector<Feature> features(std::span<const TextPiece> pieces, const RuleHits *hits) const;

    [[nodiscard]] int firstWord() const { return m_firstWord; }
    [[nodiscard]] int firstRun() const { return m_firstRun; }
    [[nodiscard]] int firstHit() const { return static_cast<int>(m_weights.size()); }

    /// The number of a bucket's feature; -1: left out.
    [[nodiscard]] int number(quint32 bucket) const { return m_numbers.empty() ? -1 : m_numbers[bucket]; }
    /// The number of the feature that says that the theme's rule matched.
    [[nodiscard]] int themeHit(int theme) const { return firstHit() + theme; }
    [[nodiscard]] int voiceHit(Voice voice) const
    {
        return firstHit() + ThemeSet::capacity + static_cast<int>(voice);
    }
    [[nodiscard]] int variantHit(int theme) const { return firstHit() + hitFeatures - ThemeSet::capacity + theme; }

    friend QDataStream &operator<<(QDataStream &stream, const FeatureSpace &space);
    friend QDataStream &operator>>(QDataStream &stream, FeatureSpace &space);

private:
    static constexpr int hitFeatures = 2 * ThemeSet::capacity + static_cast<int>(allVoices.size());
    void number(const std::vector<quint32> &buckets);

    quint32 m_stories = 0;
    size_t m_pieces = 0;
    std::vector<quint32> m_counts;  ///< of stories, by bucket; while counting
    std::vector<int> m_numbers;     ///< by bucket
    std::vector<quint32> m_buckets; ///< by number, ascending
    int m_firstWord = 0;
    int m_firstRun = 0;
    std::vector<float> m_weights; ///< inverse document frequency, by number
};

} // namespace tidemark
