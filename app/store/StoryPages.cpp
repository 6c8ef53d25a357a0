#include "store/StoryPages.h"

#include "store/StoryJson.h"
#include "text/Pseudonyms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype openingLength = 280;
constexpr qsizetype openingLookahead = 2000;

/// The beginning of a text on one line. Cut at a space before names are concealed, for half a name might not be
/// seen as one.
QString openingOf(const QString &text, Platform platform, const std::optional<QStringList> &named)
{
    QStringView beginning = QStringView(text).left(openingLookahead);
    if (beginning.size() < text.size()) {
        const auto space = std::find_if(beginning.rbegin(), beginning.rend(), [](QChar c) { return c.isSpace(); });
        if (space != beginning.rend())
            beginning.truncate(std::distance(space, beginning.rend()));
    }
    QString line = beginning.toString().simplified();
    if (named)
        line = Pseudonyms::numbered(*named).conceal(line, platform).text;
    if (line.size() > openingLength)
        line.truncate(openingLength - (line.at(openingLength - 1).isHighSurrogate() ? 1 : 0));
    return line;
}

/// The themes in force: a person's word over the model's over the rules'.
ThemeSet inForce(const QVector<ThemeCoding> &codings)
{
    ThemeSet themes;
    for (const ThemeCoding &coding : codings) { // rule, model, hand
        if (coding.present)
            themes.insert(coding.theme);
        else
            themes.remove(coding.theme);
    }
    return themes;
}

} // namespace

StoryPages::StoryPages(Connection &connection)
    : m_row(connection,
            "SELECT posted_at, platform, coalesce(hand_voice, rule_voice), hand_voice IS NOT NULL, language, "
            "language_detected, words, warned, "
            "rule_themes & ~(SELECT coalesce(sum(1 << theme), 0) FROM theme_model), mark.read, mark.starred, "
            "mark.do_not_quote, "
            "EXISTS (SELECT 1 FROM note WHERE note.story = story.id), story_text.text FROM story "
            "JOIN story_text ON story_text.story = story.id LEFT JOIN mark ON mark.story = story.id "
            "WHERE story.id = ? AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id)"),
      m_codings(connection,
                "SELECT theme, coded_by, present, made_at FROM coding WHERE story = ? ORDER BY coded_by, theme"),
      m_text(connection,
             "SELECT story_text.native_id, permalink, posted_at_text, zone_known, text_cut, content_warning, "
             "sensitive, "
             "media_descriptions, hashtags, author, author.native_id, handle, name, link FROM story "
             "JOIN story_text ON story = story.id LEFT JOIN author ON author.id = author WHERE story.id = ?"),
      m_relations(connection,
                  "SELECT kind, relation.native_id, relation.permalink, text, "
                  "coalesce((SELECT story FROM identity WHERE key = ?2 || ':' || relation.native_id AND NOT EXISTS "
                  "(SELECT 1 FROM hidden_story WHERE hidden_story.story = identity.story)), 0) "
                  "FROM relation WHERE story = ?1 ORDER BY position"),
      m_attributes(connection,
                   "SELECT attribute_name.name, value, personal FROM attribute JOIN attribute_name "
                   "ON attribute_name.id = attribute.name WHERE story = ? ORDER BY attribute_name.id"),
      m_earlier(connection, "SELECT written_at, text FROM earlier_text WHERE story = ? ORDER BY position"),
      m_provenances(connection,
                    "SELECT source, name, record, imported_at FROM provenance JOIN source ON source.id = source "
                    "WHERE story = ? ORDER BY imported_at, source, record"),
      m_note(connection, "SELECT text FROM note WHERE story = ?"),
      m_reposts(connection, "SELECT count(*) FROM repost WHERE original = ?")
{
}

