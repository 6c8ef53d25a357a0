#include "store/Integrity.h"

#include "store/Compression.h"
#include "store/Connection.h"
#include "store/FullText.h"
#include "store/PackedAttributes.h"
#include "store/Settings.h"
#include "store/Statement.h"
#include "store/StoryKeys.h"
#include "store/Tombstones.h"
#include "theme/Codebook.h"

#include <QCoreApplication>
#include <QSet>
#include <QVariant>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostFindings = 100;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Result<> checkDatabase(Connection &connection, QStringList &findings)
{
    auto rows = connection.select(u"PRAGMA integrity_check(20)"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (const QString finding = rows->value(0).toString(); finding != "ok"_L1)
            findings.append(Words::tr("The database is damaged: %1.").arg(finding));
    }
    return {};
}

Result<> checkReferences(Connection &connection, QStringList &findings)
{
    auto rows = connection.select(u"PRAGMA foreign_key_check"_s);
    if (!rows)
        return rows.error();
    while (rows->next() && findings.size() < mostFindings) {
        findings.append(Words::tr("A row of “%1” refers to a row of “%2” that isn't there.")
                            .arg(rows->value(0).toString(), rows->value(2).toString()));
    }
    return {};
}

/// FTS5 keeps the number of its rows as the first varint of the record of averages, which is number 1.
qint64 firstVarint(const QByteArray &record)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < record.size() && i < 9; ++i) {
        const auto byte = static_cast<quint8>(record.at(i));
        if (i == 8)
            return static_cast<qint64>(number << 8 | byte);
        number = number << 7 | (byte & 0x7f);
        if (byte < 0x80)
            break;
    }
    return static_cast<qint64>(number);
}

Result<> checkFullText(Connection &connection, QStringList &findings)
{
    for (int half = 0; half < 2; ++half) {
        const QString table = QString::fromLatin1(FullText::tableOf(half));
        auto stories = connection.value(u"SELECT count(*) FROM story WHERE (id >> 16) & 1 = ?"_s, {half});
        if (!stories)
            return stories.error();
        auto record = connection.value(u"SELECT block FROM %1_data WHERE id = 1"_s.arg(table));
        if (!record)
            return record.error();
        const qint64 indexed = firstVarint(record->toByteArray());
        if (indexed != stories->toLongLong()) {
            findings.append(
                Words::tr("The full text (%1) holds %2 stories instead of %3, so searches may miss some.")
                    .arg(table)
                    .arg(indexed)
                    .arg(stories->toLongLong()));
        }
        // Reads the lists of many words, which finds damage.
        auto read = connection.value(u"SELECT count(*) FROM %1 WHERE %1 MATCH ?"_s.arg(table), {u"a*"_s});
        if (!read)
            findings.append(Words::tr("The full text can't be read: %1").arg(read.error().message));
    }
    return {};
}

Result<> checkViews(Connection &connection, QStringList &findings)
{
    auto stories = connection.value(u"SELECT (SELECT count(*) FROM story) - (SELECT count(*) FROM hidden_story)"_s);
    if (!stories)
        return stories.error();
    auto seen = connection.value(u"SELECT count(*) FROM stories WHERE story IS NOT NULL"_s);
    if (!seen) {
        findings.append(Words::tr("The view “%1” can't be read: %2").arg(u"stories"_s, seen.error().message));
    } else if (*seen != *stories) {
        findings.append(Words::tr("The view “stories” shows %1 stories instead of %2.")
                            .arg(seen->toLongLong())
                            .arg(stories->toLongLong()));
    }
    for (const QString &view : {u"story_themes"_s, u"story_attributes"_s}) {
        if (auto rows = connection.value(u"SELECT count(*) FROM %1"_s.arg(view)); !rows)
            findings.append(Words::tr("The view “%1” can't be read: %2").arg(view, rows.error().message));
    }
    return {};
}

Result<> checkTombstones(Connection &connection, QStringList &findings)
{
    auto settings = readSettings(connection);
    if (!settings)
        return settings.error();
    Tombstones tombstones(connection, settings->pseudonymKey);
    if (const auto any = tombstones.hasAny(); !any || !any.value())
        return any ? Result<>() : Result<>(any.error());
    StoryKeys identities(connection);
    Statement stories(connection, "SELECT id FROM story");
    auto row = stories.next();
    for (; row && row.value(); row = stories.next()) {
        const auto keys = identities.of(stories.story(0));
        if (!keys)
            return keys.error();
        for (const QString &key : *keys) {
            const auto gone = tombstones.has(key);
            if (!gone)
                return gone.error();
            if (gone.value())
                findings.append(Words::tr("Story %1 was taken back and is still there.").arg(stories.number(0)));
        }
    }
    return row ? Result<>() : Result<>(row.error());
}

/// The one in force is read by every opening; those on the shelf are passed over where they can't be read.
Result<> checkCodebooks(Connection &connection, QStringList &findings)
{
    Statement codebooks(connection, "SELECT number, json FROM shelved_codebook WHERE NOT deleted");
    auto row = codebooks.next();
    for (; row && row.value(); row = codebooks.next()) {
        const auto codebook = codebookFromJson(decompressed(codebooks.bytes(1)));
        if (!codebook)
            findings.append(Words::tr("Codebook %1, which is not in force, can't be read: %2")
                                .arg(codebooks.number(0))
                                .arg(codebook.error().message));
    }
    return row ? Result<>() : Result<>(row.error());
}

/// Each can be understood, and has names.
Result<> checkAttributes(Connection &connection, QStringList &findings)
{
    QSet<qint64> names;
    Statement known(connection, "SELECT id FROM attribute_name");
    auto row = known.next();
    for (; row && row.value(); row = known.next())
        names.insert(known.number(0));
    if (!row)
        return row.error();
    Statement all(connection, "SELECT story, json FROM packed_attributes");
    for (row = all.next(); row && row.value() && findings.size() < mostFindings; row = all.next()) {
        PackedAttributes packed(all.utf8(1));
        bool isRight = true;
        while (packed.next()) {
            static_cast<void>(packed.value()); // finds damage in it
            isRight = isRight && names.contains(packed.name());
        }
        if (!isRight || packed.isDamaged())
            findings.append(Words::tr("The attributes of story %1 can't be read.").arg(all.number(0)));
    }
    return row ? Result<>() : Result<>(row.error());
}

} // namespace

Result<QStringList> checkIntegrity(Connection &connection, Progress &progress)
{
    constexpr std::array steps{checkDatabase,   checkReferences, checkFullText,  checkViews,
                               checkTombstones, checkCodebooks,  checkAttributes};
    progress.total = static_cast<qint64>(steps.size());
    QStringList findings;
    for (const auto step : steps) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, Words::tr("Stopped.")};
        if (auto done = step(connection, findings); !done) {
            // Damage is an answer here, not a failure.
            if (done.error().kind != Error::Kind::Damaged)
                return done.error();
            findings.append(done.error().message);
        }
        ++progress.done;
    }
    return findings;
}

} // namespace tidemark
