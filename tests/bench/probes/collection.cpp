// A collection without a window, as one JSON object; times in seconds, memory in bytes:
//   collection open FILE           how long it takes to open with its whole index, and what that holds in memory
//   collection insert FILE COUNT   single stories imported into the open collection, one after the other
//   collection theme FILE          one theme set on all stories by hand as one action, and taken back
#include "collection/Collection.h"
#include "probes/Measured.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::bench;

namespace {

/// An invented story that no collection has.
QByteArray newStory(int number)
{
    return R"({"format":"tidemark-stories","version":1,"invented":true})"
           "\n"
           R"({"platform":"other","id":"single-)"
        + QByteArray::number(number) + R"(","posted_at":"2018-01-02T03:04:05Z","language":"en",)"
        + R"("text":"Invented and alone: my boss at work )" + QByteArray::number(number) + "\"}\n";
}

int insert(Collection &collection, int count)
{
    const QTemporaryDir folder;
    const int first = static_cast<int>(collection.facts().stories);
    QJsonArray seconds;
    for (int number = first; number < first + count; ++number) {
        QFile file(folder.filePath(u"%1.jsonl"_s.arg(number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(newStory(number)) < 0)
            return failed(file.errorString());
        file.close();
        const Stopwatch watch;
        const auto report = collection.import(file.fileName(), {}).answer.result();
        if (!report || report->counts.added != 1)
            return failed(report ? u"a single story was not added"_s : report.error().message);
        seconds.append(watch.seconds());
    }
    print({{u"inserts"_s, seconds}});
    return 0;
}

int theme(Collection &collection)
{
    const auto all = collection.select({.filter = {}, .timeline = {}, .facets = false}).result();
    if (!all)
        return failed(all.error().message);
    const QVector<StoryId> ids = all->allIds(Order::OldestFirst);
    const Stopwatch setting;
    if (const auto done = collection.setTheme(ids, 0, true).answer.result(); !done)
        return failed(done.error().message);
    const double set = setting.seconds();
    const Stopwatch undoing;
    if (const auto done = collection.undo().answer.result(); !done)
        return failed(done.error().message);
    print({{u"set"_s, set}, {u"undone"_s, undoing.seconds()}});
    return 0;
}

int measure(const QString &what, const QString &path, int count)
{
    const double before = residentBytes();
    const Stopwatch watch;
    const auto collection = Collection::open(path, Collection::Missing::Fail);
    if (!collection)
        return failed(collection.error().message);
    // The first whole answer waits for the whole index, however early the collection could be used.
    const auto all = (*collection)->select({.filter = {}, .timeline = TimelineQuestion()}).result();
    if (!all)
        return failed(all.error().message);
    if (what == "open"_L1) {
        print({{u"open"_s, watch.seconds()},
               {u"resident"_s, residentBytes() - before},
               {u"stories"_s, all->count()}});
        return 0;
    }
    return what == "insert"_L1 ? insert(**collection, count) : theme(**collection);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 2)
        return failed(u"usage: collection open|insert|theme FILE [COUNT]"_s);
    if (const auto prepared = prepareSqlite(); !prepared)
        return failed(prepared.error().message);
    return measure(arguments.at(0), arguments.at(1), arguments.value(2, u"100"_s).toInt());
}
