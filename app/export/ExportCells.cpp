// The cells of a story, one function a column.
#include "export/ExportColumns.h"

#include "story/UtcText.h"
#include "text/ExactText.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QVarLengthArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The key of each value of an enumeration, as bytes.
template<typename Value, size_t size>
std::array<QByteArray, size> keysOf(const std::array<Value, size> &values, QString (*key)(Value))
{
    std::array<QByteArray, size> keys;
    for (const Value value : values)
        keys.at(static_cast<size_t>(value)) = key(value).toUtf8();
    return keys;
}

/// A plain decimal number that a spreadsheet takes as it is, such as a count or -3.5.
bool isNumber(QByteArrayView text)
{
    static const QRegularExpression pattern(u"\\A-?\\d{1,15}(\\.\\d{1,15})?\\z"_s,
                                            QRegularExpression::DontCaptureOption);
    return pattern.match(QString::fromUtf8(text)).hasMatch();
}

QByteArrayView relationKey(Relation::Kind kind)
{
    return kind == Relation::Kind::Quote ? "quote" : "reply";
}

QByteArrayView codedByKey(CodedBy by)
{
    switch (by) {
    case CodedBy::Rule:
        return "rule";
    case CodedBy::Model:
        return "model";
    case CodedBy::Hand:
        break;
    }
    return "hand";
}

/// A cell's parts, joined.
class Joined
{
public:
    void add(QByteArrayView part)
    {
        if (!std::exchange(m_isFirst, false))
            m_text.append(';');
        m_text.append(part.data(), part.size());
    }
    operator QByteArrayView() const { return {m_text.data(), m_text.size()}; }

private:
    QVarLengthArray<char, 256> m_text;
    bool m_isFirst = true;
};

} // namespace

void ExportColumns::writeStory(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(m_context.storyNumber(story.id));
}

void ExportColumns::writePostedAt(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(story.postedAt ? QByteArrayView(UtcText(*story.postedAt)) : QByteArrayView());
}

void ExportColumns::writeDate(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(local(story, u"yyyy-MM-dd"_s));
}

void ExportColumns::writeTime(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(local(story, u"HH:mm:ss"_s));
}

QByteArray ExportColumns::local(const StoredStory &story, const QString &format) const
{
    if (!story.postedAt)
        return {};
    return QDateTime::fromMSecsSinceEpoch(*story.postedAt, m_context.zone()).toString(format).toUtf8();
}

void ExportColumns::writePlatform(const StoredStory &story, CsvLines &lines) const
{
    static const auto keys = keysOf(allPlatforms, platformKey);
    lines.addValue(keys.at(static_cast<size_t>(story.platform)));
}

void ExportColumns::writeSource(const StoredStory &story, CsvLines &lines) const
{
    if (story.sources.size() == 1) {
        lines.addText(m_context.sourceName(story.sources.constFirst()));
        return;
    }
    Joined names;
    for (const qint64 source : story.sources)
        names.add(m_context.sourceName(source));
    lines.addText(names);
}

void ExportColumns::writeLanguage(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(story.language);
}

void ExportColumns::writeVoice(const StoredStory &story, CsvLines &lines) const
{
    static const auto keys = keysOf(allVoices, voiceKey);
    lines.addValue(keys.at(static_cast<size_t>(story.voice)));
}

void ExportColumns::writeThemes(const StoredStory &story, CsvLines &lines) const
{
    Joined ids;
    story.themes.forEach([&](int theme) { ids.add(m_themeIds.at(static_cast<size_t>(theme))); });
    lines.addText(ids);
}

void ExportColumns::writeAuthor(const StoredStory &story, CsvLines &lines) const
{
    const auto &[nativeId, handle, name, link] = story.author;
    if (!m_context.hidesPeople()) {
        lines.addText(!handle.isEmpty() ? handle : !name.isEmpty() ? name : nativeId);
        return;
    }
    const QByteArrayView who = !handle.isEmpty() ? handle : !nativeId.isEmpty() ? nativeId : name;
    lines.addText(m_context.pseudonyms().person(story.platform, textFromUtf8(who)).toUtf8());
}

void ExportColumns::writePermalink(const StoredStory &story, CsvLines &lines) const
{
    lines.addText(m_context.hidesPeople() ? QByteArrayView() : story.permalink);
}

void ExportColumns::writeNativeId(const StoredStory &story, CsvLines &lines) const
{
    lines.addText(m_context.hidesPeople() ? QByteArrayView() : story.nativeId);
}

void ExportColumns::writeRelation(const StoredStory &story, CsvLines &lines) const
{
    Joined kinds;
    for (const StoredRelation &relation : story.relations)
        kinds.add(relationKey(relation.kind));
    lines.addValue(kinds);
}

