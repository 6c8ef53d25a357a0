// Learning in an open collection, as one JSON object; times in seconds, of the clock and of the processors, memory
// in bytes at its highest:
//   learning FILE THEMES   learns these themes (a,b) from all stories coded by hand, scores the whole collection,
//                          has all of it coded by what was learned, and takes that back
#include "collection/Collection.h"
#include "probes/Measured.h"
#include "store/Store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::bench;

namespace {

/// Waits for an answer and measures what it took.
template<typename T>
Result<T> measured(Job<T> job, QJsonObject &into)
{
    const Stopwatch watch;
    const double before = processorSeconds();
    forgetPeak();
    Result<T> answer = job.answer.result();
    into = {{u"wall"_s, watch.seconds()}, {u"processor"_s, processorSeconds() - before}, {u"peak"_s, peakBytes()}};
    return answer;
}

int learn(Collection &collection, const QStringList &themes)
{
    const auto labels = labelsFromKeys(themes, collection.facts().codebook);
    if (!labels)
        return failed(labels.error().message);
    const auto all = collection.select({.filter = {}, .timeline = {}, .facets = false}).result();
    if (!all)
        return failed(all.error().message);
    QJsonObject learned;
    QJsonObject coded;
    QJsonObject undone;
    const auto training
        = measured(collection.trainThemes({all->allIds(Order::OldestFirst), *labels, {}, false}), learned);
    if (!training)
        return failed(training.error().message);
    if (const auto done = measured(collection.applyTraining(*training, *labels), coded); !done)
        return failed(done.error().message);
    if (const auto done = measured(collection.undo(), undone); !done)
        return failed(done.error().message);
    qint64 changes = 0;
    for (const LabelDifference &difference : training->differences)
        changes += difference.entering + difference.leaving;
    print({{u"learned"_s, learned},
           {u"coded"_s, coded},
           {u"undone"_s, undone},
           {u"coded_stories"_s, training->stories},
           {u"changes"_s, changes}});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2)
        return failed(u"usage: learning FILE THEMES"_s);
    if (const auto prepared = prepareSqlite(); !prepared)
        return failed(prepared.error().message);
    const auto collection = Collection::open(arguments.at(0), Collection::Missing::Fail);
    if (!collection)
        return failed(collection.error().message);
    return learn(**collection, arguments.at(1).split(u','));
}
