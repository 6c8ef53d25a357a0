#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tidemark::bench {

/// A generator that gives the same numbers on every machine for the same seed (xoshiro256**, by D. Blackman and
/// S. Vigna, seeded by splitmix64).
class Chance
{
public:
    explicit Chance(std::uint64_t seed);

    std::uint64_t number();                 ///< any 64 bits
    std::uint32_t below(std::uint32_t end); ///< in [0, end)
    double fraction();                      ///< in [0, 1)
    double normal();                        ///< of mean 0 and deviation 1
    bool oneIn(std::uint32_t n) { return below(n) == 0; }

private:
    std::array<std::uint64_t, 4> m_state{};
};

/// splitmix64's mixing of one number: different for every number.
std::uint64_t mixed(std::uint64_t number);

/// Draws indices by weight in constant time (alias method, by A. J. Walker and M. D. Vose).
class Lottery
{
public:
    explicit Lottery(const std::vector<double> &weights);

    std::uint32_t draw(Chance &chance) const;

private:
    std::vector<double> m_share; ///< below it an index stands for itself, else for its alias
    std::vector<std::uint32_t> m_alias;
};

/// Weights by Zipf's law as Mandelbrot shifted it: (rank + 1 + shift)^-exponent.
std::vector<double> zipfWeights(std::size_t count, double exponent, double shift);

} // namespace tidemark::bench
