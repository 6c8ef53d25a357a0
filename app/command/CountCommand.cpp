#include "command/Terminal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

int runCount(const Invocation &invocation)
{
    auto opened = openQuestion(invocation);
    if (const int *code = std::get_if<int>(&opened))
        return *code;
    auto &question = std::get<Question>(opened);
    const auto selection
        = question.collection->select({.filter = question.filter, .timeline = {}, .facets = false}).result();
    if (!selection)
        return fail(selection.error());
    if (selection->damagedAttributes > 0)
        printNotice(damageInWords(selection->damagedAttributes));
    printLine(QString::number(selection->count()));
    return finished(Done);
}

} // namespace

Command countCommand()
{
    return {.name = u"count"_s,
            .arguments = u"[FILTER]"_s,
            .summary = QCoreApplication::translate("Command", "print the number of stories that a filter selects"),
            .details = {},
            .options = {collectionOption()},
            .run = runCount};
}

} // namespace tidemark
