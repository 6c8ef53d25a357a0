#pragma once

#include <array>
#include <cstddef>

namespace tidemark {

/// Sums of term(0), term(1) and so on to count, four side by side, so that none has to wait for the one before.
/// Always the same for the same terms; first begins the first of them.
template<typename Term>
std::array<float, 4> fourSums(float first, size_t count, Term term)
{
    std::array<float, 4> sums{first};
    size_t at = 0;
    for (; at + sums.size() <= count; at += sums.size()) {
        for (size_t i = 0; i < sums.size(); ++i)
            sums[i] += term(at + i);
    }
    for (; at < count; ++at)
        sums[0] += term(at);
    return sums;
}

inline double total(const std::array<float, 4> &sums)
{
    return double{(sums[0] + sums[1]) + (sums[2] + sums[3])};
}

} // namespace tidemark