void ExportColumns::writeRelatedTo(const StoredStory &story, CsvLines &lines) const
{
    Joined others;
    bool isKnown = false;
    for (const StoredRelation &relation : story.relations) {
        QByteArray other;
        if (relation.story != noStory)
            other = m_context.storyNumber(relation.story);
        else if (!m_context.hidesPeople() && !relation.nativeId.isEmpty())
            other = platformKey(story.platform).toUtf8() + ':' + relation.nativeId;
        isKnown = isKnown || !other.isEmpty();
        others.add(other);
    }
    lines.addText(isKnown ? QByteArrayView(others) : QByteArrayView());
}

void ExportColumns::writeContentWarning(const StoredStory &story, CsvLines &lines) const
{
    addShown(story.contentWarning, story, lines);
}

void ExportColumns::writeText(const StoredStory &story, CsvLines &lines) const
{
    addShown(story.text, story, lines);
}

void ExportColumns::writeCodedBy(const StoredStory &story, CsvLines &lines) const
{
    Joined parts;
    parts.add("voice=" + codedByKey(story.voiceBy).toByteArray());
    for (const ThemeCoding &coding : story.codings) {
        const bool inForce = story.themes.contains(coding.theme) == coding.present;
        const bool overruled = coding.by != CodedBy::Hand
            && std::any_of(story.codings.cbegin(), story.codings.cend(), [&](const ThemeCoding &other) {
                                   return other.theme == coding.theme && other.by == CodedBy::Hand;
                               });
        if (inForce && !overruled) {
            parts.add((coding.present ? "" : "-") + m_themeIds.at(static_cast<size_t>(coding.theme)) + '='
                      + codedByKey(coding.by).toByteArray());
        }
    }
    lines.addValue(parts);
}

void ExportColumns::writeNote(const StoredStory &story, CsvLines &lines) const
{
    addShown(story.note, story, lines);
}

void ExportColumns::writeStarred(const StoredStory &story, CsvLines &lines) const
{
    lines.addValue(story.starred ? "1" : "0");
}

void ExportColumns::writeHashtags(const StoredStory &story, CsvLines &lines) const
{
    addShown(story.hashtags.join(u';').toUtf8(), story, lines);
}

void ExportColumns::writeWords(const StoredStory &story, CsvLines &lines) const
{
    lines.addNumber(story.words);
}

void ExportColumns::writeReposts(const StoredStory &story, CsvLines &lines) const
{
    lines.addNumber(story.reposts);
}

void ExportColumns::writeCopies(const StoredStory &story, CsvLines &lines) const
{
    lines.addNumber(story.copies);
}

void ExportColumns::writeMediaDescriptions(const StoredStory &story, CsvLines &lines) const
{
    addShown(story.mediaDescriptions.join(u'\n').toUtf8(), story, lines);
}

void ExportColumns::writeAttribute(const QString &name, const StoredStory &story, CsvLines &lines) const
{
    QByteArray written;
    for (const Attribute &attribute : story.attributes) {
        if (attribute.name == name)
            written = concealed(attribute.value.toUtf8(), story, lines);
    }
    if (isNumber(written))
        lines.addValue(written);
    else
        lines.addText(written);
}

/// A cell of text that somebody wrote, as the profile shows it.
void ExportColumns::addShown(QByteArrayView text, const StoredStory &story, CsvLines &lines) const
{
    if (m_context.hidesPeople() && !text.isEmpty())
        lines.addText(concealed(text, story, lines));
    else
        lines.addText(text);
}

/// Notes what was replaced.
QByteArray ExportColumns::concealed(QByteArrayView text, const StoredStory &story, CsvLines &lines) const
{
    if (!m_context.hidesPeople())
        return text.toByteArray();
    const ConcealedText concealed
        = m_context.pseudonyms().conceal(textFromUtf8(text), story.platform, textFromUtf8(story.author.handle));
    for (const Replacement &replacement : concealed.replacements)
        lines.noteReplaced(replacement.kind);
    // What is left may still hold the record's own links, whose hosts need not look like a person's.
    QByteArray written = concealed.replacements.isEmpty() ? text.toByteArray() : concealed.text.toUtf8();
    for (const auto &[link, kind] : {std::pair(story.permalink, Identifier::Kind::StoryLink),
                                     std::pair(story.author.link, Identifier::Kind::ProfileLink)}) {
        if (const qsizetype times = concealOwnLink(written, link, kind))
            lines.noteReplaced(kind, times);
    }
    return written;
}

} // namespace tidemark
