#include "command/Command.h"
#include "command/Terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

int printSettings(const CollectionFacts &facts, bool json)
{
    if (json) {
        printJson({{u"time_zone"_s, QString::fromUtf8(facts.zone.id())},
                   {u"public_accounts"_s, QJsonArray::fromStringList(facts.publicAccounts)}});
    } else {
        printLine(u"time-zone "_s + QString::fromUtf8(facts.zone.id()));
        printLine(u"public-accounts "_s + facts.publicAccounts.join(u','));
    }
    return finished(Done);
}

int setTimeZone(Collection &collection, const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    if (!zone.isValid())
        return fail(Error{Error::Kind::Usage,
                          tr("There is no time zone “%1”. They are named like UTC and Europe/Berlin.").arg(name)});
    const auto done = waitFor(collection.setTimeZone(zone), tr("Changing the time zone"));
    return done ? finished(Done) : fail(done.error());
}

int setPublicAccounts(Collection &collection, const QString &list)
{
    QStringList handles;
    for (const QString &handle : list.split(u',', Qt::SkipEmptyParts))
        handles.append(handle.trimmed());
    const auto done = waitFor(collection.setPublicAccounts(handles), tr("Changing the public accounts"));
    return done ? finished(Done) : fail(done.error());
}

int runSettings(const Invocation &invocation)
{
    const QStringList &words = invocation.positional();
    const QString name = words.value(0);
    const bool isKnown = name == "time-zone"_L1 || name == "public-accounts"_L1;
    if (!words.isEmpty() && (!isKnown || words.size() != 2))
        return fail(
            Error{Error::Kind::Usage, tr("Say “settings time-zone ZONE” or “settings public-accounts A,B”.")});
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    if (words.isEmpty())
        return printSettings((*collection)->facts(), invocation.has(u"json"_s));
    return name == "time-zone"_L1 ? setTimeZone(**collection, words.at(1))
                                  : setPublicAccounts(**collection, words.at(1));
}

} // namespace

Command settingsCommand()
{
    return {
        .name = u"settings"_s,
        .arguments = u"[time-zone ZONE | public-accounts A,B]"_s,
        .summary = tr("print the settings that go with a collection, or change one"),
        .details
        = tr("time-zone: that of the days in since: and until:, of timelines, and of the date and time columns for "
             "spreadsheets; UTC at first.\n\npublic-accounts: handles of the public and of organisations, which "
             "stay as they are where people read as person-N; the list replaces the one before, and an empty one "
             "(\"\") clears it."),
        .options = {collectionOption(), jsonOption()},
        .run = runSettings};
}

} // namespace tidemark
