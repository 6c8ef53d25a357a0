#pragma once

#include <QtGlobal>

#include <optional>

namespace tidemark {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, negative before it.
using Instant = qint64;

/// A half-open span of time, [from, until); an absent end is open.
struct TimeSpan
{
    std::optional<Instant> from;
    std::optional<Instant> until;

    [[nodiscard]] bool isOpen() const { return !from && !until; }
    [[nodiscard]] bool contains(Instant instant) const
    {
        return (!from || instant >= *from) && (!until || instant < *until);
    }

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace tidemark
