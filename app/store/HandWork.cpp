// What people do with stories: marks, codings by hand, voices, notes.

#include "store/Connection.h"
#include "store/HandThemes.h"
#include "store/Statement.h"
#include "store/StoreWriter.h"
#include "store/VoiceTables.h"

#include <QDateTime>

namespace tidemark {

namespace {

const char *columnOf(StoryMark mark)
{
    switch (mark) {
    case StoryMark::Read:
        return "read";
    case StoryMark::Starred:
        return "starred";
    case StoryMark::DoNotQuote:
        break;
    }
    return "do_not_quote";
}

constexpr int byHand = 2;

} // namespace

Result<QVector<StoryId>> StoreWriter::setMark(std::span<const StoryId> ids, StoryMark mark, bool on)
{
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    const QByteArray column(columnOf(mark));
    Statement set(*m_connection,
                  "INSERT INTO mark (story, " + column
                      + ") SELECT id, ?2 FROM story WHERE id = ?1 AND ?2 <> "
                        "coalesce((SELECT "
                      + column
                      + " FROM mark WHERE story = ?1), 0) ON CONFLICT (story) "
                        "DO UPDATE SET "
                      + column + " = excluded." + column);
    QVector<StoryId> changed;
    for (const StoryId id : ids) {
        if (auto done = set.run(id, on); !done)
            return done.error();
        if (m_connection->changes() > 0)
            changed.append(id);
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return changed;
}

Result<QVector<HandTheme>> setHandThemes(Connection &connection, const HandThemes &codings)
{
    Statement find(
        connection,
        "SELECT present, made_at, coder, run, settled FROM story LEFT JOIN coding ON story = id AND theme = ?2 "
        "AND coded_by = 2 WHERE id = ?1");
    Statement write(connection,
                    // An import that was undone brings nothing any more.
                    "INSERT INTO coding (story, theme, coded_by, present, made_at, coder, run, settled, version) "
                    "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, version FROM codebook "
                    "WHERE ?7 IS NULL OR ?7 IN (SELECT id FROM import_run) ON CONFLICT (story, theme, coded_by) "
                    "DO UPDATE SET present = excluded.present, made_at = excluded.made_at, coder = excluded.coder, "
                    "run = excluded.run, settled = excluded.settled, version = excluded.version");
    Statement clear(connection, "DELETE FROM coding WHERE story = ? AND theme = ? AND coded_by = 2");
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    QVector<HandTheme> previous;
    for (const HandTheme &value : codings.values) {
        auto row = find.bind(value.story, codings.theme).next();
        if (!row)
            return row.error();
        if (!row.value())
            continue;
        HandTheme before{value.story, std::nullopt, find.number(1)};
        if (!find.isNull(0)) {
            before.present = find.flag(0);
            before.coder = find.text(2);
            before.run = find.optionalNumber(3);
            before.settled = find.flag(4);
        }
        if (before.present == value.present)
            continue;
        const auto done = value.present
            ? write.run(value.story, codings.theme, byHand, *value.present, value.madeAt != 0 ? value.madeAt : now,
                        value.coder, value.run, value.settled)
            : clear.run(value.story, codings.theme);
        if (!done)
            return done.error();
        previous.append(before);
    }
    return previous;
}

Result<QVector<HandTheme>> readHandThemes(Connection &connection, int theme)
{
    Statement rows(
        connection,
        "SELECT story, present, made_at, coder, run, settled FROM coding WHERE theme = ? AND coded_by = 2 "
        "ORDER BY story");
    QVector<HandTheme> codings;
    auto row = rows.bind(theme).next();
    for (; row && row.value(); row = rows.next())
        codings.append(
            {rows.story(0), rows.flag(1), rows.number(2), rows.text(3), rows.optionalNumber(4), rows.flag(5)});
    return row ? Result<QVector<HandTheme>>(std::move(codings)) : Result<QVector<HandTheme>>(row.error());
}

Result<QVector<HandTheme>> StoreWriter::setTheme(int theme, const QVector<HandTheme> &values)
{
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    auto previous = setHandThemes(*m_connection, {theme, values});
    if (!previous)
        return previous;
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return previous;
}

Result<QVector<HandTheme>> StoreWriter::setTheme(int theme, std::span<const StoryId> ids,
                                                 std::optional<bool> present)
{
    QVector<HandTheme> values;
    values.reserve(static_cast<qsizetype>(ids.size()));
    for (const StoryId id : ids)
        values.append({id, present, 0});
    return setTheme(theme, values);
}

Result<QVector<HandVoice>> StoreWriter::setVoice(const QVector<HandVoice> &values)
{
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    auto previous = setHandVoices(*m_connection, values, InForce::Replaced);
    if (!previous)
        return previous.error();
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return previous;
}

Result<QVector<HandVoice>> StoreWriter::setVoice(std::span<const StoryId> ids, std::optional<Voice> voice)
{
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    QVector<HandVoice> values;
    values.reserve(static_cast<qsizetype>(ids.size()));
    for (const StoryId id : ids)
        values.append({id, voice, now});
    return setVoice(values);
}

Result<QVector<HandNote>> StoreWriter::setNotes(const QVector<HandNote> &notes)
{
    Transaction transaction(*m_connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    Statement find(*m_connection,
                   "SELECT note.text FROM story LEFT JOIN note ON note.story = story.id WHERE story.id = ?");
    Statement remove(*m_connection, "DELETE FROM note WHERE story = ?");
    Statement write(*m_connection,
                    "INSERT INTO note (story, text, written_at) VALUES (?1, ?2, ?3) ON CONFLICT (story) DO UPDATE "
                    "SET text = excluded.text, written_at = excluded.written_at");
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QVector<HandNote> previous;
    for (const HandNote &wished : notes) {
        auto row = find.bind(wished.story).next();
        if (!row)
            return row.error();
        const QString before = row.value() ? find.text(0) : QString();
        if (!row.value() || before == wished.note)
            continue;
        const auto done
            = wished.note.isEmpty() ? remove.run(wished.story) : write.run(wished.story, wished.note, now);
        if (!done)
            return done.error();
        previous.append({wished.story, before});
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return previous;
}

} // namespace tidemark
