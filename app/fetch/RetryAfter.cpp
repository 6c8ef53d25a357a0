#include "fetch/RetryAfter.h"

#include "source/Dates.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace std::chrono_literals;

namespace tidemark {

namespace {

constexpr Milliseconds shortest = 1s;
// TRUST.md's hour bounds what nobody asked for. Who asks for longer knows why, and to ask him sooner would be
// against his word; a day is enough for that, and keeps a slip of the pen from ending a source for good.
constexpr Milliseconds longest = 24h;
constexpr Milliseconds longestUnasked = 1h;
constexpr double earliestTime = 1e9; // below, a reset counts the seconds that are left

Milliseconds bounded(double milliseconds)
{
    const double within = std::clamp(milliseconds, double(shortest.count()), double(longest.count()));
    return Milliseconds{static_cast<qint64>(std::ceil(within))};
}

std::optional<double> number(const QByteArray &text)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<Milliseconds> retryAfter(const HttpAnswer &answer, Instant now)
{
    const QByteArray asked = answer.header("retry-after").trimmed();
    if (asked.isEmpty())
        return std::nullopt;
    if (const auto seconds = number(asked))
        return *seconds < 0 ? std::nullopt : std::optional(bounded(*seconds * 1000));
    const auto moment = parseTime(QString::fromLatin1(asked));
    if (!moment)
        return std::nullopt;
    const auto served = parseTime(QString::fromLatin1(answer.header("date")));
    return bounded(double(moment->instant - (served ? served->instant : now)));
}

std::optional<Milliseconds> untilLimitResets(const HttpAnswer &answer, Instant now)
{
    struct Names
    {
        QByteArrayView remaining;
        QByteArrayView reset;
    };
    static constexpr std::array families{
        Names{"x-ratelimit-remaining", "x-ratelimit-reset"},
        Names{"ratelimit-remaining", "ratelimit-reset"},
        Names{"x-rate-limit-remaining", "x-rate-limit-reset"},
    };
    for (const Names &names : families) {
        const auto remaining = number(answer.header(names.remaining));
        const QByteArray reset = answer.header(names.reset).trimmed();
        if (!remaining || *remaining >= 1 || reset.isEmpty())
            continue;
        if (const auto seconds = number(reset))
            return bounded(*seconds < earliestTime ? *seconds * 1000 : *seconds * 1000 - double(now));
        if (const auto moment = parseTime(QString::fromLatin1(reset)))
            return bounded(double(moment->instant - now));
    }
    return std::nullopt;
}

Milliseconds backoff(Milliseconds first, int n, double chance)
{
    const double whole = double(first.count()) * std::pow(2.0, n);
    return Milliseconds{static_cast<qint64>(std::min(whole, double(longestUnasked.count())) * (0.5 + chance / 2))};
}

} // namespace tidemark
