// What FTS5 itself takes to enumerate the stories of words, both halves of the full text at the same time, with
// nobody who keeps them, as one JSON object of seconds by query: words FILE REPEAT QUERY...
#include "filter/FilterText.h"
#include "probes/Measured.h"
#include "store/Store.h"
#include "store/WordFinder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace tidemark;
using namespace tidemark::bench;

namespace {

Result<QJsonArray> enumerations(WordFinder &finder, const WordQuery &words, int repeat)
{
    const WordFinder::Visit nobody = [](StoryId) {};
    QJsonArray seconds;
    for (int i = -1; i < repeat; ++i) { // the first only warms up
        const Stopwatch watch;
        if (const auto found = finder.find(words, {nobody, nobody}); !found)
            return found.error();
        if (i >= 0)
            seconds.append(watch.seconds());
    }
    return seconds;
}

int measure(const QString &path, int repeat, const QStringList &queries)
{
    const auto first = Connection::open(path, Connection::Access::Read);
    const auto second = Connection::open(path, Connection::Access::Read);
    if (!first || !second)
        return failed((first ? second : first).error().message);
    const auto finder = WordFinder::make(**first, **second);
    if (!finder)
        return failed(finder.error().message);
    QJsonObject measured;
    for (const QString &query : queries) {
        const auto parsed = parseFilter(query, {});
        if (!std::holds_alternative<Filter>(parsed))
            return failed(u"not a filter: "_s + query);
        const auto seconds = enumerations(**finder, std::get<Filter>(parsed).words, repeat);
        if (!seconds)
            return failed(seconds.error().message);
        measured.insert(query, seconds.value());
    }
    print(measured);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() < 3)
        return failed(u"usage: words FILE REPEAT QUERY..."_s);
    if (const auto prepared = prepareSqlite(); !prepared)
        return failed(prepared.error().message);
    return measure(arguments.at(0), arguments.at(1).toInt(), arguments.mid(2));
}
