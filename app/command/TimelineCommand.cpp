#include "command/Terminal.h"
#include "filter/LocalClock.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<std::optional<Facet>> splitFrom(const Invocation &invocation)
{
    const QString split = invocation.value(u"split"_s);
    if (!invocation.has(u"split"_s))
        return std::optional<Facet>();
    if (split == "theme"_L1)
        return std::optional(Facet::Theme);
    if (split == "voice"_L1)
        return std::optional(Facet::Voice);
    if (split == "platform"_L1)
        return std::optional(Facet::Platform);
    if (split == "language"_L1)
        return std::optional(Facet::Language);
    return Error{Error::Kind::Usage,
                 Words::tr("--split is theme, voice, platform or language, not “%1”.").arg(split)};
}

Result<TimelineQuestion> questionFrom(const Invocation &invocation, const QTimeZone &zone)
{
    TimelineQuestion question;
    question.zone = zone;
    if (invocation.has(u"by"_s)) {
        question.by = granularityFromKey(invocation.value(u"by"_s));
        if (!question.by)
            return Error{Error::Kind::Usage,
                         Words::tr("--by is minute, hour, day, week, month or year, not “%1”.")
                             .arg(invocation.value(u"by"_s))};
    }
    if (invocation.has(u"count"_s)) {
        const auto counting = countingFromKey(invocation.value(u"count"_s));
        if (!counting)
            return Error{
                Error::Kind::Usage,
                Words::tr("--count is stories, posts or accounts, not “%1”.").arg(invocation.value(u"count"_s))};
        question.counting = *counting;
    }
    const auto split = splitFrom(invocation);
    if (!split)
        return split.error();
    question.split = *split;
    return question;
}

void printAsJson(const Timeline &timeline, const QTimeZone &zone)
{
    QJsonArray buckets;
    for (qsizetype i = 0; i < timeline.starts.size(); ++i) {
        QJsonObject bucket{{u"start"_s, zonedText(timeline.starts.at(i), zone)},
                           {u"count"_s, timeline.counts.at(i)}};
        if (!timeline.series.isEmpty()) {
            QJsonObject parts;
            for (const TimelineSeries &series : timeline.series)
                parts.insert(series.key, series.counts.at(i));
            bucket.insert(u"split"_s, parts);
        }
        buckets.append(bucket);
    }
    printJson({{u"by"_s, granularityKey(timeline.by)},
               {u"time_zone"_s, QString::fromUtf8(zone.id())},
               {u"counted"_s, countingKey(timeline.counting)},
               {u"buckets"_s, buckets},
               {u"undated"_s, timeline.undated}});
}

void printAsText(const Timeline &timeline, const QTimeZone &zone)
{
    for (qsizetype i = 0; i < timeline.starts.size(); ++i) {
        QString line
            = zonedText(timeline.starts.at(i), zone) + QString::number(timeline.counts.at(i)).rightJustified(12);
        for (const TimelineSeries &series : timeline.series)
            line += u"  "_s + series.key + u' ' + QString::number(series.counts.at(i));
        printLine(line);
    }
    printLine(Words::tr("undated") + QString::number(timeline.undated).rightJustified(12));
}

/// The buckets reach from the first to the last of the stories asked for, or as far as the filter says.
Result<TimeSpan> spanOfStories(const Question &question)
{
    const auto selection
        = question.collection->select({.filter = question.filter, .timeline = {}, .facets = false}).result();
    if (!selection)
        return selection.error();
    const auto times = selection->times();
    if (!times)
        return TimeSpan{0, 0};
    const TimeSpan &asked = question.filter.span;
    return TimeSpan{asked.from ? std::nullopt : std::optional(times->first),
                    asked.until ? std::nullopt : std::optional(times->second + 1)};
}

int runTimeline(const Invocation &invocation)
{
    auto opened = openQuestion(invocation);
    if (const int *code = std::get_if<int>(&opened))
        return *code;
    auto &question = std::get<Question>(opened);
    const QTimeZone zone = question.collection->facts().zone;
    auto asked = questionFrom(invocation, zone);
    if (!asked)
        return fail(asked.error());
    if (asked->counting == Counting::Stories) {
        const auto within = spanOfStories(question);
        if (!within)
            return fail(within.error());
        asked->within = *within;
    }
    const auto selection
        = question.collection->select({.filter = question.filter, .timeline = *asked, .facets = false}).result();
    if (!selection)
        return fail(selection.error());
    if (asked->by && selection->timeline.by != *asked->by) {
        return fail(
            Error{Error::Kind::Usage,
                  Words::tr("The stories lie too far apart to be counted by %1. Narrow them with since: and "
                            "until:, or say --by %2.")
                      .arg(granularityKey(*asked->by), granularityKey(selection->timeline.by))});
    }
    if (invocation.has(u"json"_s))
        printAsJson(selection->timeline, zone);
    else
        printAsText(selection->timeline, zone);
    return finished(Done);
}

} // namespace

Command timelineCommand()
{
    return {.name = u"timeline"_s,
            .arguments = u"[FILTER]"_s,
            .summary = Words::tr("print the volume over time"),
            .details = Words::tr(
                "Buckets without a story are printed too. Stories without a date are counted apart: the "
                "buckets and the undated ones together are the filter's count (in stories). Times are in the "
                "collection's time zone."),
            .options
            = {collectionOption(),
               jsonOption(),
               {u"by"_s, u"SPAN"_s, Words::tr("minute, hour, day, week, month or year; without it, what fits")},
               {u"count"_s, u"WHAT"_s,
                Words::tr("stories (the default), posts (with reposts) or accounts (distinct in each bucket)")},
               {u"split"_s, u"FACET"_s, Words::tr("theme, voice, platform or language")}},
            .run = runTimeline};
}

} // namespace tidemark
