#include "index/BitWords.h"

#include "index/CarrySave.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace tidemark {

namespace {

// Written once, plainly, so that the compiler vectorises them for each processor below.

[[gnu::always_inline]] inline void intersectLoop(quint64 *__restrict into, const quint64 *__restrict with,
                                                 size_t count)
{
    for (size_t i = 0; i < count; ++i)
        into[i] &= with[i];
}

[[gnu::always_inline]] inline void uniteLoop(quint64 *__restrict into, const quint64 *__restrict with, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        into[i] |= with[i];
}

[[gnu::always_inline]] inline void subtractLoop(quint64 *__restrict into, const quint64 *__restrict with,
                                                size_t count)
{
    for (size_t i = 0; i < count; ++i)
        into[i] &= ~with[i];
}

struct ByWord ///< for processors that count the bits of a word, or of a vector of them, in one step
{
    template<typename WordAt, typename Foresee>
    [[gnu::always_inline]] static qint64 count(const WordAt &wordAt, const Foresee &foresee, size_t words)
    {
        constexpr size_t together = CarrySave::rowWords;
        qint64 sum = 0;
        const size_t whole = words / together * together;
        for (size_t first = 0; first < whole; first += together) {
            foresee(first);
            for (size_t i = 0; i < together; ++i)
                sum += __builtin_popcountll(wordAt(first + i));
        }
        for (size_t i = whole; i < words; ++i)
            sum += __builtin_popcountll(wordAt(i));
        return sum;
    }
};

struct ByRow ///< for those that don't, or that add vectors more quickly
{
    template<typename WordAt, typename Foresee>
    [[gnu::always_inline]] static qint64 count(const WordAt &wordAt, const Foresee &foresee, size_t words)
    {
        return CarrySave::count(wordAt, foresee, words);
    }
};

template<typename Way>
[[gnu::always_inline]] inline qint64 countLoop(const quint64 *words, size_t count)
{
    return Way::count([words](size_t i) { return words[i]; }, [](size_t) {}, count);
}

/// Asks for what lies a page behind a word. It may lie behind the end, where nothing is read: so it is a number.
[[gnu::always_inline]] inline void foreseePage(const quint64 *word)
{
    constexpr std::uintptr_t page = 4096;
    __builtin_prefetch(reinterpret_cast<const void *>(reinterpret_cast<std::uintptr_t>(word) + page));
}

/// The second row of words comes from memory, while the first is an outcome in the cache: it is asked for a page
/// early, for what the processor foresees by itself ends with each page.
template<typename Way>
[[gnu::always_inline]] inline qint64 countBothLoop(const quint64 *a, const quint64 *b, size_t count)
{
    return Way::count([a, b](size_t i) { return a[i] & b[i]; }, [b](size_t i) { foreseePage(b + i); }, count);
}

// A target is an attribute of the function and can be no template argument, hence the macro.
#define TIDEMARK_LOOPS(Processor, Way, target)                                                                     \
    struct Processor                                                                                               \
    {                                                                                                              \
        target static void intersect(quint64 *into, const quint64 *with, size_t count)                             \
        {                                                                                                          \
            intersectLoop(into, with, count);                                                                      \
        }                                                                                                          \
        target static void unite(quint64 *into, const quint64 *with, size_t count)                                 \
        {                                                                                                          \
            uniteLoop(into, with, count);                                                                          \
        }                                                                                                          \
        target static void subtract(quint64 *into, const quint64 *with, size_t count)                              \
        {                                                                                                          \
            subtractLoop(into, with, count);                                                                       \
        }                                                                                                          \
        target static qint64 count(const quint64 *words, size_t count) { return countLoop<Way>(words, count); }    \
        target static qint64 countBoth(const quint64 *a, const quint64 *b, size_t count)                           \
        {                                                                                                          \
            return countBothLoop<Way>(a, b, count);                                                                \
        }                                                                                                          \
    }

TIDEMARK_LOOPS(Baseline, ByRow, );
#if defined(__x86_64__)
TIDEMARK_LOOPS(CountingBits, ByWord, __attribute__((target("popcnt"))));
TIDEMARK_LOOPS(Wide, ByRow, __attribute__((target("avx2,popcnt"))));
TIDEMARK_LOOPS(Widest, ByWord, __attribute__((target("avx512f,avx512vl,avx512vpopcntdq,avx2,popcnt"))));
#endif
#undef TIDEMARK_LOOPS

template<typename Processor>
constexpr BitWords loopsOf()
{
    return {&Processor::intersect, &Processor::unite, &Processor::subtract, &Processor::count,
            &Processor::countBoth};
}

} // namespace

std::vector<BitWords> BitWords::usable()
{
    std::vector<BitWords> loops{loopsOf<Baseline>()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("popcnt"))
        loops.push_back(loopsOf<CountingBits>());
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"))
        loops.push_back(loopsOf<Wide>());
    if (__builtin_cpu_supports("avx512vpopcntdq") && __builtin_cpu_supports("avx512vl"))
        loops.push_back(loopsOf<Widest>());
#endif
    return loops;
}

const BitWords &BitWords::loops()
{
    static const BitWords quickest = usable().back();
    return quickest;
}

void moveBits(const quint64 *source, qint64 from, quint64 *target, qint64 to, qint64 count)
{
    while (count > 0) {
        // As many bits as fit in the target's word.
        const qint64 step = std::min(count, 64 - (to & 63));
        const quint64 *word = source + (from >> 6);
        quint64 bits = *word >> (from & 63);
        if ((from & 63) + step > 64)
            bits |= word[1] << (64 - (from & 63));
        if (step < 64)
            bits &= below(step);
        target[to >> 6] |= bits << (to & 63);
        from += step;
        to += step;
        count -= step;
    }
}

void fillBits(quint64 *words, qint64 from, qint64 until)
{
    if (from >= until)
        return;
    const qint64 first = from >> 6;
    const qint64 last = until >> 6;
    const quint64 head = ~below(from & 63);
    const quint64 tail = below(until & 63);
    if (first == last) {
        words[first] |= head & tail;
        return;
    }
    words[first] |= head;
    std::fill(words + first + 1, words + last, ~quint64(0));
    if (tail != 0)
        words[last] |= tail;
}

} // namespace tidemark
