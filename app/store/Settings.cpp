#include "store/Settings.h"

#include "store/CodebookTables.h"
#include "store/Connection.h"
#include "store/StoryJson.h"
#include "text/RandomKey.h"

#include <QDateTime>
#include <QFileInfo>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<> prepareSettings(Connection &connection)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun().error();
    auto key = connection.select(
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
        {QString::fromLatin1(settingKey::pseudonymKey), QString::fromLatin1(randomKey().toHex())});
    if (!key)
        return key.error();
    auto version = connection.value(u"SELECT version FROM codebook"_s);
    if (!version)
        return version.error();
    if (!version->isValid()) {
        if (auto written = writeCodebook(connection, shippedCodebook()); !written)
            return written.error();
    }
    if (auto noted = noteFirstCodebook(connection); !noted)
        return noted.error();
    return transaction.commit();
}

Result<StoreSettings> readSettings(Connection &connection)
{
    auto rows = connection.select(u"SELECT key, value FROM setting"_s);
    if (!rows)
        return rows.error();
    StoreSettings settings;
    while (rows->next()) {
        const QString key = rows->value(0).toString();
        const QString value = rows->value(1).toString();
        if (key == QLatin1String(settingKey::timeZone)) {
            if (const QTimeZone zone(value.toLatin1()); zone.isValid())
                settings.zone = zone;
        } else if (key == QLatin1String(settingKey::showAuthors)) {
            settings.showAuthors = value == "1"_L1;
        } else if (key == QLatin1String(settingKey::publicAccounts)) {
            settings.publicAccounts = stringsFromJson(value);
        } else if (key == QLatin1String(settingKey::pseudonymKey)) {
            settings.pseudonymKey = QByteArray::fromHex(value.toLatin1());
        } else if (key == QLatin1String(settingKey::invented)) {
            settings.invented = value == "1"_L1;
        } else if (key == QLatin1String(settingKey::keepRawRecords)) {
            settings.keepRawRecords = value == "1"_L1;
        } else if (!key.startsWith(QLatin1String(settingKey::own))) {
            settings.free.insert(key, value);
        }
    }
    return settings;
}

Result<QStringList> readPublicAccounts(Connection &connection)
{
    auto accounts = connection.value(u"SELECT value FROM setting WHERE key = ?"_s,
                                     {QString::fromLatin1(settingKey::publicAccounts)});
    return accounts ? Result<QStringList>(stringsFromJson(accounts->toString()))
                    : Result<QStringList>(accounts.error());
}

Result<> writeSetting(Connection &connection, const QString &key, const QString &value)
{
    auto done = value.isEmpty() ? connection.select(u"DELETE FROM setting WHERE key = ?"_s, {key})
                                : connection.select(u"INSERT INTO setting (key, value) VALUES (?, ?) "
                                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                                                    {key, value});
    return done ? Result<>() : Result<>(done.error());
}

Result<> noteSavedCopy(Connection &connection, const QString &path)
{
    auto noted
        = connection.select(u"INSERT INTO setting (key, value) VALUES (?, json_object(?, ?)) ON CONFLICT (key) "
                            "DO UPDATE SET value = json_patch(value, excluded.value)"_s,
                            {QString::fromLatin1(savedCopiesKey), QFileInfo(path).absoluteFilePath(),
                             QDateTime::currentMSecsSinceEpoch()});
    return noted ? Result<>() : Result<>(noted.error());
}

} // namespace tidemark
