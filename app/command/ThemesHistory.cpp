#include "collection/CodebookSteps.h"
#include "command/ThemesCommand.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

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

/// The last codebook of a version ("3"), or one of several ("3.1"), and of a title where one is given. Otherwise
/// the error.
Result<Codebook> versionOf(Collection &collection, const QString &number, const QString &title)
{
    const auto versions = collection.codebookVersions().result();
    if (!versions)
        return versions.error();
    const QVector<CodebookStep> steps = stepsOf(*versions);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Codebook &codebook = versions->at(i).codebook;
        if ((steps.at(i).number == number || QString::number(codebook.version) == number)
            && (title.isEmpty() || codebook.title == title))
            return codebook;
    }
    return Error{Error::Kind::Usage,
                 Words::tr("This collection has no version %1 of its codebook; “tidemark themes history” lists "
                           "those that it has.")
                     .arg(number)};
}

/// "3" or "3.1" is a number.
bool isVersion(const QString &number)
{
    static const QRegularExpression form(u"^[0-9]{1,9}([.][0-9]{1,9})?$"_s);
    return form.match(number).hasMatch();
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
    const QVector<CodebookStep> steps = stepsOf(*versions);
    for (qsizetype i = 0; i < versions->size(); ++i) {
        const CodebookVersion &version = versions->at(i);
        if (invocation.has(u"json"_s))
            printJson({{u"version"_s, version.codebook.version},
                       {u"number"_s, steps.at(i).number},
                       {u"codebook"_s, version.codebook.title},
                       {u"made_at"_s, momentOf(version, zone)},
                       {u"themes"_s, version.codebook.themes.size()},
                       {u"change"_s, steps.at(i).change}});
        else
            printLine(steps.at(i).number.rightJustified(6) + u"  "_s + momentOf(version, zone) + u"  "_s
                      + steps.at(i).change);
    }
    return finished(Done);
}

int showVersion(Collection &collection, const Invocation &invocation)
{
    const QString number = invocation.has(u"version"_s) ? invocation.value(u"version"_s)
                                                        : QString::number(collection.facts().codebook.version);
    if (!isVersion(number))
        return fail(Error{Error::Kind::Usage,
                          Words::tr("--version takes a number that “tidemark themes history” lists, such as 3 or "
                                    "3.2, not “%1”.")
                              .arg(number)});
    const auto codebook = versionOf(collection, number, invocation.value(u"codebook"_s));
    if (!codebook)
        return fail(codebook.error());
    const QString id = invocation.positional().value(1);
    if (!id.isEmpty() && !codebook->theme(id))
        return fail(
            Error{Error::Kind::Usage, Words::tr("Version %1 of the codebook has no theme “%2”.").arg(number, id)});
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
