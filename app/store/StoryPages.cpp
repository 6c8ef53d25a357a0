#include "store/StoryPages.h"

#include "store/StoredNumbers.h"
#include "store/StoryTexts.h"
#include "store/VoiceInForce.h"
#include "text/Pseudonyms.h"

#include <algorithm>
#include <tuple>
#include <utility>

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

QByteArray rowColumns()
{
    return QByteArray("posted_at, platform, ") + voiceInForce + ", " + voiceCodedBy
        + ", language, language_detected, words, warned, rule_themes & ~(SELECT coalesce(sum(1 << theme), 0) FROM "
          "theme_model), mark.read, mark.starred, mark.do_not_quote, EXISTS (SELECT 1 FROM note WHERE note.story = "
          "story.id), story_text.text";
}

constexpr char rowTables[] = "story JOIN story_text ON story_text.story = story.id "
                             "LEFT JOIN mark ON mark.story = story.id";
constexpr char isAsked[]
    = " WHERE story.id = ? AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id)";
constexpr int voiceCodedByColumn = 3;
constexpr int ruleThemesColumn = 8;
constexpr int textColumn = 13;
constexpr int firstPageColumn = 14;

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
    : m_row(connection, "SELECT " + rowColumns() + " FROM " + rowTables + isAsked),
      m_page(connection,
             "SELECT " + rowColumns() + ", story_text.native_id, " + wholePermalink()
                 + ", posted_at_text, posted_at_form, zone_known, text_cut, content_warning, sensitive, "
                   "media_descriptions, hashtags, author, author.native_id, handle, name, link FROM "
                 + rowTables + " LEFT JOIN author ON author.id = story.author" + isAsked),
      m_codings(connection, "SELECT theme, coded_by, present, made_at, coder, settled FROM coding WHERE story = ?"),
      m_voice(connection, "SELECT made_at, coder, settled FROM voice_coding WHERE story = ?"),
      m_relations(connection,
                  "SELECT kind, native_id, permalink, text FROM relation WHERE story = ? ORDER BY position"),
      m_keys(connection),
      m_attributes(connection),
      m_earlier(connection, "SELECT written_at, text FROM earlier_text WHERE story = ? ORDER BY position"),
      m_provenances(
          connection,
          "SELECT source, name, record, imported_at FROM whole_provenance JOIN source ON source.id = source "
          "WHERE story = ?"),
      m_note(connection, "SELECT text FROM note WHERE story = ?"),
      m_reposts(connection, "SELECT count(*) FROM repost WHERE original = ?"),
      m_copies(connection)
{
}

void StoryPages::beginMoment()
{
    m_copies.forget();
    m_attributes.forget();
}

StoryRow StoryPages::rowFrom(StoryId id, const Statement &columns)
{
    StoryRow row;
    row.id = id;
    row.postedAt = columns.optionalNumber(0);
    row.platform = platformOf(columns.number(1));
    row.voice = voiceOf(columns.number(2));
    row.language = columns.text(4);
    row.languageDetected = columns.flag(5);
    row.words = columns.integer(6);
    row.hasWarning = columns.flag(7);
    row.read = columns.flag(9);
    row.starred = columns.flag(10);
    row.doNotQuote = columns.flag(11);
    row.hasNote = columns.flag(12);
    return row;
}

Result<std::optional<StoryRow>> StoryPages::row(StoryId id, const std::optional<QStringList> &hide)
{
    auto found = m_row.bind(id).next();
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<StoryRow>();
    StoryRow row = rowFrom(id, m_row);
    row.opening = openingOf(m_row.text(textColumn), row.platform, hide);
    if (auto read = readCodings(id, static_cast<quint64>(m_row.number(ruleThemesColumn))); !read)
        return read.error();
    row.themes = inForce(m_found);
    const auto copies = m_copies.of(id);
    if (!copies)
        return copies.error();
    row.copies = copies.value();
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
                        m_codings.number(3), m_codings.text(4), m_codings.flag(5)});
    }
    // Here and not in SQL, where even nothing is sorted with a sorter of its own.
    std::sort(m_found.begin(), m_found.end(), [](const ThemeCoding &a, const ThemeCoding &b) {
        return std::pair(a.by, a.theme) < std::pair(b.by, b.theme);
    });
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readVoice(StoryPage &page)
{
    if (page.voiceBy != CodedBy::Hand)
        return {};
    const auto row = m_voice.bind(page.row.id).next();
    if (!row)
        return row.error();
    if (row.value()) {
        page.voiceMadeAt = m_voice.optionalNumber(0);
        page.voiceCoder = m_voice.text(1);
        page.voiceSettled = m_voice.flag(2);
    }
    return {};
}

