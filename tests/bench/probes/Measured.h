#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>

namespace tidemark::bench {

/// Runs from its making.
class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// The memory that this process holds, in bytes.
double residentBytes();

/// The seconds that processors gave this process, all of its threads together.
double processorSeconds();

/// The most memory that this process held since forgetPeak(), in bytes.
double peakBytes();
void forgetPeak();

/// What went wrong, on standard error, and the code to end with.
int failed(const QString &sentence);

void print(const QJsonObject &measured);

} // namespace tidemark::bench
