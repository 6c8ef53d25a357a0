#include "collection/CodebookFile.h"
#include "command/ThemesCommand.h"
#include "theme/CodebookEditing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

void printCodebook(const Codebook &codebook, bool isInForce, bool json)
{
    if (json)
        printJson({{u"name"_s, codebook.title},
                   {u"in_force"_s, isInForce},
                   {u"themes"_s, codebook.themes.size()},
                   {u"version"_s, codebook.version}});
    else
        printLine((isInForce ? u"* "_s : u"  "_s)
                  + Words::tr("%1 (themes: %2, version %3)")
                        .arg(codebook.title)
                        .arg(codebook.themes.size())
                        .arg(codebook.version));
}

/// From a file or another collection; as a copy of what --codebook names; otherwise without themes.
Result<Codebook> themesFor(const Collection &collection, const Invocation &invocation)
{
    const QString path = invocation.positional().value(3);
    if (!path.isEmpty())
        return codebookOfFile(path);
    return invocation.has(u"codebook"_s) ? codebookOf(collection, invocation) : Codebook();
}

Result<std::monostate> add(Collection &collection, const Invocation &invocation)
{
    const auto themes = themesFor(collection, invocation);
    if (!themes)
        return themes.error();
    const QString name = invocation.positional().value(2);
    return waitFor(collection.addCodebook(newCodebook(name, themes.value(), collection.facts().codebook)),
                   Words::tr("Adding"));
}

Result<std::monostate> rename(Collection &collection, const Invocation &invocation)
{
    const QString name = invocation.positional().value(2);
    const CollectionFacts facts = collection.facts();
    qint64 number = facts.codebookNumber;
    if (facts.codebook.title != name) {
        const auto other = shelvedNamed(collection, name);
        if (!other)
            return other.error();
        number = other->number;
    }
    return waitFor(collection.renameCodebook(number, invocation.positional().value(3)), Words::tr("Renaming"));
}

Result<std::monostate> remove(Collection &collection, const Invocation &invocation)
{
    const QString name = invocation.positional().value(2);
    if (collection.facts().codebook.title == name)
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” is in force and can't be deleted. Use another codebook first.").arg(name)};
    const auto other = shelvedNamed(collection, name);
    if (!other)
        return other.error();
    if (!invocation.has(u"yes"_s))
        return Error{
            Error::Kind::Usage,
            Words::tr("This deletes “%1” with everything that was coded by hand under it. Say --yes to go on.")
                .arg(name)};
    return waitFor(collection.deleteCodebook(other->number), Words::tr("Deleting"));
}

Result<std::monostate> use(Collection &collection, const Invocation &invocation)
{
    const QString name = invocation.positional().value(2);
    if (collection.facts().codebook.title == name)
        return std::monostate();
    const auto other = shelvedNamed(collection, name);
    return other ? waitFor(collection.useCodebook(other->number), Words::tr("Coding")) : other.error();
}

} // namespace

Result<ShelvedCodebook> shelvedNamed(const Collection &collection, const QString &name)
{
    const QVector<ShelvedCodebook> shelf = collection.facts().shelf;
    const auto found = std::find_if(shelf.cbegin(), shelf.cend(),
                                    [&](const ShelvedCodebook &known) { return known.codebook.title == name; });
    if (found != shelf.cend())
        return *found;
    return Error{
        Error::Kind::Usage,
        Words::tr("This collection has no codebook named “%1”; “tidemark themes codebooks” lists those that "
                  "it has.")
            .arg(name)};
}

Result<Codebook> codebookOf(const Collection &collection, const Invocation &invocation)
{
    const Codebook inForce = collection.facts().codebook;
    const QString name = invocation.value(u"codebook"_s, inForce.title);
    if (name == inForce.title)
        return inForce;
    const auto other = shelvedNamed(collection, name);
    return other ? Result<Codebook>(other->codebook) : Result<Codebook>(other.error());
}

int listCodebooks(Collection &collection, const Invocation &invocation)
{
    const CollectionFacts facts = collection.facts();
    const bool json = invocation.has(u"json"_s);
    printCodebook(facts.codebook, true, json);
    for (const ShelvedCodebook &other : facts.shelf)
        printCodebook(other.codebook, false, json);
    return finished(Done);
}

int changeCodebooks(Collection &collection, const Invocation &invocation)
{
    struct Word
    {
        QString word;
        QVector<qsizetype> words; ///< with “codebooks” and itself
        Result<std::monostate> (*run)(Collection &, const Invocation &);
    };
    static const QVector<Word> known{
        {u"add"_s, {3, 4}, add}, {u"use"_s, {3}, use}, {u"rename"_s, {4}, rename}, {u"remove"_s, {3}, remove}};
    const QStringList words = invocation.positional();
    const auto found = std::find_if(known.cbegin(), known.cend(), [&](const Word &one) {
        return one.word == words.value(1) && one.words.contains(words.size());
    });
    if (found == known.cend())
        return fail(
            Error{Error::Kind::Usage,
                  Words::tr("Codebooks are changed by: codebooks add NAME [FILE], codebooks use NAME, codebooks "
                            "rename NAME NEW, codebooks remove NAME.")});
    const auto done = found->run(collection, invocation);
    return done ? listCodebooks(collection, invocation) : fail(done.error());
}

} // namespace tidemark
