#pragma once

#include <QString>

namespace tidemark {

/// How far a job is, at one moment; the units are those of story/Progress.h.
struct ProgressMoment
{
    qint64 done = 0;
    qint64 total = -1;
    qint64 items = 0;
    qint64 elapsed = 0; ///< milliseconds since the job began
};

/// "412,000 of about 1,000,000 · 98,000/s · 6 s left", in the user's locale; empty while nothing is known.
/// A job that counts no items says its share instead: "42 % · 6 s left".
QString progressSentence(const ProgressMoment &moment);

/// Thousandths of the whole, or -1 where the whole isn't known.
int progressShare(const ProgressMoment &moment);

} // namespace tidemark
