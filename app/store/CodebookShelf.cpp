#include "store/CodebookShelf.h"

#include "store/CodebookTables.h"
#include "store/Compression.h"
#include "store/ModelTables.h"
#include "store/Statement.h"
#include "store/WriterTables.h"
#include "theme/CodebookEditing.h"
#include "theme/RuleHits.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Error noSuchCodebook()
{
    return {Error::Kind::NotFound,
            QCoreApplication::translate("Store", "This codebook is not in the collection any more.")};
}

Result<Codebook> readShelved(Connection &connection, qint64 number)
{
    const auto json = connection.value(u"SELECT json FROM shelved_codebook WHERE number = ?"_s, {number});
    if (!json)
        return json.error();
    return json->isValid() ? codebookFromJson(decompressed(json->toByteArray())) : noSuchCodebook();
}

Result<> runAll(Connection &connection, qint64 number, std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        if (auto done = Statement(connection, sql).run(number); !done)
            return done;
    }
    return {};
}

/// What the models in force code, and that they do, leaves; gives which they were.
Result<QVector<LabelCoder>> backToRules(Connection &connection, const HitFinder &finder, Progress &progress)
{
    auto coders = readLabelCoders(connection);
    if (!coders)
        return coders;
    for (LabelCoder &coder : *coders)
        coder.model = 0;
    return setLabelCoders(connection, *coders, finder, progress);
}

/// Puts what is in force on the shelf. Nothing is coded by people or models then, and there is no theme.
Result<> shelve(Connection &connection, const Codebook &codebook, qint64 number, Progress &progress)
{
    auto added = connection.select(u"INSERT INTO shelved_codebook (number, json) VALUES (?, ?)"_s,
                                   {number, compressed(codebookToJson(codebook))});
    if (!added)
        return added.error();
    const auto coders = backToRules(connection, HitFinder(codebook), progress);
    if (!coders)
        return coders.error();
    Statement add(connection, "INSERT INTO shelved_label_coder (codebook, kind, label, model) VALUES (?, ?, ?, ?)");
    for (const LabelCoder &coder : *coders) {
        if (auto done = add.run(number, static_cast<int>(coder.label.kind), coder.label.number, coder.model); !done)
            return done;
    }
    auto copied
        = runAll(connection, number,
                 {"INSERT INTO shelved_coding (story, codebook, theme, present, coder, made_at, version, run, "
                  "settled) SELECT story, ?, theme, present, coder, made_at, version, run, settled FROM coding",
                  "INSERT INTO shelved_coder_coding (story, codebook, theme, coder, present, made_at) "
                  "SELECT story, ?, theme, coder, present, made_at FROM coder_coding"});
    // The other's themes may have the same ids under other numbers.
    return copied ? connection.run("DELETE FROM coding; DELETE FROM coder_coding; DELETE FROM theme") : copied;
}

Result<QVector<LabelCoder>> shelvedCoders(Connection &connection, qint64 number)
{
    Statement rows(connection,
                   "SELECT kind, label, model FROM shelved_label_coder WHERE codebook = ? ORDER BY 1, 2");
    QVector<LabelCoder> coders;
    auto row = rows.bind(number).next();
    for (; row && row.value(); row = rows.next())
        coders.append({{static_cast<Label::Kind>(rows.integer(0)), rows.integer(1)}, rows.number(2)});
    return row ? Result<QVector<LabelCoder>>(std::move(coders)) : Result<QVector<LabelCoder>>(row.error());
}

/// Takes what was said under a codebook, which is in force now, off the shelf.
Result<> unshelve(Connection &connection, const Codebook &codebook, qint64 number, Progress &progress)
{
    auto copied
        = runAll(connection, number,
                 {"INSERT INTO coding (story, theme, coded_by, present, coder, made_at, version, run, settled) "
                  "SELECT story, theme, 2, present, coder, made_at, version, run, settled FROM shelved_coding "
                  "WHERE codebook = ?",
                  "INSERT INTO coder_coding (story, theme, coder, present, made_at) SELECT story, theme, coder, "
                  "present, made_at FROM shelved_coder_coding WHERE codebook = ?"});
    if (!copied)
        return copied;
    const auto coders = shelvedCoders(connection, number);
    if (!coders)
        return coders.error();
    if (auto coded = setLabelCoders(connection, *coders, HitFinder(codebook), progress); !coded)
        return coded.error();
    return runAll(connection, number,
                  {"UPDATE codebook SET number = ?", "DELETE FROM shelved_codebook WHERE number = ?"});
}

} // namespace

Result<QVector<ShelvedCodebook>> readShelf(Connection &connection)
{
    auto rows = connection.select(u"SELECT number, json FROM shelved_codebook WHERE NOT deleted"_s);
    if (!rows)
        return rows.error();
    QVector<ShelvedCodebook> shelf;
    while (rows->next()) {
        auto codebook = codebookFromJson(decompressed(rows->value(1).toByteArray()));
        if (codebook)
            shelf.append({rows->value(0).toLongLong(), std::move(codebook).value()});
    }
    std::sort(shelf.begin(), shelf.end(), [](const ShelvedCodebook &one, const ShelvedCodebook &other) {
        return one.codebook.title.localeAwareCompare(other.codebook.title) < 0;
    });
    return shelf;
}

Result<qint64> numberInForce(Connection &connection)
{
    const auto number = connection.value(u"SELECT number FROM codebook"_s);
    return number ? Result<qint64>(number->toLongLong()) : Result<qint64>(number.error());
}

Result<qint64> addToShelf(Connection &connection, const Codebook &codebook)
{
    auto added
        = connection.select(u"INSERT INTO shelved_codebook (number, json, deleted) SELECT max(number) + 1, ?, 1 "
                            "FROM (SELECT number FROM codebook UNION ALL SELECT number FROM shelved_codebook)"_s,
                            {compressed(codebookToJson(codebook))});
    return added ? Result<qint64>(added->lastInsertId().toLongLong()) : Result<qint64>(added.error());
}

Result<bool> keepOnShelf(Connection &connection, qint64 number, bool kept)
{
    auto done = connection.select(u"UPDATE shelved_codebook SET deleted = ? WHERE number = ?"_s, {!kept, number});
    return done ? Result<bool>(connection.changes() > 0) : Result<bool>(done.error());
}

Result<bool> renameOnShelf(Connection &connection, qint64 number, const QString &title)
{
    auto codebook = readShelved(connection, number);
    if (!codebook)
        return codebook.error().kind == Error::Kind::NotFound ? Result<bool>(false) : codebook.error();
    codebook->title = title;
    auto done = connection.select(u"UPDATE shelved_codebook SET json = ? WHERE number = ?"_s,
                                  {compressed(codebookToJson(codebook.value())), number});
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<> clearShelf(Connection &connection)
{
    return connection.run("DELETE FROM shelved_codebook WHERE deleted");
}

Result<qint64> bringIntoForce(WriterTables &tables, qint64 number, Progress &progress)
{
    Connection &connection = tables.connection;
    const auto before = readCodebook(connection);
    if (!before)
        return before.error();
    const auto previous = numberInForce(connection);
    if (!previous)
        return previous;
    auto after = readShelved(connection, number);
    if (!after)
        return after.error();
    after->version = nextVersion(*before, *after);
    if (auto done = shelve(connection, *before, *previous, progress); !done)
        return done.error();
    if (auto changed = changeCodebook(tables, {*after}, progress); !changed)
        return changed.error();
    if (auto done = unshelve(connection, *after, number, progress); !done)
        return done.error();
    return previous;
}

} // namespace tidemark
