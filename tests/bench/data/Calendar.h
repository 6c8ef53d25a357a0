#pragma once

#include "data/Chance.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tidemark::bench {

/// When posts were shared: quiet on 14 October 2017, the burst from noon of the 15th that halves in days, a long
/// tail of two years with the awards in January and the first anniversary, days and nights.
class Calendar
{
public:
    Calendar();

    /// The moment, in seconds since 1970, before which this share of all posts lies; share in [0, 1).
    [[nodiscard]] std::int64_t moment(double share) const;

    /// "2017-10-15T20:21:00Z"
    static std::string iso(std::int64_t moment);

private:
    std::vector<double> m_until; ///< the weight of all hours before each
};

} // namespace tidemark::bench
