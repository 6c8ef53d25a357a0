#include "jobs/ProgressSentence.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Before this much is done, an estimate says more about the start than about the job.
constexpr qint64 earliestEstimate = 700;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProgressSentence)
};

/// Two leading digits: an estimate shown to the last digit would pretend to know.
qint64 rounded(double number)
{
    if (number < 100)
        return std::llround(number);
    const double step = std::pow(10.0, std::floor(std::log10(number)) - 1);
    return std::llround(number / step) * static_cast<qint64>(step);
}

QString timeLeft(const ProgressMoment &moment)
{
    if (moment.total <= 0 || moment.done <= 0 || moment.elapsed < earliestEstimate)
        return {};
    const double elapsed = static_cast<double>(moment.elapsed) / 1000;
    const double share = static_cast<double>(moment.done) / static_cast<double>(moment.total);
    const auto seconds = static_cast<qint64>(std::ceil(elapsed * (1 - share) / share));
    if (seconds <= 0)
        return {};
    const QLocale locale;
    return seconds < 90 ? Words::tr("%1 s left").arg(locale.toString(seconds))
                        : Words::tr("%1 min left").arg(locale.toString((seconds + 30) / 60));
}

QString itemsSoFar(const ProgressMoment &moment)
{
    const QLocale locale;
    const QString items = locale.toString(moment.items);
    if (moment.total <= 0 || moment.done <= 0 || moment.elapsed < earliestEstimate)
        return items;
    const double whole
        = static_cast<double>(moment.items) * static_cast<double>(moment.total) / static_cast<double>(moment.done);
    return Words::tr("%1 of about %2").arg(items, locale.toString(std::max(rounded(whole), moment.items)));
}

} // namespace

int progressShare(const ProgressMoment &moment)
{
    if (moment.total <= 0)
        return -1;
    return static_cast<int>(std::clamp<qint64>(moment.done * 1000 / moment.total, 0, 1000));
}

QString progressSentence(const ProgressMoment &moment)
{
    QStringList parts;
    if (moment.items > 0) {
        parts.append(itemsSoFar(moment));
        if (moment.elapsed >= earliestEstimate) {
            const double rate = static_cast<double>(moment.items) * 1000 / static_cast<double>(moment.elapsed);
            parts.append(Words::tr("%1/s").arg(QLocale().toString(rounded(rate))));
        }
    } else if (moment.done > 0 && moment.total > 0) {
        parts.append(Words::tr("%1 %").arg(QLocale().toString(progressShare(moment) / 10)));
    }
    const QString left = timeLeft(moment);
    if (!left.isEmpty())
        parts.append(left);
    return parts.join(u" \u00B7 "_s);
}

} // namespace tidemark
