#include "command/StoryJson.h"
#include "command/Terminal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QString asLine(const StoryPage &story, const StoryPrinting &printing)
{
    const StoryRow &row = story.row;
    QString opening = printing.shown(story.text, story).simplified();
    if (opening.size() > 100)
        opening = opening.left(opening.at(98).isHighSurrogate() ? 98 : 99) + u'…';
    return QString::number(toNumber(row.id)).rightJustified(8) + u"  "_s
        + (row.postedAt ? utcText(*row.postedAt) : Words::tr("undated")).leftJustified(20) + u"  "_s
        + platformKey(row.platform).leftJustified(9) + u"  "_s + voiceKey(row.voice).leftJustified(10) + u"  "_s
        + opening;
}

int runList(const Invocation &invocation)
{
    auto opened = openQuestion(invocation);
    if (const int *code = std::get_if<int>(&opened))
        return *code;
    auto &question = std::get<Question>(opened);
    const auto order = orderFrom(invocation);
    const auto limit = invocation.number(u"limit"_s, 20);
    const auto names = showsNames(invocation);
    if (!order)
        return fail(order.error());
    if (!limit)
        return fail(limit.error());
    if (!names)
        return fail(names.error());
    const auto selection = question.collection
                               ->select({.filter = question.filter,
                                         .timeline = {},
                                         .facets = false,
                                         .ranked = *order == Order::MostRelevant})
                               .result();
    if (!selection)
        return fail(selection.error());

    const CollectionFacts facts = question.collection->facts();
    const StoryPrinting printing(facts, *names);
    const bool json = invocation.has(u"json"_s);
    const auto job = question.collection->stream(selection->ids(0, *limit, *order), [&](const StoryPage &story) {
        if (json)
            printJson(printing.inBrief(story));
        else
            printLine(asLine(story, printing));
        return Result<>();
    });
    const auto streamed = job.answer.result();
    return streamed ? finished(Done) : fail(streamed.error());
}

} // namespace

Command listCommand()
{
    return {.name = u"list"_s,
            .arguments = u"[FILTER]"_s,
            .summary = Words::tr("print the first stories that a filter selects"),
            .details
            = Words::tr("With --json, one story a line. Handles in a text read person-1, person-2, ... in order of "
                        "appearance, unless the profile is full."),
            .options = {collectionOption(),
                        jsonOption(),
                        orderOption(),
                        profileOption(),
                        {u"limit"_s, u"N"_s, Words::tr("at most so many; 20 without it")}},
            .run = runList};
}

} // namespace tidemark
