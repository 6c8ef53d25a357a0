#include "store/Settings.h"

#include "store/Connection.h"
#include "store/StoryJson.h"
#include "text/RandomKey.h"

#include <QCoreApplication>
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

Result<Codebook> readCodebook(Connection &connection)
{
    auto json = connection.value(u"SELECT json FROM codebook"_s);
    if (!json)
        return json.error();
    return codebookFromJson(json->toString().toUtf8());
}

Result<> writeCodebook(Connection &connection, const Codebook &codebook)
{
    auto whole
        = connection.select(u"INSERT INTO codebook (only, version, json) VALUES (1, ?, ?) ON CONFLICT (only) "
                            "DO UPDATE SET version = excluded.version, json = excluded.json"_s,
                            {codebook.version, QString::fromUtf8(codebookToJson(codebook))});
    if (!whole)
        return whole.error();
    for (const Theme &theme : codebook.themes) {
        auto written = connection.select(
            u"INSERT INTO theme (number, id, name, theme_group, definition, rule) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (number) DO UPDATE SET id = excluded.id, name = excluded.name, "
            "theme_group = excluded.theme_group, definition = excluded.definition, rule = excluded.rule"_s,
            {theme.number, theme.id, theme.name, theme.group, theme.definition, theme.rule});
        if (!written)
            return written.error();
    }
    auto used = connection.value(u"SELECT id FROM theme WHERE number >= ? AND EXISTS "
                                 "(SELECT 1 FROM coding WHERE coding.theme = theme.number UNION ALL "
                                 "SELECT 1 FROM coder_coding WHERE coder_coding.theme = theme.number UNION ALL "
                                 "SELECT 1 FROM theme_model WHERE theme_model.theme = theme.number)"_s,
                                 {codebook.themes.size()});
    if (!used)
        return used.error();
    if (used->isValid()) {
        return Error{
            Error::Kind::Usage,
            QCoreApplication::translate(
                "Store", "The theme “%1” can't leave the codebook, for stories were coded with it by hand.")
                .arg(used->toString())};
    }
    auto gone = connection.select(u"DELETE FROM theme WHERE number >= ?"_s, {codebook.themes.size()});
    return gone ? Result<>() : Result<>(gone.error());
}

} // namespace tidemark
