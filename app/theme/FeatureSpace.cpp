#include "theme/FeatureSpace.h"

#include <QDataStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tidemark {

namespace {

quint32 fewestStories(quint32 stories)
{
    return std::max(2U, stories / 10000);
}

/// Digit by digit: a text has some hundreds of pieces, and to compare them would take most of the time that it
/// takes to read it.
void sortByDigits(std::vector<quint32> &buckets)
{
    constexpr int bits = 10; // of a digit
    constexpr quint32 digits = 1U << bits;
    static_assert(allPieceBuckets <= digits * digits);
    std::vector<quint32> other(buckets.size());
    for (const int shift : {0, bits}) {
        std::array<quint32, digits> places{};
        for (const quint32 bucket : buckets)
            ++places[bucket >> shift & (digits - 1)];
        std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
        for (const quint32 bucket : buckets)
            other[places[bucket >> shift & (digits - 1)]++] = bucket;
        buckets.swap(other);
    }
}

std::vector<quint32> sortedBuckets(std::span<const TextPiece> pieces)
{
    constexpr size_t few = 128; // to look at all digits would take longer
    std::vector<quint32> buckets;
    buckets.reserve(pieces.size());
    for (const TextPiece &piece : pieces)
        buckets.push_back(piece.bucket);
    if (buckets.size() < few)
        std::sort(buckets.begin(), buckets.end());
    else
        sortByDigits(buckets);
    return buckets;
}

/// Makes a stretch of features one long.
void normalise(std::span<Feature> features)
{
    double squares = 0;
    for (const Feature &feature : features)
        squares += double{feature.value} * double{feature.value};
    const float length = static_cast<float>(std::sqrt(squares));
    for (Feature &feature : features)
        feature.value /= length;
}

} // namespace

std::vector<quint32> FeatureSpace::bucketsOf(const Tokens &tokens)
{
    std::vector<quint32> buckets = sortedBuckets(textPieces(tokens));
    buckets.erase(std::unique(buckets.begin(), buckets.end()), buckets.end());
    return buckets;
}

void FeatureSpace::count(std::span<const quint32> buckets)
{
    if (m_counts.empty())
        m_counts.resize(allPieceBuckets);
    ++m_stories;
    for (const quint32 bucket : buckets)
        ++m_counts[bucket];
}

void FeatureSpace::finish()
{
    std::vector<quint32> kept;
    for (quint32 bucket = 0; bucket < m_counts.size(); ++bucket) {
        if (m_counts[bucket] < fewestStories(m_stories))
            continue;
        kept.push_back(bucket);
        m_pieces += m_counts[bucket];
        m_weights.push_back(static_cast<float>(1 + std::log((1.0 + m_stories) / (1.0 + m_counts[bucket]))));
    }
    number(kept);
    m_counts = {};
}

void FeatureSpace::number(const std::vector<quint32> &buckets)
{
    m_buckets = buckets;
    m_numbers.assign(allPieceBuckets, -1);
    for (size_t i = 0; i < buckets.size(); ++i)
        m_numbers[buckets[i]] = static_cast<int>(i);
    const auto firstOf = [&](PieceKind kind) {
        const auto first
            = std::lower_bound(buckets.begin(), buckets.end(), static_cast<quint32>(kind) * pieceBuckets);
        return static_cast<int>(first - buckets.begin());
    };
    m_firstWord = firstOf(PieceKind::Word);
    m_firstRun = firstOf(PieceKind::Words);
}

std::vector<Feature> FeatureSpace::features(const Tokens &tokens, const RuleHits *hits) const
{
    return features(textPieces(tokens), hits);
}

std::vector<Feature> FeatureSpace::features(std::span<const TextPiece> pieces, const RuleHits *hits) const
{
    const std::vector<quint32> buckets = sortedBuckets(pieces);
    std::vector<Feature> features;
    features.reserve(buckets.size() + 4);
    size_t firstRun = 0; // of words: their numbers come behind all others
    for (size_t i = 0; i < buckets.size();) {
        size_t next = i + 1;
        while (next < buckets.size() && buckets[next] == buckets[i])
            ++next;
        if (const int number = this->number(buckets[i]); number >= 0) {
            features.push_back(
                {number, m_weights[static_cast<size_t>(number)] * (1 + std::log(static_cast<float>(next - i)))});
            if (number < m_firstRun)
                firstRun = features.size();
        }
        i = next;
    }
    normalise(std::span(features).first(firstRun));
    normalise(std::span(features).subspan(firstRun));
    if (hits) {
        hits->themes.forEach([&](int theme) { features.push_back({themeHit(theme), hitWeight}); });
        features.push_back({voiceHit(hits->voice), hitWeight});
        hits->byVariant.forEach([&](int theme) { features.push_back({variantHit(theme), hitWeight}); });
    }
    return features;
}

QDataStream &operator<<(QDataStream &stream, const FeatureSpace &space)
{
    stream << static_cast<quint32>(space.m_buckets.size());
    for (size_t i = 0; i < space.m_buckets.size(); ++i)
        stream << space.m_buckets[i] << space.m_weights[i];
    return stream;
}

QDataStream &operator>>(QDataStream &stream, FeatureSpace &space)
{
    space = {};
    quint32 count = 0;
    stream >> count;
    std::vector<quint32> buckets;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        quint32 bucket = 0;
        float weight = 0;
        stream >> bucket >> weight;
        if (bucket >= allPieceBuckets || (!buckets.empty() && bucket <= buckets.back()))
            stream.setStatus(QDataStream::ReadCorruptData);
        buckets.push_back(bucket);
        space.m_weights.push_back(weight);
    }
    if (stream.status() == QDataStream::Ok)
        space.number(buckets);
    return stream;
}

} // namespace tidemark
