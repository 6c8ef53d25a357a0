#include "export/ExportColumns.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// As ISO 8601; QDateTime's formats cost more than all the rest of a row.
QString utcText(Instant instant)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);
    char text[] = "0000-00-00T00:00:00.000Z";
    const auto write = [&text](size_t place, size_t digits, qint64 number) {
        for (size_t i = place + digits; i-- > place; number /= 10)
            text[i] = static_cast<char>('0' + number % 10);
    };
    write(0, 4, int(date.year()));
    write(5, 2, unsigned(date.month()));
    write(8, 2, unsigned(date.day()));
    write(11, 2, clock.hours().count());
    write(14, 2, clock.minutes().count());
    write(17, 2, clock.seconds().count());
    write(20, 3, clock.subseconds().count());
    constexpr qsizetype withoutFraction = 19;
    return instant % 1000 == 0 ? QString::fromLatin1(text, withoutFraction) + u'Z' : QString::fromLatin1(text);
}

/// A plain decimal number that a spreadsheet takes as it is, such as a count or -3.5.
bool isNumber(const QString &text)
{
    static const QRegularExpression pattern(u"\\A-?\\d{1,15}(\\.\\d{1,15})?\\z"_s,
                                            QRegularExpression::DontCaptureOption);
    return pattern.match(text).hasMatch();
}

QString relationKey(Relation::Kind kind)
{
    return kind == Relation::Kind::Quote ? u"quote"_s : u"reply"_s;
}

QString codedByKey(CodedBy by)
{
    switch (by) {
    case CodedBy::Rule:
        return u"rule"_s;
    case CodedBy::Model:
        return u"model"_s;
    case CodedBy::Hand:
        break;
    }
    return u"hand"_s;
}

} // namespace

Result<ExportColumns> ExportColumns::make(const ExportSettings &settings, const ExportContext &context,
                                          const QStringList &attributes)
{
    ExportColumns made(context);
    for (const QString &name : settings.columns) {
        const bool isOurs = allExportColumns().contains(name);
        const QString attribute = name.startsWith("attr:"_L1) ? name.mid(5) : isOurs ? QString() : name;
        if (!attribute.isEmpty() && attributes.contains(attribute)) {
            // A file that begins with ID is SYLK to a spreadsheet.
            const bool taken = allExportColumns().contains(attribute)
                || context.codebook().theme(attribute) != nullptr || attribute.startsWith("ID"_L1);
            if (context.mayWrite(attribute))
                made.m_columns.append({u"attribute"_s, taken ? u"attr:"_s + attribute : attribute, 0, attribute});
        } else if (!isOurs) {
            return Error{Error::Kind::Usage,
                         QCoreApplication::translate("Export",
                                                     "There is no column “%1”. There are: %2; and attributes by "
                                                     "their names, or as attr:NAME.")
                             .arg(name, allExportColumns().join(u", "_s))};
        } else if (name == "themes"_L1 && settings.themes == ThemeForm::Wide) {
            for (const Theme &theme : context.codebook().themes)
                made.m_columns.append({u"theme"_s, theme.id, theme.number, {}});
        } else {
            made.m_columns.append({name, name, 0, {}});
            if (name == "posted_at"_L1 && settings.reader == ExportReader::Spreadsheet) {
                made.m_columns.append({u"date"_s, u"date"_s, 0, {}});
                made.m_columns.append({u"time"_s, u"time"_s, 0, {}});
            }
        }
    }
    return made;
}

QStringList ExportColumns::headings() const
{
    QStringList headings;
    for (const Column &column : m_columns)
        headings.append(column.heading);
    return headings;
}

StoryParts ExportColumns::parts() const
{
    const auto has = [this](QLatin1StringView key) {
        return std::any_of(m_columns.cbegin(), m_columns.cend(),
                           [&](const Column &column) { return column.key == key; });
    };
    return {.opening = false,
            .relations = has("relation"_L1) || has("related_to"_L1),
            .attributes = has("attribute"_L1),
            .earlierTexts = false,
            .provenances = has("source"_L1),
            .note = has("note"_L1),
            .reposts = has("reposts"_L1),
            .copies = has("copies"_L1)};
}

QVector<Cell> ExportColumns::cells(const StoryPage &story, QHash<Identifier::Kind, qint64> &replaced) const
{
    QVector<Cell> cells;
    cells.reserve(m_columns.size());
    for (const Column &column : m_columns)
        cells.append(cell(column, story, replaced));
    return cells;
}

