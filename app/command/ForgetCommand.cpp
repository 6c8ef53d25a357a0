#include "collection/SavedCopies.h"
#include "command/Terminal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

int runForget(const Invocation &invocation)
{
    QVector<StoryId> ids;
    for (const QString &argument : invocation.positional()) {
        bool valid = false;
        const qint64 number = argument.toLongLong(&valid);
        if (!valid || number <= 0)
            return fail(Error{Error::Kind::Usage, Words::tr("“%1” is not a story's number.").arg(argument)});
        ids.append(StoryId{number});
    }
    if (ids.isEmpty())
        return fail(
            Error{Error::Kind::Usage, Words::tr("Name the stories by their numbers, as list prints them.")});
    std::sort(ids.begin(), ids.end());
    ids.resize(std::unique(ids.begin(), ids.end()) - ids.begin());
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const auto gone = waitFor((*collection)->forget(ids), Words::tr("Forgetting"));
    if (!gone)
        return fail(gone.error());
    if (*gone > 0)
        printLine(Words::tr("Forgotten: %1.").arg(*gone) + u' ' + whereWordsAreStill((*collection)->facts()));
    if (*gone != ids.size())
        return finished(
            fail(Error{Error::Kind::NotFound,
                       Words::tr("%1 of the named stories are not in the collection.").arg(ids.size() - *gone)}));
    return finished(Done);
}

} // namespace

Command forgetCommand()
{
    return {
        .name = u"forget"_s,
        .arguments = u"ID..."_s,
        .summary = Words::tr("take stories out for good, because someone asks to be left out"),
        .details = Words::tr(
            "Text, author and raw record go; what is left is the time, the platform and the themes, and a "
            "mark that keeps later imports from bringing the story back. A story that came without an id, a link, "
            "a time and an author is known again by its words, if they are six or more. This can't be undone."),
        .options = {collectionOption()},
        .run = runForget};
}

} // namespace tidemark
