#include "command/Explaining.h"
#include "command/StoryJson.h"
#include "command/Terminal.h"
#include "theme/RuleCoder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// A value as people read it; empty for what says nothing.
QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : QString();
    if (!value.isArray() && !value.isObject())
        return value.toVariant().toString();
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &part : list)
            parts.append(plainText(part));
        return parts.join(list.at(0).isObject() ? u"; "_s : u", "_s);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = it->isBool() && !it->toBool() ? Words::tr("no") : plainText(*it);
        if (!text.isEmpty())
            parts.append(it.key() + u' ' + text);
    }
    return parts.join(u", "_s);
}

/// "name: value" for everything but the text and what says nothing.
void printFields(const QJsonObject &story)
{
    for (auto it = story.begin(); it != story.end(); ++it) {
        const QString value = plainText(*it);
        if (it.key() != "text"_L1 && !value.isEmpty())
            printLine(it.key() + u": "_s + value);
    }
}

int runShow(const Invocation &invocation)
{
    if (invocation.positional().isEmpty())
        return fail(Error{Error::Kind::Usage, Words::tr("Name a story by its number, as list prints it.")});
    const auto names = showsNames(invocation);
    if (!names)
        return fail(names.error());
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const CollectionFacts facts = (*collection)->facts();
    const StoryPrinting printing(facts, *names);
    std::optional<RuleCoder> rules;
    if (invocation.has(u"explain"_s))
        rules.emplace(facts.codebook);
    for (const QString &argument : invocation.positional()) {
        bool valid = false;
        const StoryId id{argument.toLongLong(&valid)};
        if (!valid)
            return fail(Error{Error::Kind::Usage, Words::tr("“%1” is not a story's number.").arg(argument)});
        const auto story = (*collection)->story(id).result();
        if (!story)
            return fail(story.error());
        QJsonObject whole = printing.whole(*story);
        if (rules) {
            const auto reasons = explained(*story, **collection, *rules, printing);
            if (!reasons)
                return fail(reasons.error());
            whole.insert(u"explained"_s, *reasons);
        }
        if (invocation.has(u"json"_s)) {
            printJson(whole);
        } else {
            printFields(whole);
            printLine(u'\n' + printing.shown(story->text, *story) + u'\n');
        }
    }
    return finished(Done);
}

} // namespace

Command showCommand()
{
    return {.name = u"show"_s,
            .arguments = u"ID..."_s,
            .summary = Words::tr("print everything about stories"),
            .details
            = Words::tr("The numbers are those that list prints and exports write as “story”. --explain says "
                        "what each theme and the voice rest on: the words that a rule found, or how likely a "
                        "model holds it, from which probability on it codes it, and the words that spoke most "
                        "for it and against it."),
            .options = {collectionOption(),
                        jsonOption(),
                        profileOption(),
                        {u"explain"_s, {}, Words::tr("say what each theme and the voice rest on")}},
            .run = runShow};
}

} // namespace tidemark
