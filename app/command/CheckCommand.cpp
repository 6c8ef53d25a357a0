#include "command/Terminal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

int runCheck(const Invocation &invocation)
{
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const auto problems = waitFor((*collection)->check(), Words::tr("Checking"));
    if (!problems)
        return fail(problems.error());
    for (const QString &problem : *problems)
        printLine(problem);
    if (problems->isEmpty())
        printLine(Words::tr("The collection is whole: %1 stories.").arg((*collection)->facts().stories));
    return finished(problems->isEmpty() ? Done : Failed);
}

} // namespace

Command checkCommand()
{
    return {.name = u"check"_s,
            .arguments = {},
            .summary = Words::tr("look whether a collection is whole"),
            .details = Words::tr("Reads the whole file. Prints a sentence for each thing that is wrong."),
            .options = {collectionOption()},
            .run = runCheck};
}

} // namespace tidemark
