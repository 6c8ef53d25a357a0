#include "command/StoryJson.h"
#include "command/Terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

/// "  name: value" for everything but the text and what is empty.
void printFields(const QJsonObject &story)
{
    for (auto it = story.begin(); it != story.end(); ++it) {
        if (it.key() == "text"_L1 || it->isNull())
            continue;
        const QVariant value = it->toVariant();
        if (it->isArray() || it->isObject()) {
            const QByteArray json = it->isArray() ? QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact)
                                                  : QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact);
            if (json.size() > 2)
                printLine(it.key() + u": "_s + QString::fromUtf8(json));
        } else if (!value.toString().isEmpty()) {
            printLine(it.key() + u": "_s + value.toString());
        }
    }
}

int runShow(const Invocation &invocation)
{
    if (invocation.positional().isEmpty())
        return fail(Error{Error::Kind::Usage, tr("Name a story by its number, as list prints it.")});
    const auto names = showsNames(invocation);
    if (!names)
        return fail(names.error());
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const CollectionFacts facts = (*collection)->facts();
    const StoryPrinting printing{facts.codebook, *names, Pseudonyms::numbered(facts.publicAccounts)};
    for (const QString &argument : invocation.positional()) {
        bool valid = false;
        const StoryId id{argument.toLongLong(&valid)};
        if (!valid)
            return fail(Error{Error::Kind::Usage, tr("“%1” is not a story's number.").arg(argument)});
        const auto story = (*collection)->story(id).result();
        if (!story)
            return fail(story.error());
        const QJsonObject whole = printing.whole(*story);
        if (invocation.has(u"json"_s)) {
            printJson(whole);
        } else {
            printFields(whole);
            printLine(u'\n' + printing.shown(story->text, story->row.platform) + u'\n');
        }
    }
    return finished(Done);
}

} // namespace

Command showCommand()
{
    return {.name = u"show"_s,
            .arguments = u"ID..."_s,
            .summary = tr("print everything about stories"),
            .details = tr("The numbers are those that list prints and exports write as “story”."),
            .options = {collectionOption(), jsonOption(), profileOption()},
            .run = runShow};
}

} // namespace tidemark
