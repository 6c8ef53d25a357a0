#include "command/Command.h"
#include "command/Terminal.h"
#include "text/NameList.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// Columns that look as if they were about people.
QStringList personalColumns(const CollectionFacts &facts, bool onlyShown)
{
    QStringList names;
    for (const AttributeFacts &attribute : facts.attributes) {
        if (attribute.personal && (attribute.ticked || !onlyShown))
            names.append(attribute.name);
    }
    return names;
}

int printSettings(const CollectionFacts &facts, bool json)
{
    if (json) {
        printJson({{u"time_zone"_s, QString::fromUtf8(facts.zone.id())},
                   {u"public_accounts"_s, QJsonArray::fromStringList(facts.publicAccounts)},
                   {u"shown_columns"_s, QJsonArray::fromStringList(personalColumns(facts, true))}});
    } else {
        printLine(u"time-zone "_s + QString::fromUtf8(facts.zone.id()));
        printLine(u"public-accounts "_s + facts.publicAccounts.join(u','));
        printLine(u"shown-columns "_s + personalColumns(facts, true).join(u','));
    }
    return finished(Done);
}

int setTimeZone(Collection &collection, const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    if (!zone.isValid())
        return fail(
            Error{Error::Kind::Usage,
                  Words::tr("There is no time zone “%1”. They are named like UTC and Europe/Berlin.").arg(name)});
    const auto done = waitFor(collection.setTimeZone(zone), Words::tr("Changing the time zone"));
    return done ? finished(Done) : fail(done.error());
}

int setPublicAccounts(Collection &collection, const QString &list)
{
    const auto done
        = waitFor(collection.setPublicAccounts(namesInList(list)), Words::tr("Changing the public accounts"));
    return done ? finished(Done) : fail(done.error());
}

int setShownColumns(Collection &collection, const QString &list)
{
    const QStringList shown = namesInList(list);
    const QStringList all = personalColumns(collection.facts(), false);
    for (const QString &name : shown) {
        if (!all.contains(name)) {
            return fail(Error{Error::Kind::Usage,
                              Words::tr("“%1” isn't among the columns that look as if they were about people: %2.")
                                  .arg(name, all.isEmpty() ? Words::tr("there are none") : all.join(u", "_s))});
        }
    }
    for (const QString &name : all) {
        const auto done
            = waitFor(collection.setTicked(name, shown.contains(name)), Words::tr("Changing the shown columns"));
        if (!done)
            return fail(done.error());
    }
    return finished(Done);
}

using Setter = int (*)(Collection &, const QString &);

const QMap<QString, Setter> &setters()
{
    static const QMap<QString, Setter> table{{u"time-zone"_s, setTimeZone},
                                             {u"public-accounts"_s, setPublicAccounts},
                                             {u"shown-columns"_s, setShownColumns}};
    return table;
}

int runSettings(const Invocation &invocation)
{
    const QStringList &words = invocation.positional();
    const Setter set = setters().value(words.value(0));
    if (!words.isEmpty() && (!set || words.size() != 2)) {
        return fail(Error{
            Error::Kind::Usage,
            Words::tr("Say “settings time-zone ZONE”, “settings public-accounts A,B” or “settings shown-columns "
                      "A,B”.")});
    }
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    if (words.isEmpty())
        return printSettings((*collection)->facts(), invocation.has(u"json"_s));
    return set(**collection, words.at(1));
}

} // namespace

Command settingsCommand()
{
    return {
        .name = u"settings"_s,
        .arguments = u"[time-zone ZONE | public-accounts A,B | shown-columns A,B]"_s,
        .summary = Words::tr("print the settings that go with a collection, or change one"),
        .details = Words::tr(
            "time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for "
            "spreadsheets; UTC at first.\n\npublic-accounts: handles of the public and of organisations, which "
            "stay as they are where people read as person-N; the list replaces the one before, and an empty one "
            "(\"\") clears it.\n\nshown-columns: those among the columns that look as if they were about people "
            "which "
            "are shown and exported pseudonymously all the same."),
        .options = {collectionOption(), jsonOption()},
        .run = runSettings};
}

} // namespace tidemark
