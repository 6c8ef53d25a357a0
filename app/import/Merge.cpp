#include "import/Merge.h"

#include <algorithm>
#include <numeric>

namespace tidemark {

namespace {

// Each change of a story writes all its texts, here and for undoing, where they have to fit into one value of the
// store: 32 MiB of JSON, in which a letter may take six bytes.
constexpr qsizetype mostEarlierTexts = 50;
constexpr qsizetype mostEarlierLetters = qsizetype(2) * 1024 * 1024;

enum class Age { Older, Same, Newer };

template<typename Value>
Age compared(const Value &stored, const Value &incoming)
{
    if (stored == incoming)
        return Age::Same;
    return stored < incoming ? Age::Newer : Age::Older;
}

/// How far along its list of versions a story is; -1 if it isn't in one.
qsizetype versionOf(const Story &story, const QStringList &versions)
{
    return versions.indexOf(story.nativeId);
}

Age ageOf(const Story &stored, const Story &incoming)
{
    const QStringList &versions
        = incoming.editIds.size() > stored.editIds.size() ? incoming.editIds : stored.editIds;
    if (versionOf(stored, versions) >= 0 && versionOf(incoming, versions) >= 0) {
        const Age age = compared(versionOf(stored, versions), versionOf(incoming, versions));
        if (age != Age::Same)
            return age;
    }
    // An absent time is less than any: a story that nobody edited.
    return compared(stored.editedAt, incoming.editedAt);
}

void fill(QString &stored, const QString &incoming)
{
    if (stored.isEmpty())
        stored = incoming;
}

void fillAuthor(Author &stored, const Author &incoming)
{
    fill(stored.nativeId, incoming.nativeId);
    fill(stored.handle, incoming.handle);
    fill(stored.name, incoming.name);
    fill(stored.link, incoming.link);
}

void fillTime(Story &stored, const Story &incoming)
{
    if (incoming.postedAt && (!stored.postedAt || (!stored.zoneKnown && incoming.zoneKnown))) {
        stored.postedAt = incoming.postedAt;
        stored.postedAtText = incoming.postedAtText;
        stored.zoneKnown = incoming.zoneKnown;
    }
    fill(stored.postedAtText, incoming.postedAtText);
}

bool isNameless(const Relation &relation)
{
    return relation.nativeId.isEmpty() && relation.permalink.isEmpty();
}

/// A story answers one other, which a server may name by its own number and another record by its address.
bool isSame(const Relation &one, const Relation &other)
{
    return one.kind == other.kind && (one.kind == Relation::Kind::Reply || isNameless(one) || isNameless(other));
}

/// Some records say only that there is a relation, and not to what: that is the one that another record names.
void fillRelations(Story &stored, const Story &incoming)
{
    for (const Relation &relation : incoming.relations) {
        const auto begin = stored.relations.begin();
        const auto end = stored.relations.end();
        auto known = std::find_if(begin, end, [&](const Relation &each) {
            return each.kind == relation.kind && each.nativeId == relation.nativeId
                && (!each.nativeId.isEmpty() || each.permalink == relation.permalink);
        });
        if (known == end)
            known = std::find_if(begin, end, [&](const Relation &each) { return isSame(each, relation); });
        if (known == end) {
            stored.relations.append(relation);
            continue;
        }
        if (known->permalink.isEmpty() && !relation.permalink.isEmpty() && !relation.nativeId.isEmpty())
            known->nativeId = relation.nativeId; // an address holds everywhere
        fill(known->nativeId, relation.nativeId);
        fill(known->permalink, relation.permalink);
        fill(known->text, relation.text);
    }
}

void fillAttributes(Story &stored, const Story &incoming)
{
    for (const Attribute &attribute : incoming.attributes) {
        const bool known = std::any_of(stored.attributes.cbegin(), stored.attributes.cend(),
                                       [&](const Attribute &each) { return each.name == attribute.name; });
        if (!known)
            stored.attributes.append(attribute);
    }
}

bool isKnown(const Story &story, const EarlierText &earlier)
{
    return earlier.text.isEmpty() || earlier.text == story.text
        || std::any_of(story.earlierTexts.cbegin(), story.earlierTexts.cend(),
                       [&](const EarlierText &each) { return each.text == earlier.text; });
}

bool hasRoomFor(const Story &story, const EarlierText &earlier)
{
    const qsizetype letters
        = std::accumulate(story.earlierTexts.cbegin(), story.earlierTexts.cend(), earlier.text.size(),
                          [](qsizetype sum, const EarlierText &each) { return sum + each.text.size(); });
    return story.earlierTexts.size() < mostEarlierTexts && letters <= mostEarlierLetters;
}

/// A text older than the present one. Where there are many, it isn't kept: what was dropped would come again with
/// every import of its file.
void keepEarlier(Story &story, const EarlierText &earlier)
{
    if (!isKnown(story, earlier) && hasRoomFor(story, earlier))
        story.earlierTexts.append(earlier);
}

/// The text that another one has just replaced. Those between it and the first make room.
void keepReplaced(Story &story, const EarlierText &replaced)
{
    if (isKnown(story, replaced))
        return;
    while (!hasRoomFor(story, replaced) && story.earlierTexts.size() > 1)
        story.earlierTexts.removeAt(1);
    story.earlierTexts.append(replaced);
}

/// When a story's present text was written.
std::optional<Instant> writtenAt(const Story &story)
{
    return story.editedAt ? story.editedAt : story.postedAt;
}

void takeText(Story &story, const Story &from)
{
    story.text = from.text;
    story.textCut = from.textCut;
    story.hashtags = from.hashtags; // found anew where the record lists none
    if (story.languageDetected) {
        story.language.clear();
        story.languageDetected = false;
    }
}

void mergeText(Story &story, const Story &stored, const Story &incoming)
{
    switch (ageOf(stored, incoming)) {
    case Age::Newer:
        // A cut text says less than a whole one of before.
        if (incoming.text != stored.text && (!incoming.textCut || stored.textCut)) {
            takeText(story, incoming);
            keepReplaced(story, {writtenAt(stored), stored.text});
        }
        if (!incoming.nativeId.isEmpty()) {
            story.nativeId = incoming.nativeId;
            story.permalink = incoming.permalink.isEmpty() ? stored.permalink : incoming.permalink;
        }
        story.editedAt = std::max(stored.editedAt, incoming.editedAt);
        break;
    case Age::Older:
        if (!incoming.textCut)
            keepEarlier(story, {writtenAt(incoming), incoming.text});
        break;
    case Age::Same:
        if (!incoming.text.isEmpty() && (stored.text.isEmpty() || (stored.textCut && !incoming.textCut)))
            takeText(story, incoming);
        break;
    }
    for (const EarlierText &earlier : incoming.earlierTexts)
        keepEarlier(story, earlier);
}

} // namespace

Story merged(const Story &stored, const Story &incoming)
{
    Story story = stored;
    mergeText(story, stored, incoming);
    fill(story.nativeId, incoming.nativeId);
    fill(story.permalink, incoming.permalink);
    fillAuthor(story.author, incoming.author);
    fillTime(story, incoming);
    fill(story.contentWarning, incoming.contentWarning);
    if (story.mediaDescriptions.isEmpty())
        story.mediaDescriptions = incoming.mediaDescriptions;
    if (!incoming.language.isEmpty() && (story.language.isEmpty() || story.languageDetected)) {
        story.language = incoming.language;
        story.languageDetected = incoming.languageDetected;
    }
    if (!story.sensitive)
        story.sensitive = incoming.sensitive;
    if (story.withheldIn.isEmpty())
        story.withheldIn = incoming.withheldIn;
    if (incoming.editIds.size() > story.editIds.size())
        story.editIds = incoming.editIds;
    fillRelations(story, incoming);
    fillAttributes(story, incoming);
    return story;
}

} // namespace tidemark
