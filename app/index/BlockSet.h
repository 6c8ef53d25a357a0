#pragma once

#include "index/Bitset.h"

#include <QtGlobal>

#include <memory>
#include <span>
#include <vector>

namespace tidemark {

/// A stretch of ordinals that moves as it is: `count` from ordinal `from` on come to lie from `to` on.
struct OrdinalRun
{
    qint64 from;
    qint64 to;
    qint64 count;
};

/// A set of ordinals as the index keeps it: in blocks of 131,072 ordinals that copies of the set share until one of
/// them writes, so that a mark copies 16 KiB. A block with few members lists them; one with none is not there.
///
/// A set that is not copied from any more may be read by any number of threads.
class BlockSet
{
public:
    static constexpr qint64 blockSize = 131'072;
    static constexpr size_t blockWords = blockSize / 64;
    static constexpr size_t mostListed = 256;

    struct Block
    {
        std::vector<quint64> words;  ///< blockWords of them, or none: then the members are listed
        std::vector<quint32> listed; ///< ascending, from the block's first ordinal
        qint64 count = 0;
    };

    BlockSet() = default;
    explicit BlockSet(const Bitset &bits);
    BlockSet(const BlockSet &other) : m_blocks(other.m_blocks), m_own(other.m_blocks.size(), false) {}
    BlockSet(BlockSet &&other) noexcept = default;
    BlockSet &operator=(const BlockSet &other);
    BlockSet &operator=(BlockSet &&other) noexcept = default;
    ~BlockSet() = default;

    [[nodiscard]] size_t blockCount() const { return m_blocks.size(); }
    [[nodiscard]] const Block *block(size_t number) const ///< null: no member there
    {
        return number < m_blocks.size() ? m_blocks[number].get() : nullptr;
    }
    [[nodiscard]] bool contains(qint64 ordinal) const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] qint64 count() const;

    void set(qint64 ordinal, bool member);
    void insert(qint64 ordinal);
    void remove(qint64 ordinal);
    void setBlock(size_t number, Block block); ///< in the place of the one there

    /// The set after its members moved; what is in no run is gone. Blocks that stay in their place are shared.
    [[nodiscard]] BlockSet moved(std::span<const OrdinalRun> runs) const;

    /// Adds the members in a block to words, which hold that block's bits, or to the first of them.
    void uniteInto(std::span<quint64> words, size_t number) const;
    void addTo(Bitset &bits) const; ///< the same for the whole set

private:
    [[nodiscard]] Block &own(size_t number);

    std::vector<std::shared_ptr<Block>> m_blocks;
    std::vector<bool> m_own; ///< made or copied by this set and not shared since
};

} // namespace tidemark
