#pragma once

#include "index/BlockSet.h"

#include <array>
#include <span>

namespace tidemark {

/// What of a block's stories a filter chooses, and how many of them have a value.
///
/// It is counted as what it is: where all stories of the block are in it, the value's own count holds; where all
/// have the value, the outcome's; where only a few are in it, each is looked up; else words are counted.
class BlockOutcome
{
public:
    /// The bits of a block with so many stories; they stay the caller's.
    void begin(std::span<quint64> words, qint64 stories);
    [[nodiscard]] std::span<quint64> words() const { return m_words; }

    /// Once the bits are what they are to be.
    void look();
    [[nodiscard]] qint64 count() const { return m_count; }

    [[nodiscard]] qint64 countIn(const quint64 *other) const; ///< other: as many words
    [[nodiscard]] qint64 countIn(const BlockSet::Block &block) const;

private:
    static constexpr qint64 mostLookedUp = 256; ///< of a block's stories: more are counted word by word

    [[nodiscard]] bool contains(quint32 place) const;

    std::span<quint64> m_words;
    qint64 m_stories = 0;
    qint64 m_count = 0;
    std::array<quint32, mostLookedUp> m_places; ///< of the stories in it, if they are so few
};

} // namespace tidemark
