#include "index/BlockSet.h"

#include "index/BitWords.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tidemark {

namespace {

using Words = std::array<quint64, BlockSet::blockWords>;

size_t blockOf(qint64 ordinal)
{
    return static_cast<size_t>(ordinal / BlockSet::blockSize);
}

quint32 placeOf(qint64 ordinal)
{
    return static_cast<quint32>(ordinal % BlockSet::blockSize);
}

void insertBit(std::span<quint64> words, quint32 place)
{
    words[place >> 6] |= quint64(1) << (place & 63);
}

bool hasBit(const std::vector<quint64> &words, quint32 place)
{
    return (words[place >> 6] >> (place & 63) & 1) != 0;
}

BlockSet::Block blockFrom(std::span<const quint64> words)
{
    BlockSet::Block block;
    block.count = BitWords::loops().count(words.data(), words.size());
    if (block.count > static_cast<qint64>(BlockSet::mostListed)) {
        block.words.assign(words.begin(), words.end());
        block.words.resize(BlockSet::blockWords);
        return block;
    }
    block.listed.reserve(static_cast<size_t>(block.count));
    for (size_t i = 0; i < words.size(); ++i) {
        for (quint64 rest = words[i]; rest != 0; rest &= rest - 1)
            block.listed.push_back(static_cast<quint32>(i * 64) + static_cast<quint32>(std::countr_zero(rest)));
    }
    return block;
}

void spread(BlockSet::Block &block)
{
    block.words.assign(BlockSet::blockWords, 0);
    for (const quint32 place : block.listed)
        insertBit(block.words, place);
    block.listed = {};
}

/// Moves what a block has in [from, from + count), counted from its beginning.
void moveFrom(const BlockSet::Block &block, qint64 from, Words &target, qint64 to, qint64 count)
{
    if (!block.words.empty()) {
        moveBits(block.words.data(), from, target.data(), to, count);
        return;
    }
    const auto first = std::ranges::lower_bound(block.listed, static_cast<quint32>(from));
    for (auto place = first; place != block.listed.end() && *place < from + count; ++place)
        insertBit(target, static_cast<quint32>(*place - from + to));
}

} // namespace

BlockSet::BlockSet(const Bitset &bits)
{
    const std::span<const quint64> words(bits.words());
    for (size_t from = 0; from < words.size(); from += blockWords)
        setBlock(from / blockWords, blockFrom(words.subspan(from, std::min(blockWords, words.size() - from))));
}

BlockSet &BlockSet::operator=(const BlockSet &other)
{
    if (this != &other) {
        m_blocks = other.m_blocks;
        m_own.assign(m_blocks.size(), false);
    }
    return *this;
}

bool BlockSet::contains(qint64 ordinal) const
{
    const Block *there = block(blockOf(ordinal));
    if (!there)
        return false;
    const quint32 place = placeOf(ordinal);
    return there->words.empty() ? std::ranges::binary_search(there->listed, place) : hasBit(there->words, place);
}

bool BlockSet::isEmpty() const
{
    return std::ranges::all_of(m_blocks, [](const auto &block) { return !block || block->count == 0; });
}

qint64 BlockSet::count() const
{
    qint64 sum = 0;
    for (const auto &block : m_blocks)
        sum += block ? block->count : 0;
    return sum;
}

void BlockSet::set(qint64 ordinal, bool member)
{
    if (contains(ordinal) == member)
        return;
    if (member)
        insert(ordinal);
    else
        remove(ordinal);
}

void BlockSet::insert(qint64 ordinal)
{
    Block &block = own(blockOf(ordinal));
    const quint32 place = placeOf(ordinal);
    if (block.words.empty()) {
        const auto at = std::ranges::lower_bound(block.listed, place);
        if (at != block.listed.end() && *at == place)
            return;
        block.listed.insert(at, place);
        ++block.count;
        if (block.listed.size() > mostListed)
            spread(block);
        return;
    }
    block.count += hasBit(block.words, place) ? 0 : 1;
    insertBit(block.words, place);
}

void BlockSet::remove(qint64 ordinal)
{
    if (!contains(ordinal))
        return;
    Block &block = own(blockOf(ordinal));
    const quint32 place = placeOf(ordinal);
    if (block.words.empty())
        block.listed.erase(std::ranges::lower_bound(block.listed, place));
    else
        block.words[place >> 6] &= ~(quint64(1) << (place & 63));
    --block.count;
}

void BlockSet::setBlock(size_t number, Block block)
{
    if (block.count == 0 && number >= m_blocks.size())
        return;
    if (number >= m_blocks.size()) {
        m_blocks.resize(number + 1);
        m_own.resize(number + 1);
    }
    m_blocks[number] = block.count == 0 ? nullptr : std::make_shared<Block>(std::move(block));
    m_own[number] = true;
}

BlockSet::Block &BlockSet::own(size_t number)
{
    if (number >= m_blocks.size()) {
        m_blocks.resize(number + 1);
        m_own.resize(number + 1);
    }
    std::shared_ptr<Block> &block = m_blocks[number];
    if (!block)
        block = std::make_shared<Block>();
    else if (!m_own[number])
        block = std::make_shared<Block>(*block);
    m_own[number] = true;
    return *block;
}

BlockSet BlockSet::moved(std::span<const OrdinalRun> runs) const
{
    BlockSet result;
    const qint64 end = runs.empty() ? 0 : runs.back().to + runs.back().count;
    auto run = runs.begin();
    for (qint64 start = 0; start < end; start += blockSize) {
        const size_t number = blockOf(start);
        while (run != runs.end() && run->to + run->count <= start)
            ++run;
        if (run == runs.end())
            break;
        if (run->from == run->to && run->to <= start && run->to + run->count >= start + blockSize) {
            if (block(number)) {
                result.m_blocks.resize(number + 1);
                result.m_own.resize(number + 1);
                result.m_blocks[number] = m_blocks[number];
            }
            continue;
        }
        Words words{};
        for (auto each = run; each != runs.end() && each->to < start + blockSize; ++each) {
            qint64 to = std::max(each->to, start);
            const qint64 until = std::min(each->to + each->count, start + blockSize);
            while (to < until) {
                const qint64 from = each->from + (to - each->to);
                const qint64 count = std::min(until - to, blockSize - from % blockSize);
                if (const Block *source = block(blockOf(from)))
                    moveFrom(*source, from % blockSize, words, to - start, count);
                to += count;
            }
        }
        result.setBlock(number, blockFrom(words));
    }
    return result;
}

void BlockSet::uniteInto(std::span<quint64> words, size_t number) const
{
    const Block *there = block(number);
    if (!there)
        return;
    if (!there->words.empty()) {
        BitWords::loops().unite(words.data(), there->words.data(), words.size());
        return;
    }
    for (const quint32 place : there->listed) {
        if (place >> 6 < words.size())
            insertBit(words, place);
    }
}

void BlockSet::addTo(Bitset &bits) const
{
    const std::span<quint64> words = bits.words();
    for (size_t from = 0; from < words.size(); from += blockWords)
        uniteInto(words.subspan(from, std::min(blockWords, words.size() - from)), from / blockWords);
}

} // namespace tidemark
