#include "store/StoryTables.h"

#include "store/CopyGrouping.h"
#include "store/StoredNumbers.h"
#include "store/StoryTexts.h"

#include <QCoreApplication>

#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A mask of 64 themes as the number that a column holds.
qint64 columnOf(ThemeSet themes)
{
    return static_cast<qint64>(themes.bits());
}

bool isWarned(const Story &story)
{
    return story.sensitive.value_or(false) || !story.contentWarning.isEmpty();
}

} // namespace

StoryTables::StoryTables(Connection &connection, AuthorTable &authors)
    : m_connection(connection),
      m_authors(authors),
      m_fullText(connection),
      m_keys(connection),
      m_attributes(connection),
      m_attributeReader(connection),
      m_doubtedValues(connection),
      m_insert(
          connection,
          "INSERT INTO story (posted_at, platform, language, language_detected, author, words, residual_words, "
          "me_too_outside_tags, sensitive, warned, rule_themes, rule_voice, rule_version, first_run, first_record, "
          "first_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_update(
          connection,
          "UPDATE story SET posted_at = ?2, platform = ?3, language = ?4, language_detected = ?5, author = ?6, "
          "words = ?7, residual_words = ?8, me_too_outside_tags = ?9, sensitive = ?10, warned = ?11, "
          "rule_themes = ?12, rule_voice = ?13, rule_version = ?14 WHERE id = ?1"),
      m_writeText(connection,
                  "INSERT INTO story_text (story, text, text_cut, native_id, permalink, posted_at_text, "
                  "zone_known, edited_at, content_warning, media_descriptions, hashtags, withheld_in, edit_ids, "
                  "permalink_cut, posted_at_form) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_addRelation(connection,
                    "INSERT INTO relation (story, position, kind, native_id, permalink, text) "
                    "VALUES (?, ?, ?, ?, ?, ?)"),
      m_addEarlier(connection, "INSERT INTO earlier_text (story, position, written_at, text) VALUES (?, ?, ?, ?)"),
      m_removeParts{{connection, "DELETE FROM story_text WHERE story = ?"},
                    {connection, "DELETE FROM relation WHERE story = ?"},
                    {connection, "DELETE FROM earlier_text WHERE story = ?"},
                    {connection, "DELETE FROM packed_attributes WHERE story = ?"},
                    {connection, "DELETE FROM text_sketch WHERE story = ?"},
                    {connection, "DELETE FROM near_copy WHERE story = ?"}},
      m_remove(connection, "DELETE FROM story WHERE id = ?"),
      m_indexedText(connection, "SELECT text, hashtags FROM story_text WHERE story = ?"),
      m_read(
          connection,
          QByteArray("SELECT platform, posted_at, language, language_detected, author, sensitive, text, text_cut, "
                     "native_id, ")
              + wholePermalink()
              + ", posted_at_text, zone_known, edited_at, content_warning, media_descriptions, hashtags, "
                "withheld_in, "
                "edit_ids, posted_at_form FROM story JOIN story_text ON story = id WHERE id = ?"),
      m_readRelations(connection,
                      "SELECT kind, native_id, permalink, text FROM relation WHERE story = ? ORDER BY position"),
      m_readEarlier(connection, "SELECT written_at, text FROM earlier_text WHERE story = ? ORDER BY position"),
      m_code(connection, "UPDATE story SET rule_themes = ?2, rule_voice = ?3, rule_version = ?4 WHERE id = ?1"),
      m_addSketch(connection, "INSERT INTO text_sketch (story, numbers) VALUES (?, ?)"),
      m_leaveUngrouped(connection, "INSERT INTO ungrouped_story (story) VALUES (?) ON CONFLICT DO NOTHING")
{
}

Result<StoryId> StoryTables::add(const CodedStory &coded, int codebookVersion, const FirstRecord &first)
{
    const Story &story = coded.story;
    auto author = m_authors.author(story.platform, story.author, coded.authorKeys);
    if (!author)
        return author.error();
    const auto inserted = m_insert.run(
        story.postedAt, static_cast<int>(story.platform), QUtf8StringView(coded.texts.language),
        story.languageDetected, *author, coded.figures.words, coded.figures.residualWords,
        coded.figures.meTooOutsideTags, story.sensitive, isWarned(story), columnOf(coded.coding.themes),
        static_cast<int>(coded.coding.voice), codebookVersion, first.run, first.record, first.minutes);
    if (!inserted)
        return inserted.error();
    const StoryId id{sqlite3_last_insert_rowid(m_connection.handle())};
    if (auto added = addParts(id, coded); !added)
        return added.error();
    if (auto added = m_fullText.add(id, coded.indexed); !added)
        return added.error();
    if (auto added = addSketch(id, coded.sketch); !added)
        return added.error();
    return id;
}

Result<> StoryTables::rewrite(StoryId id, const CodedStory &coded, int codebookVersion)
{
    const Story &story = coded.story;
    if (auto kept = m_keys.keepTexts(id, {story.platform, story.nativeId, story.permalink}); !kept)
        return kept;
    if (auto doubted = m_doubtedValues.leave(id, story.attributes); !doubted)
        return doubted;
    if (auto removed = removeFullText(id); !removed)
        return removed.error();
    for (Statement &parts : m_removeParts) {
        if (auto removed = parts.run(id); !removed)
            return removed.error();
    }
    auto author = m_authors.author(story.platform, story.author, coded.authorKeys);
    if (!author)
        return author.error();
    const auto updated
        = m_update.run(id, story.postedAt, static_cast<int>(story.platform), QUtf8StringView(coded.texts.language),
                       story.languageDetected, *author, coded.figures.words, coded.figures.residualWords,
                       coded.figures.meTooOutsideTags, story.sensitive, isWarned(story),
                       columnOf(coded.coding.themes), static_cast<int>(coded.coding.voice), codebookVersion);
    if (!updated)
        return updated.error();
    if (auto added = addParts(id, coded); !added)
        return added.error();
    if (auto added = m_fullText.add(id, coded.indexed); !added)
        return added.error();
    return addSketch(id, coded.sketch);
}

