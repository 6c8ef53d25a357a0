#include "data/Calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <numbers>

namespace tidemark::bench {

namespace {

constexpr std::int64_t firstMoment = 1'507'939'200; ///< 2017-10-14T00:00:00Z
constexpr int days = 730;

double weightOfHour(int hour)
{
    const double daysSince = (hour - 36) / 24.0;
    double weight = daysSince < 0 ? 0.02 : 60 * std::exp(-daysSince / 4) + 14 * std::pow(1 + daysSince / 10, -0.9);
    const int day = hour / 24;
    if (day == 85)
        weight *= 8; // the awards of January 2018
    if (day == 366 || day == 367)
        weight *= 6; // a year later
    return weight * (1 + 0.6 * std::sin((hour % 24 - 9) / 24.0 * 2 * std::numbers::pi));
}

} // namespace

Calendar::Calendar() : m_until{0}
{
    for (int hour = 0; hour < days * 24; ++hour)
        m_until.push_back(m_until.back() + weightOfHour(hour));
}

std::int64_t Calendar::moment(double share) const
{
    const double weight = std::clamp(share, 0.0, 0.999'999'999) * m_until.back();
    const auto next = std::upper_bound(m_until.begin(), m_until.end(), weight);
    const auto hour = static_cast<double>(next - m_until.begin() - 1);
    const double within = (weight - *(next - 1)) / (*next - *(next - 1));
    return firstMoment + static_cast<std::int64_t>(3600 * (hour + within));
}

std::string Calendar::iso(std::int64_t moment)
{
    const std::time_t time = moment;
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

} // namespace tidemark::bench