Result<std::optional<StoryPage>> StoryPages::page(StoryId id, const std::optional<QStringList> &hide)
{
    auto found = m_page.bind(id).next();
    if (!found)
        return found.error();
    if (!found.value())
        return std::optional<StoryPage>();
    StoryPage page;
    page.row = rowFrom(id, m_page);
    page.voiceBy = static_cast<CodedBy>(m_page.integer(voiceCodedByColumn));
    readText(page, m_page);
    page.row.opening = openingOf(page.text, page.row.platform, hide);
    if (auto read = readCodings(id, static_cast<quint64>(m_page.number(ruleThemesColumn))); !read)
        return read.error();
    page.codings = m_found;
    page.row.themes = inForce(m_found);

    using Read = Result<> (StoryPages::*)(StoryPage &);
    for (const Read read : {&StoryPages::readVoice, &StoryPages::readRelations, &StoryPages::readAttributes,
                            &StoryPages::readEarlierTexts, &StoryPages::readProvenances, &StoryPages::readNote,
                            &StoryPages::readReposts}) {
        if (auto done = (this->*read)(page); !done)
            return done.error();
    }
    const auto copies = m_copies.of(id);
    if (!copies)
        return copies.error();
    page.row.copies = copies.value();
    return std::optional(std::move(page));
}

void StoryPages::readText(StoryPage &page, const Statement &columns)
{
    int column = firstPageColumn;
    page.text = columns.text(textColumn);
    page.nativeId = columns.text(column++);
    page.permalink = columns.text(column++);
    const QString postedAt = columns.text(column++);
    page.postedAtText = postedAtText(postedAt, columns.number(column++), page.row.postedAt);
    page.zoneKnown = columns.flag(column++);
    page.textCut = columns.flag(column++);
    page.contentWarning = columns.text(column++);
    page.sensitive = columns.flag(column++);
    page.mediaDescriptions = stringsFromColumn(columns.text(column++));
    page.hashtags = stringsFromColumn(columns.text(column++));
    page.account = columns.number(column++);
    page.author.nativeId = columns.text(column++);
    page.author.handle = columns.text(column++);
    page.author.name = columns.text(column++);
    page.author.link = columns.text(column++);
}

Result<> StoryPages::readRelations(StoryPage &page)
{
    auto row = m_relations.bind(page.row.id).next();
    for (; row && row.value(); row = m_relations.next()) {
        const QString nativeId = m_relations.text(1);
        const auto other = m_keys.findShown(nativeKey(page.row.platform, nativeId));
        if (!other)
            return other.error();
        page.relations.append({{static_cast<Relation::Kind>(m_relations.integer(0)), nativeId, m_relations.text(2),
                                m_relations.text(3)},
                               other->value_or(noStory)});
    }
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readAttributes(StoryPage &page)
{
    auto attributes = m_attributes.of(page.row.id);
    if (!attributes)
        return attributes.error();
    page.attributesDamaged = !attributes->has_value();
    page.attributes = std::move(*attributes).value_or(QVector<Attribute>());
    return {};
}

Result<> StoryPages::readEarlierTexts(StoryPage &page)
{
    auto row = m_earlier.bind(page.row.id).next();
    for (; row && row.value(); row = m_earlier.next())
        page.earlierTexts.append({m_earlier.optionalNumber(0), m_earlier.text(1)});
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readProvenances(StoryPage &page)
{
    auto row = m_provenances.bind(page.row.id).next();
    for (; row && row.value(); row = m_provenances.next()) {
        page.provenances.append(
            {m_provenances.number(0), m_provenances.text(1), m_provenances.number(2), m_provenances.number(3)});
    }
    std::sort(page.provenances.begin(), page.provenances.end(), [](const Provenance &a, const Provenance &b) {
        return std::tuple(a.importedAt, a.source, a.record) < std::tuple(b.importedAt, b.source, b.record);
    });
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readNote(StoryPage &page)
{
    auto row = m_note.bind(page.row.id).next();
    if (row && row.value())
        page.note = m_note.text(0);
    return row ? Result<>() : Result<>(row.error());
}

Result<> StoryPages::readReposts(StoryPage &page)
{
    auto row = m_reposts.bind(page.row.id).next();
    if (row)
        page.reposts = m_reposts.number(0);
    return row ? Result<>() : Result<>(row.error());
}

} // namespace tidemark
