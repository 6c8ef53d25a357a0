#include "store/StoryStream.h"

#include "store/StoredNumbers.h"
#include "store/StoryTexts.h"
#include "store/VoiceInForce.h"

#include <QVariant>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int firstOriginColumn = 13;

} // namespace

StoryStream::StoryStream(Connection &connection, const StoredParts &parts,
                         std::shared_ptr<const AllAuthorNames> authors)
    : m_parts(parts),
      m_rows(connection,
             QByteArray("SELECT id, posted_at, platform, ") + voiceInForce + ", " + voiceCodedBy
                 + ", language, "
                   "words, rule_themes, author, text, native_id, "
                 + wholePermalink() + ", content_warning, first_run, first_record, first_minutes"
                 + (parts.lists ? ", media_descriptions, hashtags" : "")
                 + " FROM story CROSS JOIN story_text ON story = id WHERE id >= ? ORDER BY id"),
      m_hidden(connection, "SELECT story FROM hidden_story WHERE story >= ? ORDER BY story"),
      m_marks(connection, "SELECT story, starred FROM mark WHERE story >= ? ORDER BY story"),
      m_codings(
          connection,
          "SELECT story, theme, coded_by, present FROM coding WHERE story >= ? ORDER BY story, theme, coded_by"),
      m_provenances(connection,
                    "SELECT story, source, record, imported_at FROM provenance WHERE story >= ? ORDER BY story"),
      m_relations(connection,
                  "SELECT story, kind, native_id FROM relation WHERE story >= ? ORDER BY story, position"),
      m_attributes(connection, "SELECT story, json FROM packed_attributes WHERE story >= ? ORDER BY story"),
      m_attributeReader(connection),
      m_notes(connection, "SELECT story, text FROM note WHERE story >= ? ORDER BY story"),
      m_reposts(connection,
                "SELECT original, count(*) FROM repost WHERE original >= ? GROUP BY original ORDER BY original"),
      m_keys(connection),
      m_authors(connection, std::move(authors)),
      m_copies(connection),
      m_origins(connection)
{
    const auto themes = connection.value(u"SELECT coalesce(sum(1 << theme), 0) FROM theme_model"_s);
    if (themes)
        m_modelThemes = static_cast<quint64>(themes->toLongLong());
    else
        m_failure = themes.error();
}

Result<const StoredStory *> StoryStream::read(StoryId id)
{
    if (m_failure)
        return *m_failure;
    const auto found = m_rows.to(id);
    if (!found)
        return found.error();
    if (!found.value())
        return nullptr;
    const auto hidden = m_hidden.to(id);
    if (!hidden)
        return hidden.error();
    if (hidden.value())
        return nullptr;
    m_story.id = id;
    if (auto done = readRow(); !done)
        return done.error();
    const struct
    {
        bool wanted;
        Result<> (StoryStream::*read)();
    } others[]{{true, &StoryStream::readMark},
               {true, &StoryStream::readCodings},
               {m_parts.provenances, &StoryStream::readSources},
               {m_parts.relations, &StoryStream::readRelations},
               {m_parts.attributes, &StoryStream::readAttributes},
               {m_parts.note, &StoryStream::readNote},
               {m_parts.reposts, &StoryStream::readReposts},
               {m_parts.copies, &StoryStream::readCopies}};
    for (const auto &other : others) {
        if (!other.wanted)
            continue;
        if (auto done = (this->*other.read)(); !done)
            return done.error();
    }
    return &m_story;
}

Result<> StoryStream::readRow()
{
    const Statement &row = m_rows.row();
    m_story.postedAt = row.optionalNumber(1);
    m_story.platform = platformOf(row.number(2));
    m_story.voice = voiceOf(row.number(3));
    m_story.voiceBy = static_cast<CodedBy>(row.integer(4));
    m_story.language = row.utf8(5);
    m_story.words = row.integer(6);
    m_story.themes = ThemeSet::fromBits(static_cast<quint64>(row.number(7)) & ~m_modelThemes);
    const auto author = row.isNull(8) ? Result<StoredAuthor>(StoredAuthor()) : m_authors.of(row.number(8));
    if (!author)
        return author.error();
    m_story.author = author.value();
    m_story.text = row.utf8(9);
    m_story.nativeId = row.utf8(10);
    m_story.permalink = row.utf8(11);
    m_story.contentWarning = row.utf8(12);
    if (m_parts.lists) {
        m_story.mediaDescriptions = stringsFromColumn(row.text(16));
        m_story.hashtags = stringsFromColumn(row.text(17));
    }
    return {};
}

