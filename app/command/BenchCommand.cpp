#include "command/Terminal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 pageRows = 100;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// How long each answer took, in milliseconds.
using Samples = std::vector<double>;

/// The value below which this share of the samples lies, the nearest sample.
double quantile(Samples samples, double share)
{
    std::ranges::sort(samples);
    const auto place = static_cast<size_t>(std::ceil(share * static_cast<double>(samples.size())));
    return samples[std::max<size_t>(place, 1) - 1];
}

struct Measured
{
    QString filter;
    qint64 count = 0;
    Samples warm;  ///< asked again and again
    Samples again; ///< the words and attributes looked up in the store each time
};

/// The whole answer: count, all facets, timeline, and the first page with its text.
Result<qint64> ask(Collection &collection, const SelectionQuestion &question)
{
    const auto selection = collection.select(question).result();
    if (!selection)
        return selection.error();
    const auto rows = collection.rows(selection->ids(0, pageRows, Order::NewestFirst)).result();
    return rows ? Result<qint64>(selection->count()) : Result<qint64>(rows.error());
}

Result<Measured> measure(Collection &collection, const QString &text, const Filter &filter, qint64 repeat)
{
    SelectionQuestion question{.filter = filter, .timeline = TimelineQuestion()};
    question.timeline->zone = collection.facts().zone;
    Measured measured{.filter = text, .count = 0, .warm = {}, .again = {}};
    for (const bool again : {true, false}) {
        question.askStoreAgain = again;
        Samples &samples = again ? measured.again : measured.warm;
        for (qint64 i = -1; i < repeat; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto count = ask(collection, question);
            if (!count)
                return count.error();
            if (i >= 0) // the first only warms up
                samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            measured.count = count.value();
        }
    }
    return measured;
}

QJsonObject asJson(const Samples &samples)
{
    QJsonArray all;
    for (const double sample : samples)
        all.append(sample);
    return {{u"median_ms"_s, quantile(samples, 0.5)},
            {u"p95_ms"_s, quantile(samples, 0.95)},
            {u"worst_ms"_s, quantile(samples, 1)},
            {u"samples_ms"_s, all}};
}

QString asText(const Samples &samples)
{
    QString text;
    for (const double share : {0.5, 0.95, 1.0})
        text += QString::number(quantile(samples, share), 'f', 3).rightJustified(10);
    return text;
}

void print(const Measured &measured, bool json)
{
    if (json) {
        printJson({{u"filter"_s, measured.filter},
                   {u"count"_s, measured.count},
                   {u"warm"_s, asJson(measured.warm)},
                   {u"store_asked_again"_s, asJson(measured.again)}});
        return;
    }
    printLine(QString::number(measured.count).rightJustified(12) + asText(measured.warm) + asText(measured.again)
              + u"  "_s + measured.filter);
}

int runBench(const Invocation &invocation)
{
    QStringList filters = invocation.positional();
    if (filters.isEmpty() || filters.takeFirst() != "select"_L1)
        return fail(
            Error{Error::Kind::Usage, Words::tr("What is to be measured? So far only: tidemark bench select.")});
    const auto repeat = invocation.number(u"repeat"_s, 9);
    if (!repeat)
        return fail(repeat.error());
    if (repeat.value() == 0)
        return fail(Error{Error::Kind::Usage, Words::tr("--repeat takes a number from 1 on.")});
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    if (filters.isEmpty())
        filters.append(QString());
    const bool json = invocation.has(u"json"_s);
    if (!json) {
        printLine(Words::tr("       count    median       p95     worst    median       p95     worst  filter"));
        printLine(Words::tr("             warm, ms                      store asked again, ms"));
    }
    for (const QString &text : std::as_const(filters)) {
        const auto parsed = parseFilter(text, (*collection)->names());
        if (const auto *mistake = std::get_if<Mistake>(&parsed))
            return fail(*mistake, text);
        const auto measured = measure(**collection, text, std::get<Filter>(parsed), repeat.value());
        if (!measured)
            return fail(measured.error());
        print(measured.value(), json);
    }
    return finished(Done);
}

} // namespace

Command benchCommand()
{
    return {.name = u"bench"_s,
            .arguments = u"select [FILTER]..."_s,
            .summary = Words::tr("measure how long whole answers take"),
            .details
            = Words::tr("For each FILTER (quote it, so that it is one argument) the whole answer is asked for "
                        "again and again: count, all facets, a timeline of at most 400 buckets, and the first 100 "
                        "stories with their text. The median, the 95th percentile and the worst time are printed "
                        "in milliseconds: first warm, then with words and attributes looked up in the full text "
                        "each time.\n\nWith --json each filter gives one line: filter, count, warm and "
                        "store_asked_again, each of these two with median_ms, p95_ms, worst_ms and samples_ms."),
            .options = {collectionOption(),
                        jsonOption(),
                        {u"repeat"_s, u"N"_s, Words::tr("how often each answer is measured (9)")}},
            .run = runBench};
}

} // namespace tidemark
