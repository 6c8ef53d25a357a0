#include "store/CoderTables.h"

#include "store/Statement.h"
#include "store/StoredNumbers.h"

#include <QDateTime>

namespace tidemark {

namespace {

constexpr char keepFirstSql[]
    = "INSERT INTO coder_coding (story, theme, coder, present, made_at) "
      "SELECT story, theme, coder, present, made_at FROM coding WHERE story = ?1 AND theme = ?2 AND coded_by = 2 "
      "AND coder <> ?3 AND NOT EXISTS (SELECT 1 FROM coder_coding AS other WHERE other.story = ?1 AND "
      "other.theme = ?2) RETURNING coder";
constexpr char addSql[]
    = "INSERT INTO coder_coding (story, theme, coder, present, made_at) SELECT ?1, ?2, ?3, ?4, ?5 "
      "WHERE EXISTS (SELECT 1 FROM story WHERE id = ?1) " // one that is gone is passed over
      "ON CONFLICT (story, theme, coder) DO UPDATE SET present = excluded.present, made_at = excluded.made_at";

Instant momentOf(const HandTheme &value)
{
    return value.madeAt != 0 ? value.madeAt : QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Result<> addCoderCodings(Connection &connection, int theme, const QString &coder, const QVector<HandTheme> &values)
{
    Statement keepFirst(connection, keepFirstSql);
    Statement add(connection, addSql);
    Statement inForce(connection,
                      "INSERT INTO coding (story, theme, coded_by, present, coder, made_at, version) "
                      "VALUES (?, ?, 2, ?, ?, ?, (SELECT version FROM codebook)) ON CONFLICT DO NOTHING");
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    for (const HandTheme &value : values) {
        if (!value.present)
            continue;
        const Result<> done[]{keepFirst.run(value.story, theme, coder),
                              add.run(value.story, theme, coder, *value.present, now),
                              inForce.run(value.story, theme, *value.present, coder, now)};
        for (const Result<> &step : done) {
            if (!step)
                return step;
        }
    }
    return {};
}

Result<QVector<ThemeAnswer>> setCoderAnswers(Connection &connection, const QVector<ThemeAnswer> &answers)
{
    Statement find(connection,
                   "SELECT present, made_at FROM coder_coding WHERE story = ? AND theme = ? AND coder = ?");
    Statement keepFirst(connection, keepFirstSql);
    Statement add(connection, addSql);
    Statement clear(connection, "DELETE FROM coder_coding WHERE story = ? AND theme = ? AND coder = ?");
    QVector<ThemeAnswer> previous;
    for (const ThemeAnswer &answer : answers) {
        const HandTheme &value = answer.value;
        const auto found = find.bind(value.story, answer.theme, value.coder).next();
        if (!found)
            return found.error();
        ThemeAnswer before{answer.theme, {value.story, std::nullopt, 0, value.coder, {}}};
        if (found.value()) {
            before.value.present = find.flag(0);
            before.value.madeAt = find.number(1);
        }
        if (before.value.present == value.present)
            continue;
        const auto kept = keepFirst.bind(value.story, answer.theme, value.coder).next();
        if (!kept)
            return kept.error();
        if (kept.value()) // wasn't there either
            previous.append({answer.theme, {value.story, std::nullopt, 0, keepFirst.text(0), {}}});
        const auto done = value.present
            ? add.run(value.story, answer.theme, value.coder, *value.present, momentOf(value))
            : clear.run(value.story, answer.theme, value.coder);
        if (!done)
            return done.error();
        previous.append(before);
    }
    return previous;
}

Result<QVector<ThemeAnswer>> setAnswersInForce(Connection &connection, const QVector<ThemeAnswer> &answers,
                                               InForce inForce)
{
    Statement find(connection,
                   "SELECT present, made_at, coder, run, settled FROM story LEFT JOIN coding ON story = id AND "
                   "theme = ?2 AND coded_by = 2 WHERE id = ?1");
    Statement write(connection,
                    // An import that was undone brings nothing any more.
                    "INSERT INTO coding (story, theme, coded_by, present, made_at, coder, run, settled, version) "
                    "SELECT ?1, ?2, 2, ?3, ?4, ?5, ?6, ?7, version FROM codebook "
                    "WHERE ?6 IS NULL OR ?6 IN (SELECT id FROM import_run)");
    Statement clear(connection, "DELETE FROM coding WHERE story = ? AND theme = ? AND coded_by = 2");
    QVector<ThemeAnswer> previous;
    for (const ThemeAnswer &answer : answers) {
        const HandTheme &value = answer.value;
        const auto found = find.bind(value.story, answer.theme).next();
        if (!found)
            return found.error();
        if (!found.value())
            continue;
        ThemeAnswer before{answer.theme, {value.story, std::nullopt, 0, value.coder, {}}};
        if (!find.isNull(0)) {
            before.value
                = {value.story, find.flag(0), find.number(1), find.text(2), find.optionalNumber(3), find.flag(4)};
        }
        const bool isSame = before.value.present == value.present && before.value.coder == value.coder
            && before.value.settled == value.settled;
        if (isSame || (before.value.present && inForce == InForce::Kept))
            continue;
        auto done = clear.run(value.story, answer.theme);
        if (done && value.present) {
            done = write.run(value.story, answer.theme, *value.present, momentOf(value), value.coder, value.run,
                             value.settled);
        }
        if (!done)
            return done.error();
        previous.append(before);
    }
    return previous;
}

void CoderAnswers::add(StoryId story, const QString &coder, int answer)
{
    if (!coders.contains(coder))
        coders.append(coder);
    answers.append({toNumber(story), static_cast<int>(coders.indexOf(coder)), answer});
}

Result<CoderAnswers> readCoderAnswers(Connection &connection, int theme)
{
    Statement rows(connection,
                   "SELECT story, coder, present FROM coder_coding WHERE theme = ? ORDER BY story, coder");
    CoderAnswers found;
    auto row = rows.bind(theme).next();
    for (; row && row.value(); row = rows.next())
        found.add(rows.story(0), rows.text(1), rows.flag(2) ? 1 : 0);
    if (!row)
        return row.error();
    Statement settled(connection, "SELECT story FROM coding WHERE theme = ? AND settled ORDER BY story");
    row = settled.bind(theme).next();
    for (; row && row.value(); row = settled.next())
        found.settled.append(settled.number(0));
    return row ? Result<CoderAnswers>(std::move(found)) : Result<CoderAnswers>(row.error());
}

Result<QHash<StoryId, CoderSheet>> readCoderSheets(Connection &connection, const QString &coder,
                                                   std::span<const StoryId> ids)
{
    Statement rows(connection, "SELECT theme, present FROM coder_coding WHERE story = ? AND coder = ?");
    Statement voices(connection,
                     "SELECT coalesce((SELECT voice FROM coder_voice WHERE story = ?1 AND coder = ?2), "
                     "(SELECT hand_voice FROM story LEFT JOIN voice_coding ON voice_coding.story = story.id "
                     "WHERE story.id = ?1 AND coalesce(coder, '') = ?2))");
    QHash<StoryId, CoderSheet> sheets;
    for (const StoryId id : ids) {
        auto row = rows.bind(id, coder).next();
        for (; row && row.value(); row = rows.next()) {
            CoderSheet &sheet = sheets[id];
            (rows.flag(1) ? sheet.present : sheet.absent).insert(rows.integer(0));
        }
        if (!row)
            return row.error();
        row = voices.bind(id, coder).next();
        if (!row)
            return row.error();
        if (row.value() && !voices.isNull(0))
            sheets[id].voice = voiceOf(voices.number(0));
    }
    return sheets;
}

Result<QVector<HandCount>> readHandCounts(Connection &connection)
{
    Statement themes(connection,
                     "SELECT theme, sum(present), count(*) FROM coding WHERE coded_by = 2 GROUP BY theme");
    QVector<HandCount> counts;
    auto row = themes.bind().next();
    for (; row && row.value(); row = themes.next())
        counts.append(
            {{Label::Kind::Theme, themes.integer(0)}, themes.number(1), themes.number(2) - themes.number(1)});
    if (!row)
        return row.error();
    Statement voices(connection,
                     "SELECT hand_voice, count(*), sum(count(*)) OVER () FROM story WHERE hand_voice IS NOT NULL "
                     "GROUP BY hand_voice");
    row = voices.bind().next();
    for (; row && row.value(); row = voices.next())
        counts.append(
            {{Label::Kind::Voice, voices.integer(0)}, voices.number(1), voices.number(2) - voices.number(1)});
    return row ? Result<QVector<HandCount>>(std::move(counts)) : Result<QVector<HandCount>>(row.error());
}

Result<QVector<StoryId>> readCodedStories(Connection &connection, Label label)
{
    const bool isTheme = label.kind == Label::Kind::Theme;
    Statement rows(connection,
                   isTheme ? "SELECT story FROM coding WHERE theme = ? AND coded_by = 2 ORDER BY story"
                           : "SELECT id FROM story WHERE hand_voice IS NOT NULL ORDER BY id");
    if (isTheme)
        rows.bind(label.number);
    QVector<StoryId> stories;
    auto row = rows.next();
    for (; row && row.value(); row = rows.next())
        stories.append(rows.story(0));
    return row ? Result<QVector<StoryId>>(std::move(stories)) : Result<QVector<StoryId>>(row.error());
}

} // namespace tidemark
