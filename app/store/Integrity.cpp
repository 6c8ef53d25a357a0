#include "store/Integrity.h"

#include "store/Compression.h"
#include "store/Connection.h"
#include "store/Findings.h"
#include "store/FullText.h"
#include "store/KeyCheck.h"
#include "store/PackedAttributes.h"
#include "store/Statement.h"
#include "store/StopsOn.h"
#include "theme/Codebook.h"

#include <QCoreApplication>
#include <QSet>
#include <QVariant>

#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Result<> checkDatabase(Connection &connection, Findings &findings, const Progress &)
{
    auto rows = connection.select(u"PRAGMA integrity_check(20)"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (const QString finding = rows->value(0).toString(); finding != "ok"_L1)
            findings.add(Words::tr("The database is damaged: %1.").arg(finding));
    }
    return {};
}

Result<> checkReferences(Connection &connection, Findings &findings, const Progress &)
{
    auto rows = connection.select(u"PRAGMA foreign_key_check"_s);
    if (!rows)
        return rows.error();
    while (rows->next() && !findings.isFull()) {
        findings.add(Words::tr("A row of “%1” refers to a row of “%2” that isn't there.")
                         .arg(rows->value(0).toString(), rows->value(2).toString()));
    }
    // No foreign key, for without an index each run that goes would cost a pass over all stories.
    auto lost = connection.value(
        u"SELECT EXISTS (SELECT 1 FROM story WHERE first_run IS NOT NULL AND first_run NOT IN (SELECT id FROM import_run))"_s);
    if (!lost)
        return lost.error();
    if (lost->toBool()) {
        findings.add(
            Words::tr("A row of “%1” refers to a row of “%2” that isn't there.").arg(u"story"_s, u"import_run"_s));
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

Result<> checkFullText(Connection &connection, Findings &findings, const Progress &)
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
            findings.add(Words::tr("The full text (%1) holds %2 stories instead of %3, so searches may miss some.")
                             .arg(table)
                             .arg(indexed)
                             .arg(stories->toLongLong()));
        }
        // Reads the lists of many words, which finds damage.
        auto read = connection.value(u"SELECT count(*) FROM %1 WHERE %1 MATCH ?"_s.arg(table), {u"a*"_s});
        if (!read)
            findings.add(Words::tr("The full text can't be read: %1").arg(read.error().message));
    }
    return {};
}

Result<> checkViews(Connection &connection, Findings &findings, const Progress &)
{
    auto stories = connection.value(u"SELECT (SELECT count(*) FROM story) - (SELECT count(*) FROM hidden_story)"_s);
    if (!stories)
        return stories.error();
    auto seen = connection.value(u"SELECT count(*) FROM stories WHERE story IS NOT NULL"_s);
    if (!seen) {
        findings.add(Words::tr("The view “%1” can't be read: %2").arg(u"stories"_s, seen.error().message));
    } else if (*seen != *stories) {
        findings.add(Words::tr("The view “stories” shows %1 stories instead of %2.")
                         .arg(seen->toLongLong())
                         .arg(stories->toLongLong()));
    }
    // Their tables are looked at as such.
    for (const QString &view :
         {u"story_themes"_s, u"story_attributes"_s, u"whole_provenance"_s, u"story_permalink"_s}) {
        if (auto rows = connection.value(u"SELECT count(*) FROM (SELECT * FROM %1 LIMIT 1000)"_s.arg(view)); !rows)
            findings.add(Words::tr("The view “%1” can't be read: %2").arg(view, rows.error().message));
    }
    return {};
}

/// The one in force is read by every opening; those on the shelf are passed over where they can't be read.
Result<> checkCodebooks(Connection &connection, Findings &findings, const Progress &)
{
    Statement codebooks(connection, "SELECT number, json FROM shelved_codebook WHERE NOT deleted");
    auto row = codebooks.next();
    for (; row && row.value(); row = codebooks.next()) {
        const auto codebook = codebookFromJson(decompressed(codebooks.bytes(1)));
        if (!codebook)
            findings.add(Words::tr("Codebook %1, which is not in force, can't be read: %2")
                             .arg(codebooks.number(0))
                             .arg(codebook.error().message));
    }
    return row ? Result<>() : Result<>(row.error());
}

/// Each can be understood, and has names.
Result<> checkAttributes(Connection &connection, Findings &findings, const Progress &)
{
    QSet<qint64> names;
    Statement known(connection, "SELECT id FROM attribute_name");
    auto row = known.next();
    for (; row && row.value(); row = known.next())
        names.insert(known.number(0));
    if (!row)
        return row.error();
    Statement all(connection, "SELECT story, json FROM packed_attributes");
    for (row = all.next(); row && row.value() && !findings.isFull(); row = all.next()) {
        PackedAttributes packed(all.utf8(1));
        bool isRight = true;
        while (packed.next()) {
            static_cast<void>(packed.value()); // finds damage in it
            isRight = isRight && names.contains(packed.name());
        }
        if (!isRight || packed.isDamaged())
            findings.add(Words::tr("The attributes of story %1 can't be read.").arg(all.number(0)));
    }
    return row ? Result<>() : Result<>(row.error());
}

} // namespace

Result<QStringList> checkIntegrity(Connection &connection, Progress &progress)
{
    constexpr std::array steps{checkDatabase, checkReferences, checkFullText,  checkViews,
                               checkKeys,     checkCodebooks,  checkAttributes};
    progress.total = static_cast<qint64>(steps.size());
    const StopsOn stop(connection, progress);
    Findings findings;
    for (const auto step : steps) {
        const auto done = step(connection, findings, progress);
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, Words::tr("Stopped.")};
        if (!done) {
            // Damage is an answer here, not a failure.
            if (done.error().kind != Error::Kind::Damaged)
                return done.error();
            findings.add(done.error().message);
        }
        ++progress.done;
    }
    return findings.all();
}

} // namespace tidemark
