#include "store/Recoding.h"

#include "store/StoredNumbers.h"
#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QVariant>
#include <QtConcurrent>

#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t mostStories = 4096;                  ///< of a chunk
constexpr qsizetype mostCharacters = 4 * 1024 * 1024; ///< likewise; one story may be longer

struct Uncoded
{
    StoryId id = noStory;
    QString language;
    QString text;
    RuleCoding coding; ///< as stored, then as the rules say
    bool isDifferent = false;
};

using Chunk = std::vector<Uncoded>;

/// The stories behind one, in order; empty at the end.
Result<Chunk> readBehind(StoryId last, Statement &texts)
{
    Chunk chunk;
    qsizetype characters = 0;
    auto row = texts.bind(last, static_cast<qint64>(mostStories)).next();
    for (; row && row.value() && characters < mostCharacters; row = texts.next()) {
        const RuleCoding stored{ThemeSet::fromBits(static_cast<quint64>(texts.number(2))),
                                voiceOf(texts.number(3))};
        chunk.push_back({texts.story(0), texts.text(1), texts.text(4), stored});
        characters += chunk.back().text.size();
    }
    if (!row)
        return row.error();
    return chunk;
}

Result<> write(const Chunk &chunk, StoryTables &stories, int version)
{
    for (const Uncoded &story : chunk) {
        if (!story.isDifferent)
            continue;
        if (auto coded = stories.code(story.id, story.coding, version); !coded)
            return coded;
    }
    return {};
}

} // namespace

Result<> recodeStories(WriterTables &tables, const RuleCoder &rules, int version, Progress &progress)
{
    auto total = tables.connection.value(u"SELECT count(*) FROM story"_s);
    if (!total)
        return total.error();
    progress.total = total->toLongLong();
    Statement texts(tables.connection,
                    "SELECT id, language, rule_themes, rule_voice, text FROM story JOIN story_text ON story = id "
                    "WHERE id > ? ORDER BY id LIMIT ?");
    const auto code = [&rules](Uncoded &story) {
        const RuleCoding coding = rules.code(tokenise(story.text), story.language);
        story.isDifferent = coding != story.coding;
        story.coding = coding;
    };
    auto chunk = readBehind(noStory, texts);
    while (chunk && !chunk->empty()) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        // The next one is read while this one is coded.
        auto coded = QtConcurrent::map(workPool(), *chunk, code);
        auto next = readBehind(chunk->back().id, texts);
        coded.waitForFinished();
        if (auto written = write(*chunk, tables.stories, version); !written)
            return written;
        progress.done += static_cast<qint64>(chunk->size());
        progress.items += static_cast<qint64>(chunk->size());
        chunk = std::move(next);
    }
    return chunk ? Result<>() : Result<>(chunk.error());
}

} // namespace tidemark
