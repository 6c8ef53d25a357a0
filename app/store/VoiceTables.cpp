#include "store/VoiceTables.h"

#include "store/Statement.h"
#include "store/StoredNumbers.h"

namespace tidemark {

namespace {

int numberOf(Voice voice)
{
    return static_cast<int>(voice);
}

/// A statement of a story's number, its voice by hand, and who set it: one row where the story is there.
HandVoice voiceFrom(StoryId story, Statement &row)
{
    HandVoice value{story, std::nullopt};
    if (row.isNull(0))
        return value;
    value.voice = voiceOf(row.number(0));
    value.coder = row.text(1);
    value.madeAt = row.optionalNumber(2);
    value.settled = row.flag(3);
    return value;
}

} // namespace

Result<QVector<HandVoice>> setHandVoices(Connection &connection, const QVector<HandVoice> &values, InForce inForce)
{
    Statement find(connection,
                   "SELECT hand_voice, coalesce(coder, ''), made_at, coalesce(settled, 0) FROM story LEFT JOIN "
                   "voice_coding ON story = id WHERE id = ?");
    Statement write(connection, "UPDATE story SET hand_voice = ?2 WHERE id = ?1");
    Statement note(connection,
                   "INSERT OR REPLACE INTO voice_coding (story, coder, made_at, settled) VALUES (?, ?, ?, ?)");
    Statement clear(connection, "DELETE FROM voice_coding WHERE story = ?");
    QVector<HandVoice> previous;
    for (const HandVoice &value : values) {
        const auto row = find.bind(value.story).next();
        if (!row)
            return row.error();
        if (!row.value())
            continue;
        const HandVoice before = voiceFrom(value.story, find);
        const bool isSame
            = before.voice == value.voice && before.coder == value.coder && before.settled == value.settled;
        if (isSame || (before.voice && inForce == InForce::Kept))
            continue;
        std::optional<int> number;
        if (value.voice)
            number = numberOf(*value.voice);
        if (auto done = write.run(value.story, number); !done)
            return done.error();
        const auto done = value.voice ? note.run(value.story, value.coder, value.madeAt, value.settled)
                                      : clear.run(value.story);
        if (!done)
            return done.error();
        previous.append(before);
    }
    return previous;
}

Result<QVector<HandVoice>> setCoderVoices(Connection &connection, const QVector<HandVoice> &values)
{
    Statement find(connection, "SELECT voice, coder, made_at, 0 FROM coder_voice WHERE story = ? AND coder = ?");
    Statement keepFirst(connection,
                        "INSERT INTO coder_voice (story, coder, voice, made_at) "
                        "SELECT id, coalesce(coder, ''), hand_voice, made_at FROM story LEFT JOIN voice_coding ON "
                        "story = id WHERE id = ?1 AND hand_voice IS NOT NULL AND coalesce(coder, '') <> ?2 AND NOT "
                        "EXISTS (SELECT 1 FROM coder_voice WHERE coder_voice.story = ?1) RETURNING coder");
    Statement write(connection,
                    "INSERT OR REPLACE INTO coder_voice (story, coder, voice, made_at) SELECT ?1, ?2, ?3, ?4 "
                    "WHERE EXISTS (SELECT 1 FROM story WHERE id = ?1)"); // one that is gone is passed over
    Statement clear(connection, "DELETE FROM coder_voice WHERE story = ? AND coder = ?");
    QVector<HandVoice> previous;
    for (const HandVoice &value : values) {
        const auto found = find.bind(value.story, value.coder).next();
        if (!found)
            return found.error();
        HandVoice before{value.story, std::nullopt, {}, value.coder};
        if (found.value())
            before = voiceFrom(value.story, find);
        if (before.voice == value.voice)
            continue;
        const auto kept = keepFirst.bind(value.story, value.coder).next();
        if (!kept)
            return kept.error();
        if (kept.value()) // wasn't there either
            previous.append({value.story, std::nullopt, {}, keepFirst.text(0)});
        const auto done = value.voice ? write.run(value.story, value.coder, numberOf(*value.voice), value.madeAt)
                                      : clear.run(value.story, value.coder);
        if (!done)
            return done.error();
        previous.append(before);
    }
    return previous;
}

Result<CoderAnswers> readCoderVoices(Connection &connection)
{
    Statement rows(connection, "SELECT story, coder, voice FROM coder_voice ORDER BY story, coder");
    CoderAnswers found;
    auto row = rows.bind().next();
    for (; row && row.value(); row = rows.next())
        found.add(rows.story(0), rows.text(1), rows.integer(2));
    if (!row)
        return row.error();
    Statement settled(connection, "SELECT story FROM voice_coding WHERE settled ORDER BY story");
    row = settled.bind().next();
    for (; row && row.value(); row = settled.next())
        found.settled.append(settled.number(0));
    return row ? Result<CoderAnswers>(std::move(found)) : Result<CoderAnswers>(row.error());
}

} // namespace tidemark