Result<> StoryStream::readMark()
{
    const auto found = m_marks.to(m_story.id);
    if (!found)
        return found.error();
    m_story.starred = found.value() && m_marks.row().flag(1);
    return {};
}

/// A person's word over the model's over the rules'.
Result<> StoryStream::readCodings()
{
    m_story.codings.clear();
    if (m_parts.codings) {
        m_story.themes.forEach([this](int theme) {
            m_story.codings.append({theme, CodedBy::Rule, true, std::nullopt});
        });
    }
    auto row = m_codings.to(m_story.id);
    for (; row && row.value(); row = m_codings.next()) {
        const Statement &coding = m_codings.row();
        const int theme = coding.integer(1);
        const bool present = coding.flag(3);
        if (present)
            m_story.themes.insert(theme);
        else
            m_story.themes.remove(theme);
        if (m_parts.codings)
            m_story.codings.append({theme, static_cast<CodedBy>(coding.integer(2)), present, std::nullopt});
    }
    std::sort(m_story.codings.begin(), m_story.codings.end(), [](const ThemeCoding &a, const ThemeCoding &b) {
        return std::pair(a.by, a.theme) < std::pair(b.by, b.theme);
    });
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryStream::readSources()
{
    m_found.clear();
    const auto first = m_origins.first(m_rows.row(), firstOriginColumn);
    if (!first)
        return first.error();
    if (first.value())
        m_found.push_back(**first);
    auto row = m_provenances.to(m_story.id);
    for (; row && row.value(); row = m_provenances.next()) {
        const Statement &provenance = m_provenances.row();
        m_found.push_back({provenance.number(3), provenance.number(1), provenance.number(2)});
    }
    std::sort(m_found.begin(), m_found.end());
    m_story.sources.clear();
    for (const Origin &origin : m_found) {
        if (!m_story.sources.contains(origin.source))
            m_story.sources.append(origin.source);
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryStream::readRelations()
{
    m_story.relations.clear();
    auto row = m_relations.to(m_story.id);
    for (; row && row.value(); row = m_relations.next()) {
        const Statement &relation = m_relations.row();
        const QByteArray nativeId = relation.utf8(2).toByteArray();
        const auto other = relatedStory(nativeId);
        if (!other)
            return other.error();
        m_story.relations.append({static_cast<Relation::Kind>(relation.integer(1)), nativeId, other.value()});
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<StoryId> StoryStream::relatedStory(const QByteArray &nativeId)
{
    if (!m_parts.relatedStories)
        return noStory;
    const auto found = m_keys.findShown(nativeKey(m_story.platform, QString::fromUtf8(nativeId)));
    return found ? Result<StoryId>(found->value_or(noStory)) : Result<StoryId>(found.error());
}

Result<> StoryStream::readAttributes()
{
    m_story.attributes.clear();
    m_story.attributesDamaged = false;
    const auto found = m_attributes.to(m_story.id);
    if (!found || !found.value())
        return found ? Result<>() : Result<>(found.error());
    auto attributes = m_attributeReader.unpack(m_attributes.row().utf8(1));
    if (!attributes)
        return attributes.error();
    m_story.attributesDamaged = !attributes->has_value();
    m_story.attributes = std::move(*attributes).value_or(QVector<Attribute>());
    return {};
}

Result<> StoryStream::readNote()
{
    const auto found = m_notes.to(m_story.id);
    if (!found)
        return found.error();
    m_story.note = found.value() ? m_notes.row().utf8(1) : QByteArrayView();
    return {};
}

Result<> StoryStream::readReposts()
{
    const auto found = m_reposts.to(m_story.id);
    if (!found)
        return found.error();
    m_story.reposts = found.value() ? m_reposts.row().number(1) : 0;
    return {};
}

Result<> StoryStream::readCopies()
{
    const auto counted = m_copies.of(m_story.id);
    if (!counted)
        return counted.error();
    m_story.copies = counted.value();
    return {};
}

} // namespace tidemark
