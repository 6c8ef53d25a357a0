#include "data/Chance.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

namespace tidemark::bench {

Chance::Chance(std::uint64_t seed)
{
    for (std::uint64_t &word : m_state)
        word = mixed(seed++);
}

std::uint64_t Chance::number()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint32_t Chance::below(std::uint32_t end)
{
    return static_cast<std::uint32_t>(((number() >> 32) * end) >> 32);
}

double Chance::fraction()
{
    return static_cast<double>(number() >> 11) * 0x1.0p-53;
}

double Chance::normal()
{
    return std::sqrt(-2 * std::log(1 - fraction())) * std::cos(2 * std::numbers::pi * fraction());
}

std::uint64_t mixed(std::uint64_t number)
{
    number += 0x9e3779b97f4a7c15;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

Lottery::Lottery(const std::vector<double> &weights) : m_share(weights), m_alias(weights.size())
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    for (std::uint32_t i = 0; i < m_share.size(); ++i) {
        m_share[i] *= static_cast<double>(weights.size()) / sum;
        m_alias[i] = i;
        (m_share[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        m_alias[small.back()] = large.back();
        m_share[large.back()] -= 1 - m_share[small.back()];
        small.pop_back();
        if (m_share[large.back()] < 1) {
            small.push_back(large.back());
            large.pop_back();
        }
    }
}

std::uint32_t Lottery::draw(Chance &chance) const
{
    const std::uint32_t index = chance.below(static_cast<std::uint32_t>(m_share.size()));
    return chance.fraction() < m_share[index] ? index : m_alias[index];
}

std::vector<double> zipfWeights(std::size_t count, double exponent, double shift)
{
    std::vector<double> weights(count);
    for (std::size_t rank = 0; rank < count; ++rank)
        weights[rank] = std::pow(static_cast<double>(rank) + 1 + shift, -exponent);
    return weights;
}

} // namespace tidemark::bench