Cell ExportColumns::cell(const Column &column, const StoryPage &story,
                         QHash<Identifier::Kind, qint64> &replaced) const
{
    const StoryRow &row = story.row;
    const QString &key = column.key;
    const auto value = [](const QString &text) { return Cell{text, false}; };
    const auto text = [&](const QString &raw) { return Cell{shown(raw, story, replaced), true}; };
    const auto local = [&] { return QDateTime::fromMSecsSinceEpoch(*row.postedAt, m_context.zone()); };

    if (key == "story"_L1)
        return value(m_context.storyNumber(row.id));
    if (key == "posted_at"_L1)
        return value(row.postedAt ? utcText(*row.postedAt) : QString());
    if (key == "date"_L1)
        return value(row.postedAt ? local().toString(u"yyyy-MM-dd"_s) : QString());
    if (key == "time"_L1)
        return value(row.postedAt ? local().toString(u"HH:mm:ss"_s) : QString());
    if (key == "platform"_L1)
        return value(platformKey(row.platform));
    if (key == "source"_L1)
        return {sources(story), true};
    if (key == "language"_L1)
        return value(row.language);
    if (key == "voice"_L1)
        return value(voiceKey(row.voice));
    if (key == "themes"_L1) {
        QStringList ids;
        row.themes.forEach([&](int theme) { ids.append(m_context.codebook().themes.at(theme).id); });
        return value(ids.join(u';'));
    }
    if (key == "theme"_L1)
        return value(row.themes.contains(column.theme) ? u"1"_s : u"0"_s);
    if (key == "author"_L1)
        return {author(story), true};
    if (key == "permalink"_L1)
        return {m_context.hidesPeople() ? QString() : story.permalink, true};
    if (key == "native_id"_L1)
        return {m_context.hidesPeople() ? QString() : story.nativeId, true};
    if (key == "relation"_L1) {
        QStringList kinds;
        for (const LinkedRelation &linked : story.relations)
            kinds.append(relationKey(linked.relation.kind));
        return value(kinds.join(u';'));
    }
    if (key == "related_to"_L1)
        return {relatedTo(story), true};
    if (key == "content_warning"_L1)
        return text(story.contentWarning);
    if (key == "text"_L1)
        return text(story.text);
    if (key == "coded_by"_L1)
        return value(codedBy(story));
    if (key == "note"_L1)
        return text(story.note);
    if (key == "starred"_L1)
        return value(row.starred ? u"1"_s : u"0"_s);
    if (key == "hashtags"_L1)
        return text(story.hashtags.join(u';'));
    if (key == "words"_L1)
        return value(QString::number(row.words));
    if (key == "reposts"_L1)
        return value(QString::number(story.reposts));
    if (key == "copies"_L1)
        return value(QString::number(row.copies));
    if (key == "media_descriptions"_L1)
        return text(story.mediaDescriptions.join(u'\n'));
    for (const Attribute &attribute : story.attributes) {
        if (attribute.name == column.attribute) {
            const QString written = shown(attribute.value, story, replaced);
            return {written, !isNumber(written)};
        }
    }
    return {};
}

QString ExportColumns::shown(const QString &text, const StoryPage &story,
                             QHash<Identifier::Kind, qint64> &replaced) const
{
    if (!m_context.hidesPeople() || text.isEmpty())
        return text;
    const ConcealedText concealed = m_context.pseudonyms().conceal(text, story.row.platform, story.author.handle);
    for (const Replacement &replacement : concealed.replacements)
        ++replaced[replacement.kind];
    // What is left may still hold the record's own links, whose hosts need not look like a person's.
    QString written = concealed.text;
    const auto takeOut = [&](const QString &link, Identifier::Kind kind, const QString &with) {
        if (link.isEmpty() || !written.contains(link))
            return;
        replaced[kind] += written.count(link);
        written.replace(link, with);
    };
    takeOut(story.permalink, Identifier::Kind::StoryLink, u"[story link]"_s);
    takeOut(story.author.link, Identifier::Kind::ProfileLink, u"[profile link]"_s);
    return written;
}

QString ExportColumns::author(const StoryPage &story) const
{
    const Author &author = story.author;
    const QString handle = author.handle.isEmpty() ? author.nativeId : author.handle;
    if (!m_context.hidesPeople())
        return author.handle.isEmpty() ? (author.name.isEmpty() ? author.nativeId : author.name) : author.handle;
    return m_context.pseudonyms().person(story.row.platform, handle.isEmpty() ? author.name : handle);
}

QString ExportColumns::sources(const StoryPage &story) const
{
    QStringList names;
    for (const Provenance &provenance : story.provenances) {
        const QString name = m_context.sourceName(provenance.source, provenance.sourceName);
        if (!names.contains(name))
            names.append(name);
    }
    return names.join(u';');
}

QString ExportColumns::relatedTo(const StoryPage &story) const
{
    QStringList others;
    for (const LinkedRelation &linked : story.relations) {
        if (linked.story != noStory)
            others.append(m_context.storyNumber(linked.story));
        else if (m_context.hidesPeople() || linked.relation.nativeId.isEmpty())
            others.append(QString());
        else
            others.append(platformKey(story.row.platform) + u':' + linked.relation.nativeId);
    }
    const bool known
        = std::any_of(others.cbegin(), others.cend(), [](const QString &other) { return !other.isEmpty(); });
    return known ? others.join(u';') : QString();
}

QString ExportColumns::codedBy(const StoryPage &story) const
{
    QStringList parts{u"voice="_s + codedByKey(story.voiceBy)};
    for (const ThemeCoding &coding : story.codings) {
        const bool inForce = story.row.themes.contains(coding.theme) == coding.present;
        const bool overruled = coding.by != CodedBy::Hand
            && std::any_of(story.codings.cbegin(), story.codings.cend(), [&](const ThemeCoding &other) {
                                   return other.theme == coding.theme && other.by == CodedBy::Hand;
                               });
        if (inForce && !overruled)
            parts.append((coding.present ? QString() : u"-"_s) + m_context.codebook().themes.at(coding.theme).id
                         + u'=' + codedByKey(coding.by));
    }
    return parts.join(u';');
}

} // namespace tidemark
