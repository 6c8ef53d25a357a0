#include "command/ThemesCommand.h"
#include "theme/CodebookEditing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QString momentOf(const CodebookVersion &version, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(version.madeAt, zone).toString(Qt::ISODate);
}

/// The last codebook of a version, and of a title where one is given. Otherwise the error.
Result<Codebook> versionOf(Collection &collection, int number, const QString &title)
{
    const auto versions = collection.codebookVersions().result();
    if (!versions)
        return versions.error();
    const auto found = std::find_if(versions->cbegin(), versions->cend(), [&](const CodebookVersion &known) {
        return known.codebook.version == number && (title.isEmpty() || known.codebook.title == title);
    });
    if (found == versions->cend())
        return Error{Error::Kind::Usage,
                     Words::tr("This collection has no version %1 of its codebook; “tidemark themes history” lists "
                               "those that it has.")
                         .arg(number)};
    return found->codebook;
}

void printTheme(const Codebook &codebook, const Theme &theme)
{
    printLine(theme.name + u" ("_s + theme.id + u")"_s);
    if (!theme.group.isEmpty())
        printLine(Words::tr("Group: %1").arg(codebook.groupName(theme.group)));
    printLine(theme.definition);
    printLine(Words::tr("Rule: %1").arg(theme.rule));
}

} // namespace

int listVersions(Collection &collection, const Invocation &invocation)
{
    const auto versions = collection.codebookVersions().result();
    if (!versions)
        return fail(versions.error());
    const QTimeZone zone = collection.facts().zone;
    for (qsizetype i = 0; i < versions->size(); ++i) {
        const CodebookVersion &version = versions->at(i);
        const QString change = i + 1 < versions->size()
            ? changeInWords(versions->at(i + 1).codebook, version.codebook)
            : Words::tr("The first one");
        if (invocation.has(u"json"_s))
            printJson({{u"version"_s, version.codebook.version},
                       {u"codebook"_s, version.codebook.title},
                       {u"made_at"_s, momentOf(version, zone)},
                       {u"themes"_s, version.codebook.themes.size()},
                       {u"change"_s, change}});
        else
            printLine(QString::number(version.codebook.version).rightJustified(6) + u"  "_s
                      + momentOf(version, zone) + u"  "_s + change);
    }
    return finished(Done);
}

int showVersion(Collection &collection, const Invocation &invocation)
{
    const auto number
        = invocation.number(u"version"_s, collection.facts().codebook.version, std::numeric_limits<int>::max());
    if (!number)
        return fail(number.error());
    const auto codebook = versionOf(collection, static_cast<int>(*number), invocation.value(u"codebook"_s));
    if (!codebook)
        return fail(codebook.error());
    const QString id = invocation.positional().value(1);
    if (!id.isEmpty() && !codebook->theme(id))
        return fail(Error{Error::Kind::Usage,
                          Words::tr("Version %1 of the codebook has no theme “%2”.").arg(*number).arg(id)});
    if (invocation.has(u"json"_s)) {
        printJson(QJsonDocument::fromJson(codebookToJson(*codebook)).object());
        return finished(Done);
    }
    for (const Theme &theme : codebook->themes) {
        if (!id.isEmpty() && theme.id != id)
            continue;
        printTheme(*codebook, theme);
        printLine(QString());
    }
    return finished(Done);
}

} // namespace tidemark