Result<std::optional<StoryRow>> StoryPages::row(StoryId id, const std::optional<QStringList> &hide)
{
    auto found = m_row.bind(id).next();
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<StoryRow>();
    StoryRow row;
    row.id = id;
    row.postedAt = m_row.optionalNumber(0);
    row.platform = static_cast<Platform>(m_row.integer(1));
    row.voice = static_cast<Voice>(m_row.integer(2));
    m_voiceByHand = m_row.flag(3);
    row.language = m_row.text(4);
    row.languageDetected = m_row.flag(5);
    row.words = m_row.integer(6);
    row.hasWarning = m_row.flag(7);
    row.read = m_row.flag(9);
    row.starred = m_row.flag(10);
    row.doNotQuote = m_row.flag(11);
    row.hasNote = m_row.flag(12);
    m_wholeText = m_row.text(13);
    row.opening = openingOf(m_wholeText, row.platform, hide);
    if (auto read = readCodings(id, static_cast<quint64>(m_row.number(8))); !read)
        return read.error();
    row.themes = inForce(m_found);
    return std::optional(std::move(row));
}

Result<> StoryPages::readCodings(StoryId id, quint64 ruleThemes)
{
    m_found.clear();
    ThemeSet::fromBits(ruleThemes).forEach([this](int theme) {
        m_found.append({theme, CodedBy::Rule, true, std::nullopt});
    });
    auto row = m_codings.bind(id).next();
    for (; row && row.value(); row = m_codings.next()) {
        m_found.append({m_codings.integer(0), static_cast<CodedBy>(m_codings.integer(1)), m_codings.flag(2),
                        m_codings.number(3)});
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<std::optional<StoryPage>> StoryPages::page(StoryId id, const std::optional<QStringList> &hide)
{
    auto found = row(id, hide);
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<StoryPage>();
    StoryPage page;
    page.row = std::move(**found);
    page.text = m_wholeText;
    page.codings = m_found;
    page.voiceBy = m_voiceByHand ? CodedBy::Hand : CodedBy::Rule;
    for (const auto read : {&StoryPages::readText, &StoryPages::readRelations, &StoryPages::readParts}) {
        if (auto done = (this->*read)(page); !done)
            return done.error();
    }
    return std::optional(std::move(page));
}

Result<> StoryPages::readText(StoryPage &page)
{
    auto row = m_text.bind(page.row.id).next();
    if (!row)
        return row.error();
    if (!row.value())
        return {};
    page.nativeId = m_text.text(0);
    page.permalink = m_text.text(1);
    page.postedAtText = m_text.text(2);
    page.zoneKnown = m_text.flag(3);
    page.textCut = m_text.flag(4);
    page.contentWarning = m_text.text(5);
    page.sensitive = m_text.flag(6);
    page.mediaDescriptions = stringsFromJson(m_text.text(7));
    page.hashtags = stringsFromJson(m_text.text(8));
    page.account = m_text.number(9);
    page.author = {m_text.text(10), m_text.text(11), m_text.text(12), m_text.text(13)};
    return {};
}

Result<> StoryPages::readRelations(StoryPage &page)
{
    auto row = m_relations.bind(page.row.id, platformKey(page.row.platform)).next();
    for (; row && row.value(); row = m_relations.next()) {
        page.relations.append({{static_cast<Relation::Kind>(m_relations.integer(0)), m_relations.text(1),
                                m_relations.text(2), m_relations.text(3)},
                               m_relations.story(4)});
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readParts(StoryPage &page)
{
    const StoryId id = page.row.id;
    auto row = m_attributes.bind(id).next();
    for (; row && row.value(); row = m_attributes.next())
        page.attributes.append({m_attributes.text(0), m_attributes.text(1), m_attributes.flag(2)});
    if (!row)
        return row.error();
    for (row = m_earlier.bind(id).next(); row && row.value(); row = m_earlier.next())
        page.earlierTexts.append({m_earlier.optionalNumber(0), m_earlier.text(1)});
    if (!row)
        return row.error();
    for (row = m_provenances.bind(id).next(); row && row.value(); row = m_provenances.next()) {
        page.provenances.append(
            {m_provenances.number(0), m_provenances.text(1), m_provenances.number(2), m_provenances.number(3)});
    }
    if (!row)
        return row.error();
    row = m_note.bind(id).next();
    if (!row)
        return row.error();
    if (row.value())
        page.note = m_note.text(0);
    row = m_reposts.bind(id).next();
    if (!row)
        return row.error();
    page.reposts = m_reposts.number(0);
    return {};
}

} // namespace tidemark