Result<> StoryTables::addSketch(StoryId id, const std::optional<TextSketch> &sketch)
{
    if (!sketch)
        return {};
    if (auto added = m_addSketch.run(id, sketchToBytes(*sketch)); !added)
        return added;
    return m_leaveUngrouped.run(id);
}

Result<> StoryTables::addParts(StoryId id, const CodedStory &coded)
{
    const Story &story = coded.story;
    const StoryTexts &texts = coded.texts;
    const auto written = m_writeText.run(
        id, QUtf8StringView(texts.text), story.textCut, QUtf8StringView(texts.nativeId),
        QUtf8StringView(texts.permalink), QUtf8StringView(texts.postedAtText), story.zoneKnown, story.editedAt,
        QUtf8StringView(texts.contentWarning), QUtf8StringView(texts.mediaDescriptions),
        QUtf8StringView(texts.hashtags), QUtf8StringView(texts.withheldIn), QUtf8StringView(texts.editIds),
        texts.permalinkForm, static_cast<int>(texts.postedAtForm));
    if (!written)
        return written.error();
    int position = 0;
    for (const Relation &relation : story.relations) {
        const auto added = m_addRelation.run(id, position++, static_cast<int>(relation.kind), relation.nativeId,
                                             relation.permalink, relation.text);
        if (!added)
            return added.error();
    }
    position = 0;
    for (const EarlierText &earlier : story.earlierTexts) {
        if (auto added = m_addEarlier.run(id, position++, earlier.writtenAt, earlier.text); !added)
            return added.error();
    }
    return m_attributes.add(id, story.attributes);
}

Result<> StoryTables::removeFullText(StoryId id)
{
    auto row = m_indexedText.bind(id).next();
    if (!row)
        return row.error();
    if (!row.value())
        return {};
    return m_fullText.remove(
        id, indexedText(tokenise(m_indexedText.text(0)), stringsFromColumn(m_indexedText.text(1))));
}

Result<> StoryTables::remove(StoryId id)
{
    if (auto removed = removeFullText(id); !removed)
        return removed.error();
    if (auto doubted = m_doubtedValues.leave(id, {}); !doubted)
        return doubted;
    if (auto forgotten = m_keys.forget(id); !forgotten)
        return forgotten;
    return m_remove.run(id);
}

Result<> StoryTables::settleValues(const Progress &progress)
{
    m_attributes.forgetCache();
    return m_doubtedValues.settle(progress);
}

void StoryTables::forgetCache()
{
    m_attributes.forgetCache();
    m_doubtedValues.forgetCache();
}

Result<Story> StoryTables::read(StoryId id)
{
    auto row = m_read.bind(id).next();
    if (!row)
        return row.error();
    if (!row.value()) {
        return Error{Error::Kind::NotFound,
                     QCoreApplication::translate("Store", "The collection has no story %1.").arg(toNumber(id))};
    }
    Story story;
    story.platform = platformOf(m_read.number(0));
    story.postedAt = m_read.optionalNumber(1);
    story.language = m_read.text(2);
    story.languageDetected = m_read.flag(3);
    const std::optional<qint64> author = m_read.optionalNumber(4);
    if (!m_read.isNull(5))
        story.sensitive = m_read.flag(5);
    story.text = m_read.text(6);
    story.textCut = m_read.flag(7);
    story.nativeId = m_read.text(8);
    story.permalink = m_read.text(9);
    story.postedAtText = postedAtText(m_read.text(10), m_read.number(18), story.postedAt);
    story.zoneKnown = m_read.flag(11);
    story.editedAt = m_read.optionalNumber(12);
    story.contentWarning = m_read.text(13);
    story.mediaDescriptions = stringsFromColumn(m_read.text(14));
    story.hashtags = stringsFromColumn(m_read.text(15));
    story.withheldIn = stringsFromColumn(m_read.text(16));
    story.editIds = stringsFromColumn(m_read.text(17));

    if (author) {
        auto named = m_authors.read(*author);
        if (!named)
            return named.error();
        story.author = *named;
    }
    for (row = m_readRelations.bind(id).next(); row && row.value(); row = m_readRelations.next()) {
        story.relations.append({static_cast<Relation::Kind>(m_readRelations.integer(0)), m_readRelations.text(1),
                                m_readRelations.text(2), m_readRelations.text(3)});
    }
    if (!row)
        return row.error();
    for (row = m_readEarlier.bind(id).next(); row && row.value(); row = m_readEarlier.next())
        story.earlierTexts.append({m_readEarlier.optionalNumber(0), m_readEarlier.text(1)});
    if (!row)
        return row.error();
    m_attributeReader.forget(); // names come with stories
    auto attributes = m_attributeReader.of(id);
    if (!attributes)
        return attributes.error();
    story.attributes = std::move(*attributes).value_or(QVector<Attribute>());
    return story;
}

Result<> StoryTables::code(StoryId id, const RuleCoding &coding, int codebookVersion)
{
    return m_code.run(id, columnOf(coding.themes), static_cast<int>(coding.voice), codebookVersion);
}

} // namespace tidemark
