#include "store/IndexScan.h"

#include "index/IndexBuilder.h"
#include "store/RunOrigins.h"
#include "store/Statement.h"
#include "store/StoredNumbers.h"
#include "store/StoryList.h"
#include "store/VoiceInForce.h"
#include "story/StoryRow.h"

#include <QVariant>

#include <functional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Rows of a table beside the stories, both ascending: gives each story its rows.
class Beside
{
public:
    /// sql's first column is the story; its one value, if any, the list of stories.
    Beside(Connection &connection, const QByteArray &sql, const QString *list) : m_statement(connection, sql)
    {
        if (list != nullptr)
            m_statement.bind(*list);
        advance();
    }

    template<typename Visit>
    Result<> forStory(StoryId id, Visit visit)
    {
        for (; m_row && m_row.value() && m_statement.story(0) <= id; advance()) {
            if (m_statement.story(0) == id)
                visit(m_statement);
        }
        return m_row ? Result<>() : Result<>(m_row.error());
    }

private:
    void advance() { m_row = m_statement.next(); }

    Statement m_statement;
    Result<bool> m_row;
};

constexpr int firstOriginColumn = 8;

void applyCoding(IndexedStory &story, const Statement &row)
{
    if (row.flag(2))
        story.themes.insert(row.integer(1));
    else
        story.themes.remove(row.integer(1));
    story.codedByHand = story.codedByHand || row.integer(3) == static_cast<int>(CodedBy::Hand);
}

QByteArray among(const QByteArray &column, const QString *some)
{
    return some ? " WHERE " + column + " IN (SELECT value FROM json_each(?))" : QByteArray();
}

/// some: a list of stories, as storyList() makes it; null: all.
Result<> scanStories(Connection &connection, const QString *some,
                     const std::function<void(const IndexedStory &)> &visit)
{
    Statement stories(
        connection,
        QByteArray("SELECT id, posted_at, platform, language, ") + voiceInForce
            + ", hand_voice, "
              "rule_themes & ~(SELECT coalesce(sum(1 << theme), 0) FROM theme_model), warned, first_run, "
              "first_record, first_minutes FROM story"
            + among("id", some) + " ORDER BY id");
    if (some)
        stories.bind(*some);
    Beside hidden(connection, "SELECT story FROM hidden_story" + among("story", some) + " ORDER BY story", some);
    // In the order of the table itself, and no DISTINCT: nothing has to be sorted.
    Beside sources(
        connection,
        "SELECT story, source FROM provenance" + among("story", some) + " ORDER BY story, source, record", some);
    Beside codings(connection,
                   "SELECT story, theme, present, coded_by FROM coding" + among("story", some)
                       + " ORDER BY story, theme, coded_by",
                   some);
    Beside marks(connection,
                 "SELECT story, read, starred, do_not_quote FROM mark" + among("story", some) + " ORDER BY story",
                 some);
    Beside notes(connection, "SELECT story FROM note" + among("story", some) + " ORDER BY story", some);
    RunOrigins origins(connection);
    auto row = stories.next();
    for (; row && row.value(); row = stories.next()) {
        const auto first = origins.first(stories, firstOriginColumn);
        if (!first)
            return first.error();
        IndexedStory story;
        story.id = stories.story(0);
        story.postedAt = stories.optionalNumber(1);
        story.platform = platformOf(stories.number(2));
        story.language = stories.text(3);
        story.voice = voiceOf(stories.number(4));
        story.codedByHand = !stories.isNull(5);
        story.themes = ThemeSet::fromBits(static_cast<quint64>(stories.number(6)));
        story.warning = stories.flag(7);
        if (first.value())
            story.sources.append((*first)->source);
        bool isHidden = false;
        const Result<> parts[]{
            hidden.forStory(story.id, [&](const Statement &) { isHidden = true; }),
            sources.forStory(story.id,
                             [&](const Statement &s) {
                                 if (!story.sources.contains(s.number(1)))
                                     story.sources.append(s.number(1));
                             }),
            codings.forStory(story.id, [&](const Statement &s) { applyCoding(story, s); }),
            marks.forStory(story.id,
                           [&](const Statement &s) {
                               story.read = s.flag(1);
                               story.starred = s.flag(2);
                               story.doNotQuote = s.flag(3);
                           }),
            notes.forStory(story.id, [&](const Statement &) { story.note = true; }),
        };
        for (const Result<> &part : parts) {
            if (!part)
                return part.error();
        }
        if (!isHidden)
            visit(story);
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<QVector<IndexedRepost>> scanReposts(Connection &connection, const QString *some)
{
    Statement reposts(connection,
                      "SELECT original, posted_at, account FROM repost"
                          + (some ? among("original", some) : QByteArray(" WHERE original IS NOT NULL")));
    if (some)
        reposts.bind(*some);
    QVector<IndexedRepost> found;
    auto row = reposts.next();
    for (; row && row.value(); row = reposts.next())
        found.append({reposts.story(0), reposts.optionalNumber(1), reposts.number(2)});
    if (!row)
        return row.error();
    return found;
}

} // namespace

Result<IndexNames> readIndexNames(Connection &connection)
{
    IndexNames names;
    auto themes = connection.select(u"SELECT id FROM theme ORDER BY number"_s);
    if (!themes)
        return themes.error();
    while (themes->next())
        names.themes.append(themes->value(0).toString());
    auto sources = connection.select(u"SELECT id, name FROM source"_s);
    if (!sources)
        return sources.error();
    while (sources->next())
        names.sources.insert(sources->value(0).toLongLong(), sources->value(1).toString());
    return names;
}

Result<IndexContents> scanForIndex(Connection &connection, std::optional<std::span<const StoryId>> ids)
{
    const QString list = ids ? storyList(*ids) : QString();
    const QString *const some = ids ? &list : nullptr;
    IndexContents contents;
    if (auto done
        = scanStories(connection, some, [&](const IndexedStory &story) { contents.stories.append(story); });
        !done)
        return done.error();
    auto reposts = scanReposts(connection, some);
    if (!reposts)
        return reposts.error();
    contents.reposts = std::move(reposts).value();
    auto names = readIndexNames(connection);
    if (!names)
        return names.error();
    contents.names = std::move(names).value();
    return contents;
}

Result<StoryIndex> scanWholeIndex(Connection &connection)
{
    IndexBuilder builder;
    const auto stories = connection.value(u"SELECT count(*) FROM story"_s);
    if (!stories)
        return stories.error();
    builder.expect(stories->toLongLong());
    if (auto done = scanStories(connection, nullptr, [&](const IndexedStory &story) { builder.add(story); }); !done)
        return done.error();
    const auto reposts = scanReposts(connection, nullptr);
    if (!reposts)
        return reposts.error();
    auto names = readIndexNames(connection);
    if (!names)
        return names.error();
    return builder.build(reposts.value(), std::move(names).value());
}

Result<NumberColumn> scanAccounts(Connection &connection, const StoryIndex &index)
{
    NumberColumn accounts(index.size());
    Statement authors(connection, "SELECT id, author FROM story WHERE author IS NOT NULL");
    auto row = authors.next();
    for (; row && row.value(); row = authors.next()) {
        if (const auto ordinal = index.ordinalOf(authors.story(0)))
            accounts.set(*ordinal, authors.number(1));
    }
    if (!row)
        return row.error();
    return accounts;
}

} // namespace tidemark
